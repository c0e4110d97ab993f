/** Reading stored events: parsed, brought up to date and checked, against parsed and nothing else. */
import { assemble, isRight, lifecycle } from 'training-ops'
import { aYearOf } from './a-year.ts'
import { compare } from './compare.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const lines = Array.from(aYearOf(1000, 1), (event) => JSON.stringify(event)).slice(0, 10_000)
const times = 1_000_000 / lines.length

const [bad] = lines.map((line) => training.decode(JSON.parse(line))).filter((read) => !isRight(read))
if (bad !== undefined) throw new Error(`bench: ${JSON.stringify(bad)}`)

const each = (read: (line: string) => { readonly type: string }) => () => {
  let letters = 0
  for (let time = 0; time < times; time++) for (const line of lines) letters += read(line).type.length
  return letters
}
await compare(
  'decode and check 1,000,000 events / JSON.parse',
  {
    called: 'decode',
    work: each((line) => {
      const read = training.decode(JSON.parse(line))
      if (!isRight(read)) throw new Error('bench: not an event')
      return read.right
    }),
  },
  { called: 'JSON.parse', work: each((line) => JSON.parse(line)) },
  { rounds: 3, goal: 1.4 },
)

/**
 * How many mistakes the kit finds that somebody planted in a workflow, and whether it leaves the right one in peace.
 * `npx tsx --conditions=@training-ops/source scripts/planted-mistakes.ts [runs] [lives of the right one] [names|none] [seeds] [mistakes, by commas]`
 * With the world `none` the kit makes up every name and every amount itself. A mistake is looked for until one law tells it, the
 * cheapest laws first: the invariants before those that live a life again.
 */
import fc from 'fast-check'
import { type Law, lawsOf, lawsOfUpcasters, type StoryOptions, stories, universe } from 'training-ops/testing'
import { furtherMistakes, type Mistake, names, plantedMistakes, tuition } from '../test/testing/tuition.ts'

const [runsText = '300', rightText = '2000', world = 'names', seedsText = '1,2,3,4,5', only] =
  process.argv.slice(2)
const runs = Number(runsText)
const seeds = seedsText.split(',').map(Number)
type Workflow = ReturnType<typeof tuition>

const livesOf = ({ training, commands }: Workflow, more: StoryOptions = {}) =>
  stories(training, {
    only: Object.keys(commands),
    ...(world === 'none' ? {} : { in: universe(names) }),
    ...(more as object),
  })
const lawsWith = (workflow: Workflow, seed: number, many: number): readonly Law[] => {
  const { training, always, settled, until, earlier, further } = workflow
  const options = { always, settled, until, ...further, seed, runs: many }
  return [
    ...lawsOf(training, { lives: livesOf(workflow), ...options } as never),
    ...lawsOfUpcasters(training, { earlier, seed }),
  ]
}
const broken = (laws: readonly Law[]) =>
  laws.flatMap(({ name, check, isBroken }) => {
    try {
      if (isBroken === undefined) check()
      else if (isBroken()) return [{ name, check }]
      return []
    } catch {
      return [{ name, check }]
    }
  })
/** The first law that tells, if any. */
const firstBroken = (laws: readonly Law[]): readonly string[] => {
  for (const law of laws.toReversed()) if (broken([law]).length > 0) return [law.name]
  return []
}
const cpu = () => process.cpuUsage().user / 1000

for (const [kind, mistakes] of Object.entries({ shared: plantedMistakes, further: furtherMistakes })) {
  const tried = mistakes.filter((one) => only === undefined || only.split(',').includes(one))
  let all = 0
  for (const mistake of tried as readonly Mistake[]) {
    const by = seeds.map((seed) => firstBroken(lawsWith(tuition(mistake), seed, runs)))
    const found = by.filter((laws) => laws.length > 0).length
    if (found === seeds.length) all++
    const laws = [...new Set(by.flat())]
    console.log(`${mistake.padEnd(20)} by ${found} of ${seeds.length} seeds   ${laws.join('; ')}`)
  }
  console.log(
    `${kind}: ${all} of ${tried.length} mistakes found by each of ${seeds.length} seeds within ${runs} lives\n`,
  )
}

if (Number(rightText) > 0)
  for (const seed of seeds) {
    const right = tuition()
    const start = cpu()
    const lives = fc.sample(livesOf(right), { numRuns: 200, seed })
    const making = cpu() - start
    const many = (type: string) =>
      lives.reduce((sum, { events }) => sum + events.filter((event) => event.type === type).length, 0)
    const all = broken(lawsWith(right, seed, 200))
    const checking = cpu() - start - making
    const alarms = broken(lawsWith(right, seed, Number(rightText)))
    console.log(
      `seed ${seed}: ${alarms.length} alarms of the right one in ${rightText} lives; 200 lives hold ${many('ClaimApproved')} approvals and ${many('ClaimPaid')} payments, made in ${making.toFixed(0)} ms; all laws, the lives made for them included, cost ${(checking / making).toFixed(2)} times that`,
    )
    for (const { name, check } of [...all, ...alarms])
      try {
        console.log(name)
        check()
      } catch (error) {
        console.log((error as Error).message.slice(0, 3000))
      }
  }

/**
 * Ten mistakes planted in a workflow that the kit was not made with, the mentoring example. Each is one change of text in a copy
 * of it, held against the kit's laws and the sentences a host would write, in a world that the kit makes up.
 * `npx tsx --conditions=@training-ops/source scripts/planted-elsewhere.ts [runs: 300] [seeds: 1,2,3,4,5] [mistakes, by commas]`
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Law, type Look, lawsOf, stories } from 'training-ops/testing'

const [runsText = '300', seedsText = '1,2,3,4,5', only] = process.argv.slice(2)
const runs = Number(runsText)
const seeds = seedsText.split(',').map(Number)

type Change = { readonly file: string; readonly from: string; readonly to: string }
const mistakes: Readonly<Record<string, Change>> = {
  'a mentee has two mentors': {
    file: 'decisions.ts',
    from: 'mentee.open >= pairsPerMentee',
    to: 'mentee.open > pairsPerMentee',
  },
  'people mentor themselves': {
    file: 'decisions.ts',
    from: 'String(mentorId) === menteeId &&',
    to: 'mentorId === (menteeId + " ") &&',
  },
  'a closed pair meets': {
    file: 'decisions.ts',
    from: "onlyFrom(status, ['matched'], 'MeetPair')",
    to: "onlyFrom(status, ['matched', 'closed'], 'MeetPair')",
  },
  'who met lapses': {
    file: 'decisions.ts',
    from: 'meetings > 0 ? accepted()',
    to: 'meetings > 1 ? accepted()',
  },
  'the month is of this machine': {
    file: 'policies.ts',
    from: "const dueAt = daysAfter(at, daysToMeet, 'UTC')",
    to: 'const day = new Date(at); day.setDate(day.getDate() + daysToMeet); day.setHours(9, 0, 0, 0); const dueAt = day.toISOString()',
  },
  'a lapse keeps the mentor busy': {
    file: 'state.ts',
    from: 'PairLapsed: (pairs: Open) => {\n    pairs.open--',
    to: 'PairLapsed: (pairs: Open) => {\n    pairs.open += 0',
  },
  'a mentor is remembered between commands': {
    file: 'decisions.ts',
    from: 'mentor.open >= pairsPerMentor &&',
    to: '((globalThis as any).mentors ??= new Map()).set(mentorId, ((globalThis as any).mentors.get(mentorId) ?? 0) + 1).get(mentorId) > 40 &&',
  },
  'minutes become hours': {
    file: 'decisions.ts',
    from: 'happened.PairMet({ ...command, menteeId',
    to: 'happened.PairMet({ ...command, minutes: (command.minutes / 60) as never, menteeId',
  },
  'the pair of a number is another': {
    file: 'decisions.ts',
    from: 'pair.menteeId !== menteeId &&',
    to: 'Number(pair.menteeId) !== Number(menteeId) && pair.menteeId.length !== menteeId.length &&',
  },
  'a mentor of one mentee is busy': {
    file: 'decisions.ts',
    from: 'mentor.open >= pairsPerMentor &&',
    to: 'mentor.open >= pairsPerMentor - 1 &&',
  },
}

type Asked = { readonly pairId: string; readonly menteeId: string; readonly mentorId: string }
type Mentoring = typeof import('../examples/custom-workflow/index.ts')
const lawsWith = (
  { training, mentoringCommands, openPairsOfMentee, openPairsOfMentor, pair }: Mentoring,
  seed: number,
): readonly Law[] =>
  lawsOf(training, {
    lives: stories(training, { only: Object.keys(mentoringCommands) }),
    runs,
    seed,
    always: {
      'a mentor has two mentees at most': (look: Look) =>
        Object.values(look(openPairsOfMentor)).every(({ open }) => open >= 0 && open <= 2),
      'a mentee has one mentor at most': (look: Look) =>
        Object.values(look(openPairsOfMentee)).every(({ open }) => open >= 0 && open <= 1),
      'the pairs of a mentor are those that are matched': (look: Look) => {
        const matched = Object.values(look(pair)).filter(({ status }) => status === 'matched')
        return Object.entries(look(openPairsOfMentor)).every(
          ([mentor, { open }]) => open === matched.filter(({ mentorId }) => mentorId === mentor).length,
        )
      },
      'nobody mentors themselves': (look: Look) =>
        Object.values(look(pair)).every(({ menteeId, mentorId }) => menteeId === '' || menteeId !== mentorId),
      'a pair is matched with who asked': (_: Look, events) => {
        const asked = new Map<string, unknown>()
        return events.every(({ type, data }) => {
          const { pairId, menteeId } = data as unknown as Asked
          if (type === 'MentorAsked') asked.set(pairId, menteeId)
          return type !== 'PairMatched' || asked.get(pairId) === menteeId
        })
      },
    },
    until: {
      'a pair that ended': {
        of: pair,
        is: ({ status }: { status: string }) => ['closed', 'lapsed'].includes(status),
      },
    },
    neverAfter: { 'who met does not lapse': { after: 'PairMet', never: ['PairLapsed'], same: ['pairId'] } },
    mustBeAccepted: {
      'a mentor of one mentee takes another': {
        asking: 'MatchPair',
        when: (look, { data }) => {
          const { pairId, menteeId, mentorId } = data as unknown as Asked
          const asked = look(pair)[pairId]
          return (
            asked?.status === 'asked' &&
            asked.menteeId === menteeId &&
            menteeId !== mentorId &&
            look(openPairsOfMentor)[mentorId]?.open === 1 &&
            (look(openPairsOfMentee)[menteeId]?.open ?? 0) === 0
          )
        },
      },
    },
  })

const firstBroken = (laws: readonly Law[]): string | undefined =>
  laws.toReversed().find(({ isBroken, check }) => {
    try {
      if (isBroken !== undefined) return isBroken()
      check()
      return false
    } catch {
      return true
    }
  })?.name

const folder = resolve('out/planted')
const copied = (name: string, change?: Change): string => {
  const to = join(folder, name)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  cpSync('examples/custom-workflow', to, { recursive: true })
  if (change !== undefined) {
    const file = join(to, change.file)
    const text = readFileSync(file, 'utf8')
    if (!text.includes(change.from)) throw new Error(`${change.file} does not hold ${change.from}`)
    writeFileSync(file, text.replace(change.from, change.to))
  }
  return join(to, 'index.ts')
}
let all = 0
const tried = Object.entries(mistakes).filter(
  ([name]) => only === undefined || only.split(',').includes(name),
)
for (const [nth, [name, change]] of tried.entries()) {
  const wrong = (await import(copied(`mentoring-${nth}`, change))) as Mentoring
  const by = seeds.map((seed) => firstBroken(lawsWith(wrong, seed)))
  const found = by.filter((one) => one !== undefined)
  if (found.length === seeds.length) all++
  console.log(
    `${name.padEnd(50)} by ${found.length} of ${seeds.length} seeds   ${[...new Set(found)].join('; ')}`,
  )
}
console.log(`${all} of ${tried.length} found by each of ${seeds.length} seeds within ${runs} lives`)
const right = (await import(copied('mentoring'))) as Mentoring
for (const seed of seeds)
  console.log(`seed ${seed}, the right one: ${firstBroken(lawsWith(right, seed)) ?? 'no alarm'}`)
rmSync(folder, { recursive: true, force: true })

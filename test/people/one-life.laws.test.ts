/** Merging two lives is one person who lived both, where that is possible; where it is not, what is in the way is named. */
import fc from 'fast-check'
import {
  type AnyEvent,
  assemble,
  conflictsOf,
  createLedger,
  enrolmentRecord,
  isRejected,
  learnerCalendar,
  learningHistory,
  life,
  lifecycle,
  peopleEvents,
  project,
} from 'training-ops'
import { lawsOf, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { monday, schedule, tuesday } from '../delivery/an-offering.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const asOne = (value: unknown, from: string, to: string) =>
  JSON.parse(JSON.stringify(value).replaceAll(`"${from}"`, `"${to}"`))

/** What was asked of a life, asked of a ledger: what happened, and how each command was answered. */
const lived = (commands: readonly unknown[]) => {
  const ledger = createLedger(training)
  const answers = commands.map((command) => {
    const [own] = ledger.executeWithPolicies(command as never)
    return own !== undefined && isRejected(own.verdict) ? own.verdict.left.code : 'accepted'
  })
  return { answers, events: ledger.events() as readonly AnyEvent[] }
}

const at = '2026-03-02T09:00:00.000Z'
const setUp = (
  [
    ['o-1', monday],
    ['o-2', monday],
    ['o-3', tuesday],
  ] as const
).flatMap(([offeringId, session]) => [
  {
    type: 'ScheduleOffering',
    data: { ...schedule, offeringId, sessions: [session], capacity: { min: 0, max: 9 } },
  },
  { type: 'OpenEnrolment', data: { at, offeringId } },
])
const asking = fc.record({
  type: fc.constantFrom('RequestEnrolment', 'RequestEnrolment', 'WithdrawEnrolment'),
  learnerId: fc.constantFrom('ada', 'bo', 'cy'),
  offeringId: fc.constantFrom('o-1', 'o-2', 'o-3'),
})
const lives = fc.array(asking, { minLength: 3, maxLength: 8 }).map((asked) =>
  [
    ...setUp,
    ...asked.map(({ type, ...ids }, n) => ({
      type,
      data: {
        ...ids,
        at: `2026-03-03T0${n}:00:00.000Z`,
        ...(type === 'RequestEnrolment' ? { source: 'self' } : {}),
      },
    })),
  ].map((command, n) => ({ ...command, metadata: { commandId: `c-${n}` } })),
)

test('a merge of two lives is one person who lived both, or says what one person cannot have lived', () => {
  const seen = { one: 0, conflicts: 0 }
  for (const commands of fc.sample(lives, { numRuns: 60, seed: 5 })) {
    const two = lived(commands)
    const known = project(life, two.events)
    for (const [survivorId, mergedId] of [
      ['ada', 'bo'],
      ['bo', 'ada'],
    ] as const) {
      const [kept, added] = [known[survivorId], known[mergedId]]
      if (kept === undefined || added === undefined) continue
      const conflicts = conflictsOf(kept, added)
      const one = lived(asOne(commands, mergedId, survivorId))
      const isPossible = String(one.answers) === String(two.answers)
      const merged = peopleEvents.make.IdentitiesMerged({
        ...{ at: '2027-01-01T00:00:00.000Z', kind: 'learner', survivorId, mergedId },
        identityIds: [survivorId, mergedId],
      })
      if (conflicts.length > 0) {
        seen.conflicts++
        expect(isPossible, `${JSON.stringify(conflicts)} was possible`).toBe(false)
      } else if (isPossible) {
        seen.one++
        for (const of of [enrolmentRecord, learnerCalendar, learningHistory] as const)
          expect(project(of as typeof enrolmentRecord, [...two.events, merged])).toEqual(
            project(of as typeof enrolmentRecord, one.events),
          )
      }
    }
  }
  expect(seen.one).toBeGreaterThan(8)
  expect(seen.conflicts).toBeGreaterThan(8)
})

const whole = stories(training, {
  in: universe(
    {
      ...{ offeringId: ['o-1', 'o-2'], toOfferingId: ['o-1', 'o-2'], learnerId: ['ada', 'bo', 'cy'] },
      ...{ survivorId: ['ada', 'bo', 'cy'], mergedId: ['bo', 'cy', 'ada'], joins: ['onSite'] },
      ...{ employment: [{ hiredOn: '2020-01-01' }], completedCourses: [[]], competencies: [[]] },
    },
    { days: ['2026-03-02', '2026-03-04'] },
  ),
  upTo: 24,
  given: setUp.slice(0, 4) as never,
  only: [
    'RequestEnrolment',
    'WithdrawEnrolment',
    'TransferEnrolment',
    'MergeIdentities',
    'UnmergeIdentities',
  ],
  often: { RequestEnrolment: 6, MergeIdentities: 4, UnmergeIdentities: 2 },
})
const underFire = /crash|events a decision asks for|restart|sent again|asked again|names do not matter/
describe('lives in which people are merged and parted keep the laws of a host', () => {
  for (const { name, check } of lawsOf(training, { lives: whole, runs: 4 }))
    if (underFire.test(name)) test(name, check)
  test('and people are merged and parted in them', () => {
    const happened = fc
      .sample(whole, { numRuns: 8, seed: 4 })
      .flatMap(({ events }) => (events as readonly AnyEvent[]).map(({ type }) => type))
    expect(happened).toContain('IdentitiesMerged')
    expect(happened).toContain('IdentitiesUnmerged')
  })
})

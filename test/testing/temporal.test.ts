/** Laws about what has to be accepted, what comes in time and what never comes again, on the mentoring example. */
import { type Look, lawsOf, races, stories, universe, type WorkflowLaws } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { mentoringCommands, pair, training } from '../../examples/custom-workflow/index.ts'
import * as broken from './broken.ts'

const world = universe(
  { pairId: ['p-1', 'p-2'], menteeId: ['ada', 'bob'], mentorId: ['cyd'], topic: ['selling'] },
  { days: ['2026-03-02', '2026-03-20', '2026-04-20'] },
)
const lives = stories(training, { in: world, only: Object.keys(mentoringCommands), upTo: 20 })
const answerOf = (given: Partial<WorkflowLaws<never>>): string => {
  const laws = lawsOf(training as never, { ...given, lives: lives as never, runs: 25, seed: 3 } as never)
  try {
    laws.at(-1)?.check()
    return 'holds'
  } catch (error) {
    return (error as Error).message
  }
}
const within = { after: 'PairMatched', comes: ['PairMet', 'PairLapsed'], days: 30, same: ['pairId'] }

test('what comes by itself in time holds, though a life ends before its deadlines', () => {
  expect(answerOf({ within: { 'a pair meets or lapses in a month': within } })).toBe('holds')
})
test('what comes too late, or never, is told', () => {
  const told = answerOf({ within: { 'a pair meets or lapses in a week': { ...within, days: 7 } } })
  expect(told).toContain('broken: a pair meets or lapses in a week')
  expect(told).toContain('because: PairMatched')
  expect(answerOf({ within: { 'a pair is promoted': { ...within, comes: ['PairPromoted'] } } })).toContain(
    'broken',
  )
})
test('what must never come again is told when it does, unless something came between', () => {
  const over = { after: 'PairLapsed', never: ['PairMet'], same: ['pairId'] }
  expect(answerOf({ neverAfter: { 'who lapsed does not meet': over } })).toBe('holds')
  const once = { after: 'PairMet', never: ['PairMet'], same: ['pairId'] }
  expect(answerOf({ neverAfter: { 'a pair meets once': once } })).toContain('broken: a pair meets once')
  expect(answerOf({ neverAfter: { 'a pair meets once': { ...once, unless: ['PairMet'] } } })).toBe('holds')
})
test('a rule that is too strict is told', () => {
  const status = (look: Look, data: unknown) =>
    look(pair)[(data as { pairId: string }).pairId]?.status ?? 'none'
  const whoAsksFirst = {
    asking: 'AskForMentor',
    when: (look: Look, { data }: { data: unknown }) => status(look, data) === 'none',
  }
  expect(answerOf({ mustBeAccepted: { 'whoever asks first is heard': whoAsksFirst } })).toBe('holds')
  const anybody = { asking: 'AskForMentor', when: () => true }
  expect(answerOf({ mustBeAccepted: { 'whoever asks is heard': anybody } })).toContain('✗ IllegalTransition')
})
test('a law that no life came to says so', () => {
  const nowhere = { after: 'PairLeft', never: ['PairMet'], same: ['pairId'] }
  expect(answerOf({ neverAfter: { 'who left does not meet': nowhere } })).toContain('inconclusive')
})
test('an invariant sees what was refused', () => {
  const heard: string[] = []
  const hears = (_: unknown, __: unknown, refusals: readonly { readonly rejection: unknown }[]) => {
    heard.push(...refusals.map(({ rejection }) => (rejection as { readonly code: string }).code))
    return true
  }
  expect(answerOf({ settled: { hears } as never })).toBe('holds')
  expect(heard).toContain('TheyNeverMet')
})
test('hosts that race carry out what follows by policy', () => {
  const ring = { type: 'RingBell', data: { bellId: 'b', by: 'ada' } }
  const { withConditions } = races(broken.isAnswered() as never, {
    racing: [ring, { type: 'RingBell', data: { bellId: 'c', by: 'bob' } }],
    always: {
      'every ring is answered': (_, events) =>
        events.filter(({ type }) => type === 'BellAnswered').length ===
        events.filter(({ type }) => type === 'BellRung').length,
    },
  })
  expect(withConditions).toEqual({ orders: 20, lost: [] })
})

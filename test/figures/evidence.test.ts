/** The events behind a number are those that move it, and no others; what was promised to nobody is told to nobody. */
import {
  type AnyEvent,
  completionFigure,
  type Evidence,
  enrolmentRecord,
  evidenceOf,
  figureOf,
  type KirkpatrickState,
  kirkpatrick,
  kirkpatrickFigures,
  offeringRecord,
  peopleEvents,
  project,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { logs } from '../records/lived.ts'
import { recordsOf } from '../records/records-of.ts'
import { everything, open, question, say } from './a-program.ts'

const shown = (evidence: Evidence): readonly AnyEvent[] =>
  evidence.status === 'shown' ? evidence.events : []
const text = (value: unknown) => JSON.stringify(value)

/** By its definition: those at which it moves, and those without which it is another. */
const byDefinition = (log: readonly AnyEvent[], take: (events: readonly AnyEvent[]) => unknown) =>
  log.filter(
    (event, at) =>
      text(take(log.slice(0, at))) !== text(take(log.slice(0, at + 1))) ||
      text(take(log.filter((one) => one !== event))) !== text(take(log)),
  )

describe('of figures of a program', () => {
  type Programs = Readonly<Record<string, KirkpatrickState>>
  const figureIn = (programs: Programs, metric: string) =>
    kirkpatrickFigures(programs['p-1'] ?? kirkpatrick.initial()).find((one) => one.metric === metric)

  // A share, an effect, money, and M87, for which one of several answers is enough.
  test.each(['M30', 'M43', 'M82', 'M87'])('%s', (metric) => {
    const tell = (events: readonly AnyEvent[]) => figureIn(project(kirkpatrick, events), metric)
    const question = {
      log: everything as readonly AnyEvent[],
      records: { programs: kirkpatrick },
      take: ({ programs }: { readonly programs: Programs }) => figureIn(programs, metric),
    }
    const open = evidenceOf({ ...question, mayReadAnswer: () => true })
    expect(open).toMatchObject({ status: 'shown', withheld: false })
    const own = shown(open)
    expect(tell(own)).toEqual(tell(everything))
    const expected = byDefinition(everything, tell)
    expect(expected.filter((event) => !own.includes(event))).toEqual([])
    if (text(tell(expected)) === text(tell(everything))) expect(own).toEqual(expected)
    // Without leave, no answer is among them, and it is said that there are some.
    const others = own.filter(({ type }) => !['ResponseSubmitted', 'ResponseInvalidated'].includes(type))
    const closed = evidenceOf(question)
    expect(closed).toMatchObject({ status: 'shown', withheld: others.length < own.length })
    expect(shown(closed)).toEqual(others)
  })
})

describe('of answers that were promised to nobody', () => {
  const items = [question('useful', 'content')]
  const opened = open('react', 'reaction', items)
  const values = [5, 4, 4, 2]
  const answersOf = (anonymous: boolean) =>
    values.flatMap((value, at) =>
      say('react', 'reaction', `p${at}`, { useful: value }).map((event) => {
        if (!anonymous || event.type !== 'ResponseSubmitted') return event
        const { respondentId, learnerId, ...data } = event.data
        return { ...event, data: { ...data, responseId: `key-${at}` } }
      }),
    )
  const of = (log: readonly AnyEvent[], code = 'M32:reaction-form/1:useful') =>
    evidenceOf({
      log,
      records: { programs: kirkpatrick },
      take: ({ programs }) =>
        kirkpatrickFigures(programs['p-1'] ?? kirkpatrick.initial()).find(({ figure }) => figure === code),
      mayReadAnswer: () => true,
    })

  test('an anonymous answer is shown to nobody, not even to who may read answers', () => {
    const types = (evidence: Evidence) => new Set(shown(evidence).map(({ type }) => type))
    const named = of([opened, ...answersOf(false)])
    expect(types(named).has('ResponseSubmitted')).toBe(true)
    const unnamed = of([opened, ...answersOf(true)])
    expect(unnamed).toMatchObject({ status: 'shown', withheld: true })
    expect(types(unnamed).has('ResponseSubmitted')).toBe(false)
  })
  test('a figure of too few says nothing at all', () => {
    expect(of([opened, ...answersOf(false).slice(0, 2)])).toEqual({ status: 'suppressed' })
  })
})

describe('of generated lives', () => {
  const workforce = ['ada', 'bob', 'cyd'].map((learnerId) => ({
    learnerId,
    hiredOn: '2020-01-01',
    segment: {},
  }))
  const period = { from: '2026-01-01', to: '2027-01-01' }
  const lives = logs.filter((log) => log.some(({ type }) => type === 'EnrolmentCompleted')).slice(0, 4)

  test('there are some in which somebody completed', () => {
    expect(lives.length).toBeGreaterThan(1)
  })
  test.each(lives.map((log, at) => [at, log] as const))('completion and seats: life %s', (_, log) => {
    const records = { enrolments: enrolmentRecord, offerings: offeringRecord }
    const take = (of: ReturnType<typeof recordsOf>, ids?: readonly string[]) =>
      figureOf(completionFigure, {
        ...of,
        workforce: workforce.filter(({ learnerId }) => ids?.includes(learnerId) ?? true),
        period,
        asOf: '2027-01-10T00:00:00.000Z',
        zone: 'UTC',
      })
    const expected = byDefinition(log, (events) => take(recordsOf(events)))
    expect(shown(evidenceOf({ log, records, take }))).toEqual(expected)
    expect(shown(evidenceOf({ log, records, take, sharedBy: 'learnerId' }))).toEqual(expected)
  })
})

test('a merge is behind what it changes', () => {
  const at = '2026-01-01T00:00:00.000Z'
  const merged = peopleEvents.make.IdentitiesMerged({
    ...{
      at,
      kind: 'learner',
      alsoAs: ['respondent'],
      identityIds: ['ada', 'ada-2'],
      survivorId: 'ada',
      mergedId: 'ada-2',
    },
  })
  const [opened, ...answers] = [
    open('react', 'reaction', [question('useful', 'content')]),
    ...say('react', 'reaction', 'ada', { useful: 5 }),
    ...say('react', 'reaction', 'ada-2', { useful: 4 }),
    ...say('react', 'reaction', 'bo', { useful: 4 }),
  ]
  const of = (log: readonly AnyEvent[]) =>
    evidenceOf({
      log,
      records: { programs: kirkpatrick },
      take: ({ programs }) =>
        kirkpatrickFigures(programs['p-1'] ?? kirkpatrick.initial()).find(({ metric }) => metric === 'M30'),
    })
  expect(shown(of([opened as AnyEvent, ...answers, merged]))).toContain(merged)
})

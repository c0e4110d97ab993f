import fc from 'fast-check'
import {
  complianceFigure,
  complianceMatrix,
  figureOf,
  obligationCountsIn,
  obligations,
  onTimeCompletionFigure,
  overdueFigure,
  timeToCompetenceFigure,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { ada, asOf, completedOn, required } from '../credentials/a-workforce.ts'
import { figureOf as valueIn } from '../metrics/figures.ts'

const people = ['ada', 'bo', 'cy', 'dee'].map((learnerId) => ({ ...ada, learnerId }))
const events = [
  required(),
  completedOn('2026-03-10', 'o-1', 'ada'),
  completedOn('2026-04-20', 'o-2', 'bo'),
  completedOn('2027-03-05', 'o-3', 'ada'),
]
const on = (day: string) => ({
  obligations: obligations({ workforce: people, ...asOf(events, day) }),
  today: day,
})

describe('compliance', () => {
  test('is of the people who must hold something today', () => {
    expect(
      figureOf(complianceFigure, on('2026-03-20')).status === 'ok' &&
        valueIn(figureOf(complianceFigure, on('2026-03-20'))),
    ).toBe(1)
    expect(valueIn(figureOf(complianceFigure, on('2026-04-05')))).toBe(1 / 4)
    expect(valueIn(figureOf(complianceFigure, on('2026-04-05'), { graceIsCompliant: true }))).toBe(1)
    expect(valueIn(figureOf(complianceFigure, on('2026-05-01')))).toBe(1 / 2)
    expect(figureOf(complianceFigure, on('2026-02-01')).status).toBe('undefined')
  })
  test('counts what is late, in grace and about to expire', () => {
    expect(valueIn(figureOf(overdueFigure, on('2026-05-01')))).toBe(1 / 2)
    const { current, expiring, overdue, notYetDue } = obligationCountsIn(on('2027-02-15'))
    expect([current, expiring, overdue, notYetDue]).toEqual([2, 1, 2, 0])
  })
  test('is on time by the day it had been due, also when it recurs', () => {
    expect(valueIn(figureOf(onTimeCompletionFigure, on('2026-05-01')))).toBe(1 / 4)
    const again = obligations({ workforce: people, ...asOf(events, '2027-03-06') })[0]
    expect([again?.wasDue, again?.doneOn, again?.due]).toEqual(['2027-03-10', '2027-03-05', '2028-03-05'])
  })
  test('is a matrix of people and requirements', () => {
    const { requirementIds, rows } = complianceMatrix(on('2026-05-01').obligations)
    expect(requirementIds).toEqual(['fire'])
    expect(rows.map(({ learnerId, compliant }) => [learnerId, compliant])).toEqual([
      ['ada', true],
      ['bo', true],
      ['cy', false],
      ['dee', false],
    ])
    expect(rows[2]?.cells.fire?.state).toBe('overdue')
  })
  test('by the calculators and by the states are one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (n) => {
        const day = new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10)
        const asked = on(day)
        const counts = obligationCountsIn(asked)
        const states = (...some: readonly string[]) =>
          asked.obligations.filter(({ state }) => some.includes(state)).length
        expect(counts.current).toBe(states('current', 'expiringSoon'))
        expect(counts.expiring).toBe(states('expiringSoon'))
        expect(counts.inGrace).toBe(states('inGrace'))
        expect(counts.overdue + counts.expired).toBe(states('overdue'))
        expect(counts.notYetDue).toBe(states('due'))
      }),
      { numRuns: 100 },
    )
  })
  test('of new hires is reached on the day the last thing was done, with those on their way in it', () => {
    const onboarding = [
      required({ purpose: 'onboarding', recurrence: { kind: 'once' } }),
      ...events.slice(1, 3),
    ]
    const asked = (day: string) => ({
      workforce: people.slice(0, 3),
      obligations: obligations({ workforce: people.slice(0, 3), ...asOf(onboarding, day) }),
      today: day,
    })
    expect(valueIn(figureOf(timeToCompetenceFigure, asked('2026-06-01')))).toBe(50)
    expect(figureOf(timeToCompetenceFigure, asked('2026-03-12'))).toMatchObject({ status: 'undefined' })
    expect(figureOf(timeToCompetenceFigure, asked('2026-06-01'), { purpose: 'other' }).status).toBe(
      'undefined',
    )
  })
})

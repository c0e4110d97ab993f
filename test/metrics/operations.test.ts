import fc from 'fast-check'
import {
  competenceCurve,
  complianceRate,
  funnel,
  incidentRate,
  internalDeliveryShare,
  meanTimeToResolve,
  obligationCounts,
  obligationState,
  overdueRate,
  questionRate,
  timeToCompetence,
  trainerLoad,
  trainerUtilisation,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, without, zero } from './figures.ts'
import { funnelLists, obligation, onboarding } from './records.ts'

describe('trainers', () => {
  it('who teach together split the minutes', () => {
    const sessions = [{ minutes: 90, internalTrainers: 2, externalTrainers: 1 }]
    expect(internalDeliveryShare(sessions)).toMatchObject({ value: 60 / 90, n: 90 })
    expect(internalDeliveryShare([])).toEqual(zero('minutes'))
    expect(() => internalDeliveryShare([{ minutes: 9, internalTrainers: 0, externalTrainers: 0 }])).toThrow(
      'training-ops: internalDeliveryShare needs at least one trainer at sessions[0], got 0',
    )
  })

  it('are loaded in hours for each, the idle included', () => {
    expect(
      figureOf(
        trainerLoad([
          { trainer: 'li', minutes: 90 },
          { trainer: 'wu', minutes: 0 },
        ]),
      ),
    ).toBe(0.75)
    expect(trainerLoad([])).toEqual(zero('trainers'))
  })

  it('may be overbooked, and it says so', () => {
    expect(trainerUtilisation({ bookedMinutes: 90, availableMinutes: 60 })).toMatchObject({
      value: 1.5,
      notes: [{ code: 'Overbooked', minutes: 30 }],
    })
    expect(trainerUtilisation({ bookedMinutes: 60, availableMinutes: 60 })).not.toHaveProperty('notes')
    expect(trainerUtilisation({ bookedMinutes: 0, availableMinutes: 0 })).toEqual(zero('availableMinutes'))
  })
})

describe('questions and incidents', () => {
  it('are rates by the learner-hour and by the session', () => {
    expect(figureOf(questionRate({ questions: 3, attendedMinutes: 90 }))).toBe(2)
    expect(questionRate({ questions: 3, attendedMinutes: 0 })).toEqual(zero('attendedMinutes'))
    expect(figureOf(incidentRate({ incidents: 3, sessions: 2 }))).toBe(1.5)
    expect(incidentRate({ incidents: 3, sessions: 0 })).toEqual(zero('sessions'))
  })

  it('are resolved in a mean time that says how many are still open', () => {
    const reportedAt = '2026-01-05T09:00:00+08:00'
    expect(meanTimeToResolve([{ reportedAt, resolvedAt: '2026-01-05T04:00:00Z' }, { reportedAt }])).toEqual({
      status: 'ok',
      value: 3,
      n: 1,
      unit: 'hours',
      notes: [{ code: 'StillOpen', incidents: 1 }],
    })
    const resolved = (resolvedAt: string) => ({ reportedAt, resolvedAt })
    const oneAndFour = [resolved('2026-01-05T02:00:00Z'), resolved('2026-01-05T05:00:00Z')]
    expect(meanTimeToResolve(oneAndFour)).toEqual({ status: 'ok', value: 2.5, n: 2, unit: 'hours' })
    expect(meanTimeToResolve([{ reportedAt }])).toEqual(without('TooFewObservations', { need: 1, have: 0 }))
  })

  it('are not resolved before they are reported, nor at a time without a zone', () => {
    const reportedAt = '2026-01-05T09:00:00Z'
    expect(() => meanTimeToResolve([{ reportedAt, resolvedAt: '2026-01-05T08:59:00Z' }])).toThrow(
      'needs an instant not before reportedAt at incidents[0].resolvedAt',
    )
    expect(() => meanTimeToResolve([{ reportedAt: '2026-01-05T09:00:00' }])).toThrow(
      'training-ops: meanTimeToResolve needs an ISO 8601 instant with its offset at incidents[0].reportedAt',
    )
  })
})

describe('an obligation', () => {
  const due = { person: 'an', item: 'fire', due: '2026-01-10', graceDays: 5 }

  it('is not yet due, in grace, overdue, and current once it is done', () => {
    const states = ['2026-01-10', '2026-01-11', '2026-01-15', '2026-01-16'].map((day) =>
      obligationState(due, day),
    )
    expect(states).toEqual(['notYetDue', 'inGrace', 'inGrace', 'overdue'])
    expect(obligationState({ ...due, completedOn: '2026-01-20' }, '2026-01-19')).toBe('overdue')
    expect(obligationState({ ...due, completedOn: '2026-01-20' }, '2026-01-20')).toBe('current')
  })

  it('is current through the last day of its validity, and waived whatever its days say', () => {
    const done = { person: 'an', item: 'fire', completedOn: '2025-01-20', validUntil: '2026-01-20' }
    expect(obligationState(done, '2026-01-20')).toBe('current')
    expect(obligationState(done, '2026-01-21')).toBe('expired')
    expect(obligationState({ ...done, waived: true }, '2026-01-21')).toBe('waived')
  })

  it('with no day to it is never late', () => {
    expect(obligationState({ person: 'an', item: 'fire' }, '2099-01-01')).toBe('notYetDue')
  })

  it.each([
    [{ due: '2026-02-30' }, 'a date YYYY-MM-DD at due, got "2026-02-30"'],
    [{ completedOn: '20/01/2026' }, 'a date YYYY-MM-DD at completedOn, got "20/01/2026"'],
    [{ validUntil: '' }, 'a date YYYY-MM-DD at validUntil, got ""'],
    [{ graceDays: -1 }, 'a whole number ≥ 0 at graceDays, got -1'],
    [{ person: '' }, 'a text at person, got ""'],
    [{ item: 7 }, 'a text at item, got 7'],
    [{ waived: 'no' }, 'true or false at waived, got "no"'],
  ])('says what is wrong with it: %j', (wrong, complaint) => {
    const obligation = { person: 'an', item: 'fire', ...wrong } as Parameters<typeof obligationState>[0]
    expect(() => obligationState(obligation, '2026-01-01')).toThrow(
      `training-ops: obligationState needs ${complaint}`,
    )
  })

  it('stands as of a day', () => {
    expect(() => obligationState({ person: 'an', item: 'fire' }, 'today')).toThrow(
      'training-ops: obligationState needs a date YYYY-MM-DD at asOf, got "today"',
    )
  })
})

describe('compliance', () => {
  const asOf = '2026-01-15'
  const current = { person: 'an', item: 'fire', completedOn: '2026-01-02' }
  const late = { person: 'an', item: 'first aid', due: '2026-01-02' }
  const inGrace = { ...late, graceDays: 30 }

  it('asks for every item of a person', () => {
    expect(figureOf(complianceRate({ obligations: [current], asOf }))).toBe(1)
    expect(figureOf(complianceRate({ obligations: [current, late], asOf }))).toBe(0)
  })

  it('keeps grace a state of its own', () => {
    const obligations = [current, inGrace]
    expect(complianceRate({ obligations, asOf })).toMatchObject({
      value: 0,
      variant: { graceIsCompliant: false },
      notes: [{ code: 'InGrace', people: 1 }],
    })
    expect(complianceRate({ obligations, asOf, graceIsCompliant: true })).toMatchObject({
      value: 1,
      variant: { graceIsCompliant: true },
      notes: [{ code: 'InGrace', people: 1 }],
    })
  })

  it('takes the waived as satisfied and leaves out who is not obligated', () => {
    const waived = { ...late, waived: true }
    const notYet = { person: 'bo', item: 'fire', due: '2026-06-01' }
    expect(complianceRate({ obligations: [waived, current, late], asOf, waivedIsCompliant: false })).toEqual(
      complianceRate({ obligations: [current, late], asOf, waivedIsCompliant: false }),
    )
    expect(complianceRate({ obligations: [waived], asOf, waivedIsCompliant: false })).toEqual(
      zero('obligated'),
    )
    expect(complianceRate({ obligations: [current], asOf })).toMatchObject({
      variant: { graceIsCompliant: false, waivedIsCompliant: true },
    })
    expect(complianceRate({ obligations: [waived, notYet], asOf })).toMatchObject({ value: 1, n: 1 })
    expect(complianceRate({ obligations: [notYet], asOf })).toEqual(zero('obligated'))
  })

  it('counts items by state, where compliance counts people', () => {
    const obligations = [current, late, inGrace, { ...current, validUntil: '2026-02-14' }]
    expect(obligationCounts({ obligations, asOf })).toEqual({
      current: 2,
      expiring: 1,
      waived: 0,
      notYetDue: 0,
      inGrace: 1,
      overdue: 1,
      expired: 0,
    })
    expect(overdueRate({ obligations, asOf })).toMatchObject({
      value: 0.25,
      n: 4,
      notes: [
        { code: 'InGrace', items: 1 },
        { code: 'Expiring', items: 1 },
      ],
    })
    expect(overdueRate({ obligations, asOf, expiringWithinDays: 29 })).toMatchObject({
      notes: [{ code: 'InGrace', items: 1 }],
    })
    expect(overdueRate({ obligations: [], asOf })).toEqual(zero('binding obligations'))
  })

  it('every obligation is in exactly one state', () => {
    fc.assert(
      fc.property(fc.array(obligation), (obligations) => {
        const { expiring, current: held, ...rest } = obligationCounts({ obligations, asOf })
        expect(Object.values(rest).reduce((a, b) => a + b, held)).toBe(obligations.length)
        expect(expiring).toBeLessThanOrEqual(held)
      }),
    )
  })

  it('names the date that is none', () => {
    expect(() => complianceRate({ obligations: [{ ...late, due: '10/01/2026' }], asOf })).toThrow(
      'training-ops: complianceRate needs a date YYYY-MM-DD at obligations[0].due, got "10/01/2026"',
    )
  })
})

/** Miller 1981, acute myelogenous leukaemia, as in R's `survival::aml`; `+` is censored. */
const aml = (times: string) =>
  times.split(' ').map((time) => ({ days: Number.parseInt(time, 10), completed: !time.endsWith('+') }))
const maintained = aml('9 13 13+ 18 23 28+ 31 34 45+ 48 161+')
const nonmaintained = aml('5 5 8 8 12 16+ 23 27 30 33 43 45')

describe('time to competence', () => {
  it('is the Kaplan–Meier median of a published study', () => {
    expect(figureOf(timeToCompetence(maintained))).toBe(31)
    expect(figureOf(timeToCompetence(nonmaintained))).toBe(23)
  })

  it('follows the curve R prints for it', () => {
    const survival = competenceCurve(maintained).map(({ stillOnTheWay }) => stillOnTheWay.toFixed(3))
    expect(survival).toEqual(['0.909', '0.818', '0.716', '0.614', '0.491', '0.368', '0.184'])
    expect(competenceCurve(maintained).map(({ onTheWay }) => onTheWay)).toEqual([11, 10, 8, 7, 5, 4, 2])
  })

  it('is longer than the mean of those who finished, when the slow are still on the way', () => {
    const people = [10, 20, 100, 100].map((days) => ({ days, completed: days < 100 }))
    const withOneMore = [...people, { days: 90, completed: true }]
    expect(figureOf(timeToCompetence(withOneMore))).toBeGreaterThan((10 + 20 + 90) / 3)
  })

  it('has no answer while more than half are on the way', () => {
    const people = [10, 20, 20].map((days) => ({ days, completed: days < 20 }))
    expect(timeToCompetence(people)).toEqual(without('NotReached', { what: 'median' }))
    expect(timeToCompetence([])).toEqual(without('TooFewObservations', { need: 1, have: 0 }))
  })

  it('is reached at exactly one half, without a rounding error in between', () => {
    const people = [1, 2, 3, 4, 5, 6].map((days) => ({ days, completed: days <= 3 }))
    expect(figureOf(timeToCompetence(people))).toBe(3)
  })

  it('is the ordinary median when everybody finished', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 40 }), (days) => {
        const sorted = days.toSorted((a, b) => a - b)
        const median =
          ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
        expect(figureOf(timeToCompetence(days.map((each) => ({ days: each, completed: true }))))).toBe(median)
      }),
    )
  })

  it('never falls when somebody slower is still on the way', () => {
    fc.assert(
      fc.property(fc.array(onboarding, { minLength: 1 }), (people) => {
        const before = timeToCompetence(people)
        const after = timeToCompetence([...people, { days: 100, completed: false }])
        if (before.status === 'ok' && after.status === 'ok')
          expect(after.value).toBeGreaterThanOrEqual(before.value)
        if (before.status === 'undefined') expect(after.status).toBe('undefined')
      }),
    )
  })
})

describe('the funnel', () => {
  it('never widens', () => {
    fc.assert(
      fc.property(funnelLists, (lists) => {
        const counts = funnel(lists).map(({ count }) => count)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
      }),
    )
  })

  it('leaves out who skipped a stage and says how many they are', () => {
    const steps = funnel({ confirmed: ['an', 'bo'], attended: ['an', 'zed'], passed: ['zed'] })
    expect(steps.map(({ stage, count, leftOut }) => [stage, count, leftOut])).toEqual([
      ['confirmed', 2, 0],
      ['attended', 1, 1],
      ['passed', 0, 1],
    ])
    expect(figureOf(steps[1]?.ofPrevious)).toBe(0.5)
    expect(funnel({ invited: [], attended: [] })[1]?.ofPrevious).toEqual(zero('previous stage'))
  })

  it('knows seven stages', () => {
    expect(() => funnel({ certified: ['an'] } as never)).toThrow(
      'training-ops: funnel needs one of invited, requested, confirmed, attended, completed, passed, applied at stage',
    )
  })
})

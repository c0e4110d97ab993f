import fc from 'fast-check'
import {
  attendanceRate,
  completionOfEnrolments,
  completionRate,
  lateWithdrawalRate,
  noShowRate,
  onScheduleDelivery,
  onTimeCompletion,
  seatFill,
  seatFillAccumulator,
  selfInitiatedShare,
  waitlistConversion,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, without, zero } from './figures.ts'
import { enrolment } from './records.ts'

describe('completion', () => {
  it('leaves out the cancelled, the withdrawn in time and the waived', () => {
    const counts = { completed: 9, ended: 20, organiserCancelled: 3, withdrawnInTime: 4, waived: 3 }
    expect(completionRate(counts)).toEqual({ status: 'ok', value: 0.9, n: 10, unit: 'ratio' })
  })

  it('has no answer when everything that ended was left out', () => {
    expect(completionRate({ completed: 0, ended: 4, organiserCancelled: 4 })).toEqual(zero('ended'))
  })

  it('carries an interval for a sample and none for a census', () => {
    expect(completionRate({ completed: 81, ended: 263 })).not.toHaveProperty('interval')
    expect(completionRate({ completed: 81, ended: 263, sampled: true })).toMatchObject({
      interval: { low: expect.closeTo(0.2552885198782742, 12), high: expect.closeTo(0.3662095769828, 12) },
    })
  })

  it('refuses counts that cannot be', () => {
    expect(() => completionRate({ completed: 11, ended: 10 })).toThrow(
      'training-ops: completionRate needs at most what could have completed (10) at completed, got 11',
    )
    expect(() => completionRate({ completed: 0, ended: 2, waived: 3 })).toThrow(
      'training-ops: completionRate needs at most ended (2) at organiserCancelled + withdrawnInTime + waived, got 3',
    )
    expect(() => completionRate({ completed: Number.NaN, ended: 2 })).toThrow(
      'training-ops: completionRate needs a whole number ≥ 0 at completed, got NaN',
    )
  })

  it('counts a retake as a second enrolment, or people by any completion of theirs', () => {
    const enrolments = [
      { person: 'an', due: '2026-01-10', status: 'notCompleted' },
      { person: 'an', due: '2026-01-20', status: 'completed' },
      { person: 'bo', due: '2026-01-20', status: 'withdrawnLate' },
    ] as const
    const of = (counted: 'enrolments' | 'people') =>
      completionOfEnrolments({ enrolments, asOf: '2026-01-31', counted })
    expect(of('enrolments')).toMatchObject({ value: 1 / 3, n: 3, variant: { counted: 'enrolments' } })
    expect(of('people')).toMatchObject({ value: 1 / 2, n: 2, variant: { counted: 'people' } })
  })

  it('counts on the day itself what is due that day', () => {
    const enrolments = [{ person: 'an', due: '2026-01-31', status: 'running' }] as const
    expect(figureOf(completionOfEnrolments({ enrolments, asOf: '2026-01-31' }))).toBe(0)
    expect(completionOfEnrolments({ enrolments, asOf: '2026-01-30' })).toEqual(zero('ended'))
  })

  it('tells the waived beside the rate', () => {
    const enrolments = [
      { person: 'an', due: '2026-01-31', status: 'waived' },
      { person: 'bo', due: '2026-01-31', status: 'completed' },
    ] as const
    expect(completionOfEnrolments({ enrolments, asOf: '2026-02-01' })).toMatchObject({
      value: 1,
      n: 1,
      notes: [{ code: 'Waived', enrolments: 1 }],
    })
  })

  it('never changes when an enrolment that is not yet due is added', () => {
    const notYetDue = enrolment.map((one) => ({ ...one, due: one.due.replace('2026-01', '2026-03') }))
    const counted = fc.constantFrom('enrolments' as const, 'people' as const)
    fc.assert(
      fc.property(fc.array(enrolment), notYetDue, counted, (due, later, basis) => {
        const of = (enrolments: typeof due) =>
          completionOfEnrolments({ enrolments, asOf: '2026-01-31', counted: basis })
        expect(of([...due, later])).toEqual(of(due))
      }),
    )
  })

  it('from records is what it is from counts', () => {
    fc.assert(
      fc.property(fc.array(enrolment), (enrolments) => {
        const number = (status: string) => enrolments.filter((one) => one.status === status).length
        const fromCounts = completionRate({
          completed: number('completed'),
          ended: enrolments.length,
          organiserCancelled: number('organiserCancelled'),
          withdrawnInTime: number('withdrawnInTime'),
          waived: number('waived'),
        })
        const fromRecords = completionOfEnrolments({ enrolments, asOf: '2026-01-31' })
        if (fromCounts.status === 'ok') expect(fromRecords).toMatchObject(fromCounts)
        else expect(fromRecords).toEqual(fromCounts)
      }),
    )
  })

  it('takes waived as completed where that is said, as cmi5 does, and says so', () => {
    const enrolments = (['completed', 'waived', 'waived', 'notCompleted'] as const).map((status, index) => ({
      person: `p${index}`,
      due: '2026-01-31',
      status,
    }))
    const asOf = '2026-02-01'
    const waivedAre = (waived?: 'leftOut' | 'completed') =>
      completionOfEnrolments({ enrolments, asOf, ...(waived ? { waived } : {}) })
    expect(waivedAre()).toMatchObject({
      value: 0.5,
      n: 2,
      variant: { counted: 'enrolments', waived: 'leftOut' },
    })
    expect(waivedAre('completed')).toMatchObject({ value: 0.75, n: 4, variant: { waived: 'completed' } })
    expect(waivedAre('completed')).toMatchObject({ notes: [{ code: 'Waived', enrolments: 2 }] })
    expect(() => waivedAre('ignored' as 'leftOut')).toThrow(
      'one of leftOut, completed at waived, got "ignored"',
    )
  })

  it('names the record whose date is none', () => {
    const enrolments = [{ person: 'an', due: '2026-02-30', status: 'completed' }] as const
    expect(() => completionOfEnrolments({ enrolments, asOf: '2026-03-31' })).toThrow(
      'training-ops: completionOfEnrolments needs a date YYYY-MM-DD at enrolments[0].due, got "2026-02-30"',
    )
  })
})

describe('on-time completion', () => {
  it('is on time on the due day and late the day after', () => {
    const on = (completedOn: string) =>
      figureOf(onTimeCompletion({ records: [{ due: '2026-01-31', completedOn }], asOf: '2026-03-01' }))
    expect([on('2026-01-31'), on('2026-02-01')]).toEqual([1, 0])
  })

  it('leaves out what has no due date, and has no answer when nothing has one', () => {
    const records = [{ completedOn: '2026-01-01' }, { due: '2026-01-31', completedOn: '2026-01-01' }]
    expect(onTimeCompletion({ records, asOf: '2026-03-01' })).toMatchObject({
      value: 1,
      n: 1,
      notes: [{ code: 'WithoutDueDate', records: 1 }],
    })
    expect(onTimeCompletion({ records: [{}], asOf: '2026-03-01' })).toEqual(without('NoDeadline'))
    expect(onTimeCompletion({ records: [], asOf: '2026-03-01' })).toEqual(zero('due'))
  })
})

describe('attendance', () => {
  const taken = { scheduledMinutes: 60, attendedMinutes: 60 }
  const untaken = { scheduledMinutes: 60 }

  it('five of five taken registers are half of ten sessions, not all (moodle-mod_attendance#718)', () => {
    const records = [taken, taken, taken, taken, taken, untaken, untaken, untaken, untaken, untaken]
    expect(figureOf(attendanceRate({ records, sessions: 'taken' }))).toBe(1)
    expect(attendanceRate({ records, sessions: 'all' })).toMatchObject({
      value: 0.5,
      n: 10,
      variant: { sessions: 'all' },
      notes: [{ code: 'RegisterNotTaken', sessions: 5 }],
    })
  })

  it('watched while a class runs, leaves out sessions to come, and those whose register nobody took: who came is unknown', () => {
    const records = [
      { ...taken, day: '2026-01-05' },
      { ...untaken, day: '2026-01-06' },
      { ...taken, attendedMinutes: 0, day: '2026-01-07' },
    ]
    const on = (asOf: string) => figureOf(attendanceRate({ records, asOf }))
    expect([on('2026-01-05'), on('2026-01-06'), on('2026-01-07')]).toEqual([1, 1, 1 / 2])
    expect(attendanceRate({ records, asOf: '2026-01-07' })).toMatchObject({
      n: 2,
      notes: [{ code: 'RegisterNotTaken', sessions: 1 }],
    })
  })

  it.each([
    ['exclude', 1, 1],
    ['countAbsent', 0.5, 2],
    ['countPresent', 1, 2],
  ] as const)('with excused absences under %s is %d', (excused, value, n) => {
    const records = [taken, { scheduledMinutes: 60, attendedMinutes: 0, excused: true }]
    expect(attendanceRate({ records, sessions: 'all', excused })).toMatchObject({
      value,
      n,
      variant: { excused },
    })
  })

  it('weighs sessions by their minutes', () => {
    const records = [
      { scheduledMinutes: 60, attendedMinutes: 60 },
      { scheduledMinutes: 180, attendedMinutes: 0 },
    ]
    expect(figureOf(attendanceRate({ records, sessions: 'all' }))).toBe(0.25)
  })

  it('has no answer when nothing was scheduled', () => {
    expect(attendanceRate({ records: [], sessions: 'all' })).toEqual(zero('scheduledMinutes'))
  })

  it('refuses more minutes than were scheduled, and a missing day where one is needed', () => {
    const records = [taken, { scheduledMinutes: 60, attendedMinutes: 61 }]
    expect(() => attendanceRate({ records, sessions: 'all' })).toThrow(
      'training-ops: attendanceRate needs at most scheduledMinutes (60) at records[1].attendedMinutes, got 61',
    )
    expect(() => attendanceRate({ records: [taken], asOf: '2026-01-05' })).toThrow(
      'training-ops: attendanceRate needs a date YYYY-MM-DD at records[0].day, got ""',
    )
  })
})

describe('no-shows and late withdrawals', () => {
  it('are shares of those expected and of those confirmed', () => {
    expect(
      noShowRate({ noShows: 2, confirmed: 15, withdrawnInTime: 3, organiserCancelled: 2 }),
    ).toMatchObject({
      value: 0.2,
      n: 10,
    })
    expect(figureOf(lateWithdrawalRate({ withdrawnLate: 3, confirmed: 12 }))).toBe(0.25)
  })

  it('have an interval only when what was counted is a sample', () => {
    for (const sampled of [true, false]) {
      const late = lateWithdrawalRate({ withdrawnLate: 3, confirmed: 12, ...(sampled ? { sampled } : {}) })
      const absent = noShowRate({ noShows: 3, confirmed: 12, ...(sampled ? { sampled } : {}) })
      const waited = waitlistConversion({ promoted: 3, waitlisted: 12, ...(sampled ? { sampled } : {}) })
      const punctual = onScheduleDelivery({ byMilestone: 3, due: 12, ...(sampled ? { sampled } : {}) })
      const asked = selfInitiatedShare({ selfInitiated: 3, enrolments: 12, ...(sampled ? { sampled } : {}) })
      for (const figure of [late, absent, waited, punctual, asked]) expect('interval' in figure).toBe(sampled)
    }
  })

  it('have no answer when nobody was expected, or there was no deadline to miss', () => {
    expect(noShowRate({ noShows: 0, confirmed: 3, organiserCancelled: 3 })).toEqual(zero('expected'))
    expect(lateWithdrawalRate({ withdrawnLate: 0, confirmed: 0 })).toEqual(zero('confirmed'))
    expect(lateWithdrawalRate({ withdrawnLate: 'noDeadline', confirmed: 3 })).toEqual(without('NoDeadline'))
  })

  it('refuse counts that cannot be', () => {
    expect(() => noShowRate({ noShows: 4, confirmed: 5, withdrawnInTime: 2 })).toThrow(
      'training-ops: noShowRate needs at most those expected (3) at noShows, got 4',
    )
    expect(() => lateWithdrawalRate({ withdrawnLate: 4, confirmed: 3 })).toThrow(
      'training-ops: lateWithdrawalRate needs at most confirmed (3) at withdrawnLate, got 4',
    )
  })
})

describe('seats', () => {
  it('of many offerings are added up: the mean of the rates is another figure', () => {
    const offerings = [
      { confirmed: 10, capacity: 10 },
      { confirmed: 0, capacity: 90 },
      { confirmed: 7, capacity: 'unlimited' },
    ] as const
    const { lift, combine, extract } = seatFillAccumulator
    expect(extract(offerings.map(lift).reduce(combine))).toEqual({
      status: 'ok',
      value: 0.1,
      n: 100,
      unit: 'ratio',
      notes: [{ code: 'UnlimitedLeftOut', offerings: 1 }],
    })
  })

  it('may be overbooked, and says so', () => {
    expect(seatFill({ confirmed: 12, capacity: 10 })).toMatchObject({
      value: 1.2,
      notes: [{ code: 'OverCapacity', seats: 2 }],
    })
    expect(seatFill({ confirmed: 10, capacity: 10 })).toEqual({
      status: 'ok',
      value: 1,
      n: 10,
      unit: 'ratio',
    })
  })

  it('without a limit, or none at all, have no answer', () => {
    expect(seatFill({ confirmed: 1, capacity: 'unlimited' })).toEqual(without('Unlimited'))
    expect(seatFill({ confirmed: 0, capacity: 0 })).toEqual(zero('capacity'))
  })
})

describe('waiting and asking', () => {
  it('are shares with an answer only where somebody waited or enrolled', () => {
    expect(figureOf(waitlistConversion({ promoted: 3, waitlisted: 4 }))).toBe(0.75)
    expect(waitlistConversion({ promoted: 0, waitlisted: 0 })).toEqual(zero('waitlisted'))
    expect(figureOf(selfInitiatedShare({ selfInitiated: 1, enrolments: 4 }))).toBe(0.25)
    expect(selfInitiatedShare({ selfInitiated: 0, enrolments: 0 })).toEqual(zero('enrolments'))
  })

  it('cannot have more promoted than waited, nor more asked than enrolled', () => {
    expect(() => waitlistConversion({ promoted: 5, waitlisted: 4 })).toThrow(
      'training-ops: waitlistConversion needs at most waitlisted (4) at promoted, got 5',
    )
    expect(() => selfInitiatedShare({ selfInitiated: 5, enrolments: 4 })).toThrow(
      'training-ops: selfInitiatedShare needs at most enrolments (4) at selfInitiated, got 5',
    )
  })
})

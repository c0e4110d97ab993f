import fc from 'fast-check'
import {
  credentialEvents,
  deliveryEvents,
  type Employee,
  obligationOf,
  obligations,
  promotionEligibility,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import {
  ada,
  asOf,
  certified,
  completedOn,
  fire,
  type Happened,
  noon,
  required,
  standing,
  zone,
} from './a-workforce.ts'

const happened = credentialEvents.make
const who = { certificateId: 'c-1', learnerId: 'ada', courseId: 'fire-safety' }
const reason = 'A doubt'

describe('what is due when somebody is hired', () => {
  test('is due, then in grace, then overdue, by local days', () => {
    const events = [required()]
    expect(standing(events, '2026-02-28')).toBe('notObligated')
    expect(standing(events, '2026-03-01')).toBe('due 2026-03-31')
    expect(standing(events, '2026-03-31')).toBe('due 2026-03-31')
    expect(standing(events, '2026-04-01')).toBe('inGrace 2026-03-31')
    expect(standing(events, '2026-04-07')).toBe('inGrace 2026-03-31')
    expect(standing(events, '2026-04-08')).toBe('overdue 2026-03-31')
    const midnight = obligations({
      workforce: [ada],
      ...asOf(events, '2026-03-31'),
      asOf: '2026-03-31T16:00:00.000Z',
    })
    expect(midnight[0]?.state).toBe('inGrace')
  })
  test('gives those who were there before the requirement the same days from its first', () => {
    expect(standing([required()], '2026-01-20', { ...ada, hiredOn: '2019-01-01' })).toBe('due 2026-01-31')
  })
  test('is nobody’s who has left or is meant by nobody', () => {
    expect(standing([required()], '2026-05-02', { ...ada, leftOn: '2026-05-01' })).toBe('notObligated')
    const forSales = required({ audience: { segments: [{ department: 'sales' }], roles: [] } })
    expect(standing([forSales], '2026-05-02')).toBe('notObligated')
    expect(obligationOf('fire', ada, asOf([forSales], '2026-05-02')).state).toBe('notObligated')
  })
  test('needs a requirement that is there, a day and a zone', () => {
    expect(() => obligationOf('water', ada, asOf([], '2026-05-02'))).toThrow(
      'training-ops: obligationOf needs a requirement among the given ones, got "water"',
    )
    expect(() =>
      obligationOf('fire', ada, { ...asOf([required()], '2026-05-02'), zone: 'Atlantis' }),
    ).toThrow(RangeError)
  })
})

describe('what recurs', () => {
  test('so many months after it was last done, whenever that was', () => {
    const events = [required(), completedOn('2026-03-31', 'o-1'), completedOn('2026-12-31', 'o-2')]
    expect(standing(events, '2026-04-01')).toBe('current 2027-03-31')
    expect(standing(events, '2027-01-01')).toBe('current 2027-12-31')
    expect(standing(events, '2027-12-02')).toBe('expiringSoon 2027-12-31')
    expect(standing(events, '2028-01-01')).toBe('inGrace 2027-12-31')
    expect(standing(events, '2028-01-08')).toBe('overdue 2027-12-31')
  })
  test('on the last day of a shorter month', () => {
    const halfYearly = required({ recurrence: { kind: 'rolling', months: 6 } })
    expect(standing([halfYearly, completedOn('2026-08-31', 'o-1')], '2026-09-01')).toBe('current 2027-02-28')
  })
  test('by the close of the next window that opens after it', () => {
    const recurrence = {
      kind: 'calendarWindow' as const,
      opens: '11-01',
      closes: '01-31',
      everyYears: 1,
    }
    const events = [required({ recurrence }), completedOn('2026-03-10', 'o-1')]
    expect(standing(events, '2026-09-01')).toBe('current 2027-01-31')
    expect(standing(events, '2026-11-01')).toBe('expiringSoon 2027-01-31')
    expect(standing(events, '2027-02-01')).toBe('inGrace 2027-01-31')
    expect(standing([...events, completedOn('2026-12-24', 'o-2')], '2026-12-25')).toBe('current 2028-01-31')
  })
  test('every three years where three are said', () => {
    const recurrence = { kind: 'calendarWindow' as const, opens: '01-01', closes: '03-31', everyYears: 3 }
    expect(standing([required({ recurrence }), completedOn('2026-03-10', 'o-1')], '2027-01-02')).toBe(
      'current 2029-03-31',
    )
  })
})

describe('recertification', () => {
  const yearly = { kind: 'calendarWindow' as const, opens: '01-01', closes: '03-31', everyYears: 1 }
  test('never deletes what was done before: it is in the record beside the new attempt', () => {
    const events = [
      required(),
      completedOn('2026-03-10', 'o-1'),
      certified('2026-03-10', '2027-03-10'),
      completedOn('2027-03-01', 'o-2'),
      happened.CertificateRenewed({
        ...who,
        at: noon('2027-03-01'),
        validFrom: noon('2027-03-10'),
        validUntil: noon('2028-03-10'),
        awardedDate: '2026-03-10',
      }),
    ]
    const { ada: record } = asOf(events, '2027-03-02').records
    expect(Object.keys(record?.completions ?? {})).toEqual(['o-1', 'o-2'])
    expect(record?.certificates['c-1']?.validities).toHaveLength(2)
    expect(record?.certificates['c-1']?.awardedDate).toBe('2026-03-10')
    expect(standing(events, '2026-12-01')).toBe('current 2027-03-10')
  })
  test('is not done by itself: last year’s completion does not count again when the window opens', () => {
    const events = [required({ recurrence: yearly }), completedOn('2026-03-10', 'o-1')]
    expect(standing(events, '2027-01-01')).toBe('expiringSoon 2027-03-31')
    expect(standing(events, '2027-04-08')).toBe('overdue 2027-03-31')
    expect(standing(events, '2029-06-01')).toBe('overdue 2027-03-31')
    expect(standing([...events, completedOn('2029-06-02', 'o-2')], '2029-06-02')).toBe('current 2030-03-31')
  })
})

describe('a required credential', () => {
  const credential = required({ requires: 'credential', recurrence: { kind: 'once' }, graceDays: 0 })
  const held = [credential, certified('2026-03-10', '2027-03-10')]
  test('is due again when its validity ends, and not shown by a mere completion', () => {
    expect(standing([credential, completedOn('2026-03-10', 'o-1')], '2026-03-11')).toBe('due 2026-03-31')
    expect(standing(held, '2026-03-11')).toBe('current 2027-03-10')
    expect(standing(held, '2027-02-20')).toBe('expiringSoon 2027-03-10')
    expect(standing(held, '2027-03-10')).toBe('due 2027-03-10')
    expect(standing(held, '2027-03-11')).toBe('overdue 2027-03-10')
  })
  test('does not count while it is suspended, and never once it is revoked', () => {
    const suspended = happened.CertificateSuspended({ ...who, at: noon('2026-05-01'), reason })
    const reinstated = happened.CertificateReinstated({ ...who, at: noon('2026-06-01') })
    const revoked = happened.CertificateRevoked({ ...who, at: noon('2026-07-01'), reason })
    const life = [...held, suspended, reinstated, revoked]
    expect(standing(life, '2026-04-30')).toBe('current 2027-03-10')
    expect(standing(life, '2026-05-02')).toBe('overdue 2026-05-01')
    expect(standing(life, '2026-06-02')).toBe('current 2027-03-10')
    expect(standing(life, '2026-07-02')).toBe('overdue 2026-07-01')
  })
  test('that is flagged counts until somebody decides', () => {
    const flagged = happened.CertificateFlagged({ ...who, at: noon('2026-05-01'), cause: 'complaint' })
    expect(standing([...held, flagged], '2026-05-02')).toBe('current 2027-03-10')
  })
  test('binds by its expiry only those who hold it', () => {
    const keep = required({ requires: 'credential', trigger: { on: 'expiry' }, recurrence: { kind: 'once' } })
    expect(standing([keep], '2026-05-01')).toBe('notObligated')
    const events = [keep, certified('2026-03-10', '2027-03-10')]
    expect(standing(events, '2026-05-01')).toBe('current 2027-03-10')
    expect(standing(events, '2027-03-17')).toBe('inGrace 2027-03-10')
    expect(standing(events, '2027-03-18')).toBe('overdue 2027-03-10')
  })
})

describe('what is due', () => {
  test('at a fixed date is due for those who were there, and for later ones when it recurs', () => {
    const law = (recurrence: typeof fire.recurrence | { kind: 'once' }) =>
      required({ trigger: { on: 'fixedDate', due: '2026-02-28' }, recurrence })
    const early = { ...ada, hiredOn: '2020-01-01' }
    expect(standing([law({ kind: 'once' })], '2026-02-01', early)).toBe('due 2026-02-28')
    expect(standing([law({ kind: 'once' })], '2026-03-02')).toBe('notObligated')
    expect(standing([law(fire.recurrence)], '2026-03-02')).toBe('due 2027-02-28')
  })
  test('with a role counts from the day of the role', () => {
    const forDrivers = required({
      audience: { segments: [], roles: ['driver'] },
      trigger: { on: 'roleAssigned', dueWithinDays: 10 },
    })
    const driver = { ...ada, roles: [{ role: 'driver', since: '2026-06-01' }] }
    expect(standing([forDrivers], '2026-05-31', driver)).toBe('notObligated')
    expect(standing([forDrivers], '2026-06-01', driver)).toBe('due 2026-06-11')
  })
  test('after an incident asks for something done since', () => {
    const after = required({
      trigger: { on: 'incident', incident: 'nearMiss', dueWithinDays: 14 },
      recurrence: { kind: 'once' },
    })
    const hurt: Employee = {
      ...ada,
      incidents: [
        { incident: 'nearMiss', on: '2026-06-01' },
        { incident: 'nearMiss', on: '2026-09-01' },
        { incident: 'other', on: '2026-07-01' },
      ],
    }
    const events = [after, completedOn('2026-05-01', 'o-1')]
    expect(standing(events, '2026-05-31', hurt)).toBe('notObligated')
    expect(standing(events, '2026-06-02', hurt)).toBe('due 2026-06-15')
    expect(standing(events, '2026-09-20', hurt)).toBe('overdue 2026-06-15')
    const done = [...events, completedOn('2026-06-10', 'o-2')]
    expect(standing(done, '2026-06-11', hurt)).toBe('current')
    expect(standing(done, '2026-09-02', hurt)).toBe('due 2026-09-15')
  })
  test('is waived until a day, or for good', () => {
    const waiver = { requirementId: 'fire', learnerId: 'ada', basis: 'equivalent' as const, reason }
    const waived = happened.ObligationWaived({ ...waiver, at: noon('2026-03-02'), until: '2026-05-31' })
    expect(standing([required(), waived], '2026-05-31')).toBe('waived 2026-03-31')
    expect(standing([required(), waived], '2026-06-01')).toBe('overdue 2026-03-31')
    const equivalent = completedOn('2026-03-10', 'o-1')
    const tested = { ...equivalent, data: { ...equivalent.data, outcome: 'waived' as const } }
    expect(standing([required(), tested], '2026-03-11')).toBe('waived 2027-03-10')
    expect(standing([required(), tested], '2027-03-12')).toBe('inGrace 2027-03-10')
    const forGood = happened.ObligationWaived({ ...waiver, at: noon('2026-03-02') })
    expect(standing([required(), forGood], '2036-06-01')).toBe('waived 2026-03-31')
  })
})

test('a completion that a correction undid shows nothing from then on', () => {
  const undone = deliveryEvents.make.CompletionReassessed({
    at: noon('2026-04-15'),
    offeringId: 'o-1',
    learnerId: 'ada',
    courseId: 'fire-safety',
    courseVersion: 1,
    closedAt: noon('2026-03-10'),
    from: 'completed',
    to: 'failed',
    unmet: ['attendance'],
    assessment: 'none',
    attendedMinutes: 5,
    scheduledMinutes: 60,
  })
  const events = [required(), completedOn('2026-03-10', 'o-1'), undone]
  expect(standing(events, '2026-04-14')).toBe('current 2027-03-10')
  expect(standing(events, '2026-04-16')).toBe('overdue 2026-03-31')
  expect(asOf(events, '2026-04-16').records.ada?.completions['o-1']?.revokedAt).toBe(noon('2026-04-15'))
})

describe('an amended requirement', () => {
  const { at: _, courseId: __, requires: ___, ...terms } = fire
  const amended = (more: object) =>
    happened.RequirementAmended({ ...terms, at: noon('2026-06-01'), effectiveFrom: '2026-07-01', ...more })
  test('holds from its day on, and leaves the days before as they were', () => {
    const events = [required(), amended({ graceDays: 200 })]
    expect(standing(events, '2026-06-30')).toBe('overdue 2026-03-31')
    expect(standing(events, '2026-07-01')).toBe('inGrace 2026-03-31')
  })
  test('that takes in more people gives them its days from then on', () => {
    const narrow = required({ audience: { segments: [{ department: 'sales' }], roles: [] } })
    expect(standing([narrow, amended({})], '2026-06-30')).toBe('notObligated')
    expect(standing([narrow, amended({})], '2026-07-01')).toBe('due 2026-07-31')
  })
  test('binds nobody once it is withdrawn', () => {
    const withdrawn = happened.RequirementWithdrawn({
      at: noon('2026-06-01'),
      requirementId: 'fire',
      effectiveFrom: '2026-07-01',
      reason,
    })
    expect(standing([required(), withdrawn], '2026-06-30')).toBe('overdue 2026-03-31')
    expect(standing([required(), withdrawn], '2026-07-01')).toBe('notObligated')
  })
})

describe('who may be promoted', () => {
  const forLeads = required({
    audience: { segments: [], roles: ['teamLead'] },
    trigger: { on: 'promotion', dueWithinDays: 90 },
    recurrence: { kind: 'rolling', months: 24 },
    purpose: 'promotion',
  })
  const asked = (events: readonly Happened[], day: string, role = 'teamLead') =>
    promotionEligibility(ada, role, asOf(events, day))
  test('is who holds what the role asks for', () => {
    const not = asked([forLeads], '2026-05-01')
    expect([not.eligible, not.missing.map(({ requirementId }) => requirementId)]).toEqual([false, ['fire']])
    const done = [forLeads, completedOn('2026-04-01', 'o-1')]
    expect(asked(done, '2026-05-01').eligible).toBe(true)
    expect(asked(done, '2028-04-02').eligible).toBe(false)
    expect(asked(done, '2026-05-01', 'plantManager')).toEqual({ eligible: true, held: [], missing: [] })
  })
})

describe('obligations', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
  const recurrence = fc.constantFrom(
    { kind: 'once' as const },
    { kind: 'rolling' as const, months: 5 },
    { kind: 'calendarWindow' as const, opens: '11-15', closes: '02-28', everyYears: 2 },
  )
  const life = fc.record({
    done: fc.uniqueArray(day, { maxLength: 4 }),
    graceDays: fc.integer({ min: 0, max: 40 }),
    recurrence,
    hiredOn: day,
  })
  test('change only on the days of events, of due dates, of the end of grace, and of windows', () => {
    fc.assert(
      fc.property(life, day, ({ done, hiredOn, ...terms }, today) => {
        const person = { ...ada, hiredOn }
        const events = [required(terms), ...done.sort().map((on, at) => completedOn(on, `o-${at}`))]
        const next = new Date(Date.parse(noon(today)) + 86_400_000).toISOString().slice(0, 10)
        const [before] = obligations({ workforce: [person], ...asOf(events, today) })
        const [after] = obligations({ workforce: [person], ...asOf(events, next) })
        if (before?.state === after?.state && before?.due === after?.due) return true
        const due = before?.due ?? after?.due ?? ''
        const moved = (days: number) =>
          new Date(Date.parse(noon(due)) + days * 86_400_000).toISOString().slice(0, 10)
        return [
          ...[hiredOn, ...done],
          ...(due === '' ? [] : [moved(1), moved(terms.graceDays + 1), moved(-30)]),
          `${next.slice(0, 4)}-11-15`,
        ].includes(next)
      }),
      { numRuns: 300 },
    )
  })
  test('of a part of the workforce are the same as its part of the whole', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({
      ...ada,
      learnerId: `l-${n}`,
      hiredOn: n % 2 === 0 ? '2026-01-02' : '2026-05-01',
    }))
    const events = [required(), completedOn('2026-02-01', 'o-1', 'l-4')]
    const question = asOf(events, '2026-04-01')
    const halves = [many.slice(0, 7), many.slice(7)].flatMap((workforce) =>
      obligations({ workforce, ...question }),
    )
    expect(obligations({ workforce: many, ...question })).toEqual(halves)
  })
  test('of ten thousand people are one requirement and a list', () => {
    const workforce = Array.from({ length: 10_000 }, (_, n) => ({ ...ada, learnerId: `l-${n}` }))
    const events = [required(), ...[1, 2, 3].map((n) => completedOn('2026-03-15', 'o-1', `l-${n}`))]
    const all = obligations({ workforce, ...asOf(events, '2026-04-10') })
    expect(all.filter(({ state }) => state === 'overdue')).toHaveLength(9_997)
    expect(zone).toBe('Asia/Shanghai')
  })
})

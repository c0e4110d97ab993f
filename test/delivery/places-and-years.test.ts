/** Rooms hold whom they hold, only what is offered is taught, and the year's allowance counts each session in its year. */
import {
  assemble,
  catalog,
  createLedger,
  delivery,
  isAccepted,
  learnerCalendar,
  resources,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { at, monday, schedule, tuesday } from './an-offering.ts'

const host = (settings: object = {}) => {
  const ledger = createLedger(assemble([catalog, resources, delivery], settings as never, { trusted: true }))
  let asked = 0
  return (type: string, data: object) => {
    const command = { type, data: { at, ...data }, metadata: { commandId: `c-${++asked}` } }
    const [first] = ledger.executeWithPolicies(command as never)
    const verdict = first?.verdict
    if (verdict === undefined) throw new TypeError('nothing was answered')
    return isAccepted(verdict)
      ? { events: verdict.right.map(({ type }) => type), advisories: verdict.advisories ?? [] }
      : verdict.left
  }
}
const room = { resourceId: 'room', kind: 'venue', title: 'Room', capacity: 12 }
const online = { resourceId: 'online', kind: 'platform', title: 'Online', capacity: 30 }
const open = { ...schedule, enrolmentCloses: undefined, withdrawalDeadline: undefined }
const inRoom = { ...monday, venueId: 'room' }

describe('the places of a session', () => {
  const asking = (max: number, session: object = inRoom) => {
    const ask = host()
    ask('RegisterResource', room)
    ask('RegisterResource', online)
    const scheduled = ask('ScheduleOffering', { ...open, sessions: [session], capacity: { min: 0, max } })
    return { ask, scheduled }
  }
  test('hold everybody a class takes, when it is scheduled', () => {
    expect(asking(12).scheduled).toMatchObject({ events: ['OfferingScheduled', 'SlotReserved'] })
    expect(asking(13).scheduled).toMatchObject({ code: 'PlaceTooSmall', capacity: 12, people: 13 })
  })
  test('hold those in the room and those online together', () => {
    const hybrid = { ...inRoom, equipmentIds: ['online'] }
    expect(asking(42, hybrid).scheduled).toMatchObject({
      events: ['OfferingScheduled', 'SlotReserved', 'SlotReserved'],
    })
    expect(asking(43, hybrid).scheduled).toMatchObject({ code: 'PlaceTooSmall', capacity: 42 })
  })
  test('hold them when the capacity changes, a session is added or moved', () => {
    const { ask } = asking(12)
    const capacity = { min: 0, max: 13 }
    expect(ask('ChangeCapacity', { offeringId: 'o-1', capacity })).toMatchObject({ code: 'PlaceTooSmall' })
    ask('RegisterResource', { ...room, resourceId: 'closet', capacity: 3 })
    const small = { ...tuesday, venueId: 'closet' }
    expect(ask('AddSession', { offeringId: 'o-1', session: small })).toMatchObject({ code: 'PlaceTooSmall' })
    const moved = { ...monday, venueId: 'closet' }
    expect(ask('RescheduleSession', { offeringId: 'o-1', session: moved })).toMatchObject({
      code: 'PlaceTooSmall',
    })
    const elsewhere = { ...monday, venueId: undefined }
    expect(ask('RescheduleSession', { offeringId: 'o-1', session: elsewhere })).toHaveProperty('events')
    expect(ask('ChangeCapacity', { offeringId: 'o-1', capacity })).toMatchObject({
      events: ['CapacityChanged'],
    })
  })
})

test('a host is advised of a class that was held longer than its room is booked', () => {
  const ask = host()
  ask('RegisterResource', room)
  ask('ScheduleOffering', { ...open, sessions: [inRoom], capacity: { min: 0, max: 9 } })
  ask('OpenEnrolment', { offeringId: 'o-1' })
  ask('ConfirmOffering', { offeringId: 'o-1' })
  const later = '2026-04-06T10:00:00.000Z'
  const held = {
    at: later,
    offeringId: 'o-1',
    sessionId: monday.sessionId,
    actualStart: monday.start,
    actualEnd: later,
  }
  expect(ask('DeliverSession', held)).toMatchObject({
    advisories: [{ code: 'LongerThanBooked', venueId: 'room', start: monday.start, end: monday.end }],
  })
})

describe('the places of a class without a limit', () => {
  const crowdIn = (session: object, more: object = {}) => {
    const ask = host()
    for (const one of [room, online, { ...room, resourceId: 'closet', capacity: 2 }])
      ask('RegisterResource', one)
    ask('ScheduleOffering', { ...open, sessions: [session], capacity: { min: 0 }, ...more })
    ask('OpenEnrolment', { offeringId: 'o-1' })
    const come = (learnerId: string, more: object = {}) =>
      ask('RequestEnrolment', { offeringId: 'o-1', learnerId, source: 'self', ...more })
    const many = (learners: readonly object[]) =>
      ask('EnrolLearners', { offeringId: 'o-1', source: 'assigned', learners })
    return { ask, come, many }
  }
  const inCloset = { ...monday, venueId: 'closet' }
  const four = ['ada', 'bob', 'cyd', 'dan'].map((learnerId) => ({ learnerId }))
  const answers = (told: { events?: readonly string[] }) =>
    told.events?.filter((type) => /LearnerEnrolled|Waitlisted/.test(type))
  test('hold no more than they hold, however many are asked for; the others wait', () => {
    const { ask, many } = crowdIn(inCloset)
    expect(answers(many(four) as never)).toEqual([
      'LearnerEnrolled',
      'LearnerEnrolled',
      'LearnerWaitlisted',
      'LearnerWaitlisted',
    ])
    const larger = { ...monday, venueId: 'room' }
    expect(ask('RescheduleSession', { offeringId: 'o-1', session: larger })).toMatchObject({
      events: expect.arrayContaining(['LearnerPromoted', 'LearnerPromoted']),
    })
  })
  test('hold nobody who walks in when they are full', () => {
    const { ask, many } = crowdIn(inCloset)
    many(four.slice(0, 2))
    ask('ConfirmOffering', { offeringId: 'o-1' })
    const walksIn = {
      at: monday.start,
      offeringId: 'o-1',
      learnerId: 'wim',
      source: 'walkIn',
      sessionId: monday.sessionId,
      admittedBy: 'lin',
    }
    expect(ask('AdmitLearner', walksIn)).toMatchObject({ code: 'SeatsExhausted', capacity: 2 })
  })
  test('count people of a class in a room and online where they sit, one by one', () => {
    const hybrid = { ...inCloset, equipmentIds: ['online'] }
    const { ask, many } = crowdIn(hybrid)
    const told = many(four.map((one) => ({ ...one, joins: 'onSite' })))
    expect(answers(told as never)).toEqual([
      'LearnerEnrolled',
      'LearnerEnrolled',
      'LearnerWaitlisted',
      'LearnerWaitlisted',
    ])
    expect(answers(many([{ learnerId: 'eve', joins: 'online' }, { learnerId: 'fay' }]) as never)).toEqual([
      'LearnerEnrolled',
      'LearnerEnrolled',
    ])
    ask('RegisterResource', { ...room, resourceId: 'cell', capacity: 1 })
    const smaller = { ...hybrid, venueId: 'cell' }
    expect(ask('RescheduleSession', { offeringId: 'o-1', session: smaller })).toMatchObject({
      code: 'PlaceTooSmall',
      capacity: 1,
      people: 2,
    })
  })
})

describe('nobody sits where a class is not held', () => {
  const only = (session: object, resource: object, more: object = {}) => {
    const ask = host()
    for (const one of [resource, room, online]) ask('RegisterResource', one)
    ask('ScheduleOffering', { ...open, sessions: [session], capacity: { min: 0, max: 5 }, ...more })
    ask('OpenEnrolment', { offeringId: 'o-1' })
    return ask
  }
  const ways = [
    ['in a room', { ...monday, venueId: 'here' }, { ...room, resourceId: 'here' }, 'online', 'onSite'],
    [
      'in a room of which nobody said how many it holds',
      { ...monday, venueId: 'here' },
      { ...room, resourceId: 'here', capacity: undefined },
      'online',
      'onSite',
    ],
    [
      'on a platform',
      { ...monday, venueId: 'there' },
      { ...online, resourceId: 'there' },
      'onSite',
      'online',
    ],
    [
      'on a platform of which nobody said how many it holds',
      { ...monday, equipmentIds: ['there'] },
      { ...online, resourceId: 'there', capacity: undefined },
      'onSite',
      'online',
    ],
  ] as const
  test.each(ways)('alone, %s', (_, session, resource, elsewhere, there) => {
    const ask = only(session, resource)
    const of = { offeringId: 'o-1' }
    const refusal = { code: 'NotHeldThere', offeringId: 'o-1', joins: elsewhere }
    const ada = { ...of, learnerId: 'ada', source: 'self' }
    expect(ask('RequestEnrolment', { ...ada, joins: elsewhere })).toMatchObject(refusal)
    expect(ask('RequestEnrolment', { ...ada, joins: there })).toHaveProperty('events')
    expect(ask('ChangeJoining', { ...of, learnerId: 'ada', joins: elsewhere })).toMatchObject(refusal)
    expect(ask('ChangeJoining', { ...of, learnerId: 'ada' })).toMatchObject({ events: ['JoiningChanged'] })
    const learners = [
      { learnerId: 'bob', joins: elsewhere },
      { learnerId: 'cyd', joins: there },
    ]
    expect(ask('EnrolLearners', { ...of, source: 'assigned', learners })).toMatchObject({
      events: ['EnrolmentRequested', 'LearnerEnrolled', 'BulkEnrolmentAnswered'],
      advisories: [{ learnerId: 'bob', rejection: refusal }],
    })
    ask('ConfirmOffering', of)
    const walksIn = {
      ...{ ...of, at: monday.start, learnerId: 'wim', source: 'walkIn' },
      ...{ sessionId: monday.sessionId, admittedBy: 'lin' },
    }
    expect(ask('AdmitLearner', { ...walksIn, joins: elsewhere })).toMatchObject(refusal)
    expect(ask('AdmitLearner', { ...walksIn, joins: there })).toHaveProperty('events')
  })
  test('who moves to a class that is held elsewhere sits where there is a place', () => {
    const ask = only({ ...monday, venueId: 'room', equipmentIds: ['online'] }, { ...room, resourceId: 'x' })
    const other = { ...tuesday, sessionId: 'o-2-tuesday', equipmentIds: ['online'] }
    ask('ScheduleOffering', { ...open, offeringId: 'o-2', sessions: [other], capacity: { min: 0, max: 5 } })
    ask('OpenEnrolment', { offeringId: 'o-2' })
    ask('RequestEnrolment', { offeringId: 'o-1', learnerId: 'ada', source: 'self', joins: 'onSite' })
    const moves = { offeringId: 'o-1', toOfferingId: 'o-2', learnerId: 'ada' }
    expect(ask('TransferEnrolment', moves)).toMatchObject({
      events: expect.arrayContaining(['LearnerEnrolled']),
    })
    expect(ask('ChangeJoining', { offeringId: 'o-2', learnerId: 'ada', joins: 'online' })).toMatchObject({
      events: ['JoiningChanged'],
    })
  })
  test('a class of one day in a room and one online has both, and everybody sits where the day is held', () => {
    const onTuesday = { ...tuesday, equipmentIds: ['small'] }
    const ask = only(
      { ...monday, venueId: 'room' },
      { ...online, resourceId: 'small', capacity: 1 },
      {
        sessions: [{ ...monday, venueId: 'room' }, onTuesday],
        capacity: { min: 0 },
      },
    )
    const come = (learnerId: string, joins: string) =>
      ask('RequestEnrolment', { offeringId: 'o-1', learnerId, source: 'self', joins })
    expect(come('ada', 'onSite')).toHaveProperty('events')
    expect(come('bob', 'onSite')).toHaveProperty('events')
    expect(ask('ChangeJoining', { offeringId: 'o-1', learnerId: 'bob', joins: 'online' })).toMatchObject({
      events: ['JoiningChanged'],
    })
    const larger = { ...onTuesday, equipmentIds: ['online'] }
    expect(ask('RescheduleSession', { offeringId: 'o-1', session: larger })).toMatchObject({
      events: expect.arrayContaining(['LearnerPromoted']),
    })
  })
})

test('a learner may sit elsewhere where there is a place, and those who wait for the place left move up', () => {
  const ask = host()
  for (const one of [
    { ...room, resourceId: 'cell', capacity: 1 },
    { ...online, capacity: 1 },
  ])
    ask('RegisterResource', one)
  const session = { ...monday, venueId: 'cell', equipmentIds: ['online'] }
  ask('ScheduleOffering', { ...open, sessions: [session], capacity: { min: 0 } })
  ask('OpenEnrolment', { offeringId: 'o-1' })
  const come = (learnerId: string, joins: string) =>
    ask('RequestEnrolment', { offeringId: 'o-1', learnerId, source: 'self', joins })
  const change = (learnerId: string, more: object) =>
    ask('ChangeJoining', { offeringId: 'o-1', learnerId, ...more })
  come('ada', 'onSite')
  come('bob', 'onSite')
  expect(change('ada', { joins: 'onSite' })).toMatchObject({ events: [] })
  expect(change('ada', { joins: 'online' })).toMatchObject({ events: ['JoiningChanged', 'LearnerPromoted'] })
  expect(change('ada', { joins: 'onSite' })).toMatchObject({ code: 'PlaceTooSmall', capacity: 1, people: 2 })
  expect(change('ada', {})).toMatchObject({ events: ['JoiningChanged'] })
  come('cyd', 'onSite')
  expect(change('cyd', { joins: 'online' })).toMatchObject({ events: ['JoiningChanged'] })
  expect(change('eve', { joins: 'online' })).toMatchObject({ code: 'IllegalTransition' })
  expect(change('ada', { at: '2027-01-01T00:00:00.000Z', joins: 'online' })).toMatchObject({
    code: 'OfferingEnded',
  })
})

describe('only what is offered is taught', () => {
  const version = {
    ...{ courseId: 'selling', version: 1, title: 'Selling', modality: 'classroom' },
    ...{
      modules: [{ activity: 'theory', minutes: 60 }],
      completionRule: { require: 'all', of: [] },
      grants: {},
    },
  }
  const published = () => {
    const ask = host()
    ask('DraftCourse', { courseId: 'selling', title: 'Selling' })
    ask('PublishCourseVersion', version)
    return ask
  }
  test('no class is scheduled of a version that was not published, nor of a retired course', () => {
    const ask = published()
    expect(ask('ScheduleOffering', { ...open, courseVersion: 2 })).toMatchObject({
      ...{ code: 'CourseVersionUnknown', courseVersion: 2, latest: 1 },
    })
    expect(ask('ScheduleOffering', open)).toMatchObject({ events: ['OfferingScheduled'], advisories: [] })
    ask('RetireCourse', { courseId: 'selling' })
    expect(ask('ScheduleOffering', { ...open, offeringId: 'o-2' })).toMatchObject({ code: 'CourseIsRetired' })
  })
  test('classes of a retired course take people, unless its retirement says otherwise; who has a place goes on', () => {
    const retiring = (terms: object) => {
      const ask = host()
      ask('DraftCourse', { courseId: 'selling', title: 'Selling', ownerId: 'x' })
      ask('ScheduleOffering', { ...open, capacity: { min: 0, max: 1 } })
      ask('OpenEnrolment', { offeringId: 'o-1' })
      const enrol = (learnerId: string) =>
        ask('RequestEnrolment', { offeringId: 'o-1', learnerId, source: 'self' })
      for (const learnerId of ['ada', 'bo']) enrol(learnerId)
      ask('RetireCourse', { courseId: 'selling', ...terms })
      const bulk = { offeringId: 'o-1', source: 'assigned', learners: [{ learnerId: 'dee' }] }
      const left = ask('WithdrawEnrolment', { offeringId: 'o-1', learnerId: 'ada' })
      return [enrol('cy'), ask('EnrolLearners', bulk), left] as const
    }
    expect(retiring({})[0]).toMatchObject({ events: ['EnrolmentRequested'] })
    const [asked, together, left] = retiring({ takesNewcomers: false })
    expect(asked).toMatchObject({ code: 'CourseIsRetired', courseId: 'selling' })
    expect(together).toMatchObject({ advisories: [{ rejection: { code: 'CourseIsRetired' } }] })
    expect(left).toMatchObject({ events: ['LearnerWithdrew', 'LearnerPromoted'] })
  })
  test('a host is advised of a course nobody published', () => {
    expect(host()('ScheduleOffering', open)).toMatchObject({
      advisories: [{ code: 'CourseNotPublished', courseId: 'selling' }],
    })
  })
})

describe('the allowance of a year', () => {
  const session = (day: string) => ({
    ...{ sessionId: day, zone: 'Asia/Shanghai', start: `${day}T01:00:00.000Z`, end: `${day}T09:00:00.000Z` },
  })
  const enrolling = (settings: object, ...classes: readonly (readonly string[])[]) => {
    const ask = host({ delivery: { zone: 'Asia/Shanghai', ...settings } })
    return classes.map((days, nth) => {
      const offeringId = `o-${nth}`
      ask('ScheduleOffering', { ...open, offeringId, sessions: days.map(session) })
      ask('OpenEnrolment', { offeringId })
      return ask('RequestEnrolment', { offeringId, learnerId: 'ada', source: 'self' })
    })
  }
  const tenHours = { annualLimits: { minutes: 600 } }
  test('counts each session in its own year, whatever the order of the list', () => {
    const overNewYear = ['2027-01-11', '2026-12-21']
    expect(enrolling(tenHours, overNewYear, ['2027-03-01'])[1]).toMatchObject({
      ...{ code: 'AnnualLimitExceeded', year: '2027', what: 'hours', would: 960 },
    })
    expect(enrolling(tenHours, overNewYear, ['2026-11-02'])[1]).toMatchObject({ year: '2026', would: 960 })
    expect(enrolling(tenHours, ['2026-11-02'], ['2027-03-01'])[1]).toHaveProperty('events')
  })
  test('is broken by a session that moves into it: an incident for people to settle', () => {
    const ledger = createLedger(
      assemble(
        [catalog, resources, delivery],
        { delivery: { zone: 'Asia/Shanghai', ...tenHours } },
        { trusted: true },
      ),
    )
    let asked = 0
    const ask = (type: string, data: object) =>
      ledger.executeWithPolicies({
        type,
        data: { at, ...data },
        metadata: { commandId: `c-${++asked}` },
      } as never)
    for (const [offeringId, day] of [
      ['o-1', '2026-12-21'],
      ['o-2', '2027-03-01'],
    ] as const) {
      ask('ScheduleOffering', { ...open, offeringId, sessions: [session(day)] })
      ask('OpenEnrolment', { offeringId })
      ask('RequestEnrolment', { offeringId, learnerId: 'ada', source: 'self' })
    }
    const moved = { ...session('2027-01-11'), sessionId: '2026-12-21' }
    ask('RescheduleSession', { offeringId: 'o-1', session: moved })
    expect(ledger.events().at(-1)).toMatchObject({
      type: 'IncidentReported',
      data: { learnerId: 'ada', kind: 'annualLimit' },
    })
    const told = ledger.events().length
    ask('RescheduleSession', { offeringId: 'o-1', session: { ...moved, start: '2027-01-11T02:00:00.000Z' } })
    expect(
      ledger
        .events()
        .slice(told)
        .some(({ type }) => type === 'IncidentReported'),
    ).toBe(false)
  })
  test('ends a place in line whose hours move into a year that is full', () => {
    const ledger = createLedger(
      assemble(
        [catalog, resources, delivery],
        { delivery: { zone: 'Asia/Shanghai', ...tenHours } },
        { trusted: true },
      ),
    )
    let asked = 0
    const ask = (type: string, data: object) =>
      ledger.executeWithPolicies({
        type,
        data: { at, ...data },
        metadata: { commandId: `c-${++asked}` },
      } as never)
    for (const [offeringId, day, ...others] of [
      ['o-1', '2026-12-21', 'bo', 'cy'],
      ['o-2', '2027-03-01'],
    ] as const) {
      ask('ScheduleOffering', { ...open, offeringId, sessions: [session(day)], capacity: { min: 0, max: 2 } })
      ask('OpenEnrolment', { offeringId })
      for (const learnerId of [...others, 'ada'])
        ask('RequestEnrolment', { offeringId, learnerId, source: 'self' })
    }
    ask('RescheduleSession', {
      offeringId: 'o-1',
      session: { ...session('2027-01-11'), sessionId: '2026-12-21' },
    })
    expect(ledger.events().at(-1)).toMatchObject({
      type: 'LearnerWithdrew',
      data: { learnerId: 'ada', offeringId: 'o-1', from: 'waitlisted' },
    })
  })
  /** Ada has a seat in a class of 2026 and one of 2027, eight hours each; ten are allowed in a year. */
  const twoYears = () => {
    const training = assemble(
      [catalog, resources, delivery],
      { delivery: { zone: 'Asia/Shanghai', ...tenHours } },
      { trusted: true },
    )
    const ledger = createLedger(training)
    let asked = 0
    const ask = (type: string, data: object) => {
      const before = ledger.events().length
      const answers = ledger.executeWithPolicies({
        type,
        data: { at, ...data },
        metadata: { commandId: `c-${++asked}` },
      } as never)
      const refused = answers.filter(({ verdict }) => !isAccepted(verdict))
      const told = ledger.events().slice(before)
      return { told, types: told.map(({ type }) => type as string), refused }
    }
    for (const [offeringId, day] of [
      ['o-1', '2026-12-21'],
      ['o-2', '2027-03-01'],
    ] as const) {
      ask('ScheduleOffering', { ...open, offeringId, sessions: [session(day)] })
      ask('OpenEnrolment', { offeringId })
      ask('RequestEnrolment', { offeringId, learnerId: 'ada', source: 'self' })
    }
    const move = (day: string) =>
      ask('RescheduleSession', { offeringId: 'o-1', session: { ...session(day), sessionId: '2026-12-21' } })
    return { ledger, ask, move }
  }
  const incidentsIn = (told: readonly { readonly type: string; readonly data: object }[]) =>
    told.filter(({ type }) => type === 'IncidentReported').map(({ data }) => data as { incidentId: string })
  test.each(['ResolveIncident', 'RetractIncident'])(
    'is broken anew when a session moves after the incident ended (%s): one incident for each time, and none refused',
    (ending) => {
      const { ask, move } = twoYears()
      const [first] = incidentsIn(move('2027-01-11').told)
      expect(first).toMatchObject({ kind: 'annualLimit', learnerId: 'ada' })
      const again = move('2027-01-12')
      expect(incidentsIn(again.told)).toEqual([])
      expect(again.refused).toEqual([])
      const why = { correctedBy: 'lin', reason: 'Settled' }
      const ends = ending === 'RetractIncident' ? why : {}
      ask(ending, { offeringId: 'o-1', incidentId: first?.incidentId, ...ends })
      const anew = move('2027-01-13')
      expect(incidentsIn(anew.told)).toMatchObject([{ kind: 'annualLimit', learnerId: 'ada' }])
      expect(incidentsIn(anew.told)[0]?.incidentId).not.toBe(first?.incidentId)
      expect(anew.refused).toEqual([])
      expect(incidentsIn(move('2027-01-14').told)).toEqual([])
    },
  )
  test('is broken by an open incident that turned out to be another one: there is an incident all the same', () => {
    const { ask, move } = twoYears()
    const [first] = incidentsIn(move('2027-01-11').told)
    const other = { kind: 'platform', correctedBy: 'lin', reason: 'It was the platform' }
    ask('CorrectIncident', { offeringId: 'o-1', incidentId: first?.incidentId, ...other })
    expect(incidentsIn(move('2027-01-12').told)).toMatchObject([{ kind: 'annualLimit' }])
  })
  test('counts hours in the year they were held, planned when they may: an incident where that is too much', () => {
    const heldOn = (day: string, more: object = {}) => ({
      ...{ offeringId: 'o-1', sessionId: '2026-12-21', at: `${day}T10:00:00.000Z` },
      ...{ actualStart: session(day).start, actualEnd: session(day).end, ...more },
    })
    const { ledger, ask } = twoYears()
    const allowance = () =>
      (ledger.project(learnerCalendar).ada?.booked ?? []).map(({ sessions }) => sessions[0]?.start as string)
    ask('ConfirmOffering', { offeringId: 'o-1' })
    const late = ask('DeliverSession', heldOn('2027-01-11'))
    expect(late.types).toContain('EnrolmentRescheduled')
    expect(incidentsIn(late.told)).toMatchObject([
      { kind: 'annualLimit', learnerId: 'ada', offeringId: 'o-1' },
    ])
    expect(allowance()).toContain(session('2027-01-11').start)
    const why = { at: '2027-02-01T00:00:00.000Z', correctedBy: 'lin', reason: 'It was December' }
    const back = ask('CorrectDelivery', heldOn('2026-12-22', why))
    expect(back.types).toContain('EnrolmentRescheduled')
    expect(allowance()).toContain(session('2026-12-22').start)
    expect(incidentsIn(back.told)).toEqual([])
    const [open] = incidentsIn(late.told)
    ask('ResolveIncident', { offeringId: 'o-1', incidentId: open?.incidentId, at: why.at })
    const again = ask('CorrectDelivery', heldOn('2027-01-11', why))
    expect(incidentsIn(again.told)).toMatchObject([{ kind: 'annualLimit', learnerId: 'ada' }])
    const sameYear = ask('CorrectDelivery', heldOn('2027-01-12', why))
    expect(sameYear.types).not.toContain('EnrolmentRescheduled')
  })
  test('is not used up by a place in line in a class that has begun: nobody moves up into it', () => {
    const ask = host({ delivery: { annualLimits: { count: 1 } } })
    for (const [offeringId, day] of [
      ['o-1', '2026-04-06'],
      ['o-2', '2026-06-08'],
    ] as const) {
      ask('ScheduleOffering', { ...open, offeringId, sessions: [session(day)], capacity: { min: 0, max: 1 } })
      ask('OpenEnrolment', { offeringId })
    }
    const wants = (learnerId: string, offeringId: string, on: string) =>
      ask('RequestEnrolment', { at: `${on}T02:00:00.000Z`, offeringId, learnerId, source: 'self' })
    wants('bo', 'o-1', '2026-03-02')
    expect(wants('ada', 'o-1', '2026-03-02')).toMatchObject({ events: ['EnrolmentRequested'] })
    expect(wants('ada', 'o-2', '2026-04-05')).toMatchObject({ code: 'AnnualLimitExceeded' })
    expect(wants('ada', 'o-2', '2026-04-06')).toMatchObject({ events: ['EnrolmentRequested'] })
    expect(wants('bo', 'o-2', '2026-04-06')).toMatchObject({ code: 'AnnualLimitExceeded' })
  })
  test('begins on a day that there is', () => {
    for (const yearStarts of ['13-40', '02-30', '4-1', '00-10', '04-31', 5, null])
      expect(() => host({ delivery: { yearStarts } })).toThrow(
        /^training-ops: assemble needs .*yearStarts.*, got /,
      )
    for (const zone of ['Mars/Phobos', 8, ''])
      expect(() => host({ delivery: { zone } })).toThrow(/^training-ops: assemble needs .*zone.*, got /)
    expect(() => host({ delivery: { yearStarts: '02-29', zone: 'Asia/Shanghai' } })).not.toThrow()
  })
  test('may begin on another day than the first of January', () => {
    const fiscal = { ...tenHours, yearStarts: '04-01' }
    expect(enrolling(fiscal, ['2026-11-02'], ['2027-03-01'])[1]).toMatchObject({ year: '2026' })
    expect(enrolling(fiscal, ['2027-03-01'], ['2027-04-05'])[1]).toHaveProperty('events')
  })
})

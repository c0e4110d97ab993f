import { assemble } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  asked,
  at,
  confirmed,
  enrolled,
  happened,
  held,
  monday,
  offeringId,
  open,
  schedule,
  scheduled,
  seat,
  training,
  tuesday,
  waitlisted,
} from './an-offering.ts'

const story = scenario(training)
const may = { sessionId: 'may', start: '2026-05-04T01:00:00.000Z', end: '2026-05-04T09:00:00.000Z' }
const there = { at, offeringId: 'o-may' }
const scheduledThere = (more: object = {}) =>
  happened.OfferingScheduled({
    ...schedule,
    ...there,
    sessions: [{ ...may, zone: 'Asia/Shanghai' }],
    capacity: { min: 0, max: 1 },
    ...more,
  })
const openThere = [scheduledThere(), happened.EnrolmentOpened(there)] as const
const seatThere = (learnerId: string) => ({
  ...seat(learnerId),
  ...there,
  scheduledMinutes: 480,
  sessions: [may],
})
const move = {
  type: 'TransferEnrolment' as const,
  data: { at, offeringId, toOfferingId: 'o-may', learnerId: 'ada' },
}
const moved = (from: 'requested' | 'enrolled' | 'waitlisted') =>
  happened.EnrolmentTransferred({ ...move.data, from, late: false })
const askedThere = (approval: 'given' | 'automatic') =>
  happened.EnrolmentRequested({
    ...asked('ada').data,
    ...there,
    approval,
    fromOfferingId: offeringId,
  })
const refused = (from: string) => ({ code: 'IllegalTransition', from, command: 'TransferEnrolment' })

describe('a transfer to another class of the course', () => {
  test('takes a seat there and hands on the seat here, in one breath', () => {
    story
      .given(...open, ...enrolled('ada'), ...enrolled('bob'), ...waitlisted('cyd', 1), ...openThere)
      .when(move)
      .then(
        moved('enrolled'),
        happened.LearnerPromoted(seat('cyd')),
        askedThere('given'),
        happened.LearnerEnrolled(seatThere('ada')),
      )
  })
  test('is a place in line where the other class is full', () => {
    const { completionRule: _, scheduledMinutes: __, ...place } = seatThere('ada')
    story
      .given(...open, ...enrolled('ada'), ...openThere, happened.LearnerEnrolled(seatThere('dee')))
      .when(move)
      .then(moved('enrolled'), askedThere('given'), happened.LearnerWaitlisted({ ...place, position: 1 }))
  })
  test('of who had only asked goes on as a request', () => {
    story
      .given(...open, asked('ada'), ...openThere)
      .when(move)
      .then(moved('requested'), askedThere('automatic'))
  })
  test('is possible after the first day was missed, and moves nobody up into a class under way', () => {
    story
      .given(...open, ...enrolled('ada'), ...waitlisted('cyd', 1), confirmed, held(monday, 1), ...openThere)
      .when(move)
      .then(moved('enrolled'), askedThere('given'), happened.LearnerEnrolled(seatThere('ada')))
  })
  test('is to the same course, and to another class', () => {
    const other = [scheduledThere({ courseId: 'coaching' }), happened.EnrolmentOpened(there)] as const
    story
      .given(...open, ...enrolled('ada'), ...other)
      .when(move)
      .thenRejected({ code: 'CourseDiffers', courseId: 'selling', toCourseId: 'coaching' })
    story
      .given(...open, ...enrolled('ada'))
      .when({ ...move, data: { ...move.data, toOfferingId: offeringId } })
      .thenRejected({ code: 'AlreadyEnrolled', learnerId: 'ada', status: 'enrolled' })
  })
  test('needs a place here, and a class there that people can still join', () => {
    story
      .given(...open, ...openThere)
      .when(move)
      .thenRejected(refused('none'))
    story
      .given(...open, ...enrolled('ada'), openThere[0])
      .when(move)
      .thenRejected(refused('scheduled'))
    story
      .given(...open, ...enrolled('ada'))
      .when(move)
      .thenRejected({ code: 'Unknown', what: 'offering', id: 'o-may' })
  })
  test('clashes with where they sit otherwise, but not with the seat they leave', () => {
    const sameHours = [
      scheduledThere({ sessions: schedule.sessions }),
      happened.EnrolmentOpened(there),
    ] as const
    story
      .given(...open, ...enrolled('ada'), ...sameHours)
      .when(move)
      .then(moved('enrolled'), askedThere('given'), happened.LearnerEnrolled({ ...seat('ada'), ...there }))
    const third = happened.LearnerEnrolled({ ...seatThere('ada'), offeringId: 'o-third' })
    story
      .given(...open, ...enrolled('ada'), third, ...openThere)
      .when(move)
      .thenRejected({ code: 'ScheduleConflict', learnerId: 'ada', with: 'o-third' })
  })
  test('keeps to the terms there', () => {
    const terms = { waitlist: 'none' as const, quotas: [], lateWithdrawal: 'recorded' as const }
    story
      .given(
        ...[...open, ...enrolled('ada'), scheduledThere()],
        ...[happened.EnrolmentTermsSet({ ...there, ...terms }), openThere[1]],
        happened.LearnerEnrolled(seatThere('dee')),
      )
      .when(move)
      .thenRejected({ code: 'SeatsExhausted', offeringId: 'o-may', capacity: 1 })
  })
})

describe('a transfer obeys what leaving and asking obey', () => {
  const lateAt = '2026-04-04T01:00:00.000Z'
  const refusing = happened.EnrolmentTermsSet({
    ...{ at, offeringId, waitlist: 'firstCome', quotas: [] },
    lateWithdrawal: 'refused',
  } as never)
  test('after the deadline it is refused where a seat may not be given up any more, and told as late where it may', () => {
    const late = { ...move, data: { ...move.data, at: lateAt } }
    story
      .given(scheduled, refusing, open[1], ...enrolled('ada'), ...openThere)
      .when(late)
      .thenRejected({ code: 'WithdrawalDeadlinePassed', deadline: schedule.withdrawalDeadline })
    story
      .given(
        ...open,
        ...enrolled('ada'),
        scheduledThere({ enrolmentCloses: may.start }),
        happened.EnrolmentOpened(there),
      )
      .when(late)
      .then(
        happened.EnrolmentTransferred({ ...late.data, from: 'enrolled', late: true }),
        { ...askedThere('given'), data: { ...askedThere('given').data, at: lateAt } },
        happened.LearnerEnrolled({ ...seatThere('ada'), at: lateAt }),
      )
  })
  test('it needs what the class there asks for, which the host may add to', () => {
    const asks = happened.PrerequisitesSet({ ...there, courses: ['basics' as never], competencies: [] })
    const withBasics = { ...move, data: { ...move.data, completedCourses: ['basics'] } }
    const before = [...open, ...enrolled('ada'), openThere[0], asks, openThere[1]] as const
    story
      .given(...before)
      .when(move)
      .thenRejected({ code: 'PrerequisiteNotMet', learnerId: 'ada', missing: ['basics'] })
    story
      .given(...before)
      .when(withBasics)
      .then(
        moved('enrolled'),
        happened.EnrolmentRequested({
          ...askedThere('given').data,
          basis: { completedCourses: ['basics' as never] },
        }),
        happened.LearnerEnrolled(seatThere('ada')),
      )
  })
  test('it is judged by who asks for it, and not by who had asked for the seat', () => {
    const placed = happened.EnrolmentRequested({ ...asked('ada').data, source: 'assigned' })
    const limited = scenario(
      assemble(training.modules, { delivery: { annualLimits: { count: 1 } } }, { trusted: true }),
    )
    const [first, second] = seat('ada').sessions as [typeof may, typeof may]
    const elsewhere = happened.LearnerEnrolled({
      ...seatThere('ada'),
      offeringId: 'o-june',
      sessions: [second],
    })
    const life = [...open, placed, happened.LearnerEnrolled({ ...seat('ada'), sessions: [first] }), elsewhere]
    limited
      .given(...life, ...openThere)
      .when(move)
      .thenRejected({
        ...{ code: 'AnnualLimitExceeded', learnerId: 'ada', year: '2026', what: 'count', limit: 1, would: 2 },
      })
    const byOperations = { ...move, data: { ...move.data, source: 'assigned' as const } }
    limited
      .given(...life, ...openThere)
      .when(byOperations)
      .then(
        moved('enrolled'),
        happened.EnrolmentRequested({ ...askedThere('given').data, source: 'assigned' }),
        happened.LearnerEnrolled(seatThere('ada')),
      )
  })
  test('it asks again for an approval that the class there wants, and needs its enrolment to be open', () => {
    story
      .given(...open, ...enrolled('ada'), scheduledThere({ approval: 'required' }), openThere[1])
      .when(move)
      .then(
        moved('enrolled'),
        happened.EnrolmentRequested({ ...askedThere('given').data, approval: 'required' }),
      )
    const closes = { enrolmentCloses: '2026-03-01T00:00:00.000Z' }
    story
      .given(...open, ...enrolled('ada'), scheduledThere(closes), openThere[1])
      .when(move)
      .thenRejected({ code: 'EnrolmentWindowClosed', closed: closes.enrolmentCloses })
  })
})

describe('a class has begun, and is over, by its hours', () => {
  const noWindow = happened.OfferingScheduled({
    ...schedule,
    capacity: { min: 0, max: 1 },
    enrolmentCloses: undefined,
    withdrawalDeadline: undefined,
  } as never)
  const full = [noWindow, open[1], ...enrolled('ada'), ...waitlisted('cyd', 1), confirmed] as const
  const leave = (when: string, learnerId = 'ada') => ({
    type: 'WithdrawEnrolment' as const,
    data: { at: when, offeringId, learnerId },
  })
  test('nobody moves up into it once its first session began, and who leaves then is late', () => {
    story
      .given(...full)
      .when(leave(monday.start))
      .then(happened.LearnerWithdrew({ ...leave(monday.start).data, from: 'enrolled', late: true }))
  })
  test('a seat is not left once its last session is over; a place in line is', () => {
    story
      .given(...full)
      .when(leave(tuesday.end))
      .thenRejected({ code: 'OfferingEnded', offeringId, ended: tuesday.end })
    story
      .given(...full)
      .when(leave(tuesday.end, 'cyd'))
      .then(happened.LearnerWithdrew({ ...leave(tuesday.end, 'cyd').data, from: 'waitlisted', late: false }))
  })
  test('nobody lets themselves in once it has begun; whoever brings them may, until it is over', () => {
    const ask = (source: 'self' | 'assigned', when: string) => ({
      type: 'RequestEnrolment' as const,
      data: { at: when, offeringId, learnerId: 'dee', source },
    })
    story
      .given(noWindow, open[1])
      .when(ask('self', monday.start))
      .thenRejected({ code: 'OfferingStarted', offeringId })
    story
      .given(noWindow, open[1])
      .when(ask('assigned', monday.end))
      .then(
        happened.EnrolmentRequested({
          ...ask('assigned', monday.end).data,
          approval: 'automatic',
          basis: {},
        } as never),
      )
    story
      .given(noWindow, open[1])
      .when(ask('assigned', tuesday.end))
      .thenRejected({ code: 'OfferingEnded', offeringId, ended: tuesday.end })
  })
})

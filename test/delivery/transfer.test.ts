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
  seat,
  training,
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
  happened.EnrolmentTransferred({ ...move.data, from })
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

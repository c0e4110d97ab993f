import { assemble, catalog, delivery, deliveryEvents, resources } from 'training-ops'
import { enrolmentCommands } from '../../src/delivery/commands/enrolment.ts'

export const training = assemble([catalog, resources, delivery], {}, { trusted: true })
export const happened = deliveryEvents.make

export const at = '2026-03-01T01:00:00.000Z'
export const offeringId = 'o-1'

export const monday = {
  sessionId: 'o-1-monday',
  start: '2026-04-06T01:00:00.000Z',
  end: '2026-04-06T09:00:00.000Z',
  zone: 'Asia/Shanghai',
}
export const tuesday = {
  ...monday,
  sessionId: 'o-1-tuesday',
  start: '2026-04-07T01:00:00.000Z',
  end: '2026-04-07T09:00:00.000Z',
}

export const schedule = {
  at,
  offeringId,
  courseId: 'selling',
  courseVersion: 1,
  programId: 'p-1',
  title: 'Consultative selling · 顾问式销售',
  kind: 'course',
  modality: 'classroom',
  sessions: [monday, tuesday],
  capacity: { min: 1, max: 2 },
  completionRule: { require: 'all' as const, of: [{ kind: 'attendance' as const, atLeast: 8000 }] },
  approval: 'automatic' as const,
  enrolmentCloses: '2026-04-01T10:00:00.000Z',
  withdrawalDeadline: '2026-04-03T10:00:00.000Z',
}

export const seat = (learnerId: string) => ({
  at,
  offeringId,
  learnerId,
  courseId: 'selling',
  courseVersion: 1,
  programId: 'p-1',
  completionRule: schedule.completionRule,
  scheduledMinutes: 960,
  sessions: [monday, tuesday].map(({ sessionId, start, end }) => ({ sessionId, start, end })),
})

export const request = (learnerId: string) => ({ at, offeringId, learnerId, source: 'self' as const })

export const scheduled = happened.OfferingScheduled(schedule)
export const open = [scheduled, happened.EnrolmentOpened({ at, offeringId })] as const
export const asked = (learnerId: string) =>
  happened.EnrolmentRequested({ ...request(learnerId), approval: 'automatic', basis: {} })
/** Asked, and seated. */
export const enrolled = (learnerId: string) =>
  [asked(learnerId), happened.LearnerEnrolled(seat(learnerId))] as const
/** Asked when all seats were taken. */
export const waitlisted = (learnerId: string, position: number) =>
  [
    asked(learnerId),
    happened.LearnerWaitlisted({
      at,
      offeringId,
      learnerId,
      courseId: 'selling',
      courseVersion: 1,
      programId: 'p-1',
      sessions: seat(learnerId).sessions,
      position,
    }),
  ] as const
export const confirmed = happened.OfferingConfirmed({ at, offeringId, enrolled: 1 })
export const held = (session: typeof monday, remaining: number) =>
  happened.SessionDelivered({
    at: session.end,
    offeringId,
    sessionId: session.sessionId,
    actualStart: session.start,
    actualEnd: session.end,
    zone: session.zone,
    remaining,
  })

/** The asking of it by whoever enrols people: what prepares a class is asked in offering.laws.test.ts. */
export const enrolling = [
  'ScheduleOffering',
  'AnnounceOffering',
  'OpenEnrolment',
  'CloseEnrolmentWindow',
  'RescheduleSession',
  'ConfirmOffering',
  'DeliverSession',
  'CompleteOffering',
  'CancelOffering',
  ...Object.keys(enrolmentCommands),
]

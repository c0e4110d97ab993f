import type { AnyEvent } from 'training-ops'

const sessions = 6
const results = 3
/** Of one enrolment. */
export const eventsEach = 3 + sessions + results

const day = (at: number): string =>
  `2026-${String(1 + (Math.floor(at / 28) % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`

/** The log of an organisation of so many learners, each in `each` classes of forty, event by event as a cursor gives it. */
export function* aYearOf(learners: number, each: number): Generator<AnyEvent> {
  const classes = Math.ceil((learners * each) / 40)
  let told = 0
  const event = (type: string, data: object): AnyEvent => {
    const commandId = `c-${told++}`
    const metadata = {
      eventId: `${commandId}/0`,
      commandId,
      commandFingerprint: '0123456789abcdef',
      schemaVersion: 1,
    }
    return { type, data, metadata }
  }
  const rule = { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] }
  for (let one = 0; one < classes; one++) {
    const offeringId = `o-${one}`
    const ofCourse = { courseId: `k-${one % 500}`, courseVersion: 1 }
    const days = Array.from({ length: sessions }, (_, session) => day(one + session))
    const hours = days.map((on, session) => ({
      sessionId: `s-${session}`,
      start: `${on}T09:00:00.000Z`,
      end: `${on}T10:00:00.000Z`,
    }))
    const at = `${days[0]}T08:00:00.000Z`
    yield event('OfferingScheduled', {
      ...{ at, offeringId, ...ofCourse, title: 'A class', kind: 'course', modality: 'classroom' },
      sessions: hours.map((session) => ({ ...session, zone: 'Asia/Shanghai' })),
      ...{ capacity: { min: 1, max: 40 }, completionRule: rule, approval: 'automatic' },
    })
    yield event('EnrolmentOpened', { at, offeringId })
    for (let seat = 0; seat < 40 && one * 40 + seat < learners * each; seat++) {
      // A step coprime to the number of learners: classmates differ from class to class.
      const attempt = { at, offeringId, learnerId: `l-${((one * 40 + seat) * 7919) % learners}` }
      yield event('EnrolmentRequested', { ...attempt, source: 'self', approval: 'automatic', basis: {} })
      yield event('LearnerEnrolled', {
        ...attempt,
        ...ofCourse,
        sessions: hours,
        completionRule: rule,
        scheduledMinutes: 60 * sessions,
      })
      for (let session = 0; session < sessions; session++)
        yield event('AttendanceRecorded', {
          ...attempt,
          ...{ sessionId: `s-${session}`, minutes: 40 + ((one + seat + session) % 21), status: 'present' },
          ...{ method: 'register', on: days[session] },
        })
      for (let taken = 1; taken <= results; taken++)
        yield event('ResultRecorded', {
          ...{ ...attempt, instrumentId: `test-${one % 500}`, attempt: taken },
          scaled: 500 + ((one * seat + taken) % 400),
        })
      yield event((one + seat) % 9 === 0 ? 'EnrolmentFailed' : 'EnrolmentCompleted', {
        ...attempt,
        ...ofCourse,
        ...((one + seat) % 9 === 0
          ? { unmet: ['attendance'], assessment: 'none' }
          : { outcome: 'completed' }),
        ...{ attendedMinutes: 300, scheduledMinutes: 60 * sessions },
      })
    }
  }
}

import { type EnrolmentState, enrolment } from '../../delivery/enrolment/state.ts'
import { type EnrolmentStatus, enrolmentStatusAfter } from '../../delivery/enrolment/status.ts'
import type { DeliveryEvent } from '../../delivery/events.ts'
import { type DataOf, projections, type RecipesFor } from '../../kernel/index.ts'
import { onEach, typesOf } from '../on-each.ts'

/** A status and the instant it was reached. */
export type StatusReached = { status: EnrolmentStatus; at: string }

/** Everything that happened to one learner's enrolment in one offering (班次): what a decision must know of it, and the rest. */
export type EnrolmentRecord = EnrolmentState & {
  offeringId: string
  learnerId: string
  /** None before a seat or a place in line was given. */
  courseId?: string
  courseVersion?: number
  programId?: string
  /** Every status it reached, in order: nothing that was so is ever taken out. */
  history: StatusReached[]
  /** They gave up a seat: after the deadline, or in time. */
  gaveUp?: 'late' | 'inTime'
}

type OfAttempt = { readonly offeringId: string; readonly learnerId: string; readonly at: string }
type OfCourse = Pick<DataOf<DeliveryEvent, 'LearnerEnrolled'>, 'courseId' | 'courseVersion' | 'programId'>

const ofCourse = (record: EnrolmentRecord, { courseId, courseVersion, programId }: OfCourse) => {
  record.courseId = courseId
  record.courseVersion = courseVersion
  if (programId !== undefined) record.programId = programId
}

type Left = { readonly from: EnrolmentStatus; readonly late?: boolean }
const left = (record: EnrolmentRecord, { from, late = false }: Left) => {
  if (from === 'enrolled') record.gaveUp = late ? 'late' : 'inTime'
}

const ofWhom = (record: EnrolmentRecord, { offeringId, learnerId }: OfAttempt) => {
  record.offeringId = offeringId
  record.learnerId = learnerId
}

/** A completion that is dated anew is no other status. */
const inHistory = ({ history, status }: EnrolmentRecord, { at }: OfAttempt) => {
  if (history.at(-1)?.status !== status) history.push({ status, at })
}

const own = {
  EnrolmentRequested: (record) => {
    // an object that something was deleted from is slow ever after
    if (record.gaveUp !== undefined) delete record.gaveUp
  },
  LearnerEnrolled: ofCourse,
  LearnerWaitlisted: ofCourse,
  LearnerPromoted: ofCourse,
  LearnerWithdrew: left,
  EnrolmentTransferred: left,
  EnrolmentCompleted: ofCourse,
  EnrolmentFailed: ofCourse,
  NoShowRecorded: ofCourse,
  CompletionReassessed: ofCourse,
} satisfies RecipesFor<EnrolmentRecord, DeliveryEvent, 'offeringId' | 'learnerId'>

/**
 * The record of an enrolment (一次报名): asked, seated, attended, results, how and when it ended, and what was corrected since.
 * One state for each learner in each offering, so that the roster of a class, a learner's transcript and the figures of a
 * workforce are read off the same states. A log may be split by offering, or by learner.
 */
export const enrolmentRecord = projections<DeliveryEvent>()({
  name: 'enrolmentRecord',
  by: ['offeringId', 'learnerId'],
  initial: (): EnrolmentRecord => ({ ...enrolment.initial(), offeringId: '', learnerId: '', history: [] }),
  on: [
    onEach(typesOf(enrolment.on), ofWhom),
    enrolment.on,
    own,
    onEach(typesOf(enrolmentStatusAfter), inHistory),
  ],
  shardBy: 'offeringId',
  /** One half has never heard of the enrolment. */
  merge: (a, b) => (a.offeringId === '' ? b : a),
})

/** The records of enrolments, as `project(enrolmentRecord, events)` answers them. */
export type EnrolmentRecords = Readonly<Record<string, EnrolmentRecord>>

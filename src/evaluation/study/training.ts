/** Delivery, as evaluation needs it: when a program's training began and ended, and who was there. */
import type { DeliveryEvent } from '../../delivery/events.ts'
import { eachOf, projections } from '../../kernel/index.ts'
import { monthsAfter } from '../../vocabulary/index.ts'
import type { EvaluationEvent } from '../events.ts'
import type { StudyInstruments } from '../shapes.ts'

const projection = projections<DeliveryEvent | EvaluationEvent>()

export type TrainingOfProgram = {
  /** When each session begins, by offering, of what was not called off. */
  sessions: Record<string, Record<string, string>>
  ended: Record<string, { at: string; zone: string }>
}

const begins = (
  { sessions }: TrainingOfProgram,
  { offeringId, sessionId, start }: { offeringId: string; sessionId: string; start: string },
): void => {
  const own = sessions[offeringId]
  if (own !== undefined) own[sessionId] = start
}

/** When the classes of a program begin and when they were over, by offering. */
export const trainingOfProgram = projection({
  name: 'trainingOfProgram',
  by: ['programId'],
  initial: (): TrainingOfProgram => ({ sessions: {}, ended: {} }),
  on: {
    OfferingScheduled: (training, { offeringId, sessions }) => {
      training.sessions[offeringId] = Object.fromEntries(
        sessions.map(({ sessionId, start }) => [sessionId, start]),
      )
    },
    SessionAdded: begins,
    SessionRescheduled: begins,
    SessionCancelled: ({ sessions }, { offeringId, sessionId }) => {
      delete sessions[offeringId]?.[sessionId]
    },
    OfferingCancelled: (training, { offeringId }) => {
      delete training.sessions[offeringId]
    },
    OfferingVoided: (training, { offeringId }) => {
      delete training.sessions[offeringId]
      delete training.ended[offeringId]
    },
    OfferingCompleted: (training, { offeringId, endedAt, zone }) => {
      training.ended[offeringId] = { at: endedAt, zone }
    },
  },
})

/** The same of one class. */
export const trainingOfOffering = projection({
  ...trainingOfProgram,
  name: 'trainingOfOffering',
  by: ['offeringId'],
})

const ifAny = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id])

/** The training of a program or a class, as a decision reads it. */
export const trainingRead = {
  ofProgram: eachOf(trainingOfProgram, 'programId', ifAny),
  ofOffering: eachOf(trainingOfOffering, 'offeringId', ifAny),
}

type TrainingRead = Readonly<Record<keyof typeof trainingRead, { readonly [id: string]: TrainingOfProgram }>>

/** The training of the program, or of the class where no program is named. */
export const trainingOf = (
  { ofProgram, ofOffering }: TrainingRead,
  {
    programId,
    offeringId = '',
  }: { readonly programId?: string | undefined; readonly offeringId?: string | undefined },
): TrainingOfProgram =>
  (programId === undefined ? ofOffering[offeringId] : ofProgram[programId]) ?? { sessions: {}, ended: {} }

export const startOf = ({ sessions }: TrainingOfProgram): string | undefined =>
  Object.values(sessions)
    .flatMap((starts) => Object.values(starts))
    .sort()[0]

/** The end of one offering, or the last end of all. */
export const endOf = (
  { ended }: TrainingOfProgram,
  offeringId: string | undefined,
): { at: string; zone: string } | undefined =>
  offeringId === undefined
    ? Object.values(ended)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .at(-1)
    : ended[offeringId]

/** Months after the end of training, from the first on and before the last. */
export const monthsOf = { 3: [1, 3], 4: [3, 12] } as const

/** Behaviour is asked about one to three months after the end: earlier it is intention, later it is memory. */
export const behaviourIsAskedAbout = (
  training: TrainingOfProgram,
  offeringId: string | undefined,
): { opens: string; closes: string } | undefined => {
  const end = endOf(training, offeringId)
  if (end === undefined) return undefined
  const [first, last] = monthsOf[3]
  return { opens: monthsAfter(end.at, first, end.zone), closes: monthsAfter(end.at, last, end.zone) }
}

export type Attendees = {
  present: string[]
  /** By learner, then by session. */
  minutes: Record<string, Record<string, number>>
}

const recordAttendance = (
  attendees: Attendees,
  { learnerId, sessionId, minutes }: { learnerId: string; sessionId: string; minutes: number },
): void => {
  const own = { ...attendees.minutes[learnerId], [sessionId]: minutes }
  attendees.minutes[learnerId] = own
  const came = Object.values(own).some((attended) => attended > 0)
  const wasPresent = attendees.present.includes(learnerId)
  if (came && !wasPresent) attendees.present.push(learnerId)
  if (!came && wasPresent) attendees.present = attendees.present.filter((one) => one !== learnerId)
}

/** The attendees, in the order their attendance was first taken; a correction counts. */
export const attendees = projection({
  name: 'attendees',
  by: ['offeringId'],
  initial: (): Attendees => ({ present: [], minutes: {} }),
  on: {
    AttendanceRecorded: (attendees, attended) => {
      recordAttendance(attendees, attended)
    },
    AttendanceCorrected: (attendees, attended) => {
      recordAttendance(attendees, attended)
    },
  },
})

export type PlannedStudy = {
  evaluationId: string
  instruments: StudyInstruments
  levels: readonly number[]
  k: number
  isPublished: boolean
}
export type StudiesOfProgram = { studies: PlannedStudy[] }

/** The studies of a program that are not closed. */
export const studiesOfProgram = projection({
  name: 'studiesOfProgram',
  by: ['programId'],
  initial: (): StudiesOfProgram => ({ studies: [] }),
  on: {
    EvaluationStudyPlanned: (state, { evaluationId, instruments, levels, k }) => {
      state.studies.push({ evaluationId, instruments, levels, k, isPublished: false })
    },
    EvaluationReportPublished: (state, { evaluationId }) => {
      for (const study of state.studies) if (study.evaluationId === evaluationId) study.isPublished = true
    },
    EvaluationClosed: (state, { evaluationId }) => {
      state.studies = state.studies.filter((study) => study.evaluationId !== evaluationId)
    },
  },
})

/** The studies of one class alone that are not closed. */
export const studiesOfOffering = projection({
  ...studiesOfProgram,
  name: 'studiesOfOffering',
  by: ['offeringId'],
})

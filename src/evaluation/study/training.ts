/** What the evaluation room must know of delivery: when a program's training began and ended, and who was there. */
import type { DeliveryEvent } from '../../delivery/events.ts'
import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'
import type { StudyInstruments } from '../shapes.ts'

const projection = projections<DeliveryEvent | EvaluationEvent>()

export type TrainingOfProgram = {
  /** The first class of each offering that was not cancelled. */
  firstClass: Record<string, string>
  ended: Record<string, { at: string; zone: string }>
}

/** When the classes of a program begin and when they were over, by offering. */
export const trainingOfProgram = projection({
  name: 'trainingOfProgram',
  by: ['programId'],
  initial: (): TrainingOfProgram => ({ firstClass: {}, ended: {} }),
  on: {
    OfferingScheduled: (training, { offeringId, sessions }) => {
      training.firstClass[offeringId] = sessions.map(({ start }) => start).sort()[0] ?? ''
    },
    OfferingCancelled: (training, { offeringId }) => {
      delete training.firstClass[offeringId]
    },
    OfferingCompleted: (training, { offeringId, endedAt, zone }) => {
      training.ended[offeringId] = { at: endedAt, zone }
    },
  },
})

export const startOf = ({ firstClass }: TrainingOfProgram): string | undefined =>
  Object.values(firstClass).sort()[0]

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

/** Who was in class, in the order their attendance was first taken. */
export const attendees = projection({
  name: 'attendees',
  by: ['offeringId'],
  initial: (): { present: string[] } => ({ present: [] }),
  on: {
    AttendanceRecorded: (attendees, { learnerId, minutes }) => {
      if (minutes > 0 && !attendees.present.includes(learnerId)) attendees.present.push(learnerId)
    },
  },
})

export type StudiesOfProgram = {
  studies: { evaluationId: string; instruments: StudyInstruments; k: number }[]
}

/** The studies of a program that are not closed. */
export const studiesOfProgram = projection({
  name: 'studiesOfProgram',
  by: ['programId'],
  initial: (): StudiesOfProgram => ({ studies: [] }),
  on: {
    EvaluationStudyPlanned: (program, { evaluationId, instruments, k }) => {
      program.studies.push({ evaluationId, instruments, k })
    },
    EvaluationClosed: (program, { evaluationId }) => {
      program.studies = program.studies.filter((study) => study.evaluationId !== evaluationId)
    },
  },
})

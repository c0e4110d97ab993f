/** The programs of the year, each with what came of it: for the status report and for leadership. */
import {
  audienceOf,
  boardOf,
  budgetOf,
  commitmentRecord,
  kirkpatrick,
  kirkpatrickFigures,
  objectiveOutcomes,
  programRecord,
  requirement,
} from 'training-ops'
import type { ProgramOnStatus } from 'training-ops/reports'
import { figureRule } from '../publish.ts'
import type { YearLedger } from '../run.ts'
import { period } from './log.ts'
import { questionOf } from './statistics.ts'

/** The program that a statutory duty asks for, by the course that both name. */
const dutyCourse: Readonly<Record<string, string>> = { 'safety-2025': 'workplace-safety' }

/** The title of the duty behind a program, where there is one. */
export const dutyOf = (ledger: YearLedger, programId: string): string | undefined =>
  Object.values(ledger.project(requirement))
    .flatMap(({ courseId, versions }) => (courseId === dutyCourse[programId] ? (versions.at(-1) ?? []) : []))
    .find(({ purpose }) => purpose === 'compliance')?.title

export const programsOf = (ledger: YearLedger): readonly ProgramOnStatus[] => {
  const question = questionOf(ledger)
  const board = Object.values(boardOf(question))
  const commitments = ledger.project(commitmentRecord)
  const evaluated = ledger.project(kirkpatrick)
  const ofTheYear = Object.entries(ledger.project(programRecord)).filter(
    ([, { period: days }]) => days === undefined || days.from < period.to,
  )
  return ofTheYear.map(([programId, status]) => {
    const state = evaluated[programId]
    const figures = state === undefined ? [] : kirkpatrickFigures(state, figureRule)
    const duty = dutyOf(ledger, programId)
    return {
      programId,
      status,
      money: budgetOf(programId, status, commitments),
      offerings: board.filter(({ course }) => course.programId === programId),
      outcomes: objectiveOutcomes(status.objectives, figures, {
        audience: audienceOf(programId, question.enrolments),
      }),
      figures,
      ...(duty === undefined ? {} : { duty }),
    }
  })
}

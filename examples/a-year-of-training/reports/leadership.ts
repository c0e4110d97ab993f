/** One page for leadership. */
import {
  audienceOf,
  boardOf,
  completionFigure,
  coverageFigure,
  executiveSummary,
  figureOf,
  hoursPerEmployeeFigure,
  kirkpatrick,
  kirkpatrickFigures,
  objectiveOutcomes,
  planRecord,
  programRecord,
} from 'training-ops'
import { executiveSummaryReport } from 'training-ops/reports'
import { figureRule } from '../publish.ts'
import type { YearLedger } from '../run.ts'
import { lastInstant, type Named } from './log.ts'
import { questionOf } from './statistics.ts'

export const leadership = (ledger: YearLedger): readonly Named[] => {
  const plans = ledger.project(planRecord)
  const programs = ledger.project(programRecord)
  if (Object.keys(plans).length === 0 && Object.keys(programs).length === 0) return []
  const evaluated = ledger.project(kirkpatrick)
  const question = questionOf(ledger)
  const summary = executiveSummary({
    on: lastInstant(ledger).slice(0, 10),
    plans,
    programs,
    offerings: boardOf(question),
    outcomes: Object.fromEntries(
      Object.entries(programs).map(([programId, { objectives }]) => {
        const state = evaluated[programId]
        return [
          programId,
          objectiveOutcomes(objectives, state === undefined ? [] : kirkpatrickFigures(state, figureRule), {
            audience: audienceOf(programId, question.enrolments),
          }),
        ]
      }),
    ),
    figures: {
      M01: figureOf(coverageFigure, question),
      M03: figureOf(hoursPerEmployeeFigure, question),
      M06: figureOf(completionFigure, question),
    },
  })
  const titles = Object.fromEntries([
    ...Object.entries(programs).map(([id, { title }]) => [id, title || id]),
    ...Object.entries(plans).flatMap(([id, { title, lines }]) => [
      [id, title],
      ...Object.entries(lines).map(([lineId, line]) => [lineId, line.title ?? lineId]),
    ]),
  ])
  return [['executive-summary', executiveSummaryReport({ summary, titles })]]
}

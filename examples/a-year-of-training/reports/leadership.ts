/** One page for leadership. */
import {
  budget,
  completion,
  completionRateIn,
  coverageIn,
  executiveSummary,
  hoursPerEmployeeIn,
  kirkpatrick,
  kirkpatrickFigures,
  objectiveOutcomes,
  offeringBoard,
  programStatus,
  trainingHours,
} from 'training-ops'
import { executiveSummaryReport } from 'training-ops/reports'
import { figureRule } from '../publish.ts'
import type { YearLedger } from '../run.ts'
import { company, employedOn } from '../script/company.ts'
import { lastInstant, type Named, period } from './log.ts'

export const leadership = (ledger: YearLedger): readonly Named[] => {
  const plans = ledger.project(budget)
  const programs = ledger.project(programStatus)
  if (Object.keys(plans).length === 0 && Object.keys(programs).length === 0) return []
  const evaluated = ledger.project(kirkpatrick)
  const hours = ledger.project(trainingHours)
  const workforce = employedOn(company(), '2025-12-31').map(({ id }) => id)
  const summary = executiveSummary({
    on: lastInstant(ledger).slice(0, 10),
    plans,
    programs,
    offerings: ledger.project(offeringBoard),
    outcomes: Object.fromEntries(
      Object.entries(programs).map(([programId, { objectives }]) => {
        const state = evaluated[programId]
        return [
          programId,
          objectiveOutcomes(objectives, state === undefined ? [] : kirkpatrickFigures(state, figureRule)),
        ]
      }),
    ),
    figures: {
      trainingCoverage: coverageIn(hours, { days: period, workforce }),
      trainingHoursPerEmployee: hoursPerEmployeeIn(hours, { days: period, headcount: workforce.length }),
      completionRate: completionRateIn(ledger.project(completion), period),
    },
  })
  const titles = Object.fromEntries([
    ...Object.entries(programs).map(([id, { proposal }]) => [id, proposal?.title ?? id]),
    ...Object.entries(plans).flatMap(([id, { title, lines }]) => [
      [id, title],
      ...Object.entries(lines).map(([lineId, line]) => [lineId, line.title ?? lineId]),
    ]),
  ])
  return [['executive-summary', executiveSummaryReport({ summary, titles })]]
}

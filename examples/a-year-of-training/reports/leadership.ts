/** One page for leadership. */
import { boardOf, executiveSummary, planRecord, programRecord } from 'training-ops'
import { executiveSummaryReport } from 'training-ops/reports'
import type { YearLedger } from '../run.ts'
import { lastInstant, type Named } from './log.ts'
import { programsOf } from './programs.ts'
import { headFigures, previousYear, questionOf, targets } from './statistics.ts'

export const leadership = (ledger: YearLedger): readonly Named[] => {
  const plans = ledger.project(planRecord)
  const records = ledger.project(programRecord)
  if (Object.keys(plans).length === 0 && Object.keys(records).length === 0) return []
  const question = questionOf(ledger)
  const programs = programsOf(ledger)
  const summary = executiveSummary({
    on: lastInstant(ledger).slice(0, 10),
    plans,
    programs: records,
    offerings: boardOf(question),
    outcomes: Object.fromEntries(programs.map(({ programId, outcomes }) => [programId, outcomes])),
    figures: headFigures(question),
  })
  const titles = Object.fromEntries([
    ...Object.entries(records).map(([id, { title }]) => [id, title || id]),
    ...Object.entries(plans).flatMap(([id, { title, lines }]) => [
      [id, title],
      ...Object.entries(lines).map(([lineId, line]) => [lineId, line.title ?? lineId]),
    ]),
  ])
  return [
    [
      'executive-summary',
      executiveSummaryReport({ summary, programs, titles, targets, previous: previousYear(ledger) }),
    ],
  ]
}

/** The annual statistics of what the library accepted: the same report as a company's that keeps its training in the library. */
import { annualTrainingStatistics, enrolmentRecord, offeringRecord } from 'training-ops'
import { annualStatisticsReport, type Document } from 'training-ops/reports'
import { programsOf } from './commands.ts'
import { periodOf } from './figures.ts'
import type { Imported } from './import.ts'
import type { Records } from './records.ts'

/** A local day later by so many days. */
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The files tell of no withdrawal, no-show, waitlist, trainer, incident, nor who wanted to go: a figure of these would be a made-up 0. */
const untold = ['M09', 'M10', 'M11', 'M12', 'M22', 'M23', 'M25']
const toldBy = <Figure>(figures: Readonly<Record<string, Figure>>): Readonly<Record<string, Figure>> =>
  Object.fromEntries(Object.entries(figures).filter(([metric]) => !untold.includes(metric)))

export const reportOf = (
  { employees, trainings }: Records,
  { ledger, accepted }: Pick<Imported, 'ledger' | 'accepted'>,
): Document => {
  const { first, last } = periodOf(trainings)
  const period = { from: first, to: later(last, 1) }
  const minutesByCategory: Record<string, number> = {}
  const enrolments = ledger.project(enrolmentRecord)
  const titles = programsOf(accepted)
  for (const { courseId = '', attended } of Object.values(enrolments)) {
    const title = titles.get(courseId) ?? courseId
    for (const { minutes } of Object.values(attended))
      minutesByCategory[title] = (minutesByCategory[title] ?? 0) + minutes
  }
  const { culture: _untold, ...year } = annualTrainingStatistics({
    enrolments,
    offerings: ledger.project(offeringRecord),
    workforce: [...employees.values()].map(({ employeeId, hiredOn, leftOn, department }) => ({
      learnerId: employeeId,
      hiredOn,
      segment: { department },
      ...(leftOn === undefined ? {} : { leftOn }),
    })),
    period,
    // attempts are closed days after the class
    asOf: `${later(last, 60)}T00:00:00.000Z`,
    zone: 'UTC',
    segmentOf: ({ segment }) => segment.department ?? '',
  })
  return annualStatisticsReport({
    ...year,
    figures: toldBy(year.figures),
    segments: Object.fromEntries(
      Object.entries(year.segments).map(([department, figures]) => [department, toldBy(figures)]),
    ),
    minutesByCategory,
  })
}

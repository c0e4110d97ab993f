import type { StudyRecord, StudyRecords } from '../records/study/record.ts'
import { given } from '../vocabulary/index.ts'

/** An improvement on the list, with the study it is of and the program or class that is about. */
export type ImprovementOnList = Omit<StudyRecord['improvements'][string], 'status'> & {
  readonly evaluationId: string
  readonly programId?: string
  readonly offeringId?: string
  readonly improvementId: string
  readonly proposedAt: string
  /** The level of the finding it follows from. */
  readonly level?: number
  readonly status: 'open' | 'overdue' | 'completed' | 'dismissed'
  readonly settledAt?: string
}

/**
 * The improvements of every study, with owner and due day (改进事项清单), as of a day (`YYYY-MM-DD`): what is open
 * first, the longest due at the top; then what is settled, the latest first. Overdue is what is open after its day.
 *
 * @example
 * ```ts
 * import { improvementsAsOf } from 'training-ops'
 * improvementsAsOf({}, '2026-03-01') // => []
 * ```
 */
export const improvementsAsOf = (studies: StudyRecords, day: string): readonly ImprovementOnList[] => {
  const all = Object.entries(studies).flatMap(([evaluationId, study]) =>
    Object.entries(study.improvements).map(
      ([improvementId, { status, ...improvement }]): ImprovementOnList => ({
        ...improvement,
        evaluationId,
        ...given({ programId: study.programId, offeringId: study.offeringId }),
        improvementId,
        proposedAt: study.proposedAt[improvementId] ?? '',
        ...given({
          level: study.findings[improvement.findingId]?.level,
          settledAt: study.settledAt[improvementId],
        }),
        status: status === 'open' && improvement.due < day ? 'overdue' : status,
      }),
    ),
  )
  const open = all.filter(({ settledAt }) => settledAt === undefined)
  const done = all.filter(({ settledAt }) => settledAt !== undefined)
  return [
    ...open.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    ...done.sort((a, b) => ((a.settledAt ?? '') > (b.settledAt ?? '') ? -1 : 1)),
  ]
}

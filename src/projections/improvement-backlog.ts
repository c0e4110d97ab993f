import type { EvaluationEvent } from '../evaluation/events.ts'
import { projections } from '../kernel/index.ts'

export type BackloggedImprovement = {
  evaluationId: string
  /** The program the study is of, or the class. */
  programId?: string
  offeringId?: string
  improvementId: string
  findingId: string
  target: { kind: string; ref: string }
  owner: string
  due: string
  action: string
  proposedAt: string
}

export type ImprovementBacklogState = {
  /** By evaluation and improvement, as the next. */
  proposed: Record<string, BackloggedImprovement>
  settled: Record<string, { as: 'completed' | 'dismissed'; at: string }>
  /** The level of each finding, by evaluation and finding. */
  levels: Record<string, number>
}

const projection = projections<EvaluationEvent>()

/** What was to be improved by whom and until when, over every study (改进事项清单). Any split of the log merges. */
export const improvementBacklog = projection({
  name: 'improvementBacklog',
  initial: (): ImprovementBacklogState => ({ proposed: {}, settled: {}, levels: {} }),
  on: {
    FindingRecorded: (backlog, { evaluationId, findingId, level }) => {
      backlog.levels[`${evaluationId} ${findingId}`] = level
    },
    ImprovementProposed: (backlog, proposed) => {
      const { at, evaluationId, programId, offeringId, improvementId, findingId, ...told } = proposed
      const { target, owner, due, action } = told
      backlog.proposed[`${evaluationId} ${improvementId}`] = {
        evaluationId,
        ...(programId === undefined ? {} : { programId }),
        ...(offeringId === undefined ? {} : { offeringId }),
        improvementId,
        findingId,
        target,
        owner,
        due,
        action,
        proposedAt: at,
      }
    },
    ImprovementCompleted: (backlog, { at, evaluationId, improvementId }) => {
      backlog.settled[`${evaluationId} ${improvementId}`] = { as: 'completed', at }
    },
    ImprovementDismissed: (backlog, { at, evaluationId, improvementId }) => {
      backlog.settled[`${evaluationId} ${improvementId}`] = { as: 'dismissed', at }
    },
  },
  merge: (a, b) => ({
    proposed: { ...a.proposed, ...b.proposed },
    settled: { ...a.settled, ...b.settled },
    levels: { ...a.levels, ...b.levels },
  }),
})

export type ImprovementOnList = BackloggedImprovement & {
  /** The level of the finding it follows from. */
  readonly level?: number
  readonly status: 'open' | 'overdue' | 'completed' | 'dismissed'
  readonly settledAt?: string
}

/**
 * The list as of a day (`YYYY-MM-DD`): what is open first, the longest due at the top; then what is settled, the
 * latest first. Overdue is what is open after its day.
 *
 * @example
 * ```ts
 * import { improvementBacklog, improvementsAsOf } from 'training-ops'
 * improvementsAsOf(improvementBacklog.initial(), '2026-03-01') // => []
 * ```
 */
export const improvementsAsOf = (
  { proposed, settled, levels }: ImprovementBacklogState,
  day: string,
): readonly ImprovementOnList[] => {
  const all = Object.entries(proposed).map(([key, improvement]): ImprovementOnList => {
    const end = settled[key]
    const level = levels[`${improvement.evaluationId} ${improvement.findingId}`]
    return {
      ...improvement,
      ...(level === undefined ? {} : { level }),
      status: end?.as ?? (improvement.due < day ? 'overdue' : 'open'),
      ...(end === undefined ? {} : { settledAt: end.at }),
    }
  })
  const open = all.filter(({ settledAt }) => settledAt === undefined)
  const done = all.filter(({ settledAt }) => settledAt !== undefined)
  return [
    ...open.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    ...done.sort((a, b) => ((a.settledAt ?? '') > (b.settledAt ?? '') ? -1 : 1)),
  ]
}

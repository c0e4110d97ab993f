import {
  complianceRate,
  complianceRateEntry,
  type MetricResult,
  type Obligation,
  type ObligationCounts,
  obligationCounts,
  onTimeCompletion,
  onTimeCompletionEntry,
  overdueRate,
  overdueRateEntry,
} from '../metrics/index.ts'
import { given } from '../vocabulary/index.ts'
import { figureBy, figureOf, type MetricFigure } from './figure.ts'

/** The answer of `obligations`, as far as figures need it: days are local days. */
export type StandingObligation = {
  readonly requirementId: string
  readonly learnerId: string
  readonly state: string
  readonly due?: string
  readonly wasDue?: string
  readonly doneOn?: string
  readonly graceDays: number
}

const isDone = ({ state }: StandingObligation): boolean => state === 'current' || state === 'expiringSoon'

/** As a calculator sees it: what is not good today is not done. */
const asRecord = (obligation: StandingObligation): Obligation => {
  const { learnerId, requirementId, state, due, doneOn, graceDays } = obligation
  return {
    person: learnerId,
    item: requirementId,
    graceDays,
    ...(state === 'waived' ? { waived: true } : {}),
    ...given(isDone(obligation) ? { completedOn: doneOn, validUntil: due } : { due }),
  }
}

export type ComplianceQuestion = {
  /** From `obligations`, at one instant. */
  readonly obligations: readonly StandingObligation[]
  /** The local day of that instant. */
  readonly today: string
}

/**
 * Compliance rate (合规率), M26: of those who must hold something today, who holds all of it. `graceIsCompliant` counts
 * those in their days of grace in; without `waivedIsCompliant` what is waived binds nobody.
 */
export const complianceFigure = figureBy({
  entry: complianceRateEntry,
  options: { graceIsCompliant: false as boolean, waivedIsCompliant: true as boolean },
  measure: ({ obligations, today }: ComplianceQuestion, policy): MetricResult =>
    complianceRate({ obligations: obligations.map(asRecord), asOf: today, ...policy }),
})

const overdueIn = ({ obligations, today }: ComplianceQuestion, policy: { expiringWithinDays: number }) => ({
  obligations: obligations.map(asRecord),
  asOf: today,
  ...policy,
})

/** Overdue rate (逾期率), M27, with what is in grace and about to expire in its notes. */
export const overdueFigure = figureBy({
  entry: overdueRateEntry,
  options: { expiringWithinDays: 30 },
  measure: (question: ComplianceQuestion, policy): MetricResult => overdueRate(overdueIn(question, policy)),
})

/**
 * How many obligations are current, expiring, waived, not yet due, in grace and overdue (逾期与即将到期), M27.
 *
 * @example
 * ```ts
 * import { obligationCountsIn } from 'training-ops'
 * const obligations = [{ requirementId: 'fire', learnerId: 'ada', state: 'current', doneOn: '2026-01-05', graceDays: 0 }]
 * obligationCountsIn({ obligations, today: '2026-03-01' }).current // => 1
 * ```
 */
export const obligationCountsIn = (
  question: ComplianceQuestion,
  policy: Partial<typeof overdueFigure.options> = {},
): ObligationCounts => obligationCounts(overdueIn(question, { ...overdueFigure.options, ...policy }))

/**
 * On-time completion (按期完成率), M07: of what was due by today, what was last done by the day it was due. A waived obligation
 * was never due.
 */
export const onTimeCompletionFigure = figureBy({
  entry: onTimeCompletionEntry,
  measure: ({ obligations, today }: ComplianceQuestion): MetricResult =>
    onTimeCompletion({
      asOf: today,
      records: obligations
        .filter(({ state }) => state !== 'waived')
        .map((obligation) =>
          isDone(obligation)
            ? given({ due: obligation.wasDue, completedOn: obligation.doneOn })
            : given({ due: obligation.due }),
        ),
    }),
})

/** M26, M27 and M07 of one requirement. */
export type RequirementFigures = {
  readonly obliged: number
  readonly figures: Readonly<Record<string, MetricFigure>>
}

/**
 * Compliance of each requirement by itself (各项要求合规情况): how many it binds, and its rates. One rate over all requirements
 * hides the one that is missed.
 *
 * @example
 * ```ts
 * import { complianceByRequirement } from 'training-ops'
 * const obligations = [{ requirementId: 'fire', learnerId: 'ada', state: 'current', doneOn: '2026-01-05', graceDays: 0 }]
 * complianceByRequirement({ obligations, today: '2026-03-01' }).fire?.obliged // => 1
 * ```
 */
export const complianceByRequirement = ({
  obligations,
  today,
}: ComplianceQuestion): Readonly<Record<string, RequirementFigures>> =>
  Object.fromEntries(
    [...new Set(obligations.map(({ requirementId }) => requirementId))].sort().map((requirementId) => {
      const own = { obligations: obligations.filter((one) => one.requirementId === requirementId), today }
      const figures = {
        M26: figureOf(complianceFigure, own),
        M27: figureOf(overdueFigure, own),
        M07: figureOf(onTimeCompletionFigure, own),
      }
      return [requirementId, { obliged: own.obligations.length, figures }]
    }),
  )

/** People down, requirements across (合规矩阵); a cell that is not there is `notObligated`. */
export type ComplianceMatrix<One extends StandingObligation = StandingObligation> = {
  readonly requirementIds: readonly string[]
  readonly rows: readonly {
    readonly learnerId: string
    readonly cells: Readonly<Record<string, One>>
    /** Whether everything that binds them today is current, waived, or not yet due. */
    readonly compliant: boolean
  }[]
}

/**
 * The status of each person under each requirement (合规矩阵), in the order of ids: one row for each person whom anything binds.
 *
 * @example
 * ```ts
 * import { complianceMatrix } from 'training-ops'
 * const obligations = [
 *   { requirementId: 'fire', learnerId: 'ada', state: 'current', graceDays: 0 },
 *   { requirementId: 'fire', learnerId: 'bo', state: 'overdue', graceDays: 0 },
 * ]
 * const { rows } = complianceMatrix(obligations)
 * rows.map(({ learnerId, compliant }) => `${learnerId}: ${compliant}`) // => ['ada: true', 'bo: false']
 * ```
 */
export const complianceMatrix = <One extends StandingObligation>(
  obligations: readonly One[],
): ComplianceMatrix<One> => {
  const cells = new Map<string, Record<string, One>>()
  for (const obligation of obligations) {
    const row = cells.get(obligation.learnerId)
    if (row === undefined) cells.set(obligation.learnerId, { [obligation.requirementId]: obligation })
    else row[obligation.requirementId] = obligation
  }
  const inOrder = [...cells].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    requirementIds: [...new Set(obligations.map(({ requirementId }) => requirementId))].sort(),
    rows: inOrder.map(([learnerId, row]) => ({
      learnerId,
      cells: row,
      compliant: Object.values(row).every(({ state }) => state !== 'overdue' && state !== 'inGrace'),
    })),
  }
}

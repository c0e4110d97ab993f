import { type EvaluationEvent, type PublishedFigure, reportDigest } from '../../evaluation/events.ts'
import { type DataOf, digestOf } from '../../kernel/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import { asPublished } from './figure.ts'
import { type FigureRule, kirkpatrickFigures } from './figures.ts'
import { evaluationInputs } from './inputs.ts'

type Report = Pick<
  DataOf<EvaluationEvent, 'EvaluationReportPublished'>,
  'figures' | 'calculatorVersion' | 'inputsDigest' | 'digest'
>

export type ReportCheck = {
  /** Everything below holds. */
  readonly holds: boolean
  /** The digest is that of the figures, the calculators' version and the inputs' digest. */
  readonly digestHolds: boolean
  /** The inputs are those the figures were computed from; `undefined` where the publisher kept no digest of it. */
  readonly inputsHold?: boolean
  /** Figures that come out otherwise, or not at all, computed anew. */
  readonly changed: readonly string[]
  /** Figures that come out and were not published. */
  readonly unpublished: readonly string[]
}

/**
 * Whether a published report holds: computes its figures anew from what was known when it was published
 * (`project(kirkpatrick, events, { asOf: report.at })`) and says what comes out otherwise. Give it the rule the report
 * was computed under. A report of another version of the calculators may rightly differ: the version is in it.
 *
 * @example
 * ```ts
 * import { asPublished, kirkpatrick, kirkpatrickFigures, recomputeReport } from 'training-ops'
 * const program = kirkpatrick.initial()
 * const figures = asPublished(kirkpatrickFigures(program))
 * const report = { figures, calculatorVersion: '0.1.0', digest: 'sha256:made-up' }
 * recomputeReport(report, program) // => { holds: false, digestHolds: false, changed: [], unpublished: [] }
 * ```
 */
export const recomputeReport = (
  report: Report,
  program: KirkpatrickState,
  rule?: FigureRule,
): ReportCheck => {
  const anew = new Map(asPublished(kirkpatrickFigures(program, rule)).map((one) => [one.figure, one]))
  const digestHolds = reportDigest(report) === report.digest
  const inputsHold =
    report.inputsDigest === undefined
      ? undefined
      : report.inputsDigest === digestOf(evaluationInputs(program))
  const changed = report.figures
    .filter((one) => !isSame(one, anew.get(one.figure)))
    .map(({ figure }) => figure)
  const published = new Set(report.figures.map(({ figure }) => figure))
  const unpublished = [...anew.keys()].filter((name) => !published.has(name))
  return {
    holds: digestHolds && inputsHold !== false && changed.length === 0,
    digestHolds,
    ...given({ inputsHold }),
    changed,
    unpublished,
  }
}

const isSame = (one: PublishedFigure, other: PublishedFigure | undefined): boolean =>
  other !== undefined && digestOf(one) === digestOf(other)

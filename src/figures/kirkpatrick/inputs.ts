import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'

/** The inputs of the figures of a program, and nothing that is written down afterwards. */
export type EvaluationInputs = Pick<
  KirkpatrickState,
  | 'asked'
  | 'promised'
  | 'invited'
  | 'responses'
  | 'invalidated'
  | 'coded'
  | 'ends'
  | 'assessed'
  | 'outcomes'
  | 'benefits'
  | 'costs'
  | 'isolation'
  | 'nothingElseChanged'
  | 'baselines'
>

/**
 * The part of a program that `kirkpatrickFigures` reads, for the `inputsDigest` of a report: the digest is the same before
 * and after the report, the completion of an improvement or the close of the study.
 *
 * @example
 * ```ts
 * import { digestOf, evaluationInputs, kirkpatrick } from 'training-ops'
 * const program = kirkpatrick.initial()
 * const settled = { ...program, settled: { 'imp-1': 'completed' as const } }
 * digestOf(evaluationInputs(settled)) === digestOf(evaluationInputs(program)) // => true
 * ```
 */
export const evaluationInputs = ({
  asked,
  promised,
  invited,
  responses,
  invalidated,
  coded,
  ends,
  assessed,
  outcomes,
  benefits,
  costs,
  isolation,
  nothingElseChanged,
  baselines,
}: KirkpatrickState): EvaluationInputs => ({
  asked,
  promised,
  invited,
  responses,
  invalidated,
  coded,
  ends,
  assessed,
  outcomes,
  benefits,
  costs,
  baselines,
  ...given({ isolation, nothingElseChanged }),
})

import { knowledgeSharingFigure } from './classes.ts'
import { figureOfSlices, type MetricFigure } from './figure.ts'
import { repeatParticipationFigure, selfInitiatedFigure } from './participation.ts'
import { sliceOf, type TrainingQuestion } from './question.ts'

/** Learning, sharing, growing: three figures beside each other, never added up. */
export type CultureIndex = {
  /** 爱学习: of the requests for a seat, those that learners made themselves (M23). */
  readonly selfInitiated: MetricFigure
  /** 愿分享: knowledge-sharing sessions held for each hundred people. */
  readonly sharing: MetricFigure
  /** 共成长: of those who came to a class, those who came to another one too. */
  readonly repeat: MetricFigure
}

/**
 * How far learning is wanted and not merely done (学习文化指数), in a period.
 *
 * Formulas: requests with source `self` / requests; sessions held of classes of kind `knowledgeSharing` / headcount × 100;
 * people who attended at least a minute in two classes or more / people who did in one.
 *
 * When to use: year against year, each figure by itself.
 * When not: as one number. Weights between the three would be nobody's finding.
 *
 * Source: no published standard; defined here, after row 7.6 of the capabilities.
 *
 * @example
 * ```ts
 * import { cultureIndex } from 'training-ops'
 * const workforce = [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: {} }]
 * const period = { from: '2026-01-01', to: '2027-01-01' }
 * const asked = { enrolments: {}, offerings: {}, workforce, period, asOf: '2027-01-10T00:00:00.000Z', zone: 'UTC' }
 * cultureIndex(asked).selfInitiated.status // => 'undefined'
 * ```
 */
export const cultureIndex = (question: TrainingQuestion): CultureIndex => {
  const slices = [sliceOf(question)]
  return {
    selfInitiated: figureOfSlices(selfInitiatedFigure, slices),
    sharing: figureOfSlices(knowledgeSharingFigure, slices),
    repeat: figureOfSlices(repeatParticipationFigure, slices),
  }
}

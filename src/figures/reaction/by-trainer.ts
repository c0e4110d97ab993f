import {
  type MetricResult,
  studentTQuantile,
  subscaleScoresEntry,
  summary,
  suppressSmallCells,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import { type MetricFigure, underMetric } from '../figure.ts'
import { type AnswerRows, suppressBelow, whoGave } from '../kirkpatrick/figure.ts'
import { agreement, byScale, isOpinion, questionnairesOf } from './questionnaires.ts'

/** The ratings that learners gave one trainer in the classes of one program. */
export type LearnersRating = {
  readonly trainerId: string
  readonly instrument: string
  readonly scale: { readonly min: number; readonly max: number }
  /** M33 of the questions about the trainer, with its 95 % interval. */
  readonly result: MetricFigure
}

/** The mean of what each person answered in the mean, with an interval: those who answered stand for those who may come. */
const meanOfPeople = (rows: AnswerRows, { min, max }: LearnersRating['scale']): MetricResult => {
  const means = rows.flatMap((row) => {
    const answers = row.flatMap((answer) => answer ?? [])
    return answers.length * 2 < row.length || answers.length === 0
      ? []
      : [answers.reduce((sum, one) => sum + one, 0) / answers.length]
  })
  const mean = summary(means)
  if (mean.status !== 'ok') return mean
  const { standardDeviation, ...told } = mean
  if (standardDeviation === null || standardDeviation === 0) return told
  const half =
    (studentTQuantile({ probability: 0.975, df: mean.n - 1 }) * standardDeviation) / Math.sqrt(mean.n)
  return {
    ...told,
    interval: {
      low: Math.max(min, mean.value - half),
      high: Math.min(max, mean.value + half),
      confidence: 0.95,
      method: 't',
    },
  }
}

/**
 * How learners rated each trainer (学员评分), class by class put together: the questions of the subscale `trainer` of what a program
 * asked after its classes. Fewer than `k` people are not told of, nor is the one trainer who could be reckoned from the
 * others. A class of several trainers counts for none of them: nobody knows whom the answers meant.
 *
 * @example
 * ```ts
 * import { kirkpatrick, learnersRatings } from 'training-ops'
 * learnersRatings(kirkpatrick.initial(), () => ['dana']) // => []
 * ```
 */
export const learnersRatings = (
  program: KirkpatrickState,
  /** Those who taught a class. */
  trainersOf: (offeringId: string) => readonly string[],
  { subscale = 'trainer' }: { readonly subscale?: string } = {},
): readonly LearnersRating[] =>
  questionnairesOf(program).flatMap(({ name, k, items, responses }) => {
    const about = items.filter((item) => isOpinion(item) && item.subscale === subscale)
    return byScale(about).flatMap(({ scale, items: columns }) => {
      const parts = new Map<string, typeof responses>()
      for (const response of responses) {
        const { offeringId } = program.asked[response.administrationId] ?? {}
        const [trainer, ...others] = offeringId === undefined ? [] : new Set(trainersOf(offeringId))
        const part = trainer === undefined || others.length > 0 ? '' : trainer
        parts.set(part, [...(parts.get(part) ?? []), response])
      }
      const told = [...parts].map(([segment, own]) => {
        const rows = own.map((response) => columns.map((item) => agreement(item, response)))
        const who = whoGave(own)
        const answers = rows.flat().flatMap((answer) => answer ?? [])
        return {
          ...{
            segment,
            question: name,
            n: new Set(who.filter((_, at) => rows[at]?.some((one) => one !== null))).size,
          },
          ...given({
            range: answers.length === 0 ? undefined : ([Math.min(...answers), Math.max(...answers)] as const),
          }),
          result: suppressBelow(k, rows, meanOfPeople(rows, scale), who),
        }
      })
      return suppressSmallCells({ cells: told, k })
        .cells.filter(({ segment, n }) => segment !== '' && n > 0)
        .map(({ segment, result }) => ({
          trainerId: segment,
          instrument: name,
          scale,
          result: underMetric(subscaleScoresEntry, result),
        }))
    })
  })

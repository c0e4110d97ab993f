/** How needs are put in order: the methods there are, each with everything its order was computed from. */
import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import { basisPoints, code, idList, needId, uniqueBy } from '../../vocabulary/index.ts'

const once = <Rating extends z.ZodType<{ readonly needId: string }>>(rating: Rating) =>
  uniqueBy(z.array(rating).max(10_000), (one) => (one as { needId: string }).needId)

/** What ratings run from and to. */
const scale = z.strictObject({ min: z.int().min(0).max(99), max: z.int().min(1).max(100) })
export type RatingScale = z.infer<typeof scale>

const rating = z.int().min(0).max(100).nullable()
/** How many people gave exactly these ratings; `null` where they gave none. */
const alike = { respondents: z.int().min(1).max(100_000) }

/** How much each factor counts, in basis points: together 10,000. */
const weights = z.record(code, basisPoints)
/** A need on each factor, 0 to 10,000. */
const factors = z.record(code, basisPoints)

const discrepancyRatings = once(
  z.strictObject({
    needId,
    answers: z.array(z.strictObject({ importance: rating, ability: rating, ...alike })).max(10_201),
  }),
)
export type DiscrepancyRating = z.infer<typeof discrepancyRatings>[number]

export const quadrant = z.enum(['concentrateHere', 'keepUp', 'lowPriority', 'possibleOverkill'])
export type Quadrant = z.infer<typeof quadrant>

export const trainingDecision = z.enum(['overtrain', 'train', 'preTrain', 'noTrain'])
export type TrainingDecision = z.infer<typeof trainingDecision>

/** A question on one mean rating, and what follows: from `atLeast` on, `yes`. */
const asking = <Then extends z.ZodType>(then: Then) =>
  z.strictObject({
    ask: z.enum(['difficulty', 'importance', 'frequency']),
    atLeast: z.number().min(0).max(100),
    yes: then,
    no: then,
  })
const decided = <Question extends z.ZodType>(question: Question) => z.union([trainingDecision, question])
/** At most four questions deep. */
const tree = asking(decided(asking(decided(asking(decided(asking(trainingDecision)))))))
export type TaskTree =
  | TrainingDecision
  | {
      readonly ask: 'difficulty' | 'importance' | 'frequency'
      readonly atLeast: number
      readonly yes: TaskTree
      readonly no: TaskTree
    }

export const priorityMethod = z.discriminatedUnion('kind', [
  /** Judged on factors: Σ weight · factor, times the discount where the need lies in the future. */
  z.strictObject({
    kind: z.literal('weightedFactors'),
    weights,
    /** What a future need keeps of its score, in basis points. */
    futureDiscount: basisPoints.default(10_000),
    ratings: once(z.strictObject({ needId, factors })),
  }),
  /** Mean weighted discrepancy (Borich): how much it matters, times how far ability lags behind. */
  z.strictObject({ kind: z.literal('borich'), scale, ratings: discrepancyRatings }),
  /** How many find it more important than they are able, less how many find the opposite. */
  z.strictObject({ kind: z.literal('rankedDiscrepancy'), scale, ratings: discrepancyRatings }),
  /** Important and poor first (重要性-表现矩阵). */
  z.strictObject({
    kind: z.literal('importancePerformance'),
    scale,
    split: z.enum(['midpoint', 'means']).default('midpoint'),
    onSplit: z.enum(['high', 'low']).default('high'),
    order: idList(quadrant)
      .length(4)
      .default([...quadrant.options]),
    ratings: once(
      z.strictObject({
        needId,
        answers: z.array(z.strictObject({ importance: rating, performance: rating, ...alike })).max(10_201),
      }),
    ),
  }),
  /** Tasks by difficulty, importance and frequency (DIF分析), down a tree that is data; an expert confirms. */
  z.strictObject({
    kind: z.literal('dif'),
    scale,
    tree,
    order: idList(trainingDecision)
      .length(4)
      .default([...trainingDecision.options]),
    confirmedBy: code.optional(),
    ratings: once(
      z.strictObject({
        needId,
        answers: z
          .array(z.strictObject({ difficulty: rating, importance: rating, frequency: rating, ...alike }))
          .max(20_000),
      }),
    ),
  }),
])
export type PriorityMethod = z.infer<typeof priorityMethod>
export type MethodOf<Kind extends PriorityMethod['kind']> = Extract<PriorityMethod, { kind: Kind }>

/**
 * A need in its place. The score is in hundred-millionths of the method's own unit, rounded; the order was decided
 * before rounding. `weightedFactors`: of the best possible score, so 0 to 100,000,000. `borich`: points.
 * `rankedDiscrepancy`: points, −100 to 100, the more the needier. `importancePerformance`: importance less performance.
 * `dif`: the mean importance.
 */
export const rankedNeedFields = {
  needId,
  score: z.int(),
  rank: z.int().min(1),
  /** The quadrant, or what was decided about the task. */
  reading: z.union([quadrant, trainingDecision]).optional(),
}
export const rankedNeed = field(z.strictObject(rankedNeedFields))
export type RankedNeed = ValueOf<typeof rankedNeed>

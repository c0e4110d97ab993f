/** How needs are put in order: the methods there are, each with everything its order was computed from. */
import * as z from 'zod'
import { type Field, field, type Named, type TakenBy, type ValueOf } from '../../kernel/index.ts'
import type { TaskQuestion } from '../../metrics/index.ts'
import { basisPoints, code, idList, needId, uniqueBy } from '../../vocabulary/index.ts'

const once = <Rating extends z.ZodType<{ readonly needId: string }>>(rating: Rating) =>
  uniqueBy(z.array(rating).max(10_000), (one) => (one as { needId: string }).needId)

/** The scale of the ratings. */
const scale = z.strictObject({
  /** The lowest rating. */
  min: z.int().min(0).max(99),
  /** The highest rating. */
  max: z.int().min(1).max(100),
})

export type RatingScale = z.infer<typeof scale>

const rating = z.int().min(0).max(100).nullable()
/** How many people gave exactly these ratings; `null` where they gave none. */
const alike = {
  /** The number of people who gave exactly these ratings. */
  respondents: z.int().min(1).max(100_000),
}

/** The weight of each factor, in basis points. Together they are 10,000. */
const weights = z.record(code, basisPoints)
/** The value of the need on each factor, 0 to 10,000. */
const factors = z.record(code, basisPoints)

const discrepancyRatings = once(
  z.strictObject({
    needId,
    /** The answers, people with the same ratings counted together. */
    answers: z
      .array(
        z.strictObject({
          /** How important it is; `null` where no answer was given. */
          importance: rating,
          /** How able people are; `null` where no answer was given. */
          ability: rating,
          ...alike,
        }),
      )
      .max(10_201),
  }),
)

export const quadrant = z.enum(['concentrateHere', 'keepUp', 'lowPriority', 'possibleOverkill'])

export const trainingDecision = z.enum(['overtrain', 'train', 'preTrain', 'noTrain'])

/** A question on one mean rating, and what follows: from `atLeast` on, `yes`. */
const asking = <Then extends z.ZodType>(then: Then) =>
  z.strictObject({
    /** The mean rating that is asked about. */
    ask: z.enum(['difficulty', 'importance', 'frequency']),
    /** The mean rating from which the answer is `yes`. */
    atLeast: z.number().min(0).max(100),
    /** The decision, or the next question, from `atLeast` on. */
    yes: then,
    /** The decision, or the next question, below `atLeast`. */
    no: then,
  })
const decided = <Question extends z.ZodType>(question: Question) => z.union([trainingDecision, question])
/** At most four questions deep. */
const tree: z.ZodType<TaskQuestion> = asking(
  decided(asking(decided(asking(decided(asking(trainingDecision)))))),
)
const methodFields = field(
  z.discriminatedUnion('kind', [
    z.strictObject({
      /** `weightedFactors`: Σ weight · factor, times the discount where the need lies in the future. */
      kind: z.literal('weightedFactors'),
      weights,
      /** The share of its score that a future need keeps, in basis points. */
      futureDiscount: basisPoints.default(10_000),
      /** The ratings of each need. */
      ratings: once(z.strictObject({ needId, factors })),
    }),
    z.strictObject({
      /** `borich`: mean weighted discrepancy, importance times the gap between importance and ability. */
      kind: z.literal('borich'),
      scale,
      /** The ratings of each need. */
      ratings: discrepancyRatings,
    }),
    z.strictObject({
      /** `rankedDiscrepancy`: people who rate importance above ability, less people who rate it below. */
      kind: z.literal('rankedDiscrepancy'),
      scale,
      /** The ratings of each need. */
      ratings: discrepancyRatings,
    }),
    z.strictObject({
      /** `importancePerformance`: important needs with poor performance first (重要性-表现矩阵). */
      kind: z.literal('importancePerformance'),
      scale,
      /** Where the quadrants meet: at the middle of the scale, or at the means. */
      split: z.enum(['midpoint', 'means']).default('midpoint'),
      /** Whether a rating exactly on the line counts as high or as low. */
      onSplit: z.enum(['high', 'low']).default('high'),
      /** The order of the quadrants, the most urgent first. */
      order: idList(quadrant)
        .length(4)
        .default([...quadrant.options]),
      /** The ratings of each need. */
      ratings: once(
        z.strictObject({
          needId,

          /** The answers, people with the same ratings counted together. */
          answers: z
            .array(
              z.strictObject({
                /** How important it is; `null` where no answer was given. */
                importance: rating,
                /** How good the performance is; `null` where no answer was given. */
                performance: rating,
                ...alike,
              }),
            )
            .max(10_201),
        }),
      ),
    }),
    z.strictObject({
      /** `dif`: tasks by difficulty, importance and frequency (DIF分析), through a tree of questions. */
      kind: z.literal('dif'),
      scale,
      tree,
      /** The order of the training decisions, the most urgent first. */
      order: idList(trainingDecision)
        .length(4)
        .default([...trainingDecision.options]),
      /** The expert who confirmed the decisions. */
      confirmedBy: code.optional(),
      /** The ratings of each need. */
      ratings: once(
        z.strictObject({
          needId,
          /** The answers, people with the same ratings counted together. */
          answers: z
            .array(
              z.strictObject({
                /** How difficult the task is; `null` where no answer was given. */
                difficulty: rating,
                /** How important the task is; `null` where no answer was given. */
                importance: rating,
                /** How often the task is done; `null` where no answer was given. */
                frequency: rating,
                ...alike,
              }),
            )
            .max(20_000),
        }),
      ),
    }),
  ]),
)
/** How needs are ranked, with all the ratings. */
export type PriorityMethod = Named<ValueOf<typeof methodFields>>
/** How needs are ranked, with all the ratings, as a host writes it. */
export type PriorityMethodInput = Named<TakenBy<typeof methodFields>>
export const priorityMethod: Field<PriorityMethod, PriorityMethodInput> = methodFields
export type MethodOf<Kind extends PriorityMethod['kind']> = Extract<PriorityMethod, { kind: Kind }>

/**
 * A need in its place. The score is in hundred-millionths of the method's own unit, rounded; the order was decided
 * before rounding. `weightedFactors`: of the best possible score, so 0 to 100,000,000. `borich`: points.
 * `rankedDiscrepancy`: points, −100 to 100, the more the needier. `importancePerformance`: importance less performance.
 * `dif`: the mean importance.
 */
export const rankedNeedFields = {
  needId,
  /** The score, in hundred-millionths of the method's own unit. */
  score: z.int(),
  /** The rank; 1 is the most urgent. */
  rank: z.int().min(1),
  /** The quadrant, or what was decided about the task. */
  reading: z.union([quadrant, trainingDecision]).optional(),
}
export const rankedNeed = field(z.strictObject(rankedNeedFields))
export type RankedNeed = ValueOf<typeof rankedNeed>

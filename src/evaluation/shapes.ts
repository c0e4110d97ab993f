/** The shapes that questionnaires, tests and studies are made of. */
import * as z from 'zod'
import { field, type ValueOf } from '../kernel/index.ts'
import {
  basisPoints,
  code,
  instant,
  instrumentId,
  kirkpatrickLevel,
  period,
  responseId,
  sha256Digest,
  uniqueBy,
} from '../vocabulary/index.ts'

/** The whole numbers an item may be answered with: 1 to 5 for agreement, 0 to 10 for marks. */
export const answerScale = field(
  z
    .strictObject({
      /** The lowest answer. */
      min: z.int().min(-1000).max(1000),
      /** The highest answer. */
      max: z.int().min(-1000).max(1000),
    })
    .refine(({ min, max }) => min < max),
)
export type DeclaredScale = ValueOf<typeof answerScale>

/**
 * One question. With a `key` it is right or wrong and worth `maxScore` (1 unless said); with `maxScore` alone it
 * is marked by an examiner, one mark for each step of its scale; with neither it is an opinion and not scored.
 */
export const item = field(
  z
    .strictObject({
      /** The question, by its code in the instrument. */
      itemId: code,
      /** The subscale: `content`, `trainer`, `organisation`, `knowledge`, `skill`, or a critical behaviour. */
      subscale: code.optional(),
      /** The scale of the answers. */
      scale: answerScale,
      /** The right answer. Left out, the question has no right answer. */
      key: z.int().optional(),
      /** Whether agreement is bad news: the question is put the other way round. */
      reverse: z.boolean().default(false),
      /** Whether the question has to be answered. */
      required: z.boolean().default(true),
      /** The best score of the question, in marks. */
      maxScore: z.int().min(1).max(1000).optional(),
    })
    .refine(({ key, scale }) => key === undefined || (key >= scale.min && key <= scale.max))
    .refine(
      ({ key, maxScore, scale }) =>
        key !== undefined || maxScore === undefined || maxScore === scale.max - scale.min,
    ),
)
export type Item = ValueOf<typeof item>

export const items = uniqueBy(z.array(item).min(1).max(500), ({ itemId }) => itemId)

export const answer = field(
  z.strictObject({
    /** The question, by its code in the instrument. */
    itemId: code,
    /** The answer, a whole number on the scale of the question. */
    value: z.int(),
  }),
)
export type GivenAnswer = ValueOf<typeof answer>

/** What the questions are asked for. */
export const purpose = field(
  z.enum(['needs', 'reaction', 'pulse', 'pretest', 'posttest', 'delayedTest', 'followUp', 'observation']),
)
export type Purpose = ValueOf<typeof purpose>

/**
 * `confidential`: the host knows who said what, and no report tells it of fewer than `k` people. `anonymous`: that
 * somebody answered and what was answered are kept apart, and nobody can bring them together again.
 */
export const anonymity = field(z.enum(['identified', 'confidential', 'anonymous']))
export type Anonymity = ValueOf<typeof anonymity>

/** The instant is cut to its day before anything is made of it: the hour of an answer is a clue to whose it is. */
export const cutToTheDay = field(
  (instant as unknown as z.ZodString).overwrite((at) => `${at.slice(0, 10)}T00:00:00.000Z`),
)

/** A random key from the host, at least 16 characters: a counter would tell in which order people answered. */
export const responseKey = field((responseId as unknown as z.ZodString).min(16)) as typeof responseId

/** From `opens` on, and before `closes`. */
export const window = z
  .strictObject({
    /** The instant from which responses are taken. */
    opens: instant,
    /** The first instant at which responses are no longer taken. */
    closes: instant,
  })
  .refine(({ opens, closes }) => opens < closes)

export const level = kirkpatrickLevel

export const instrumentVersion = z.strictObject({
  instrumentId,
  /** The version of the instrument. */
  version: z.int().min(1),
})

/** What a study asks by itself when a class is over. */
export const studyInstruments = field(
  z.strictObject({
    /** The questionnaire at the end of the training. */
    reaction: instrumentVersion.optional(),
    /** The test at the end of the training. */
    posttest: instrumentVersion.optional(),
    /** The questionnaire one to three months after the end. */
    followUp: instrumentVersion.optional(),
  }),
)
export type StudyInstruments = ValueOf<typeof studyInstruments>

/** Whose numbers these are: those who were trained, or those one compares them with. */
export const group = z.enum(['treated', 'control'])
export const when = z.enum(['before', 'after'])

/** A reading as a whole number of its last decimal: 1,794.342 with three decimals is 1794342. */
export const reading = {
  /** The unit of the value, by its code: `percent`, `minutes`. */
  measuredIn: code,
  /** The value, as a whole number of its last decimal: 1,794.342 with three decimals is 1794342. */
  value: z.int(),
  /** The number of decimals in `value`. Left out, there are none. */
  decimals: z.int().min(1).max(6).optional(),
}

/** The levels one comes back for: behaviour one to three months after the end, results three to twelve. */
export const followUpLevel = z.union([z.literal(3), z.literal(4)])

/** What else stands behind an estimate. */
export const estimateBasis = {
  /** The share of the change that is due to other factors, in basis points. */
  otherFactors: basisPoints.optional(),
  /** The time in which the benefit came about. Of a short program, only the first year counts. */
  period: period.optional(),
  /** The credibility of the source; 1 is the most credible. Of several estimates from the most credible source, the lowest counts. */
  credibilityRank: z.int().min(1).max(9).optional(),
  /** The reason why the estimate is kept and not counted. */
  setAside: z.enum(['extreme', 'unsupported']).optional(),
}

export const digest = sha256Digest

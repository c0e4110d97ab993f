/** The shapes that questionnaires, tests and studies are made of. */
import * as z from 'zod'
import { type Field, field, type Named, type TakenBy, type ValueOf } from '../kernel/index.ts'
import {
  basisPoints,
  code,
  instant,
  instrumentId,
  kirkpatrickLevel,
  period,
  responseId,
  sha256Digest,
  text,
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

/** The fields of every question, whatever it is answered with. */
const asked = {
  /** The question, by its code in the instrument. */
  itemId: code,
  /** The subscale: `content`, `trainer`, `organisation`, `knowledge`, `skill`, or a critical behaviour. */
  subscale: code.optional(),
  /** Whether the question has to be answered. */
  required: z.boolean().default(true),
}

/** The options one may choose, by their codes. */
const optionCodes = uniqueBy(z.array(code).min(2).max(200), (option) => option)
const chosenCodes = uniqueBy(z.array(code).max(200), (option) => option)

/**
 * One question on a scale. With a `key` it is right or wrong and worth `maxScore` (1 unless said); with `maxScore` alone
 * it is marked by an examiner, one mark for each step of its scale; with neither it is an opinion and not scored.
 */
const scaleItem = z
  .strictObject({
    ...asked,
    /** Left out: the question is answered on a scale. */
    kind: z.literal('scale').optional(),
    /** The matrix whose row it is: several questions on one scale, asked as one table. */
    matrix: code.optional(),
    /** The scale of the answers. */
    scale: answerScale,
    /** The right answer. Left out, the question has no right answer. */
    key: z.int().optional(),
    /** Whether agreement is bad news: the question is put the other way round. */
    reverse: z.boolean().default(false),
    /** The best score of the question, in marks. */
    maxScore: z.int().min(1).max(1000).optional(),
  })
  .refine(({ key, scale }) => key === undefined || (key >= scale.min && key <= scale.max))
  .refine(
    ({ key, maxScore, scale }) =>
      key !== undefined || maxScore === undefined || maxScore === scale.max - scale.min,
  )

const itemFields = field(
  z.discriminatedUnion('kind', [
    scaleItem,
    z.strictObject({
      ...asked,
      kind: z.literal('choice'),
      /** The options, by their codes. */
      options: optionCodes,
    }),
    z.strictObject({
      ...asked,
      kind: z.literal('choices'),
      options: optionCodes,
      /** The most options that may be chosen. Left out, all of them. */
      most: z.int().min(1).max(200).optional(),
    }),
    z.strictObject({ ...asked, kind: z.literal('ranking'), options: optionCodes }),
    z.strictObject({ ...asked, kind: z.literal('text') }),
    z.strictObject({
      ...asked,
      kind: z.literal('number'),
      /** The unit: `hours`, `people`, `years`, or an organisation's own. */
      unit: code,
      /** The most decimals an answer may have, 0 to 6. */
      decimals: z.int().min(0).max(6).default(0),
      /** The smallest answer, as a number of whole units. */
      min: z.int().optional(),
      /** The greatest answer, as a number of whole units. */
      max: z.int().optional(),
    }),
  ]),
)
/**
 * One question of an instrument: on a scale, with one option of several or several, with options to be put in order, with
 * words of one's own, or with a number in a unit. Free text is personal, and no figure is made of it.
 */
export type InstrumentItem = Named<ValueOf<typeof itemFields>>
/** The same, as a host writes it. */
export type InstrumentItemInput = Named<TakenBy<typeof itemFields>>
/**
 * One question of an instrument: on a scale, with one option of several or several, with options to be put in order, with
 * words of one's own, or with a number in a unit. Free text is personal, and no figure is made of it.
 */
export const item: Field<InstrumentItem, InstrumentItemInput> = itemFields
/** A question that is answered on a scale: the ones that are scored and averaged. */
export type Item = Extract<InstrumentItem, { readonly scale: unknown }>

export const isOnScale = (one: InstrumentItem): one is Item => 'scale' in one

export const items = uniqueBy(z.array(item).min(1).max(500), ({ itemId }) => itemId)

const answers = {
  /** The question, by its code in the instrument. */
  itemId: code,
}

const answerFields = field(
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...answers,
      /** Left out: an answer on a scale. */
      kind: z.literal('scale').optional(),
      /** The answer, a whole number on the scale of the question. */
      value: z.int(),
    }),
    z.strictObject({
      ...answers,
      kind: z.literal('choice'),
      /** The option that was chosen. */
      option: code,
    }),
    z.strictObject({
      ...answers,
      kind: z.literal('choices'),
      /** The options that were chosen. None is an answer too. */
      options: chosenCodes,
    }),
    z.strictObject({
      ...answers,
      kind: z.literal('ranking'),
      /** The options in their order, the best first. Those that are left out were not ranked. */
      options: chosenCodes,
    }),
    z.strictObject({
      ...answers,
      kind: z.literal('text'),
      /** The text in the respondent's own words. */
      text,
    }),
    z.strictObject({
      ...answers,
      kind: z.literal('number'),
      /** The number as a whole number of its last decimal: 3.5 with one decimal is 35. */
      number: z.int(),
      /** How many of its digits are decimals, 0 to 6. */
      decimals: z.int().min(0).max(6).default(0),
    }),
  ]),
)
/** An answer to a question of any kind. */
export type GivenAnswer = Named<ValueOf<typeof answerFields>>
/** An answer to a question of any kind, as a host writes it. */
export type GivenAnswerInput = Named<TakenBy<typeof answerFields>>
export const answer: Field<GivenAnswer, GivenAnswerInput> = answerFields
type OnScale = Extract<GivenAnswer, { readonly value: unknown }>

/** The answers on a scale, by item: those that are scored and averaged. */
export const valuesOf = (given: readonly GivenAnswer[]): Record<string, number> =>
  Object.fromEntries(
    given.filter((one): one is OnScale => 'value' in one).map(({ itemId, value }) => [itemId, value]),
  )

/** The options that were chosen, by item; of a ranking in their order. Free text is not among them. */
export const chosenOf = (given: readonly GivenAnswer[]): Record<string, string[]> =>
  Object.fromEntries(
    given.flatMap((one): readonly (readonly [string, string[]])[] => {
      if ('option' in one) return [[one.itemId, [one.option]]]
      return 'options' in one ? [[one.itemId, one.options]] : []
    }),
  )

/** The numbers that were given, by item, in the unit of the question. */
export const numbersOf = (given: readonly GivenAnswer[]): Record<string, number> =>
  Object.fromEntries(
    given.flatMap((one) => ('number' in one ? [[one.itemId, one.number / 10 ** one.decimals]] : [])),
  )

/** A question that is answered with options, words or a number. */
export type UnscaledItem = Exclude<InstrumentItem, Item>

export const isUnscaled = (one: InstrumentItem): one is UnscaledItem => !isOnScale(one)

/** The themes of what somebody wrote, by codes of the organisation's own: `rooms`, `more-cases`. None is an answer too. */
export const themes = uniqueBy(z.array(code).max(50), (theme) => theme)

const purposes = field(
  z.enum(['needs', 'reaction', 'pulse', 'pretest', 'posttest', 'delayedTest', 'followUp', 'observation']),
)
/** The purpose of the questions. */
export type Purpose = Named<ValueOf<typeof purposes>>
/** The purpose of the questions. */
export const purpose: Field<Purpose, Purpose> = purposes

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

/** The questionnaires that a study opens by itself when a class is over. */
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

/** The group of the numbers: people who were trained, or the group for comparison. */
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

/** The other grounds of an estimate. */
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

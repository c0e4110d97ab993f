/** A printed figure, declared to the last field: what is published is stored for ever. */
import * as z from 'zod'
import { digestOf, type Field, field, publicText, type TakenBy, type ValueOf } from '../kernel/index.ts'
import { clean, code, given } from '../vocabulary/index.ts'

const finite = z.number()
const people = z.int().min(0)
/** The name of an option or of a definition, never what a person wrote. */
const plainText = publicText(z.string().max(200).regex(clean, 'text'))
const plain = z.union([plainText, finite, z.boolean(), z.null()])

const codedFields = field(
  z
    .object({ code })
    .catchall(z.union([plain, z.array(z.union([plainText, finite])).max(100)]))
    .refine((data) => Object.keys(data).length <= 20),
)
interface Coded extends ValueOf<typeof codedFields> {}
/** A stable code with the data a reader needs: a reason or a caution. */
const coded: Field<Coded, Coded> = codedFields

const interval = z
  .strictObject({
    /** The lower end of the interval. */
    low: finite,
    /** The upper end of the interval. */
    high: finite,
    /** The confidence level: 0.95 is 95 %. */
    confidence: z.number().gt(0).lt(1),
    /** The method of the interval, by its code. */
    method: code,
  })
  .refine(({ low, high }) => low <= high)

/** A few values by name. */
const values = z
  .record(code, z.union([plainText, finite, z.boolean()]))
  .refine((named) => Object.keys(named).length <= 20)

const computedResult = z.strictObject({
  /** `ok`: there is a value. */
  status: z.literal('ok'),
  /** The value, in `unit`. */
  value: finite,
  /** The number of people or observations behind the value. */
  n: people,
  /** The unit of the value, by its code. */
  unit: code,
  /** The currency, where the value is money. */
  currency: code.optional(),
  /** The interval, where the value is an estimate. */
  interval: interval.optional(),
  /** The options under which the figure was computed. */
  variant: values.optional(),
  /** Cautions for the reader, by code. */
  notes: z.array(coded).max(50).optional(),
  /** The correlation of before and after, which converts one effect size into another. */
  correlation: finite.optional(),
  /** The effect size of the differences (Cohen's d_z). */
  dz: finite.optional(),
})

const figureFields = field(
  z.strictObject({
    /** The figure, by its code, which no other figure of the report has. */
    figure: code,
    /** The metric, by its id in the catalog. */
    metric: code,
    /** The options of the metric, where they are not its defaults. */
    options: values.default({}),
    /** The subject of the figure: an item, a subscale, a measure. */
    of: values.default({}),
    /** The Kirkpatrick level, 0 to 5; 0 is outside the levels. */
    level: z.int().min(0).max(5),
    /** The result: a value, or the reason why there is none. */
    result: z.discriminatedUnion('status', [
      computedResult,
      z.strictObject({
        /** `undefined`: there is no value, for a reason. */
        status: z.literal('undefined'),
        /** The reason, by code, with its data. */
        reason: coded,
      }),
      z.strictObject({
        /** `suppressed`: the value is about too few people and is not shown. */
        status: z.literal('suppressed'),
        /** The number of people behind the value. */
        n: people,
        /** The minimum group size. */
        k: z.int().min(1),
        /** `protectsAnother`: shown beside others, the value would reveal one about too few people. */
        because: z.literal('protectsAnother').optional(),
      }),
    ]),
  }),
)
/** A value with its n and unit, or why there is none, or that too few stand behind it. */
export interface PublishedFigure extends ValueOf<typeof figureFields> {}
/** The same, as a host writes it. */
export interface PublishedFigureInput extends TakenBy<typeof figureFields> {}
/** A value with its n and unit, or why there is none, or that too few stand behind it. */
export const figure: Field<PublishedFigure, PublishedFigureInput> = figureFields

/**
 * The digest of a report: of its figures, what computed them, and what they were computed from.
 *
 * @example
 * ```ts
 * import { reportDigest } from 'training-ops'
 * reportDigest({ figures: [], calculatorVersion: '0.1.0' }).slice(0, 7) // => 'sha256:'
 * ```
 */
export const reportDigest = ({
  figures,
  calculatorVersion,
  inputsDigest,
}: {
  readonly figures: readonly PublishedFigure[]
  readonly calculatorVersion: string
  readonly inputsDigest?: string | undefined
}): string => digestOf({ figures, calculatorVersion, ...given({ inputsDigest }) })

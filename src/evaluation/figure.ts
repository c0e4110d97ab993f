/** A printed figure, declared to the last field: what is published is stored for ever. */
import * as z from 'zod'
import { digestOf, field, publicText, type ValueOf } from '../kernel/index.ts'
import { clean, code } from '../vocabulary/index.ts'

const finite = z.number()
const people = z.int().min(0)
/** The name of an option or of a definition, never what a person wrote. */
const plainText = publicText(z.string().max(200).regex(clean))
const plain = z.union([plainText, finite, z.boolean(), z.null()])

/** A stable code with the data a reader needs: a reason or a caution. */
const coded = z
  .object({ code })
  .catchall(z.union([plain, z.array(z.union([plainText, finite])).max(100)]))
  .refine((data) => Object.keys(data).length <= 20)

const interval = z
  .strictObject({
    low: finite,
    high: finite,
    confidence: z.number().gt(0).lt(1),
    method: code,
  })
  .refine(({ low, high }) => low <= high)

const told = z.strictObject({
  status: z.literal('ok'),
  value: finite,
  n: people,
  unit: code,
  currency: code.optional(),
  interval: interval.optional(),
  /** The definition the figure was computed under. */
  variant: z
    .record(code, z.union([plainText, finite, z.boolean()]))
    .refine((options) => Object.keys(options).length <= 20)
    .optional(),
  notes: z.array(coded).max(50).optional(),
  /** What converts one effect size into another: see `effectSize`. */
  correlation: finite.optional(),
  dz: finite.optional(),
})

/** A value with its n and unit, or why there is none, or that too few stand behind it. */
export const figure = field(
  z.strictObject({
    figure: code,
    level: z.int().min(0).max(5),
    result: z.discriminatedUnion('status', [
      told,
      z.strictObject({ status: z.literal('undefined'), reason: coded }),
      z.strictObject({
        status: z.literal('suppressed'),
        n: people,
        k: z.int().min(1),
        because: z.literal('protectsAnother').optional(),
      }),
    ]),
  }),
)
export type PublishedFigure = ValueOf<typeof figure>

/** The digest of a report: of its figures, what computed them, and what they were computed from. */
export const reportDigest = ({
  figures,
  calculatorVersion,
  inputsDigest,
}: {
  readonly figures: readonly PublishedFigure[]
  readonly calculatorVersion: string
  readonly inputsDigest?: string | undefined
}): string =>
  digestOf({ figures, calculatorVersion, ...(inputsDigest === undefined ? {} : { inputsDigest }) })

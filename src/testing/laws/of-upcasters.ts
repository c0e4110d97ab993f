import fc, { type Arbitrary } from 'fast-check'
import * as z from 'zod'
import {
  type AnyEvent,
  type EventDeclaration,
  given,
  isRight,
  mistake,
  type TrainingSystem,
  upcast,
} from '../../kernel/index.ts'
import { describeValue, failure } from '../describe-value.ts'
import { same } from '../same.ts'
import { type Universe, universe } from '../universe.ts'
import { wordsOf } from '../words/index.ts'
import { type Law, type LawOptions, lawOfValues } from './law.ts'

export type UpcasterLaws = LawOptions & {
  /** The shape each earlier version wrote, by event type: `{ MinutesLearnt: { 1: z.strictObject({ … }) } }`. */
  readonly earlier: Readonly<Record<string, Readonly<Record<number, z.core.$ZodType>>>>
  readonly in?: Universe
  /** The fields of earlier versions that are left behind on purpose, by event type: `{ ClaimFiled: ['formNumber'] }`. */
  readonly leftBehind?: Readonly<Record<string, readonly string[]>>
}

/**
 * The laws the upcasters of a workflow keep: whatever an earlier version wrote is read as an event of today; each
 * step leads to the next version and not further; no field is lost on the way; reading twice is reading once; and what was stored is not changed.
 * Throws `training-ops: lawsOfUpcasters needs …` for an earlier version whose shape it was not told.
 *
 * @example
 * ```ts
 * import { assemble, defineEvents, defineModule, event } from 'training-ops'
 * import { lawsOfUpcasters } from 'training-ops/testing'
 * import * as z from 'zod'
 * const upcasters = { 1: ({ hours }: { hours: number }) => ({ minutes: hours * 60 }) }
 * const events = defineEvents({ TimeLearnt: event({ minutes: z.int() }, { version: 2, upcasters }) })
 * const workflow = assemble([defineModule({ name: 'learning', events, decisions: [] })], {}, { trusted: true })
 * const hours = z.strictObject({ hours: z.int().min(0).max(24) })
 * const laws = lawsOfUpcasters(workflow, { earlier: { TimeLearnt: { 1: hours } } })
 * for (const { check } of laws) check()
 * laws[0]?.name // => 'every earlier version is read as one of today: TimeLearnt 1'
 * ```
 */
export const lawsOfUpcasters = (
  workflow: Pick<TrainingSystem, 'modules' | 'decode'>,
  options: UpcasterLaws,
): readonly Law[] => {
  const words = wordsOf(options.language)
  const world = options.in ?? universe()
  const declarations = workflow.modules.flatMap(({ events }) =>
    Object.entries(events.declarations as Record<string, EventDeclaration>),
  )
  return declarations.flatMap(([type, declaration]) =>
    Array.from({ length: declaration.version - 1 }, (_, at) => at + 1).flatMap((version) => {
      const shape = shapeOf(options, type, version)
      const next =
        version + 1 === declaration.version ? declaration.schema : shapeOf(options, type, version + 1)
      const written = world.valuesOf(shape, type)
      const law = (what: string, breachOf: (data: unknown) => string | undefined) =>
        lawOfValues(
          `${what}${words.colon}${type} ${version}`,
          written as Arbitrary<unknown>,
          breachOf,
          options,
        )
      const read = (data: unknown) => workflow.decode(storedBy(version, type, copied(data)))
      return [
        law(words.upcast, (data) => {
          const today = read(data)
          return isRight(today) ? undefined : describeValue(today.left)
        }),
        law(words.step, (data) => {
          const one = upcast({ ...declaration, version: version + 1 }, copied(data), version)
          const [issue] = z.safeParse(next, one).error?.issues ?? []
          return issue === undefined
            ? undefined
            : `${describeValue(one)}: [${issue.path.join('.')}] ${issue.code}`
        }),
        lostOnTheWay(
          `${words.kept}${words.colon}${type} ${version}`,
          written as Arbitrary<Fields>,
          (data) => {
            const today = read(data)
            return isRight(today) ? today.right.data : undefined
          },
          options.leftBehind?.[type] ?? [],
          options,
        ),
        law(words.twice, (data) => {
          const once = read(data)
          if (!isRight(once)) return describeValue(once.left)
          const twice = workflow.decode(copied(once.right))
          return isRight(twice) && same(twice.right, once.right) ? undefined : describeValue(twice)
        }),
        law(words.untouched, (data) => {
          const stored = storedBy(version, type, copied(data))
          workflow.decode(stored)
          return same(stored.data, copied(data)) ? undefined : describeValue(stored)
        }),
      ]
    }),
  )
}

type Fields = Readonly<Record<string, unknown>>

/** A field is lost when no value of it, put for another, ever makes a difference to what is read today. */
const lostOnTheWay = (
  name: string,
  written: Arbitrary<Fields>,
  read: (data: Fields) => unknown,
  leftBehind: readonly string[],
  { runs = 100, seed, language }: UpcasterLaws,
): Law => ({
  name,
  check: () => {
    const words = wordsOf(language)
    const tried = new Map<string, number>()
    const counts = new Set(leftBehind)
    const swap = (one: Fields, other: Fields): void => {
      for (const [field, value] of Object.entries(other)) {
        if (counts.has(field) || same(one[field], value)) continue
        const [before, after] = [read(one), read({ ...one, [field]: value })]
        if (before === undefined || after === undefined) continue // the shape ties fields together, or another law says why
        tried.set(field, (tried.get(field) ?? 0) + 1)
        if (!same(before, after)) counts.add(field)
      }
    }
    fc.check(fc.property(written, written, swap), {
      numRuns: runs,
      ...given({ seed }),
    } as fc.Parameters<[Fields, Fields]>)
    const lost = [...tried].flatMap(([field, times]) =>
      counts.has(field) || times < fewest ? [] : [`${field} (${times} × ${words.nothing})`],
    )
    if (lost.length > 0)
      throw failure([
        `${words.broken}${words.colon}${name}`,
        '',
        `${words.lost}${words.colon}${lost.join(', ')}`,
      ])
  },
})
/** Values that have to be tried before a field is called lost. */
const fewest = 5

const copied = (data: unknown): unknown => JSON.parse(JSON.stringify(data))

const shapeOf = ({ earlier }: UpcasterLaws, type: string, version: number): z.core.$ZodType => {
  const shape = earlier[type]?.[version]
  if (shape === undefined)
    throw mistake('lawsOfUpcasters', 'the shape of every earlier version', `none of ${type} ${version}`)
  return shape
}

const storedBy = (schemaVersion: number, type: string, data: unknown): AnyEvent => ({
  type,
  data,
  // Stryker disable next-line StringLiteral: any envelope will do, as long as there is one
  metadata: { eventId: 'c/0', commandId: 'c', commandFingerprint: 'f', schemaVersion },
})

import * as metrics from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { type Arguments, callsIn, exported } from './examples.ts'

type Path = readonly (string | number)[]

const calculators = [
  ...metrics.metricCatalogue.flatMap(({ calculator, companions = [] }) => [calculator, ...companions]),
  'summary',
  'oneWayAnova',
  'wilson',
  'hedgesCorrection',
]

const numbersIn = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'number'
    ? [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          numbersIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : []

const withText = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return String(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >
  copy[key] = withText(copy[key], rest)
  return copy
}

/** A question on a scale the figure is not for is answered before its answers are looked at. */
const isNotFor = (result: unknown): boolean =>
  (result as metrics.MetricResult | undefined)?.status === 'undefined' &&
  (result as metrics.NotMeasurable).reason.code === 'ScaleMismatch'

/** Where a text in place of a number was taken for one, or complained of in words that are not the calculator's. */
const takenFor = (name: string, calculate: (...given: Arguments) => unknown): readonly string[] =>
  callsIn(name)
    .filter((given) => !isNotFor(calculate(...given)))
    .flatMap((given) =>
      numbersIn(given).flatMap((path) => {
        const place = path.join('.')
        try {
          calculate(...(withText(given, path) as Arguments))
          return [place]
        } catch (error) {
          const { message } = error as Error
          const index = path.slice(1).findLast((key) => typeof key === 'number')
          const isNamed = message.startsWith(`training-ops: ${name} needs`)
          return isNamed && (index === undefined || message.includes(`[${index}]`))
            ? []
            : [`${place}: ${message}`]
        }
      }),
    )

describe('a text in place of a number is named, and where it stands, wherever it stands', () => {
  it.each(calculators)('%s', (name) => {
    expect(takenFor(name, exported[name] as never)).toEqual([])
  })

  it('is found out where it is not', () => {
    const looksAtTheFirst = ({ scores }: { scores: number[][] }) => {
      if (typeof scores[0]?.[0] !== 'number')
        throw new TypeError('training-ops: cronbachAlpha needs … scores[0][0]')
    }
    expect(takenFor('cronbachAlpha', looksAtTheFirst as never)).toContain('0.scores.1.0')
  })
})

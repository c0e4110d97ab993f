import { readFileSync } from 'node:fs'
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperTail,
  fCdf,
  fQuantile,
  fUpperTail,
  normalCdf,
  normalQuantile,
  normalUpperTail,
  studentTCdf,
  studentTQuantile,
  studentTUpperTail,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'

type Asked = { readonly probability: number } | { readonly upperTail: number }
type Reference = {
  readonly normal: readonly (readonly [number, string, string])[]
  readonly t: readonly (readonly [number, number, string, string])[]
  readonly chiSquared: readonly (readonly [number, number, string, string])[]
  readonly f: readonly (readonly [number, number, number, string, string])[]
  readonly quantiles: readonly (readonly [
    'normal' | 't' | 'chiSquared' | 'f',
    readonly number[],
    'probability' | 'upperTail',
    number,
    string,
  ])[]
}

const reference = JSON.parse(
  readFileSync(new URL('./reference/distributions.json', import.meta.url), 'utf8'),
) as Reference

const relativeError = (ours: number, expected: string): number => {
  const value = Number(expected)
  return ours === value ? 0 : Math.abs(ours - value) / Math.abs(value)
}

const worstOf = (points: readonly (readonly [name: string, ours: number, expected: string])[]) =>
  points
    .map(([name, ours, expected]) => ({ name, ours, expected, error: relativeError(ours, expected) }))
    .reduce((worst, point) => (point.error >= worst.error ? point : worst))

const accurate = 1e-12

describe('distributions agree with mpmath to 1e-12 relative, tails included', () => {
  it('normal', () => {
    const points = reference.normal.flatMap(([z, lower, upper]) => [
      [`lower ${z}`, normalCdf(z), lower] as const,
      [`upper ${z}`, normalUpperTail(z), upper] as const,
    ])
    expect(points.length).toBeGreaterThan(50)
    expect(worstOf(points)).toSatisfy(({ error }) => error <= accurate)
  })

  it('t', () => {
    const points = reference.t.flatMap(([t, df, lower, upper]) => [
      [`lower ${t} df ${df}`, studentTCdf({ t, df }), lower] as const,
      [`upper ${t} df ${df}`, studentTUpperTail({ t, df }), upper] as const,
    ])
    expect(points.length).toBeGreaterThan(400)
    expect(worstOf(points)).toSatisfy(({ error }) => error <= accurate)
  })

  it('chi-squared', () => {
    const points = reference.chiSquared.flatMap(([x, df, lower, upper]) => [
      [`lower ${x} df ${df}`, chiSquaredCdf({ x, df }), lower] as const,
      [`upper ${x} df ${df}`, chiSquaredUpperTail({ x, df }), upper] as const,
    ])
    expect(points.length).toBeGreaterThan(250)
    expect(worstOf(points)).toSatisfy(({ error }) => error <= accurate)
  })

  it('F', () => {
    const points = reference.f.flatMap(([f, df1, df2, lower, upper]) => [
      [`lower ${f} df ${df1},${df2}`, fCdf({ f, df1, df2 }), lower] as const,
      [`upper ${f} df ${df1},${df2}`, fUpperTail({ f, df1, df2 }), upper] as const,
    ])
    expect(points.length).toBeGreaterThan(250)
    expect(worstOf(points)).toSatisfy(({ error }) => error <= accurate)
  })

  it('quantiles of all four', () => {
    const points = reference.quantiles.map(([kind, [df = 1, df2 = 1], from, chance, expected]) => {
      const asked: Asked = from === 'probability' ? { probability: chance } : { upperTail: chance }
      const ours = {
        normal: () => normalQuantile(asked),
        t: () => studentTQuantile({ ...asked, df }),
        chiSquared: () => chiSquaredQuantile({ ...asked, df }),
        f: () => fQuantile({ ...asked, df1: df, df2 }),
      }[kind]()
      return [`${kind} ${df},${df2} ${from} ${chance}`, ours, expected] as const
    })
    expect(points.length).toBeGreaterThan(300)
    expect(worstOf(points)).toSatisfy(({ error }) => error <= accurate)
  })
})

describe('distributions at their ends', () => {
  it('put nothing below the smallest value and everything below the largest', () => {
    expect(chiSquaredCdf({ x: -1, df: 3 })).toBe(0)
    expect(chiSquaredUpperTail({ x: 0, df: 3 })).toBe(1)
    expect(fCdf({ f: 0, df1: 2, df2: 3 })).toBe(0)
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1)
    expect(studentTUpperTail({ t: Number.NEGATIVE_INFINITY, df: 3 })).toBe(1)
  })

  it('answer a certainty with the end of the range', () => {
    expect(normalQuantile({ probability: 0 })).toBe(Number.NEGATIVE_INFINITY)
    expect(normalQuantile({ upperTail: 0 })).toBe(Number.POSITIVE_INFINITY)
    expect(normalQuantile({ probability: 0.5 })).toBe(0)
    expect(chiSquaredQuantile({ probability: 0, df: 2 })).toBe(0)
    expect(fQuantile({ probability: 1, df1: 2, df2: 2 })).toBe(Number.POSITIVE_INFINITY)
  })

  it('refuse what is no probability and no degree of freedom', () => {
    expect(() => normalQuantile({ probability: 1.5 })).toThrow(
      'training-ops: normalQuantile needs a probability from 0 to 1 at probability, got 1.5',
    )
    expect(() => studentTCdf({ t: 1, df: 0 })).toThrow(
      'training-ops: studentTCdf needs a number > 0, at most 1e10 at df, got 0',
    )
    expect(() => fUpperTail({ f: Number.NaN, df1: 1, df2: 1 })).toThrow('needs a number at f, got NaN')
  })
})

import type { MetricResult } from '../../src/metrics/result.ts'

/** One published figure, and what this library makes of the same data. */
export type Row = {
  readonly set: string
  readonly figure: string
  /** As printed: its digits say how far to compare. */
  readonly published: string
  readonly ours: number | null
  readonly verdict: 'agrees' | 'MISS' | 'published is off' | 'cannot be recomputed'
  /** Why a published figure is itself off, or where it comes from. */
  readonly remark?: string
}

/** The figure, or null when there is none. */
export const figureOf = (result: MetricResult | undefined): number | null =>
  result?.status === 'ok' ? result.value : null

const numberOf = (published: string): number => Number(published.replace(/[\s,]/g, ''))

const decimalsOf = (published: string): number => published.split('.')[1]?.length ?? 0

/** Half a unit of the last printed digit, and a breath for the binary form of decimals. */
const asPrinted = (published: string, ours: number): boolean =>
  Math.abs(ours - numberOf(published)) <= 0.5 * 10 ** -decimalsOf(published) * (1 + 1e-9)

/** Agrees when ours, rounded to the digits printed, is what was printed. */
export const rounded = (
  set: string,
  figure: string,
  published: string,
  ours: number | null,
  remark?: string,
): Row => ({
  set,
  figure,
  published,
  ours,
  verdict: ours !== null && asPrinted(published, ours) ? 'agrees' : 'MISS',
  ...(remark === undefined ? {} : { remark }),
})

/** A printed figure that is itself off: agrees when ours is the right one, and says why the print is not. */
export const publishedIsOff = (
  set: string,
  figure: string,
  published: string,
  ours: number | null,
  right: string,
  why: string,
): Row => ({
  set,
  figure,
  published,
  ours,
  verdict:
    ours !== null && asPrinted(right, ours) && !asPrinted(published, ours) ? 'published is off' : 'MISS',
  remark: why,
})

/** −log₁₀ of the relative error: how many significant digits are right. */
export const digitsRight = (ours: number, certified: number): number =>
  ours === certified ? 17 : -Math.log10(Math.abs(ours - certified) / Math.abs(certified))

/** Agrees when at least so many significant digits are those certified. */
export const significant = (
  set: string,
  figure: string,
  published: string,
  ours: number | null,
  digits: number,
  remark = '',
): Row => {
  const right = ours === null ? 0 : digitsRight(ours, numberOf(published))
  const how = right >= 17 ? 'every digit' : `${right.toFixed(1)} digits`
  return {
    set,
    figure,
    published,
    ours,
    verdict: right >= digits ? 'agrees' : 'MISS',
    remark: [how, remark].filter(Boolean).join('; '),
  }
}

import type { Axis, Datum } from './document.ts'
import { percentagePoints } from './format.ts'

/** Steps a reader counts in. */
const niceStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough))
  const steps = [1, 2, 2.5, 5, 10]
  return (steps.find((step) => step * power >= rough * 0.999_999) ?? 10) * power
}

const day = 86_400_000

/** The first days of months between two instants: every month, every quarter or every year, as they fit. */
const monthsBetween = (min: number, max: number): readonly number[] => {
  const months = (max - min) / (30.4 * day)
  const every = months <= 7 ? 1 : months <= 20 ? 3 : 12
  const first = new Date(min)
  const all: number[] = []
  for (let at = 0; at <= months + every; at++) {
    const instant = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at, 1)
    if (instant >= min && instant <= max && new Date(instant).getUTCMonth() % every === 0) all.push(instant)
  }
  return all
}

/** The axis of what some values are told as: shares in percent, money in its currency. */
export const axisOf = (labels: readonly Datum[]): Axis => {
  for (const label of labels) {
    if (typeof label === 'number') return { of: 'count' }
    if (typeof label === 'string') continue
    if ('money' in label) return { of: 'money', currency: label.money.currency }
    if ('share' in label) return { of: 'share' }
    if ('phrase' in label && label.phrase.words === 'unit.hours') return { of: 'hours' }
    if (!('figure' in label) || label.figure.status !== 'ok') continue
    const { unit, currency } = label.figure
    if (label.form?.asRating) return { of: 'rating', from: 0, to: 1 }
    const { measuredIn, difference } = label.form ?? {}
    if (measuredIn !== undefined)
      return { of: measuredIn in percentagePoints && !difference ? 'share' : 'number' }
    if (unit === 'ratio') return { of: 'share' }
    if (unit === 'hours') return { of: 'hours' }
    if (unit === 'minorUnits' && currency !== undefined) return { of: 'money', currency }
  }
  return { of: 'number' }
}

/** From where to where an axis goes, and the values written at it. Zero is on it, but for days and where `from` says otherwise. */
export const scaleOf = (
  values: readonly number[],
  axis: Axis,
): { readonly min: number; readonly max: number; readonly ticks: readonly number[] } => {
  if (values.length === 0) return { min: 0, max: 1, ticks: [] }
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (axis.of === 'days') return { min: low, max: high, ticks: monthsBetween(low, high) }
  const [bottom, top] = [axis.from ?? Math.min(0, low), axis.to ?? Math.max(high, 0)]
  if (top <= bottom) return { min: bottom, max: bottom + 1, ticks: [bottom] }
  const step = niceStep((top - bottom) / 4)
  const isWhole = axis.of === 'count'
  const by = isWhole ? Math.max(1, step) : step
  const first = Math.floor(bottom / by + 1e-9)
  const last = Math.ceil(top / by - 1e-9)
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * by).toPrecision(12)),
  )
  return { min: ticks[0] ?? bottom, max: ticks.at(-1) ?? top, ticks }
}

/** The label at a value of an axis. */
export const tickDatum = (value: number, axis: Axis): Datum => {
  const digits = (one: number) => Math.min(2, String(Number(one.toPrecision(6))).split('.')[1]?.length ?? 0)
  switch (axis.of) {
    case 'rating':
      return { decimal: 1 + 4 * value, digits: 0 }
    case 'share':
      return { percent: value }
    case 'count':
      return value
    case 'days':
      return { day: new Date(value).toISOString().slice(0, 10), brief: true }
    case 'money':
      return { money: { minor: value, currency: axis.currency, rounded: true } }
    case 'hours':
      return { phrase: { words: 'unit.hours', with: { value: { decimal: value, digits: digits(value) } } } }
    case 'number':
      return { decimal: value, digits: digits(value) }
  }
}

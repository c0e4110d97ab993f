import { meanRating } from './mean-rating.ts'
import type { Placed } from './placed.ts'
import type { MethodOf, Quadrant } from './shapes.ts'

type Matrix = MethodOf<'importancePerformance'>
type Item = { readonly needId: string; readonly importance: number; readonly performance: number }

const quadrantOf = (isImportant: boolean, isGood: boolean): Quadrant => {
  if (isImportant) return isGood ? 'keepUp' : 'concentrateHere'
  return isGood ? 'possibleOverkill' : 'lowPriority'
}

/** By quadrant, and within one by how far performance lags behind importance. */
export const placedByQuadrant = ({ scale, split, onSplit, order, ratings }: Matrix): readonly Placed[] => {
  const items = ratings.map(
    ({ needId, answers }): Item => ({
      needId,
      importance: meanRating(answers, 'importance') ?? 0,
      performance: meanRating(answers, 'performance') ?? 0,
    }),
  )
  const splitOf = (name: 'importance' | 'performance') =>
    split === 'midpoint'
      ? (scale.min + scale.max) / 2
      : items.reduce((sum, item) => sum + item[name], 0) / items.length
  const at = { importance: splitOf('importance'), performance: splitOf('performance') }
  const isHigh = (name: 'importance' | 'performance', item: Item) =>
    onSplit === 'high' ? item[name] >= at[name] : item[name] > at[name]
  return items.map((item) => {
    const reading = quadrantOf(isHigh('importance', item), isHigh('performance', item))
    const value = item.importance - item.performance
    return { needId: item.needId, value, by: [-order.indexOf(reading), value], reading }
  })
}

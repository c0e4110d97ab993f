/** Points of the four distributions with their exact values: mpmath at 340 digits. */
import { readFileSync } from 'node:fs'

export type Tail = (point: readonly number[]) => number
type Name = 'normal' | 't' | 'chiSquared' | 'f'
/** The point, its lower and its upper tail. */
type Point = readonly (number | string)[]
type Quantile = readonly [
  name: Name,
  df: readonly number[],
  from: 'probability' | 'upperTail',
  share: number,
  exact: string,
]

export const distributionGrid = JSON.parse(
  readFileSync(
    new URL('../../test/metrics/statistics/reference/distributions.json', import.meta.url),
    'utf8',
  ),
) as Readonly<Record<Name, readonly Point[]>> & { readonly quantiles: readonly Quantile[] }

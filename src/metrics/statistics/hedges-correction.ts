import { needsAt, needsOneOf } from '../guard.ts'
import { stirlingError } from './stirling.ts'

const forms = ['exact', 'approximate'] as const

/**
 * Hedges' small-sample correction J of a standardised mean difference, for `df` > 1 degrees of freedom.
 *
 * `exact`: Γ(df/2) / (√(df/2) Γ((df − 1)/2)). `approximate`: 1 − 3 / (4 df − 1), which differs from it in the
 * fourth digit at df 9. Throws when `df` ≤ 1.
 *
 * Source: Hedges (1981), Journal of Educational Statistics 6, 107–128.
 *
 * @example
 * ```ts
 * import { hedgesCorrection } from 'training-ops/metrics'
 * hedgesCorrection({ df: 9 }).toFixed(5) // => '0.91387'
 * hedgesCorrection({ df: 9, form: 'approximate' }).toFixed(5) // => '0.91429'
 * ```
 */
export const hedgesCorrection = ({
  df,
  form = 'exact',
}: {
  readonly df: number
  readonly form?: (typeof forms)[number]
}): number => {
  needsAt(df > 1 && df < Number.POSITIVE_INFINITY, 'hedgesCorrection', 'a finite number > 1', 'df', df)
  needsOneOf('hedgesCorrection', 'form', form, forms)
  if (form === 'approximate') return 1 - 3 / (4 * df - 1)
  const half = df / 2
  return Math.exp((1 - half) * Math.log1p(-1 / df) - 0.5 + stirlingError(half) - stirlingError(half - 0.5))
}

import { guarded, needsAt, needsOneOf } from '../guard.ts'

const forms = ['exact', 'approximate'] as const

/**
 * J = Γ(df/2) / (√(df/2) Γ((df − 1)/2)), for `df` > 1: from 400 on by the series for the ratio of two gamma functions
 * (Tricomi & Erdélyi 1951), whose next term is below the last bit; before that from the J two further, by
 * Γ(z + 1) = z Γ(z). Right to a few units of 10⁻¹⁵.
 *
 * @internal
 */
export const exactCorrection = (df: number): number => {
  if (df < 400) return ((df - 1) / df) * Math.sqrt(1 + 2 / df) * exactCorrection(df + 2)
  const square = (df - 1.5) ** -2
  return Math.sqrt(1 - 1.5 / df) * (1 + square / 16 - (19 * square * square) / 512)
}

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
export const hedgesCorrection = /* @__PURE__ */ guarded(
  'hedgesCorrection',
  ({ df, form = 'exact' }: { readonly df: number; readonly form?: (typeof forms)[number] }): number => {
    needsAt(Number.isFinite(df) && df > 1, 'hedgesCorrection', 'a finite number > 1', 'df', df)
    needsOneOf('hedgesCorrection', 'form', form, forms)
    return form === 'exact' ? exactCorrection(df) : 1 - 3 / (4 * df - 1)
  },
)

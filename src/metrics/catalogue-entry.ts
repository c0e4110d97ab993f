/** One line of the metric catalogue: what a calculator measures, in words a report can print. */
export type CatalogueEntry = {
  /** Standard-neutral and stable: `M06`. */
  readonly id: `M${number}`
  /** The export of `training-ops/metrics` that computes it. */
  readonly calculator: string
  /** Other exports that belong to the same number: a second figure, the same figure from records. */
  readonly companions?: readonly string[]
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  readonly unit: string
  /** Phillips/Kirkpatrick level, or needs analysis. */
  readonly level: 'L0' | 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'TNA'
  /** TDRp: efficiency, effectiveness, outcome. */
  readonly class: 'efficiency' | 'effectiveness' | 'outcome'
  /**
   * The named options of the calculator or of a companion, each with its values, the default first where there is one.
   * What a result says of itself in `variant` beyond these (which form of α it is, which decision came out, which
   * counts were given) is no option. `headcountBasis` is echoed as `headcount`.
   */
  readonly variants: Readonly<Record<string, readonly string[]>>
  /** `exact`: an accumulator exists; otherwise why there is none. */
  readonly accumulates: 'exact' | { readonly no: string }
  readonly references: readonly string[]
}

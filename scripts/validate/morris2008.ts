import { controlledEffectSize, type GroupBeforeAfter } from '../../src/metrics/index.ts'
import { readText } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

type Printed = {
  readonly n: number
  readonly m_pre: number
  readonly m_post: number
  readonly sd_pre: number
}
type Studies = { readonly treatment: readonly Printed[]; readonly control: readonly Printed[] }

const published = [
  ['0.77', '0.7684'],
  ['0.80', '0.8010'],
  ['1.20', '1.2045'],
  ['1.05', '1.0476'],
  ['0.44', '0.4389'],
] as const

const groupOf = (printed: Printed | undefined): GroupBeforeAfter => ({
  n: printed?.n ?? 0,
  meanBefore: printed?.m_pre ?? Number.NaN,
  meanAfter: printed?.m_post ?? Number.NaN,
  deviationBefore: printed?.sd_pre ?? Number.NaN,
})

export const morris2008 = (folder: string): readonly Row[] => {
  const { treatment, control } = JSON.parse(readText(folder, 'morris2008/morris2008.json')) as Studies
  return published.flatMap(([printed, recomputed], study) => {
    const ours = figureOf(
      controlledEffectSize({ trained: groupOf(treatment[study]), control: groupOf(control[study]) }),
    )
    return [
      rounded('morris2008', `d_ppc2 of study ${study + 1}`, printed, ours),
      rounded(
        'morris2008',
        `d_ppc2 of study ${study + 1} (recomputed)`,
        recomputed,
        ours,
        'exact correction',
      ),
    ]
  })
}

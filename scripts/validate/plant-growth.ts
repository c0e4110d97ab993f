import { oneWayAnova, studentizedRangeQuantile, tukeyComparisons } from '../../src/metrics/index.ts'
import { figureOf, type Row, rounded } from './row.ts'

/** PlantGrowth of R (Dobson 1983, table 7.1): weights of plants under a control and two treatments. */
const groups = [
  [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
  [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
  [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
]

/** Tukey's comparisons as R prints them, and the table of the studentized range. */
export const plantGrowth = (): readonly Row[] => {
  const found = tukeyComparisons({ groups })
  const pairs = 'status' in found ? [] : found
  const row = (at: number, name: string, p: string, low: string, high: string) => [
    rounded('plant-growth', `Tukey, ${name}, p`, p, pairs[at]?.p ?? null),
    rounded('plant-growth', `Tukey, ${name}, low`, low, pairs[at]?.interval?.low ?? null),
    rounded('plant-growth', `Tukey, ${name}, high`, high, pairs[at]?.interval?.high ?? null),
  ]
  const quantile = (groupCount: number, df: number, published: string) =>
    rounded(
      'studentized range',
      `.95 quantile of ${groupCount} groups, ${df} degrees of freedom`,
      published,
      studentizedRangeQuantile({ probability: 0.95, groups: groupCount, df }),
    )
  return [
    rounded('plant-growth', 'F', '4.846', figureOf(oneWayAnova({ groups }))),
    ...row(0, 'trt1-ctrl', '0.3908711', '-1.0622161', '0.3202161'),
    ...row(1, 'trt2-ctrl', '0.1979960', '-0.1972161', '1.1852161'),
    ...row(2, 'trt2-trt1', '0.0120064', '0.1737839', '1.5562161'),
    quantile(3, 10, '3.877'),
    quantile(4, 20, '3.958'),
    quantile(2, 2, '6.085'),
  ]
}

import { controlGroupDifference, differenceInDifferences } from '../../src/metrics/index.ts'
import { readNumbers } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'
import { standardErrorOf } from './test-note.ts'

const [treat, re75, re78] = [0, 8, 9]

/** The published standard error is the pooled one. */
export const nswDehejiaWahba = (folder: string): readonly Row[] => {
  const people = readNumbers(folder, 'nsw-dehejia-wahba/nsw_dehejia_wahba_1999_445.csv')
  const arm = (value: number) => people.filter((person) => person[treat] === value)
  const earnings = (value: number) => arm(value).map((person) => person[re78] as number)
  const units = (value: number) =>
    arm(value).map((person) => ({ before: person[re75] as number, after: person[re78] as number }))
  const groups = { treated: earnings(1), control: earnings(0), assigned: 'units' as const }
  const pooled = controlGroupDifference({ ...groups, standardError: 'pooled' })
  const welch = controlGroupDifference({ ...groups, standardError: 'welch' })
  const interval = pooled.status === 'ok' ? pooled.interval : undefined
  const set = 'nsw-dehejia-wahba'
  return [
    rounded(set, 'difference in 1978 earnings', '1794', figureOf(pooled)),
    rounded(set, 'its SE', '633', standardErrorOf(pooled), 'the published SE is the pooled one'),
    rounded(set, 'difference (recomputed)', '1794.342', figureOf(pooled)),
    rounded(set, 'pooled SE (recomputed)', '632.853', standardErrorOf(pooled)),
    rounded(set, '95 % interval, low (recomputed)', '550.57', interval?.low ?? null),
    rounded(set, '95 % interval, high (recomputed)', '3038.11', interval?.high ?? null),
    rounded(set, 'Welch SE (recomputed)', '670.997', standardErrorOf(welch)),
    rounded(
      set,
      'difference-in-differences on 1975 (recomputed)',
      '1529.196',
      figureOf(differenceInDifferences({ treated: units(1), control: units(0) })),
    ),
  ]
}

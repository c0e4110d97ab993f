import { meanGain, pairedT, tTestOf } from '../../src/metrics/index.ts'
import { column, readCsv } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

/** Subtracting the second condition from the first, as R's help does, turns every sign. */
export const sleep = (folder: string): readonly Row[] => {
  const rows = readCsv(folder, 'sleep/sleep.csv')
  const before = column(
    rows.filter(({ group }) => group === '2'),
    'extra',
  )
  const after = column(
    rows.filter(({ group }) => group === '1'),
    'extra',
  )
  const test = pairedT({ before, after })
  const gain = meanGain({ before, after })
  const interval = gain.status === 'ok' ? gain.interval : undefined
  const turned = 'first condition − second, as published'
  return [
    rounded('sleep', 'paired t', '-4.0621', figureOf(test), turned),
    rounded('sleep', 'degrees of freedom', '9', tTestOf(test)?.degreesOfFreedom ?? null),
    rounded('sleep', 'p', '0.002833', tTestOf(test)?.p ?? null),
    rounded('sleep', 'mean difference (recomputed in R)', '-1.58', figureOf(gain), turned),
    rounded('sleep', '95 % interval, low (recomputed in R)', '-2.4599', interval?.low ?? null),
    rounded('sleep', '95 % interval, high (recomputed in R)', '-0.7001', interval?.high ?? null),
  ]
}

import { differenceInDifferences } from '../../src/metrics/index.ts'
import { type CsvRow, groupedBy, readCsv } from './read.ts'
import { figureOf, publishedIsOff, type Row, rounded } from './row.ts'
import { standardErrorOf } from './test-note.ts'

const employment = ({ fte }: CsvRow): number | null => (fte === '' || fte === undefined ? null : Number(fte))

/** Shops are paired by their order within a state. */
const shopsOf = (rows: readonly CsvRow[]) => {
  const before = rows.filter(({ year }) => year === '1991')
  const after = rows.filter(({ year }) => year === '1993')
  return before.map((shop, at) => ({
    before: employment(shop),
    after: after[at] === undefined ? null : employment(after[at]),
  }))
}

export const cardKrueger = (folder: string): readonly Row[] => {
  const byState = groupedBy(readCsv(folder, 'card-krueger/njmin.csv'), ({ state }) => state ?? '')
  const treated = shopsOf(byState.get('New Jersey') ?? [])
  const control = shopsOf(byState.get('Pennsylvania') ?? [])
  const available = differenceInDifferences({ treated, control, units: 'available' })
  const balanced = differenceInDifferences({ treated, control, assigned: 'units' })
  return [
    publishedIsOff(
      'card-krueger',
      'difference-in-differences',
      '2.76',
      figureOf(available),
      '2.7536',
      'the four means give 2.7536, which rounds to 2.75',
    ),
    rounded('card-krueger', 'the same, balanced shops', '2.75', figureOf(balanced)),
    rounded('card-krueger', 'its SE', '1.34', standardErrorOf(balanced), "Welch's, on changes"),
    rounded('card-krueger', 'SE (recomputed)', '1.3423', standardErrorOf(balanced)),
    rounded(
      'card-krueger',
      'balanced shops (recomputed)',
      '384',
      balanced.status === 'ok' ? balanced.n : null,
    ),
  ]
}

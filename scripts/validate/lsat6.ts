import { cronbachAlpha, itemDifficulty, testReliability } from '../../src/metrics/index.ts'
import { readNumbers, sum } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

const facilities = ['0.924', '0.709', '0.553', '0.763', '0.870']
const alphaWithout = ['0.27536', '0.23758', '0.21680', '0.24593', '0.26629']
const scoreCounts = ['3', '20', '85', '237', '357', '298']

export const lsat6 = (folder: string): readonly Row[] => {
  const scores = readNumbers(folder, 'lsat6/lsat6.csv')
  const alpha = figureOf(cronbachAlpha({ scores }))
  return [
    rounded('lsat6', 'α', '0.2950', alpha),
    rounded('lsat6', 'α (recomputed)', '0.2949972', alpha),
    rounded('lsat6', 'KR-20, one variance divisor', '0.2950', figureOf(testReliability({ scores }))),
    ...facilities.map((published, item) =>
      rounded(
        'lsat6',
        `proportion right, item ${item + 1}`,
        published,
        figureOf(itemDifficulty({ scores: scores.map((row) => row[item] ?? null), max: 1 })),
      ),
    ),
    ...alphaWithout.map((published, item) =>
      rounded(
        'lsat6',
        `α without item ${item + 1} (recomputed)`,
        published,
        figureOf(cronbachAlpha({ scores: scores.map((row) => row.filter((_, at) => at !== item)) })),
      ),
    ),
    ...scoreCounts.map((published, score) =>
      rounded(
        'lsat6',
        `candidates with score ${score} (recomputed)`,
        published,
        scores.filter((row) => sum(row) === score).length,
      ),
    ),
  ]
}

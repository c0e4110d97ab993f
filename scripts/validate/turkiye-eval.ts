import { cronbachAlpha, itemDistribution, subscaleScores, topTwoBox } from '../../src/metrics/index.ts'
import { readNumbers } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

const firstItem = 5
const scale = { min: 1, max: 5 }

export const turkiyeEval = (folder: string): readonly Row[] => {
  const scores = readNumbers(folder, 'turkiye-eval/turkiye-student-evaluation_generic.csv').map((row) =>
    row.slice(firstItem),
  )
  const everyItem = Array.from({ length: 28 }, (_, item) => item)
  const { all } = subscaleScores({ answers: scores, subscales: { all: everyItem }, scale })
  const first = itemDistribution({ answers: scores.map((row) => row[0] ?? null), scale })
  return [
    rounded('turkiye-eval', 'evaluations', '5820', scores.length),
    rounded('turkiye-eval', 'items', '28', scores[0]?.length ?? 0),
    rounded('turkiye-eval', 'grand mean (recomputed)', '3.18616', figureOf(all)),
    rounded('turkiye-eval', 'mean of Q1 (recomputed)', '2.92990', figureOf(first)),
    rounded(
      'turkiye-eval',
      'top-two-box (recomputed)',
      '0.44170',
      figureOf(topTwoBox({ answers: scores.flat(), scale })),
      'over all 28 items',
    ),
    rounded('turkiye-eval', 'α (recomputed)', '0.99196', figureOf(cronbachAlpha({ scores }))),
  ]
}

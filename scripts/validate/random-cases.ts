import { figures } from '../../test/metrics/statistics/reference/cases.ts'
import type { Row } from './row.ts'

/** 1,000 random cases of each figure against R (figures.R, figures-base.R) or scipy, kept to 7 digits: the one that is farthest off. */
export const randomCases = (): readonly Row[] =>
  Object.entries(figures).map(([name, casesOf]) => {
    const cases = casesOf(1)
    const worst = cases.reduce((a, b) => (b.apart > a.apart ? b : a))
    return {
      set: name === 'studentizedRange' ? 'random, scipy 1.17' : 'random, R 4.2',
      figure: `${name}, ${cases.length} cases`,
      published: '0',
      ours: worst.apart,
      verdict: cases.length === 1000 && worst.apart < 2e-6 ? 'agrees' : 'MISS',
      remark: `farthest at seed ${worst.seed}`,
    }
  })

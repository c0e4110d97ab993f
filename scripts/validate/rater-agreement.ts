import { raterReliability, weightedKappa } from '../../src/metrics/index.ts'
import { readNumbers, readText } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

type Cohen = {
  readonly proportions: readonly (readonly number[])[]
  readonly n: number
  readonly disagreement_weights: readonly (readonly number[])[]
}

const forms = [
  ['ICC(1,1)', 'raterPerPerson', 'single', '0.17', '0.1657'],
  ['ICC(2,1)', 'interchangeable', 'single', '0.29', '0.2898'],
  ['ICC(3,1)', 'fixed', 'single', '0.71', '0.7148'],
  ['ICC(1,4)', 'raterPerPerson', 'mean', '0.44', '0.4428'],
  ['ICC(2,4)', 'interchangeable', 'mean', '0.62', '0.6201'],
  ['ICC(3,4)', 'fixed', 'mean', '0.91', '0.9093'],
] as const

/** Cohen's weights are of disagreement. */
export const raterAgreement = (folder: string): readonly Row[] => {
  const ratings = readNumbers(folder, 'rater-agreement/shrout_fleiss_1979.csv').map(([, ...judged]) => judged)
  const cohen = JSON.parse(readText(folder, 'rater-agreement/cohen1968.json')) as Cohen
  const table = cohen.proportions.map((row) => row.map((share) => Math.round(share * cohen.n)))
  const kappa = figureOf(weightedKappa({ table, weights: 'none' }))
  const weighted = figureOf(weightedKappa({ table, weights: cohen.disagreement_weights }))
  const set = 'rater-agreement'
  return [
    ...forms.flatMap(([name, raters, of, published, recomputed]) => {
      const ours = figureOf(raterReliability({ ratings, raters, of }))
      return [rounded(set, name, published, ours), rounded(set, `${name} (recomputed)`, recomputed, ours)]
    }),
    rounded(set, 'κ', '0.492', kappa),
    rounded(set, 'κ (recomputed)', '0.49153', kappa),
    rounded(set, 'weighted κ', '0.348', weighted),
    rounded(set, 'weighted κ (recomputed)', '0.34783', weighted),
  ]
}

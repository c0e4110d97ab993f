import { estimateBasedIsolation } from '../../src/metrics/index.ts'
import { readText } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

type Example = {
  readonly input: { readonly monthly_benefit: number; readonly confidence: number; readonly trainees: number }
}

/** Amounts are in cents, as everywhere in the library. */
export const trainingRoi = (folder: string): readonly Row[] => {
  const [example] = JSON.parse(readText(folder, 'training-roi/worked_examples.json')) as [Example]
  const { monthly_benefit, confidence, trainees } = example.input
  const adjusted = figureOf(
    estimateBasedIsolation({
      estimates: [{ amount: monthly_benefit * 100, attribution: 1, confidence }],
      currency: 'USD',
    }),
  )
  return [
    rounded(
      'training-roi',
      'confidence-adjusted benefit',
      '235200',
      adjusted === null ? null : adjusted / 100,
    ),
    rounded('training-roi', 'per trainee', '11760', adjusted === null ? null : adjusted / 100 / trainees),
  ]
}

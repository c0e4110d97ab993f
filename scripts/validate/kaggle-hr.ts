import { readCsv, sum } from './read.ts'
import { type Row, rounded } from './row.ts'

const outcomes = [
  ['Incomplete', '775'],
  ['Completed', '770'],
  ['Passed', '739'],
  ['Failed', '716'],
] as const

/** Nothing was published; the totals are those recomputed in R or SciPy. */
export const kaggleHr = (folder: string): readonly Row[] => {
  const trainings = readCsv(folder, 'kaggle-hr/training_and_development_data.csv')
  const cents = sum(trainings.map(({ TrainingCost }) => Math.round(Number(TrainingCost) * 100)))
  const days = sum(trainings.map(({ TrainingDurationDays }) => Number(TrainingDurationDays)))
  const programmes = new Set(trainings.map(({ TrainingProgramName }) => TrainingProgramName))
  return [
    rounded('kaggle-hr', 'trainings (recomputed)', '3000', trainings.length),
    rounded('kaggle-hr', 'cost (recomputed)', '1675886.09', cents / 100),
    rounded('kaggle-hr', 'days (recomputed)', '8927', days),
    rounded('kaggle-hr', 'programmes (recomputed)', '5', programmes.size),
    ...outcomes.map(([outcome, published]) =>
      rounded(
        'kaggle-hr',
        `${outcome} (recomputed)`,
        published,
        trainings.filter(({ TrainingOutcome }) => TrainingOutcome === outcome).length,
      ),
    ),
  ]
}

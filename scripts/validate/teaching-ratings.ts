import { responseRate, summary } from '../../src/metrics/index.ts'
import { column, readCsv } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

export const teachingRatings = (folder: string): readonly Row[] => {
  const courses = readCsv(folder, 'teaching-ratings/teaching_ratings.csv')
  const rates = courses.map(({ students, allstudents }) =>
    figureOf(responseRate({ eligible: Number(allstudents), valid: Number(students) })),
  )
  const meanRate = summary(rates.map((rate) => (rate === null ? null : 100 * rate)))
  const ratings = summary(column(courses, 'eval'))
  return [
    rounded('teaching-ratings', 'courses', '463', courses.length),
    rounded('teaching-ratings', 'teachers', '94', new Set(courses.map(({ prof }) => prof)).size),
    rounded('teaching-ratings', 'mean of course response rates, %', '74.43', figureOf(meanRate)),
    rounded('teaching-ratings', 'the same (recomputed)', '74.428', figureOf(meanRate)),
    rounded('teaching-ratings', 'mean rating (recomputed)', '3.99827', figureOf(ratings)),
    rounded(
      'teaching-ratings',
      'its SD (recomputed)',
      '0.55487',
      ratings.status === 'ok' ? ratings.standardDeviation : null,
    ),
  ]
}

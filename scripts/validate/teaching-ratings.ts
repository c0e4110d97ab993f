import { responseRate, summary } from '../../src/metrics/index.ts'
import { column, readCsv } from './read.ts'
import { type Row, rounded, valueOf } from './row.ts'

export const teachingRatings = (folder: string): readonly Row[] => {
  const courses = readCsv(folder, 'teaching-ratings/teaching_ratings.csv')
  const rates = courses.map(({ students, allstudents }) =>
    valueOf(responseRate({ eligible: Number(allstudents), valid: Number(students) })),
  )
  const meanRate = summary(rates.map((rate) => (rate === null ? null : 100 * rate)))
  const ratings = summary(column(courses, 'eval'))
  return [
    rounded('teaching-ratings', 'courses', '463', courses.length),
    rounded('teaching-ratings', 'teachers', '94', new Set(courses.map(({ prof }) => prof)).size),
    rounded('teaching-ratings', 'mean of course response rates, %', '74.43', valueOf(meanRate)),
    rounded('teaching-ratings', 'the same (recomputed)', '74.428', valueOf(meanRate)),
    rounded('teaching-ratings', 'mean rating (recomputed)', '3.99827', valueOf(ratings)),
    rounded(
      'teaching-ratings',
      'its SD (recomputed)',
      '0.55487',
      ratings.status === 'ok' ? ratings.standardDeviation : null,
    ),
  ]
}

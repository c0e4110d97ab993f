import { oneWayAnova, summary } from '../../src/metrics/index.ts'
import { column, groupedBy, readCsv } from './read.ts'
import { figureOf, type Row, rounded } from './row.ts'

const published = [
  ['Basal', '41.05', '5.64'],
  ['DRTA', '46.73', '7.39'],
  ['Strat', '44.27', '5.77'],
] as const

export const baumannReading = (folder: string): readonly Row[] => {
  const byMethod = groupedBy(readCsv(folder, 'baumann-reading/baumann.csv'), ({ group }) => group ?? '')
  const scores = (method: string) => column(byMethod.get(method) ?? [], 'post.test.3')
  const anova = oneWayAnova({ groups: published.map(([method]) => scores(method)) })
  return [
    ...published.flatMap(([method, mean, deviation]) => {
      const post = summary(scores(method))
      return [
        rounded('baumann-reading', `post-test 3, mean of ${method}`, mean, figureOf(post)),
        rounded(
          'baumann-reading',
          `post-test 3, SD of ${method}`,
          deviation,
          post.status === 'ok' ? post.standardDeviation : null,
        ),
      ]
    }),
    rounded('baumann-reading', 'F(2,63)', '4.48', figureOf(anova)),
    rounded('baumann-reading', 'p', '0.0152', anova.status === 'ok' ? anova.p : null),
  ]
}

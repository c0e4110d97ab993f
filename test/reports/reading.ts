/** A report as its readers see it. */
import { type Document, en, type Language, toHtml, toMarkdown } from 'training-ops/reports'

export const written = (report: Document, language: Language = en): string =>
  toMarkdown(report, { language, zone: 'Asia/Shanghai' })
export const page = (report: Document, language: Language = en): string =>
  toHtml(report, { language, zone: 'Asia/Shanghai' })

/** What charts a report has: their title in English, what they are of, and their values. */
export const chartsOf = (
  report: Document,
): readonly { readonly title: string; readonly values: unknown }[] => {
  const charts: { title: string; values: unknown }[] = []
  toHtml(report, {
    language: en,
    zone: 'Asia/Shanghai',
    drawChart: ({ title, series, categories }) => {
      charts.push({
        title,
        values: series.map(({ points }) =>
          Object.fromEntries(points.map(({ value }, at) => [categories[at] ?? '', value])),
        ),
      })
      return '<svg></svg>'
    },
  })
  return charts
}

/** A report as its readers see it. */
import { type Document, type Locale, toHtml, toMarkdown } from 'training-ops/reports'

export const written = (report: Document, locale: Locale = 'en'): string =>
  toMarkdown(report, { locale, zone: 'Asia/Shanghai' })
export const page = (report: Document, locale: Locale = 'en'): string =>
  toHtml(report, { locale, zone: 'Asia/Shanghai' })

/** What charts a report has: their title in English, what they are of, and their values. */
export const chartsOf = (
  report: Document,
): readonly { readonly title: string; readonly values: unknown }[] => {
  const charts: { title: string; values: unknown }[] = []
  toHtml(report, {
    locale: 'en',
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

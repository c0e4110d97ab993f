/**
 * Writes src/reports/of-metrics.ts: what the n of each metric counts, of those that do not count people, and which way is good. A report says it
 * beside the figure, and need not bring the calculators with it. `npx tsx scripts/metric-cards.ts` runs it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { metricCatalog } from '../src/metrics/catalog.ts'

const written = join(import.meta.dirname, '../src/reports/of-metrics.ts')

const countedBy = (): string =>
  `// Written by scripts/metric-cards.ts from the entries of the metrics.
import type { Quantity } from '../metrics/index.ts'

/** The quantity that the n of a metric counts, where it is not people. */
export const countedBy: Readonly<Record<string, Quantity>> = {
${metricCatalog
  .filter(({ quantity }) => quantity !== 'people')
  .map(({ id, quantity }) => `  ${id}: '${quantity}',\n`)
  .join('')}}

/** Which way is good, where that can be said of the metric as such. */
export const better: Readonly<Record<string, 'more' | 'less'>> = {
${metricCatalog.flatMap(({ id, better }) => (better === undefined ? [] : [`  ${id}: '${better}',\n`])).join('')}}
`

export const areCountsStale = (): boolean => readFileSync(written, 'utf8') !== countedBy()
export const writeCounts = (): void => writeFileSync(written, countedBy())

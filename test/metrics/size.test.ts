import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as metrics from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { filesOf, isTooHeavy, limit, publishedMetrics, weightOf, weights } from '../../scripts/metric-size.ts'

const { metricCatalog } = metrics
const root = join(import.meta.dirname, '../..')

describe('what importing one calculator costs', () => {
  it('is at most 1 kB minified and gzipped, where no distribution is needed', async () => {
    const all = await weights()
    expect(all.length).toBeGreaterThanOrEqual(metricCatalog.length)
    expect(all.filter(isTooHeavy).map(({ name, bytes }) => `${name}: ${bytes} B`)).toEqual([])
  })

  it('may be more only where a distribution is needed, and is found out where it is not', async () => {
    expect(await weightOf('meanGain')).toMatchObject({ needsDistribution: true })
    const two = await weightOf('subscaleScores, taskSelection')
    expect(two.bytes).toBeGreaterThan(limit)
    expect(isTooHeavy(two)).toBe(true)
    expect(isTooHeavy(await weightOf('subscaleScores, meanGain'))).toBe(false)
  })

  it('is less than two of them, so a bundle that carried everything would be found out', async () => {
    const { bytes } = await weightOf('seatFill')
    const both = await weightOf('seatFill, attendanceRate')
    expect(both.bytes).toBeGreaterThan(bytes)
    expect(await filesOf('seatFill')).not.toContain('src/metrics/participation/attendance-rate.ts')
  })

  it('is at most 6 kB of the audit of a release, which no table and no calculator brings along', async () => {
    expect((await weightOf('disclosureAudit, protectRelease')).bytes).toBeLessThan(6 * 1024)
    const files = await filesOf('suppressSmallCells, accumulate, completionRate')
    expect(files.filter((file) => file.includes('disclosure/'))).toEqual([])
  })

  it('is nothing from outside the room of metrics', async () => {
    const files = await filesOf('metricCatalog, accumulate, suppressSmallCells, trainingCoverageAccumulator')
    expect(files.filter((file) => !file.startsWith('src/metrics/'))).toEqual(
      ['<stdin>'].filter((f) => files.includes(f)),
    )
    for (const file of files.filter((each) => each.startsWith('src/')))
      expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/^(import|export) .*from '(?!\.)/m)
  })
})

describe('what is published of the metrics', () => {
  it('is the room as it is written: every export, the whole catalog, the names of functions', async () => {
    const text = await publishedMetrics()
    const published = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
    expect(Object.keys(published).sort()).toEqual(Object.keys(metrics).sort())
    expect(published.metricCatalog).toEqual(metricCatalog)
    expect(published.topTwoBox.name).toBe('topTwoBox')
    expect(() => published.completionRate({ completed: Number.NaN, ended: 3 })).toThrow(
      'training-ops: completionRate needs a whole number ≥ 0 at completed',
    )
    expect(text).toMatch(/^\p{ASCII}*$/u)
  })
})

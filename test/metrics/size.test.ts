import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { metricCatalogue } from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { filesOf, isTooHeavy, limit, weightOf, weights } from '../../scripts/metric-size.ts'

const root = join(import.meta.dirname, '../..')

describe('what importing one calculator costs', () => {
  it('is at most 1 kB minified and gzipped, where no distribution is needed', async () => {
    const all = await weights()
    expect(all.length).toBeGreaterThanOrEqual(metricCatalogue.length)
    expect(all.filter(isTooHeavy).map(({ name, bytes }) => `${name}: ${bytes} B`)).toEqual([])
  }, 60_000)

  it('may be more only where a distribution is needed, and is found out where it is not', async () => {
    expect(await weightOf('meanGain')).toMatchObject({ needsDistribution: true })
    const two = await weightOf('effectSize, subscaleScores')
    expect(two.bytes).toBeGreaterThan(limit)
    expect(isTooHeavy(two)).toBe(true)
    expect(isTooHeavy(await weightOf('effectSize, meanGain'))).toBe(false)
  }, 60_000)

  it('is less than two of them, so a bundle that carried everything would be found out', async () => {
    const { bytes } = await weightOf('seatFill')
    const both = await weightOf('seatFill, attendanceRate')
    expect(both.bytes).toBeGreaterThan(bytes)
    expect(await filesOf('seatFill')).not.toContain('src/metrics/efficiency/attendance-rate.ts')
  }, 60_000)

  it('is nothing from outside the room of metrics', async () => {
    const files = await filesOf(
      'metricCatalogue, accumulate, suppressSmallCells, trainingCoverageAccumulator',
    )
    expect(files.filter((file) => !file.startsWith('src/metrics/'))).toEqual(
      ['<stdin>'].filter((f) => files.includes(f)),
    )
    for (const file of files.filter((each) => each.startsWith('src/')))
      expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/^(import|export) .*from '(?!\.)/m)
  }, 60_000)
})

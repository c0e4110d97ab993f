import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { metricCatalogue } from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { filesOf, heavier, isTooHeavy, limit, weightOf, weights } from '../../scripts/metric-size.ts'

const root = join(import.meta.dirname, '../..')

describe('what importing one calculator costs', () => {
  it('is at most 1 kB minified and gzipped, where no distribution is needed', async () => {
    const all = await weights()
    expect(all.length).toBeGreaterThanOrEqual(metricCatalogue.length)
    expect(all.filter(isTooHeavy).map(({ name, bytes }) => `${name}: ${bytes} B`)).toEqual([])
  }, 60_000)

  it('is more for the few that answer several questions at once, and those do need it', async () => {
    for (const name of Object.keys(heavier)) expect((await weightOf(name)).bytes).toBeGreaterThan(limit)
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

/** The house rules, as sentences. A broken one names the file, the import and the rule. */
import { readdirSync, readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { type House, offencesOf } from './architecture/offences.ts'
import { tableOf, treeOf } from './architecture/table.ts'

const page = readFileSync('ARCHITECTURE.md', 'utf8')
const house: House = Object.fromEntries(
  globSync('src/**/*.ts').map((path) => [path, readFileSync(path, 'utf8')]),
)

test('every room keeps to the table of ARCHITECTURE.md', () => {
  expect(offencesOf(house, tableOf(page))).toEqual([])
})

test('the tree in ARCHITECTURE.md is the tree of src', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(treeOf(page)).toEqual(folders.map(({ name }) => name).sort())
})

test('ARCHITECTURE.md stays one page', () => {
  expect(page.split('\n').length).toBeLessThan(100)
})

describe('a crooked house is found out', () => {
  const table = tableOf(page)
  const offences = (files: House) => offencesOf(files, table)
  const doors = {
    'src/kernel/either.ts': "export { right } from 'fp-ts/Either'",
    'src/kernel/freeze.ts': "import { Immer } from 'immer'\nexport const own = new Immer()",
  }

  test('a straight one is left in peace', () => {
    const straight = {
      ...doors,
      'src/needs/events.ts':
        "import * as z from 'zod'\nimport { x } from '../kernel/index.ts'\nexport const y = z",
      'src/planning/decisions.ts': "import type { NeedsEvent } from '../needs/events.ts'",
      'src/delivery/state.ts': "import { a } from '../needs/events/published.ts'",
      'src/delivery/rules.ts': "import { b } from '../needs/record/status.ts'",
      'src/records/plan.ts': "import { plan } from '../planning/plan/state.ts'",
      'src/delivery/offering/policies.ts': "import { b } from '../../planning/commands.ts'",
      'src/reports/page.ts': "import type { Status } from '../records/status.ts'",
      'src/metrics/rate.ts':
        "/** import { rate } from 'training-ops/metrics' */\nexport const at = (iso: string) => new Date(iso)",
    }
    expect(offences(straight)).toEqual([])
  })

  test('the file that turns the clock may touch it, and no other', () => {
    const turning = "Reflect.set(globalThis, 'Date', real)"
    expect(offences({ ...doors, 'src/testing/laws/shifted-clock.ts': turning })).toEqual([])
    expect(offences({ ...doors, 'src/testing/laws/law.ts': turning })).toHaveLength(1)
  })

  test('a word of the world may name a field', () => {
    const text =
      'export const all = (rule: { require: string; process: string }) => [rule.require, rule.process]'
    expect(offences({ ...doors, 'src/delivery/rule.ts': text })).toEqual([])
  })

  test.each([
    ['src/kernel/a.ts', "import '../needs/events.ts'", 'kernel may not import needs'],
    ['src/needs/a.ts', "import '../planning/events.ts'", 'needs may not import planning'],
    [
      'src/planning/a.ts',
      "import '../needs/state.ts'",
      'planning may import only the events, status and commands (in policies) of needs',
    ],
    ['src/planning/decisions.ts', "import '../needs/commands.ts'", 'planning may import only the events'],
    ['src/needs/policies.ts', "import '../planning/commands.ts'", 'needs may not import planning'],
    [
      'src/planning/a.ts',
      "export * from '../needs/index.ts'",
      'planning may import only the events, status and commands (in policies) of needs',
    ],
    [
      'src/metrics/a.ts',
      "import type { X } from '../vocabulary/ids.ts'",
      'metrics may not import vocabulary',
    ],
    ['src/metrics/a.ts', "import * as z from 'zod'", 'the guests of metrics are nobody'],
    [
      'src/reports/a.ts',
      "import { s } from '../records/a.ts'",
      'reports may import only the types of records',
    ],
    ['src/records/a.ts', "await import('../delivery/decisions.ts')", 'records may import only the events'],
    ['src/testing/a.ts', "import '../metrics/index.ts'", 'testing may not import metrics'],
    ['src/delivery/a.ts', "import 'training-ops'", 'the guests of delivery are zod'],
    ['src/delivery/a.ts', "import { now } from '../../test/clock.ts'", 'nothing outside src/'],
    ['src/delivery/a.ts', "import { readFileSync } from 'node:fs'", 'nobody looks at the world'],
    ['src/delivery/a.ts', 'export const env = process.env', 'nobody looks at the world'],
    ['src/delivery/a.ts', 'export const id = () => crypto.randomUUID()', 'nobody looks at the world'],
    ['src/delivery/a.ts', "export const page = () => fetch('x')", 'nobody looks at the world'],
    ['src/delivery/a.ts', 'export const now = () => Date.now()', 'nobody looks at the clock'],
    ['src/delivery/a.ts', 'export const now = () => new Date()', 'nobody looks at the clock'],
    ['src/delivery/a.ts', 'export const luck = Math.random', 'nobody throws dice'],
    ['src/delivery/a.ts', 'export const day = (d: Date) => d.getDate()', 'name the zone and the locale'],
    [
      'src/delivery/a.ts',
      'export const order = (a: string) => a.localeCompare("b")',
      'name the zone and the locale',
    ],
    ['src/delivery/a.ts', 'export enum Mode { a }', 'no enum'],
    ['src/delivery/a.ts', 'export class Seat {}', 'no class is exported'],
    ['src/delivery/a.ts', 'class Seat {}\nexport { Seat }', 'no class is exported'],
    ['src/delivery/a.ts', 'export default 1', 'no default export'],
    ['src/delivery/utils.ts', '', '"utils" says nothing'],
    ['src/delivery/helpers/seat.ts', '', '"helpers" says nothing'],
    ['src/billing/a.ts', '', 'no room billing'],
  ])('%s: %s', (path, text, rule) => {
    const found = offences({ ...doors, [path]: text })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(path)
    expect(found[0]).toContain(rule)
  })

  test('a second doorway', () => {
    expect(offences({ ...doors, 'src/kernel/again.ts': "import 'fp-ts/Option'" })).toEqual([
      "src/kernel/either.ts, src/kernel/again.ts import 'fp-ts': it enters kernel through one file",
    ])
  })

  test('a doorway nobody uses', () => {
    const { 'src/kernel/freeze.ts': _, ...others } = doors
    expect(offences(others)).toEqual(["src/kernel: the table announces 'immer' and no file imports it"])
  })

  test('a table that names a room which is none', () => {
    expect(() =>
      tableOf('| room | may import | guests |\n|---|---|---|\n| kernel | cellar | none |\n'),
    ).toThrow('cellar')
  })
})

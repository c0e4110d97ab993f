/**
 * Everything a change has to hold: `npm run check`. `--without-tests` leaves out the plain run of the suite, for
 * who has just run it; `--results FILE` writes what became of each step, as JSON.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { command, conclude, runSteps, type Step } from './steps.ts'

const { values } = parseArgs({
  options: { 'without-tests': { type: 'boolean' }, results: { type: 'string' } },
})

/** One date line to the west, one with summer time, and the one where most of our hosts are. */
const zones = ['Pacific/Apia', 'America/Los_Angeles', 'Asia/Shanghai']

/**
 * Left out of the runs in other zones: the laws turn the zone themselves (`testing/laws/shifted-clock.ts`), and the tests of
 * the kit and of the house know nothing of days.
 */
const ownZones = ['**/*laws.test.ts', 'test/testing/**', 'test/house/**', 'test/kernel/what-follows.test.ts']

const npx = (...line: readonly string[]) => ['npx', '--no-install', ...line]
const ownResults = { TRAINING_OPS_RESULTS: '' }

const step = (name: string, line: readonly string[], env: Readonly<Record<string, string>> = {}): Step => ({
  name,
  run: () => command(line, { env: { ...ownResults, ...env } }),
})

const out = mkdtempSync(join(tmpdir(), 'training-ops-year-'))
const results = await runSteps([
  step('types', npx('tsc', '--noEmit', '-p', '.')),
  step('lint and format', npx('biome', 'check', '--error-on-warnings', '.')),
  ...(values['without-tests'] ? [] : [step('tests, architecture and docs', npx('vitest', 'run'))]),
  ...zones.map((zone) =>
    step(`tests in ${zone}`, npx('vitest', 'run', ...ownZones.flatMap((file) => ['--exclude', file])), {
      TZ: zone,
    }),
  ),
  step('a year of training', ['npm', 'start', '--', '--out', out]),
  step('several processes on NATS', npx('tsx', 'scripts/check-cluster.ts', '--or-skip')),
  step('an Excel workbook is read', npx('tsx', 'scripts/check-workbook.ts', '--or-skip')),
  step('reports as Office files', npx('tsx', 'scripts/check-office.ts', '--or-skip')),
  step('figures of the year, computed a second time', npx('tsx', 'scripts/check-figures.ts', out)),
  step('package', npx('tsx', 'scripts/check-package.ts')),
  step('the guide under three test runners', npx('tsx', 'scripts/check-runners.ts', '--or-skip')),
])
rmSync(out, { recursive: true, force: true })
if (values.results) writeFileSync(values.results, JSON.stringify(results))
conclude(results)

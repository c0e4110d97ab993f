/**
 * Mutation testing: a part of the library is broken on purpose, one place at a time, and a mutant that no test notices
 * is a test that is missing. `MUTATE` says which part: the `laws` of the kit (otherwise), the `metrics`, or the `rules` of
 * the rooms.
 * A part of a part: `MUTATE=metrics npx stryker run --mutate 'src/metrics/roi/*.ts'`. `CONCURRENCY=2` on a quiet machine.
 *
 * What runs once when a module is loaded is left out of `metrics` and `rules` (`ignoreStatic`): every test would have to
 * run against each of those mutants, which is nine tenths of the time for a tenth of the mutants.
 */
const parts = {
  laws: { mutate: ['src/testing/laws/*.ts'], thresholds: { high: 100, low: 99, break: 99 } },
  metrics: {
    mutate: ['src/metrics/**/*.ts', '!src/metrics/**/{index,exports,catalog,catalog-entry}.ts'],
    ignorers: ['catalog-entries'],
    ignoreStatic: true,
    thresholds: { high: 100, low: 90, break: null },
  },
  rules: {
    mutate: [
      'src/{needs,planning,catalog,resources,delivery,evaluation,credentials,culture}/**/*.ts',
      '!src/**/{commands,events,rejections,permissions,settings,shapes,index}.ts',
      '!src/**/{commands,events,rejections}/*.ts',
    ],
    ignoreStatic: true,
    thresholds: { high: 100, low: 90, break: null },
  },
}
const part = process.env.MUTATE ?? 'laws'
if (!(part in parts)) throw new Error(`MUTATE is one of ${Object.keys(parts).join(', ')}, got ${part}`)

export default {
  $schema: './node_modules/@stryker-mutator/core/schema/stryker-schema.json',
  ...parts[part],
  plugins: ['@stryker-mutator/*', './scripts/stryker-ignorers.mjs'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  timeoutMS: 60_000,
  ignorePatterns: ['dist', 'out', 'coverage', 'test/docs.generated'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `reports/mutation/${part}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
}

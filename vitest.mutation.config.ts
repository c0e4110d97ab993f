import { defineConfig } from 'vitest/config'
import everywhere from './vitest.config.ts'

/** What is run against each mutant of a part: the tests that hold it to what it says. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  laws: ['test/testing/{broken,tampered,laws,shifted-clock}.test.ts'],
  metrics: ['test/metrics/{*/*,interval,suppression,wrong-types,catalog}.test.ts', 'test/house/docs.test.ts'],
  rules: ['test/{needs,planning,catalog,resources,delivery,evaluation,credentials,culture}/*.test.ts'],
}

/** They run for seconds, against every mutant; what they alone would find is a scenario to be written. */
const stories = ['**/*laws.test.ts', '**/{reach,races,budget-law,a-hard-year,published-programs}.test.ts']

const part = process.env.MUTATE ?? 'laws'

/** The tests of `npm run mutate`; `MUTATE` says of which part, as in `stryker.config.mjs`. */
export default defineConfig({
  ...everywhere,
  test: {
    ...everywhere.test,
    include: [...(testsOf[part] ?? [])],
    exclude: part === 'rules' ? stories : [],
    env: { TRAINING_OPS_SHOWN: `src/${part}/**/*.ts` },
    reporters: [],
  },
})

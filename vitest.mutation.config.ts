import { defineConfig } from 'vitest/config'
import everywhere from './vitest.config.ts'

/**
 * The tests that hold the kit's laws to what they say: what `npm run mutate` runs against each mutant.
 *
 * Stryker 9.6 names the tests that reach a mutant with spaces between suite and test, vitest 5 matches names joined by
 * ` > `: unmended, no test would run and every mutant would survive (stryker-js#6210).
 */
export default defineConfig({
  ...everywhere,
  plugins: [
    {
      name: 'stryker-finds-its-tests',
      configureVitest: ({ vitest }) => {
        const start = vitest.start.bind(vitest)
        vitest.start = (...files) => {
          for (const { config } of vitest.projects)
            if (config.testNamePattern)
              config.testNamePattern = new RegExp(config.testNamePattern.source.replaceAll(' ', '(?: > | )'))
          return start(...files)
        }
      },
    },
  ],
  test: {
    ...everywhere.test,
    include: ['test/testing/{broken,tampered,laws,elsewhere}.test.ts'],
    reporters: [],
    testTimeout: 120_000,
  },
})

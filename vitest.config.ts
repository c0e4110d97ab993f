import { defineConfig } from 'vitest/config'

const conditions = ['@training-ops/source']
const results = process.env.TRAINING_OPS_RESULTS

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: process.env.CI ? ['test/ci-seed.ts'] : [],
    exclude: ['test/docs.generated/**'],
    maxWorkers: '100%', // otherwise a machine of two cores works with one
    testTimeout: 120_000, // what hangs is stopped; how fast the machine is tells nothing of a test
    hookTimeout: 120_000,
    isolate: false, // nothing under test keeps state in a module, so one worker serves many files
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
})

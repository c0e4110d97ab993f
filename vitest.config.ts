import { defineConfig } from 'vitest/config'

const conditions = ['@training-ops/source']
const results = process.env.TRAINING_OPS_RESULTS

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/docs.generated/**'],
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import '../../vitest.config.ts'

const source = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))
const results = process.env.TRAINING_OPS_RESULTS

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: [
      { find: /^training-ops$/, replacement: source('index.ts') },
      { find: /^training-ops\/(metrics|host|interop|reports|testing)$/, replacement: source('$1/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false, // the browser is measured, and nothing else may run beside it
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
})

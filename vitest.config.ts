import { defineConfig } from 'vitest/config'

const conditions = ['@training-ops/source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['test/**/*.test.ts'] },
})

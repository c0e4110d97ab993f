import { defineConfig } from 'vitest/config'

// vitest 5.1 prints failed tests with Map.groupBy, which Node 20 lacks: without this it crashes at the first one.
if (!('groupBy' in Map)) {
  const groupBy = <Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> => {
    const groups = new Map<Key, Item[]>()
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
    return groups
  }
  Object.assign(Map, { groupBy })
}

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

import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    metrics: 'src/metrics/index.ts',
    reports: 'src/reports/index.ts',
    interop: 'src/interop/index.ts',
    testing: 'src/testing/index.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  sourcemap: true,
  target: 'es2022',
  splitting: true, // also for CommonJS: otherwise every subpath inlines its own kernel
  noExternal: [/^fp-ts/, /^@noble\/hashes/, /^@date-fns\/tz/],
})

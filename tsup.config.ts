import { rmSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'
import { bundled } from './scripts/bundled.ts'
import { asPublished, asRead } from './scripts/metrics-build.ts'

const everywhere: Options = {
  format: ['esm', 'cjs'],
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } }, // tsup 8 sets baseUrl, which TypeScript 6 warns about
  target: 'es2022',
}

/** The other subpaths use the metrics that are published, under their public name, and bring no copy of their own. */
const metricsStayOutside: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'metrics stay outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/metrics\/index\.ts$/ }, ({ kind }) =>
      kind === 'entry-point'
        ? undefined
        : { path: 'training-ops/metrics', external: true, sideEffects: false },
    )
  },
}

/** One file per module for bundlers: relative imports stay, so that a consumer's bundle takes the files it uses. */
const filesStayApart: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'files stay apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, kind, importer }) =>
      kind === 'entry-point' || importer.includes('node_modules')
        ? undefined
        : { path: path.replace(/\.ts$/, '.js'), external: true, sideEffects: false },
    )
  },
}

// What is shared has a name of its contents: an earlier build's would be packed as well. Both builds write here.
rmSync('dist', { recursive: true, force: true })

export default defineConfig([
  {
    ...everywhere,
    entry: {
      index: 'src/index.ts',
      reports: 'src/reports/index.ts',
      interop: 'src/interop/index.ts',
      host: 'src/host/index.ts',
      testing: 'src/testing/index.ts',
    },
    splitting: true, // also for CommonJS: otherwise every subpath inlines its own kernel
    noExternal: bundled.map((name) => new RegExp(`^${name}`)),
    esbuildPlugins: [metricsStayOutside],
  },
  {
    ...everywhere,
    entry: { metrics: 'src/metrics/index.ts' },
    splitting: false, // one file is read faster than two
    esbuildPlugins: asPublished.plugins,
    esbuildOptions: (options) => {
      Object.assign(options, { ...asPublished, plugins: options.plugins })
    },
    minify: 'terser',
    terserOptions: asRead,
  },
  {
    format: 'esm',
    target: 'es2022',
    dts: false, // the types are those of the single files
    entry: ['src/**/*.ts', '!src/metrics/**'],
    outDir: 'dist/modules',
    splitting: false,
    noExternal: bundled.map((name) => new RegExp(`^${name}`)),
    esbuildPlugins: [metricsStayOutside, filesStayApart],
    esbuildOptions: (options) => {
      options.outbase = 'src'
    },
  },
])

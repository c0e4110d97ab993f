import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { defineConfig, type Options } from 'tsup'
import { bundled } from './scripts/bundled.ts'
import { asPublished, asRead } from './scripts/metrics-build.ts'

/** Every name that some room exports. */
const exported = [
  ...new Set(globSync('src/*/index.ts').flatMap((file) => readFileSync(file, 'utf8').match(/\w+/g) ?? [])),
]
/**
 * Spaces and long names are left out: half of what there is to unpack and to read. In ES modules exported names stay, for stack
 * traces.
 */
const asPacked = { ...asRead, format: { preserve_annotations: true } }
const named = { ...asPacked, mangle: { toplevel: true, reserved: exported } }
const everywhere: Options = { target: 'es2022', minify: 'terser', terserOptions: named }
const inCommonJs: Options = {
  format: 'cjs',
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } }, // tsup 8 sets baseUrl, which TypeScript 6 warns about
  terserOptions: { ...asPacked, toplevel: true },
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

/** `fp-ts/Either` has the four functions we use from here, and brings thirty more that a bundler cannot leave out. */
const eitherAlone: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'either alone',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^fp-ts\/Either$/ }, () => ({ path: resolve('node_modules/fp-ts/es6/internal.js') }))
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

/** The types are written once, as CommonJS, which ES modules may import as well: the same types whoever asks. */
const typesAreShared = (entries: readonly string[]) => async () => {
  for (const entry of entries) writeFileSync(`dist/${entry}.d.ts`, `export * from './${entry}.cjs'\n`)
}

const subpaths = ['index', 'reports', 'interop', 'host', 'testing']
const single: Options = {
  ...everywhere,
  entry: Object.fromEntries(
    subpaths.map((name) => [name, name === 'index' ? 'src/index.ts' : `src/${name}/index.ts`]),
  ),
  splitting: true, // also for CommonJS: otherwise every subpath inlines its own kernel
  noExternal: bundled.map((name) => new RegExp(`^${name}`)),
  esbuildPlugins: [eitherAlone, metricsStayOutside],
}
const metrics: Options = {
  ...everywhere,
  entry: { metrics: 'src/metrics/index.ts' },
  splitting: false, // one file is read faster than two
  esbuildPlugins: asPublished.plugins,
  esbuildOptions: (options) => {
    Object.assign(options, { ...asPublished, plugins: options.plugins })
  },
  terserOptions: asRead,
}

export default defineConfig([
  { ...single, format: 'esm', onSuccess: typesAreShared(subpaths) },
  { ...single, ...inCommonJs },
  { ...metrics, format: 'esm', onSuccess: typesAreShared(['metrics']) },
  { ...metrics, ...inCommonJs, terserOptions: asRead },
  {
    ...everywhere,
    format: 'esm',
    entry: ['src/**/*.ts', '!src/metrics/**', '!src/testing/**'],
    outDir: 'dist/modules',
    terserOptions: { ...asPacked, toplevel: true }, // a bundler shortens names anyway
    splitting: false,
    noExternal: bundled.map((name) => new RegExp(`^${name}`)),
    esbuildPlugins: [eitherAlone, metricsStayOutside, filesStayApart],
    esbuildOptions: (options) => {
      options.outbase = 'src'
    },
  },
])

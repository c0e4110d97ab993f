import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { defineConfig, type Options } from 'tsup'
import { bundled } from './scripts/bundled.ts'
import { meaningsOnce } from './scripts/meanings-build.ts'
import { asPublished, asRead } from './scripts/metrics-build.ts'
import { markedPure } from './scripts/pure.ts'

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
/** The notes by which a bundler leaves out what is not used are for ES modules. */
const withoutNotes = { ...asRead.format, preserve_annotations: false }
const inCommonJs: Options = {
  format: 'cjs',
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } }, // tsup 8 sets baseUrl, which TypeScript 6 warns about
  terserOptions: { ...asPacked, toplevel: true, format: { preserve_annotations: false } },
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

/** The class of dates in UTC runs statements as it is loaded: within a call that a bundler may leave out. */
const utcAlone: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'utc alone',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@date-fns\/utc\/date\/\w+\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const imports = text.match(/^import .*$/gm) ?? []
      const [, name] = text.match(/^export class (\w+)/m) ?? []
      const rest = text.replace(/^import .*$/gm, '').replace('export class', 'class')
      return {
        contents: `${imports.join('\n')}\nexport const ${name} = /* @__PURE__ */ (() => {${rest}\nreturn ${name} })()`,
      }
    })
  },
}

// What is shared has a name of its contents: an earlier build's would be packed as well. Both builds write here.
rmSync('dist', { recursive: true, force: true })

/** The types are written once, as CommonJS, which ES modules may import as well: the same types whoever asks. */
const typesAreShared = (entries: readonly string[]) => {
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
  esbuildPlugins: [eitherAlone, utcAlone, metricsStayOutside, meaningsOnce],
}
const metrics: Options = {
  ...everywhere,
  entry: { metrics: 'src/metrics/index.ts' },
  splitting: false, // one file is read faster than two
  esbuildPlugins: asPublished.plugins,
  esbuildOptions: (options) => {
    Object.assign(options, { ...asPublished, plugins: options.plugins })
  },
  terserOptions: { ...asRead, mangle: named.mangle },
}

export default defineConfig([
  {
    ...single,
    format: 'esm',
    onSuccess: async () => {
      typesAreShared(subpaths)
      for (const file of globSync(['dist/*.js', '!dist/metrics.js']))
        writeFileSync(file, markedPure(readFileSync(file, 'utf8'), file))
    },
  },
  { ...single, ...inCommonJs },
  { ...metrics, format: 'esm', onSuccess: async () => typesAreShared(['metrics']) },
  { ...metrics, ...inCommonJs, terserOptions: { ...asRead, format: withoutNotes } },
])

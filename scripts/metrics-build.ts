/** How `training-ops/metrics` is compiled for the registry: what `tsup.config.ts` does, and what a size is taken of. */
import type { BuildOptions, Plugin } from 'esbuild'
import type { MinifyOptions } from 'terser'
import { metricCatalog } from '../src/metrics/catalog.ts'

/** The catalog finds its entries by their names, which the bundler cannot follow: here they are listed. */
const catalogListed: Plugin = {
  name: 'catalog listed',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/metrics\/catalog\.ts$/ }, () => {
      const entries = metricCatalog.map(({ calculator }) => `${calculator}Entry`).join(', ')
      return {
        contents: `import { ${entries} } from './exports.ts'\nexport const metricCatalog = [${entries}]`,
        loader: 'ts',
      }
    })
  },
}

/**
 * V8 skims a function and reads an arrow function whole, so arrows are written as functions: importing takes a quarter
 * less. Folded constants leave nothing behind that a bundler has to keep.
 */
export const asPublished = {
  minifySyntax: true,
  supported: { arrow: false },
  plugins: [catalogListed],
} satisfies BuildOptions

/**
 * Importing costs what there is to read, so spaces and long local names go. The names of functions stay, for stack
 * traces, and so do the notes by which a bundler leaves out what is not used. Beyond ASCII nothing is written as it
 * is: V8 would hold the file in two bytes per character.
 */
export const asRead = {
  ecma: 2020,
  module: false,
  compress: { arrows: false },
  mangle: true,
  format: { preserve_annotations: true, ascii_only: true },
} satisfies MinifyOptions

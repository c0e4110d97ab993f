/** How `training-ops/metrics` is compiled for the registry: what `tsup.config.ts` does, and what a size is taken of. */
import type { BuildOptions, Plugin } from 'esbuild'
import type { MinifyOptions } from 'terser'
import { metricCatalogue } from '../src/metrics/catalogue.ts'

/** The catalogue is written beside its calculators; as one text of JSON an engine reads it faster than as literals. */
const catalogueAsText: Plugin = {
  name: 'catalogue as text',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/metrics\/catalogue\.ts$/ }, () => ({
      contents: `export const metricCatalogue = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(metricCatalogue))})`,
    }))
  },
}

/**
 * V8 skims a function and reads an arrow function whole, so arrows are written as functions: importing takes a quarter
 * less. Folded constants leave nothing behind that a bundler has to keep.
 */
export const asPublished = {
  minifySyntax: true,
  supported: { arrow: false },
  plugins: [catalogueAsText],
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

/** How `training-ops/metrics` is compiled for the registry: what `tsup.config.ts` does, and what a size is taken of. */

/**
 * V8 skims a function and reads an arrow function whole, so arrows are written as functions: importing takes a quarter
 * less. Folded constants leave nothing behind that a bundler has to keep.
 */
export const asPublished = { minifySyntax: true, supported: { arrow: false } }

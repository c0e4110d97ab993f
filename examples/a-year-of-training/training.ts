import { assemble, lifecycle } from 'training-ops'

/** The training system of the example: all the library's modules, with the library's settings. */
export const training = assemble(lifecycle, {}, { trusted: true })
export type Training = typeof training

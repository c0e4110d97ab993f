/** `training-ops`: the corporate training lifecycle, decided and folded; storage is yours. */
import { delivery } from './delivery/index.ts'
import { evaluation } from './evaluation/index.ts'

export * from './delivery/index.ts'
export * from './evaluation/index.ts'
export * from './kernel/index.ts'
export * from './vocabulary/index.ts'

/** Every context of the library, in the order of the lifecycle: `assemble(lifecycle)`. */
export const lifecycle = [delivery, evaluation] as const

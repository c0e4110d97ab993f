/** `training-ops`: the corporate training lifecycle, decided and folded; storage is yours. */
import { catalog } from './catalog/index.ts'
import { credentials } from './credentials/index.ts'
import { culture } from './culture/index.ts'
import { delivery } from './delivery/index.ts'
import { evaluation } from './evaluation/index.ts'
import { needs } from './needs/index.ts'
import { people } from './people/index.ts'
import { planning } from './planning/index.ts'
import { resources } from './resources/index.ts'

export * from './catalog/index.ts'
export * from './credentials/index.ts'
export * from './culture/index.ts'
export * from './delivery/index.ts'
export * from './evaluation/index.ts'
export * from './figures/index.ts'
export * from './kernel/index.ts'
export * from './needs/index.ts'
export * from './people/index.ts'
export * from './planning/index.ts'
export * from './records/index.ts'
export * from './resources/index.ts'
export * from './views/index.ts'
export * from './vocabulary/index.ts'

/** Every context of the library, in the order of the lifecycle: `assemble(lifecycle)`. */
export const lifecycle: readonly [
  typeof needs,
  typeof planning,
  typeof catalog,
  typeof resources,
  typeof delivery,
  typeof evaluation,
  typeof credentials,
  typeof culture,
  typeof people,
] = [needs, planning, catalog, resources, delivery, evaluation, credentials, culture, people]

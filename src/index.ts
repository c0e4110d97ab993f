/** `training-ops`: the corporate training lifecycle, decided and folded; storage is yours. */
export * from './delivery/index.ts'
export * from './kernel/index.ts'
export * from './vocabulary/index.ts'

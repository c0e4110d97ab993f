import { canonical } from '../kernel/index.ts'

/** Whether two values are the same JSON, whatever order their keys were written in. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

import * as z from 'zod'
import { field } from '../kernel/index.ts'

/** Kirkpatrick's four levels; the fifth is Phillips's return on investment. */
export const kirkpatrickLevel = field(z.int().min(1).max(5))

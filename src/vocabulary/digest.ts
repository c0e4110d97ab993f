import * as z from 'zod'
import { field } from '../kernel/index.ts'

/** What `digestOf` writes. */
export const sha256Digest = field(z.string().regex(/^sha256:[0-9a-f]{64}$/))

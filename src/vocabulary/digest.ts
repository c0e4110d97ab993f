import * as z from 'zod'
import { field } from '../kernel/index.ts'

/** A fingerprint of data as `digestOf` writes it: `sha256:` and 64 hexadecimal digits. */
export const sha256Digest = field(z.string().regex(/^sha256:[0-9a-f]{64}$/, 'digest'))

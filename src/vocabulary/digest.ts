import * as z from 'zod'

/** What `digestOf` writes. */
export const sha256Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

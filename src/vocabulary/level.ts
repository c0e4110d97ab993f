import * as z from 'zod'

/** Kirkpatrick's four levels; the fifth is Phillips's return on investment. */
export const kirkpatrickLevel = z.int().min(1).max(5)

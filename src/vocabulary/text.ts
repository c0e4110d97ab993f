/**
 * Free text. A title names a thing and stays; what people say in their own words may be about people, and goes when one of
 * them is to be forgotten.
 */
import * as z from 'zod'
import { personalText, publicText } from '../kernel/index.ts'

/** No lone surrogates, no control characters but line ends and tabs. */
export const clean = /^(?:[^\p{C}]|\p{Cf}|[\n\r\t])*$/u

const oneLine = () =>
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^(?:[^\p{C}]|\p{Cf})*$/u, 'line')

/** The title or the name of a thing: one line, up to 200 characters. Public. */
export const title = publicText(oneLine())

/** The title, which may name a person: one line, up to 200 characters. Personal. */
export const personalTitle = personalText(oneLine())

/** Free text up to 4,000 characters, that people write in their own words. Personal. */
export const text = personalText(z.string().max(4000).regex(clean, 'text'))

/** The description in words, up to 4,000 characters. Public. */
export const description = publicText(z.string().max(4000).regex(clean, 'text'))

/** The reason in words, up to 1,000 characters. Personal. */
export const reason = personalText(z.string().min(1).max(1000).regex(clean, 'text'))

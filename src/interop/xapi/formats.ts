import { aText, mapOf, written } from './rule.ts'

/** An IRI with a scheme (RFC 3987): no spaces, nothing an IRI may not hold bare. */
export const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\p{C}\p{Z}<>"{}|\\^`]+$/iu.test(text)

/** A language tag (RFC 5646): language, script, region, variants, extensions, private use; or private use alone. */
const languageTag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z0-9]{2,8})$/i
const isLanguageTag = (text: string): boolean => languageTag.test(text)

/** ISO 8601, in weeks or in years to seconds; only the last part may have a fraction. */
const duration =
  /^P(?!$)(?:\d+(?:[.,]\d+)?W|(?=[^.,]*(?:[.,]\d+[A-Z])?$)(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?)$/

/** ISO 8601 with seconds; the zone may be left out, and is never -00:00 (RFC 3339 has another meaning for it). `t` and `z` may be small. */
const timestamp =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:[.,]\d+)?(?:[Zz]|(?!-00(?::?00)?$)[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/

const isTimestamp = (text: string): boolean => {
  const [, year, month, day] = timestamp.exec(text) ?? []
  if (day === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

export const iri = written(isIri, 'IRI')
export const uuid = written(
  (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text),
  'UUID',
)
export const mailto = written((text) => /^mailto:[^\s@]+@[^\s@]+$/.test(text), 'mailto IRI')
export const sha1 = written((text) => /^[0-9a-f]{40}$/i.test(text), 'SHA-1')
export const sha2 = written(
  (text) => /^(?:[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(text),
  'SHA-2',
)
export const language = written(isLanguageTag, 'language tag')
export const isoDuration = written((text) => duration.test(text), 'ISO 8601 duration')
export const isoTimestamp = written(isTimestamp, 'ISO 8601 timestamp')
export const mediaType = written(
  (text) => /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: *;[^\p{C}]*)?$/u.test(text),
  'media type',
)
export const version = written((text) => /^(?:1\.0(?:\.\d+)?|2\.0\.\d+)$/.test(text), '1.0.x or 2.0.x')

/** Texts by language. */
export const languageMap = mapOf(isLanguageTag, 'language tag', aText)
/** Anything, `null` too, under keys that are IRIs. */
export const extensions = mapOf(isIri, 'IRI', () => [])

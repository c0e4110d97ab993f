import { digestOf } from '../../kernel/index.ts'

/** A UUID made of names, the same for the same ones: name-based as version 5 is, from SHA-256. */
export const uuidOf = (...names: readonly string[]): string => {
  const hex = digestOf(names).replace(/^.*:/, '')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The id of the command that a statement becomes: statement ids are the same in any case of their letters. */
export const commandIdOf = (statementId: string): string => `xapi:${statementId.toLowerCase()}`

/** Whole minutes as an ISO 8601 duration. */
export const durationOf = (minutes: number): string => `PT${minutes}M`

/** An id inside an address. */
export const addressed = (base: string, ...parts: readonly string[]): string =>
  [base.replace(/\/$/, ''), ...parts.map(encodeURIComponent)].join('/')

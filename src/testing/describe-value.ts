import { mistake } from '../kernel/index.ts'
/** One command, event, rejection or state in a line: `SeatTaken (offeringId o-1, learnerId ada)`. */
export const describeValue = (one: unknown): string => {
  if (one === null || typeof one !== 'object' || Array.isArray(one)) return said(one)
  const { type, code, data, metadata: _metadata, ...rest } = one as Readonly<Record<string, unknown>>
  const details = Object.entries((data ?? rest) as object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${said(value)}`)
  const name = String(type ?? code ?? '')
  return details.length === 0 ? name || '{}' : `${name}${name === '' ? '' : ' '}(${details.join(', ')})`
}

const plain = /^[^\s"(){},]+$/
const longest = 200

const said = (value: unknown): string => {
  if (typeof value === 'string' && plain.test(value)) return value
  const text = typeof value === 'object' || typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}

/** A labelled column of things told, one a line. */
export const column = (label: string, values: readonly unknown[], nothing = 'nothing'): readonly string[] =>
  values.length === 0
    ? [`  ${label.padEnd(18)}${nothing}`]
    : values.map((one, at) => `  ${(at === 0 ? label : '').padEnd(18)}${describeValue(one)}`)

/** A name nobody has would quietly leave out what it was meant for. */
export const mustKnow = (
  asker: string,
  needs: string,
  known: readonly string[],
  named: readonly string[] = [],
): void => {
  const unknown = named.find((name) => !known.includes(name))
  if (unknown !== undefined) throw mistake(asker, needs, `"${unknown}"`)
}

/** An error that is its message and nothing more: a story needs no stack. */
export const failure = (lines: readonly string[]): Error => {
  const error = new Error(['', ...lines].join('\n'))
  error.stack = error.message
  return error
}

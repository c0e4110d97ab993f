/**
 * One text for one value, whatever order its keys were written in: what fingerprints and digests are taken of.
 *
 * @example
 * ```ts
 * import { canonical } from 'training-ops'
 * canonical({ b: 1, a: [2] }) // => '{"a":[2],"b":1}'
 * ```
 */
export const canonical = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const inner of value) text += text === '' ? canonical(inner) : `,${canonical(inner)}`
    return `[${text}]`
  }
  const record = value as Record<string, unknown>
  for (const key of Object.keys(record).sort()) {
    const inner = record[key]
    if (inner === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(inner)}`
  }
  return `{${text}}`
}

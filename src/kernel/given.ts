type Given<Fields> = { -readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

/**
 * The fields that were given, without those that are `undefined`.
 *
 * @example
 * ```ts
 * import { given } from 'training-ops'
 * given({ programId: 'p-1', reason: undefined }) // => { programId: 'p-1' }
 * ```
 */
export const given = <const Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): Given<Fields> => {
  const some: Record<string, unknown> = {}
  for (const key in fields) if (fields[key] !== undefined) some[key] = fields[key]
  return some as Given<Fields>
}

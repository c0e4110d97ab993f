const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, inner]) => inner !== undefined)

/** Rows of a database often have no prototype: they are plain objects as well. */
const madeBy = (value: object): unknown => Object.getPrototypeOf(value) ?? Object.prototype

/**
 * Whether two values are the same JSON, whatever order their keys were written in. An absent key and one that is
 * `undefined` are the same; `NaN` and `null`, a `Date` and its text, an array and an object are not.
 */
export const same = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((inner, at) => same(inner, other[at]))
    )
  if (madeBy(one) !== madeBy(other)) return false
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime()
  const [ours, theirs] = [entriesOf(one), entriesOf(other)]
  return (
    ours.length === theirs.length &&
    ours.every(
      ([key, inner]) => Object.hasOwn(other, key) && same(inner, (other as Record<string, unknown>)[key]),
    )
  )
}

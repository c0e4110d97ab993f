/** The programmer's error: `training-ops: FUNCTION needs WHAT at ARGUMENT[index], got WHAT`. Nothing else is thrown. */

/**
 * Names the argument and, for a list, where in it: `sessions[].minutes` at 3 is `sessions[3].minutes`, `ratings` at 3
 * is `ratings[3]`; no argument is the whole input. The sentence is built only to be thrown.
 */
export const needsAt = (
  holds: boolean,
  calculator: string,
  what: string,
  argument: string,
  got: unknown,
  index?: number,
): void => {
  if (!holds)
    throw new TypeError(
      `training-ops: ${calculator} needs ${what}${argument && ` at ${(index as number) >= 0 ? argument.replace(/\[\]|$/, `[${index}]`) : argument}`}, got ${`${typeof got === 'string' ? `"${got}"` : got}`.slice(0, 40)}`,
    )
}

/** As `needsAt`, of the whole input. */
export const needs = (holds: boolean, calculator: string, what: string, got: unknown): void =>
  needsAt(holds, calculator, what, '', got)

/** A whole number, zero or more: a count of people, minutes, minor currency units. */
export const needsCount = (calculator: string, argument: string, value: number, index?: number): void =>
  needsAt(Number.isSafeInteger(value) && value >= 0, calculator, 'a whole number ≥ 0', argument, value, index)

/** Several counts at once, by their names. */
export const needsCounts = (calculator: string, counts: Readonly<Record<string, number>>): void => {
  for (const argument in counts) needsCount(calculator, argument, counts[argument] as number)
}

/** Whether its quotients and squares are numbers still: none of a size that is written with an exponent of three digits. */
const isInReach = (value: number): boolean => Number.isFinite(value) && !/e.\d{3}/.test(value as never)

/** A number zero or more that need not be whole: an average headcount, full-time equivalents. */
export const needsAmount = (calculator: string, argument: string, value: number, index?: number): void =>
  needsAt(isInReach(value) && value >= 0, calculator, 'a number ≥ 0', argument, value, index)

/** A part of a whole: 0 to 1. */
export const needsShare = (calculator: string, argument: string, value: number, index?: number): void =>
  needsAt(
    isInReach(value) && value >= 0 && value <= 1,
    calculator,
    'a share from 0 to 1',
    argument,
    value,
    index,
  )

/** A finite number, within what can be divided by and squared. */
export const needsNumber = (calculator: string, argument: string, value: number, index?: number): void =>
  needsAt(isInReach(value), calculator, 'a finite number', argument, value, index)

/** A part that cannot exceed its whole. */
export const needsAtMost = (
  calculator: string,
  argument: string,
  value: number,
  limit: number,
  limitName: string,
  index?: number,
): void => needsAt(value <= limit, calculator, `at most ${limitName} (${limit})`, argument, value, index)

/** One of the named options. */
export const needsOneOf = <Option extends string | number | boolean>(
  calculator: string,
  argument: string,
  value: Option,
  options: readonly Option[],
  index?: number,
): void =>
  needsAt(options.includes(value), calculator, `one of ${options.join(', ')}`, argument, value, index)

/** A name or an id: text that is not empty. */
export const needsText = (calculator: string, argument: string, value: string, index?: number): void =>
  needsAt(typeof value === 'string' && value !== '', calculator, 'a text', argument, value, index)

/** True or false: `'no'`, as a spreadsheet may have it, would be taken for true. */
export const needsFlag = (calculator: string, argument: string, value: boolean, index?: number): void =>
  needsAt(typeof value === 'boolean', calculator, 'true or false', argument, value, index)

/** ISO 4217: three capital letters. */
export const needsCurrency = (calculator: string, argument: string, value: string, index?: number): void =>
  needsAt(/^[A-Z]{3}$/.test(value), calculator, 'an ISO 4217 currency', argument, value, index)

/** A list, which is not copied as `listOf` does. */
export const needsList = (calculator: string, argument: string, list: unknown): void =>
  needsAt(Array.isArray(list), calculator, 'a list', argument, list)

/** Two lists whose items go together: one for each person, say. */
export const needsSameLength = (
  calculator: string,
  [first, one]: readonly [name: string, list: readonly unknown[]],
  [second, other]: readonly [name: string, list: readonly unknown[]],
): void =>
  needsAt(
    one.length === other.length,
    calculator,
    `a list as long as ${first} (${one.length})`,
    second,
    other.length,
  )

/** The items of a list, a hole in it as `undefined`: `forEach`, `map` and `reduce` would pass over it. */
export const listOf = <Item>(
  calculator: string,
  argument: string,
  list: readonly Item[],
  index?: number,
): readonly Item[] => {
  needsAt(Array.isArray(list), calculator, 'a list', argument, list, index)
  return [...list]
}

/** The records of a list; of one that is not there nothing is known, so that its fields are missed. */
export const recordsOf = <Item extends object>(
  calculator: string,
  argument: string,
  records: Iterable<Item>,
): readonly Item[] => [...eachRecord(calculator, argument, records)]

/** The same of a stream, one at a time: it is never held whole. */
export function* eachRecord<Item extends object>(
  calculator: string,
  argument: string,
  records: Iterable<Item>,
): Iterable<Item> {
  needsAt(typeof records?.[Symbol.iterator] === 'function', calculator, 'a list', argument, records)
  for (const record of records) yield record ?? ({} as Item)
}

/**
 * The same function, whose every mistake in what it is given is told by its name: a field of `null` and a getter that throws
 * too. Every public function is made by it; it weighs 60 B.
 */
export const guarded = <Calculate extends (...given: never[]) => unknown>(
  calculator: string,
  calculate: Calculate,
): Calculate =>
  ({
    [calculator](...given: never[]) {
      try {
        return calculate(...given)
      } catch (cause) {
        needsAt(/training-ops/.test(cause as string), calculator, 'other input', '', cause)
        throw cause
      }
    },
  })[calculator] as Calculate

/** The same for the parts of an accumulator, or for what makes one of its options. */
export const guardedAccumulator = <Made extends object>(name: string, made: Made): Made =>
  (typeof made === 'function'
    ? guarded(name, (...given: never[]) =>
        guardedAccumulator(name, (made as unknown as (...given: never[]) => object)(...given)),
      )
    : Object.fromEntries(
        Object.entries(made).map(([part, does]) => [
          part,
          typeof does === 'function' ? guarded(name, does) : does,
        ]),
      )) as Made

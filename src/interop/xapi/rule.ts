import type { Issue } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'

export type Path = readonly (string | number)[]

/** The errors of a value, with their places; nothing when it keeps the rule. */
export type Rule = (value: unknown, path: Path) => readonly Issue[]

export type Fields = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const when =
  (holds: (value: unknown) => boolean, code: Issue['code'], expected: string): Rule =>
  (value, path) =>
    holds(value) ? [] : [{ path, code, expected }]

export const aText: Rule = when((value) => typeof value === 'string', 'WrongType', 'string')
export const aTruth: Rule = when((value) => typeof value === 'boolean', 'WrongType', 'boolean')
export const aNumber: Rule = when((value) => Number.isFinite(value), 'WrongType', 'number')
export const aWholeNumber: Rule = when(
  (value) => Number.isInteger(value) && Number(value) >= 0,
  'WrongType',
  'integer',
)
/** An object that may hold anything. */
export const anyRecord: Rule = when(isRecord, 'WrongType', 'object')
/** Not checked here: a whole of its parts looks again. */
export const anything: Rule = () => []

/** A text that is written as it has to be. */
export const written =
  (isWell: (text: string) => boolean, expected: string): Rule =>
  (value, path) =>
    typeof value === 'string'
      ? isWell(value)
        ? []
        : [{ path, code: 'BadFormat', expected }]
      : aText(value, path)

export const oneOf = (...words: readonly string[]): Rule =>
  when((value) => words.includes(value as string), 'NotAllowed', words.join(' | '))

/** Every rule, in order; the later ones are asked only of what kept the earlier. */
export const every =
  (...rules: readonly Rule[]): Rule =>
  (value, path) => {
    for (const rule of rules) {
      const found = rule(value, path)
      if (found.length > 0) return found
    }
    return []
  }

export const listOf =
  (item: Rule, least = 0): Rule =>
  (value, path) => {
    if (!Array.isArray(value)) return [{ path, code: 'WrongType', expected: 'array' }]
    if (value.length < least) return [{ path, code: 'TooSmall', limit: least }]
    return value.flatMap((one, at) => item(one, [...path, at]))
  }

/** Keys and values of an object whose keys are data. */
export const mapOf =
  (isKey: (key: string) => boolean, expected: string, value: Rule): Rule =>
  (map, path) =>
    isRecord(map)
      ? Object.entries(map).flatMap(([key, one]): readonly Issue[] =>
          isKey(key) ? value(one, [...path, key]) : [{ path: [...path, key], code: 'BadFormat', expected }],
        )
      : anyRecord(map, path)

/** An object of declared fields, those with `!` must be there: `{ 'id!': iri, name: aText }`. */
export const withFields = (fields: Readonly<Record<string, Rule>>): Rule => {
  const declared = new Map(
    Object.entries(fields).map(([name, rule]) => [name.replace('!', ''), { rule, must: name.endsWith('!') }]),
  )
  return (value, path) => {
    if (!isRecord(value)) return anyRecord(value, path)
    const unknown = Object.keys(value).filter((key) => !declared.has(key))
    return [
      ...(unknown.length > 0 ? [{ path, code: 'UnknownKey', keys: unknown } as const] : []),
      ...[...declared].flatMap(([name, { rule, must }]): readonly Issue[] => {
        const at = [...path, name]
        if (value[name] !== undefined) return rule(value[name], at)
        return must ? [{ path: at, code: 'MissingKey' }] : []
      }),
    ]
  }
}

/** Something that has to hold between fields: the fields it names are known to keep their own rules. */
export const holds =
  (
    is: (fields: Fields) => boolean,
    at: string,
    code: Issue['code'] = 'RuleBroken',
    expected?: string,
  ): Rule =>
  (value, path) =>
    is(value as Fields) ? [] : [{ path: [...path, at], code, ...given({ expected }) }]

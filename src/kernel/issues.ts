import type * as z from 'zod'
import type { Issue, IssueCode } from './rejection.ts'
import type { Found } from './schema.ts'

const most = 20
/** A key is told, not repeated whole. */
const longestKey = 100

const reachable = (input: unknown, path: readonly PropertyKey[]): boolean => {
  let here = input
  for (const step of path) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return false
    here = (here as Record<PropertyKey, unknown>)[step]
  }
  return here !== undefined
}

/** What a validator found, in our own stable codes: its wording and its locale stay behind. */
export const issuesOf = (
  found: readonly Found[],
  input: unknown,
  at: readonly (string | number)[] = [],
): readonly Issue[] => found.slice(0, most).map((issue) => translated(issue as z.core.$ZodIssue, input, at))

const translated = (issue: z.core.$ZodIssue, input: unknown, at: readonly (string | number)[]): Issue => {
  const path = [...at, ...(issue.path as (string | number)[])]
  switch (issue.code) {
    case 'invalid_type':
      return reachable(input, issue.path)
        ? { path, code: 'WrongType', expected: issue.expected }
        : { path, code: 'MissingKey', expected: issue.expected }
    case 'unrecognized_keys':
      return {
        path,
        code: 'UnknownKey',
        keys: issue.keys.slice(0, most).map((key) => key.slice(0, longestKey)),
      }
    case 'too_big':
      return { path, code: 'TooBig', limit: Number(issue.maximum) }
    case 'too_small':
      return { path, code: 'TooSmall', limit: Number(issue.minimum) }
    case 'invalid_format':
      return { path, code: 'BadFormat', expected: issue.format }
    case 'invalid_value':
      return reachable(input, issue.path)
        ? { path, code: 'NotAllowed', expected: issue.values.map(String).join(' | ') }
        : { path, code: 'MissingKey', expected: issue.values.map(String).join(' | ') }
    case 'invalid_union':
      return { path, code: reachable(input, issue.path) ? 'NotAllowed' : 'MissingKey' }
    case 'custom': {
      const named = issue.params?.code as IssueCode | undefined
      return { path, code: named ?? 'RuleBroken' }
    }
    default:
      return { path, code: 'RuleBroken' }
  }
}

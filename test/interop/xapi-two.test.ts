/** The data of a statement in xAPI 2.0 (IEEE 9274.1.1), rule by rule: what a store accepts, and what it refuses. */
import { fromXapi, xapiIssues } from 'training-ops/interop'
import { describe, expect, test } from 'vitest'

const uuid = '12345678-1234-4123-8123-123456789012'
const agent = { objectType: 'Agent', mbox: 'mailto:ada@example.com' }
const account = { homePage: 'https://hr.example.com', name: '17' }
const group = { objectType: 'Group', name: 'Team', member: [agent] }
const activity = { objectType: 'Activity', id: 'https://example.com/courses/safety' }
const reference = { objectType: 'StatementRef', id: uuid }
const verb = { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'zh-Hans-CN': '完成了' } }
const inside = { actor: agent, verb, object: activity }
const whole = { id: uuid, ...inside, version: '2.0.0', timestamp: '2026-03-01T09:00:00.601+08:00' }
const sub = { objectType: 'SubStatement', ...inside }
const voided = { id: 'http://adlnet.gov/expapi/verbs/voided' }
const contextAgents = (more: object) => ({
  context: { contextAgents: [{ objectType: 'contextAgent', agent, ...more }] },
})
const contextGroups = (more: object) => ({
  context: { contextGroups: [{ objectType: 'contextGroup', group, ...more }] },
})
const result = (of: object) => ({ result: of })
const score = (of: object) => result({ score: of })
const attached = {
  usageType: 'https://example.com/usage',
  display: { en: 'x' },
  contentType: 'text/plain; charset=ascii',
  length: 3,
  sha2: 'a'.repeat(64),
}
const signed = { ...attached, usageType: 'http://adlnet.gov/expapi/attachments/signature' }
const definition = (of: object) => ({ object: { ...activity, definition: of } })

describe.each<readonly [string, readonly object[], readonly object[]]>([
  [
    'an agent has one identifier',
    [agent, { account }, { openid: 'https://ada.example.com/' }, { mbox_sha1sum: 'e'.repeat(40) }].map(
      (actor) => ({ actor }),
    ),
    [
      ...[{}, { name: 'Ada' }, { ...agent, account }, { mbox: 'ada@example.com' }, { mbox: null }],
      ...[
        { mbox_sha1sum: 'e' },
        { openid: 'ada' },
        { account: { name: '17' } },
        { account: { homePage: 'hr', name: '17' } },
      ],
      ...[
        { account: { ...account, more: 1 } },
        { ...agent, objectType: 'agent' },
        { ...agent, member: [agent] },
      ],
    ].map((actor) => ({ actor })),
  ],
  [
    'a group has at most one, and without one its members',
    [group, { objectType: 'Group', account }, { objectType: 'Group', account, member: [agent] }].map(
      (actor) => ({ actor }),
    ),
    [
      ...[{ objectType: 'Group' }, { ...group, account, mbox: agent.mbox }, { ...group, member: agent }],
      ...[
        { ...group, member: [group] },
        { ...group, member: [{ name: 'Ada' }] },
      ],
    ].map((actor) => ({ actor })),
  ],
  [
    'a verb has an IRI, and words by language',
    [
      { id: verb.id },
      { ...verb, display: { 'en-US': 'x', 'sr-Latn-RS': 'y', 'x-own': 'z' } },
      { ...verb, display: {} },
    ].map((of) => ({ verb: of })),
    [
      ...[{}, { display: verb.display }, { id: 'completed' }, { id: '' }, { ...verb, display: 'done' }],
      ...[
        { ...verb, display: { en_US: 'x' } },
        { ...verb, display: { en: null } },
        { ...verb, Display: {} },
      ],
    ].map((of) => ({ verb: of })),
  ],
  [
    'an object is an activity, an agent, a group, a reference or a statement inside',
    [activity, { id: activity.id }, agent, group, reference, sub].map((object) => ({ object })),
    [
      ...[
        {},
        { objectType: 'Activity' },
        { ...activity, id: 'safety' },
        { objectType: 'activity', id: activity.id },
      ],
      ...[
        { objectType: 'StatementRef', id: 'x' },
        { ...reference, more: 1 },
        { mbox: agent.mbox },
        'https://example.com',
        [],
      ],
    ].map((object) => ({ object })),
  ],
  [
    'a statement inside carries nothing a store gives, and holds no other',
    [
      sub,
      { ...sub, timestamp: whole.timestamp, result: { success: true }, context: { registration: uuid } },
    ].map((object) => ({ object })),
    [
      ...[
        { id: uuid },
        { stored: whole.timestamp },
        { version: '2.0.0' },
        { authority: agent },
        { object: sub },
      ],
      ...[{ actor: undefined }, { timestamp: '2026-03-01T09:00:00' }],
    ].map((more) => ({ object: { ...sub, ...more } })),
  ],
  [
    'what voids is a reference',
    [{ verb: voided, object: reference }],
    [activity, agent, sub].map((object) => ({ verb: voided, object })),
  ],
  [
    'a definition has texts by language, addresses, and an interaction that goes with its components',
    [
      { name: { en: 'x' }, type: 'https://example.com/t', moreInfo: 'https://example.com/m' },
      {
        interactionType: 'choice',
        choices: [{ id: 'a', description: { en: 'x' } }],
        correctResponsesPattern: ['a'],
      },
      { extensions: { 'https://example.com/x': { any: [null, 1] } } },
    ].map(definition),
    [
      ...[
        { name: 'x' },
        { type: 't' },
        { moreInfo: 'm' },
        { interactionType: 'Choice' },
        { choices: [{ id: 'a' }] },
      ],
      ...[
        { correctResponsesPattern: ['a'] },
        { interactionType: 'choice', choices: [{ description: {} }] },
        { more: 1 },
      ],
      ...[
        { extensions: { x: 1 } },
        { extensions: [] },
        { interactionType: 'choice', correctResponsesPattern: 'a' },
      ],
    ].map(definition),
  ],
  [
    'a score is scaled from -1 to 1, and raw between its ends',
    [{ scaled: -1 }, { scaled: 1, raw: 5, min: 0, max: 5 }, { raw: -3, min: -3 }, {}].map(score),
    [
      ...[{ scaled: 1.01 }, { scaled: -1.01 }, { scaled: '0.5' }, { raw: 6, max: 5 }, { raw: -1, min: 0 }],
      ...[{ min: 5, max: 5 }, { min: 6, max: 5 }, { scaled: null }, { percent: 50 }],
    ].map(score),
  ],
  [
    'a result has truths, a text and a duration',
    [
      { success: false, completion: true, response: '', duration: 'P1Y2M3DT4H5M6.78S' },
      ...['P4W', 'PT0.5S', 'P0D', 'PT16559.14S'].map((duration) => ({ duration })),
      { extensions: { 'https://example.com/x': null } },
    ].map(result),
    [
      ...[{ success: 'true' }, { completion: 1 }, { response: 7 }, { result: {} }, { success: null }],
      ...['1H', 'PT', 'P1H', 'PT1.5H2M', 'P4W1D', '', 'pt1h'].map((duration) => ({ duration })),
    ].map(result),
  ],
  [
    'a context has ids, languages and people as they are',
    [
      { registration: uuid, instructor: group, team: group, language: 'zh-Hans', statement: reference },
      { contextActivities: { parent: activity, grouping: [activity], category: [], other: [activity] } },
      { revision: '2', platform: 'LMS', extensions: {} },
    ].map((context) => ({ context })),
    [
      ...[
        { registration: 'x' },
        { registration: uuid.slice(1) },
        { instructor: {} },
        { team: agent },
        { language: 'en_US' },
      ],
      ...[{ statement: { id: uuid } }, { statement: sub }, { contextActivities: [activity] }, { more: 1 }],
      ...[
        { contextActivities: { parent: [reference] } },
        { contextActivities: { sibling: [activity] } },
        { platform: 1 },
      ],
    ].map((context) => ({ context })),
  ],
  [
    'a revision and a platform are of an activity',
    [{ context: { platform: 'LMS' } }],
    [agent, group, reference].flatMap((object) => [
      { object, context: { platform: 'LMS' } },
      { object, context: { revision: '2' } },
      { object: { ...sub, object, context: { platform: 'LMS' } } },
    ]),
  ],
  [
    'agents of the context have their type, one agent, and types that are there',
    [
      contextAgents({}),
      contextAgents({ relevantTypes: ['https://example.com/instructor'] }),
      { context: { contextAgents: [] } },
    ],
    [
      ...[
        { objectType: 'Agent' },
        { objectType: undefined },
        { agent: undefined },
        { agent: {} },
        { agent: group },
        { relevantTypes: [] },
      ],
      ...[
        { relevantTypes: ['x'] },
        { relevantTypes: 'https://example.com/x' },
        { relevantTypes: null },
        { group },
      ],
    ].map(contextAgents),
  ],
  [
    'and groups of the context likewise',
    [
      contextGroups({}),
      contextGroups({ relevantTypes: ['https://example.com/team'] }),
      { object: { ...sub, ...contextGroups({}) } },
    ],
    [
      ...[
        { objectType: 'Group' },
        { objectType: undefined },
        { group: undefined },
        { group: agent },
        { group: { objectType: 'Group' } },
      ],
      ...[{ relevantTypes: [] }, { relevantTypes: ['x'] }, { agent }],
    ].map(contextGroups),
  ],
  [
    'an attachment is described, and a signature is sent as bytes',
    [
      attached,
      { ...attached, fileUrl: 'https://example.com/f', description: { en: 'x' } },
      { ...signed, contentType: 'application/octet-stream' },
    ].map((one) => ({ attachments: [one] })),
    [
      ...['usageType', 'display', 'contentType', 'length', 'sha2'].map((missing) => ({
        ...attached,
        [missing]: undefined,
      })),
      ...[
        { ...attached, length: 1.5 },
        { ...attached, length: '3' },
        { ...attached, contentType: 'text' },
        { ...attached, fileUrl: 'f' },
      ],
      ...[{ ...attached, sha2: 'x' }, { ...attached, more: 1 }, signed],
    ].map((one) => ({ attachments: [one] })),
  ],
  [
    'a time is of RFC 3339, with a zone',
    [
      '2026-03-01T09:00:00Z',
      '2026-03-01 09:00:00.5+00:00',
      '2016-12-31T23:59:60Z',
      '2026-03-01t09:00:00z',
      '2026-03-01T09:00:00-08:00',
    ].map((timestamp) => ({ timestamp })),
    [
      ...[
        '2026-03-01T09:00:00',
        '2026-03-01',
        '2026-02-30T09:00:00Z',
        '2026-03-01T24:00:00Z',
        '2026-03-01T09:60:00Z',
      ],
      ...[
        '2026-03-01T09:00:00-00:00',
        '2026-03-01T09:00:00-0000',
        '2026-03-01T09:00:00-00',
        '2026-13-01T09:00:00Z',
        '',
        1,
      ],
    ].map((timestamp) => ({ timestamp })),
  ],
  [
    'an id is a UUID, in any case',
    [uuid, uuid.toUpperCase(), '0190f0a1-7c3e-7abc-8123-12345678901f'].map((id) => ({ id })),
    ['x', `${uuid}0`, uuid.replaceAll('-', ''), `{${uuid}}`, uuid.replace('1', 'g'), '', 7].map((id) => ({
      id,
    })),
  ],
  [
    'a version is 1.0.x or 2.0.x',
    ['2.0.0', '2.0.17', '1.0.3', '1.0.0', '1.0'].map((version) => ({ version })),
    ['2.1.0', '3.0.0', '0.95', '1.1.0', 'v2.0.0', '', 2].map((version) => ({ version })),
  ],
  [
    'there is nothing beside, nothing is null, and keys have their case',
    [
      { authority: agent },
      { stored: whole.timestamp },
      { authority: { objectType: 'Group', member: [agent, { account }] } },
    ],
    [
      ...[
        { more: 1 },
        { Actor: agent },
        { result: null },
        { context: null },
        { object: null },
        { verb: null },
      ],
      ...[
        { attachments: {} },
        { authority: group },
        { stored: 'now' },
        { actor: undefined },
        { verb: undefined },
      ],
    ],
  ],
])('%s', (_, accepted, refused) => {
  test.each(accepted.map((more) => [JSON.stringify(more), more]))('accepted: %s', (_, more) => {
    expect(xapiIssues({ ...whole, ...more })).toEqual([])
  })
  test.each(refused.map((more) => [JSON.stringify(more), more]))('refused: %s', (_, more) => {
    expect(xapiIssues({ ...whole, ...more })).not.toEqual([])
  })
})

describe('the verbs of cmi5', () => {
  const read = (name: string, result: object = {}) => {
    const id = ['satisfied', 'waived', 'abandoned'].includes(name)
      ? `https://w3id.org/xapi/adl/verbs/${name}`
      : `http://adlnet.gov/expapi/verbs/${name}`
    const one = fromXapi(
      { ...whole, verb: { id }, result },
      {
        learnerIdOf: () => 'ada',
        activityOf: () => ({ kind: 'module', offeringId: 'o-1', module: 'unit-2' }),
        receivedAt: '2026-03-01T01:00:00.000Z',
      },
    )
    return one.status === 'ignored'
      ? one.because
      : one.status === 'command'
        ? one.command.data.at
        : one.status
  }
  const at = '2026-03-01T01:00:00.601Z'
  test.each([
    ['satisfied', {}, at],
    ['satisfied', { success: false }, 'contradictory'],
    ['waived', { success: true }, at],
    ['waived', { success: false }, 'contradictory'],
    ['passed', { success: false }, 'contradictory'],
    ['failed', { success: true }, 'contradictory'],
    ['failed', { success: false }, 'notDone'],
    ['abandoned', {}, 'notDone'],
    ['completed', { completion: false }, 'notDone'],
    ['completed', { success: false, completion: true }, at],
  ] as const)('%s with %j: %s', (name, result, outcome) => {
    expect(read(name, result)).toBe(outcome)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { xapiIssues } from 'training-ops/interop'
import { describe, expect, it, test } from 'vitest'

const folder = process.env.TRAINING_OPS_DATA ?? ''
const suite = test.skipIf(folder === '')
const unset = folder === '' ? ' (skipped: TRAINING_OPS_DATA is not set)' : ''

const statement = {
  actor: { mbox: 'mailto:ada@example.com' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'zh-CN': '完成了' } },
  object: { id: 'https://example.com/courses/safety' },
}
const codesOf = (value: unknown) => xapiIssues(value).map(({ path, code }) => `${path.join('.')} ${code}`)

describe(`the conformance suite of xAPI 1.0.3${unset}`, () => {
  suite('is answered as ADL answers it, statement by statement', () => {
    const lines = readFileSync(join(folder, 'xapi-1.0.3/xapi_1_0_3.jsonl'), 'utf8').trim().split('\n')
    const cases = lines.map(
      (line) => JSON.parse(line) as { test: string; expect: number[]; statement: unknown },
    )
    const wrong = cases.filter(
      ({ expect, statement }) => (xapiIssues(statement).length === 0) !== expect.includes(200),
    )
    expect(cases).toHaveLength(950)
    expect(wrong.map(({ test }) => test)).toEqual([])
  })
})

describe('an xAPI statement', () => {
  it('says where it is wrong, and how', () => {
    expect(codesOf(statement)).toEqual([])
    expect(codesOf({ ...statement, actor: {} })).toEqual(['actor.mbox RuleBroken'])
    expect(codesOf({ ...statement, verb: { id: 'completed' } })).toEqual(['verb.id BadFormat'])
    expect(codesOf({ ...statement, object: undefined })).toEqual(['object MissingKey'])
    expect(codesOf({ ...statement, result: { score: { scaled: 2 } } })).toEqual([
      'result.score.scaled NotAllowed',
    ])
    expect(codesOf({ ...statement, result: { score: { raw: 11, max: 10 } } })).toEqual([
      'result.score.raw RuleBroken',
    ])
    expect(codesOf({ ...statement, Result: {} })).toEqual([' UnknownKey'])
  })

  it('may bear an id of any version of UUID (RFC 9562)', () => {
    for (const version of [1, 4, 5, 7])
      expect(codesOf({ ...statement, id: `0190f0a1-7c3e-${version}abc-8123-123456789012` })).toEqual([])
    expect(codesOf({ ...statement, id: '0190f0a1-7c3e-0abc-8123-123456789012' })).toEqual(['id BadFormat'])
  })

  it('may say its time without a zone, and never on a day there is not', () => {
    expect(codesOf({ ...statement, timestamp: '2026-02-28T09:00:00' })).toEqual([])
    expect(codesOf({ ...statement, timestamp: '2026-02-29T09:00:00Z' })).toEqual(['timestamp BadFormat'])
    expect(codesOf({ ...statement, timestamp: '2028-02-29T09:00:00+08:00' })).toEqual([])
  })

  it('takes a duration with a fraction only in its last part', () => {
    const lasting = (duration: string) => codesOf({ ...statement, result: { duration } })
    expect(['PT1H30M', 'P4W', 'PT0.5S', 'P1.5D'].flatMap(lasting)).toEqual([])
    for (const wrong of ['P', 'PT', '1h', 'PT1.5H30M', 'P1D1W', 'PT30'])
      expect(lasting(wrong), wrong).toEqual(['result.duration BadFormat'])
  })

  it('may be anything at all: nothing is thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(xapiIssues(value).length).toBeGreaterThan(0)
        xapiIssues({ ...statement, result: value, context: value, object: value, attachments: [value] })
      }),
    )
  })

  it('finds an issue in every rule-breaking neighbour of a good one', () => {
    const broken = fc.constantFrom<object>(
      { timestamp: 'soon' },
      { id: 'no-uuid' },
      { version: '3.0.0' },
      { context: { registration: 'x' } },
      { context: { language: 'en_US' } },
      { context: { team: { objectType: 'Agent', mbox: 'mailto:a@b' } } },
      { object: { objectType: 'SubStatement', ...statement, id: '0b1c1f6a-2d43-4a5e-9d0b-0f8f0d6c1a11' } },
      { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } },
      { attachments: [{}] },
      { authority: { objectType: 'Group', member: [statement.actor] } },
      {
        object: { objectType: 'Agent', mbox: 'mailto:a@b' },
        context: { platform: 'LMS' },
      },
    )
    fc.assert(fc.property(broken, (part) => xapiIssues({ ...statement, ...part }).length > 0))
  })
})

describe('an xAPI 2.0 statement', () => {
  it('holds its version for the statement inside it too', () => {
    const inside = (more: object, version: string) =>
      codesOf({ ...statement, version, object: { objectType: 'SubStatement', ...statement, ...more } })
    const contextAgents = [
      { objectType: 'contextAgent', agent: { objectType: 'Agent', mbox: 'mailto:t@example.com' } },
    ]
    expect(inside({ timestamp: '2026-03-02T09:30:00' }, '2.0.0')).toEqual(['timestamp RuleBroken'])
    expect(inside({ timestamp: '2026-03-02T09:30:00' }, '1.0.3')).toEqual([])
    expect(inside({ context: { contextAgents } }, '1.0.3')).toEqual(['context RuleBroken'])
    expect(inside({ context: { contextAgents } }, '2.0.0')).toEqual([])
  })
  const two = { ...statement, version: '2.0.0' }
  const agent = { objectType: 'Agent', mbox: 'mailto:t@example.com' }
  const group = { objectType: 'Group', mbox: 'mailto:t@example.com' }
  const types = ['https://example.com/types/instructor']
  const withContext = (context: object, more: object = two) => codesOf({ ...more, context })
  it('names agents and groups beside the actor', () => {
    const contextAgents = [{ objectType: 'contextAgent', agent, relevantTypes: types }]
    const contextGroups = [{ objectType: 'contextGroup', group }]
    expect(withContext({ contextAgents, contextGroups })).toEqual([])
    expect(withContext({ contextAgents }, statement)).toEqual([])
    expect(withContext({ contextAgents }, { ...statement, version: '1.0.3' })).toEqual(['context RuleBroken'])
  })
  it.each([
    [
      'another type',
      { contextAgents: [{ objectType: 'Agent', agent }] },
      'context.contextAgents.0.objectType NotAllowed',
    ],
    [
      'no agent',
      { contextAgents: [{ objectType: 'contextAgent', agent: { key: 'x' } }] },
      'context.contextAgents.0.agent UnknownKey',
    ],
    [
      'no types in their list',
      { contextAgents: [{ objectType: 'contextAgent', agent, relevantTypes: [] }] },
      'context.contextAgents.0.relevantTypes TooSmall',
    ],
    [
      'a type that is no IRI',
      { contextGroups: [{ objectType: 'contextGroup', group, relevantTypes: ['abc'] }] },
      'context.contextGroups.0.relevantTypes.0 BadFormat',
    ],
    [
      'an agent as a group',
      { contextGroups: [{ objectType: 'contextGroup', group: agent }] },
      'context.contextGroups.0.group.objectType NotAllowed',
    ],
  ])('is told where it has %s', (_what, context, code) => {
    expect(withContext(context)).toEqual([code])
  })
  it('says its time with a zone', () => {
    expect(codesOf({ ...two, timestamp: '2026-03-01 09:00:00.601+00:00' })).toEqual([])
    expect(codesOf({ ...two, timestamp: '2026-03-01T09:00:00' })).toEqual(['timestamp RuleBroken'])
    expect(codesOf({ ...two, version: '3.0.0' })).toEqual(['version BadFormat'])
  })
})

it('may be a proxy or hold a getter: nothing is thrown', () => {
  const trap = () => {
    throw new Error('trap')
  }
  const hostile = [
    new Proxy({}, { ownKeys: trap }),
    {
      get actor() {
        return trap()
      },
    },
    [new Proxy([], { get: trap })],
  ]
  for (const value of hostile)
    expect(xapiIssues(value)).toMatchObject([{ code: 'WrongType', expected: 'JSON' }])
  let deep: unknown = 'x'
  for (let level = 0; level < 10_000; level++) deep = [deep]
  expect(xapiIssues(deep)).toMatchObject([{ code: 'TooDeep' }])
  expect(xapiIssues({ ...statement, result: { response: { length: 1e9 } } })).toMatchObject([
    { code: 'WrongType' },
  ])
})

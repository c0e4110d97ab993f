/** Whatever somebody can write in their own words is personal or public, said where its type is declared. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import {
  type AnyProjection,
  assemble,
  type DomainEvent,
  fold,
  isAccepted,
  lifecycle,
  type Module,
  redacted,
  resourceEvents,
  textMarkOf,
} from 'training-ops'
import { arbitraryOf, type Overrides } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { declared as declaredIn, pathsOf } from './declarations/page.ts'

const modules: readonly Module[] = lifecycle
const sentence = 'Ada Lovelace was often ill, says her manager'

// biome-ignore lint/suspicious/noExplicitAny: the inside of a zod schema differs by its type
type Inside = any
/** Every string in which a sentence fits, by its path. */
const freeTextsIn = (schema: Inside, path: string): readonly (readonly [string, Inside])[] => {
  const { innerType, shape, element, options, valueType, catchall, type } = schema._zod.def
  if (type === 'string') return schema.safeParse(sentence).success ? [[path, schema]] : []
  return [
    ...(innerType === undefined ? [] : freeTextsIn(innerType, path)),
    ...Object.entries(shape ?? {}).flatMap(([name, one]) => freeTextsIn(one, `${path}.${name}`)),
    ...(element === undefined ? [] : freeTextsIn(element, `${path}[]`)),
    ...(options ?? []).flatMap((one: Inside) => freeTextsIn(one, path)),
    ...(valueType === undefined ? [] : freeTextsIn(valueType, `${path}.*`)),
    ...(catchall === undefined ? [] : freeTextsIn(catchall, `${path}.*`)),
  ]
}

const declared = modules.flatMap(({ decisions, events }) => [
  ...Object.entries(events.declarations).map(([type, { schema }]) => ({ type, schema })),
  ...decisions.map(({ command }) => command),
])
const texts = declared.flatMap(({ type, schema }) => freeTextsIn(schema, type))

/** The paths at which two states differ. */
const differences = (one: Inside, other: Inside, path = ''): readonly string[] =>
  one !== null && other !== null && typeof one === 'object' && typeof other === 'object'
    ? Object.keys({ ...one, ...other }).flatMap((key) => differences(one[key], other[key], `${path}.${key}`))
    : Object.is(one, other)
      ? []
      : [path]

/** All of them about one subject, so that each event meets the state that others left. */
const ofOneSubject = (value: unknown, field = ''): unknown =>
  typeof value === 'string'
    ? /(Ids?|By)$/.test(field)
      ? 'one'
      : value
    : Array.isArray(value)
      ? value.map((item) => ofOneSubject(item, field))
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, ofOneSubject(item, name)]))
        : value

describe('free text', () => {
  test('is marked as personal or public, in every event and command', () => {
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter(([, schema]) => textMarkOf(schema) === undefined).map(([path]) => path)).toEqual([])
  })
  test('that is a reason, a note, a statement or a trainer’s name is personal', () => {
    const publicOnes = texts.filter(([, schema]) => textMarkOf(schema) === 'public').map(([path]) => path)
    expect(
      publicOnes.filter((path) => !/title|description|scope|materials|reward|figures|variant/.test(path)),
    ).toEqual([])
  })
  test('that is personal is gone after the event was redacted, and the event can be read', () => {
    const telling: Overrides = (_, schema) =>
      textMarkOf(schema) === 'personal' ? fc.constant('Ada Lovelace') : undefined
    for (const { events } of modules)
      for (const [type, { schema }] of Object.entries(events.declarations))
        fc.assert(
          fc.property(arbitraryOf(schema as never, telling), (data) => {
            const after = redacted(events, { type, data } as DomainEvent<string, object>)
            expect(schema.safeParse(after.data).success).toBe(true)
            expect(JSON.stringify(after.data)).not.toContain('Ada Lovelace')
          }),
          { numRuns: 5, seed: 7 },
        )
  })
  test('is not told by what makes two commands the same: another reason is the same command', () => {
    const system = assemble(lifecycle, {}, { trusted: true })
    const at = '2026-03-01T01:00:00.000Z'
    const asked = (reason: string) => ({
      type: 'SuspendResource' as const,
      data: { at, resourceId: 'r', reason },
      metadata: { commandId: 'c' },
    })
    const given = { at, resourceId: 'r', kind: 'venue', title: 'Hall', bufferMinutes: 0 }
    const registered = resourceEvents.make.ResourceRegistered({ ...given, kind: 'venue' })
    const once = system.decide(asked('fire'), [registered])
    const suspended = isAccepted(once) ? once.right : []
    const again = system.decide(asked('flood'), [registered, ...suspended])
    expect(again).toMatchObject({ _tag: 'Right', right: [], resent: true })
  })
  test('that is personal is nothing a decision or a policy knows, but for what they pass on', () => {
    const events = readFileSync('test/house/golden-log.jsonl', 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as DomainEvent<string, object>)
      .map(({ type, data }) => ({ type, data: ofOneSubject(data) as object }))
    const all = modules.map(({ events }) => events.declarations)
    const without = (event: (typeof events)[number]) =>
      redacted({ declarations: Object.assign({}, ...all) }, event)
    const known = modules
      .flatMap((one) => [...one.decisions, ...one.policies])
      .flatMap(({ reads }) =>
        Object.values(reads).map((read) => ('projection' in read ? read.projection : read) as AnyProjection),
      )
    const told = [...new Set(known)].flatMap((projection) => {
      const its = events.filter(({ type }) => Object.hasOwn(projection.on, type))
      return [its, its.toReversed()].flatMap((list) =>
        [1, 2, 3, 4].flatMap((quarter) => {
          const some = list.slice(0, Math.ceil((list.length * quarter) / 4))
          const erased = some.map(without)
          return differences(fold(projection, some), fold(projection, erased)).map(
            (path) => `${projection.name}${path}`,
          )
        }),
      )
    })
    expect([...new Set(told)].sort()).toEqual([
      // goes with a request that is moved to another class
      'enrolment.asked.expectations',
      // becomes the reason of a course's revision and the aim of a trainer's development
      'study.improvements.one.action',
    ])
  })
})

test('docs/personal-data.md is the map of personal text (`npx vitest run test/house/free-text.test.ts -u` writes it)', async () => {
  const isPerson = (field: string) =>
    /^(learner|trainer|respondent|claimant|payee|mentor|coach|person|employee)Ids?$|By$/.test(field)
  const rooms = modules.map(({ name, events }) => {
    const rows = Object.entries(events.declarations).flatMap(([type, { schema }]) => {
      const texts = freeTextsIn(schema, type).filter(([, one]) => textMarkOf(one) === 'personal')
      if (texts.length === 0) return []
      const people = Object.keys((schema as Inside).shape).filter(isPerson)
      const meanings = new Map(
        pathsOf(declaredIn.events.get(type) as never).map(([path, one]) => [path, one.meaning]),
      )
      return texts.map(([path]) => {
        const field = path.slice(type.length + 1)
        const meaning = meanings.get(field.replaceAll('[]', '')) ?? ''
        return `| \`${type}\` | \`${field}\` | ${meaning.replaceAll('|', '\\|')} | ${people.map((one) => `\`${one}\``).join(', ')} |`
      })
    })
    return rows.length === 0
      ? ''
      : [
          `## ${name}`,
          '',
          '| event | field | what it is for | people named beside it |',
          '|---|---|---|---|',
          ...rows,
          '',
        ].join('\n')
  })
  const intro = [
    '# Personal text in the log (个人数据)',
    '',
    'Written by `npx vitest run test/house/free-text.test.ts -u` from the declarations. Every text that somebody writes in their own words is',
    'declared personal or public; these are the personal ones. Each is kept as long as the log, until `redacted` writes another text',
    'over it, field by field, when a person is to be forgotten or when your retention ends. Ids of people stay: they are pseudonyms, and your',
    'directory knows whose they are.',
    '',
  ].join('\n')
  await expect([intro, ...rooms.filter((room) => room !== '')].join('\n')).toMatchFileSnapshot(
    '../../docs/personal-data.md',
  )
})

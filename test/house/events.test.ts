/** docs/commands.md and docs/events.md are what the declarations say; and every field says what it means. */
import { chineseFieldMeanings, fieldMeanings, type JsonSchema, jsonSchemas } from 'training-ops/interop'
import { en, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import {
  declared,
  meaningsTable,
  pathsOf,
  permitsOf,
  rooms,
  tablesOf,
  training,
} from './declarations/page.ts'

const written = 'Written by `npx vitest run test/house/events.test.ts -u` from the declarations of each room.'

const page = (
  kind: 'commands' | 'events',
  intro: readonly string[],
  entry: (type: string, room: (typeof rooms)[number]) => readonly string[],
  marks: (type: string, room: (typeof rooms)[number]) => (field: string) => string = () => () => '',
): string => {
  const tables = tablesOf(kind)
  const parts = rooms.map((room) =>
    [
      `## ${room.name}`,
      '',
      ...room[kind].flatMap((type) => [
        `### ${type}`,
        '',
        ...entry(type, room),
        '',
        tables.of(type, marks(type, room)),
        '',
      ]),
    ].join('\n'),
  )
  return [
    ...intro,
    '',
    ...parts,
    '## Shapes',
    '',
    'Objects that come in several places.',
    '',
    tables.shapes,
  ].join('\n')
}

const valuesInWords = [
  'In the tables `?` marks a field that may be left out. An *id* is 1 to 128 characters without spaces; an *instant* is UTC with',
  'milliseconds (`2026-03-01T09:00:00.000Z`); a *day* is `2026-03-01`; a *time zone* is an IANA name (`Asia/Shanghai`); a',
  '*currency* is an ISO 4217 code (`CNY`). A path with a dot is a field inside an object, or inside each object of a list. Of an object that',
  'comes in variants, `of` names the variants that have the field: the others leave it out.',
]

test('docs/commands.md is what may be asked (`npx vitest run test/house/events.test.ts -u` writes it)', async () => {
  const intro = [
    '# Commands (命令目录)',
    '',
    `${written} A command is`,
    '`{ type, data, metadata: { commandId, … } }`: a request that is accepted or rejected.',
    ...valuesInWords,
    'The events and rejections of each command are in the README of its room under `src/`; the same as JSON Schema: `jsonSchemas`',
    'of `training-ops/interop`.',
  ]
  const words = (type: string, language: Readonly<Record<string, string>>) =>
    language[`command.${type}`] ?? ''
  await expect(
    page('commands', intro, (type) => [
      `${words(type, en.words as never)} (${words(type, zhCN.words as never)}). Asked by: ${permitsOf(type)}.`,
    ]),
  ).toMatchFileSnapshot('../../docs/commands.md')
})

test('docs/events.md is what can have happened (`npx vitest run test/house/events.test.ts -u` writes it)', async () => {
  const intro = [
    '# Events (事件目录)',
    '',
    `${written} An event is`,
    '`{ type, data, metadata }`, JSON and nothing else. Its names are for ever.',
    ...valuesInWords,
    'A field marked *tag* tags the event (`offeringId` as `offering:o-1`), so that a store finds it. A field marked *personal*',
    'holds text about people, which a host redacts when a person is to be forgotten.',
  ]
  await expect(
    page(
      'events',
      intro,
      (type, { declarations }) => {
        const { version = 1 } = declarations[type] ?? {}
        return [`${declared.events.get(type)?.meaning ?? ''}${version > 1 ? ` Version ${version}.` : ''}`]
      },
      (type, { declarations }) =>
        (field) =>
          [
            /Ids?$/.test(field) || declarations[type]?.taggedBy.includes(field) ? ' *tag*' : '',
            declarations[type]?.personal.includes(field) ? ' *personal*' : '',
          ].join(''),
    ),
  ).toMatchFileSnapshot('../../docs/events.md')
})

test('a field that only some variants have may be left out, and its row says which have it', () => {
  const { of } = tablesOf('commands')
  expect(of('PublishInstrumentVersion', () => '')).toContain(
    '| `items.options`? | list of id, 2 to 200, of `kind` `choice` `choices` `ranking` |',
  )
  expect(of('PublishInstrumentVersion', () => '')).toContain('| `items.itemId` | id |')
})

test('the meanings in JSON Schema are those of the declarations', async () => {
  await expect(meaningsTable()).toMatchFileSnapshot('../../src/interop/field-meanings.ts')
})

test('every meaning is told in Chinese, with the same codes, and nothing else is', () => {
  const sentences = [
    fieldMeanings.everywhere,
    ...Object.values(fieldMeanings.inRoom),
    ...Object.values(fieldMeanings.ofType),
  ].flatMap((meanings) => Object.values(meanings))
  expect(Object.keys(chineseFieldMeanings).sort()).toEqual([...new Set(sentences)].sort())
  const codesIn = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(String).sort()
  for (const [english, chinese] of Object.entries(chineseFieldMeanings)) {
    expect([english, codesIn(chinese)]).toEqual([english, codesIn(english)])
    expect(chinese).toMatch(/\p{Script=Han}/u)
  }
})

test('every field of the library has a description in its JSON Schema', () => {
  const { commands, events } = jsonSchemas(training, fieldMeanings)
  const silent = Object.entries({ ...commands, ...events }).flatMap(([type, schema]) => {
    const { data } = schema.properties as Readonly<Record<string, JsonSchema>>
    return Object.entries((data?.properties ?? {}) as Readonly<Record<string, JsonSchema>>)
      .filter(([, field]) => !isSentence(field.description as string | undefined))
      .map(([field]) => `${type}.${field}`)
  })
  expect(silent).toEqual([])
})

const isSentence = (text: string | undefined): boolean => text !== undefined && /^[A-Z`Σ].*[.…]$/s.test(text)

test('every event says what happened', () => {
  const types = rooms.flatMap(({ events }) => events)
  expect(types.filter((type) => !isSentence(declared.events.get(type)?.meaning))).toEqual([])
})

describe.each(['commands', 'events'] as const)('every field of the %s', (kind) => {
  const all = rooms.flatMap((room) => room[kind]).map((type) => ({ type, is: declared[kind].get(type) }))

  test('says what it means, in a sentence', () => {
    const silent = all.flatMap(({ type, is }) =>
      is === undefined
        ? [`${type} is declared in no file of commands or events`]
        : pathsOf(is)
            .filter(([, { meaning }]) => !isSentence(meaning))
            .map(([path, { place, meaning }]) => `${place} ${type}.${path}: ${meaning ?? 'nothing'}`),
    )
    expect(silent).toEqual([])
  })

  test('is found where it is declared, inside objects too', () => {
    const tables = tablesOf(kind)
    const lost = all.flatMap(({ type }) =>
      tables
        .of(type)
        .split('\n')
        .filter((line) => line.endsWith('|  |'))
        .map((line) => `${type}: ${line}`),
    )
    expect([...lost, ...tables.shapes.split('\n').filter((line) => line.endsWith('|  |'))]).toEqual([])
  })
})

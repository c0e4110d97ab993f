/** docs/events.md is what the declarations say: every event, what it says, its fields, by what it is found, what is personal. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { lifecycle, type Module } from 'training-ops'
import { expect, test } from 'vitest'

const modules: readonly Module[] = lifecycle

/** The docstring before each event's declaration. */
const sentences = new Map(
  globSync('src/*/{events,events/*}.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+(\w+): event\(/g)].map(
      ([, comment = '', type = '']) =>
        [
          type,
          comment
            .replace(/\n\s*\* ?/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        ] as const,
    ),
  ),
)

test('docs/events.md is the catalogue (`npx vitest run test/house/events.test.ts -u` writes it)', async () => {
  const rooms = modules.map(({ name, events }) => {
    const rows = Object.entries(events.declarations).map(
      ([type, { schema, version, taggedBy, personal }]) => {
        const fields = Object.entries(schema.shape).map(([field, { _zod }]) => {
          const tags = /Ids?$/.test(field) || taggedBy.includes(field)
          const shown = `${field}${_zod.optin === 'optional' ? '?' : ''}`
          return `${tags ? `**${shown}**` : shown}${personal.includes(field) ? ' (p)' : ''}`
        })
        return `| \`${type}\`${version > 1 ? ` (version ${version})` : ''} | ${sentences.get(type) ?? ''} | ${fields.join(', ')} |`
      },
    )
    return [`## ${name}`, '', '| event | what happened | fields |', '|---|---|---|', ...rows, ''].join('\n')
  })
  const intro = [
    '# What can have happened (事件目录)',
    '',
    'Written by `npx vitest run test/house/events.test.ts -u` from the declarations of each room. An event is',
    '`{ type, data, metadata }`, JSON and nothing else; its names are for ever. A field in **bold** tags the event',
    '(`offeringId` as `offering:o-1`), so that a store finds it; `?` may be absent; (p) is free text about people, which a host',
    'redacts when a person is to be forgotten. The types of all fields as JSON Schema: `jsonSchemas` of',
    '`training-ops/interop`. What leads to an event, and what follows it, is in the README of its room under `src/`.',
    '',
  ].join('\n')
  await expect([intro, ...rooms].join('\n')).toMatchFileSnapshot('../../docs/events.md')
})

test('every event says what happened', () => {
  const types = modules.flatMap(({ events }) => Object.keys(events.declarations))
  expect(types.filter((type) => !/^[A-Z].*\.$/.test(sentences.get(type) ?? ''))).toEqual([])
})

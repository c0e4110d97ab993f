/** The JSON Schemas a host is given say of a message what the library itself says of it. */
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { assemble, isRight, lifecycle, type Module, statistics } from 'training-ops'
import { jsonSchemas } from 'training-ops/interop'
import { arbitraryOf } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const modules = [...lifecycle, statistics] as const
const training = assemble(modules, {}, { trusted: true })
const { commands, events } = jsonSchemas(training)
const ajv = new Ajv({ strict: true, strictTypes: false, keywords: ['version'] })
const fitting = (schema: unknown) => ajv.compile(schema as object)

type Stored = { readonly type: string; readonly data: object }
const log = readFileSync('test/house/golden-log.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Stored)
const decisions = (modules as readonly Module[]).flatMap(({ decisions }) => decisions)

test('every command and event has one', () => {
  expect(Object.keys(commands)).toEqual(decisions.map(({ command }) => command.type))
  expect(new Set(Object.keys(events))).toEqual(new Set(log.map(({ type }) => type)))
})

/** Where a schema takes any number whatever. */
const unboundedIn = (schema: unknown, path = ''): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema as Record<string, unknown>
  const isBounded =
    'const' in schema || [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum].every(Number.isFinite)
  return [
    ...((type === 'number' || type === 'integer') && !isBounded ? [path] : []),
    ...Object.entries(schema).flatMap(([key, part]) => unboundedIn(part, `${path}/${key}`)),
  ]
}

test('every number has bounds, but for those of figures that were computed', () => {
  const unbounded = Object.entries({ ...commands, ...events }).flatMap(([type, schema]) =>
    unboundedIn(schema).map((path) => `${type}${path}`),
  )
  expect(unbounded.filter((path) => !path.includes('/figures/items/'))).toEqual([])
  expect(unboundedIn({ properties: { value: { type: 'number', minimum: 0 } } })).toEqual([
    '/properties/value',
  ])
})

describe.each(Object.entries(events))('the schema of %s', (type, schema) => {
  test('takes what is stored, and nothing beside it', () => {
    const fits = fitting(schema)
    for (const stored of log.filter((one) => one.type === type)) {
      expect(fits(stored) ? [] : fits.errors).toEqual([])
      expect(fits({ ...stored, data: { ...stored.data, foreign: 1 } })).toBe(false)
      expect(fits({ ...stored, type: 'Another' })).toBe(false)
    }
  })
})

describe.each(decisions.map(({ command }) => [command.type as string, command.schema] as const))(
  'the schema of %s',
  (type, schema) => {
    test('takes what is received, and refuses what is wrong in type or in a field', () => {
      const fits = fitting(commands[type])
      for (const data of fc.sample(arbitraryOf(schema), { numRuns: 3, seed: 1 }) as object[]) {
        const command = {
          type,
          data,
          metadata: { commandId: 'c-1', actor: { id: 'ada', role: 'operations' } },
        }
        expect(isRight(training.receive(command))).toBe(true)
        expect(fits(command) ? [] : fits.errors).toEqual([])
        const wrong = [
          { ...command, metadata: {} },
          { ...command, data: { ...data, foreign: 1 } },
          { ...command, data: { ...data, at: 'yesterday' } },
          { ...command, foreign: 1 },
        ]
        for (const one of wrong) {
          expect(isRight(training.receive(one))).toBe(false)
          expect(fits(one)).toBe(false)
        }
      }
    })
  },
)

/**
 * What the door says of itself. In a file of its own: a validator of all these schemas keeps the process busy for seconds, and the
 * door in it, which gives a connection ten seconds to ask, cut off whoever asked next (408).
 */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, onTestFinished, test } from 'vitest'
import { training } from '../training.ts'
import { anOffering, get, inFolder, run } from './a-service.ts'

test('what may be asked is told as OpenAPI 3.1: every command, and no reference leads nowhere', async () => {
  const place = await inFolder()
  const database = await place.open()
  const running = await run(database)
  onTestFinished(async () => {
    await running.stop()
    await database.close()
    await place.drop()
  })
  const learner = { 'x-actor-id': 'eve', 'x-actor-role': 'learner', authorization: '' }
  const { body } = await get(running.at, '/openapi.json', learner)
  const text = JSON.stringify(body)
  const references = new Set([...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, to = '']) => to))
  const at = (path: string) =>
    path
      .split('/')
      .slice(1)
      .reduce<unknown>((of, key) => (of as Record<string, unknown> | undefined)?.[key], body)
  expect([...references].filter((to) => at(to) === undefined)).toEqual([])
  const types = Object.keys(training.permissions)
  expect(types.length).toBeGreaterThan(100)
  expect(types.filter((type) => !references.has(`/components/schemas/${type}`))).toEqual([])
  const isOpenApi = async (document: Record<string, unknown>) =>
    (await new Validator().validate(document)).valid
  expect(await isOpenApi(structuredClone(body))).toBe(true)
  expect(await isOpenApi({ ...structuredClone(body), security: 'none' })).toBe(false)
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: true, validateFormats: false })
  ajv.addSchema(body, 'api')
  const isCommand = ajv.compile({
    $ref: 'api#/paths/~1commands/post/requestBody/content/application~1json/schema',
  })
  const { metadata: _, ...command } = anOffering('o-9', 2)
  expect(isCommand(command)).toBe(true)
  expect(isCommand({ ...command, metadata: { actor: { id: 'eve', role: 'operations' } } })).toBe(false)
})

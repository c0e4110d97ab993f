/** The form of a command: its JSON Schema, and for each field that holds an id the ids the log knows. */
import { chineseFieldMeanings, fieldMeanings, jsonSchemas, translatedMeanings } from 'training-ops/interop'
import { training } from '../../a-year-of-training/training.ts'
import { knownBy } from './ask.ts'
import { inWords } from './language.ts'
import type { CommandForm, FieldSchema, LogEvent, Moment, Requests, Tongue } from './protocol.ts'

const schemas: Partial<Record<Tongue, ReturnType<typeof jsonSchemas>>> = {}
const meaningsIn = (tongue: Tongue) =>
  tongue === 'en' ? fieldMeanings : translatedMeanings(fieldMeanings, chineseFieldMeanings)

export const commandsThere = (): Requests['commands']['answer'] =>
  training.modules.flatMap(({ name, decisions }) =>
    decisions.map(({ command }) => {
      const type = command.type as string
      return { type, room: name, words: inWords(`command.${type}`) }
    }),
  )

const namesIn = (schema: FieldSchema): readonly string[] => {
  const { properties, items, additionalProperties, oneOf, anyOf } = schema as Readonly<
    Record<string, unknown>
  >
  const inside = [
    items,
    additionalProperties,
    ...[oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : [])),
  ]
  return [
    ...Object.entries((properties ?? {}) as Readonly<Record<string, FieldSchema>>).flatMap(
      ([name, field]) => [name, ...namesIn(field)],
    ),
    ...inside.flatMap((one) => (typeof one === 'object' && one !== null ? namesIn(one as FieldSchema) : [])),
  ]
}

const most = 400

const idsIn = (names: readonly string[], events: readonly LogEvent[]): CommandForm['ids'] => {
  const wanted = names.filter(
    (name) => name.endsWith('Id') || ['department', 'position', 'competency', 'role'].includes(name),
  )
  const found = Object.fromEntries(wanted.map((name) => [name, new Set<string>()]))
  for (const { data } of events)
    for (const name of wanted) {
      const id = data[name]
      if (typeof id === 'string' && (found[name]?.size ?? most) < most) found[name]?.add(id)
    }
  return Object.fromEntries(Object.entries(found).map(([name, ids]) => [name, [...ids].sort()]))
}

export const formOf = (
  events: readonly LogEvent[],
  type: string,
  { at }: Moment,
  tongue: Tongue,
): CommandForm => {
  schemas[tongue] ??= jsonSchemas(training, meaningsIn(tongue))
  const { commands } = schemas[tongue]
  const { data = {} } = (commands[type]?.properties ?? {}) as Readonly<Record<string, FieldSchema>>
  return { type, schema: data, ids: idsIn([...new Set(namesIn(data))], knownBy(events, at)) }
}

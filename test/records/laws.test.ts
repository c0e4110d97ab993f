/** Whatever is a record holds to these, whoever adds one: the list is what the room exports. */
import { type AnyEvent, type AnyProjection, evolve, mergeViews, project } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { subjectOf } from '../../src/kernel/projection.ts'
import * as exported from '../../src/records/index.ts'
import { logs } from './lived.ts'

const isRecord = (value: unknown): value is AnyProjection =>
  typeof value === 'object' && value !== null && 'initial' in value && 'on' in value

const records: readonly AnyProjection[] = Object.values(exported).filter(isRecord)

/** Every share of a log by the values of a field; every way to cut it in two where any split will do. */
const sharesOf = (
  events: readonly AnyEvent[],
  shardBy: string | undefined,
): readonly (readonly AnyEvent[])[][] => {
  if (shardBy === undefined)
    return [0.25, 0.5, 0.75].map((part) => {
      const at = Math.floor(events.length * part)
      return [events.slice(0, at), events.slice(at)]
    })
  const of = ({ data }: AnyEvent) => (data as Record<string, string>)[shardBy]
  return [...new Set(events.map(of))].map((one) => [
    events.filter((event) => of(event) === one),
    events.filter((event) => of(event) !== one),
  ])
}

test('there are records, and each has a name of its own', () => {
  expect(records.length).toBeGreaterThan(2)
  expect(new Set(records.map(({ name }) => name)).size).toBe(records.length)
})

describe.each(records.map((record) => [record.name, record] as const))('%s', (_, record) => {
  test('is the same folded at once and event by event', () => {
    for (const events of logs) {
      const states: Record<string, unknown> = {}
      for (const event of events) {
        if (record.on[event.type] === undefined) continue
        const subject = record.by.length === 0 ? '' : subjectOf(record, event.data)
        if (subject !== undefined)
          states[subject] = evolve(record, states[subject] ?? record.initial(), event)
      }
      const whole = project(record, events)
      expect(record.by.length === 0 ? { '': whole } : whole).toEqual(
        record.by.length === 0 && states[''] === undefined ? { '': record.initial() } : states,
      )
    }
  })
  test('is the same from parts of a log, split as it says, and merged', () => {
    expect(record.merge).toBeTypeOf('function')
    for (const events of logs)
      for (const [a = [], b = []] of sharesOf(events, record.shardBy))
        expect(mergeViews(record, project(record, a) as never, project(record, b) as never)).toEqual(
          project(record, events),
        )
  })
  test('survives JSON', () => {
    for (const events of logs) {
      const view = project(record, events)
      expect(JSON.parse(JSON.stringify(view))).toEqual(view)
    }
  })
})

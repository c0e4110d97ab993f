import {
  createLedger,
  createViews,
  type DomainEvent,
  digestOf,
  enrolmentRecord,
  merge,
  mergeViews,
  offeringRecord,
  project,
  projections,
  shardOf,
} from 'training-ops'
import { expect, test } from 'vitest'
import { everything } from '../figures/a-program.ts'

const views = [offeringRecord, enrolmentRecord] as const

test('views folded in one pass from a cursor are those folded from a list, and looking in between changes nothing', () => {
  const patient = createViews(...views)
  const curious = createViews(...views)
  for (const event of everything) {
    patient.push(event)
    curious.push(event)
    for (const view of views) curious.view(view)
  }
  for (const view of views) {
    expect(patient.view(view)).toEqual(project(view, everything))
    expect(curious.view(view)).toEqual(project(view, everything))
  }
})

test('a view that was looked at stays as it was', () => {
  const growing = createViews(enrolmentRecord, offeringRecord)
  const half = Math.floor(everything.length / 2)
  growing.push(...everything.slice(0, half))
  const [hours, board] = [growing.view(enrolmentRecord), growing.view(offeringRecord)]
  const before = digestOf([hours, board])
  growing.push(...everything.slice(half))
  growing.view(enrolmentRecord)
  growing.view(offeringRecord)
  expect(digestOf([hours, board])).toBe(before)
  expect(Object.isFrozen(board) && Object.values(board).every(Object.isFrozen)).toBe(true)
})

test('one subject is read without the whole, as the whole has it, whatever was looked at in between', () => {
  const growing = createViews(...views)
  const ledger = createViews(...views)
  const subjects = new Set<string>()
  for (const [at, event] of everything.entries()) {
    growing.push(event)
    ledger.push(event)
    const whole = ledger.view(enrolmentRecord)
    for (const subject of Object.keys(whole)) subjects.add(subject)
    for (const subject of subjects) expect(growing.at(enrolmentRecord, subject)).toEqual(whole[subject])
    if (at % 7 === 0) expect(growing.view(enrolmentRecord)).toEqual(whole)
  }
  expect(subjects.size).toBeGreaterThan(0)
  expect(growing.at(enrolmentRecord, 'nobody')).toBeUndefined()
  expect(growing.at(enrolmentRecord, 'constructor')).toBeUndefined()
  expect([...subjects].every((subject) => Object.isFrozen(growing.at(enrolmentRecord, subject)))).toBe(true)
})

test('a view nothing happened to is the same view', () => {
  const growing = createViews(offeringRecord)
  growing.push(...everything)
  const seen = growing.view(offeringRecord)
  growing.push({ type: 'SomethingElse', data: {} })
  expect(growing.view(offeringRecord)).toBe(seen)
})

test('a projection that is not followed is a mistake that is told', () => {
  expect(() => createViews(offeringRecord).view(enrolmentRecord as never)).toThrow(
    'training-ops: createViews needs the projections it is asked for, got enrolmentRecord',
  )
})

test('parts of a log, folded apart and merged, are the whole to the byte', () => {
  for (const view of views)
    for (const shards of [2, 3]) {
      const parts = Array.from({ length: shards }, (_, shard) =>
        project(
          view,
          everything.filter((event) => shardOf(view, event, shards) === shard),
        ),
      )
      const merged = parts.reduce((a, b) => mergeViews(view, a as never, b as never))
      expect(digestOf(merged)).toBe(digestOf(project(view, everything)))
    }
})

type Rung = DomainEvent<'BellRung', { bellId: string; doorId: string }>
const bells = projections<Rung>()({
  name: 'bells',
  by: ['bellId'],
  initial: () => ({ times: 0 }),
  on: {
    BellRung: (bell) => {
      bell.times++
    },
  },
})

test('what a projection is sharded by stays in one part; without a field, any part will do', () => {
  const rung = (bellId: string, doorId: string) => ({ type: 'BellRung' as const, data: { bellId, doorId } })
  const parts = (field: typeof bells) =>
    new Set(['a', 'b', 'c', 'd'].map((door) => shardOf(field, rung('b-1', door), 16))).size
  expect(parts(bells)).toBe(1)
  expect(parts({ ...bells, shardBy: 'doorId' })).toBeGreaterThan(1)
  expect(shardOf({ ...bells, by: [] }, rung('b-1', 'a'), 16)).toBe(0)
})

test('views of two parts that know the same subject need a merge', () => {
  const a = project(bells, [{ type: 'BellRung', data: { bellId: 'b', doorId: 'd' } }])
  expect(() => mergeViews(bells, a, a)).toThrow('training-ops: merge needs a projection that declares one')
  const adds = {
    ...bells,
    merge: (x: { times: number }, y: { times: number }) => ({ times: x.times + y.times }),
  }
  expect(mergeViews(adds, a, a)).toEqual({ b: { times: 2 } })
  expect(merge(adds, { times: 1 }, { times: 2 })).toEqual({ times: 3 })
})

test('a ledger answers the same view until something happens', () => {
  const ledger = createLedger({ tagsOf: () => [], warm: {}, decode: () => undefined } as never)
  expect(ledger.project(bells)).toBe(ledger.project(bells))
})

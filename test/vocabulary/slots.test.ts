/** Slots by month answer as a list of all slots would, over the ends of months, years and slots of years. */
import * as fc from 'fast-check'
import {
  freeSlot,
  inTheWay,
  overlaps,
  type Slots,
  slotIn,
  slotsIn,
  type TakenSlot,
  takeSlot,
} from 'training-ops'
import { describe, expect, test } from 'vitest'

const hour = 3_600_000
const begins = fc.integer({
  min: Date.parse('2025-11-28T00:00:00.000Z') / hour,
  max: Date.parse('2026-03-03T00:00:00.000Z') / hour,
})
const span = fc
  .tuple(begins, fc.oneof(fc.integer({ min: 1, max: 72 }), fc.integer({ min: 700, max: 12_000 })))
  .map(([from, hours]) => ({
    start: new Date(from * hour).toISOString(),
    end: new Date((from + hours) * hour).toISOString(),
  }))
const named = fc.record({
  slotId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  span,
  offeringId: fc.constantFrom(undefined, 'o-1', 'o-2'),
})

describe('slots by month', () => {
  test('answer as all slots in one list do', () => {
    fc.assert(
      fc.property(
        fc.array(named, { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
        named,
        fc.constantFrom(0, 30, 1440),
        (slots, freed, { span, offeringId }, bufferMinutes) => {
          const [taken, list]: [Slots, Map<string, TakenSlot>] = [{}, new Map()]
          for (const { slotId, span, offeringId } of slots) {
            if (list.has(slotId)) continue
            const slot = { ...span, ...(offeringId === undefined ? {} : { offeringId }) }
            takeSlot(taken, slotId, slot)
            list.set(slotId, slot)
          }
          for (const slotId of freed) {
            freeSlot(taken, slotId)
            list.delete(slotId)
          }
          expect(slotsIn(taken)).toEqual(Object.fromEntries(list))
          for (const slotId of ['a', 'b', 'c']) expect(slotIn(taken, slotId)).toEqual(list.get(slotId))
          const asked = { ...span, offeringId }
          const own = 'd'
          const clashes = [...list].filter(
            ([slotId, other]) =>
              slotId !== own &&
              overlaps(
                asked,
                other,
                offeringId !== undefined && offeringId === other.offeringId ? 0 : bufferMinutes,
              ),
          )
          const found = inTheWay(taken, asked, { bufferMinutes, own })
          if (clashes.length === 0) expect(found).toBeUndefined()
          else expect(clashes.map(([slotId]) => slotId)).toContain(found?.slotId)
        },
      ),
      { numRuns: 400 },
    )
  })
  test('end where instants do', () => {
    const taken: Slots = {}
    takeSlot(taken, 'a', { start: '9999-12-31T00:00:00.000Z', end: '9999-12-31T23:59:59.999Z' })
    takeSlot(taken, 'b', { start: '0000-01-01T00:00:00.000Z', end: '0000-01-01T01:00:00.000Z' })
    const at = (start: string, end: string) =>
      inTheWay(taken, { start, end }, { bufferMinutes: 1440 })?.slotId
    expect(at('9999-12-31T10:00:00.000Z', '9999-12-31T11:00:00.000Z')).toBe('a')
    expect(at('0000-01-01T00:00:00.000Z', '0000-01-01T00:30:00.000Z')).toBe('b')
    expect(at('5000-01-01T00:00:00.000Z', '5000-01-01T00:30:00.000Z')).toBeUndefined()
    expect(at('0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z')).toBeDefined()
  })
})

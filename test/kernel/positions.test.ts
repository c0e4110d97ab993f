import fc from 'fast-check'
import { assemble, createLedger, defineEvents, defineModule, event, matches, tagsOf } from 'training-ops'
import { expect, test } from 'vitest'
import * as z from 'zod'

const id = z.string()
const events = defineEvents({
  Met: event({ roomId: id, guestIds: z.array(id) }),
  Left: event({ roomId: id, guestId: id }),
})
const training = assemble([defineModule({ name: 'rooms', events, decisions: [] })], {}, { trusted: true })
const name = fc.constantFrom('a', 'b', 'c')
const happened = fc.oneof(
  fc.record({ roomId: name, guestIds: fc.array(name, { maxLength: 3 }) }).map(events.make.Met),
  fc.record({ roomId: name, guestId: name }).map(events.make.Left),
)
const tag = fc.tuple(fc.constantFrom('room', 'guest'), name).map(([kind, one]) => `${kind}:${one}` as const)
const query = fc.array(
  fc.record({ types: fc.subarray(['Met', 'Left']), tags: fc.array(tag, { maxLength: 3 }) }),
  { maxLength: 3 },
)

test('the index finds what a look at every event finds, whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(happened, { maxLength: 12 }), fc.array(happened), query, (before, after, asked) => {
      const ledger = createLedger(training, { events: before })
      const { events: found, condition } = ledger.read(asked)
      const isFound = (one: (typeof before)[number]) => matches(asked, one.type, tagsOf(events, one))
      expect(found).toEqual(before.filter(isFound))
      ledger.append(after)
      expect(ledger.append([], condition)).toBe(!after.some(isFound))
    }),
    { numRuns: 300 },
  )
})

/** A host's mistakes at the edges of a ledger are named, whatever it hands over. */
import { assemble, createLedger, lifecycle, offeringRecord, project } from 'training-ops'
import { expect, test } from 'vitest'

const training = assemble(lifecycle, {}, { trusted: true })
const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic
const strange = [null, undefined, 7, '', 'today', cyclic, Object.create(null), Symbol('x'), 10n, () => 1]

test.each(strange.map((one) => [one]))('an instant that is none is named', (one) => {
  const ledger = createLedger(training)
  expect(() => ledger.advanceTo(one as never)).toThrow(
    /^training-ops: advanceTo needs an instant in UTC, got/,
  )
  if (one !== undefined)
    for (const name of ['asOf', 'asKnownAt'])
      expect(() => project(offeringRecord, [], { [name]: one as never })).toThrow(
        /^training-ops: project needs/,
      )
  expect(ledger.events()).toEqual([])
})

test.each([null, 7, 'options', Symbol('x')].map((one) => [one]))('options that are none are named', (one) => {
  expect(() => createLedger(training, one as never)).toThrow(/^training-ops: createLedger needs options, got/)
})

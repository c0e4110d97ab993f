import {
  assemble,
  catalog,
  createLedger,
  delivery,
  fold,
  isAccepted,
  offering,
  resources,
  seatAllocation,
  seatsOf,
} from 'training-ops'

import { describe, expect, test } from 'vitest'
import { happened, open, schedule } from '../delivery/an-offering.ts'

const training = assemble([catalog, resources, delivery], {}, { trusted: true })

const isFrozen = (value: unknown): boolean =>
  value === null ||
  typeof value !== 'object' ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozen))
const deepFreeze = <Value>(value: Value): Value => {
  if (value !== null && typeof value === 'object') {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
const thawed = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
const command = () =>
  thawed({ type: 'ScheduleOffering', data: schedule, metadata: { commandId: 'c' } } as const)

describe('what a host hands over stays the host’s', () => {
  test('a command is neither changed nor frozen by being decided', () => {
    const asked = command()
    const before = thawed(asked)
    createLedger(training).executeWithPolicies(asked as never)
    training.decide(asked as never, [])
    expect(asked).toEqual(before)
    expect(Object.isFrozen(asked)).toBe(false)
    expect(Object.isFrozen(asked.data)).toBe(false)
    expect(Object.isFrozen(asked.data.sessions)).toBe(false)
    expect(Object.isFrozen(asked.data.sessions[0])).toBe(false)
  })
  test('a frozen command and frozen events are good enough', () => {
    const events = deepFreeze(thawed(open))
    const asked = deepFreeze({
      type: 'AnnounceOffering',
      data: { at: schedule.at, offeringId: 'o-1' },
      metadata: { commandId: 'c' },
    })
    expect(isAccepted(training.decide(asked as never, events.slice(0, 1)))).toBe(true)
    expect(seatsOf(fold(seatAllocation, events))).toEqual({
      min: 1,
      max: 2,
      enrolled: [],
      waitlisted: [],
      requested: [],
      offered: [],
    })
  })
  test('events are not changed by being folded, nor by going on from a state', () => {
    const events = thawed(open)
    const first = fold(offering, events.slice(0, 1))
    const kept = thawed(first)
    fold(offering, events.slice(1), first)
    expect(first).toEqual(kept)
    expect(events).toEqual(open)
  })
})

describe('what the library hands out cannot be changed', () => {
  test('verdicts, events, consequences, states and views', () => {
    const ledger = createLedger(training)
    const verdict = ledger.execute(command() as never)
    expect(isFrozen(verdict)).toBe(true)
    expect(isFrozen(training.decide(command() as never, open))).toBe(true)
    expect(isFrozen(ledger.events()[0])).toBe(true)
    expect(isFrozen(ledger.project(offering))).toBe(true)
    expect(isFrozen(fold(offering, open))).toBe(true)
    expect(
      isFrozen(
        training.react(
          happened.EnrolmentRequested({
            at: schedule.at,
            offeringId: 'o-1',
            learnerId: 'ada',
            source: 'self',
            approval: 'automatic',
            basis: {},
          }),
          open,
        ),
      ),
    ).toBe(true)
    expect(isFrozen((training.decode(thawed(open[0])) as { right: unknown }).right)).toBe(true)
  })
  test('even of what came in frozen only on the outside', () => {
    const half = Object.freeze({ ...schedule, sessions: thawed(schedule.sessions) })
    const verdict = training.decide(
      { type: 'ScheduleOffering', data: half, metadata: { commandId: 'c' } } as never,
      [],
    )
    expect(isFrozen(verdict)).toBe(true)
    expect(isFrozen(fold(offering, [Object.freeze({ type: 'OfferingScheduled', data: half })]))).toBe(true)
  })
  test('a list a ledger handed out does not grow behind one’s back', () => {
    const ledger = createLedger(training)
    const before = ledger.events()
    ledger.execute(command() as never)
    expect(before).toEqual([])
  })
})

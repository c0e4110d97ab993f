/** No way in reaches a state that asking directly refuses: on lives in which many want few seats, by every command. */
import * as fc from 'fast-check'
import { type DomainEvent, isRejected } from 'training-ops'
import { expect, test } from 'vitest'
import { happened, training } from './an-offering.ts'
import { crowded } from './lives.ts'

type Fact = DomainEvent<string, Record<string, unknown>>
const places = ['EnrolmentRequested', 'LearnerEnrolled', 'LearnerWaitlisted', 'LearnerPromoted']

/** They give up what they had, so that they can ask afresh for what they were given. */
const gone = (before: readonly Fact[], at: string, learnerId: string, offeringIds: readonly string[]) => {
  const left: Fact[] = [...before]
  for (const offeringId of offeringIds)
    left.push(
      happened.LearnerWithdrew({
        at,
        offeringId,
        learnerId,
        from: 'requested',
        late: false,
      } as never) as never,
    )
  return left
}

test('whoever comes in by a transfer, an approval or a seat that came free might have asked for it', () => {
  let told = 0
  fc.assert(
    fc.property(crowded, ({ steps, events }) => {
      const all = events as unknown as readonly Fact[]
      for (const { command, answer, before } of steps) {
        if (answer._tag !== 'Right' || command.type === 'RequestEnrolment') continue
        const led = answer.right as unknown as readonly Fact[]
        for (const [place, { type, data }] of led.entries()) {
          if (!places.includes(type)) continue
          const { at, offeringId, learnerId } = data as Record<'at' | 'offeringId' | 'learnerId', string>
          const asked = [...all.slice(0, before), ...led].findLast(
            (one) =>
              one.type === 'EnrolmentRequested' &&
              one.data.offeringId === offeringId &&
              one.data.learnerId === learnerId,
          )
          const {
            approval: _,
            fromOfferingId: __,
            basis,
            ...request
          } = (asked?.data ?? {}) as Record<string, object>
          const left = [
            offeringId,
            ...(command.type === 'TransferEnrolment' ? [command.data.offeringId] : []),
          ]
          const known = gone([...all.slice(0, before), ...led.slice(0, place)], at, learnerId, left)
          const verdict = training.decide(
            {
              type: 'RequestEnrolment',
              data: { ...request, ...basis, at },
              metadata: { commandId: 'afresh' },
            } as never,
            known as never,
          )
          told++
          if (!isRejected(verdict)) continue
          // who asked in time is answered after the window closed: an approval and a seat that came free are answers
          const answers = command.type !== 'TransferEnrolment'
          const { code, from } = verdict.left as { readonly code: string; readonly from?: string }
          const closed = code === 'EnrolmentWindowClosed' || from === 'enrolmentClosed'
          expect(answers && closed ? undefined : [command.type, type, verdict.left]).toBe(undefined)
        }
      }
    }),
    { numRuns: 25, seed: 11 },
  )
  expect(told).toBeGreaterThan(20)
})

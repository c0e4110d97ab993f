/** No way in reaches a state that asking directly refuses: on lives in which every command is asked. */
import * as fc from 'fast-check'
import { type DomainEvent, isRejected } from 'training-ops'
import { expect, test } from 'vitest'
import { happened, training } from './an-offering.ts'
import { everyWayIn, offered } from './lives.ts'

type Fact = DomainEvent<string, Record<string, unknown>>
const places = [
  'EnrolmentRequested',
  'LearnerEnrolled',
  'LearnerWaitlisted',
  'LearnerPromoted',
  'SeatOffered',
]
type Refusal = { readonly code: string; readonly from?: string }

/** They give up what they had, so that they can ask afresh for what they were given. */
const gone = (before: readonly Fact[], at: string, learnerId: string, offeringIds: readonly string[]) => [
  ...before,
  ...offeringIds.map(
    (offeringId) =>
      happened.LearnerWithdrew({
        at,
        offeringId,
        learnerId,
        from: 'requested',
        late: false,
      } as never) as never as Fact,
  ),
]

/** Who was asked for in time is answered after the window closed; who walks in is brought by somebody who saw them there. */
const isAnsweredLater = (command: string, { code, from = '' }: Refusal): boolean => {
  const closed =
    code === 'EnrolmentWindowClosed' || ['enrolmentClosed', 'confirmed', 'running'].includes(from)
  if (command === 'TransferEnrolment' || command === 'EnrolLearners') return false
  return closed || (command === 'AdmitLearner' && code === 'OfferingEnded')
}

test('whoever comes in, by whichever command, might have asked for it', () => {
  const told = new Map<string, number>()
  fc.assert(
    fc.property(fc.oneof(offered, everyWayIn), ({ steps, events }) => {
      const all = events as unknown as readonly Fact[]
      for (const { command, answer, before } of steps) {
        if (answer._tag !== 'Right' || command.type === 'RequestEnrolment') continue
        const led = answer.right as unknown as readonly Fact[]
        for (const [place, { type, data }] of led.entries()) {
          if (!places.includes(type)) continue
          const { at, offeringId, learnerId } = data as Record<'at' | 'offeringId' | 'learnerId', string>
          const known = [...all.slice(0, before), ...led]
          const asked = known.findLast(
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
          const brought = command.type === 'AdmitLearner' ? { source: 'manager' } : {}
          const verdict = training.decide(
            {
              type: 'RequestEnrolment',
              data: { ...request, ...basis, ...brought, at },
              metadata: { commandId: 'afresh' },
            } as never,
            gone(known.slice(0, before + place), at, learnerId, left) as never,
          )
          told.set(command.type, (told.get(command.type) ?? 0) + 1)
          if (isRejected(verdict) && !isAnsweredLater(command.type, verdict.left as Refusal))
            expect([command.type, type, verdict.left]).toBe(undefined)
        }
      }
    }),
    { numRuns: 80, seed: 23 },
  )
  const ways = [
    'ApproveEnrolment',
    'TransferEnrolment',
    'EnrolLearners',
    'AdmitLearner',
    'WithdrawEnrolment',
    'AcceptSeatOffer',
    'DrawLottery',
  ]
  expect(ways.filter((way) => (told.get(way) ?? 0) === 0)).toEqual([])
})

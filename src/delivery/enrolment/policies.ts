import { intent, policies } from '../../kernel/index.ts'
import { daysAfter, laterOf } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import type { DeliveryEvent } from '../events.ts'
import { lastHeldEnd } from '../offering/rules.ts'
import { type OfferingState, offering, remainingIn } from '../offering/state.ts'
import { deliverySettings } from '../settings.ts'
import { clashing, learnerCalendar } from './calendar.ts'
import { learnersWith, type SeatAllocation, seatAllocation } from './seat-allocation.ts'
import { enrolment } from './state.ts'
import { type EnrolmentTerms, enrolmentTerms } from './terms.ts'

const policy = policies<DeliveryEvent>()

/** A request that needs nobody's approval is decided at once. */
export const whoNeedsNoApprovalIsSeated = policy({
  name: 'whoNeedsNoApprovalIsSeated',
  when: 'EnrolmentRequested',
  reads: {},
  react: ({ at, offeringId, learnerId, approval }) =>
    approval === 'automatic' ? [intent(commands.ApproveEnrolment, { at, offeringId, learnerId })] : [],
})

/**
 * A promoted learner leaves the waitlists of classes at the same hours. Nobody waits for two classes that clash, so this matters only
 * where a class was moved to other hours meanwhile: then the seat they got first is theirs.
 */
export const whoMovesUpLeavesTheListsThatClash = policy({
  name: 'whoMovesUpLeavesTheListsThatClash',
  when: 'LearnerPromoted',
  reads: { learnerCalendar },
  react: ({ at, offeringId, learnerId, sessions }, { learnerCalendar: { booked, waiting } }) => {
    const here = booked.findIndex((place) => place.offeringId === offeringId)
    if (here < 0) return []
    const place = { offeringId, sessions }
    const left = clashing(booked.slice(0, here), place).length > 0 ? [place] : clashing(waiting, place)
    return left.map(({ offeringId }) => intent(commands.WithdrawEnrolment, { at, offeringId, learnerId }))
  },
})

type Seated = { at: string; offeringId: string; learnerId: string; sessions: readonly { start: string }[] }

const preworkFor = (
  { at, offeringId, learnerId, sessions }: Seated,
  { prework }: EnrolmentTerms,
  zone: string,
) => {
  const starts = sessions.map(({ start }) => start).sort()[0]
  if (prework === undefined || starts === undefined) return []
  const planned = daysAfter(starts, -prework.daysBefore, zone)
  const dueAt = planned < at ? at : planned
  return [{ dueAt, command: intent(commands.SendPrework, { at: dueAt, offeringId, learnerId }) }]
}

const zoneOf = ({ sessions }: OfferingState): string => sessions[0]?.zone ?? 'UTC'

/** A seat that is offered is held until its time is over; then it is the next one's. */
export const seatOffersLapse = policy({
  name: 'seatOffersLapse',
  when: 'SeatOffered',
  reads: {},
  react: ({ offeringId, learnerId, until }) => [
    { dueAt: until, command: intent(commands.LapseSeatOffer, { at: until, offeringId, learnerId, until }) },
  ],
})

/** An offer ends when the class begins: where it was moved to before the end of the offer, the offer ends then. */
export const seatOffersEndWhenTheClassBegins = policy({
  name: 'seatOffersEndWhenTheClassBegins',
  when: 'EnrolmentRescheduled',
  reads: { enrolment },
  react: ({ at, offeringId, learnerId, sessions }, { enrolment: { status, offeredUntil: until } }) => {
    const begins = sessions.map(({ start }) => start).sort()[0]
    if (status !== 'offered' || until === undefined || begins === undefined || begins >= until) return []
    const dueAt = laterOf(begins, at)
    return [{ dueAt, command: intent(commands.LapseSeatOffer, { at: dueAt, offeringId, learnerId, until }) }]
  },
})

/** Pre-work is sent some days before the class; to late learners it is sent at once. */
export const whoIsEnrolledIsSentThePrework = policy({
  name: 'whoIsEnrolledIsSentThePrework',
  when: 'LearnerEnrolled',
  reads: { enrolmentTerms, offering },
  react: (seat, { enrolmentTerms, offering }) => preworkFor(seat, enrolmentTerms, zoneOf(offering)),
})

/** The same for who moves up. */
export const whoMovesUpIsSentThePrework = policy({
  name: 'whoMovesUpIsSentThePrework',
  when: 'LearnerPromoted',
  reads: { enrolmentTerms, offering },
  react: (seat, { enrolmentTerms, offering }) => preworkFor(seat, enrolmentTerms, zoneOf(offering)),
})

/** Where the class now begins earlier, so does the reading; who was sent it before is not sent it again. */
export const whoIsRescheduledIsSentThePrework = policy({
  name: 'whoIsRescheduledIsSentThePrework',
  when: 'EnrolmentRescheduled',
  reads: { enrolmentTerms, offering, learnerCalendar },
  react: (moved, { enrolmentTerms, offering, learnerCalendar }) =>
    learnerCalendar.booked.some(({ offeringId }) => offeringId === moved.offeringId)
      ? preworkFor(moved, enrolmentTerms, zoneOf(offering))
      : [],
})

/** Attempts are closed after the days of grace; whoever waits for a seat, or for an answer, waits no longer. */
export const everybodyEnds = (
  { at, offeringId }: { readonly at: string; readonly offeringId: string },
  allocation: SeatAllocation,
  dueAt: string,
) => [
  ...learnersWith(allocation, 'enrolled').map((learnerId) => ({
    dueAt,
    command: intent(commands.CloseEnrolment, { at: dueAt, offeringId, learnerId }),
  })),
  ...(['offered', 'waitlisted', 'requested'] as const)
    .flatMap((as) => learnersWith(allocation, as))
    .map((learnerId) => intent(commands.EndWaiting, { at, offeringId, learnerId })),
]

/** When the last class was held, every attempt is closed after a few days of grace. */
export const attemptsCloseAfterTheLastClass = policy({
  name: 'attemptsCloseAfterTheLastClass',
  when: 'SessionDelivered',
  reads: { seatAllocation },
  settings: deliverySettings,
  react: (held, { seatAllocation }, { closingGraceDays }) =>
    held.remaining > 0
      ? []
      : everybodyEnds(held, seatAllocation, daysAfter(held.actualEnd, closingGraceDays, held.zone)),
})

/** A walk-in who is put on the register after the last class is closed like the others. */
export const whoIsAdmittedAfterTheLastClassIsClosedToo = policy({
  name: 'whoIsAdmittedAfterTheLastClassIsClosedToo',
  when: 'LearnerEnrolled',
  reads: { offering },
  settings: deliverySettings,
  react: ({ at, offeringId, learnerId, since }, { offering }, { closingGraceDays }) => {
    if (since === undefined || remainingIn(offering).length > 0) return []
    const dueAt = laterOf(at, daysAfter(lastHeldEnd(offering), closingGraceDays, zoneOf(offering)))
    return [{ dueAt, command: intent(commands.CloseEnrolment, { at: dueAt, offeringId, learnerId }) }]
  },
})

/** A session that was held otherwise than recorded judges every attempt of the class anew that was closed. */
export const aCorrectedDeliveryJudgesAnew = policy({
  name: 'aCorrectedDeliveryJudgesAnew',
  when: 'DeliveryCorrected',
  reads: { seatAllocation },
  react: ({ at, offeringId }, { seatAllocation }) =>
    learnersWith(seatAllocation, 'enrolled').map((learnerId) =>
      intent(commands.ReassessCompletion, { at, offeringId, learnerId }),
    ),
})

const everybodyLeaves = (
  { at, offeringId }: { readonly at: string; readonly offeringId: string },
  allocation: SeatAllocation,
) =>
  (['enrolled', 'offered', 'waitlisted', 'requested'] as const)
    .flatMap((as) => learnersWith(allocation, as))
    .map((learnerId) => intent(commands.CancelEnrolment, { at, offeringId, learnerId }))

/** A cancelled offering leaves nobody enrolled. */
export const aCancelledOfferingFreesEverybody = policy({
  name: 'aCancelledOfferingFreesEverybody',
  when: 'OfferingCancelled',
  reads: { seatAllocation },
  react: (cancelled, { seatAllocation }) => everybodyLeaves(cancelled, seatAllocation),
})

/** Nor does one that never was: attempts that had ended end with it, and what was given for them goes. */
export const aVoidedOfferingFreesEverybody = policy({
  name: 'aVoidedOfferingFreesEverybody',
  when: 'OfferingVoided',
  reads: { seatAllocation },
  react: (voided, { seatAllocation }) => everybodyLeaves(voided, seatAllocation),
})

import { type Deadline, type Intent, intent, policies, type StateOf } from '../../kernel/index.ts'
import { planningCommands } from '../../planning/commands.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import type { ResourceEvent } from '../../resources/events.ts'
import { daysAfter, derivedId, slotsIn } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { clashing, learnerCalendar } from '../enrolment/calendar.ts'
import { theYearHasRoom } from '../enrolment/eligibility-rules.ts'
import { everybodyEnds } from '../enrolment/policies.ts'
import { seatAllocation } from '../enrolment/seat-allocation.ts'
import { enrolment } from '../enrolment/state.ts'
import { enrolmentTerms } from '../enrolment/terms.ts'
import type { DeliveryEvent, Session } from '../events.ts'
import { deliverySettings } from '../settings.ts'
import { type Bookable, bookable } from './bookable.ts'
import { offeringFunds } from './funds.ts'
import { incidents } from './in-class.ts'
import { firstStart } from './rules.ts'
import { offering, remainingIn } from './state.ts'

const policy = policies<DeliveryEvent>()
const onResources = policies<ResourceEvent>()
const onPlanning = policies<PlanningEvent>()

/** When it should be done, or at once where that is past already. */
const notBefore = (at: string, dueAt: string): string => (dueAt < at ? at : dueAt)

/** The enrolment window opens and ends by itself. */
export const enrolmentOpensAndEndsOnTime = policy({
  name: 'enrolmentOpensAndEndsOnTime',
  when: 'OfferingScheduled',
  reads: {},
  react: ({ at, offeringId, enrolmentOpens, enrolmentCloses }) => {
    const later: Deadline[] = []
    for (const [moment, command] of [
      [enrolmentOpens, commands.OpenEnrolment],
      [enrolmentCloses, commands.PassEnrolmentDeadline],
    ] as const)
      if (moment !== undefined) {
        const dueAt = notBefore(at, moment)
        later.push({ dueAt, command: intent(command, { at: dueAt, offeringId }) })
      }
    return later
  },
})

/** When the enrolment deadline has passed, enough people make the class; too few end it. */
export const enoughMakeTheClassAndTooFewEndIt = policy({
  name: 'enoughMakeTheClassAndTooFewEndIt',
  when: 'EnrolmentDeadlinePassed',
  reads: {},
  settings: deliverySettings,
  react: ({ at, offeringId, enrolled, min }, _known, { decidesAtEnrolmentDeadline }): readonly Intent[] => {
    if (!decidesAtEnrolmentDeadline) return []
    if (enrolled >= min) return [intent(commands.ConfirmOffering, { at, offeringId })]
    return [intent(commands.CancelOffering, { at, offeringId, cause: 'minimumNotReached' })]
  },
})

/** The deadlines before the class: trainers are asked how far they are, readiness is checked, learners are reminded. */
const beforeTheClass = (
  { at, offeringId }: { readonly at: string; readonly offeringId: string },
  first: Pick<Session, 'start' | 'zone'> | undefined,
  reminded: readonly Pick<Session, 'sessionId' | 'start' | 'zone'>[],
  settings: typeof deliverySettings,
): readonly Deadline[] => {
  const { trainerReminderDays, readinessAlertDays, learnerReminderDays } = settings
  const before = (days: number, { start, zone }: Pick<Session, 'start' | 'zone'>) =>
    notBefore(at, daysAfter(start, -days, zone))
  const ofFirst = (
    days: number,
    command: typeof commands.RemindTrainers | typeof commands.CheckReadiness,
  ) => {
    if (first === undefined) return []
    const dueAt = before(days, first)
    return [{ dueAt, command: intent(command, { at: dueAt, offeringId, starts: first.start }) }]
  }
  return [
    ...ofFirst(trainerReminderDays, commands.RemindTrainers),
    ...ofFirst(readinessAlertDays, commands.CheckReadiness),
    ...reminded.map((session) => {
      const dueAt = before(learnerReminderDays, session)
      const { sessionId, start } = session
      return {
        dueAt,
        command: intent(commands.RemindLearners, { at: dueAt, offeringId, sessionId, starts: start }),
      }
    }),
  ]
}

const earliest = (sessions: readonly Session[]): Session | undefined =>
  sessions.find(({ start }) => start === firstStart(sessions))

/** Before a class its trainers are asked how far they are, its readiness is checked, and its learners are reminded. */
export const theClassIsPreparedInTime = policy({
  name: 'theClassIsPreparedInTime',
  when: 'OfferingScheduled',
  reads: {},
  settings: deliverySettings,
  react: (scheduled, _known, settings) =>
    beforeTheClass(scheduled, earliest(scheduled.sessions), scheduled.sessions, settings),
})

/** A session that moves takes its reminders along; the old ones then say nothing. */
export const aMovedSessionIsPreparedInTime = policy({
  name: 'aMovedSessionIsPreparedInTime',
  when: 'SessionRescheduled',
  reads: { offering },
  settings: deliverySettings,
  react: (moved, { offering }, settings) => {
    if (moved.start === moved.was.start) return []
    const first = earliest(remainingIn(offering))
    const others = remainingIn(offering).filter(({ sessionId }) => sessionId !== moved.sessionId)
    const firstBefore = firstStart([...others, { ...moved, ...moved.was }])
    return beforeTheClass(moved, first?.start === firstBefore ? undefined : first, [moved], settings)
  },
})

/** Where the first session to come is cancelled, the next is what everybody prepares for. */
export const theNextSessionIsPreparedInTime = policy({
  name: 'theNextSessionIsPreparedInTime',
  when: 'SessionCancelled',
  reads: { offering },
  settings: deliverySettings,
  react: (cancelled, { offering }, settings) => {
    const next = earliest(remainingIn(offering))
    return next === undefined || next.start < cancelled.start
      ? []
      : beforeTheClass(cancelled, next, [], settings)
  },
})

/** A session that is added brings its reminders. */
export const anAddedSessionIsPreparedInTime = policy({
  name: 'anAddedSessionIsPreparedInTime',
  when: 'SessionAdded',
  reads: { offering },
  settings: deliverySettings,
  react: (added, { offering }, settings) => {
    const first = earliest(remainingIn(offering))
    return beforeTheClass(added, first?.sessionId === added.sessionId ? first : undefined, [added], settings)
  },
})

/** The owner of a task is reminded some days before it is due, and when it is due. */
export const tasksAreRemindedOf = policy({
  name: 'tasksAreRemindedOf',
  when: 'TaskPlanned',
  reads: { offering },
  settings: deliverySettings,
  react: ({ at, offeringId, taskId, dueAt }, { offering }, { taskReminderDays }) => {
    const zone = offering.sessions[0]?.zone ?? 'UTC'
    const reminder = (moment: string, key: 'ahead' | 'due'): Deadline => {
      const when = notBefore(at, moment)
      return { dueAt: when, command: intent(commands.RemindTask, { at: when, offeringId, taskId }, key) }
    }
    const [ahead, due] = [
      reminder(daysAfter(dueAt, -taskReminderDays, zone), 'ahead'),
      reminder(dueAt, 'due'),
    ]
    return ahead.dueAt === due.dueAt ? [due] : [ahead, due]
  },
})

/** Where the last session to come is cancelled, the one before it was the last: attempts close after the days of grace. */
export const attemptsCloseWhenNothingRemains = policy({
  name: 'attemptsCloseWhenNothingRemains',
  when: 'SessionCancelled',
  reads: { offering, seatAllocation },
  settings: deliverySettings,
  react: ({ at, offeringId, remaining, zone }, { offering, seatAllocation }, { closingGraceDays }) => {
    if (remaining > 0 || offering.status !== 'running') return []
    return everybodyEnds({ at, offeringId }, seatAllocation, daysAfter(at, closingGraceDays, zone))
  },
})

/** An incident is reported once while it is open, and anew where it happens again after that one ended or turned out to be another. */
const incidentUnlessOpen = (
  known: StateOf<typeof incidents>,
  incident: { at: string; offeringId: string; learnerId: string; kind: string; clashesWith?: string },
  about: string,
): readonly Intent[] => {
  const { offeringId, learnerId, kind } = incident
  for (let nth = 1; ; nth++) {
    const incidentId = derivedId(offeringId, learnerId, kind, about, ...(nth === 1 ? [] : [String(nth)]))
    const before = known[incidentId]
    if (before === undefined) return [intent(commands.ReportIncident, { ...incident, incidentId })]
    if (before.status === 'open' && before.as.kind === kind) return []
  }
}

/**
 * Hours that change may put somebody in two places. A learner who has both seats is an incident for people to settle;
 * a learner who only waits for one of them leaves that list.
 */
export const changedHoursAreCheckedForClashes = policy({
  name: 'changedHoursAreCheckedForClashes',
  when: 'EnrolmentRescheduled',
  reads: { learnerCalendar, incidents },
  react: (
    { at, offeringId, learnerId, sessions },
    { learnerCalendar: { booked, waiting }, incidents },
  ): readonly Intent[] => {
    const place = { offeringId, sessions }
    const seats = clashing(booked, place)
    if (waiting.some((one) => one.offeringId === offeringId))
      return seats.length === 0 ? [] : [intent(commands.WithdrawEnrolment, { at, offeringId, learnerId })]
    return [
      ...seats.flatMap(({ offeringId: clashesWith }) =>
        incidentUnlessOpen(
          incidents,
          { at, offeringId, learnerId, kind: 'scheduleConflict', clashesWith },
          clashesWith,
        ),
      ),
      ...clashing(waiting, place).map((other) =>
        intent(commands.WithdrawEnrolment, { at, offeringId: other.offeringId, learnerId }),
      ),
    ]
  },
})

/**
 * Hours that move to another year may be more than the learner's allowance of it: an incident for people to settle; a learner
 * who only waits for them leaves that list.
 */
export const movedHoursAreCheckedForTheYear = policy({
  name: 'movedHoursAreCheckedForTheYear',
  when: 'EnrolmentRescheduled',
  reads: { learnerCalendar, enrolment, enrolmentTerms, incidents },
  settings: deliverySettings,
  react: (
    { at, offeringId, learnerId, sessions },
    { learnerCalendar, enrolment, enrolmentTerms, incidents },
    yearly,
  ) => {
    const { source } = enrolment.asked
    const over = theYearHasRoom(
      { at, learnerId, offeringId, source },
      sessions,
      enrolmentTerms,
      learnerCalendar,
      yearly,
    )
    if (over === false) return []
    if (learnerCalendar.waiting.some((one) => one.offeringId === offeringId))
      return [intent(commands.WithdrawEnrolment, { at, offeringId, learnerId })]
    const incident = { at, offeringId, learnerId, kind: 'annualLimit' }
    return incidentUnlessOpen(incidents, incident, over.year)
  },
})

/** Each class to come that counted on a resource which may no longer be used. */
const classesLeftWithout = (
  { at, resourceId }: { readonly at: string; readonly resourceId: string },
  { kind, slots }: Pick<Bookable, 'kind' | 'slots'>,
) =>
  Object.values(slotsIn(slots)).flatMap(({ start, offeringId, sessionId }) =>
    offeringId === undefined || sessionId === undefined || start < at
      ? []
      : [
          intent(commands.ReportIncident, {
            at,
            offeringId,
            incidentId: derivedId(offeringId, sessionId, resourceId, at),
            sessionId,
            resourceId,
            kind: kind === 'expert' ? 'trainer' : kind,
          }),
        ],
  )

/** A trainer or a room that may not be used for now is an incident of each class that counts on it. */
export const classesHearOfASuspendedResource = onResources({
  name: 'classesHearOfASuspendedResource',
  when: 'ResourceSuspended',
  reads: { bookable },
  react: (suspended, { bookable }) => classesLeftWithout(suspended, bookable),
})

/** So is one that is retired. */
export const classesHearOfARetiredResource = onResources({
  name: 'classesHearOfARetiredResource',
  when: 'ResourceRetired',
  reads: { bookable },
  react: (retired, { bookable }) => classesLeftWithout(retired, bookable),
})

const fundsReleased = ({ at }: { readonly at: string }, funds: StateOf<typeof offeringFunds>) =>
  Object.entries(funds).flatMap(([planId, promised]) =>
    Object.entries(promised)
      .filter(([, minor]) => minor > 0)
      .map(([commitmentId]) => intent(planningCommands.ReleaseCommitment, { at, planId, commitmentId })),
  )

/** A cancelled offering holds no money: what was promised for it is free again. */
export const aCancelledOfferingReleasesItsFunds = policy({
  name: 'aCancelledOfferingReleasesItsFunds',
  when: 'OfferingCancelled',
  reads: { offeringFunds },
  react: (cancelled, { offeringFunds }) => fundsReleased(cancelled, offeringFunds),
})

/** Nor does one that never was. */
export const aVoidedOfferingReleasesItsFunds = policy({
  name: 'aVoidedOfferingReleasesItsFunds',
  when: 'OfferingVoided',
  reads: { offeringFunds },
  react: (voided, { offeringFunds }) => fundsReleased(voided, offeringFunds),
})

/** Nor is any promised for it after: two hosts may cancel and commit at once. */
export const nothingIsPromisedForACancelledOffering = onPlanning({
  name: 'nothingIsPromisedForACancelledOffering',
  when: 'FundsCommitted',
  reads: { offering },
  react: ({ at, planId, commitmentId, offeringId }, { offering }) =>
    offeringId !== undefined && offering.status === 'cancelled'
      ? [intent(planningCommands.ReleaseCommitment, { at, planId, commitmentId })]
      : [],
})

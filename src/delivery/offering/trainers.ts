import { accepted, defineDecision, keyedBy, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import { bookable } from './bookable.ts'
import { courseOf, everythingIsFree, slotsReleased, slotsReserved } from './booking.ts'
import { preparation } from './preparation.ts'
import { mustBeScheduled, onlyASessionToCome, onlyBeforeItIsOver, startsNext } from './rules.ts'
import { type OfferingState, offering, remainingIn, teachersOf } from './state.ts'

const events = deliveryEvents.make
const { TrainerNotAssigned } = deliveryRejections

const teaches = (offering: OfferingState, trainerId: string) =>
  offering.sessions.some((session) => teachersOf(session).some((one) => one === trainerId))

const onlyWhoTeachesIt = (offering: OfferingState, trainerId: string) =>
  !teaches(offering, trainerId) && TrainerNotAssigned({ trainerId })

const allAreToCome = (offering: OfferingState, sessionIds: readonly string[] = []) =>
  sessionIds
    .map((sessionId) => onlyASessionToCome(offering, sessionId))
    .find((rejection) => rejection !== false)

/** The sessions named, or all that are still to be held. */
const meant = (offering: OfferingState, sessionIds: readonly string[] | undefined) =>
  remainingIn(offering).filter(({ sessionId }) => sessionIds?.includes(sessionId) ?? true)

/** Those of the sessions meant that they teach, or do not teach. */
const among = (
  offering: OfferingState,
  sessionIds: readonly string[] | undefined,
  trainerId: string,
  taught: boolean,
) =>
  meant(offering, sessionIds).filter(
    (session) => teachersOf(session).some((one) => one === trainerId) === taught,
  )

const slotsOf = (trainerId: string, sessions: ReturnType<typeof meant>) =>
  sessions.map((session) => ({ resourceId: trainerId, as: 'trainer' as const, session }))

const idsOf = (sessions: ReturnType<typeof meant>) => sessions.map(({ sessionId }) => sessionId)

export const assignTrainer = defineDecision({
  command: commands.AssignTrainer,
  reads: { offering, resource: keyedBy(bookable, { resourceId: 'trainerId' }) },
  decide: ({ at, offeringId, trainerId, sessionIds }, { offering, resource }) => {
    const sessions = among(offering, sessionIds, trainerId, false)
    const course = courseOf(offeringId, offering)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyBeforeItIsOver(offering, 'AssignTrainer'),
      allAreToCome(offering, sessionIds),
      everythingIsFree(slotsOf(trainerId, sessions), { [trainerId]: resource }, course),
    )
    if (refused !== undefined || sessions.length === 0) return refused ?? accepted()
    return accepted(
      events.TrainerAssigned({ at, offeringId, trainerId, sessionIds: idsOf(sessions) }),
      ...slotsReserved(at, course, slotsOf(trainerId, sessions)),
    )
  },
})

export const unassignTrainer = defineDecision({
  command: commands.UnassignTrainer,
  reads: { offering },
  decide: ({ at, offeringId, trainerId, sessionIds, reason }, { offering }) => {
    const sessions = among(offering, sessionIds, trainerId, true)
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyBeforeItIsOver(offering, 'UnassignTrainer'),
        allAreToCome(offering, sessionIds),
        sessions.length === 0 && TrainerNotAssigned({ trainerId }),
      ) ??
      accepted(
        events.TrainerUnassigned({
          at,
          offeringId,
          trainerId,
          sessionIds: idsOf(sessions),
          ...given({ reason }),
        }),
        ...slotsReleased(at, offeringId, slotsOf(trainerId, sessions)),
      )
    )
  },
})

export const replaceTrainer = defineDecision({
  command: commands.ReplaceTrainer,
  reads: { offering, replacement: keyedBy(bookable, { resourceId: 'replacementId' }) },
  decide: (command, { offering, replacement }) => {
    const { at, offeringId, trainerId, replacementId, sessionIds, reason } = command
    const left = among(offering, sessionIds, trainerId, true)
    const taken = left.filter((session) => !teachersOf(session).some((one) => one === replacementId))
    const course = courseOf(offeringId, offering)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyBeforeItIsOver(offering, 'ReplaceTrainer'),
      allAreToCome(offering, sessionIds),
      left.length === 0 && TrainerNotAssigned({ trainerId }),
      everythingIsFree(slotsOf(replacementId, taken), { [replacementId]: replacement }, course),
    )
    if (refused !== undefined || trainerId === replacementId) return refused ?? accepted()
    return accepted(
      events.TrainerUnassigned({
        at,
        offeringId,
        trainerId,
        sessionIds: idsOf(left),
        ...given({ reason }),
      }),
      ...slotsReleased(at, offeringId, slotsOf(trainerId, left)),
      ...(taken.length === 0
        ? []
        : [
            events.TrainerAssigned({
              at,
              offeringId,
              trainerId: replacementId,
              sessionIds: idsOf(taken),
            }),
          ]),
      ...slotsReserved(at, course, slotsOf(replacementId, taken)),
    )
  },
})

export const briefTrainer = defineDecision({
  command: commands.BriefTrainer,
  reads: { offering },
  decide: (command, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyBeforeItIsOver(offering, 'BriefTrainer'),
      onlyWhoTeachesIt(offering, command.trainerId),
    ) ?? accepted(events.TrainerBriefed(command)),
})

export const reportTrainerPreparation = defineDecision({
  command: commands.ReportTrainerPreparation,
  reads: { offering, preparation },
  decide: (command, { offering, preparation }) => {
    const refused = refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyBeforeItIsOver(offering, 'ReportTrainerPreparation'),
      onlyWhoTeachesIt(offering, command.trainerId),
    )
    if (refused !== undefined || preparation.prepared[command.trainerId] === command.percent)
      return refused ?? accepted()
    return accepted(events.TrainerPreparationReported(command))
  },
})

/** Those who teach what is still to come, and have not said that they are prepared. */
export const remindTrainers = defineDecision({
  command: commands.RemindTrainers,
  reads: { offering, preparation },
  decide: ({ at, offeringId, starts }, { offering, preparation: { prepared } }) => {
    const refused = refusedBy(mustBeScheduled(offering, offeringId))
    if (refused !== undefined || startsNext(offering) !== starts) return refused ?? accepted()
    const teachers = [...new Set(remainingIn(offering).flatMap(teachersOf))]
    return accepted(
      ...teachers
        .map((trainerId) => ({ trainerId, percent: prepared[trainerId] ?? 0 }))
        .filter(({ percent }) => percent < 100)
        .map((one) => events.TrainerReminded({ at, offeringId, ...one, starts })),
    )
  },
})

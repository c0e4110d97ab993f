import type { DeliveryEvent } from '../delivery/events.ts'
import { type DataOf, intent, policies, type StateOf } from '../kernel/index.ts'
import type { ResourceEvent } from '../resources/events.ts'
import { dayIn, derivedId, given, minutesBetween, monthsAfter, startOfDay } from '../vocabulary/index.ts'
import { cultureCommands as commands } from './commands.ts'
import type { CultureEvent } from './events.ts'
import { creditFor, type IncentiveScheme, inForceOn, yearIn } from './schemes.ts'
import { cultureSettings } from './settings.ts'
import {
  creditSchemes,
  grantsOfCompletion,
  incentiveSchemes,
  offeringKind,
  resourceKind,
  rewardAccount,
  rewardsOfVersion,
} from './state.ts'

const policy = policies<DeliveryEvent | ResourceEvent | CultureEvent>()

type Completion = Pick<
  DataOf<DeliveryEvent, 'EnrolmentCompleted'>,
  'at' | 'offeringId' | 'learnerId' | 'courseId' | 'courseVersion' | 'attendedMinutes'
>

const points = (
  { at, offeringId, learnerId, courseId, courseVersion }: Completion,
  { grants }: StateOf<typeof rewardsOfVersion>,
  pointsPerCompletion: number,
) => {
  const points = grants[courseVersion]?.points ?? pointsPerCompletion
  if (points === 0) return []
  const grantId = derivedId(offeringId, learnerId, 'points')
  return [
    intent(commands.GrantPoints, {
      at,
      grantId,
      learnerId,
      source: 'completion',
      courseId,
      offeringId,
      points,
    }),
  ]
}

/** A learner who completes a course earns its points, or the organisation's usual ones where it names none. */
export const whoCompletesEarnsPoints = policy({
  name: 'whoCompletesEarnsPoints',
  when: 'EnrolmentCompleted',
  reads: { rewardsOfVersion },
  settings: cultureSettings,
  react: (completed, { rewardsOfVersion }, { pointsPerCompletion }) =>
    points(completed, rewardsOfVersion, pointsPerCompletion),
})

/** A learner who completed it after all, as a correction shows, earns them then; nobody earns them twice. */
export const whoHadCompletedEarnsPoints = policy({
  name: 'whoHadCompletedEarnsPoints',
  when: 'CompletionReassessed',
  reads: { rewardsOfVersion },
  settings: cultureSettings,
  react: (reassessed, { rewardsOfVersion }, { pointsPerCompletion }) =>
    reassessed.to === 'completed' && reassessed.from !== 'completed'
      ? points(reassessed, rewardsOfVersion, pointsPerCompletion)
      : [],
})

/** By the rules of the day it was completed, and in its year, whenever that turns out. */
const creditOf = (
  {
    at,
    completedAt,
    offeringId,
    learnerId,
    courseId,
    courseVersion,
    attendedMinutes,
  }: Completion & { readonly completedAt: string },
  { grants }: StateOf<typeof rewardsOfVersion>,
  { versions }: StateOf<typeof creditSchemes>,
  zone: string,
) => {
  const scheme = inForceOn(versions, dayIn(completedAt, zone))
  const year = yearIn(completedAt, zone)
  const named = grants[courseVersion]?.creditHundredths
  const cap = scheme?.yearCapHundredths
  return {
    at,
    grantId: derivedId(offeringId, learnerId, 'credit'),
    learnerId,
    source: 'completion',
    courseId,
    offeringId,
    ...(named === undefined && scheme !== undefined ? { schemeVersion: scheme.version } : {}),
    creditHundredths: named ?? (scheme === undefined ? 0 : creditFor(scheme, attendedMinutes)),
    year,
    ...given({ yearCapHundredths: cap }),
  }
}

const granted = ({ year, ...credit }: ReturnType<typeof creditOf>, zone: string) =>
  credit.creditHundredths === 0
    ? []
    : [intent(commands.GrantCredit, { ...credit, ...(year === yearIn(credit.at, zone) ? {} : { year }) })]

/** A learner who completes a course earns its credit, or what the scheme in force gives for the minutes they attended. */
export const whoCompletesEarnsCredit = policy({
  name: 'whoCompletesEarnsCredit',
  when: 'EnrolmentCompleted',
  reads: { rewardsOfVersion, creditSchemes },
  settings: cultureSettings,
  react: (completed, { rewardsOfVersion, creditSchemes }, { zone }) =>
    granted(
      creditOf({ ...completed, completedAt: completed.at }, rewardsOfVersion, creditSchemes, zone),
      zone,
    ),
})

/**
 * The same for who a correction shows to have completed it after all; it counts in the year they had. Of who had completed it
 * before, at another instant or with other minutes, the credit is put right.
 */
export const whoHadCompletedEarnsCredit = policy({
  name: 'whoHadCompletedEarnsCredit',
  when: 'CompletionReassessed',
  reads: { rewardsOfVersion, creditSchemes, grantsOfCompletion },
  settings: cultureSettings,
  react: (reassessed, { rewardsOfVersion, creditSchemes, grantsOfCompletion }, { zone }) => {
    const { from, to, endedAt, closedAt } = reassessed
    if (to !== 'completed') return []
    const completed = { ...reassessed, completedAt: endedAt ?? closedAt }
    const credit = creditOf(completed, rewardsOfVersion, creditSchemes, zone)
    return from === 'completed' && grantsOfCompletion.grantIds.includes(credit.grantId)
      ? [intent(commands.CorrectCredit, { ...credit, cause: 'completionReassessed' })]
      : granted(credit, zone)
  },
})

/** Where a correction shows that it was no completion, what was granted for it is taken back; history stays. */
export const aCompletionUndoneTakesItsRewardsBack = policy({
  name: 'aCompletionUndoneTakesItsRewardsBack',
  when: 'CompletionReassessed',
  reads: { grantsOfCompletion },
  react: ({ at, learnerId, from, to }, { grantsOfCompletion: { grantIds } }) =>
    to === 'completed' || from !== 'completed'
      ? []
      : grantIds.map((grantId) =>
          intent(commands.ReverseGrant, { at, grantId, learnerId, cause: 'completionReassessed' }),
        ),
})

const pointsForTeaching = (scheme: IncentiveScheme, kind: string, minutes: number): number =>
  scheme.pointsPerSession +
  scheme.pointsPerHour * Math.max(0, Math.floor(minutes / 60)) +
  (kind === 'knowledgeSharing' ? scheme.pointsPerSharing : 0)

type Taught = {
  readonly offeringId: string
  readonly sessionId: string
  readonly actualStart: string
  readonly actualEnd: string
  readonly zone: string
  readonly trainerIds?: readonly string[] | undefined
}
/** The grant of each trainer of a session, under one id. */
const earnedForTeaching = (
  taught: Taught,
  { versions }: StateOf<typeof incentiveSchemes>,
  { kind }: StateOf<typeof offeringKind>,
) => {
  const { offeringId, sessionId, trainerIds = [], actualStart, actualEnd, zone } = taught
  const scheme = inForceOn(versions, dayIn(actualStart, zone))
  const points =
    scheme === undefined ? 0 : pointsForTeaching(scheme, kind, minutesBetween(actualStart, actualEnd))
  if (scheme === undefined || points === 0) return []
  return trainerIds.map((trainerId) => ({
    grantId: derivedId(offeringId, sessionId, trainerId, 'teaching'),
    learnerId: trainerId,
    source: kind === 'knowledgeSharing' ? 'sharing' : 'teaching',
    offeringId,
    schemeVersion: scheme.version,
    points,
  }))
}

/** A trainer who holds a session earns the incentive of the scheme in force; trainers who teach together each does. */
export const whoTeachesEarnsPoints = policy({
  name: 'whoTeachesEarnsPoints',
  when: 'SessionDelivered',
  reads: { incentiveSchemes, offeringKind },
  react: (delivered, { incentiveSchemes, offeringKind }) =>
    earnedForTeaching(delivered, incentiveSchemes, offeringKind).map((grant) =>
      intent(commands.GrantPoints, { at: delivered.at, ...grant }),
    ),
})

/** A trainer who did not teach it after all gets nothing for it; one who taught other hours gets the amount of the scheme. */
export const aCorrectedDeliveryCorrectsWhatWasEarned = policy({
  name: 'aCorrectedDeliveryCorrectsWhatWasEarned',
  when: 'DeliveryCorrected',
  reads: { incentiveSchemes, offeringKind },
  react: (corrected, { incentiveSchemes, offeringKind }) => {
    const { at, was } = corrected
    const before = earnedForTeaching({ ...corrected, trainerIds: [], ...was }, incentiveSchemes, offeringKind)
    const now = earnedForTeaching(corrected, incentiveSchemes, offeringKind)
    const isSame = (one: (typeof now)[0], other: (typeof now)[0]) =>
      one.grantId === other.grantId && one.points === other.points
    const gone = before.filter((one) => !now.some((other) => isSame(one, other)))
    const come = now.filter((one) => !before.some((other) => isSame(one, other)))
    return [
      ...gone.map(({ grantId, learnerId }) =>
        intent(commands.ReverseGrant, { at, grantId, learnerId, cause: 'deliveryCorrected' }),
      ),
      ...come.map((grant) => intent(commands.GrantPoints, { at, ...grant })),
    ]
  },
})

/** Nobody taught in a class that never was. */
export const aVoidedOfferingTakesItsRewardsBack = policy({
  name: 'aVoidedOfferingTakesItsRewardsBack',
  when: 'OfferingVoided',
  reads: { incentiveSchemes, offeringKind },
  react: ({ at, offeringId, held }, { incentiveSchemes, offeringKind }) =>
    held.flatMap((session) =>
      earnedForTeaching({ ...session, offeringId }, incentiveSchemes, offeringKind).map(
        ({ grantId, learnerId }) =>
          intent(commands.ReverseGrant, { at, grantId, learnerId, cause: 'offeringVoided' }),
      ),
    ),
})

/** Of the best possible, in whole hundredths. */
const inHundredths = (
  rating: number,
  { min, max }: { readonly min: number; readonly max: number },
): number => (max === min ? 0 : Math.floor(((rating - min) * 100) / (max - min)))

/** A trainer who is rated well on the whole earns what the scheme in force gives for it, once for each who rates. */
export const whoIsRatedWellEarnsPoints = policy({
  name: 'whoIsRatedWellEarnsPoints',
  when: 'ResourceRated',
  reads: { incentiveSchemes, resourceKind },
  settings: cultureSettings,
  react: (rated, { incentiveSchemes, resourceKind: { kind } }, { zone }) => {
    const { at, resourceId, ratedBy, rating, scale, aspect, offeringId, sessionId } = rated
    const scheme = inForceOn(incentiveSchemes.versions, dayIn(at, zone))
    const reached = inHundredths(rating, scale)
    const points = scheme?.ratings.find(({ atLeastHundredths }) => reached >= atLeastHundredths)?.points ?? 0
    const isTrainer = kind === 'trainer' || kind === 'expert'
    if (scheme === undefined || !isTrainer || aspect !== 'overall' || points === 0) return []
    return [
      intent(commands.GrantPoints, {
        at,
        grantId: derivedId(resourceId, ratedBy, offeringId ?? '-', sessionId ?? '-', 'rating'),
        learnerId: resourceId,
        source: 'rating',
        ...given({ offeringId }),
        schemeVersion: scheme.version,
        points,
      }),
    ]
  },
})

/** Points expire so many months after they were earned, where an organisation says so. */
export const pointsExpire = policy({
  name: 'pointsExpire',
  when: 'PointsEarned',
  reads: {},
  settings: cultureSettings,
  react: ({ at, learnerId }, _, { pointsValidMonths, zone }) => {
    if (pointsValidMonths <= 0) return []
    const dueAt = monthsAfter(at, pointsValidMonths, zone)
    return [{ dueAt, command: intent(commands.ExpirePoints, { at: dueAt, learnerId, earnedUpTo: at }) }]
  },
})

/** The year of a person who earned something is closed when it is over, where an organisation says how much goes on. */
export const yearsAreClosed = policy({
  name: 'yearsAreClosed',
  when: 'PointsEarned',
  reads: { rewardAccount },
  settings: cultureSettings,
  react: ({ at, learnerId }, { rewardAccount: { earned } }, { carryAtMost, zone }) => {
    const year = yearIn(at, zone)
    const begins = startOfDay(`${year}-01-01`, zone)
    const dueAt = startOfDay(`${year + 1}-01-01`, zone)
    const inThatYear = Object.keys(earned).filter((earnedAt) => earnedAt >= begins && earnedAt < dueAt)
    if (carryAtMost < 0 || inThatYear.length > 1) return []
    const close = intent(commands.CarryForward, { at: dueAt, learnerId, year, most: carryAtMost })
    return [{ dueAt, command: close }]
  },
})

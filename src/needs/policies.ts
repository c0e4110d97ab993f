import { intent, policies } from '../kernel/index.ts'
import { dayIn, daysAfter, derivedId, given, monthsAfter } from '../vocabulary/index.ts'
import { needsCommands as commands } from './commands.ts'
import type { NeedsEvent } from './events.ts'
import type { LiaisonReview } from './liaison/state.ts'
import { needsSettings } from './settings.ts'

const policy = policies<NeedsEvent>()

type Talk = Pick<LiaisonReview, 'dueAt' | 'zone'> & { readonly liaisonReviewId: string }

const missedAfter = ({ liaisonReviewId, dueAt, zone }: Talk, graceDays: number) => {
  const at = daysAfter(dueAt, graceDays, zone)
  return { dueAt: at, command: intent(commands.MissLiaisonReview, { at, liaisonReviewId, dueAt }) }
}

/** A talk that nobody holds is missed some days after it was due. */
export const aTalkNobodyHoldsIsMissed = policy({
  name: 'aTalkNobodyHoldsIsMissed',
  when: 'LiaisonReviewScheduled',
  reads: {},
  settings: needsSettings,
  react: (talk, _known, { liaisonGraceDays }) => [missedAfter(talk, liaisonGraceDays)],
})

/** The same of the day it was moved to. */
export const aMovedTalkNobodyHoldsIsMissed = policy({
  name: 'aMovedTalkNobodyHoldsIsMissed',
  when: 'LiaisonReviewRescheduled',
  reads: {},
  settings: needsSettings,
  react: (talk, _known, { liaisonGraceDays }) => [missedAfter(talk, liaisonGraceDays)],
})

/** The first day of the line that is still to come, after this talk's own. */
const nextDueAfter = (at: string, { plannedFor, firstDueAt, everyMonths, zone }: LiaisonReview): string => {
  const over = at > plannedFor ? at : plannedFor
  let months = everyMonths
  while (monthsAfter(firstDueAt, months, zone) <= over) months += everyMonths
  return monthsAfter(firstDueAt, months, zone)
}

const next = (talk: LiaisonReview & { readonly at: string }) => {
  if (talk.everyMonths === 0) return []
  const { at, unitId, series, firstDueAt, everyMonths, zone, counterpartId, topics } = talk
  const dueAt = nextDueAfter(at, talk)
  return [
    intent(commands.ScheduleLiaisonReview, {
      at,
      liaisonReviewId: derivedId(series, dayIn(dueAt, zone)),
      unitId,
      dueAt,
      zone,
      everyMonths,
      topics,
      series,
      firstDueAt,
      ...given({ counterpartId }),
    }),
  ]
}

/** After a talk the next one is planned. */
export const afterATalkTheNextIsPlanned = policy({
  name: 'afterATalkTheNextIsPlanned',
  when: 'LiaisonReviewHeld',
  reads: {},
  react: (talk) => next(talk),
})

/** A missed talk does not end the line. */
export const aMissedTalkIsFollowedByTheNext = policy({
  name: 'aMissedTalkIsFollowedByTheNext',
  when: 'LiaisonReviewMissed',
  reads: {},
  react: (talk) => next(talk),
})

/** Observations in a liaison review are evidence of needs. */
export const whatIsHeardInATalkIsEvidence = policy({
  name: 'whatIsHeardInATalkIsEvidence',
  when: 'LiaisonReviewHeld',
  reads: {},
  react: ({ at, liaisonReviewId, assessmentId, observations }) =>
    assessmentId === undefined
      ? []
      : observations.map((observation, nth) =>
          intent(commands.RecordNeedEvidence, {
            at,
            assessmentId,
            evidenceId: derivedId(liaisonReviewId, String(nth + 1)),
            source: 'liaison',
            liaisonReviewId,
            ...observation,
          }),
        ),
})

import { type DataOf, projections } from '../../kernel/index.ts'
import type { NeedsEvent } from '../../needs/events.ts'
import { liaisonReviewStatusAfter as after, type LiaisonReviewStatus } from '../../needs/liaison/status.ts'
import { given } from '../../vocabulary/index.ts'

type Scheduled = DataOf<NeedsEvent, 'LiaisonReviewScheduled'>

export type LiaisonRecord = {
  /** By talk. */
  due: Record<string, Pick<Scheduled, 'dueAt' | 'zone' | 'counterpartId' | 'topics'>>
  ended: Record<string, { how: Exclude<LiaisonReviewStatus, 'unknown' | 'scheduled'>; at: string }>
}

const dueOf = ({ dueAt, zone, counterpartId, topics }: Scheduled) => ({
  dueAt,
  zone,
  topics,
  ...given({ counterpartId }),
})

/** A business unit's talks with training operations: which are due, and how the others ended. Any split merges. */
export const liaisonRecord = projections<NeedsEvent>()({
  name: 'liaisonRecord',
  by: ['unitId'],
  initial: (): LiaisonRecord => ({ due: {}, ended: {} }),
  on: {
    LiaisonReviewScheduled: (calendar, talk) => {
      calendar.due[talk.liaisonReviewId] = dueOf(talk)
    },
    LiaisonReviewRescheduled: (calendar, talk) => {
      calendar.due[talk.liaisonReviewId] = dueOf(talk)
    },
    LiaisonReviewHeld: (calendar, { at, liaisonReviewId }) => {
      calendar.ended[liaisonReviewId] = { how: after.LiaisonReviewHeld, at }
    },
    LiaisonReviewMissed: (calendar, { at, liaisonReviewId }) => {
      calendar.ended[liaisonReviewId] = { how: after.LiaisonReviewMissed, at }
    },
    LiaisonReviewCancelled: (calendar, { at, liaisonReviewId }) => {
      calendar.ended[liaisonReviewId] = { how: after.LiaisonReviewCancelled, at }
    },
  },
  merge: (a, b) => ({ due: { ...a.due, ...b.due }, ended: { ...a.ended, ...b.ended } }),
})

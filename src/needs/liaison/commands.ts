import { defineCommands } from '../../kernel/index.ts'
import {
  assessmentId,
  at,
  code,
  idList,
  instant,
  liaisonReviewId,
  personId,
  reason,
  unitId,
  zone,
} from '../../vocabulary/index.ts'
import { everyMonths, observations, topics } from './shapes.ts'

const talk = { at, liaisonReviewId }

/** The commands of liaison reviews, in order of life. */
export const liaisonCommands = defineCommands({
  ScheduleLiaisonReview: {
    ...talk,
    unitId,
    dueAt: instant,
    zone,
    /** The usual values of the organisation, unless given. */
    everyMonths: everyMonths.optional(),
    counterpartId: personId.optional(),
    topics: topics.default([]),
    /** Of a talk that follows another: the line they are in, and where it began. */
    series: code.optional(),
    firstDueAt: instant.optional(),
  },
  /** Changes nothing when it is due then already. */
  RescheduleLiaisonReview: { ...talk, dueAt: instant },
  HoldLiaisonReview: {
    ...talk,
    attendeeIds: idList(personId, 100).default([]),
    assessmentId: assessmentId.optional(),
    observations: observations.default([]),
  },
  /** `dueAt`: the due date that passed; of one that was moved since, nothing follows. */
  MissLiaisonReview: { ...talk, dueAt: instant },
  CancelLiaisonReview: { ...talk, reason },
})

/** The events about merged identities. The kernel knows these two by name: whatever is folded reads the survivor. */
import * as z from 'zod'
import { defineEvents, type EventsOf, event, identitiesTag } from '../kernel/index.ts'
import { at, code, idList, learnerId } from '../vocabulary/index.ts'

/** Two ids of people. */
export const two = {
  at,
  /** The id that stays: everything is read under it. */
  survivorId: learnerId,
  /** The id that is read as the survivor. */
  mergedId: learnerId,
}

const ofLearners = {
  ...two,
  /** The kind of subject that has the ids, as tags name it: `learner`. */
  kind: code,
  /** Other kinds of fields that hold the same ids: `respondent` is `respondentId`, `by` every field that says who acts. */
  alsoAs: z.array(code).max(50).optional(),
}

/** The fields in which people are named otherwise than as learners, by the kind of their ids. */
export const alsoAs = [
  ...['respondent', 'claimant', 'person', 'owner', 'author'],
  ...['accountable', 'responsible', 'support', 'consulted', 'informed', 'by'],
] as const

/** A person who merges two has to know who was merged before. */
const toldToAll = { tags: [identitiesTag] } as const

/** The events of merged identities; `peopleEvents.make` makes them. */
export const peopleEvents = defineEvents({
  /** Two ids are one person. */
  IdentitiesMerged: event(
    {
      ...ofLearners,
      /** Every id of the person from then on: the survivor first, then all that were merged into either of them. */
      identityIds: idList(learnerId, 100),
    },
    toldToAll,
  ),
  /** They are two after all: what was recorded under each id is that one's own again. */
  IdentitiesUnmerged: event(
    {
      ...ofLearners,
      /** Every id of both. */
      identityIds: idList(learnerId, 100),
      /** Of these, the ids of the one that was merged: its own first. */
      releasedIds: idList(learnerId, 100),
    },
    toldToAll,
  ),
})

export type PeopleEvent = EventsOf<typeof peopleEvents> | never

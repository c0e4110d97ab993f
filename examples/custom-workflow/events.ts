/** What mentoring remembers: who asked, which pairs were made, how often they met, and how it ended (导师制). */
import { defineEvents, type EventsOf, event, instant, learnerId, minutes, personId } from 'training-ops'
import * as z from 'zod'

/** A pair, from the asking to the end: everything a fold needs is in each fact. */
const pair = { at: instant, pairId: z.string().min(1), menteeId: learnerId, mentorId: personId }

export const mentoringEvents = defineEvents({
  MentorAsked: event({ at: instant, pairId: pair.pairId, menteeId: learnerId, topic: z.string() }),
  PairMatched: event(pair),
  PairMet: event({ ...pair, minutes }),
  PairClosed: event({ ...pair, meetings: z.int().min(0) }),
  /** They never met, and made room for others. */
  PairLapsed: event(pair),
})
export type MentoringEvent = EventsOf<typeof mentoringEvents>

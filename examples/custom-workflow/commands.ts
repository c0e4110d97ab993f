import {
  defineCommands,
  defineRejections,
  instant,
  learnerId,
  minutes,
  payload,
  personId,
} from 'training-ops'
import * as z from 'zod'

const pair = { at: instant, pairId: z.string().min(1).max(300) }

export const mentoringCommands = defineCommands({
  AskForMentor: { ...pair, menteeId: learnerId, topic: z.string().min(1).max(200) },
  MatchPair: { ...pair, menteeId: learnerId, mentorId: personId },
  MeetPair: { ...pair, minutes },
  ClosePair: pair,
  /** By policy, when a matched pair has had a month to meet. */
  LapsePair: pair,
})

export const mentoringRejections = defineRejections({
  MentorIsBusy: payload<{ readonly mentorId: string; readonly limit: number }>(),
  MenteeIsBusy: payload<{ readonly menteeId: string; readonly limit: number }>(),
  NobodyMentorsThemselves: payload<{ readonly mentorId: string }>(),
  NotTheirPair: payload<{ readonly menteeId: string }>(),
  TheyNeverMet: payload<{ readonly pairId: string }>(),
})

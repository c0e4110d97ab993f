import {
  carrying,
  defineCommands,
  defineRejections,
  instant,
  learnerId,
  minutes,
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
  MentorIsBusy: carrying<{ readonly mentorId: string; readonly limit: number }>(),
  MenteeIsBusy: carrying<{ readonly menteeId: string; readonly limit: number }>(),
  NobodyMentorsThemselves: carrying<{ readonly mentorId: string }>(),
  NotTheirPair: carrying<{ readonly menteeId: string }>(),
  TheyNeverMet: carrying<{ readonly pairId: string }>(),
})

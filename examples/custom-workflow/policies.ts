import { type DeliveryEvent, daysAfter, derivedId, intent, policies } from 'training-ops'
import { mentoringCommands as commands } from './commands.ts'
import { mentoringSettings } from './decisions.ts'
import type { MentoringEvent } from './events.ts'

const policy = policies<MentoringEvent | DeliveryEvent>()

/** Who did not pass a course is found a mentor: the standard modules lead into this one. */
export const whoFailedIsFoundAMentor = policy({
  name: 'whoFailedIsFoundAMentor',
  when: 'EnrolmentFailed',
  reads: {},
  react: ({ at, offeringId, learnerId, courseId }) => [
    intent(commands.AskForMentor, {
      at,
      pairId: derivedId(offeringId, learnerId),
      menteeId: learnerId,
      topic: courseId,
    }),
  ],
})

/** A pair that has not met in a month makes room for others. */
export const aPairHasAMonthToMeet = policy({
  name: 'aPairHasAMonthToMeet',
  when: 'PairMatched',
  reads: {},
  settings: mentoringSettings,
  react: ({ at, pairId }, _, { daysToMeet }) => {
    const dueAt = daysAfter(at, daysToMeet, 'UTC')
    return [{ dueAt, command: intent(commands.LapsePair, { at: dueAt, pairId }) }]
  },
})

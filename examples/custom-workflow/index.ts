/** Mentoring pairs: a context of a host's own, made with the same functions as the library's. */
import { assemble, defineModule, lifecycle } from 'training-ops'
import { mentoringRejections } from './commands.ts'
import * as decide from './decisions.ts'
import { mentoringEvents } from './events.ts'
import * as policy from './policies.ts'
import { openPairsOfMentee, openPairsOfMentor, pair } from './state.ts'

export * from './commands.ts'
export * from './events.ts'
export * from './state.ts'

export const mentoring = defineModule({
  name: 'mentoring',
  events: mentoringEvents,
  decisions: [decide.askForMentor, decide.matchPair, decide.meetPair, decide.closePair, decide.lapsePair],
  policies: [policy.whoFailedIsFoundAMentor, policy.aPairHasAMonthToMeet],
  projections: [pair, openPairsOfMentor, openPairsOfMentee],
  rejections: mentoringRejections,
  settings: decide.mentoringSettings,
})

/** The whole lifecycle, and mentoring beside it. */
export const training = assemble([...lifecycle, mentoring], {}, { trusted: true })

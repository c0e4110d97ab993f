export {
  type BehaviourObservations,
  behaviourAdoption,
  behaviourAdoptionAccumulator,
  behaviourAdoptionEntry,
} from './behaviour-adoption.ts'
export {
  type FollowUp,
  type FollowUpCounts,
  type FollowUpOptions,
  followUpCompletion,
  followUpCompletionAccumulator,
  followUpCompletionEntry,
} from './follow-up-completion.ts'

export {
  agreementTable,
  agreementTableAccumulator,
  type CaseCounts,
  type CaseTable,
  type RatedCase,
} from './agreement-table.ts'
export {
  type ApplicationCounts,
  applicationRate,
  applicationRateAccumulator,
  applicationRateEntry,
} from './application-rate.ts'
export {
  type BehaviourObservations,
  behaviourAdoption,
  behaviourAdoptionAccumulator,
  behaviourAdoptionEntry,
} from './behaviour-adoption.ts'
export {
  type BehaviourScores,
  behaviourChange,
  behaviourChangeAccumulator,
  behaviourChangeEntry,
} from './behaviour-change.ts'
export {
  type FollowUp,
  type FollowUpCounts,
  type FollowUpOptions,
  followUpCompletion,
  followUpCompletionAccumulator,
  followUpCompletionEntry,
} from './follow-up-completion.ts'
export {
  type RatedPeople,
  type ReliabilityOptions,
  raterReliability,
  raterReliabilityAccumulator,
  raterReliabilityEntry,
} from './rater-reliability.ts'
export {
  type DriverAnswers,
  type RequiredDriver,
  requiredDrivers,
  requiredDriversIndex,
  requiredDriversIndexAccumulator,
  requiredDriversIndexEntry,
} from './required-drivers-index.ts'
export {
  type ScrapEvidence,
  scrapLearning,
  scrapLearningAccumulator,
  scrapLearningEntry,
} from './scrap-learning.ts'
export {
  type SelfAndSupervisor,
  type SelfAndSupervisorPair,
  selfSupervisorBias,
  selfSupervisorBiasAccumulator,
  selfSupervisorBiasEntry,
} from './self-supervisor-bias.ts'
export {
  type AgreementTable,
  type AgreementWeights,
  weightedKappa,
  weightedKappaAccumulator,
} from './weighted-kappa.ts'

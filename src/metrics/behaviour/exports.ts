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
} from './application-rate.ts'
export {
  type BehaviourObservations,
  behaviourAdoption,
  behaviourAdoptionAccumulator,
} from './behaviour-adoption.ts'
export {
  type BehaviourScores,
  behaviourChange,
  behaviourChangeAccumulator,
} from './behaviour-change.ts'
export {
  type FollowUp,
  type FollowUpCounts,
  type FollowUpOptions,
  followUpCompletion,
  followUpCompletionAccumulator,
} from './follow-up-completion.ts'
export {
  type RatedPeople,
  type ReliabilityOptions,
  raterReliability,
  raterReliabilityAccumulator,
} from './rater-reliability.ts'
export {
  type DriverAnswers,
  type RequiredDriver,
  requiredDrivers,
  requiredDriversIndex,
  requiredDriversIndexAccumulator,
} from './required-drivers-index.ts'
export {
  type ScrapEvidence,
  scrapLearning,
  scrapLearningAccumulator,
} from './scrap-learning.ts'
export {
  type SelfAndSupervisor,
  type SelfAndSupervisorPair,
  selfSupervisorBias,
  selfSupervisorBiasAccumulator,
} from './self-supervisor-bias.ts'
export {
  type AgreementTable,
  type AgreementWeights,
  weightedKappa,
  weightedKappaAccumulator,
} from './weighted-kappa.ts'

export type { Answer, AnswerScale } from './answer-scale.ts'
export {
  cronbachAlpha,
  cronbachAlphaAccumulator,
  cronbachAlphaEntry,
  type ItemScores,
} from './cronbach-alpha.ts'
export {
  type IntentAnswer,
  type IntentAnswers,
  type IntentCounts,
  type IntentShares,
  type IntentTheme,
  intentShares,
  intentSharesAccumulator,
  intentSharesEntry,
} from './intent-shares.ts'
export {
  type ItemAnswers,
  type ItemDistribution,
  type ItemHistogram,
  itemDistribution,
  itemDistributionAccumulator,
  itemDistributionEntry,
} from './item-distribution.ts'
export {
  type NetPromoterScore,
  netPromoterScore,
  netPromoterScoreAccumulator,
  netPromoterScoreEntry,
  type PromoterCounts,
  type RecommendationAnswers,
} from './net-promoter-score.ts'
export {
  type ResponseBias,
  responseBias,
  responseBiasAccumulator,
  responseBiasEntry,
  type SegmentResponse,
  type SegmentResponses,
} from './response-bias.ts'
export {
  type InvitationOutcome,
  type ResponseCounts,
  responseRate,
  responseRateAccumulator,
  responseRateEntry,
} from './response-rate.ts'
export {
  type PointsByAnswered,
  type SubscaleAnswers,
  type SubscalePoints,
  type SubscaleScores,
  type Subscales,
  subscaleScores,
  subscaleScoresAccumulator,
  subscaleScoresEntry,
} from './subscale-scores.ts'
export {
  type BoxCounts,
  type SatisfactionAnswers,
  topTwoBox,
  topTwoBoxAccumulator,
  topTwoBoxEntry,
} from './top-two-box.ts'

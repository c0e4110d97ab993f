export type { Answer, AnswerScale } from './answer-scale.ts'
export {
  cronbachAlpha,
  cronbachAlphaAccumulator,
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
} from './intent-shares.ts'
export {
  type ItemAnswers,
  type ItemDistribution,
  type ItemHistogram,
  itemDistribution,
  itemDistributionAccumulator,
} from './item-distribution.ts'
export {
  type NetPromoterScore,
  netPromoterScore,
  netPromoterScoreAccumulator,
  type PromoterCounts,
  type RecommendationAnswers,
} from './net-promoter-score.ts'
export {
  type ResponseBias,
  responseBias,
  responseBiasAccumulator,
  type SegmentResponse,
  type SegmentResponses,
} from './response-bias.ts'
export {
  type InvitationOutcome,
  type ResponseCounts,
  responseRate,
  responseRateAccumulator,
} from './response-rate.ts'
export {
  type PointsByAnswered,
  type SubscaleAnswers,
  type SubscalePoints,
  type SubscaleScores,
  type Subscales,
  subscaleScores,
  subscaleScoresAccumulator,
} from './subscale-scores.ts'
export {
  type BoxCounts,
  type SatisfactionAnswers,
  topTwoBox,
  topTwoBoxAccumulator,
} from './top-two-box.ts'

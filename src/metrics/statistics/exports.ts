export {
  type ChiSquaredPoint,
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperTail,
} from './chi-squared.ts'
export {
  fCdf,
  fQuantile,
  fUpperTail,
  type VarianceRatio,
  type VarianceRatioFreedom,
} from './f-distribution.ts'
export { hedgesCorrection } from './hedges-correction.ts'
export type { ItemRows, ItemSums } from './item-spread.ts'
export { normalCdf, normalQuantile, normalUpperTail } from './normal.ts'
export { type OneWayAnova, oneWayAnova } from './one-way-anova.ts'
export {
  type StudentTPoint,
  studentTCdf,
  studentTQuantile,
  studentTTwoSided,
  studentTUpperTail,
} from './student-t.ts'
export { type Summary, summary } from './summary.ts'
export type { Asked } from './two-tails.ts'

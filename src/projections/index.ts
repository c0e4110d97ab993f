/** Folds that stand here until their subjects have records. */
export {
  type LineVsActual,
  type PlanVsActualState,
  planVsActual,
  planVsActualIn,
} from './plan-vs-actual.ts'

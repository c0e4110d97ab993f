export { type IncidentCounts, incidentRate, incidentRateAccumulator } from './incident-rate.ts'
export {
  internalDeliveryShare,
  internalDeliveryShareAccumulator,
  type TaughtSession,
} from './internal-delivery-share.ts'
export { type Incident, meanTimeToResolve, meanTimeToResolveAccumulator } from './mean-time-to-resolve.ts'
export { type ContentUse, reuseRatio, reuseRatioAccumulator } from './reuse-ratio.ts'
export { type TrainerMinutes, trainerLoad, trainerLoadAccumulator } from './trainer-load.ts'
export { type TrainerTime, trainerUtilisation, trainerUtilisationAccumulator } from './trainer-utilisation.ts'

import {
  type MetricResult,
  type TrainerMinutes,
  type TrainerTime,
  trainerLoad,
  trainerLoadEntry,
  trainerUtilisation,
  trainerUtilisationEntry,
} from '../metrics/index.ts'
import { figureBy } from './figure.ts'

/** M22, of what some trainers taught; `trainerLoadFigure` is that of everybody who taught in a period. */
export const loadOfFigure = figureBy({
  entry: trainerLoadEntry,
  measure: (taught: readonly TrainerMinutes[]): MetricResult => trainerLoad(taught),
})

/** M22b. */
export const trainerUtilisationFigure = figureBy({
  entry: trainerUtilisationEntry,
  measure: (time: TrainerTime): MetricResult => trainerUtilisation(time),
})

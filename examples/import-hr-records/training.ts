import { assemble, type CommandOf, catalog, delivery, resources } from 'training-ops'

/** The rooms a training record needs: what was taught, and who was there. */
export const training = assemble([catalog, resources, delivery], {}, { trusted: true })
export type TrainingCommand = CommandOf<typeof training>

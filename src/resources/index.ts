/** Resources: trainers, providers, venues, equipment; what they may do, cost, and when they are free. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import * as calendar from './calendar/decisions.ts'
import type { resourceCommands } from './commands.ts'
import { type ResourceEvent, resourceEvents } from './events.ts'
import { resourcePermissions } from './permissions.ts'
import * as provider from './provider/decisions.ts'
import * as registry from './registry/decisions.ts'
import { resourceRejections } from './rejections.ts'
import { resourceSettings } from './settings.ts'
import * as trainer from './trainer/decisions.ts'

export { resourceCommands } from './commands.ts'
export type { ResourceKind, ScoredCriterion, ScoreScale } from './events/shapes.ts'
export { type TrainerRecord, type TrainerStatus, trainerStatus } from './events/trainer-status.ts'
export { type ResourceEvent, resourceEvents } from './events.ts'
export { type Screening, screeningOf } from './provider/screening.ts'
export { resourceRejections } from './rejections.ts'
export { resourceSettings } from './settings.ts'
export {
  type Qualification,
  type ResourceState,
  resource,
  resourceCalendar,
} from './state.ts'

/** Trainers, venues, platforms, equipment and providers: booking, qualification, screening, terms (培训资源). */
export const resources: Module<
  'resources',
  typeof resourceEvents,
  DecisionsOn<typeof resourceCommands, typeof resourceRejections, ResourceEvent>,
  typeof resourceSettings,
  never
> = defineModule({
  name: 'resources',
  events: resourceEvents,
  decisions: [
    registry.registerResource,
    trainer.nominateTrainer,
    trainer.qualifyTrainer,
    trainer.withdrawQualification,
    trainer.appointTrainer,
    trainer.developTrainer,
    trainer.completeTrainerDevelopment,
    provider.screenProvider,
    provider.agreeTerms,
    registry.rateResource,
    registry.suspendResource,
    registry.reinstateResource,
    registry.retireResource,
    calendar.reserveSlot,
    calendar.releaseSlot,
  ],
  rejections: resourceRejections,
  permissions: resourcePermissions,
  settings: resourceSettings,
})

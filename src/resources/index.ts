/** Who and what training takes: trainers, venues, equipment, and when each of them is free. */
import { defineModule } from '../kernel/index.ts'
import * as decide from './decide.ts'
import { resourceEvents } from './events.ts'
import { resourcePermissions } from './permissions.ts'
import { resourceRejections } from './rejections.ts'

export { resourceCommands } from './commands.ts'
export { type ResourceEvent, resourceEvents } from './events.ts'
export * from './known.ts'
export { resourceRejections } from './rejections.ts'

export const resources = defineModule({
  name: 'resources',
  events: resourceEvents,
  decisions: [
    decide.registerResource,
    decide.nominateTrainer,
    decide.qualifyTrainer,
    decide.suspendResource,
    decide.reinstateResource,
    decide.retireResource,
    decide.reserveSlot,
    decide.releaseSlot,
  ],
  rejections: resourceRejections,
  permissions: resourcePermissions,
})

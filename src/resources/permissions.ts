import type { PermissionsFor } from '../vocabulary/index.ts'
import type { resourceCommands } from './commands.ts'

/** Who may ask what: administration keeps rooms and equipment, training operations the people and the calendar. */
export const resourcePermissions: PermissionsFor<typeof resourceCommands> = {
  RegisterResource: ['operations', 'administration'],
  NominateTrainer: ['operations', 'manager'],
  QualifyTrainer: ['operations'],
  SuspendResource: ['operations', 'administration'],
  ReinstateResource: ['operations', 'administration'],
  RetireResource: ['operations', 'administration'],
  ReserveSlot: ['operations', 'administration'],
  ReleaseSlot: ['operations', 'administration'],
}

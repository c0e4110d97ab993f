import type { PermissionsFor } from '../vocabulary/index.ts'
import type { resourceCommands } from './commands.ts'

/** The permissions: administration keeps rooms and equipment, training operations the people and the calendar. */
export const resourcePermissions: PermissionsFor<typeof resourceCommands> = {
  RegisterResource: ['operations', 'administration'],
  NominateTrainer: ['operations', 'manager'],
  QualifyTrainer: ['operations'],
  WithdrawQualification: ['operations'],
  AppointTrainer: ['operations', 'manager'],
  DevelopTrainer: ['operations', 'manager'],
  CompleteTrainerDevelopment: ['operations', 'manager'],
  ScreenProvider: ['operations', 'finance'],
  AgreeTerms: ['operations', 'finance'],
  RateResource: [
    { role: 'operations', names: ['ratedBy'] },
    { role: 'trainer', as: 'ratedBy' },
    { role: 'learner', as: 'ratedBy' },
    { role: 'manager', as: 'ratedBy' },
  ],
  SuspendResource: ['operations', 'administration'],
  ReinstateResource: ['operations', 'administration'],
  RetireResource: ['operations', 'administration'],
  ReserveSlot: ['operations', 'administration'],
  ReleaseSlot: ['operations', 'administration'],
}

import type { PermissionsFor } from '../vocabulary/index.ts'
import type { needsCommands } from './commands.ts'

/** Who may ask what: training operations runs the assessment; managers bring evidence and needs of their people. */
export const needsPermissions: PermissionsFor<typeof needsCommands> = {
  OpenNeedsAssessment: ['operations'],
  RecordNeedEvidence: ['operations', 'manager'],
  IdentifyNeed: ['operations', 'manager'],
  PrioritizeNeeds: ['operations'],
  DismissNeed: ['operations'],
  PublishNeedsReport: ['operations'],
  RestateNeedsReport: ['operations'],
  CloseNeedsAssessment: ['operations'],
}

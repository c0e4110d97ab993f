import type { PermissionsFor } from '../vocabulary/index.ts'
import type { needsCommands } from './commands.ts'

/** A manager speaks for those who report to them. */
const theirManager = { role: 'manager', relation: 'reportsTo', to: 'learnerId' } as const

/** The permissions: training operations keeps the framework and runs the assessment; managers know their people. */
export const needsPermissions: PermissionsFor<typeof needsCommands> = {
  DefineScale: ['operations'],
  DefineCompetency: ['operations'],
  ReviseCompetency: ['operations'],
  SetRoleProfile: ['operations', 'manager'],
  RetireCompetency: ['operations'],
  PublishFramework: ['operations'],
  AssignRole: ['operations', 'manager'],
  EndRole: ['operations', 'manager'],
  /** Not the learner: the source of an assessment is part of what is asked. A host asks a self-assessment for them. */
  AssessCompetency: [{ role: 'operations', names: ['assessedBy'] }, theirManager, 'trainer'],
  WithdrawAssessment: ['operations', 'manager'],
  StateAspiration: ['operations', theirManager, { role: 'learner', as: 'learnerId' }],
  OpenNeedsAssessment: ['operations'],
  RecordNeedEvidence: ['operations', 'manager'],
  IdentifyNeed: ['operations', 'manager'],
  PrioritizeNeeds: ['operations'],
  DismissNeed: ['operations'],
  PublishNeedsReport: ['operations'],
  RestateNeedsReport: ['operations'],
  CloseNeedsAssessment: ['operations'],
  ScheduleLiaisonReview: ['operations', 'manager'],
  RescheduleLiaisonReview: ['operations', 'manager'],
  HoldLiaisonReview: ['operations', 'manager'],
  MissLiaisonReview: ['operations'],
  CancelLiaisonReview: ['operations', 'manager'],
}

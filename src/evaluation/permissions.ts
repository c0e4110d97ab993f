import type { PermissionsFor } from '../vocabulary/index.ts'
import type { evaluationCommands } from './commands.ts'

const respondents: PermissionsFor<typeof evaluationCommands>['SubmitResponse'] = [
  'operations',
  { role: 'learner', as: 'respondentId' },
  { role: 'manager', as: 'respondentId' },
  { role: 'trainer', as: 'respondentId' },
  { role: 'finance', as: 'respondentId' },
  { role: 'administration', as: 'respondentId' },
]

/** The permissions: training operations asks and reports, people answer for themselves alone. */
export const evaluationPermissions: PermissionsFor<typeof evaluationCommands> = {
  PublishInstrumentVersion: ['operations', 'trainer'],
  OpenAdministration: ['operations', 'trainer'],
  ChangeAnonymity: ['operations'],
  ExtendWindow: ['operations', 'trainer'],
  InviteRespondent: ['operations'],
  SendReminder: ['operations', 'trainer'],
  SubmitResponse: respondents,
  RedeemInvitation: respondents,
  SubmitAnonymousResponse: ['operations', 'learner', 'manager', 'trainer', 'finance', 'administration'],
  InvalidateResponse: ['operations'],
  InvalidateAnonymousResponse: ['operations'],
  CodeAnswer: ['operations'],
  CodeAnonymousAnswer: ['operations'],
  CloseAdministration: ['operations'],
  PlanEvaluationStudy: ['operations'],
  CaptureBaseline: ['operations', 'manager'],
  ChooseIsolation: ['operations'],
  ScheduleFollowUp: ['operations'],
  RecordOutcome: ['operations', 'manager', 'finance'],
  CorrectBaseline: ['operations'],
  CorrectOutcome: ['operations', 'manager', 'finance'],
  RecordBenefitEstimate: [{ role: 'operations', names: ['estimatedBy'] }, 'manager', 'finance'],
  DeclareIntangible: ['operations', 'manager'],
  RecordFinding: ['operations'],
  ProposeImprovement: ['operations', 'manager', 'trainer'],
  CompleteImprovement: ['operations', 'manager', 'trainer'],
  DismissImprovement: ['operations'],
  PublishEvaluationReport: ['operations'],
  RestateEvaluationReport: ['operations'],
  FlagEvaluationReport: ['operations'],
  CloseEvaluation: ['operations'],
}

import type { PermissionsFor } from '../vocabulary/index.ts'
import type { deliveryCommands } from './commands.ts'

/** Who may ask what: training operations runs the class, the trainer teaches it, learners ask for themselves. */
export const deliveryPermissions: PermissionsFor<typeof deliveryCommands> = {
  ScheduleOffering: ['operations'],
  AnnounceOffering: ['operations'],
  OpenEnrolment: ['operations'],
  CloseEnrolmentWindow: ['operations'],
  SetEnrolmentTerms: ['operations'],
  SetPrerequisites: ['operations'],
  SetStagePrerequisites: ['operations'],
  RequestEnrolment: ['operations', 'manager', { role: 'learner', as: 'learnerId' }],
  ApproveEnrolment: ['operations', 'manager'],
  DeclineEnrolment: ['operations', 'manager'],
  WithdrawEnrolment: ['operations', 'manager', { role: 'learner', as: 'learnerId' }],
  TransferEnrolment: ['operations', 'manager', { role: 'learner', as: 'learnerId' }],
  DrawLottery: ['operations'],
  SendPrework: ['operations', 'trainer'],
  AcknowledgePrework: ['operations', { role: 'learner', as: 'learnerId' }],
  CorrectAttendance: ['operations', 'trainer'],
  RecordModuleDone: ['operations', 'trainer'],
  RecordResponse: ['operations'],
  WaiveRequirement: ['operations'],
  ChangeCapacity: ['operations'],
  ConfirmOffering: ['operations'],
  DeliverSession: ['operations', 'trainer'],
  RecordAttendance: ['operations', 'trainer'],
  RecordResult: ['operations', 'trainer'],
  CloseEnrolment: ['operations'],
  CompleteOffering: ['operations'],
  CancelOffering: ['operations'],
  CancelEnrolment: ['operations'],
}

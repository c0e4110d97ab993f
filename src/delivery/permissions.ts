import type { PermissionsFor } from '../vocabulary/index.ts'
import type { deliveryCommands } from './commands.ts'

/** A manager speaks for those who report to them. */
const theirManager = { role: 'manager', relation: 'reportsTo', to: 'learnerId' } as const
/** A trainer speaks for the classes they teach, and never of themselves as a learner. */
const theTrainer = { role: 'trainer', relation: 'teaches', to: 'offeringId' } as const
const theTrainerOfOthers = { ...theTrainer, notAs: 'learnerId' } as const
/** The fields of a request that only training operations, or the system, may set. */
const nothingKnown = { completedCourses: [], competencies: [], employment: [] } as const
const nothingVouched = { ...nothingKnown, priority: [] } as const

/** The permissions: training operations runs the class, the trainer teaches it, learners ask for themselves. */
export const deliveryPermissions: PermissionsFor<typeof deliveryCommands> = {
  ScheduleOffering: ['operations'],
  AnnounceOffering: ['operations'],
  PlanTask: ['operations'],
  CompleteTask: ['operations', 'trainer', 'administration', 'finance'],
  WaiveTask: ['operations'],
  RemindTask: ['operations'],
  AssignTrainer: ['operations'],
  UnassignTrainer: ['operations'],
  ReplaceTrainer: ['operations'],
  BriefTrainer: ['operations'],
  ReportTrainerPreparation: ['operations', { role: 'trainer', as: 'trainerId' }],
  RemindTrainers: ['operations'],
  CheckReadiness: ['operations'],
  RemindLearners: ['operations'],
  OpenEnrolment: ['operations'],
  CloseEnrolmentWindow: ['operations'],
  PassEnrolmentDeadline: ['operations'],
  AddSession: ['operations'],
  RescheduleSession: ['operations'],
  CancelSession: ['operations'],
  ReportIncident: ['operations', 'trainer', 'administration'],
  ResolveIncident: ['operations', 'trainer', 'administration'],
  CorrectIncident: ['operations'],
  RetractIncident: ['operations'],
  CorrectInteraction: ['operations'],
  CorrectDelivery: ['operations'],
  ReassessCompletion: ['operations'],
  VoidOffering: ['operations'],
  RecordInteraction: ['operations', theTrainer],
  SetEnrolmentTerms: ['operations'],
  SetPrerequisites: ['operations'],
  SetStagePrerequisites: ['operations'],
  RequestEnrolment: [
    'operations',
    { ...theirManager, only: { ...nothingVouched, source: ['manager', 'assigned'] } },
    { role: 'learner', as: 'learnerId', only: { ...nothingVouched, source: ['self'] } },
  ],
  EnrolLearners: [
    'operations',
    {
      ...theirManager,
      to: 'learners.learnerId',
      only: {
        'learners.completedCourses': [],
        'learners.competencies': [],
        'learners.employment': [],
        'learners.priority': [],
      },
    },
  ],
  AdmitLearner: ['operations', theTrainerOfOthers],
  ApproveEnrolment: ['operations', theirManager],
  DeclineEnrolment: ['operations', theirManager],
  AcceptSeatOffer: ['operations', theirManager, { role: 'learner', as: 'learnerId' }],
  DeclineSeatOffer: ['operations', theirManager, { role: 'learner', as: 'learnerId' }],
  LapseSeatOffer: ['operations'],
  EndWaiting: ['operations'],
  WithdrawEnrolment: ['operations', theirManager, { role: 'learner', as: 'learnerId' }],
  TransferEnrolment: [
    'operations',
    { ...theirManager, only: nothingKnown },
    { role: 'learner', as: 'learnerId', only: { ...nothingKnown, source: ['self'] } },
  ],
  ChangeJoining: ['operations', theirManager, { role: 'learner', as: 'learnerId' }],
  DrawLottery: ['operations'],
  SendPrework: ['operations', theTrainer],
  AcknowledgePrework: ['operations', { role: 'learner', as: 'learnerId' }],
  CorrectAttendance: ['operations', theTrainerOfOthers],
  RecordModuleDone: ['operations', theTrainerOfOthers],
  RecordResponse: ['operations'],
  CorrectResult: ['operations'],
  RetractProgress: ['operations'],
  WaiveRequirement: ['operations'],
  ChangeCapacity: ['operations'],
  ConfirmOffering: ['operations'],
  DeliverSession: ['operations', theTrainer],
  RecordAttendance: ['operations', theTrainerOfOthers],
  RecordResult: ['operations', theTrainerOfOthers],
  CloseEnrolment: ['operations'],
  CompleteOffering: ['operations'],
  CancelOffering: ['operations'],
  CancelEnrolment: ['operations'],
}

/** What happened to each subject of the library: one projection and one state type each. */
export { type CertificateRecord, type CertificateRecords, certificateRecord } from './certificate/record.ts'
export { type CaseRecord, type CourseRecord, type CourseRecords, courseRecord } from './course/record.ts'
export {
  type EnrolmentRecord,
  type EnrolmentRecords,
  enrolmentRecord,
  type StatusReached,
} from './enrolment/record.ts'
export type { SessionRecord } from './offering/calendar.ts'
export {
  type IncidentRecord,
  type InteractionsSeen,
  type OfferingRecord,
  type OfferingRecords,
  offeringRecord,
  type TaskRecord,
} from './offering/record.ts'
export { type PaymentRecord, type PaymentRecords, paymentRecord } from './resource/payments.ts'
export {
  type AgreedTerms,
  type RatingSums,
  type ResourceRecord,
  type ResourceRecords,
  resourceRecord,
} from './resource/record.ts'
export { type DepartmentTask, type DepartmentTasks, departmentTaskRecord } from './tasks/record.ts'

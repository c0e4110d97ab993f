/** Which events can change which figure. */

const seats = [
  'EnrolmentRequested',
  'LearnerEnrolled',
  'LearnerWaitlisted',
  'LearnerPromoted',
  'SeatOffered',
  'SeatOfferDeclined',
  'SeatOfferLapsed',
  'LearnerWithdrew',
  'EnrolmentTransferred',
  'EnrolmentCancelled',
  'EnrolmentDeclined',
]
const endings = ['EnrolmentCompleted', 'EnrolmentFailed', 'NoShowRecorded', 'CompletionReassessed']
const attendance = ['AttendanceRecorded', 'AttendanceCorrected']
const sessions = [
  'OfferingScheduled',
  'SessionAdded',
  'SessionRescheduled',
  'SessionCancelled',
  'OfferingCancelled',
  'OfferingVoided',
]

export const typesBehind: Readonly<Record<string, readonly string[]>> = {
  M01: [...attendance, ...sessions],
  M03: [...attendance, ...sessions],
  M06: [...seats, ...endings, ...sessions],
  M08: [...attendance, ...seats, ...sessions],
  M09: [...seats, ...endings, ...sessions],
  M11: [...seats, ...endings, ...sessions, 'CapacityChanged'],
  M12: [...seats, ...sessions],
  M26: [
    'RequirementEstablished',
    'RequirementAmended',
    'RequirementRetired',
    'RequirementWaived',
    'EnrolmentCompleted',
    'CompletionReassessed',
    'CertificateIssued',
    'CertificateRevoked',
  ],
}

export const seatTypes = [...seats, ...endings]

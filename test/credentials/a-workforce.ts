import {
  credentialEvents,
  deliveryEvents,
  type Employee,
  learnerRecord,
  type ObligationQuestion,
  obligations,
  project,
  requirement,
} from 'training-ops'

const happened = credentialEvents.make
export const zone = 'Asia/Shanghai'
export const noon = (day: string) => `${day}T04:00:00.000Z`

type Terms = Parameters<typeof happened.RequirementEstablished>[0]

export const fire = {
  at: noon('2026-01-01'),
  requirementId: 'fire',
  effectiveFrom: '2026-01-01',
  courseId: 'fire-safety',
  requires: 'course' as const,
  title: 'Fire safety',
  audience: { segments: [], roles: [] },
  trigger: { on: 'hired' as const, dueWithinDays: 30 },
  recurrence: { kind: 'rolling' as const, months: 12 },
  graceDays: 7,
  purpose: 'compliance',
} satisfies Terms

export const required = (more: Partial<Terms> = {}) => happened.RequirementEstablished({ ...fire, ...more })

export const completedOn = (day: string, offeringId: string, learnerId = 'ada') =>
  deliveryEvents.make.EnrolmentCompleted({
    at: noon(day),
    offeringId,
    learnerId,
    courseId: 'fire-safety',
    courseVersion: 1,
    outcome: 'completed',
    attendedMinutes: 60,
    scheduledMinutes: 60,
  })

export const certified = (from: string, until: string, certificateId = 'c-1') =>
  happened.CertificateIssued({
    at: noon(from),
    certificateId,
    learnerId: 'ada',
    courseId: 'fire-safety',
    validFrom: noon(from),
    validUntil: noon(until),
    awardedDate: from,
    basis: 'completion',
    serial: certificateId,
  })

export const ada: Employee = { learnerId: 'ada', hiredOn: '2026-03-01', segment: { department: 'plant' } }

export type Happened = Parameters<typeof project>[1] extends Iterable<infer One> ? One : never

/** What is known by then, and asked at noon of that day. */
export const asOf = (events: readonly Happened[], day: string, more: Partial<ObligationQuestion> = {}) => ({
  requirements: project(requirement, events, { asOf: noon(day) }),
  records: project(learnerRecord, events, { asOf: noon(day) }),
  asOf: noon(day),
  zone,
  ...more,
})

/** How somebody stands with the one requirement, and by when it is due: `due 2026-03-31`. */
export const standing = (events: readonly Happened[], day: string, person: Employee = ada): string => {
  const [one] = obligations({ workforce: [person], ...asOf(events, day) })
  return one === undefined ? 'notObligated' : [one.state, one.due].filter(Boolean).join(' ')
}

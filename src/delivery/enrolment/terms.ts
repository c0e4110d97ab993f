import { projections } from '../../kernel/index.ts'
import type { Alternatives, Money } from '../../vocabulary/index.ts'
import type { Competence, DeliveryEvent, Quota, WaitlistOrder } from '../events.ts'

export type EnrolmentTerms = {
  waitlist: WaitlistOrder
  quotas: readonly Quota[]
  price?: Money
  lateWithdrawal: 'recorded' | 'refused'
  /** Hours to accept a seat that came free; without them it is given at once. */
  seatOfferHours?: number
  prework?: { readonly materials: readonly string[]; readonly daysBefore: number }
  courses: readonly string[]
  /** The first version that counts, where not any does. */
  fromVersion: Record<string, number>
  /** Of several courses, so many that come first. */
  alternatives: readonly Alternatives[]
  competencies: readonly Competence[]
  stages: readonly { readonly stage: string; readonly courses: readonly string[] }[]
}

/** On which terms seats are given in an offering, and what has to be completed before one asks. */
export const enrolmentTerms = projections<DeliveryEvent>()({
  name: 'enrolmentTerms',
  by: ['offeringId'],
  initial: (): EnrolmentTerms => ({
    waitlist: 'firstCome',
    quotas: [],
    lateWithdrawal: 'recorded',
    courses: [],
    fromVersion: {},
    alternatives: [],
    competencies: [],
    stages: [],
  }),
  on: {
    EnrolmentTermsSet: (terms, { waitlist, quotas, price, lateWithdrawal, seatOfferHours, prework }) => {
      terms.waitlist = waitlist
      terms.quotas = quotas
      terms.lateWithdrawal = lateWithdrawal
      if (price === undefined) delete terms.price
      else terms.price = price
      if (seatOfferHours === undefined) delete terms.seatOfferHours
      else terms.seatOfferHours = seatOfferHours
      if (prework === undefined) delete terms.prework
      else terms.prework = prework
    },
    PrerequisitesSet: (terms, { courses, versions = [], alternatives = [], competencies }) => {
      terms.courses = courses
      terms.fromVersion = Object.fromEntries(
        versions.map(({ courseId, fromVersion }) => [courseId, fromVersion]),
      )
      terms.alternatives = alternatives
      terms.competencies = competencies
    },
    StagePrerequisitesSet: (terms, { stages }) => {
      terms.stages = stages
    },
  },
})

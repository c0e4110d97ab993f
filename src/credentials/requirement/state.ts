import { projections } from '../../kernel/index.ts'
import type { CredentialEvent } from '../events.ts'
import { type RequirementStatus, requirementMoves } from './status.ts'
import type { Terms } from './terms.ts'

/** The terms that hold from a day on, until the next do. */
export type TermsFrom = Terms & { readonly effectiveFrom: string }

export type RequirementState = {
  status: RequirementStatus
  courseId: string
  requires: 'course' | 'credential'
  /** In the order in which they take effect. */
  versions: TermsFrom[]
  withdrawnFrom?: string
}

const projection = projections<CredentialEvent>()

type WithTerms = TermsFrom & { readonly [field: string]: unknown }
const termsOf = ({
  at: _at,
  requirementId: _id,
  courseId: _course,
  requires: _requires,
  ...terms
}: WithTerms) => terms as TermsFrom

/** The terms of a requirement, and the day from which they hold; earlier terms are kept. */
export const requirement = projection({
  name: 'requirement',
  by: ['requirementId'],
  initial: (): RequirementState => ({ status: 'none', courseId: '', requires: 'course', versions: [] }),
  on: [
    requirementMoves,
    {
      RequirementEstablished: (requirement, established) => {
        requirement.courseId = established.courseId
        requirement.requires = established.requires
        requirement.versions = [termsOf(established)]
      },
      RequirementAmended: ({ versions }, amended) => {
        versions.push(termsOf(amended))
      },
      RequirementWithdrawn: (requirement, { effectiveFrom }) => {
        requirement.withdrawnFrom = effectiveFrom
      },
    },
  ],
})

/** Whether somebody need not do it. */
export const obligationWaiver = projection({
  name: 'obligationWaiver',
  by: ['requirementId', 'learnerId'],
  initial: (): { waived: boolean; until?: string } => ({ waived: false }),
  on: {
    ObligationWaived: (waiver, { until }) => {
      waiver.waived = true
      if (until === undefined) delete waiver.until
      else waiver.until = until
    },
    ObligationRestored: (waiver) => {
      waiver.waived = false
    },
  },
})

type Introduction = { courseId: string; versions: TermsFrom[] }

/** Every requirement in force, so that a new job can be told all of them. */
export const requirementsInForce = projection({
  name: 'requirementsInForce',
  tag: 'catalog:requirements',
  initial: (): { requirements: Record<string, Introduction> } => ({ requirements: {} }),
  on: {
    RequirementEstablished: ({ requirements }, { requirementId, courseId, ...terms }) => {
      requirements[requirementId] = { courseId, versions: [termsOf(terms)] }
    },
    RequirementAmended: ({ requirements }, { requirementId, ...terms }) => {
      requirements[requirementId]?.versions.push(termsOf(terms))
    },
    RequirementWithdrawn: ({ requirements }, { requirementId }) => {
      delete requirements[requirementId]
    },
  },
})

/** The last reminder of a person. */
export const trainingSuggested = projection({
  name: 'trainingSuggested',
  by: ['learnerId'],
  initial: (): { requirementIds: string[] } => ({ requirementIds: [] }),
  on: {
    TrainingSuggested: (suggested, { requirementIds }) => {
      suggested.requirementIds = [...requirementIds]
    },
  },
})

/** The courses that terms ask for, and how many of them. */
export const coursesAsked = (
  courseId: string,
  { alternatives }: Pick<TermsFrom, 'alternatives'>,
): { readonly courseIds: readonly string[]; readonly atLeast: number } =>
  alternatives === undefined ? { courseIds: [courseId], atLeast: 1 } : alternatives

import { dayIn, type Employee } from '../../vocabulary/index.ts'
import { type ObligationQuestion, obligationOf, type TrainingObligation } from './obligations.ts'

/** Whether somebody has what a role asks for, and what is missing. */
export type PromotionEligibility = {
  readonly eligible: boolean
  readonly held: readonly TrainingObligation[]
  readonly missing: readonly TrainingObligation[]
}

/**
 * Whether a person may be promoted to a role as far as training goes (晋升资格): every requirement that a promotion to it
 * triggers is current or waived. Requirements of other triggers are no part of it.
 *
 * With no requirement of that kind for the role, everybody is eligible.
 *
 * @example
 * ```ts
 * import { promotionEligibility } from 'training-ops'
 * const person = { learnerId: 'ada', hiredOn: '2024-03-01', segment: {} }
 * const asked = { requirements: {}, records: {}, asOf: '2026-04-02T09:00:00.000Z', zone: 'UTC' }
 * promotionEligibility(person, 'teamLead', asked) // => { eligible: true, held: [], missing: [] }
 * ```
 */
export const promotionEligibility = (
  person: Employee,
  role: string,
  question: ObligationQuestion,
): PromotionEligibility => {
  const since = dayIn(question.asOf, question.zone)
  const known = person.candidateFor?.find((candidacy) => candidacy.role === role && candidacy.since <= since)
  const candidate: Employee = { ...person, candidateFor: [known ?? { role, since }] }
  const asked = Object.entries(question.requirements)
    .filter(([, { versions }]) =>
      versions.some(({ trigger, audience }) => trigger.on === 'promotion' && audience.roles.includes(role)),
    )
    .map(([requirementId]) => obligationOf(requirementId, candidate, question))
    .filter(({ state }) => state !== 'notObligated')
  const isHeld = ({ state }: TrainingObligation) =>
    state === 'current' || state === 'expiringSoon' || state === 'waived'
  const missing = asked.filter((one) => !isHeld(one))
  return { eligible: missing.length === 0, held: asked.filter(isHeld), missing }
}

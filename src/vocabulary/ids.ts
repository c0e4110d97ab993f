import * as z from 'zod'
import { type AnySchema, type Field, field, type ListField } from '../kernel/index.ts'

/** An id a host gave: 1 to 128 characters, no spaces, no control characters, no lone surrogates, and no name every object inherits. */
const id =
  /^(?!(?:__proto__|constructor|prototype|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|__defineGetter__|__defineSetter__|__lookupGetter__|__lookupSetter__)$)[^\p{C}\p{Z}]{1,128}$/u

declare const kind: unique symbol
/** An id of one kind: a string that was checked, and passes for no other kind's. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

const branded = <const Kind extends string>() => field(z.string().regex(id)) as Field<Id<Kind>, string>

export const learnerId = branded<'LearnerId'>()
/** Anyone who acts and is not learning just now: a supervisor, an owner, an approver. */
export const personId = branded<'PersonId'>()
export const unitId = branded<'UnitId'>()

export const frameworkId = branded<'FrameworkId'>()
export const competencyAssessmentId = branded<'CompetencyAssessmentId'>()
export const aspirationId = branded<'AspirationId'>()

export const assessmentId = branded<'AssessmentId'>()
export const evidenceId = branded<'EvidenceId'>()
export const liaisonReviewId = branded<'LiaisonReviewId'>()
export const needId = branded<'NeedId'>()

export const planId = branded<'PlanId'>()
export const lineId = branded<'LineId'>()
export const programId = branded<'ProgramId'>()
export const objectiveId = branded<'ObjectiveId'>()
export const commitmentId = branded<'CommitmentId'>()
export const milestoneId = branded<'MilestoneId'>()
export const increaseId = branded<'IncreaseId'>()
export const claimId = branded<'ClaimId'>()
export const sopId = branded<'SopId'>()

export const courseId = branded<'CourseId'>()
export const caseId = branded<'CaseId'>()
export const resourceId = branded<'ResourceId'>()
export const slotId = branded<'SlotId'>()
export const termsId = branded<'TermsId'>()
export const developmentId = branded<'DevelopmentId'>()

export const offeringId = branded<'OfferingId'>()
export const sessionId = branded<'SessionId'>()
export const trainerId = branded<'TrainerId'>()
export const taskId = branded<'TaskId'>()
export const incidentId = branded<'IncidentId'>()

export const instrumentId = branded<'InstrumentId'>()
export const administrationId = branded<'AdministrationId'>()
/** The random key of an answer nobody may trace to a person. */
export const responseId = branded<'ResponseId'>()
export const evaluationId = branded<'EvaluationId'>()
export const findingId = branded<'FindingId'>()
export const improvementId = branded<'ImprovementId'>()

export const certificateId = branded<'CertificateId'>()
export const requirementId = branded<'RequirementId'>()
export const campaignId = branded<'CampaignId'>()
export const grantId = branded<'GrantId'>()
export const redemptionId = branded<'RedemptionId'>()
export const recognitionId = branded<'RecognitionId'>()

/** A code inside a subject, unique there: a competency, an item, a measure, a currency of points. */
export const code = field(z.string().regex(id))

export type LearnerId = Id<'LearnerId'>
export type PersonId = Id<'PersonId'>
export type NeedId = Id<'NeedId'>
export type PlanId = Id<'PlanId'>
export type ProgramId = Id<'ProgramId'>
export type CourseId = Id<'CourseId'>
export type OfferingId = Id<'OfferingId'>
export type SessionId = Id<'SessionId'>
export type EvaluationId = Id<'EvaluationId'>
export type AdministrationId = Id<'AdministrationId'>

/** A list without doubles: `uniqueBy(z.array(session), (session) => session.sessionId)`. */
export const uniqueBy = <Item, Input>(
  list: AnySchema<Item[], Input[]>,
  keyOf: (item: Item) => unknown,
): ListField<Item, Input> =>
  (list as unknown as z.ZodArray).check((context) => {
    const seen = new Set<unknown>()
    context.value.forEach((item, at) => {
      const key = keyOf(item as Item)
      if (seen.has(key))
        context.issues.push({
          code: 'custom',
          params: { code: 'DuplicateId' },
          path: [at],
          input: item,
          message: '',
        })
      seen.add(key)
    })
  }) as never

/** A list of ids, none twice. */
export const idList = <Item, Input>(one: AnySchema<Item, Input>, most = 10_000): ListField<Item, Input> =>
  uniqueBy(z.array(one as unknown as z.ZodType<Item, Input>).max(most), (value) => value)

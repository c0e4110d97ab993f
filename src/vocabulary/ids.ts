import * as z from 'zod'

/** An id a host gave: 1 to 128 characters, no spaces, no control characters, no lone surrogates, and no name every object inherits. */
const id =
  /^(?!(?:__proto__|constructor|prototype|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|__defineGetter__|__defineSetter__|__lookupGetter__|__lookupSetter__)$)[^\p{C}\p{Z}]{1,128}$/u

const branded = <const Brand extends string>() => z.string().regex(id).brand<Brand>()

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
export const code = z.string().regex(id)

export type LearnerId = z.infer<typeof learnerId>
export type PersonId = z.infer<typeof personId>
export type NeedId = z.infer<typeof needId>
export type PlanId = z.infer<typeof planId>
export type ProgramId = z.infer<typeof programId>
export type CourseId = z.infer<typeof courseId>
export type OfferingId = z.infer<typeof offeringId>
export type SessionId = z.infer<typeof sessionId>
export type EvaluationId = z.infer<typeof evaluationId>
export type AdministrationId = z.infer<typeof administrationId>

/** A list without doubles: `uniqueBy(z.array(session), (session) => session.sessionId)`. */
export const uniqueBy = <Item extends z.ZodType>(
  list: z.ZodArray<Item>,
  keyOf: (item: z.output<Item>) => unknown,
): z.ZodArray<Item> =>
  list.check((context) => {
    const seen = new Set<unknown>()
    context.value.forEach((item, at) => {
      const key = keyOf(item as z.output<Item>)
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
  })

/** A list of ids, none twice. */
export const idList = <Id extends z.ZodType>(one: Id, most = 10_000): z.ZodArray<Id> =>
  uniqueBy(z.array(one).max(most), (value) => value)

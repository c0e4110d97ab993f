import * as z from 'zod'
import { type AnySchema, type Field, field, type ListField, type ValueOf } from '../kernel/index.ts'

/** An id a host gave: 1 to 128 characters, no spaces, no control characters, no lone surrogates, and no name every object inherits. */
const id =
  /^(?!(?:__proto__|constructor|prototype|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|__defineGetter__|__defineSetter__|__lookupGetter__|__lookupSetter__)$)[^\p{C}\p{Z}]{1,128}$/u

declare const kind: unique symbol
/** An id of one kind: a string that was checked, and passes for no other kind's. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

const branded = <const Kind extends string>() => field(z.string().regex(id, 'id')) as Field<Id<Kind>, string>

/** The learner (学员) it is about. */
export const learnerId = branded<'LearnerId'>()
/** A person who acts and is not the learner: a supervisor, an owner, an approver. */
export const personId = branded<'PersonId'>()
/** The unit of the organisation: a department, a team, a shop. */
export const unitId = branded<'UnitId'>()

/** The competency framework (胜任力模型). */
export const frameworkId = branded<'FrameworkId'>()
/** The competency assessment (能力评定): one statement of one level. */
export const competencyAssessmentId = branded<'CompetencyAssessmentId'>()
/** The development aspiration (发展诉求). */
export const aspirationId = branded<'AspirationId'>()

/** The needs assessment (需求评估): one cycle. */
export const assessmentId = branded<'AssessmentId'>()
/** The piece of evidence, unique in its needs assessment. */
export const evidenceId = branded<'EvidenceId'>()
/** The liaison review (业务对接会): one talk with a unit. */
export const liaisonReviewId = branded<'LiaisonReviewId'>()
/** The training need (培训需求), unique in its needs assessment. */
export const needId = branded<'NeedId'>()

/** The training plan (培训计划). */
export const planId = branded<'PlanId'>()
/** The line of the plan (计划项目). */
export const lineId = branded<'LineId'>()
/** The training program (培训项目). */
export const programId = branded<'ProgramId'>()
/** The objective of the program (项目目标). */
export const objectiveId = branded<'ObjectiveId'>()
/** The commitment: money promised from a plan line. */
export const commitmentId = branded<'CommitmentId'>()
/** The milestone (里程碑) of the program. */
export const milestoneId = branded<'MilestoneId'>()
/** The request for a budget increase (追加预算). */
export const increaseId = branded<'IncreaseId'>()
/** The expense claim (费用报销). */
export const claimId = branded<'ClaimId'>()
/** The standard operating procedure (标准作业程序). */
export const sopId = branded<'SopId'>()

/** The course (课程). */
export const courseId = branded<'CourseId'>()
/** The case (案例) of the course. */
export const caseId = branded<'CaseId'>()
/** The resource: a trainer, a venue, equipment, a platform or a provider. */
export const resourceId = branded<'ResourceId'>()
/** The reserved period of the resource. */
export const slotId = branded<'SlotId'>()
/** The agreed terms (协议). */
export const termsId = branded<'TermsId'>()
/** The piece of trainer development (讲师培养). */
export const developmentId = branded<'DevelopmentId'>()

/** The offering (班次): one run of a course version. */
export const offeringId = branded<'OfferingId'>()
/** The session (场次) of the offering. */
export const sessionId = branded<'SessionId'>()
/** The trainer (讲师): the id of a resource of kind `trainer` or `expert`. */
export const trainerId = branded<'TrainerId'>()
/** The task, unique in its offering. */
export const taskId = branded<'TaskId'>()
/** The incident (突发问题), unique in its offering. */
export const incidentId = branded<'IncidentId'>()

/** The instrument: a questionnaire, a test or a rating (测评工具). */
export const instrumentId = branded<'InstrumentId'>()
/** The administration: one window in which an instrument is answered (问卷发放). */
export const administrationId = branded<'AdministrationId'>()
/** The random key of an anonymous response. It leads to no person. */
export const responseId = branded<'ResponseId'>()
/** The study (评估项目): the evaluation of one program, or of one offering. */
export const evaluationId = branded<'EvaluationId'>()
/** The finding of the study (评估发现). */
export const findingId = branded<'FindingId'>()
/** The improvement (改进措施) that answers a finding. */
export const improvementId = branded<'ImprovementId'>()

/** The certificate (证书). */
export const certificateId = branded<'CertificateId'>()
/** The training requirement (必训要求). */
export const requirementId = branded<'RequirementId'>()
/** The announcement or campaign. */
export const campaignId = branded<'CampaignId'>()
/** The grant of points or credit, unique among all grants. */
export const grantId = branded<'GrantId'>()
/** The redemption: points spent on a reward. */
export const redemptionId = branded<'RedemptionId'>()
/** The recognition (表彰). */
export const recognitionId = branded<'RecognitionId'>()

/** A code inside a subject, unique there: a competency, an item, a measure, a currency of points. */
export const code = field(z.string().regex(id, 'id'))

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

/**
 * A list without doubles: `uniqueBy(z.array(session), (session) => session.sessionId)`.
 *
 * @example
 * ```ts
 * import { uniqueBy } from 'training-ops'
 * import * as z from 'zod'
 * const sessions = uniqueBy(z.array(z.object({ sessionId: z.string() })), ({ sessionId }) => sessionId)
 * ```
 */
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

/**
 * A list of ids, none twice.
 *
 * @example
 * ```ts
 * import { idList } from 'training-ops'
 * import * as z from 'zod'
 * const mentorIds = idList(z.string(), 3)
 * ```
 */
export const idList = <Item, Input>(one: AnySchema<Item, Input>, most = 10_000): ListField<Item, Input> =>
  uniqueBy(z.array(one as unknown as z.ZodType<Item, Input>).max(most), (value) => value)

/** Some of several courses (任选课程): `{ atLeast: 1, courseIds: ['fire-zh', 'fire-en'] }` is either of them. */
export const alternatives = field(
  z.strictObject({
    /** How many of the courses it takes. */
    atLeast: z.int().min(1).max(50),
    courseIds: idList(courseId, 50),
  }),
)
export type Alternatives = ValueOf<typeof alternatives>

/**
 * No more is asked than there is to choose from.
 *
 * @example
 * ```ts
 * import { isChoice } from 'training-ops'
 * isChoice({ atLeast: 2, courseIds: ['selling', 'coaching', 'finance'] }) // => true
 * ```
 */
export const isChoice = ({
  atLeast,
  courseIds,
}: {
  readonly atLeast: number
  readonly courseIds: readonly string[]
}): boolean => atLeast <= courseIds.length

import { type Intent, intent } from '../kernel/index.ts'
import { planningCommands as commands } from './commands.ts'
import type { Progression, Stage } from './shapes.ts'

/** A stage of an onboarding program (新员工入职培训). */
export type OnboardingStage = {
  readonly stage: 'culture' | 'policies' | 'jobSkills' | 'careerDevelopment'
  /** Days after joining by which the stage is done. */
  readonly withinDays: number
  readonly activities: readonly { readonly activity: string; readonly minutes: number }[]
}

/**
 * The four-stage onboarding curriculum (公司文化 → 制度流程 → 岗位技能 → 职业发展): each stage opens when the one before
 * it is done, and team building (团队建设) is part of the first and of the third.
 */
export const onboardingTemplate: {
  readonly kind: 'onboarding'
  readonly audience: { readonly level: 'newHire' }
  readonly progression: Progression
  readonly stages: readonly OnboardingStage[]
} = {
  kind: 'onboarding',
  audience: { level: 'newHire' },
  progression: 'sequential',
  stages: [
    {
      stage: 'culture',
      withinDays: 7,
      activities: [
        { activity: 'theory', minutes: 180 },
        { activity: 'teamBuilding', minutes: 120 },
      ],
    },
    {
      stage: 'policies',
      withinDays: 14,
      activities: [
        { activity: 'theory', minutes: 180 },
        { activity: 'caseDiscussion', minutes: 60 },
      ],
    },
    {
      stage: 'jobSkills',
      withinDays: 60,
      activities: [
        { activity: 'practice', minutes: 960 },
        { activity: 'teamBuilding', minutes: 120 },
      ],
    },
    {
      stage: 'careerDevelopment',
      withinDays: 90,
      activities: [{ activity: 'caseDiscussion', minutes: 120 }],
    },
  ],
}

/** The language of the titles: one of `training-ops/reports`, or an object with these words. */
export type OnboardingLanguage = {
  readonly words: Readonly<Record<`onboarding.${'program' | OnboardingStage['stage']}`, string>>
}

export type OnboardingProgram = {
  readonly at: string
  readonly programId: string
  readonly zone: string
  readonly proposedBy: string
  /** The title of the program: that of the language unless given. */
  readonly title?: string
  readonly language: OnboardingLanguage
  /** The courses of each stage: none may be missing. */
  readonly courses: Readonly<Record<OnboardingStage['stage'], readonly string[]>>
  /** The day by which its objectives are to be reached and its last stage is first taught, `YYYY-MM-DD`. */
  readonly due: string
  /** The competency of the job, and the level a new colleague is to reach in it. */
  readonly competency: {
    readonly frameworkId: string
    readonly competency: string
    readonly requiredLevel: number
  }
  readonly accountableId: string
  readonly responsibleIds: readonly string[]
}

/**
 * The commands that set an onboarding program up by the template: its proposal, an objective on reaction and one on
 * learning and one on the job's competency, the four stages, a milestone for each with who answers for it, and an
 * evaluation at three levels. Facts that only an organisation knows (its needs, its budget, who confirms and approves) is
 * asked of the program afterwards, as of any other. New colleagues are brought in by a requirement with the trigger
 * `hired`.
 *
 * @example
 * ```ts
 * import { onboardingProgram } from 'training-ops'
 * import { en } from 'training-ops/reports'
 * const commands = onboardingProgram({
 *   at: '2026-01-05T01:00:00.000Z',
 *   programId: 'welcome-2026',
 *   zone: 'Asia/Shanghai',
 *   proposedBy: 'lin',
 *   language: en,
 *   courses: { culture: ['c-culture'], policies: ['c-rules'], jobSkills: ['c-desk'], careerDevelopment: ['c-path'] },
 *   due: '2026-12-31',
 *   competency: { frameworkId: 'f-1', competency: 'customer-service', requiredLevel: 2 },
 *   accountableId: 'mei',
 *   responsibleIds: ['lin'],
 * })
 * commands[0]?.type // => 'ProposeProgram'
 * commands.filter(({ type }) => type === 'PlanMilestone').length // => 4
 * ```
 */
export const onboardingProgram = (wanted: OnboardingProgram): readonly Intent[] => {
  const { at, programId, zone, proposedBy, due, competency, accountableId } = wanted
  const { words } = wanted.language
  const responsibleIds = [...wanted.responsibleIds]
  const { kind, audience, progression, stages } = onboardingTemplate
  const program = { at, programId }
  const title = wanted.title ?? words['onboarding.program']
  const curriculum: Stage[] = stages.map(({ stage, activities }) => ({
    stage,
    title: words[`onboarding.${stage}`],
    courseIds: [...wanted.courses[stage]] as Stage['courseIds'],
    activities: activities.map((one) => ({ ...one })),
  }))
  const share = (objectiveId: string, level: number, measure: string, value: number) =>
    intent(commands.SetObjective, {
      ...program,
      objectiveId,
      level,
      measure,
      unit: 'share',
      ...(level === 1 ? {} : { baseline: 0 }),
      target: { kind: 'absolute', direction: 'increase', value },
      due,
    })
  return [
    intent(commands.ProposeProgram, { ...program, title, kind, audience, zone, proposedBy }),
    share('reaction', 1, 'M32', 0.8),
    share('learning', 2, 'M46', 0.9),
    intent(commands.SetObjective, {
      ...program,
      objectiveId: 'competence',
      level: 3,
      due,
      competency,
      baseline: 0,
    }),
    intent(commands.DesignCurriculum, { ...program, stages: curriculum, progression }),
    ...stages.flatMap(({ stage }) => [
      intent(commands.PlanMilestone, {
        ...program,
        milestoneId: stage,
        title: words[`onboarding.${stage}`],
        due,
      }),
      intent(commands.AssignResponsibility, {
        ...program,
        milestoneId: stage,
        accountableIds: [accountableId],
        responsibleIds,
      }),
    ]),
    intent(commands.AssignResponsibility, { ...program, accountableIds: [accountableId], responsibleIds }),
    intent(commands.PlanEvaluation, {
      ...program,
      levels: [1, 2, 3],
      instruments: [],
      timing: [
        { level: 1, monthsAfter: 0 },
        { level: 2, monthsAfter: 0 },
        { level: 3, monthsAfter: 2 },
      ],
      isolation: 'none',
    }),
  ]
}

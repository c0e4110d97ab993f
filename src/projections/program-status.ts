import type { EvaluationEvent } from '../evaluation/events.ts'
import { type DataOf, projections } from '../kernel/index.ts'
import type { PlanningEvent } from '../planning/events.ts'

export type ProgramStage =
  | 'proposed'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'launched'
  | 'suspended'
  | 'cancelled'
  | 'completed'
  | 'archived'

const studyStages = ['planned', 'baselined', 'collecting', 'analysed', 'published', 'closed'] as const
export type StudyStage = (typeof studyStages)[number]

type Planned<Type extends PlanningEvent['type']> = DataOf<PlanningEvent, Type>

type Reached = Pick<Planned<'MilestoneReached'>, 'due' | 'reachedOn' | 'nextDue'>

export type ProgramStatusState = {
  proposal?: Pick<Planned<'ProgramProposed'>, 'title' | 'kind' | 'audience' | 'zone' | 'period' | 'ownerId'>
  stage?: ProgramStage
  objectives: Record<
    string,
    Pick<Planned<'ObjectiveSet'>, 'title' | 'level' | 'measure' | 'unit' | 'baseline' | 'target' | 'due'>
  >
  /** Objectives in words: nobody said how that is to be told. */
  statements: Record<string, Pick<Planned<'ObjectiveStated'>, 'title' | 'level' | 'due'>>
  needs: Record<string, true>
  curriculum: Planned<'CurriculumDesigned'>['stages']
  /** Whether a stage is closed until the one before it is done. */
  progression: Planned<'CurriculumDesigned'>['progression']
  milestones: Record<string, { title: string; due: string }>
  /** When each milestone was reached, and when it was due; as often as it recurred. */
  reached: Record<string, readonly Reached[]>
  /** Who answers for the whole, who does it and who supports it. */
  led?: Pick<Planned<'ResponsibilityAssigned'>, 'accountableId' | 'responsibleIds' | 'supportIds'>
  /** Who answers for a milestone, and who does it. */
  responsible: Record<string, { accountableId: string; responsibleIds: readonly string[] }>
  /** What it takes from each line of a plan. */
  budget: Record<string, { minor: number; currency: string }>
  /** Minor units posted for it, by currency. */
  posted: Record<string, number>
  evaluation?: Pick<Planned<'EvaluationPlanned'>, 'levels' | 'isolation'>
  /** How far each study of it has come. */
  studies: Record<string, StudyStage>
}

const further = (a: StudyStage | undefined, b: StudyStage): StudyStage =>
  a !== undefined && studyStages.indexOf(a) > studyStages.indexOf(b) ? a : b

type Studied = { readonly evaluationId: string }
const reached =
  (stage: StudyStage) =>
  ({ studies }: { studies: Record<string, StudyStage> }, { evaluationId }: Studied): void => {
    studies[evaluationId] = further(studies[evaluationId], stage)
  }
const at =
  (stage: ProgramStage) =>
  (program: { stage?: ProgramStage }): void => {
    program.stage = stage
  }

const without = <Part>(parts: Readonly<Record<string, Part>>, others: object): Record<string, Part> =>
  Object.fromEntries(Object.entries(parts).filter(([id]) => !Object.hasOwn(others, id)))

/** Where a program stands. Any split of the log merges. */
export const programStatus = projections<PlanningEvent | EvaluationEvent>()({
  name: 'programStatus',
  by: ['programId'],
  initial: (): ProgramStatusState => ({
    objectives: {},
    statements: {},
    needs: {},
    curriculum: [],
    progression: 'open',
    milestones: {},
    reached: {},
    responsible: {},
    budget: {},
    posted: {},
    studies: {},
  }),
  on: {
    ProgramProposed: (program, { title, kind, audience, zone, period, ownerId }) => {
      program.stage = 'proposed'
      program.proposal = {
        title,
        kind,
        audience,
        zone,
        ...(period === undefined ? {} : { period }),
        ...(ownerId === undefined ? {} : { ownerId }),
      }
    },
    ObjectiveSet: (program, { objectiveId, title, level, measure, unit, baseline, target, due }) => {
      delete program.statements[objectiveId]
      program.objectives[objectiveId] = {
        level,
        measure,
        unit,
        target,
        due,
        ...(title === undefined ? {} : { title }),
        ...(baseline === undefined ? {} : { baseline }),
      }
    },
    ObjectiveStated: (program, { objectiveId, title, level, due }) => {
      program.statements[objectiveId] = { title, level, due }
      delete program.objectives[objectiveId]
    },
    NeedLinked: (program, { needId }) => {
      program.needs[needId] = true
    },
    CurriculumDesigned: (program, { stages, progression }) => {
      program.curriculum = stages
      program.progression = progression
    },
    MilestonePlanned: (program, { milestoneId, title, due }) => {
      program.milestones[milestoneId] = { title, due }
    },
    MilestoneReached: (program, { milestoneId, due, reachedOn, nextDue }) => {
      const occurrence = { due, reachedOn, ...(nextDue === undefined ? {} : { nextDue }) }
      program.reached[milestoneId] = [...(program.reached[milestoneId] ?? []), occurrence]
    },
    ResponsibilityAssigned: (program, { milestoneId, accountableId, responsibleIds, supportIds }) => {
      if (milestoneId === undefined) program.led = { accountableId, responsibleIds, supportIds }
      else program.responsible[milestoneId] = { accountableId, responsibleIds }
    },
    ProgramBudgetPlanned: (program, { planId, lineId, amount }) => {
      program.budget[`${planId} ${lineId}`] = amount
    },
    ProgramBudgetReleased: (program, { planId, lineId, amount }) => {
      program.budget[`${planId} ${lineId}`] = { minor: 0, currency: amount.currency }
    },
    CostPosted: (program, { amount }) => {
      program.posted[amount.currency] = (program.posted[amount.currency] ?? 0) + amount.minor
    },
    EvaluationPlanned: (program, { levels, isolation }) => {
      program.evaluation = { levels, isolation }
    },
    ProgramSubmitted: at('submitted'),
    ProgramReturned: at('returned'),
    ProgramApproved: at('approved'),
    ProgramLaunched: at('launched'),
    ProgramSuspended: at('suspended'),
    ProgramResumed: at('launched'),
    ProgramCancelled: at('cancelled'),
    ProgramCompleted: at('completed'),
    ProgramArchived: at('archived'),
    EvaluationStudyPlanned: reached('planned'),
    BaselineCaptured: reached('baselined'),
    FollowUpScheduled: reached('collecting'),
    OutcomeRecorded: (program, { evaluationId, when }) => {
      if (when === 'after') reached('collecting')(program, { evaluationId })
    },
    BenefitEstimateRecorded: reached('collecting'),
    FindingRecorded: reached('analysed'),
    EvaluationReportPublished: reached('published'),
    EvaluationClosed: reached('closed'),
  },
  merge: (a, b) => {
    const posted = { ...a.posted }
    for (const [currency, minor] of Object.entries(b.posted))
      posted[currency] = (posted[currency] ?? 0) + minor
    const studies = { ...a.studies }
    for (const [study, stage] of Object.entries(b.studies)) studies[study] = further(studies[study], stage)
    const reached = { ...a.reached }
    for (const [milestoneId, occurrences] of Object.entries(b.reached))
      reached[milestoneId] = [...(reached[milestoneId] ?? []), ...occurrences]
    return {
      ...a,
      ...b,
      objectives: { ...without(a.objectives, b.statements), ...b.objectives },
      statements: { ...without(a.statements, b.objectives), ...b.statements },
      reached,
      needs: { ...a.needs, ...b.needs },
      curriculum: b.curriculum.length > 0 ? b.curriculum : a.curriculum,
      progression: b.curriculum.length > 0 ? b.progression : a.progression,
      milestones: { ...a.milestones, ...b.milestones },
      responsible: { ...a.responsible, ...b.responsible },
      budget: { ...a.budget, ...b.budget },
      posted,
      studies,
    }
  },
})

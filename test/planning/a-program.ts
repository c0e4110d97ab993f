import { approved, happened } from './a-plan.ts'

export { happened, identified, needed, training } from './a-plan.ts'

export const at = '2026-01-05T01:00:00.000Z'
export const programId = 'p-1'
export const here = { at, programId }

export const proposal = {
  ...here,
  title: 'Ask before you present · 先问需求再谈方案',
  kind: 'program',
  audience: { jobFamily: 'sales' },
  zone: 'Asia/Shanghai',
  period: { from: '2026-03-01', to: '2026-10-01' },
  ownerId: 'mei',
  proposedBy: 'lin',
}
export const proposed = happened.ProgramProposed(proposal)

export const objective = (objectiveId: string, more: object = {}) => ({
  ...here,
  objectiveId,
  level: 2,
  measure: 'casePoints',
  unit: 'points',
  baseline: 52,
  target: { kind: 'absolute' as const, direction: 'increase' as const, value: 75 },
  due: '2026-06-30',
  ...more,
})
export const set = (objectiveId: string, more: object = {}) =>
  happened.ObjectiveSet(objective(objectiveId, more))
export const link = (objectiveIds: readonly string[] = []) => ({
  ...here,
  needId: 'n-1',
  objectiveIds: [...objectiveIds],
})
export const linked = (...objectiveIds: readonly string[]) => happened.NeedLinked(link(objectiveIds))

export const stages = [
  { stage: 'basics', courseIds: ['questions', 'listening'] },
  { stage: 'practice', courseIds: ['listening', 'cases'] },
]
export const designed = happened.CurriculumDesigned({
  ...here,
  stages,
  courseIds: ['questions', 'listening', 'cases'],
  progression: 'open',
})
export const milestone = { ...here, milestoneId: 'm-1', title: 'Cases written', due: '2026-02-15' }
export const milestonePlanned = happened.MilestonePlanned(milestone)
export const raci = {
  ...here,
  milestoneId: 'm-1',
  responsibleIds: ['ann', 'bo'],
  supportIds: [],
  consultedIds: ['sales-lead'],
  informedIds: [],
}
export const assigned = happened.ResponsibilityAssigned({ ...raci, accountableId: 'mei' })

export const share = (minor: number, more: object = {}) => ({
  ...here,
  planId: 'plan-2026',
  lineId: 'l-1',
  amount: { minor, currency: 'CNY' },
  ...more,
})
export const budgeted = (minor: number, more: object = {}) =>
  happened.ProgramBudgetPlanned(share(minor, more))
export const released = (minor: number, more: object = {}) =>
  happened.ProgramBudgetReleased(share(minor, more))

export const evaluation = {
  ...here,
  levels: [1, 2],
  instruments: [{ level: 1, instrumentId: 'reaction' }],
  timing: [{ level: 1, monthsAfter: 0 }],
  isolation: 'control' as const,
}
export const evaluationPlanned = happened.EvaluationPlanned(evaluation)
export const fitConfirmed = happened.BusinessFitConfirmed({ ...here, confirmedBy: 'sales-lead' })
export const submitted = happened.ProgramSubmitted({ ...here, submittedBy: 'mei' })
export const sentBack = happened.ProgramReturned({ ...here, returnedBy: 'chen', reasons: ['Too dear.'] })
export const approvedProgram = happened.ProgramApproved({ ...here, approvedBy: 'chen' })
export const launched = happened.ProgramLaunched(here)
export const suspended = happened.ProgramSuspended({ ...here, reason: 'Peak season.' })
export const resumed = happened.ProgramResumed(here)
export const cancelled = happened.ProgramCancelled({ ...here, reason: 'The market closed.' })
export const completed = happened.ProgramCompleted(here)
export const archived = happened.ProgramArchived(here)

/** The parts of a program, each by the name under which it is missed. */
export const parts = {
  objectives: [set('o-1'), linked('o-1')],
  curriculum: [designed],
  milestones: [milestonePlanned, assigned],
  budget: [...approved, budgeted(60_000)],
  evaluation: [evaluationPlanned],
} as const
export const complete = [proposed, ...Object.values(parts).flat()] as const

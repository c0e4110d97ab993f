/** Lives of the planning room that get to every event it can tell and every refusal it can give. */
import { planningEvents } from 'training-ops'
import { reach, stories, universe } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { planningRejections } from '../../src/planning/rejections.ts'
import { training } from './a-plan.ts'

const cny = (minor: number) => ({ minor, currency: 'CNY' })
const usd = (minor: number) => ({ minor, currency: 'USD' })
const people = ['ann', 'bo', 'cy']
const did = [
  'drafted',
  'submitted',
  'approved',
  'proposed',
  'returned',
  'revised',
  'requested',
  'granted',
  'refused',
  'reimbursed',
  'confirmed',
]
const names = {
  ...Object.fromEntries(did.map((one) => [`${one}By`, people])),
  claimantId: people,
  assessmentId: 1,
  evidenceId: 1,
  needId: 1,
  planId: 1,
  lineId: 2,
  programId: 1,
  objectiveId: 1,
  milestoneId: 1,
  commitmentId: 2,
  claimId: 2,
  increaseId: 2,
  sopId: 1,
  offeringId: 2,
  resourceId: 1,
  courseId: 1,
  unitId: 1,
  invoice: ['i-1', 'i-2', 'i-3'],
  budget: [cny(10_000), cny(6_000), usd(5_000)],
  amount: [cny(900), cny(8_000), cny(11_000), usd(2_000)],
  'PlanBudget.amount': [cny(1_000), cny(11_000), usd(1)],
  tolerance: [0],
  period: [{ from: '2026-01-01', to: '2027-01-01' }],
  segment: [{}],
  audience: [{}],
  segments: [[{}]],
  cause: ['skill', 'skill', 'skill', 'tools'],
  weights: [{ gap: 10_000 }],
  factors: [{ gap: 8000 }],
  threshold: [8000, 10_000],
  version: [1, 2, 3],
  level: [1, 2],
  levels: [[1], [1, 2]],
  'PlanEvaluation.instruments': [[]],
  timing: [[], [], [{ level: 2, monthsAfter: 0 }]],
  target: [{ kind: 'absolute', direction: 'increase', value: 75 }],
  baseline: [52],
  measure: ['casePoints'],
  unit: ['points'],
  title: ['Better'],
  stages: [[{ stage: 'basics', courseIds: ['course-1'] }]],
  accountableIds: [['ann'], ['ann'], ['bo'], [], ['ann', 'bo']],
  responsibleIds: [['bo'], ['bo', 'cy'], ['ann'], []],
}
const world = universe(names)
/** So small that whatever is asked meets what was asked before. */
const narrow = universe({
  ...names,
  cause: ['skill'],
  lineId: 1,
  commitmentId: 1,
  increaseId: 1,
  needIds: [['need-1']],
  budget: [cny(10_000)],
  amount: [cny(8_000), cny(2_000), usd(9)],
  'AmendPlanLine.budget': [cny(100), cny(10_000), cny(10_000)],
  'GrantBudgetIncrease.amount': [cny(50_000)],
})
const measured = {
  at: '2026-03-02T09:00:00.000Z',
  programId: 'program-1',
  objectiveId: 'objective-1',
  level: 2,
  measure: 'casePoints',
  unit: 'points',
  target: { kind: 'absolute', direction: 'increase', value: 75 },
  due: '2026-06-30',
}
const designed = universe({ ...names, SetObjective: [{ ...measured, baseline: 52 }, measured] })
/** Objectives in words. */
const worded = universe({
  ...names,
  SetObjective: [
    {
      at: '2026-03-02T09:00:00.000Z',
      programId: 'program-1',
      objectiveId: 'objective-1',
      level: 3,
      title: 'Better',
      due: '2026-06-30',
    },
    {
      at: '2026-03-02T09:00:00.000Z',
      programId: 'program-1',
      objectiveId: 'objective-1',
      level: 4,
      title: 'Better',
      due: '2026-06-30',
    },
  ],
})
const need = ['OpenNeedsAssessment', 'RecordNeedEvidence', 'IdentifyNeed', 'PrioritizeNeeds']
const plan = ['DraftPlan', 'AddPlanLine', 'SubmitPlan', 'ApprovePlan']
const soon = Object.fromEntries([...need, ...plan].map((command) => [command, 12]))
const money = stories(training, {
  in: world,
  upTo: 60,
  only: [
    ...need,
    ...plan,
    'AmendPlanLine',
    'RemovePlanLine',
    'ReturnPlan',
    'RevisePlan',
    'CommitFunds',
    'PostCost',
    'ReleaseCommitment',
    'RaiseBudgetAlert',
    'RequestBudgetIncrease',
    'GrantBudgetIncrease',
    'RefuseBudgetIncrease',
    'ClaimExpense',
    'ReimburseExpense',
    'RefuseExpense',
    'ClosePlan',
  ],
  often: { ...soon, ReturnPlan: 0.5, ReimburseExpense: 6, PostCost: 2, ClosePlan: 0.4 },
})
const design = [
  'ProposeProgram',
  'SetObjective',
  'DesignCurriculum',
  'PlanMilestone',
  'AssignResponsibility',
  'PlanBudget',
  'PlanEvaluation',
]
const programs = stories(training, {
  in: designed,
  upTo: 70,
  mischief: 0.12,
  only: [
    ...need,
    ...plan,
    ...design,
    'LinkNeed',
    'ConfirmBusinessFit',
    'SubmitProgram',
    'ReturnProgram',
    'ApproveProgram',
    'LaunchProgram',
    'ReachMilestone',
    'SuspendProgram',
    'ResumeProgram',
    'CancelProgram',
    'CompleteProgram',
    'ArchiveProgram',
    'PublishSopVersion',
    'RetireSop',
  ],
  often: {
    ...soon,
    ...Object.fromEntries(design.map((command) => [command, 3])),
    LinkNeed: 0.3,
    PublishSopVersion: 0.3,
    RetireSop: 0.1,
    ConfirmBusinessFit: 0.3,
    SubmitProgram: 40,
    ApproveProgram: 20,
    LaunchProgram: 20,
    ReachMilestone: 5,
    CompleteProgram: 4,
    ArchiveProgram: 8,
    CancelProgram: 0.3,
    SuspendProgram: 6,
    ResumeProgram: 6,
    ReturnProgram: 3,
  },
})

const designs = stories(training, {
  in: worded,
  upTo: 15,
  mischief: 0.5,
  only: ['ProposeProgram', 'SetObjective', 'PublishSopVersion', 'CancelProgram'],
  often: { SetObjective: 4, CancelProgram: 0.1 },
})
const revisions = stories(training, {
  in: narrow,
  upTo: 60,
  mischief: 0.3,
  only: [
    ...need,
    ...plan,
    'AmendPlanLine',
    'RemovePlanLine',
    'RevisePlan',
    'CommitFunds',
    'PostCost',
    'ClosePlan',
    'RequestBudgetIncrease',
    'GrantBudgetIncrease',
  ],
  often: {
    ...soon,
    SubmitPlan: 2,
    RevisePlan: 5,
    AmendPlanLine: 3,
    CommitFunds: 10,
    PostCost: 30,
    RemovePlanLine: 2,
  },
})

test('the stories reach every event of the room, and every refusal', () => {
  const missedBy = [
    [money, 95],
    [programs, 115],
    [revisions, 70],
    [designs, 30],
  ].map(([kind, runs]) => reach(kind as typeof money, training, { runs: runs as number, seed: 7 }).missing)
  const all = [...Object.keys(planningEvents.declarations), ...Object.keys(planningRejections)]
  expect(all.filter((one) => missedBy.every((missing) => missing.includes(one)))).toEqual([])
}, 60_000)

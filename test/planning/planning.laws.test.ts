/** What always holds of plans, their money and programs, on plausible lives of the planning room. */
import { program, programFunds, trainingPlan } from 'training-ops'
import { lawsOf, stories, universe } from 'training-ops/testing'
import { describe, test } from 'vitest'
import { limitOf } from '../../src/planning/plan/funds.ts'
import { training } from './a-plan.ts'

const cny = (minor: number) => ({ minor, currency: 'CNY' })
const usd = (minor: number) => ({ minor, currency: 'USD' })
const stages = [{ stage: 'basics', courseIds: ['course-1'] }]
const target = { kind: 'absolute', direction: 'increase', value: 75 }
const world = universe({
  assessmentId: 1,
  evidenceId: 1,
  needId: 2,
  planId: 2,
  lineId: 2,
  programId: 2,
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
  personId: 3,
  ...Object.fromEntries(
    [
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
    ].map((did) => [`${did}By`, ['person-1', 'person-2', 'person-3']]),
  ),
  claimantId: ['person-1', 'person-2'],
  accountableIds: [['person-1'], ['person-2'], [], ['person-1', 'person-2']],
  responsibleIds: [['person-1'], ['person-2', 'person-3'], []],
  invoice: ['i-1', 'i-2', 'i-3', 'i-4'],
  budget: [cny(10_000), cny(20_000), usd(5_000)],
  amount: [cny(0), cny(900), cny(8_000), cny(11_000), usd(2_000)],
  tolerance: [0, 0, 500],
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
  timing: [[]],
  target: [target],
  baseline: [52],
  measure: ['casePoints'],
  unit: ['points'],
  stages: [stages],
})
const planLife = [
  'OpenNeedsAssessment',
  'RecordNeedEvidence',
  'IdentifyNeed',
  'PrioritizeNeeds',
  'DraftPlan',
  'AddPlanLine',
  'AmendPlanLine',
  'RemovePlanLine',
  'SubmitPlan',
  'ReturnPlan',
  'ApprovePlan',
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
  'ProposeProgram',
  'CancelProgram',
] as const
const programLife = [
  ...planLife.slice(0, 6),
  'SubmitPlan',
  'ApprovePlan',
  'CommitFunds',
  'ProposeProgram',
  'SetObjective',
  'LinkNeed',
  'DesignCurriculum',
  'PlanMilestone',
  'AssignResponsibility',
  'PlanBudget',
  'PlanEvaluation',
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
] as const
const money = stories(training, {
  in: world,
  upTo: 60,
  only: planLife,
  often: { ApprovePlan: 6, SubmitPlan: 3, PostCost: 6, CommitFunds: 4, ClosePlan: 0.1, CancelProgram: 0.3 },
})
const programs = stories(training, {
  in: world,
  upTo: 70,
  only: programLife,
  often: {
    SetObjective: 3,
    SubmitProgram: 8,
    ApproveProgram: 8,
    LaunchProgram: 6,
    CancelProgram: 0.2,
    AssignResponsibility: 3,
  },
})

const over = ['archived', 'cancelled'] as const

const keeping = (lives: typeof money) =>
  lawsOf(training, {
    lives,
    runs: 6,
    always: {
      'promised and spent never exceed approved and tolerated, in any currency': (look) =>
        Object.values(look(trainingPlan)).every(({ approved, tolerance, committed, posted }) =>
          Object.keys({ ...committed, ...posted }).every(
            (currency) =>
              (committed[currency] ?? 0) + (posted[currency] ?? 0) <=
              limitOf(approved[currency] ?? 0, tolerance),
          ),
        ),
      'what is promised is the sum of what is open': (look) =>
        Object.values(look(trainingPlan)).every(({ committed, commitments }) =>
          Object.entries(committed).every(
            ([currency, minor]) =>
              minor ===
              Object.values(commitments)
                .filter(({ open }) => open.currency === currency)
                .reduce((sum, { open }) => sum + open.minor, 0),
          ),
        ),
      'no commitment is used beyond what was promised': (look) =>
        Object.values(look(trainingPlan)).every(({ commitments }) =>
          Object.values(commitments).every(({ open }) => open.minor >= 0),
        ),
      'a line that money moved on is there': (look) =>
        Object.values(look(trainingPlan)).every(({ commitments, lines }) =>
          Object.values(commitments).every(({ open, lineId }) => open.minor === 0 || lineId in lines),
        ),
      'programs together take no more from a line than it has': (look) =>
        Object.values(look(trainingPlan)).every(({ lines }) =>
          Object.values(lines).every(
            ({ budget, programs }) =>
              Object.values(programs).reduce((sum, minor) => sum + minor, 0) <= budget.minor,
          ),
        ),
      'everybody who answers for a milestone is one, and somebody does it': (look) =>
        Object.values(look(program)).every(({ milestones }) =>
          Object.values(milestones).every(
            ({ responsibility }) => responsibility === undefined || responsibility.responsibleIds.length > 0,
          ),
        ),
    },
    settled: {
      'a cancelled program holds no money and takes none from a plan': (look) => {
        const funds = look(programFunds)
        const plans = Object.values(look(trainingPlan))
        return Object.entries(look(program)).every(
          ([programId, { status }]) =>
            status !== 'cancelled' ||
            (Object.values(funds[programId] ?? {}).every((commitments) =>
              Object.values(commitments).every(({ open }) => open.minor === 0),
            ) &&
              plans.every(({ lines }) =>
                Object.values(lines).every(({ programs }) => !(programId in programs)),
              )),
        )
      },
    },
    until: {
      'a plan that is closed': {
        of: trainingPlan,
        is: ({ status }: { status: string }) => status === 'closed',
      },
      'a program that is over': {
        of: program,
        is: ({ status }: { status: string }) => over.some((one) => one === status),
      },
    },
  })

const ofProgram = /cancelled program|closed stays closed|folding|answers for a milestone/

describe('the planning room keeps its laws', () => {
  for (const { name, check } of keeping(money)) test(`plans and money: ${name}`, check, 30_000)
  for (const { name, check } of keeping(programs).filter(({ name }) => ofProgram.test(name)))
    test(`programs: ${name}`, check, 30_000)
})

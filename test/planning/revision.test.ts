import { isAccepted, trainingPlan } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  added,
  approval,
  approved,
  bill,
  cny,
  dismissed,
  drafted,
  happened,
  here,
  line,
  lines,
  needed,
  planClosed,
  planId,
  posted,
  promise,
  promised,
  submitted,
  training,
  usd,
} from './a-plan.ts'
import { budgeted } from './a-program.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })
const unknown = (what: string, id: string) => ({ code: 'Unknown', what, id })
const revised = happened.PlanRevised({ ...here, revision: 1, revisedBy: 'lin', reason: 'A new market.' })
const revise = { type: 'RevisePlan', data: { ...here, revisedBy: 'lin', reason: 'A new market.' } } as const
const returned = happened.PlanReturned({ ...here, returnedBy: 'chen', reasons: ['Too dear.'] })
const amended = (lineId: string, more: object = {}) => happened.PlanLineAmended(line(lineId, more))
const removed = (lineId: string) => happened.PlanLineRemoved({ ...here, lineId })
const approve = (more: object = {}) =>
  ({ type: 'ApprovePlan', data: { ...here, approvedBy: 'chen', ...more } }) as const

describe('a plan that was submitted', () => {
  const back = { type: 'ReturnPlan', data: returned.data } as const
  test('may come back, be changed and be submitted again', () => {
    story
      .given(...lines, submitted)
      .when(back)
      .then(returned)
    story
      .given(...needed, ...lines, submitted, returned)
      .when({ type: 'AddPlanLine', data: line('l-4') })
      .then(added('l-4'))
    story
      .given(...lines, submitted, returned)
      .when({ type: 'SubmitPlan', data: submitted.data })
      .then(submitted)
    story
      .given(...lines)
      .when(back)
      .thenRejected(illegal('draft', 'ReturnPlan'))
    story.given().when(back).thenRejected(unknown('plan', planId))
  })
})

describe('a plan that is revised', () => {
  test('was approved before', () => {
    story
      .given(...approved)
      .when(revise)
      .then(revised)
    story
      .given(...approved, revised, submitted, approval())
      .when(revise)
      .then(happened.PlanRevised({ ...revised.data, revision: 2 }))
    story
      .given(...lines)
      .when(revise)
      .thenRejected(illegal('draft', 'RevisePlan'))
    story.given().when(revise).thenRejected(unknown('plan', planId))
  })
  test('goes on spending what was approved, while it is written, judged and sent back', () => {
    const states = [[revised], [revised, submitted], [revised, submitted, returned]] as const
    for (const state of states)
      story
        .given(...approved, ...state)
        .when({ type: 'PostCost', data: bill('i-1', 150_000) })
        .then(posted('i-1', 150_000))
  })
  test('spends on new lines only when they are approved', () => {
    const wanted = { type: 'CommitFunds', data: promise('c-1', 1, { lineId: 'l-4' }) } as const
    story
      .given(...approved, revised, added('l-4'))
      .when(wanted)
      .thenRejected({ code: 'PlanNotApproved', planId, status: 'revising' })
    story
      .given(...approved, revised, added('l-4'), submitted, approval())
      .when(wanted)
      .then(promised('c-1', 1, { lineId: 'l-4' }))
  })
  test('is not approved by who revised it', () => {
    const byMei = happened.PlanRevised({ ...revised.data, revisedBy: 'mei' })
    story
      .given(...approved, byMei, happened.PlanSubmitted({ ...here, submittedBy: 'lin' }))
      .when(approve({ approvedBy: 'mei' }))
      .thenRejected({ code: 'SelfApproval', approvedBy: 'mei' })
  })
  test('covers what is promised and spent already, its tolerance included', () => {
    const past = [...approved, promised('c-1', 40_000), posted('i-1', 20_000), revised] as const
    const smaller = [...past, amended('l-1', { budget: cny(5_000) }), submitted] as const
    const sums = [cny(55_000), usd(20_000)]
    story
      .given(...smaller)
      .when(approve())
      .thenRejected({ code: 'BudgetBelowSpent', approved: cny(55_000), spoken: cny(60_000) })
    story
      .given(...smaller)
      .when(approve({ tolerance: 1000 }))
      .then(happened.PlanApproved({ ...here, approvedBy: 'chen', approved: sums, tolerance: 1000 }))
    story
      .given(
        ...approved,
        promised('c-1', 1, { lineId: 'l-3', amount: usd(1) }),
        revised,
        removed('l-3'),
        submitted,
      )
      .when(approve())
      .thenRejected({ code: 'BudgetBelowSpent', approved: usd(0), spoken: usd(1) })
  })
  test('allows nothing any more in a currency whose lines are gone', () => {
    const now = happened.PlanApproved({ ...here, approvedBy: 'chen', approved: [cny(150_000)], tolerance: 0 })
    const seen = training.project(trainingPlan, [...approved, revised, removed('l-3'), submitted, now])[
      planId
    ]
    expect(seen?.approved).toEqual({ CNY: 150_000 })
  })
})

describe('a line that is amended', () => {
  const amend = (more: object = {}) => ({ type: 'AmendPlanLine', data: line('l-1', more) }) as const
  test('says something else, all of it', () => {
    story
      .given(...needed, ...lines)
      .when(amend({ headcount: 60, budget: cny(90_000) }))
      .then(amended('l-1', { headcount: 60, budget: cny(90_000) }))
  })
  test('rests on needs as a new one does', () => {
    story
      .given(...lines)
      .when(amend({ needIds: [] }))
      .thenRejected({ code: 'LineWithoutNeed', lineId: 'l-1', needs: [] })
    story
      .given(...needed, dismissed('n-1'), ...lines)
      .when(amend())
      .thenRejected({
        code: 'LineWithoutNeed',
        lineId: 'l-1',
        needs: [{ needId: 'n-1', status: 'dismissed' }],
      })
  })
  test('keeps its currency once it was approved, and what programs take from it', () => {
    story
      .given(...needed, ...approved, revised)
      .when(amend({ budget: usd(1) }))
      .thenRejected({ code: 'CurrencyMismatch', expected: 'CNY', got: 'USD' })
    story
      .given(...needed, ...lines, budgeted(70_000))
      .when(amend({ budget: cny(69_999) }))
      .thenRejected({
        code: 'BudgetAboveLine',
        lineId: 'l-1',
        available: cny(69_999),
        requested: cny(70_000),
      })
    story
      .given(...needed, ...lines)
      .when(amend({ budget: usd(1) }))
      .then(amended('l-1', { budget: usd(1) }))
  })
  test('is one of a plan that is being written', () => {
    story
      .given(...needed, drafted)
      .when(amend())
      .thenRejected(unknown('planLine', 'l-1'))
    story
      .given(...needed, ...approved)
      .when(amend())
      .thenRejected(illegal('approved', 'AmendPlanLine'))
    story
      .given(...needed)
      .when(amend())
      .thenRejected(unknown('plan', planId))
  })
})

describe('a line that is removed', () => {
  const remove = { type: 'RemovePlanLine', data: { ...here, lineId: 'l-1' } } as const
  const nothing = { programs: 0, claims: 0, committed: cny(0), posted: cny(0) }
  const claimed = happened.ExpenseClaimed({ ...bill('r-1', 5), claimId: 'x-1', claimantId: 'ann' })
  test('has nothing hanging on it', () => {
    story
      .given(...approved, revised)
      .when(remove)
      .then(removed('l-1'))
    const released = happened.CommitmentReleased({ ...promise('c-1', 5) })
    story
      .given(...approved, promised('c-1', 5), released, revised)
      .when(remove)
      .then(removed('l-1'))
  })
  test.each([
    ['a program', budgeted(1), { programs: 1 }],
    ['a claim', claimed, { claims: 1 }],
    ['a promise', promised('c-1', 5), { committed: cny(5) }],
    ['a cost', posted('i-1', 5), { posted: cny(5) }],
  ] as const)('does not leave %s without one', (_, use, uses) => {
    story
      .given(...approved, use, revised)
      .when(remove)
      .thenRejected({ code: 'LineInUse', lineId: 'l-1', ...nothing, ...uses })
  })
  test('is one of a plan that is being written', () => {
    story.given(drafted).when(remove).thenRejected(unknown('planLine', 'l-1'))
    story
      .given(...approved)
      .when(remove)
      .thenRejected(illegal('approved', 'RemovePlanLine'))
    story.given().when(remove).thenRejected(unknown('plan', planId))
  })
})

test('going back in a lifecycle is refused: what was approved or closed is not drafted, submitted or approved again', () => {
  const moves = [
    { type: 'DraftPlan', data: drafted.data },
    { type: 'SubmitPlan', data: submitted.data },
    { type: 'ReturnPlan', data: returned.data },
    approve(),
  ] as const
  for (const past of [approved, [...approved, planClosed]])
    for (const move of moves) {
      const verdict = training.decide({ ...move, metadata: { commandId: 'c' } }, past)
      expect(isAccepted(verdict), move.type).toBe(false)
    }
  story
    .given(...approved, planClosed)
    .when(revise)
    .thenRejected(illegal('closed', 'RevisePlan'))
})

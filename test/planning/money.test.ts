import { assemble, createLedger, needs, planning, trainingPlan } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  approved,
  bill,
  cny,
  happened,
  here,
  lines,
  planClosed,
  planId,
  posted,
  promised,
  submitted,
  training,
  usd,
} from './a-plan.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })
const unknown = (what: string, id: string) => ({ code: 'Unknown', what, id })

describe('more money', () => {
  const wanted = {
    ...here,
    increaseId: 'b-1',
    lineId: 'l-1',
    amount: cny(20_000),
    requestedBy: 'lin',
    reason: 'Two more classes.',
  }
  const requested = happened.BudgetIncreaseRequested(wanted)
  const request = (more: object = {}) =>
    ({ type: 'RequestBudgetIncrease', data: { ...wanted, ...more } }) as const
  const grant = (more: object = {}) =>
    ({
      type: 'GrantBudgetIncrease',
      data: { ...here, increaseId: 'b-1', grantedBy: 'chen', ...more },
    }) as const
  const granted = (minor: number) =>
    happened.BudgetIncreaseGranted({
      ...here,
      increaseId: 'b-1',
      lineId: 'l-1',
      amount: cny(minor),
      asked: cny(20_000),
      grantedBy: 'chen',
    })
  const refused = happened.BudgetIncreaseRefused({
    ...here,
    increaseId: 'b-1',
    lineId: 'l-1',
    asked: cny(20_000),
    refusedBy: 'chen',
    reason: 'Not this year.',
  })
  const refuse = {
    type: 'RefuseBudgetIncrease',
    data: { ...here, increaseId: 'b-1', refusedBy: 'chen', reason: 'Not this year.' },
  } as const

  test('is asked for on a line of an approved plan, once', () => {
    story
      .given(...approved)
      .when(request())
      .then(requested)
    story
      .given(...approved, requested)
      .when(request())
      .thenRejected(illegal('requested', 'RequestBudgetIncrease'))
    story
      .given(...approved)
      .when(request({ amount: usd(1) }))
      .thenRejected({ code: 'CurrencyMismatch', expected: 'CNY', got: 'USD' })
    story
      .given(...approved)
      .when(request({ lineId: 'l-9' }))
      .thenRejected(unknown('planLine', 'l-9'))
    story
      .given(...lines)
      .when(request())
      .thenRejected({ code: 'PlanNotApproved', planId, status: 'draft' })
    story
      .given(...approved, planClosed)
      .when(request())
      .thenRejected(illegal('closed', 'RequestBudgetIncrease'))
    story.given().when(request()).thenRejected(unknown('plan', planId))
  })
  test('is granted, all of it or a part, and may then be spent', () => {
    story
      .given(...approved, requested)
      .when(grant())
      .then(granted(20_000))
    story
      .given(...approved, requested)
      .when(grant({ amount: cny(5_000) }))
      .then(granted(5_000))
    story
      .given(...approved, requested, granted(20_000))
      .when({ type: 'PostCost', data: bill('i-1', 170_000) })
      .then(posted('i-1', 170_000))
    story
      .given(...approved, requested, granted(20_000))
      .when({ type: 'PostCost', data: bill('i-1', 170_001) })
      .thenRejected({ code: 'BudgetExceeded', available: cny(170_000), requested: cny(170_001) })
  })
  test('that was granted is part of the line when the plan is approved anew', () => {
    const revised = happened.PlanRevised({ ...here, revision: 1, revisedBy: 'lin', reason: 'Because.' })
    story
      .given(...approved, requested, granted(20_000), revised, submitted)
      .when({ type: 'ApprovePlan', data: { ...here, approvedBy: 'chen' } })
      .then(
        happened.PlanApproved({
          ...here,
          approvedBy: 'chen',
          approved: [cny(170_000), usd(20_000)],
          tolerance: 0,
        }),
      )
  })
  test('is not granted by who asked, nor more than was asked, nor in other money', () => {
    story
      .given(...approved, requested)
      .when(grant({ grantedBy: 'lin' }))
      .thenRejected({ code: 'SelfApproval', approvedBy: 'lin' })
    story
      .given(...approved, requested)
      .when(grant({ amount: cny(20_001) }))
      .thenRejected({ code: 'MoreThanAsked', asked: cny(20_000), granted: cny(20_001) })
    story
      .given(...approved, requested)
      .when(grant({ amount: usd(1) }))
      .thenRejected({ code: 'CurrencyMismatch', expected: 'CNY', got: 'USD' })
  })
  test('is granted for a line that is there, of a plan that holds', () => {
    const revised = happened.PlanRevised({ ...here, revision: 1, revisedBy: 'lin', reason: 'Because.' })
    story
      .given(...approved, requested, revised, happened.PlanLineRemoved({ ...here, lineId: 'l-1' }))
      .when(grant())
      .thenRejected(unknown('planLine', 'l-1'))
    story
      .given(...approved, requested, planClosed)
      .when(grant())
      .thenRejected(illegal('closed', 'GrantBudgetIncrease'))
    story
      .given(...lines, submitted, requested)
      .when(grant())
      .thenRejected({ code: 'PlanNotApproved', planId, status: 'submitted' })
    story.given().when(grant()).thenRejected(unknown('plan', planId))
  })
  test('is refused with a reason', () => {
    story
      .given(...approved, requested)
      .when(refuse)
      .then(refused)
  })
  test('is decided once, and only what was asked of this plan', () => {
    for (const decided of [granted(20_000), refused]) {
      const from = decided.type === 'BudgetIncreaseGranted' ? 'granted' : 'refused'
      story
        .given(...approved, requested, decided)
        .when(grant())
        .thenRejected(illegal(from, 'GrantBudgetIncrease'))
      story
        .given(...approved, requested, decided)
        .when(refuse)
        .thenRejected(illegal(from, 'RefuseBudgetIncrease'))
    }
    story
      .given(...approved)
      .when(grant())
      .thenRejected(unknown('budgetIncrease', 'b-1'))
    const elsewhere = happened.BudgetIncreaseRequested({ ...wanted, planId: 'plan-2027' })
    story
      .given(...approved, elsewhere)
      .when(grant())
      .thenRejected(unknown('budgetIncrease', 'b-1'))
    story.given(elsewhere).when(refuse).thenRejected(unknown('budgetIncrease', 'b-1'))
  })
})

describe('an expense', () => {
  const wanted = {
    ...bill('taxi-7', 300),
    category: 'travel',
    claimId: 'x-1',
    claimantId: 'ann',
    programId: 'p-1',
    offeringId: 'o-1',
  }
  const claimed = happened.ExpenseClaimed(wanted)
  const claim = (more: object = {}) => ({ type: 'ClaimExpense', data: { ...wanted, ...more } }) as const
  const reimburse = (more: object = {}) =>
    ({ type: 'ReimburseExpense', data: { ...here, claimId: 'x-1', reimbursedBy: 'fin', ...more } }) as const
  const { invoice, claimId, claimantId, ...spent } = wanted
  const reimbursed = happened.ExpenseReimbursed({ ...spent, claimId, claimantId, reimbursedBy: 'fin' })
  const cost = (settled = 0, more: object = {}) =>
    happened.CostPosted({ ...spent, invoice, claimantId, settled, ...more })
  const refuse = {
    type: 'RefuseExpense',
    data: { ...here, claimId: 'x-1', refusedBy: 'fin', reason: 'A private trip.' },
  } as const
  const refused = happened.ExpenseRefused({ ...wanted, refusedBy: 'fin', reason: 'A private trip.' })

  test('is claimed with its paper, once in any plan', () => {
    story
      .given(...approved)
      .when(claim({ paidOn: '2026-03-01' }))
      .then(happened.ExpenseClaimed({ ...wanted, paidOn: '2026-03-01' }))
    story
      .given(...approved, claimed)
      .when(claim())
      .thenRejected(illegal('claimed', 'ClaimExpense'))
    story
      .given(...approved, claimed)
      .when(claim({ claimId: 'x-2' }))
      .thenRejected({ code: 'DuplicateInvoice', invoice: 'taxi-7', planId })
    story
      .given(...approved, claimed)
      .when({ type: 'PostCost', data: bill('taxi-7', 300) })
      .thenRejected({ code: 'DuplicateInvoice', invoice: 'taxi-7', planId })
    story
      .given(...approved)
      .when(claim({ amount: usd(3) }))
      .thenRejected({ code: 'CurrencyMismatch', expected: 'CNY', got: 'USD' })
    story
      .given(...lines)
      .when(claim())
      .thenRejected({ code: 'PlanNotApproved', planId, status: 'draft' })
    story.given().when(claim()).thenRejected(unknown('plan', planId))
  })
  test('is reimbursed, and its cost posted with it', () => {
    story
      .given(...approved, claimed)
      .when(reimburse())
      .then(reimbursed, cost())
  })
  test('may make good a promise', () => {
    const promise = { programId: 'p-1', offeringId: 'o-1' }
    story
      .given(...approved, promised('c-1', 200, promise), claimed)
      .when(reimburse({ commitmentId: 'c-1' }))
      .then(reimbursed, cost(200, { commitmentId: 'c-1' }))
    story
      .given(...approved, promised('c-1', 200, { offeringId: 'o-2' }), claimed)
      .when(reimburse({ commitmentId: 'c-1' }))
      .thenRejected({ code: 'CommitmentForAnother', commitmentId: 'c-1', promisedFor: 'o-2' })
    story
      .given(...approved, claimed)
      .when(reimburse({ commitmentId: 'c-9' }))
      .thenRejected(unknown('commitment', 'c-9'))
  })
  test('is not reimbursed by who claims it, nor beyond the budget', () => {
    story
      .given(...approved, claimed)
      .when(reimburse({ reimbursedBy: 'ann' }))
      .thenRejected({ code: 'SelfApproval', approvedBy: 'ann' })
    story
      .given(...approved, claimed, posted('i-1', 149_701))
      .when(reimburse())
      .thenRejected({ code: 'BudgetExceeded', available: cny(299), requested: cny(300) })
  })
  test('that is refused frees its paper', () => {
    story
      .given(...approved, claimed)
      .when(refuse)
      .then(refused)
    story
      .given(...approved, claimed, refused)
      .when(claim({ claimId: 'x-2' }))
      .then(happened.ExpenseClaimed({ ...wanted, claimId: 'x-2' }))
  })
  test('is decided once, and only what was claimed of this plan', () => {
    story
      .given(...approved, claimed, reimbursed, cost())
      .when(reimburse())
      .thenRejected(illegal('reimbursed', 'ReimburseExpense'))
    story
      .given(...approved, claimed, refused)
      .when(refuse)
      .thenRejected(illegal('refused', 'RefuseExpense'))
    story
      .given(...approved)
      .when(reimburse())
      .thenRejected(unknown('expenseClaim', 'x-1'))
    const elsewhere = happened.ExpenseClaimed({ ...wanted, planId: 'plan-2027' })
    story
      .given(...approved, elsewhere)
      .when(refuse)
      .thenRejected(unknown('expenseClaim', 'x-1'))
  })
  test('that is undecided keeps the plan open', () => {
    story
      .given(...approved, claimed)
      .when({ type: 'ClosePlan', data: here })
      .thenRejected({ code: 'OpenClaims', claimIds: ['x-1'] })
    for (const decided of [[reimbursed, cost()], [refused]])
      story
        .given(...approved, claimed, ...decided)
        .when({ type: 'ClosePlan', data: here })
        .then(planClosed)
  })
})

describe('a budget that runs out', () => {
  const alert = (threshold: number, posted: number, committed = 0, money = 'CNY') =>
    happened.BudgetAlertRaised({
      ...here,
      currency: money,
      threshold,
      approved: money === 'CNY' ? 150_000 : 20_000,
      posted,
      committed,
    })
  const follows = (
    ...events: Parameters<typeof training.react>[1] extends Iterable<infer E> ? E[] : never
  ) => {
    const last = events.at(-1)
    if (last === undefined) throw new Error('something happened')
    const happened = { ...last, metadata: { eventId: 'c/0', commandId: 'c' } } as never
    return training.react(happened, [...events.slice(0, -1), happened]).commands
  }
  const raise = (threshold: number, currency = 'CNY') =>
    ({ type: 'RaiseBudgetAlert', data: { ...here, currency, threshold } }) as const

  test('is told when four fifths are spent, and when all is', () => {
    expect(follows(...approved, posted('i-1', 119_999))).toEqual([])
    expect(follows(...approved, posted('i-1', 120_000))).toMatchObject([raise(8000)])
    expect(follows(...approved, posted('i-1', 120_000), alert(8000, 120_000), posted('i-2', 1))).toEqual([])
    expect(follows(...approved, posted('i-1', 150_000))).toMatchObject([raise(10_000)])
  })
  test('is told once', () => {
    const past = [...approved, promised('c-1', 7), posted('i-1', 130_000)] as const
    story
      .given(...past)
      .when(raise(8000))
      .then(alert(8000, 130_000, 7))
    story
      .given(...past, alert(8000, 130_000, 7))
      .when(raise(8000))
      .thenNothing()
    story
      .given(...past)
      .when(raise(9000))
      .thenNothing()
    story.given().when(raise(8000)).thenRejected(unknown('plan', planId))
  })
  test('in one currency says nothing of the other', () => {
    const dollars = posted('i-1', 0, 0, { lineId: 'l-3', amount: usd(16_000) })
    expect(follows(...approved, dollars)).toMatchObject([raise(8000, 'USD')])
  })
  test('and is raised is told again when it runs out again', () => {
    const spent = [...approved, posted('i-1', 150_000), alert(10_000, 150_000)] as const
    const more = happened.BudgetIncreaseGranted({
      ...here,
      increaseId: 'b-1',
      lineId: 'l-1',
      amount: cny(10_000),
      asked: cny(10_000),
      grantedBy: 'chen',
    })
    expect(follows(...spent, more, posted('i-2', 10_000))).toMatchObject([raise(10_000)])
  })
  test('is told at the shares an organisation sets', () => {
    const own = assemble([needs, planning], { planning: { budgetAlertsAt: [5000] } }, { trusted: true })
    const ledger = createLedger(own, { events: approved })
    const spend = (invoice: string, minor: number) =>
      ledger
        .executeWithPolicies({
          type: 'PostCost',
          data: bill(invoice, minor),
          metadata: { commandId: invoice },
        })
        .flatMap(({ verdict }) => (verdict._tag === 'Right' ? verdict.right.map(({ type }) => type) : []))
    expect(spend('i-1', 74_999)).toEqual(['CostPosted'])
    expect(spend('i-2', 1)).toEqual(['CostPosted', 'BudgetAlertRaised'])
    expect(spend('i-3', 60_000)).toEqual(['CostPosted'])
    expect(ledger.project(trainingPlan)[planId]?.alerted).toEqual({ CNY: [5000] })
  })
})

test('lines know what is promised on them and what is spent', () => {
  const events = [
    ...approved,
    promised('c-1', 500),
    posted('i-1', 700, 500, { commitmentId: 'c-1' }),
    promised('c-2', 30, { lineId: 'l-2' }),
  ]
  const seen = training.project(trainingPlan, events)[planId]
  expect(seen?.lines).toMatchObject({
    'l-1': { committed: 0, posted: 700 },
    'l-2': { committed: 30, posted: 0 },
  })
})

import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  added,
  approval,
  approved,
  bill,
  cny,
  dismissed,
  draft,
  drafted,
  happened,
  here,
  identified,
  line,
  lines,
  needed,
  planId,
  posted,
  promise,
  promised,
  submitted,
  training,
  usd,
} from './a-plan.ts'
import { cancelled, proposed } from './a-program.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })
const unknown = (what: string, id: string) => ({ code: 'Unknown', what, id })
const closed = happened.PlanClosed(here)

describe('a plan', () => {
  test('is drafted once', () => {
    story.given().when({ type: 'DraftPlan', data: draft }).then(drafted)
    story.given(drafted).when({ type: 'DraftPlan', data: draft }).thenRejected(illegal('draft', 'DraftPlan'))
  })
  test('is submitted when it has a line', () => {
    const submit = { type: 'SubmitPlan', data: { ...here, submittedBy: 'mei' } } as const
    story
      .given(...lines)
      .when(submit)
      .then(submitted)
    story.given(drafted).when(submit).thenRejected({ code: 'PlanWithoutLines', planId })
    story
      .given(...lines, submitted)
      .when(submit)
      .thenRejected(illegal('submitted', 'SubmitPlan'))
    story.given().when(submit).thenRejected(unknown('plan', planId))
  })
  test('is approved with the sum of its lines, per currency', () => {
    const approve = { type: 'ApprovePlan', data: { ...here, approvedBy: 'chen', tolerance: 500 } } as const
    story
      .given(...lines, submitted)
      .when(approve)
      .then(approval(500))
    story
      .given(...lines)
      .when(approve)
      .thenRejected(illegal('draft', 'ApprovePlan'))
    story.given().when(approve).thenRejected(unknown('plan', planId))
  })
  test.each(['lin', 'mei'])('is not approved by %s, who drafted or submitted it', (approvedBy) => {
    story
      .given(...lines, submitted)
      .when({ type: 'ApprovePlan', data: { ...here, approvedBy } })
      .thenRejected({ code: 'SelfApproval', approvedBy })
  })
  test('is closed when nothing is promised any more', () => {
    const close = { type: 'ClosePlan', data: here } as const
    story
      .given(...approved)
      .when(close)
      .then(closed)
    story
      .given(
        ...approved,
        promised('c-1', 10),
        promised('c-2', 10),
        posted('i-1', 10, 10, { commitmentId: 'c-1' }),
      )
      .when(close)
      .thenRejected({ code: 'OpenCommitments', commitmentIds: ['c-2'] })
    story
      .given(...lines)
      .when(close)
      .thenRejected(illegal('draft', 'ClosePlan'))
    story.given().when(close).thenRejected(unknown('plan', planId))
  })
})

describe('a line', () => {
  const add = (more: object = {}) => ({ type: 'AddPlanLine', data: line('l-1', more) }) as const
  test('rests on a need that was put in order', () => {
    story
      .given(...needed, drafted)
      .when(add())
      .then(added('l-1'))
  })
  test('without a need is refused', () => {
    story
      .given(drafted)
      .when(add({ needIds: [] }))
      .thenRejected({ code: 'LineWithoutNeed', lineId: 'l-1', needs: [] })
  })
  test('does not rest on a need that is unknown, not in order or dismissed', () => {
    story
      .given(...needed, identified('n-2'), identified('n-3'), dismissed('n-3'), drafted)
      .when(add({ needIds: ['n-1', 'n-2', 'n-3', 'n-4'] }))
      .thenRejected({
        code: 'LineWithoutNeed',
        lineId: 'l-1',
        needs: [
          { needId: 'n-2', status: 'identified' },
          { needId: 'n-3', status: 'dismissed' },
          { needId: 'n-4', status: 'unknown' },
        ],
      })
  })
  test('does not train away missing tools', () => {
    story
      .given(identified('n-1', 'tools'), drafted)
      .when(add())
      .thenRejected({ code: 'NeedNotTrainable', needId: 'n-1', cause: 'tools' })
  })
  test('is added once, to a draft', () => {
    story
      .given(...needed, drafted, added('l-1'))
      .when(add())
      .thenRejected(illegal('added', 'AddPlanLine'))
    story
      .given(...needed, ...lines, submitted)
      .when(add())
      .thenRejected(illegal('submitted', 'AddPlanLine'))
    story
      .given(...needed)
      .when(add())
      .thenRejected(unknown('plan', planId))
  })
})

describe('money', () => {
  const commit = (minor: number, more: object = {}) =>
    ({ type: 'CommitFunds', data: promise('c-1', minor, more) }) as const
  const post = (minor: number, more: object = {}) =>
    ({ type: 'PostCost', data: bill('i-1', minor, more) }) as const

  test('is promised out of an approved plan', () => {
    story
      .given(...approved)
      .when(commit(150_000))
      .then(promised('c-1', 150_000))
  })
  test('is promised once', () => {
    story
      .given(...approved, promised('c-1', 10))
      .when(commit(10))
      .thenRejected(illegal('committed', 'CommitFunds'))
  })
  test('is spent, and an invoice is posted once in any plan', () => {
    story
      .given(...approved)
      .when(post(150_000))
      .then(posted('i-1', 150_000))
    story
      .given(...approved, posted('i-1', 10, 0, { planId: 'plan-2025' }))
      .when(post(10))
      .thenRejected({ code: 'DuplicateInvoice', invoice: 'i-1', planId: 'plan-2025' })
  })
  test('does not go beyond what was approved, promised and spent together', () => {
    const past = [...approved, promised('c-0', 100_000), posted('i-0', 40_000)] as const
    const refusal = { code: 'BudgetExceeded', available: cny(10_000), requested: cny(10_001) }
    story
      .given(...past)
      .when(commit(10_001))
      .thenRejected(refusal)
    story
      .given(...past)
      .when(post(10_001))
      .thenRejected(refusal)
    story
      .given(...past)
      .when(commit(10_000))
      .then(promised('c-1', 10_000))
  })
  test('may go beyond it by the tolerance, and no further', () => {
    const past = [...lines, submitted, approval(1000)] as const
    story
      .given(...past)
      .when(post(165_000))
      .then(posted('i-1', 165_000))
    story
      .given(...past)
      .when(post(165_001))
      .thenRejected({ code: 'BudgetExceeded', available: cny(165_000), requested: cny(165_001) })
  })
  describe('that was spent', () => {
    const why = { correctedBy: 'lin', reason: 'The hotel refunds it' }
    const credit = (minor: number, more: object = {}) =>
      ({
        type: 'CreditCost',
        data: { ...here, invoice: 'i-1', creditNote: 'i-1-credit', amount: cny(minor), ...why, ...more },
      }) as const
    const credited = (minor: number) =>
      posted('i-1-credit', -minor, 0, { creditsInvoice: 'i-1', ...why, offeringId: 'o-1' })
    const spent = [...approved, posted('i-1', 100_000, 0, { offeringId: 'o-1' })] as const
    test('is taken back by a credit note, in whole or in part, and is free again', () => {
      story
        .given(...spent)
        .when(credit(60_000))
        .then(credited(60_000))
      story
        .given(...spent, credited(60_000))
        .when(post(110_000, { invoice: 'i-2' }))
        .then(posted('i-2', 110_000))
      story
        .given(...spent)
        .when(credit(0))
        .thenNothing()
    })
    test('is taken back up to what is left of it, and for each note once', () => {
      const left = (minor: number) => ({ code: 'CreditAboveCost', invoice: 'i-1', left: cny(minor) })
      story
        .given(...spent)
        .when(credit(100_001))
        .thenRejected(left(100_000))
      story
        .given(...spent, credited(60_000))
        .when(credit(40_001, { creditNote: 'i-1-second' }))
        .thenRejected(left(40_000))
      story
        .given(...spent, credited(60_000))
        .when(credit(1))
        .thenRejected({ code: 'DuplicateInvoice', invoice: 'i-1-credit', planId })
      story
        .given(...approved)
        .when(credit(1))
        .thenRejected(unknown('invoice', 'i-1'))
    })
    test('by a credit note that was wrong is put right: the note is taken back, and the cost counts again', () => {
      const note = 'i-1-credit'
      const wrong = [...spent, credited(60_000)] as const
      const takeBack = (minor: number, more: object = {}) =>
        credit(minor, { invoice: note, creditNote: `${note}-wrong`, ...more })
      const takenBack = (minor: number) =>
        posted(`${note}-wrong`, minor, 0, {
          ...{ creditsInvoice: 'i-1', takesBackNote: note, ...why, offeringId: 'o-1' },
        })
      story
        .given(...wrong)
        .when(takeBack(60_000))
        .then(takenBack(60_000))
      story
        .given(...wrong)
        .when(takeBack(60_001))
        .thenRejected({ code: 'CreditAboveCost', invoice: note, left: cny(60_000) })
      story
        .given(...wrong, takenBack(60_000))
        .when(takeBack(1, { creditNote: 'other' }))
        .thenRejected({ code: 'CreditAboveCost', invoice: note, left: cny(0) })
      story
        .given(...wrong, takenBack(60_000))
        .when(credit(100_000))
        .then(credited(100_000))
      story
        .given(...wrong, takenBack(59_999))
        .when(credit(1))
        .thenRejected({ code: 'DuplicateInvoice', invoice: note, planId })
      story
        .given(...wrong, takenBack(60_000))
        .when(credit(1, { invoice: `${note}-wrong`, creditNote: 'other' }))
        .thenRejected({ code: 'CreditAboveCost', invoice: `${note}-wrong`, left: cny(0) })
      const elsewhere = posted('i-9', 110_000)
      story
        .given(...wrong, elsewhere)
        .when(takeBack(60_000))
        .thenRejected({ code: 'BudgetExceeded', available: cny(0), requested: cny(60_000) })
    })
    test('and was taken back altogether may be posted anew under its number', () => {
      story
        .given(...spent, credited(100_000))
        .when(post(10))
        .then(posted('i-1', 10))
      story
        .given(...spent, credited(99_999))
        .when(post(10))
        .thenRejected({ code: 'DuplicateInvoice', invoice: 'i-1', planId })
    })
  })
  test('of one currency does not pay for another', () => {
    const mismatch = { code: 'CurrencyMismatch', expected: 'USD', got: 'CNY' }
    story
      .given(...approved)
      .when(commit(10, { lineId: 'l-3' }))
      .thenRejected(mismatch)
    story
      .given(...approved)
      .when(post(10, { lineId: 'l-3' }))
      .thenRejected(mismatch)
    story
      .given(...approved, posted('i-0', 150_000))
      .when(post(0, { lineId: 'l-3', amount: usd(20_001) }))
      .thenRejected({ code: 'BudgetExceeded', available: usd(20_000), requested: usd(20_001) })
  })
  test('that was promised pays for its invoice first', () => {
    const past = [...approved, promised('c-1', 140_000)] as const
    const more = { commitmentId: 'c-1' }
    story
      .given(...past)
      .when(post(150_000, more))
      .then(posted('i-1', 150_000, 140_000, more))
    story
      .given(...past)
      .when(post(150_001, more))
      .thenRejected({ code: 'BudgetExceeded', available: cny(10_000), requested: cny(150_001) })
    story
      .given(...past)
      .when(post(1, { ...more, lineId: 'l-2' }))
      .thenRejected(unknown('commitment', 'c-1'))
    story
      .given(...approved)
      .when(post(1, more))
      .thenRejected(unknown('commitment', 'c-1'))
  })
  test('makes good a promise for what it was promised for', () => {
    const promise = { programId: 'p-1', offeringId: 'o-1', resourceId: 'trainer-1' }
    const given = [...approved, promised('c-1', 100, promise)] as const
    const settling = { commitmentId: 'c-1' }
    story
      .given(...given)
      .when(post(60, settling))
      .then(posted('i-1', 60, 60, { ...settling, ...promise }))
    story
      .given(...given)
      .when(post(60, { ...settling, offeringId: 'o-2' }))
      .thenRejected({ code: 'CommitmentForAnother', commitmentId: 'c-1', promisedFor: 'o-1' })
    story
      .given(...given)
      .when({ type: 'ReleaseCommitment', data: { ...here, commitmentId: 'c-1' } })
      .then(
        happened.CommitmentReleased({
          ...here,
          lineId: 'l-1',
          commitmentId: 'c-1',
          amount: cny(100),
          ...promise,
        }),
      )
  })
  test('is not promised for a program that was cancelled', () => {
    story
      .given(...approved, proposed, cancelled)
      .when(commit(10, { programId: 'p-1' }))
      .thenRejected(illegal('cancelled', 'CommitFunds'))
  })
  test('that was promised and not used is free again', () => {
    const release = { type: 'ReleaseCommitment', data: { ...here, commitmentId: 'c-1' } } as const
    const released = (minor: number) =>
      happened.CommitmentReleased({ ...here, lineId: 'l-1', commitmentId: 'c-1', amount: cny(minor) })
    const past = [...approved, promised('c-1', 150_000)] as const
    const used = posted('i-0', 40_000, 40_000, { commitmentId: 'c-1' })
    story
      .given(...past, used)
      .when(release)
      .then(released(110_000))
    story
      .given(...past, used, released(110_000))
      .when(release)
      .thenNothing()
    story
      .given(...past, used, released(110_000))
      .when(post(110_000))
      .then(posted('i-1', 110_000))
    story
      .given(...approved)
      .when(release)
      .thenRejected(unknown('commitment', 'c-1'))
    story
      .given(...lines)
      .when(release)
      .thenRejected(illegal('draft', 'ReleaseCommitment'))
    story.given().when(release).thenRejected(unknown('plan', planId))
  })
  test.each([
    ['draft', lines],
    ['submitted', [...lines, submitted]],
  ] as const)('does not move while the plan is %s', (status, past) => {
    const refusal = { code: 'PlanNotApproved', planId, status }
    story
      .given(...past)
      .when(commit(1))
      .thenRejected(refusal)
    story
      .given(...past)
      .when(post(1))
      .thenRejected(refusal)
  })
  test('does not move when the plan is closed, or where there is no such line or plan', () => {
    story
      .given(...approved, closed)
      .when(commit(1))
      .thenRejected(illegal('closed', 'CommitFunds'))
    story
      .given(...approved, closed)
      .when(post(1))
      .thenRejected(illegal('closed', 'PostCost'))
    story
      .given(...approved)
      .when(post(1, { lineId: 'l-9' }))
      .thenRejected(unknown('planLine', 'l-9'))
    story.given().when(commit(1)).thenRejected(unknown('plan', planId))
  })
})

import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  amount,
  at,
  basisPoints,
  claimId,
  code,
  commitmentId,
  currency,
  day,
  increaseId,
  lineId,
  money,
  personId,
  planId,
  reason,
  resourceId,
} from '../../vocabulary/index.ts'
import { spentOn } from '../shapes.ts'

const plan = { at, planId }
const claim = {
  ...plan,
  claimId,
  lineId,
  /** The person who paid and asks for the money back. */
  claimantId: personId,
  /** The cost category: `trainerFee`, `venue`, `material`, `travel`, `salary`, or an organisation's own. */
  category: code,
  amount,
  ...spentOn,
}
const minor = z.int().min(0)

export const moneyEvents = {
  /** Money was promised. */
  FundsCommitted: event({ ...plan, lineId, commitmentId, amount, ...spentOn }),
  /** Money was spent. */
  CostPosted: event(
    {
      ...plan,
      lineId,
      /** The cost category: `trainerFee`, `venue`, `material`, `travel`, `salary`, or an organisation's own. */
      category: code,
      /** The amount; below 0 where a credit note, a refund or a correction takes it back. */
      amount: money,
      /** The number of the invoice, or of the credit note. It is posted once, across all plans; put the provider's id before a provider's own number. */
      invoice: code,
      /** The invoice whose cost is taken back, or a part of it. */
      creditsInvoice: code.optional(),
      /** The credit note that was wrong and is taken back itself, or a part of it: the cost counts again. */
      takesBackNote: code.optional(),
      /** The person who paid and asks for the money back. */
      claimantId: personId.optional(),
      /** The person who took the cost back. */
      correctedBy: personId.optional(),
      /** The reason why the cost was taken back. */
      reason: reason.optional(),
      commitmentId: commitmentId.optional(),
      /** The part of the commitment that this cost used up, in minor units. */
      settled: minor,
      /** The provider, the trainer or the venue that is paid. */
      payeeId: resourceId.optional(),
      /** The purpose of the commitment, where this cost settles one. */
      ...spentOn,
    },
    { taggedBy: ['invoice', 'creditsInvoice', 'takesBackNote'] },
  ),
  /** The unused part of a commitment is free again. */
  CommitmentReleased: event({ ...plan, lineId, commitmentId, amount, ...spentOn }),
  /** So much of what was approved is spent (预算预警). */
  BudgetAlertRaised: event({
    ...plan,
    currency,
    /** The share of the approved budget that was reached, in basis points. */
    threshold: basisPoints,
    /** The approved budget, in minor units. */
    approved: minor,
    /** The posted costs, in minor units. */
    posted: minor,
    /** The open commitments, in minor units. */
    committed: minor,
  }),
  /** Somebody asks for more money on a line (追加预算). */
  BudgetIncreaseRequested: event({
    ...plan,
    increaseId,
    lineId,
    amount,
    /** The person who asks for more money. */
    requestedBy: personId,
    reason,
  }),
  /** The line has so much more: all that was asked for, or less. */
  BudgetIncreaseGranted: event({
    ...plan,
    increaseId,
    lineId,
    amount,
    /** The amount that was asked for. */
    asked: amount,
    /** The person who grants the increase. */
    grantedBy: personId,
  }),
  /** There is no more money for this. */
  BudgetIncreaseRefused: event({
    ...plan,
    increaseId,
    lineId,
    asked: amount,
    /** The person who refuses the request. */
    refusedBy: personId,
    reason,
  }),
  /** Somebody paid for training out of their own pocket, and wants it back (费用报销). */
  ExpenseClaimed: event(
    {
      ...claim,
      /** The number of the paper. It is claimed once, across all plans. */
      invoice: code,
      /** The day of the payment. */
      paidOn: day.optional(),
    },
    { taggedBy: ['invoice'] },
  ),
  /** They got it back; the cost was posted with it. */
  ExpenseReimbursed: event({
    ...claim,
    /** The person who approves the repayment. */
    reimbursedBy: personId,
  }),
  /** They do not get it back, and the paper is free again. */
  ExpenseRefused: event(
    {
      ...claim,
      /** The number of the paper. It may be claimed again. */
      invoice: code,
      /** The person who refuses the claim. */
      refusedBy: personId,
      reason,
    },
    { taggedBy: ['invoice'] },
  ),
}

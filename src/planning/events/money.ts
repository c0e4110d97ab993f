import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  amount,
  basisPoints,
  claimId,
  code,
  commitmentId,
  currency,
  day,
  increaseId,
  instant,
  lineId,
  personId,
  planId,
  reason,
  resourceId,
} from '../../vocabulary/index.ts'
import { spentOn } from '../shapes.ts'

const plan = { at: instant, planId }
const claim = { ...plan, claimId, lineId, claimantId: personId, category: code, amount, ...spentOn }
const minor = z.int().min(0)

export const moneyEvents = {
  /** Money was promised. */
  FundsCommitted: event({ ...plan, lineId, commitmentId, amount, ...spentOn }),
  /** Money was spent. */
  CostPosted: event(
    {
      ...plan,
      lineId,
      /** `trainerFee`, `venue`, `material`, `travel`, `salary`, one of `costCategories`, or an organisation's own. */
      category: code,
      amount,
      invoice: code,
      commitmentId: commitmentId.optional(),
      /** How much of the commitment this cost used up, in minor units. */
      settled: minor,
      /** The provider, the trainer or the venue that is paid. */
      payeeId: resourceId.optional(),
      /** What the commitment was for, where this cost makes one good. */
      ...spentOn,
    },
    { taggedBy: ['invoice'] },
  ),
  /** What was promised and not used is free again. */
  CommitmentReleased: event({ ...plan, lineId, commitmentId, amount, ...spentOn }),
  /** So much of what was approved is spent (预算预警). */
  BudgetAlertRaised: event({
    ...plan,
    currency,
    /** The share that was reached, in basis points of what is approved. */
    threshold: basisPoints,
    approved: minor,
    posted: minor,
    committed: minor,
  }),
  /** Somebody asks for more money on a line (追加预算). */
  BudgetIncreaseRequested: event({ ...plan, increaseId, lineId, amount, requestedBy: personId, reason }),
  /** The line has so much more: all that was asked for, or less. */
  BudgetIncreaseGranted: event({ ...plan, increaseId, lineId, amount, asked: amount, grantedBy: personId }),
  /** There is no more money for this. */
  BudgetIncreaseRefused: event({ ...plan, increaseId, lineId, asked: amount, refusedBy: personId, reason }),
  /** Somebody paid for training out of their own pocket, and wants it back (费用报销). */
  ExpenseClaimed: event({ ...claim, invoice: code, paidOn: day.optional() }, { taggedBy: ['invoice'] }),
  /** They got it back; the cost was posted with it. */
  ExpenseReimbursed: event({ ...claim, reimbursedBy: personId }),
  /** They do not get it back, and the paper is free again. */
  ExpenseRefused: event({ ...claim, invoice: code, refusedBy: personId, reason }, { taggedBy: ['invoice'] }),
}

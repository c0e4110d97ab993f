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
/** Whatever names the paper uniquely: a supplier's own numbers need the supplier before them. */
const invoice = code

export const moneyCommands = {
  CommitFunds: { ...plan, lineId, commitmentId, amount, ...spentOn },
  PostCost: {
    ...plan,
    lineId,
    category: code,
    amount,
    invoice,
    /** The promise this cost makes good, if there was one. */
    commitmentId: commitmentId.optional(),
    payeeId: resourceId.optional(),
    ...spentOn,
  },
  ReleaseCommitment: { ...plan, commitmentId },
  /** By policy, when a cost takes the plan past a share of its budget; says nothing twice. */
  RaiseBudgetAlert: { ...plan, currency, threshold: basisPoints },
  RequestBudgetIncrease: { ...plan, increaseId, lineId, amount, requestedBy: personId, reason },
  /** Without an amount, all that was asked for. */
  GrantBudgetIncrease: { ...plan, increaseId, amount: amount.optional(), grantedBy: personId },
  RefuseBudgetIncrease: { ...plan, increaseId, refusedBy: personId, reason },
  ClaimExpense: {
    ...plan,
    claimId,
    lineId,
    claimantId: personId,
    category: code,
    amount,
    invoice,
    paidOn: day.optional(),
    ...spentOn,
  },
  ReimburseExpense: { ...plan, claimId, reimbursedBy: personId, commitmentId: commitmentId.optional() },
  RefuseExpense: { ...plan, claimId, refusedBy: personId, reason },
}

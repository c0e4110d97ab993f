import {
  amount,
  at,
  basisPoints,
  claimId,
  code,
  commitmentId,
  correction,
  currency,
  day,
  increaseId,
  lineId,
  personId,
  planId,
  reason,
  resourceId,
} from '../../vocabulary/index.ts'
import { spentOn } from '../shapes.ts'

const plan = { at, planId }
/** A unique number of the paper: a provider's own numbers need the provider before them. */
const invoice = code

export const moneyCommands = {
  CommitFunds: { ...plan, lineId, commitmentId, amount, ...spentOn },
  PostCost: {
    ...plan,
    lineId,
    /** The cost category: `trainerFee`, `venue`, `material`, `travel`, `salary`, or an organisation's own. */
    category: code,
    amount,
    /** The number of the invoice. It is posted once, across all plans; put the provider's id before a provider's own number. */
    invoice,
    /** The promise this cost makes good, if there was one. */
    commitmentId: commitmentId.optional(),
    payeeId: resourceId.optional(),
    ...spentOn,
  },
  /** A cost is taken back, or a part of it: a credit note, a refund, a slip of the pen. Its purpose stays as it was. A credit note that was wrong is taken back by its own number. */
  CreditCost: {
    ...plan,
    /** The number of the invoice that was posted, or of the credit note that was wrong. */
    invoice,
    /** The number of the credit note, unlike any invoice's: of the paper that takes it back. */
    creditNote: code,
    amount,
    ...correction,
  },
  /** Changes nothing when nothing is open. */
  ReleaseCommitment: { ...plan, commitmentId },
  /** By policy, when a cost takes the plan past a share of its budget; says nothing twice. */
  RaiseBudgetAlert: { ...plan, currency, threshold: basisPoints },
  RequestBudgetIncrease: { ...plan, increaseId, lineId, amount, requestedBy: personId, reason },
  /** Without an amount, all that was asked for. */
  GrantBudgetIncrease: { ...plan, increaseId, amount: amount.optional(), grantedBy: personId },
  RefuseBudgetIncrease: {
    ...plan,
    increaseId,
    /** The person who refuses the request. */
    refusedBy: personId,
    reason,
  },
  ClaimExpense: {
    ...plan,
    claimId,
    lineId,
    claimantId: personId,
    category: code,
    amount,
    /** The number of the paper. It is claimed once, across all plans. */
    invoice,
    paidOn: day.optional(),
    ...spentOn,
  },
  ReimburseExpense: { ...plan, claimId, reimbursedBy: personId, commitmentId: commitmentId.optional() },
  RefuseExpense: {
    ...plan,
    claimId,
    /** The person who refuses the claim. */
    refusedBy: personId,
    reason,
  },
}

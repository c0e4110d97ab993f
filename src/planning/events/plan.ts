import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  amount,
  at,
  basisPoints,
  lineId,
  period,
  personId,
  planId,
  reason,
  title,
  unitId,
} from '../../vocabulary/index.ts'
import { planLine } from '../shapes.ts'

const plan = { at, planId }

export const planEvents = {
  /** A plan was begun. */
  PlanDrafted: event({
    ...plan,
    unitId,
    title,
    period,
    /** The person who drafts the plan. */
    draftedBy: personId,
  }),
  /** Somebody is to be trained, because of needs, for at most so much. */
  PlanLineAdded: event({ ...plan, ...planLine }),
  /** A line says something else now: this is all of it. */
  PlanLineAmended: event({ ...plan, ...planLine }),
  /** A line is not part of the plan any more. */
  PlanLineRemoved: event({ ...plan, lineId }),
  /** It was laid before those who decide. */
  PlanSubmitted: event({
    ...plan,
    /** The person who submits it. */
    submittedBy: personId,
  }),
  /** Not like this: back to who drafts it. */
  PlanReturned: event({
    ...plan,
    /** The person who sends it back for changes. */
    returnedBy: personId,
    /** The reasons, each in words. */
    reasons: z.array(reason).min(1).max(50),
  }),
  /** It holds, and its money with it. */
  PlanApproved: event({
    ...plan,
    /** The person who approves it. */
    approvedBy: personId,
    /** The sum of the lines, one amount a currency. */
    approved: z.array(amount),
    /** The share by which costs may exceed the budget, in basis points. */
    tolerance: basisPoints,
  }),
  /** It is to be changed (计划调整). Until the change is approved, what was approved goes on. */
  PlanRevised: event({
    ...plan,
    /** The number of the revision; 1 is the first. */
    revision: z.int().min(1),
    /** The person who reopens the plan. */
    revisedBy: personId,
    reason,
  }),
  /** The plan's year is over. */
  PlanClosed: event(plan),
}

import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  amount,
  basisPoints,
  instant,
  lineId,
  period,
  personId,
  planId,
  reason,
  title,
  unitId,
} from '../../vocabulary/index.ts'
import { planLine } from '../shapes.ts'

const plan = { at: instant, planId }

export const planEvents = {
  /** A plan was begun. */
  PlanDrafted: event({ ...plan, unitId, title, period, draftedBy: personId }),
  /** Somebody is to be trained, because of needs, for at most so much. */
  PlanLineAdded: event({ ...plan, ...planLine }),
  /** A line says something else now: this is all of it. */
  PlanLineAmended: event({ ...plan, ...planLine }),
  /** A line is not part of the plan any more. */
  PlanLineRemoved: event({ ...plan, lineId }),
  /** It was laid before those who decide. */
  PlanSubmitted: event({ ...plan, submittedBy: personId }),
  /** Not like this: back to who drafts it. */
  PlanReturned: event({ ...plan, returnedBy: personId, reasons: z.array(reason).min(1).max(50) }),
  /** It holds, and its money with it. */
  PlanApproved: event({
    ...plan,
    approvedBy: personId,
    /** The sum of the lines, per currency. */
    approved: z.array(amount),
    /** How far above may be gone, in basis points. */
    tolerance: basisPoints,
  }),
  /** It is to be changed (计划调整). Until the change is approved, what was approved goes on. */
  PlanRevised: event({
    ...plan,
    /** Which revision it is: 1 is the first. */
    revision: z.int().min(1),
    revisedBy: personId,
    reason,
  }),
  /** The plan's year is over. */
  PlanClosed: event(plan),
}

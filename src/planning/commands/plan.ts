import * as z from 'zod'
import {
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
export const forward = period.refine(({ from, to }) => from < to)

export const planCommands = {
  DraftPlan: { ...plan, unitId, title, period: forward, draftedBy: personId },
  AddPlanLine: { ...plan, ...planLine },
  /** The line as it is to be: all of it. */
  AmendPlanLine: { ...plan, ...planLine },
  RemovePlanLine: { ...plan, lineId },
  SubmitPlan: { ...plan, submittedBy: personId },
  ReturnPlan: { ...plan, returnedBy: personId, reasons: z.array(reason).min(1).max(50) },
  ApprovePlan: { ...plan, approvedBy: personId, tolerance: basisPoints.default(0) },
  /** Opens an approved plan for changes, which are submitted and approved like the plan was. */
  RevisePlan: { ...plan, revisedBy: personId, reason },
  ClosePlan: plan,
}

import { assemble, needs, needsEvents, planning, planningEvents } from 'training-ops'

export const training = assemble([needs, planning], {}, { trusted: true })
export const happened = planningEvents.make

export const at = '2025-12-01T01:00:00.000Z'
export const planId = 'plan-2026'
export const here = { at, planId }
export const cny = (minor: number) => ({ minor, currency: 'CNY' })
export const usd = (minor: number) => ({ minor, currency: 'USD' })

const seen = { at, assessmentId: 'a-2026' }
export const identified = (needId: string, cause: 'skill' | 'tools' = 'skill') =>
  needsEvents.make.NeedIdentified({
    drivers: [],
    competencies: [],
    ...seen,
    needId,
    title: 'Ask before you present',
    evidenceIds: ['e-1'],
    cause,
    origin: 'required',
    horizon: 'current',
    segment: {},
    headcount: 40,
  })
export const ranked = (needId: string) =>
  needsEvents.make.NeedRanked({ ...seen, needId, score: 80_000_000, rank: 1 })
export const dismissed = (needId: string) =>
  needsEvents.make.NeedDismissed({ ...seen, needId, reason: 'A checklist will do.' })
/** A need that was put in order. */
export const needed = [identified('n-1'), ranked('n-1')] as const

export const draft = {
  ...here,
  unitId: 'group',
  title: 'Training plan 2026 · 2026 年度培训计划',
  period: { from: '2026-01-01', to: '2027-01-01' },
  draftedBy: 'lin',
}
export const drafted = happened.PlanDrafted(draft)
export const line = (lineId: string, more: object = {}) => ({
  ...here,
  lineId,
  needIds: ['n-1'],
  audience: { jobFamily: 'sales' },
  headcount: 40,
  budget: cny(100_000),
  ...more,
})
export const added = (lineId: string, more: object = {}) => happened.PlanLineAdded(line(lineId, more))
export const submitted = happened.PlanSubmitted({ ...here, submittedBy: 'mei' })
/** A line of 1,000.00 yuan, one of 500.00 yuan and one of 200.00 dollars. */
export const lines = [
  drafted,
  added('l-1'),
  added('l-2', { budget: cny(50_000) }),
  added('l-3', { budget: usd(20_000) }),
] as const
export const approval = (tolerance = 0) =>
  happened.PlanApproved({
    ...here,
    approvedBy: 'chen',
    approved: [cny(150_000), usd(20_000)],
    tolerance,
  })
export const approved = [...lines, submitted, approval()] as const

export const promise = (commitmentId: string, minor: number, more: object = {}) => ({
  ...here,
  lineId: 'l-1',
  commitmentId,
  amount: cny(minor),
  ...more,
})
export const promised = (commitmentId: string, minor: number, more: object = {}) =>
  happened.FundsCommitted(promise(commitmentId, minor, more))
export const bill = (invoice: string, minor: number, more: object = {}) => ({
  ...here,
  lineId: 'l-1',
  category: 'trainerFee',
  amount: cny(minor),
  invoice,
  ...more,
})
export const posted = (invoice: string, minor: number, settled = 0, more: object = {}) =>
  happened.CostPosted({ ...bill(invoice, minor, more), settled })
export const planClosed = happened.PlanClosed(here)

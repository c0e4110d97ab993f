/** How the status of an assessment of needs, and of a need, moves: said here once. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { NeedsEvent } from '../events.ts'

/** Where an assessment (需求调研) stands. `unknown`: it was never opened. */
export type AssessmentStatus = 'unknown' | 'open' | 'published' | 'closed'

/** The status each event leads to. */
export const assessmentStatusAfter = {
  NeedsAssessmentOpened: 'open',
  NeedsReportPublished: 'published',
  NeedsAssessmentClosed: 'closed',
} as const satisfies StatusTable<NeedsEvent, AssessmentStatus>

/** The recipes of the table, for every fold that holds the status of one assessment. */
export const assessmentMoves = statusRecipes<NeedsEvent, AssessmentStatus>(assessmentStatusAfter)

/** Where a need (培训需求) stands. */
export type NeedStatus = 'unknown' | 'identified' | 'ranked' | 'dismissed'

export const needStatusAfter = {
  NeedIdentified: 'identified',
  NeedRanked: 'ranked',
  NeedDismissed: 'dismissed',
} as const satisfies StatusTable<NeedsEvent, NeedStatus>

/** The recipes of the table, for every fold that holds the status of one need. */
export const needMoves = statusRecipes<NeedsEvent, NeedStatus>(needStatusAfter)

/** Whether an id of evidence is taken. */
export type EvidenceStatus = 'unknown' | 'recorded'

/** The recipes of the one row of its table. */
export const evidenceMoves = statusRecipes<NeedsEvent, EvidenceStatus>({ NeedEvidenceRecorded: 'recorded' })

/** How the status of a campaign moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../kernel/index.ts'
import type { CultureEvent } from './events.ts'

/** Whether a campaign (宣传) was published. */
export type CampaignStatus = 'none' | 'published'

/** The status each event leads to. */
export const campaignStatusAfter = {
  AnnouncementPublished: 'published',
} as const satisfies StatusTable<CultureEvent, CampaignStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const campaignMoves = statusRecipes<CultureEvent, CampaignStatus>(campaignStatusAfter)

/** How the published figures of a year stand: said here once. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { StatisticsEvent } from './events.ts'

/** `outdated`: a fact that they rest on was put right since. `none`: they were never published. */
export type StatisticsStatus = 'none' | 'published' | 'outdated'

/** The status each event leads to. */
export const statisticsStatusAfter = {
  StatisticsPublished: 'published',
  StatisticsFlagged: 'outdated',
  StatisticsRestated: 'published',
} as const satisfies StatusTable<StatisticsEvent, StatisticsStatus>

export const statisticsMoves = statusRecipes<StatisticsEvent, StatisticsStatus>(statisticsStatusAfter)

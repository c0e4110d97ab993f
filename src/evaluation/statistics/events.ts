/** The events about published figures of a period. */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../../kernel/index.ts'
import { at, code, period, reason, zone } from '../../vocabulary/index.ts'
import { figure } from '../figure.ts'
import { digest } from '../shapes.ts'

/** The tag of every publication of a period's figures. */
export const statisticsTag = 'catalog:statistics'

export const ofStatistics = {
  at,
  /** The publication: `2026`, or `2026-plant`. */
  statisticsId: code,
}
export const published = {
  /** The published figures. They never change but by a restatement. */
  figures: z.array(figure).min(1).max(1000),
  /** The version of the program that computed the figures. */
  calculatorVersion: code,
  /** The fingerprint of the data that the figures were computed from. */
  inputsDigest: digest.optional(),
}
/** The period the figures are of. */
export const ofPeriod = {
  period: period.refine(({ from, to }) => from < to),
  /** The zone in which the days of the period begin. */
  zone,
}
/** Why they no longer hold. */
export const flag = {
  /** `completionReassessed`, `attendanceCorrected`, `deliveryCorrected`, `offeringVoided`, `costTakenBack`, or an organisation's own. */
  cause: code,
}

/** The events of published annual statistics; `statisticsEvents.make` makes them. */
export const statisticsEvents = defineEvents({
  /** The figures of a period were published, and no longer change. */
  StatisticsPublished: event({ ...ofStatistics, ...ofPeriod, ...published }, { tags: [statisticsTag] }),
  /** A fact of the period was put right since: the figures are to be restated. */
  StatisticsFlagged: event({ ...ofStatistics, ...flag }),
  /** They were wrong, and these replace them. */
  StatisticsRestated: event({ ...ofStatistics, ...published, reason }),
})

export type StatisticsEvent = EventsOf<typeof statisticsEvents> | never

/** The shapes regular talks with the business are written in. */
import * as z from 'zod'
import { code, idList, instant, personId, segment, text, unitId, zone } from '../../vocabulary/index.ts'
import { analysisLevel } from '../assessment/shapes.ts'

/** Whole months from one talk to the next; 0: this once. */
export const everyMonths = z.int().min(0).max(24)

/** The topics: `goals`, `changes`, `incidents`, `skills`, or an organisation's own. */
export const topics = idList(code, 50)

/** Something heard that speaks of a need. */
const observation = z.strictObject({
  analysisLevel,
  segment,
  /** The observation, in words. */
  summary: text.optional(),
})
export const observations = z.array(observation).max(100)

/** A talk, and the line of talks it is one of. */
export const review = {
  unitId,
  /** The id of the first review of the series. */
  series: code,
  /** The instant by which the review is due. */
  dueAt: instant,
  /** The due instant by the plan of the series, before the review was moved. */
  plannedFor: instant,
  /** The first due instant of the series. Months are counted from it, so a 31st comes back after a 30th. */
  firstDueAt: instant,
  zone,
  everyMonths,
  /** The person who speaks for the unit. */
  counterpartId: personId.optional(),
  topics,
}

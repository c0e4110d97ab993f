/** The shapes regular talks with the business are written in. */
import * as z from 'zod'
import { code, idList, instant, personId, segment, text, unitId, zone } from '../../vocabulary/index.ts'
import { analysisLevel } from '../assessment/shapes.ts'

/** Whole months from one talk to the next; 0: this once. */
export const everyMonths = z.int().min(0).max(24)

/** What is to be talked about: `goals`, `changes`, `incidents`, `skills`, or an organisation's own. */
export const topics = idList(code, 50)

/** Something heard that speaks of a need. */
const observation = z.strictObject({ analysisLevel, segment, summary: text.optional() })
export const observations = z.array(observation).max(100)

/** A talk, and the line of talks it is one of. */
export const review = {
  unitId,
  /** The id of the first talk of the line. */
  series: code,
  dueAt: instant,
  /** Where the line has it, whatever day it was moved to. */
  plannedFor: instant,
  /** Where the line began: months are counted from here, so that a 31st comes back after a 30th. */
  firstDueAt: instant,
  zone,
  everyMonths,
  /** Who speaks for the business unit. */
  counterpartId: personId.optional(),
  topics,
}

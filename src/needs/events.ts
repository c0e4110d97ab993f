/**
 * The events of the needs room: what people have to be able to do (胜任力模型), what each can do by now, what training
 * is needed and why (培训需求分析), and the regular talks with the business in which needs are seen coming.
 */
import { defineEvents, type EventsOf } from '../kernel/index.ts'
import { assessmentEvents } from './events/assessment.ts'
import { frameworkEvents } from './events/framework.ts'
import { liaisonEvents } from './events/liaison.ts'
import { recordEvents } from './events/record.ts'

export { type Cause, isTrainable } from './assessment/shapes.ts'
export { type CurrentLevel, currentLevelOf, sourcePrecedence } from './record/current-level.ts'
export type { AssessmentSource } from './record/shapes.ts'

/** The events of needs assessment; `needsEvents.make` makes them. */
export const needsEvents = defineEvents({
  ...frameworkEvents,
  ...recordEvents,
  ...assessmentEvents,
  ...liaisonEvents,
})

export type NeedsEvent = EventsOf<typeof needsEvents> | never

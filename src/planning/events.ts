/**
 * The events of the planning room: a unit's plan for a year and what it may cost, what was promised and paid out
 * of it (培训计划与预算); programs: what they are to change, by which courses, who answers for what, how it will be
 * known whether it worked, and how far each has come; and how things are done here (标准作业程序).
 */
import { defineEvents, type EventsOf } from '../kernel/index.ts'
import { moneyEvents } from './events/money.ts'
import { planEvents } from './events/plan.ts'
import { programEvents } from './events/program.ts'
import { sopEvents } from './events/sop.ts'

/** The events of plans, programs and procedures; `planningEvents.make` makes them. */
export const planningEvents = defineEvents({ ...planEvents, ...moneyEvents, ...programEvents, ...sopEvents })

export type PlanningEvent = EventsOf<typeof planningEvents> | never

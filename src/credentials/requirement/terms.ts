import * as z from 'zod'
import { type DataOfShape, type Field, field, type Named, type ValueOf } from '../../kernel/index.ts'
import { alternatives, code, day, dayOfYear, segment, title } from '../../vocabulary/index.ts'

/** The days until it is due. */
const dueWithinDays = z.int().min(0).max(3660)
const audienceFields = field(
  z.strictObject({
    segments: z.array(segment).max(100),
    /** The roles, by their codes. An empty list is no restriction. */
    roles: z.array(code).max(200),
  }),
)
/** Everybody who is in one of the segments and holds one of the roles; an empty list is no restriction. */
export interface Audience extends ValueOf<typeof audienceFields> {}
/** Everybody who is in one of the segments and holds one of the roles; an empty list is no restriction. */
export const audience: Field<Audience, Audience> = audienceFields

const triggerFields = field(
  z.discriminatedUnion('on', [
    z.strictObject({
      /** `hired`: counted from the first day of employment. */
      on: z.literal('hired'),
      dueWithinDays,
    }),
    z.strictObject({
      /** `roleAssigned`: counted from the day a role was assigned. */
      on: z.literal('roleAssigned'),
      dueWithinDays,
    }),
    z.strictObject({
      /** `fixedDate`: due on one day. Somebody hired later has nothing to do, unless it recurs. */
      on: z.literal('fixedDate'),
      /** The due day. */
      due: day,
    }),
    z.strictObject({
      /** `expiry`: holders of the certificate keep it valid. */
      on: z.literal('expiry'),
    }),
    z.strictObject({
      /** `promotion`: for candidates for one of the audience's roles, counted from the candidacy. */
      on: z.literal('promotion'),
      dueWithinDays,
    }),
    z.strictObject({
      /** `incident`: after each incident; only training done since then counts. */
      on: z.literal('incident'),
      /** The kind of incident, by its code. Left out, every kind. */
      incident: code.optional(),
      dueWithinDays,
    }),
  ]),
)
/** The trigger that makes it due for somebody, and the day. Days count from the hire, the role, the candidacy, the incident. */
export type Trigger = Named<ValueOf<typeof triggerFields>>
/** The trigger that makes it due for somebody, and the day. Days count from the hire, the role, the candidacy, the incident. */
export const trigger: Field<Trigger, Trigger> = triggerFields

const recurrenceFields = field(
  z.discriminatedUnion('kind', [
    z.strictObject({
      /** `once`: it does not recur. */
      kind: z.literal('once'),
    }),
    z.strictObject({
      /** `rolling`: due again some months after it was last done. */
      kind: z.literal('rolling'),
      /** The whole months until it is due again. */
      months: z.int().min(1).max(240),
      /**
       * Done so many days before the due day or fewer, it keeps that day: the months count from there. Left out, they count
       * from the day it was done.
       */
      keepsDueDayWithinDays: z.int().min(1).max(366).optional(),
    }),
    z.strictObject({
      /** `calendarWindow`: between two days of the year, both included, every year or every few years. */
      kind: z.literal('calendarWindow'),
      /** The first day of the window: `01-01`. */
      opens: dayOfYear,
      /** The last day of the window: `03-31`. */
      closes: dayOfYear,
      /** The whole years from one window to the next. */
      everyYears: z.int().min(1).max(20),
    }),
  ]),
)
/** When it is due again. A certificate that ends before that is due on the day it ends. */
export type Recurrence = Named<ValueOf<typeof recurrenceFields>>
/** When it is due again. A certificate that ends before that is due on the day it ends. */
export const recurrence: Field<Recurrence, Recurrence> = recurrenceFields

/** The terms that may be amended. */
export const terms = {
  title,
  /**
   * So many of several courses are enough (任选课程), the required course among them if it is named. Left out, it is the required
   * course alone.
   */
  alternatives: alternatives.optional(),
  audience,
  trigger,
  recurrence,
  /** Days after the due date that are tolerated. */
  graceDays: field(z.int().min(0).max(366)),
  /**
   * A person hired again after more days than these starts anew: what was done before does not count. Left out, it counts
   * however long they were away.
   */
  startsAnewAfterDays: field(z.int().min(0).max(36_600)).optional(),
  /** `compliance`, `onboarding`, `promotion`, or an organisation's own. */
  purpose: code,
}
export type Terms = DataOfShape<typeof terms>

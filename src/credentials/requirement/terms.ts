import * as z from 'zod'
import { type DataOfShape, field, type ValueOf } from '../../kernel/index.ts'
import { code, day, segment, title } from '../../vocabulary/index.ts'

const withinDays = z.int().min(0).max(3660)
/** A day of every year; 29 February is the 28th where there is none. */
const dayOfYear = z
  .string()
  .regex(
    /^(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])$|^(?:0[469]|11)-(?:0[1-9]|[12]\d|30)$|^02-(?:0[1-9]|[12]\d)$/,
  )

/** Whoever is in one of the segments and holds one of the roles; an empty list is no restriction. */
export const audience = field(
  z.strictObject({
    segments: z.array(segment).max(100),
    roles: z.array(code).max(200),
  }),
)
export type Audience = ValueOf<typeof audience>

/** What makes it due for somebody, and when. Days count from the hire, the role, the candidacy, the incident. */
export const trigger = field(
  z.discriminatedUnion('on', [
    z.strictObject({ on: z.literal('hired'), dueWithinDays: withinDays }),
    z.strictObject({ on: z.literal('roleAssigned'), dueWithinDays: withinDays }),
    /** Who is hired later has nothing to do, unless it recurs. */
    z.strictObject({ on: z.literal('fixedDate'), due: day }),
    /** Whoever holds the credential keeps it valid. */
    z.strictObject({ on: z.literal('expiry') }),
    /** Whoever is a candidate for one of the audience's roles. */
    z.strictObject({ on: z.literal('promotion'), dueWithinDays: withinDays }),
    /** After each incident of that kind, or of any: only what is done since counts. */
    z.strictObject({ on: z.literal('incident'), incident: code.optional(), dueWithinDays: withinDays }),
  ]),
)
export type Trigger = ValueOf<typeof trigger>

/** When it is due again. A certificate that ends before that is due on the day it ends. */
export const recurrence = field(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('once') }),
    /** So many months after it was last done. */
    z.strictObject({ kind: z.literal('rolling'), months: z.int().min(1).max(240) }),
    /** Between two days of the year, both included; every year, or every so many. */
    z.strictObject({
      kind: z.literal('calendarWindow'),
      opens: dayOfYear,
      closes: dayOfYear,
      everyYears: z.int().min(1).max(20),
    }),
  ]),
)
export type Recurrence = ValueOf<typeof recurrence>

/** What may be amended. */
export const terms = {
  title,
  audience,
  trigger,
  recurrence,
  /** Days after the due date that are tolerated. */
  graceDays: field(z.int().min(0).max(366)),
  /** `compliance`, `onboarding`, `promotion`, or an organisation's own. */
  purpose: code,
}
export type Terms = DataOfShape<typeof terms>

declare const unit: unique symbol

/**
 * A number that tells its unit, in its type and on hover. Any plain number may be given for one; a number of another
 * unit may not.
 */
export type NumberIn<Unit extends string> = number & { readonly [unit]?: Unit }

/** A share in hundredths of a percent, whole, 0 to 10,000: 8,000 is 80 %. */
export type BasisPoints = NumberIn<'basis points'>
/** A score in thousandths of the best possible, whole, −1,000 to 1,000: 700 is 70 % of full marks. */
export type Thousandths = NumberIn<'thousandths'>
/** A duration in whole minutes, 0 to 527,040 (a year): 90 is an hour and a half. */
export type Minutes = NumberIn<'minutes'>
/** Money in the smallest units of its currency, whole: 12,345 is CNY 123.45, and JPY 12,345. */
export type MinorUnits = NumberIn<'minor units'>

/** A text that tells its form, in its type and on hover. Any plain string may be given for one; another form may not. */
export type TextIn<Form extends string> = string & { readonly [unit]?: Form }

/** An instant in UTC with milliseconds: `2026-03-01T09:00:00.000Z`. */
export type Instant = TextIn<'instant'>
/** A calendar day, `2026-03-01`, in the zone that is said beside it. */
export type Day = TextIn<'day'>
/** An IANA time zone: `Asia/Shanghai`, `UTC`. */
export type TimeZone = TextIn<'time zone'>
/** An ISO 4217 currency: `CNY`, `USD`. */
export type Currency = TextIn<'currency'>

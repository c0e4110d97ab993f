/**
 * When something is taken. Slots lie by month, so that who asks for an hour looks at the slots of that month, and not at those of
 * years: booking costs the same however much was booked before.
 */
import { overlaps } from './calendar.ts'

/** An interval `[start, end)` that is taken, and what for. */
export type TakenSlot = { start: string; end: string; offeringId?: string; sessionId?: string }
/** Slots by month and by id; one longer than a year lies beside all months. */
export type Slots = Record<string, Record<string, TakenSlot>>

const besideAll = 'long'
const [first, last] = ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'].map(Date.parse) as [
  number,
  number,
]

/** The months an interval touches, so many minutes on either side of it; of more than a year, none of them by name. */
const monthsOf = ({ start, end }: Pick<TakenSlot, 'start' | 'end'>, minutes = 0): readonly string[] => {
  const month = (instant: string, by: number) =>
    new Date(Math.min(Math.max(Date.parse(instant) + by * 60_000, first), last)).toISOString().slice(0, 7)
  let [one, to] = [month(start, -minutes), month(end, minutes)]
  const months = [one]
  while (one < to) {
    if (months.length > 12) return [besideAll]
    const [year, number] = one.split('-').map(Number) as [number, number]
    one = `${String(number < 12 ? year : year + 1).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
    months.push(one)
  }
  return months
}

/**
 * Takes a slot, in place.
 *
 * @example
 * ```ts
 * import { slotsIn, takeSlot } from 'training-ops'
 * const slots = {}
 * takeSlot(slots, 's-1', { start: '2026-03-31T20:00:00.000Z', end: '2026-04-01T02:00:00.000Z' })
 * Object.keys(slots) // => ['2026-03', '2026-04']
 * Object.keys(slotsIn(slots)) // => ['s-1']
 * ```
 */
export const takeSlot = (slots: Slots, slotId: string, slot: TakenSlot): void => {
  for (const month of monthsOf(slot)) {
    slots[month] ??= {}
    slots[month][slotId] = { ...slot }
  }
}

/**
 * Frees a slot, in place; one that is not taken changes nothing.
 *
 * @example
 * ```ts
 * import { freeSlot, slotIn, takeSlot } from 'training-ops'
 * const slots = {}
 * takeSlot(slots, 's-1', { start: '2026-03-31T20:00:00.000Z', end: '2026-04-01T02:00:00.000Z' })
 * freeSlot(slots, 's-1')
 * slotIn(slots, 's-1') // => undefined
 * ```
 */
export const freeSlot = (slots: Slots, slotId: string): void => {
  for (const month of Object.values(slots)) delete month[slotId]
}

/**
 * The slot of an id, where it is taken.
 *
 * @example
 * ```ts
 * import { slotIn } from 'training-ops'
 * slotIn({ '2026-03': { s: { start: '2026-03-02T01:00:00.000Z', end: '2026-03-02T02:00:00.000Z' } } }, 's')?.end // => '2026-03-02T02:00:00.000Z'
 * ```
 */
export const slotIn = (slots: Slots, slotId: string): TakenSlot | undefined =>
  Object.values(slots).find((month) => Object.hasOwn(month, slotId))?.[slotId]

/**
 * Every slot once, by id.
 *
 * @example
 * ```ts
 * import { slotsIn } from 'training-ops'
 * slotsIn({}) // => {}
 * ```
 */
export const slotsIn = (slots: Slots): Readonly<Record<string, TakenSlot>> =>
  Object.assign({}, ...Object.values(slots))

/**
 * A slot less than so many minutes away from what is asked for; sessions of one offering may touch. The slot it has already
 * (`own`) is not in its way.
 *
 * @example
 * ```ts
 * import { inTheWay, takeSlot } from 'training-ops'
 * const slots = {}
 * takeSlot(slots, 's-1', { start: '2026-03-02T01:00:00.000Z', end: '2026-03-02T04:00:00.000Z' })
 * const noon = { start: '2026-03-02T04:00:00.000Z', end: '2026-03-02T05:00:00.000Z' }
 * inTheWay(slots, noon, { bufferMinutes: 0 }) // => undefined
 * inTheWay(slots, noon, { bufferMinutes: 30 })?.slotId // => 's-1'
 * ```
 */
export const inTheWay = (
  slots: Slots,
  asked: { readonly start: string; readonly end: string; readonly offeringId?: string | undefined },
  { bufferMinutes, own }: { readonly bufferMinutes: number; readonly own?: string },
): (TakenSlot & { readonly slotId: string }) | undefined => {
  const months = monthsOf(asked, bufferMinutes)
  for (const month of months.includes(besideAll) ? Object.keys(slots) : [...months, besideAll])
    for (const [slotId, slot] of Object.entries(slots[month] ?? {})) {
      const isOfOneOffering = asked.offeringId !== undefined && asked.offeringId === slot.offeringId
      if (slotId !== own && overlaps(asked, slot, isOfOneOffering ? 0 : bufferMinutes))
        return { slotId, ...slot }
    }
  return undefined
}

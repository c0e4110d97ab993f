import type { CatalogEvent } from '../catalog/events.ts'
import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import { type MetricResult, reuseRatio } from '../metrics/index.ts'
import type { Days } from './question.ts'

/** What was made to be taught, and how often it was: by course and version, with a space between. */
export type ContentUseState = {
  /** Minutes of each published version, and when it was published. */
  versions: Record<string, { minutes: number; at: string }>
  /** Offerings that were completed: which version, and the instant they ended. */
  offerings: Record<string, { version: string; at: string }>
  /** Minutes learners attended in attempts that were closed, by the day (in UTC) they were. */
  minutesByDay: Record<string, number>
}

const attended = ({ minutesByDay }: ContentUseState, at: string, minutes: number): void => {
  const day = at.slice(0, 10)
  minutesByDay[day] = (minutesByDay[day] ?? 0) + minutes
}

/** How much use is made of what was developed (资源复用). Any split of the log adds up. */
export const contentUse = projections<CatalogEvent | DeliveryEvent>()({
  name: 'contentUse',
  initial: (): ContentUseState => ({ versions: {}, offerings: {}, minutesByDay: {} }),
  on: {
    CourseVersionPublished: ({ versions }, { at, courseId, version, totalMinutes }) => {
      versions[`${courseId} ${version}`] = { minutes: totalMinutes, at }
    },
    OfferingCompleted: ({ offerings }, { offeringId, courseId, courseVersion, endedAt }) => {
      offerings[offeringId] = { version: `${courseId} ${courseVersion}`, at: endedAt }
    },
    EnrolmentCompleted: (state, { at, attendedMinutes }) => attended(state, at, attendedMinutes),
    EnrolmentFailed: (state, { at, attendedMinutes }) => attended(state, at, attendedMinutes),
  },
  merge: (a, b) => {
    const minutesByDay = { ...a.minutesByDay }
    for (const [day, minutes] of Object.entries(b.minutesByDay))
      minutesByDay[day] = (minutesByDay[day] ?? 0) + minutes
    return {
      versions: { ...a.versions, ...b.versions },
      offerings: { ...a.offerings, ...b.offerings },
      minutesByDay,
    }
  },
})

/**
 * Reuse (资源复用率, M19) in these days, both ways: offerings held for each version published by their end, and minutes
 * attended for each minute of content published by then.
 *
 * @example
 * ```ts
 * import { reuseIn } from 'training-ops'
 * const versions = { 'selling 1': { minutes: 240, at: '2026-01-05T00:00:00.000Z' } }
 * const held = { version: 'selling 1', at: '2026-04-07T09:00:00.000Z' }
 * const use = { versions, offerings: { 'o-1': held, 'o-2': held }, minutesByDay: { '2026-04-13': 2400 } }
 * const { byOfferings, byMinutes } = reuseIn(use, { from: '2026-01-01', to: '2027-01-01' })
 * byOfferings.status === 'ok' && byOfferings.value // => 2
 * byMinutes.status === 'ok' && byMinutes.value // => 10
 * ```
 */
export const reuseIn = (
  { versions, offerings, minutesByDay }: ContentUseState,
  { from, to }: Days,
): { readonly byOfferings: MetricResult; readonly byMinutes: MetricResult } => {
  const within = (day: string) => day >= from && day < to
  const published = Object.values(versions).filter(({ at }) => at.slice(0, 10) < to)
  const held = Object.values(offerings).filter(({ at }) => within(at.slice(0, 10)))
  const minutesUsed = Object.entries(minutesByDay)
    .filter(([day]) => within(day))
    .reduce((sum, [, minutes]) => sum + minutes, 0)
  return {
    byOfferings: reuseRatio({ offerings: held.length, courseVersions: published.length }),
    byMinutes: reuseRatio({
      minutesUsed,
      minutesAvailable: published.reduce((sum, { minutes }) => sum + minutes, 0),
    }),
  }
}

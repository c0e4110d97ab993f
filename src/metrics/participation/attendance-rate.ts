import type { Accumulator } from '../accumulator.ts'
import { needsDay } from '../days.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCount, needsOneOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'

/** One learner in one session that was not cancelled. */
export type SessionAttendance = {
  readonly scheduledMinutes: number
  /** Left out while the register has not been taken. */
  readonly attendedMinutes?: number
  /** Absent with leave. */
  readonly excused?: boolean
  /** The session's local start date, `YYYY-MM-DD`; needed for `scheduledToDate`. */
  readonly day?: string
}

export type AttendancePolicy = {
  /**
   * The treatment of an excused absence: left out of both sums (the default), an absence, or an attendance.
   */
  readonly excused?: 'exclude' | 'countAbsent' | 'countPresent'
} & (
  | {
      /** Sessions up to and including `asOf` (the default, for watching a class while it runs). */
      readonly sessions?: 'scheduledToDate'
      readonly asOf: string
    }
  | {
      /** `all` sessions, held or to come (for a completion rule), or only those whose register was `taken`. */
      readonly sessions: 'all' | 'taken'
      readonly asOf?: string
    }
)

type MinuteSums = { attended: number; scheduled: number; records: number; untaken: number }

const nothing: MinuteSums = { attended: 0, scheduled: 0, records: 0, untaken: 0 }

type Settled = {
  readonly excused: NonNullable<AttendancePolicy['excused']>
  readonly sessions: NonNullable<AttendancePolicy['sessions']>
}

const settled = ({ excused = 'exclude', sessions = 'scheduledToDate' }: AttendancePolicy): Settled => {
  needsOneOf('attendanceRate', 'excused', excused, ['exclude', 'countAbsent', 'countPresent'])
  needsOneOf('attendanceRate', 'sessions', sessions, ['scheduledToDate', 'all', 'taken'])
  return { excused, sessions }
}

const counter = ({ excused, sessions }: Settled, asOf = '') => {
  const toDate = sessions === 'scheduledToDate'
  if (toDate) needsDay('attendanceRate', 'asOf', asOf)

  return (record: SessionAttendance, index?: number): MinuteSums => {
    const {
      scheduledMinutes,
      attendedMinutes,
      attendedMinutes: attended = 0,
      day,
      excused: isExcused = false,
    } = record
    needsCount('attendanceRate', 'records[].scheduledMinutes', scheduledMinutes, index)
    needsCount('attendanceRate', 'records[].attendedMinutes', attended, index)
    needsAtMost(
      'attendanceRate',
      'records[].attendedMinutes',
      attended,
      scheduledMinutes,
      'scheduledMinutes',
      index,
    )
    needsOneOf('attendanceRate', 'records[].excused', isExcused, [true, false], index)
    if (toDate) needsDay('attendanceRate', 'records[].day', day, index)
    const isLater = toDate && (day as string) > asOf
    const isUntaken = attendedMinutes === undefined
    if (isLater || (isUntaken && sessions === 'taken') || (isExcused && excused === 'exclude')) return nothing
    if (isUntaken && toDate && !isExcused) return { ...nothing, untaken: 1 }
    return {
      attended: isExcused && excused === 'countPresent' ? scheduledMinutes : attended,
      scheduled: scheduledMinutes,
      records: 1,
      untaken: isUntaken && !isExcused ? 1 : 0,
    }
  }
}

const combine = (a: MinuteSums, b: MinuteSums): MinuteSums => {
  const sums = { ...a }
  for (const name in sums) sums[name as keyof MinuteSums] += b[name as keyof MinuteSums]
  return sums
}

/**
 * Attendance rate (出勤率), M08: attended minutes of the minutes that were scheduled.
 *
 * Formula: Σ attended minutes / Σ scheduled minutes, over confirmed learners and sessions that were not
 * cancelled. Leave cancelled sessions out of the records.
 *
 * When to use: to watch a class (`scheduledToDate`), or to apply a completion rule (`all` sessions).
 * When not: `taken` alone shows 100 % for a learner who came to five of ten sessions, as long as the other five
 * have no register yet. For people who never came, see no-shows (M09).
 *
 * Result: a ratio from 0 to 1; `n` is the learner-sessions counted; the variant names both choices; a note
 * `RegisterNotTaken` counts sessions without a register. Whether somebody came to them is unknown, so `scheduledToDate`
 * leaves them out; `all` counts their minutes as not attended;
 * `undefined` (`ZeroDenominator`) when nothing was scheduled. Throws when minutes are not a whole number ≥ 0,
 * when attended exceeds scheduled, or when a day that is needed is not `YYYY-MM-DD`.
 *
 * Source: defaults D8 and D9 of the project's metric catalog (moodle-mod_attendance#718, #300).
 *
 * @example
 * ```ts
 * import { attendanceRate } from 'training-ops/metrics'
 * const records = [
 *   { day: '2026-03-02', scheduledMinutes: 120, attendedMinutes: 90 },
 *   { day: '2026-03-03', scheduledMinutes: 120, attendedMinutes: 0, excused: true },
 *   { day: '2026-03-04', scheduledMinutes: 120 },
 * ]
 * const soFar = attendanceRate({ records, asOf: '2026-03-03' })
 * soFar // => { status: 'ok', value: 0.75, n: 1, unit: 'ratio', variant: { excused: 'exclude', sessions: 'scheduledToDate' } }
 * ```
 */
export const attendanceRate = /* @__PURE__ */ guarded(
  'attendanceRate',
  ({
    records,
    ...policy
  }: { readonly records: readonly SessionAttendance[] } & AttendancePolicy): MetricResult => {
    const chosen = settled(policy)
    const count = counter(chosen, policy.asOf)
    return rateOf(
      chosen,
      Array.from(records, (record, index) => count(record ?? {}, index)).reduce(combine, nothing),
    )
  },
)

const rateOf = (variant: Settled, { attended, scheduled, records, untaken }: MinuteSums): MetricResult => {
  const rate = censusShare({
    part: attended,
    whole: scheduled,
    what: 'scheduledMinutes',
    variant,
    ...(untaken > 0 && { notes: [{ code: 'RegisterNotTaken', sessions: untaken }] }),
  })
  return rate.status === 'ok' ? { ...rate, n: records } : rate
}

/** Minutes are summed under one policy; sums under different policies do not belong together. */
export const attendanceRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'attendanceRateAccumulator',
  (policy: AttendancePolicy): Accumulator<SessionAttendance, MinuteSums, MetricResult> => {
    const chosen = settled(policy)
    const count = counter(chosen, policy.asOf)
    return {
      empty: nothing,
      lift: (record) => count(record),
      combine,
      extract: (sums) => rateOf(chosen, sums),
    }
  },
)

export const attendanceRateEntry: MetricEntry = {
  id: 'M08',
  calculator: 'attendanceRate',
  unit: 'ratio',
  quantity: 'attendances',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {
    excused: ['exclude', 'countAbsent', 'countPresent'],
    sessions: ['scheduledToDate', 'all', 'taken'],
  },
  accumulates: 'exact',
  sources: ['Project defaults D8, D9', 'moodle-mod_attendance#718', 'moodle-mod_attendance#300'],
}

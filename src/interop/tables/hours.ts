/** The payload a system of human resources asks for: hours and completions of each person in each period. */
import type { CertificateRecords, EnrolmentRecords } from '../../records/index.ts'
import { dayIn } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { id, tableOf, type ViewTable } from './table.ts'

export type HoursAsked = {
  readonly by: 'month' | 'quarter' | 'year'
  /** Where days begin: an IANA zone. A session's minutes count on the local day of the session. */
  readonly zone: string
  /** Local days, `[from, to)`; all there is, unless given. */
  readonly days?: { readonly from: string; readonly to: string }
}

type Row = Record<'minutes' | 'completed' | 'failed' | 'noShows' | 'certificates', number>

/** `2026-03`, `2026-Q1` or `2026`. */
const periodOf = (day: string, by: HoursAsked['by']): string => {
  if (by === 'year') return day.slice(0, 4)
  return by === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/**
 * Minutes attended, enrolments that ended and certificates awarded, of each person in each period (人力资源系统用的学时与完成情况), for an HR
 * system: a row for each person and period in which there was any. Rows are in the order of person and period. A certificate
 * that was revoked is not counted.
 *
 * @example
 * ```ts
 * import { hoursByPerson, tableCsv } from 'training-ops/interop'
 * const table = hoursByPerson({ enrolments: {}, certificates: {} }, { by: 'month', zone: 'Asia/Shanghai' })
 * table.columns // => ['learnerId', 'period', 'minutes', 'hours', 'completed', 'failed', 'noShows', 'certificates']
 * ```
 */
export const hoursByPerson = (
  records: { readonly enrolments: EnrolmentRecords; readonly certificates?: CertificateRecords },
  asked: HoursAsked,
): ViewTable =>
  needing('hoursByPerson', 'records of enrolments, by and zone', () => {
    const { by, zone, days } = asked
    if (!['month', 'quarter', 'year'].includes(by)) throw new RangeError()
    const rows = new Map<string, Map<string, Row>>()
    const add = (learnerId: string, day: string | undefined, what: keyof Row, much: number) => {
      if (day === undefined || (days !== undefined && (day < days.from || day >= days.to))) return
      const periods = rows.get(learnerId) ?? new Map<string, Row>()
      rows.set(learnerId, periods)
      const period = periodOf(day, by)
      const row = periods.get(period) ?? { minutes: 0, completed: 0, failed: 0, noShows: 0, certificates: 0 }
      periods.set(period, row)
      row[what] += much
    }
    const ends = { completed: 'completed', failed: 'failed', noShow: 'noShows' } as const
    for (const { learnerId, attended, status, closedAt } of Object.values(records.enrolments)) {
      for (const { on, minutes } of Object.values(attended))
        if (minutes > 0) add(learnerId, on, 'minutes', minutes)
      if (closedAt !== undefined && Object.hasOwn(ends, status))
        add(learnerId, dayIn(closedAt, zone), ends[status as keyof typeof ends], 1)
    }
    for (const { learnerId, awardedDate, status } of Object.values(records.certificates ?? {}))
      if (status !== 'revoked') add(learnerId, awardedDate, 'certificates', 1)
    const sorted = <Value>(map: ReadonlyMap<string, Value>) =>
      [...map].sort(([one], [other]) => (one < other ? -1 : 1))
    return tableOf(
      {
        /** The person. */
        learnerId: (one) => id(one.learnerId),
        /** The period: `2026-03`, `2026-Q1` or `2026`. */
        period: (one) => one.period,
        /** Minutes attended in sessions of the period. */
        minutes: (one) => one.minutes,
        /** The same in hours, with two decimals. */
        hours: (one) => Math.round((one.minutes * 100) / 60) / 100,
        /** Enrolments that were completed in the period. */
        completed: (one) => one.completed,
        /** Enrolments that were failed in the period. */
        failed: (one) => one.failed,
        /** Enrolments to which they did not come. */
        noShows: (one) => one.noShows,
        /** Certificates awarded in the period. */
        certificates: (one) => one.certificates,
      },
      sorted(rows).flatMap(([learnerId, periods]) =>
        sorted(periods).map(([period, row]) => ({ learnerId, period, ...row })),
      ),
    )
  })

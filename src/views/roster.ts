import { isSeated } from '../delivery/enrolment/status.ts'
import { enrolmentSources } from '../delivery/events/terms.ts'
import type { EnrolmentRecord, EnrolmentRecords } from '../records/enrolment/record.ts'

/**
 * Everybody who asked for a seat in a class (学员名单), by their ids: the record of each.
 *
 * @example
 * ```ts
 * import { rosterOf } from 'training-ops'
 * rosterOf({}, 'o-1') // => []
 * ```
 */
export const rosterOf = (enrolments: EnrolmentRecords, offeringId: string): readonly EnrolmentRecord[] =>
  Object.values(enrolments)
    .filter((one) => one.offeringId === offeringId && one.status !== 'none')
    .sort((one, other) => (one.learnerId < other.learnerId ? -1 : 1))

type Source = EnrolmentRecord['asked']['source']

/** Of those who say the same: how many asked, how many hold a seat or held one to the end, are offered one, wait. */
export type RosterCounts = {
  readonly asked: number
  readonly seated: number
  /** A seat is held for them, and they have still to accept it. */
  readonly offered: number
  readonly waiting: number
}

export type RosterStatistics = RosterCounts & {
  readonly byDepartment: Readonly<Record<string, RosterCounts>>
  readonly byPosition: Readonly<Record<string, RosterCounts>>
  readonly bySource: Readonly<Record<Source, RosterCounts>>
  /** Learners without a department, or without a position. */
  readonly withoutDepartment: RosterCounts
  readonly withoutPosition: RosterCounts
  /** The expectations of the learners, as they wrote them, in the order of their ids. */
  readonly expectations: readonly string[]
}

const countsOf = (learners: readonly EnrolmentRecord[]): RosterCounts => ({
  asked: learners.length,
  seated: learners.filter(({ status }) => isSeated(status)).length,
  offered: learners.filter(({ status }) => status === 'offered').length,
  waiting: learners.filter(({ status }) => status === 'waitlisted').length,
})

const countedBy = (
  learners: readonly EnrolmentRecord[],
  field: 'department' | 'position',
): Readonly<Record<string, RosterCounts>> => {
  const groups = new Map<string, EnrolmentRecord[]>()
  for (const one of learners) {
    const said = one.asked[field]
    if (said === undefined) continue
    const group = groups.get(said)
    if (group === undefined) groups.set(said, [one])
    else group.push(one)
  }
  return Object.fromEntries([...groups].sort().map(([said, group]) => [said, countsOf(group)]))
}

/**
 * Requests for a class, counted by department, position and source, and what they hope for (报名信息统计).
 *
 * @example
 * ```ts
 * import { deliveryEvents, enrolmentRecord, project, rosterOf, rosterStatistics } from 'training-ops'
 * const asked = { at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1', approval: 'required', basis: {} } as const
 * const events = [
 *   deliveryEvents.make.EnrolmentRequested({ ...asked, learnerId: 'ada', source: 'self', department: 'sales', expectations: 'To ask better.' }),
 *   deliveryEvents.make.EnrolmentRequested({ ...asked, learnerId: 'bob', source: 'manager', department: 'sales' }),
 * ]
 * const statistics = rosterStatistics(rosterOf(project(enrolmentRecord, events), 'o-1'))
 * statistics.byDepartment // => { sales: { asked: 2, seated: 0, offered: 0, waiting: 0 } }
 * statistics.expectations // => ['To ask better.']
 * ```
 */
export const rosterStatistics = (roster: readonly EnrolmentRecord[]): RosterStatistics => {
  return {
    ...countsOf(roster),
    byDepartment: countedBy(roster, 'department'),
    byPosition: countedBy(roster, 'position'),
    bySource: Object.fromEntries(
      enrolmentSources.map((source) => [
        source,
        countsOf(roster.filter(({ asked }) => asked.source === source)),
      ]),
    ) as Record<Source, RosterCounts>,
    withoutDepartment: countsOf(roster.filter(({ asked }) => asked.department === undefined)),
    withoutPosition: countsOf(roster.filter(({ asked }) => asked.position === undefined)),
    expectations: roster.flatMap(({ asked: { expectations } }) => expectations ?? []),
  }
}

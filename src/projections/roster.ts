import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'

export type RosterStatus =
  | 'requested'
  | 'enrolled'
  | 'waitlisted'
  | 'declined'
  | 'left'
  | 'completed'
  | 'failed'
  | 'noShow'

export type OnRoster = {
  status: RosterStatus
  source: 'assigned' | 'manager' | 'self' | 'walkIn' | 'lateJoiner'
  department?: string
  position?: string
  /** What they hope for, in their own words. */
  expectations?: string
  prework: 'notSent' | 'sent' | 'acknowledged'
  minutesBySession: Record<string, number>
}

export type RosterState = { learners: Record<string, OnRoster> }

const told = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }

const stands = ({ learners }: RosterState, learnerId: string, status: RosterStatus) => {
  const one = learners[learnerId]
  if (one !== undefined) one.status = status
}

const wasThere = (
  { learners }: RosterState,
  { learnerId, sessionId, minutes }: { learnerId: string; sessionId: string; minutes: number },
) => {
  const one = learners[learnerId]
  if (one !== undefined) one.minutesBySession[sessionId] = minutes
}

/** Everybody who asked for a seat in an offering (学员名单): who they are, where they stand, how long they came. */
export const roster = projections<DeliveryEvent>()({
  name: 'roster',
  by: ['offeringId'],
  initial: (): RosterState => ({ learners: {} }),
  on: {
    EnrolmentRequested: ({ learners }, { learnerId, source, department, position, expectations }) => {
      learners[learnerId] = {
        status: 'requested',
        source,
        ...told('department', department),
        ...told('position', position),
        ...told('expectations', expectations),
        prework: learners[learnerId]?.prework ?? 'notSent',
        minutesBySession: learners[learnerId]?.minutesBySession ?? {},
      }
    },
    LearnerEnrolled: (roster, { learnerId }) => stands(roster, learnerId, 'enrolled'),
    LearnerWaitlisted: (roster, { learnerId }) => stands(roster, learnerId, 'waitlisted'),
    LearnerPromoted: (roster, { learnerId }) => stands(roster, learnerId, 'enrolled'),
    EnrolmentDeclined: (roster, { learnerId }) => stands(roster, learnerId, 'declined'),
    LearnerWithdrew: (roster, { learnerId }) => stands(roster, learnerId, 'left'),
    EnrolmentTransferred: (roster, { learnerId }) => stands(roster, learnerId, 'left'),
    EnrolmentCancelled: (roster, { learnerId }) => stands(roster, learnerId, 'left'),
    PreworkSent: ({ learners }, { learnerId }) => {
      const one = learners[learnerId]
      if (one !== undefined) one.prework = 'sent'
    },
    PreworkAcknowledged: ({ learners }, { learnerId }) => {
      const one = learners[learnerId]
      if (one !== undefined) one.prework = 'acknowledged'
    },
    AttendanceRecorded: wasThere,
    AttendanceCorrected: wasThere,
    EnrolmentCompleted: (roster, { learnerId }) => stands(roster, learnerId, 'completed'),
    EnrolmentFailed: (roster, { learnerId }) => stands(roster, learnerId, 'failed'),
    NoShowRecorded: (roster, { learnerId }) => stands(roster, learnerId, 'noShow'),
    CompletionReassessed: (roster, { learnerId, to }) => stands(roster, learnerId, to),
  },
  shardBy: 'learnerId',
  merge: (a, b) => ({ learners: { ...a.learners, ...b.learners } }),
})

/** Of those who say the same: how many asked, how many hold a seat or held one to the end, how many wait. */
export type RosterCounts = { readonly asked: number; readonly seated: number; readonly waiting: number }

export type RosterStatistics = RosterCounts & {
  readonly byDepartment: Readonly<Record<string, RosterCounts>>
  readonly byPosition: Readonly<Record<string, RosterCounts>>
  readonly bySource: Readonly<Record<'assigned' | 'manager' | 'self' | 'walkIn' | 'lateJoiner', RosterCounts>>
  /** Who did not say their department, or their position. */
  readonly withoutDepartment: RosterCounts
  readonly withoutPosition: RosterCounts
  /** What people hope for, as they wrote it, in the order of their ids. */
  readonly expectations: readonly string[]
}

const seatedIn = new Set<RosterStatus>(['enrolled', 'completed', 'failed', 'noShow'])

const countsOf = (learners: readonly OnRoster[]): RosterCounts => ({
  asked: learners.length,
  seated: learners.filter(({ status }) => seatedIn.has(status)).length,
  waiting: learners.filter(({ status }) => status === 'waitlisted').length,
})

const countedBy = (
  learners: readonly OnRoster[],
  field: 'department' | 'position',
): Readonly<Record<string, RosterCounts>> => {
  const groups = new Map<string, OnRoster[]>()
  for (const one of learners) {
    const said = one[field]
    if (said === undefined) continue
    const group = groups.get(said)
    if (group === undefined) groups.set(said, [one])
    else group.push(one)
  }
  return Object.fromEntries([...groups].sort().map(([said, group]) => [said, countsOf(group)]))
}

/**
 * Who asked for a class, counted by department, position and source, and what they hope for (报名信息统计).
 *
 * @example
 * ```ts
 * import { rosterStatistics } from 'training-ops'
 * const here = { prework: 'notSent', minutesBySession: {} } as const
 * const { asked, byDepartment, expectations } = rosterStatistics({
 *   learners: {
 *     ada: { ...here, status: 'enrolled', source: 'self', department: 'sales', expectations: 'To ask better.' },
 *     bob: { ...here, status: 'waitlisted', source: 'manager', department: 'sales' },
 *   },
 * })
 * asked // => 2
 * byDepartment // => { sales: { asked: 2, seated: 1, waiting: 1 } }
 * expectations // => ['To ask better.']
 * ```
 */
export const rosterStatistics = ({ learners }: RosterState): RosterStatistics => {
  const all = Object.entries(learners)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => one)
  const from = (source: OnRoster['source']) => countsOf(all.filter((one) => one.source === source))
  return {
    ...countsOf(all),
    byDepartment: countedBy(all, 'department'),
    byPosition: countedBy(all, 'position'),
    bySource: {
      assigned: from('assigned'),
      manager: from('manager'),
      self: from('self'),
      walkIn: from('walkIn'),
      lateJoiner: from('lateJoiner'),
    },
    withoutDepartment: countsOf(all.filter(({ department }) => department === undefined)),
    withoutPosition: countsOf(all.filter(({ position }) => position === undefined)),
    expectations: all.flatMap(({ expectations }) => (expectations === undefined ? [] : [expectations])),
  }
}

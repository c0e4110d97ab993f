import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import { type FunnelStep, funnel as funnelSteps } from '../metrics/index.ts'

/** How far one learner came. Who gave up a seat had one all the same. */
export type CameSoFar = {
  confirmed: boolean
  minutesBySession: Record<string, number>
  ended?: 'completed' | 'passed'
}

export type FunnelState = { learners: Record<string, CameSoFar> }

const on = ({ learners }: FunnelState, learnerId: string, change: (one: CameSoFar) => void) => {
  learners[learnerId] ??= { confirmed: false, minutesBySession: {} }
  change(learners[learnerId])
}

const confirmed = (state: FunnelState, { learnerId }: { learnerId: string }) =>
  on(state, learnerId, (one) => {
    one.confirmed = true
  })

const wasThere = (
  state: FunnelState,
  { learnerId, sessionId, minutes }: { learnerId: string; sessionId: string; minutes: number },
) =>
  on(state, learnerId, ({ minutesBySession }) => {
    minutesBySession[sessionId] = minutes
  })

/** How far everybody came who asked for a seat in an offering; `funnelOf` takes the figures. */
export const funnel = projections<DeliveryEvent>()({
  name: 'funnel',
  by: ['offeringId'],
  initial: (): FunnelState => ({ learners: {} }),
  on: {
    EnrolmentRequested: (state, { learnerId }) => on(state, learnerId, () => undefined),
    LearnerEnrolled: confirmed,
    LearnerPromoted: confirmed,
    AttendanceRecorded: wasThere,
    AttendanceCorrected: wasThere,
    EnrolmentCompleted: (state, { learnerId, outcome }) =>
      on(state, learnerId, (one) => {
        one.ended = outcome === 'passed' ? 'passed' : 'completed'
      }),
    CompletionReassessed: (state, { learnerId, to, outcome }) =>
      on(state, learnerId, (one) => {
        if (to === 'completed') one.ended = outcome === 'passed' ? 'passed' : 'completed'
        else delete one.ended
      }),
  },
  shardBy: 'learnerId',
  merge: (a, b) => ({ learners: { ...a.learners, ...b.learners } }),
})

/**
 * The funnel (报名—完训漏斗, M29) of these offerings: how many asked, had a seat, came, completed, passed. An attempt
 * counts, not a person; who was invited and who applied it on the job is known to others, and joins as
 * `offeringId learnerId`.
 *
 * @example
 * ```ts
 * import { funnelOf } from 'training-ops'
 * const came = { confirmed: true, minutesBySession: { monday: 480 } }
 * const steps = funnelOf({ 'o-1': { learners: { ada: { ...came, ended: 'passed' }, bob: came } } })
 * steps.map(({ stage, count }) => [stage, count]) // => [['requested', 2], ['confirmed', 2], ['attended', 2], ['completed', 1], ['passed', 1]]
 * ```
 */
export const funnelOf = (
  offerings: Readonly<Record<string, FunnelState>>,
  others: { readonly invited?: readonly string[]; readonly applied?: readonly string[] } = {},
): readonly FunnelStep[] => {
  const all = Object.entries(offerings).flatMap(([offeringId, { learners }]) =>
    Object.entries(learners).map(([learnerId, one]) => ({ id: `${offeringId} ${learnerId}`, ...one })),
  )
  const those = (reached: (one: CameSoFar) => boolean) => all.filter(reached).map(({ id }) => id)
  return funnelSteps({
    ...others,
    requested: those(() => true),
    confirmed: those(({ confirmed }) => confirmed),
    attended: those(({ minutesBySession }) => Object.values(minutesBySession).some((minutes) => minutes > 0)),
    completed: those(({ ended }) => ended !== undefined),
    passed: those(({ ended }) => ended === 'passed'),
  })
}

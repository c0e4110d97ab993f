import { projections } from '../kernel/index.ts'
import { type NeedStatus, needMoves } from '../needs/assessment/status.ts'
import { type Cause, isTrainable, type NeedsEvent } from '../needs/events.ts'
import { planningRejections } from './rejections.ts'

export type PlannedNeed = { status: NeedStatus; cause: Cause }

/** A need as planning reads it: whether it is pursued, and whether training removes its cause. */
export const plannedNeed = projections<NeedsEvent>()({
  name: 'plannedNeed',
  by: ['needId'],
  initial: (): PlannedNeed => ({ status: 'unknown', cause: 'knowledge' }),
  on: [
    needMoves,
    {
      NeedIdentified: (need, { cause }) => {
        need.cause = cause
      },
    },
  ],
})

export const mustBeTrainable = (needId: string, { status, cause }: PlannedNeed) =>
  status !== 'unknown' && !isTrainable(cause) && planningRejections.NeedNotTrainable({ needId, cause })

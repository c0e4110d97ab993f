import { projections } from '../kernel/index.ts'
import { type Cause, isTrainable, type NeedsEvent } from '../needs/events.ts'
import { planningRejections } from './rejections.ts'

export type NeedStanding = {
  status: 'unknown' | 'identified' | 'ranked' | 'dismissed'
  cause: Cause
}

/** What planning has to know of a need: whether it is pursued, and whether training cures it. */
export const needStanding = projections<NeedsEvent>()({
  name: 'needStanding',
  by: ['needId'],
  initial: (): NeedStanding => ({ status: 'unknown', cause: 'knowledge' }),
  on: {
    NeedIdentified: (need, { cause }) => {
      need.status = 'identified'
      need.cause = cause
    },
    NeedRanked: (need) => {
      need.status = 'ranked'
    },
    NeedDismissed: (need) => {
      need.status = 'dismissed'
    },
  },
})

export const mustBeTrainable = (needId: string, { status, cause }: NeedStanding) =>
  status !== 'unknown' && !isTrainable(cause) && planningRejections.NeedNotTrainable({ needId, cause })

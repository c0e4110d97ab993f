import { type DataOf, projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../events.ts'
import { type SopStatus, sopMoves } from './status.ts'

export type SopState = {
  status: SopStatus
  /** The latest published version; 0 when there is none. */
  version: number
  /** The content of the latest version. */
  procedure?: Pick<
    DataOf<PlanningEvent, 'SopVersionPublished'>,
    'title' | 'kind' | 'scope' | 'tasks' | 'forms'
  >
}

/** A procedure (标准作业程序): its latest version, and whether it is still followed. */
export const sop = projections<PlanningEvent>()({
  name: 'sop',
  by: ['sopId'],
  initial: (): SopState => ({ status: 'unknown', version: 0 }),
  on: [
    sopMoves,
    {
      SopVersionPublished: (sop, { at: _at, sopId: _id, version, ...procedure }) => {
        sop.version = version
        sop.procedure = procedure
      },
    },
  ],
})

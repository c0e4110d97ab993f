import { type DataOf, projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../events.ts'

export type SopState = {
  status: 'unknown' | 'published' | 'retired'
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
  on: {
    SopVersionPublished: (sop, { at: _at, sopId: _id, version, ...procedure }) => {
      sop.status = 'published'
      sop.version = version
      sop.procedure = procedure
    },
    SopRetired: (sop) => {
      sop.status = 'retired'
    },
  },
})

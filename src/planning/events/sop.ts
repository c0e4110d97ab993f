import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import { at, reason, sopId } from '../../vocabulary/index.ts'
import { procedure } from '../sop/shapes.ts'

export const sopEvents = {
  /** This is how it is done from now on: which tasks, when and whose, with which forms (标准作业程序). */
  SopVersionPublished: event({
    at,
    sopId,
    /** The number of the published version: 1, then 2. */
    version: z.int().min(1),
    ...procedure,
  }),
  /** It is done that way no more. */
  SopRetired: event({ at, sopId, reason }),
}

import * as z from 'zod'
import { field, type ValueOf } from '../kernel/index.ts'
import { code } from './ids.ts'

/** Whom something is about: a level (层级), a job family (岗位序列), a department; the open rest is everybody. */
export const segment = field(
  z.strictObject({
    /** `newHire`, `keyContributor`, `manager`, or an organisation's own. */
    level: code.optional(),
    /** `technical`, `sales`, `corporateFunctions`, or an organisation's own. */
    jobFamily: code.optional(),
    department: code.optional(),
  }),
)
export type Segment = ValueOf<typeof segment>

/** Whether every part the wider segment names is the same in the narrower one. */
export const isWithin = (narrower: Segment, wider: Segment): boolean =>
  (['level', 'jobFamily', 'department'] as const).every(
    (part) => wider[part] === undefined || wider[part] === narrower[part],
  )

import * as z from 'zod'
import { type Field, field, type ValueOf } from '../kernel/index.ts'
import { code } from './ids.ts'

const segmentFields = field(
  z.strictObject({
    /** The level of people (层级): `newHire`, `keyContributor`, `manager`, or an organisation's own. */
    level: code.optional(),
    /** The job family (岗位序列): `technical`, `sales`, `corporateFunctions`, or an organisation's own. */
    jobFamily: code.optional(),
    /** The department (部门), by its code. */
    department: code.optional(),
    /** The place of work (工作地点): a site or an office, by its code. */
    place: code.optional(),
  }),
)
/** A part of the workforce (人员类别) by level, job family, department and place of work. A key that is left out stands for everybody. */
export interface Segment extends ValueOf<typeof segmentFields> {}
/** A part of the workforce (人员类别) by level, job family, department and place of work. A key that is left out stands for everybody. */
export const segment: Field<Segment, Segment> = segmentFields

/** The parts of a segment, in the order in which they are told. */
export const segmentParts = ['level', 'jobFamily', 'department', 'place'] as const

/**
 * Whether every part the wider segment names is the same in the narrower one.
 *
 * @example
 * ```ts
 * import { isWithin } from 'training-ops'
 * isWithin({ department: 'sales', level: 'L3' }, { department: 'sales' }) // => true
 * isWithin({ department: 'sales' }, { department: 'sales', level: 'L3' }) // => false
 * ```
 */
export const isWithin = (narrower: Segment, wider: Segment): boolean =>
  segmentParts.every((part) => wider[part] === undefined || wider[part] === narrower[part])

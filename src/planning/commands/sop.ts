import * as z from 'zod'
import { at, reason, sopId, uniqueBy } from '../../vocabulary/index.ts'
import {
  enrolmentProcess,
  evaluationTemplate,
  materialFields,
  procedure,
  sopTaskFields,
} from '../sop/shapes.ts'

const task = z.strictObject({
  ...sopTaskFields,
  anchor: sopTaskFields.anchor.default('start'),
  neededFor: sopTaskFields.neededFor.default('delivery'),
})
const item = z.strictObject({ ...materialFields, daysBefore: materialFields.daysBefore.default(1) })

export const sopCommands = {
  PublishSopVersion: {
    at,
    sopId,
    version: z.int().min(1),
    ...procedure,
    tasks: uniqueBy(z.array(task).min(1).max(200), (one) => one.task),
    /** The forms of the procedure: enrolment, materials and evaluation. */
    forms: z.strictObject({
      enrolment: enrolmentProcess,
      materials: uniqueBy(z.array(item).max(200), (one) => one.item).default([]),
      evaluation: evaluationTemplate.optional(),
    }),
  },
  RetireSop: { at, sopId, reason },
}

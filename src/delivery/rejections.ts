import { defineRejections } from '../kernel/index.ts'
import { enrolmentRejections } from './rejections/enrolment.ts'
import { offeringRejections } from './rejections/offering.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const deliveryRejections = defineRejections({ ...offeringRejections, ...enrolmentRejections })

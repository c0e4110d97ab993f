/** The shapes a competence record is written in. */
import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'

/** Who or what says how well somebody can do something. */
export const assessmentSource = field(z.enum(['self', 'supervisor', 'test', 'observation', 'certificate']))
export type AssessmentSource = ValueOf<typeof assessmentSource>

/** The shapes a competence record is written in. */
import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'

/** The source of an assessment: a person or a thing. */
export const assessmentSource = field(z.enum(['self', 'supervisor', 'test', 'observation', 'certificate']))
export type AssessmentSource = ValueOf<typeof assessmentSource>

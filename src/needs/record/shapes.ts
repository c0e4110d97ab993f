/** The shapes a competence record is written in. */
import * as z from 'zod'

/** Who or what says how well somebody can do something. */
export const assessmentSource = z.enum(['self', 'supervisor', 'test', 'observation', 'certificate'])
export type AssessmentSource = z.infer<typeof assessmentSource>

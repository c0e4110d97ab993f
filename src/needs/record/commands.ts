import * as z from 'zod'
import { defineCommands } from '../../kernel/index.ts'
import {
  aspirationId,
  certificateId,
  code,
  competencyAssessmentId,
  frameworkId,
  idList,
  instant,
  learnerId,
  offeringId,
  personId,
  reason,
  segment,
  text,
} from '../../vocabulary/index.ts'
import { horizon } from '../assessment/shapes.ts'
import { assessmentSource } from './shapes.ts'

const record = { at: instant, learnerId, frameworkId }

/** What may be asked of somebody's competence record, in order of life. */
export const recordCommands = defineCommands({
  AssignRole: { ...record, role: code, segment: segment.default({}), occasion: code.optional() },
  EndRole: { ...record, role: code },
  AssessCompetency: {
    ...record,
    competencyAssessmentId,
    competency: code,
    level: z.int(),
    source: assessmentSource,
    /** When it was so; `at` unless said. */
    assessedAt: instant.optional(),
    assessedBy: personId.optional(),
    validUntil: instant.optional(),
    offeringId: offeringId.optional(),
    certificateId: certificateId.optional(),
  },
  WithdrawAssessment: { at: instant, learnerId, competencyAssessmentId, reason },
  StateAspiration: {
    at: instant,
    learnerId,
    aspirationId,
    statement: text.optional(),
    role: code.optional(),
    competencies: idList(code, 100).default([]),
    horizon: horizon.default('future'),
  },
})

import * as z from 'zod'
import { defineCommands } from '../../kernel/index.ts'
import {
  aspirationId,
  at,
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

const record = { at, learnerId, frameworkId }

/** The commands of somebody's competence record, in order of life. */
export const recordCommands = defineCommands({
  /** Changes nothing when it is held there already. */
  AssignRole: {
    ...record,
    /** The role, by its code in the framework. */
    role: code,
    segment: segment.default({}),
    occasion: code.optional(),
  },
  /** Changes nothing when it has ended already. */
  EndRole: {
    ...record,
    /** The role, by its code in the framework. */
    role: code,
  },
  AssessCompetency: {
    ...record,
    competencyAssessmentId,
    competency: code,
    level: z.int(),
    /** The source of the assessment. */
    source: assessmentSource,
    /** When it was so; `at` unless said. */
    assessedAt: instant.optional(),
    assessedBy: personId.optional(),
    validUntil: instant.optional(),
    offeringId: offeringId.optional(),
    certificateId: certificateId.optional(),
  },
  /** Changes nothing when it was withdrawn already. */
  WithdrawAssessment: { at, learnerId, competencyAssessmentId, reason },
  StateAspiration: {
    at,
    learnerId,
    aspirationId,
    statement: text.optional(),
    /** The role the person would like to hold, by its code. */
    role: code.optional(),
    /** The competencies the person wants to develop, by their codes. */
    competencies: idList(code, 100).default([]),
    horizon: horizon.default('future'),
  },
})

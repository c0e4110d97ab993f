/** The competence record of a person (胜任力档案): the roles people hold, how they were assessed, and where they want to go. */
import * as z from 'zod'
import { event } from '../../kernel/index.ts'
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
import { version } from '../framework/shapes.ts'
import { assessmentSource } from '../record/shapes.ts'

const record = { at, learnerId, frameworkId }

export const recordEvents = {
  /** Somebody holds a role now. */
  RoleAssigned: event({
    ...record,
    /** The published version of the framework. */
    frameworkVersion: version,
    /** The role, by its code in the framework. */
    role: code,
    /** The segment in which the person holds the role. */
    segment,
    /** The occasion: `hired`, `promotion`, `transfer`, or an organisation's own. */
    occasion: code.optional(),
  }),
  /** They do not hold it any more. */
  RoleEnded: event({
    ...record,
    /** The role, by its code in the framework. */
    role: code,
  }),
  /** Somebody said, or something showed, how well they can do it. */
  CompetencyAssessed: event({
    ...record,
    frameworkVersion: version,
    competencyAssessmentId,
    /** The competency, by its code in the framework. */
    competency: code,
    /** The proficiency scale of the competency, by its code. */
    scale: code,
    /** The level, on the scale of the competency. */
    level: z.int().min(0).max(100),
    /** The source of the assessment. */
    source: assessmentSource,
    /** The instant at which the level was shown. Left out in a command, it is `at`. */
    assessedAt: instant,
    /** The person who assessed it. */
    assessedBy: personId.optional(),
    /** The first instant at which the assessment is no longer valid. */
    validUntil: instant.optional(),
    offeringId: offeringId.optional(),
    certificateId: certificateId.optional(),
  }),
  /** It should not have been said. */
  AssessmentWithdrawn: event({ ...record, competencyAssessmentId, competency: code, reason }),
  /** Where somebody wants to go (发展诉求). */
  DevelopmentAspirationStated: event({
    at,
    learnerId,
    aspirationId,
    /** The aspiration, in the person's words. */
    statement: text.optional(),
    /** The role they would like to hold. */
    role: code.optional(),
    /** The competencies the person wants to develop, by their codes. */
    competencies: idList(code, 100),
    horizon,
  }),
}

/** What each can do by now (胜任力档案): the roles people hold, how they were assessed, and where they want to go. */
import * as z from 'zod'
import { event } from '../../kernel/index.ts'
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
import { version } from '../framework/shapes.ts'
import { assessmentSource } from '../record/shapes.ts'

const record = { at: instant, learnerId, frameworkId }

export const recordEvents = {
  /** Somebody holds a role now. */
  RoleAssigned: event({
    ...record,
    frameworkVersion: version,
    role: code,
    /** Where they hold it: what the role's profile says, and what the host knows beside. */
    segment,
    /** `hired`, `promotion`, `transfer`, or an organisation's own. */
    occasion: code.optional(),
  }),
  /** They do not hold it any more. */
  RoleEnded: event({ ...record, role: code }),
  /** Somebody said, or something showed, how well they can do it. */
  CompetencyAssessed: event({
    ...record,
    frameworkVersion: version,
    competencyAssessmentId,
    competency: code,
    scale: code,
    level: z.int().min(0).max(100),
    source: assessmentSource,
    /** When it was so; recorded at `at`. */
    assessedAt: instant,
    assessedBy: personId.optional(),
    /** From then on nobody knows any more. */
    validUntil: instant.optional(),
    offeringId: offeringId.optional(),
    certificateId: certificateId.optional(),
  }),
  /** It should not have been said. */
  AssessmentWithdrawn: event({ ...record, competencyAssessmentId, competency: code, reason }),
  /** Where somebody wants to go (发展诉求). */
  DevelopmentAspirationStated: event({
    at: instant,
    learnerId,
    aspirationId,
    statement: text.optional(),
    /** The role they would like to hold. */
    role: code.optional(),
    competencies: idList(code, 100),
    horizon,
  }),
}

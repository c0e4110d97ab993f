/** The competency framework (胜任力模型): competencies, the scales they are rated on, and what roles ask for. */
import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import { at, code, frameworkId, reason, sha256Digest, title } from '../../vocabulary/index.ts'
import {
  competencyInWords,
  proficiencyLevels,
  publishedCompetency,
  publishedRole,
  publishedScale,
  roleProfile,
  version,
} from '../framework/shapes.ts'

const framework = { at, frameworkId }

export const frameworkEvents = {
  /** How proficiency is told apart. A scale never changes: another one has another code. */
  ProficiencyScaleDefined: event({
    ...framework,
    /** The proficiency scale, by its code. */
    scale: code,
    title,
    /** The levels of the scale. */
    levels: proficiencyLevels,
  }),
  /** Something people are able to do, or not. It keeps its scale. */
  CompetencyDefined: event({
    ...framework,
    /** The competency, by its code in the framework. */
    competency: code,
    /** The proficiency scale of the competency, by its code. */
    scale: code,
    ...competencyInWords,
  }),
  /** It is told in other words, or belongs elsewhere. */
  CompetencyRevised: event({
    ...framework,
    /** The competency, by its code in the framework. */
    competency: code,
    ...competencyInWords,
  }),
  /** It is asked of nobody any more. */
  CompetencyRetired: event({
    ...framework,
    /** The competency, by its code in the framework. */
    competency: code,
    reason: reason.optional(),
  }),
  /** The requirements of a role (岗位胜任力要求). */
  RoleProfileSet: event({ ...framework, ...roleProfile }),
  /** From here on people are assigned and assessed by this version. */
  FrameworkPublished: event({
    ...framework,
    version,
    /** The scales of the published framework. */
    scales: z.array(publishedScale),
    /** The competencies of the published framework. */
    competencies: z.array(publishedCompetency),
    /** The role profiles of the published framework. */
    roles: z.array(publishedRole),
    /** The fingerprint of scales, competencies and roles. */
    digest: sha256Digest,
  }),
}

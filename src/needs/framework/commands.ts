import { defineCommands } from '../../kernel/index.ts'
import { at, code, frameworkId, reason, title } from '../../vocabulary/index.ts'
import {
  alignments,
  competencyInWords,
  proficiencyLevels,
  requirements,
  roleProfile,
  version,
} from './shapes.ts'

const framework = { at, frameworkId }
const competency = {
  ...framework,
  competency: code,
  ...competencyInWords,
  alignments: alignments.default([]),
}

/** The commands of a competency framework, in order of life. */
export const frameworkCommands = defineCommands({
  DefineScale: {
    ...framework,
    /** The proficiency scale, by its code. */
    scale: code,
    title,
    levels: proficiencyLevels,
  },
  DefineCompetency: {
    ...competency,
    /** The proficiency scale of the competency, by its code. */
    scale: code,
  },
  ReviseCompetency: competency,
  SetRoleProfile: { ...framework, ...roleProfile, requirements: requirements.min(1) },
  RetireCompetency: { ...framework, competency: code, reason: reason.optional() },
  PublishFramework: { ...framework, version },
})

import { defineCommands } from '../../kernel/index.ts'
import { code, frameworkId, instant, reason, title } from '../../vocabulary/index.ts'
import {
  alignments,
  competencyInWords,
  proficiencyLevels,
  requirements,
  roleProfile,
  version,
} from './shapes.ts'

const framework = { at: instant, frameworkId }
const competency = {
  ...framework,
  competency: code,
  ...competencyInWords,
  alignments: alignments.default([]),
}

/** What may be asked of a competency framework, in order of life. */
export const frameworkCommands = defineCommands({
  DefineScale: { ...framework, scale: code, title, levels: proficiencyLevels },
  DefineCompetency: { ...competency, scale: code },
  ReviseCompetency: competency,
  SetRoleProfile: { ...framework, ...roleProfile, requirements: requirements.min(1) },
  RetireCompetency: { ...framework, competency: code, reason: reason.optional() },
  PublishFramework: { ...framework, version },
})

import { assessmentCommands } from './assessment/commands.ts'
import { frameworkCommands } from './framework/commands.ts'
import { liaisonCommands } from './liaison/commands.ts'
import { recordCommands } from './record/commands.ts'

/** The commands of the needs room: of a framework, of somebody's record, of an assessment, of talks. */
export const needsCommands = {
  ...frameworkCommands,
  ...recordCommands,
  ...assessmentCommands,
  ...liaisonCommands,
}

import { defineCommands } from '../kernel/index.ts'
import { enrolmentCommands } from './commands/enrolment.ts'
import { offeringCommands } from './commands/offering.ts'

/** The commands of the delivery room: first those of an offering, then those of its learners. */
export const deliveryCommands = defineCommands({ ...offeringCommands, ...enrolmentCommands })

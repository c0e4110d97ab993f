import { defineCommands } from '../kernel/index.ts'
import { enrolmentCommands } from './commands/enrolment.ts'
import { offeringCommands } from './commands/offering.ts'

/** What may be asked of the delivery room: of an offering first, then about who learns in it. */
export const deliveryCommands = defineCommands({ ...offeringCommands, ...enrolmentCommands })

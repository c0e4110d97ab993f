import { defineCommands } from '../kernel/index.ts'
import { moneyCommands } from './commands/money.ts'
import { planCommands } from './commands/plan.ts'
import { programCommands } from './commands/program.ts'
import { sopCommands } from './commands/sop.ts'

/** The commands of the planning room, in order of life: plans and their money, programs, procedures. */
export const planningCommands = defineCommands({
  ...planCommands,
  ...moneyCommands,
  ...programCommands,
  ...sopCommands,
})

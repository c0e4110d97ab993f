import { defineCommands } from '../kernel/index.ts'
import { two } from './events.ts'

/** What may be asked about who is who. */
export const peopleCommands = defineCommands({
  /** Changes nothing where they are one person already. */
  MergeIdentities: two,
  UnmergeIdentities: two,
})

import { defineCommands } from '../kernel/index.ts'
import { two } from './events.ts'

/** The commands about identities. */
export const peopleCommands = defineCommands({
  /** Changes nothing where they are one person already. */
  MergeIdentities: two,
  UnmergeIdentities: two,
})

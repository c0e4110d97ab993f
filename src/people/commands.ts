import { defineCommands } from '../kernel/index.ts'
import { at, learnerId } from '../vocabulary/index.ts'

const two = {
  at,
  /** The id that stays: everything is read under it. */
  survivorId: learnerId,
  /** The id that is read as the survivor. */
  mergedId: learnerId,
}

/** What may be asked about who is who. */
export const peopleCommands = defineCommands({
  /** Changes nothing where they are one person already. */
  MergeIdentities: two,
  UnmergeIdentities: two,
})

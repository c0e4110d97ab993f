import type { PermissionsFor } from '../vocabulary/index.ts'
import type { peopleCommands } from './commands.ts'

/** Who may ask what: who is who is known to training operations. */
export const peoplePermissions: PermissionsFor<typeof peopleCommands> = {
  MergeIdentities: ['operations'],
  UnmergeIdentities: ['operations'],
}

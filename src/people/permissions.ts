import type { PermissionsFor } from '../vocabulary/index.ts'
import type { peopleCommands } from './commands.ts'

/** The permissions: who is who is known to training operations. */
export const peoplePermissions: PermissionsFor<typeof peopleCommands> = {
  MergeIdentities: ['operations'],
  UnmergeIdentities: ['operations'],
}

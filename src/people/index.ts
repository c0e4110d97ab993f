/** Identities: two that turn out to be one person, and two after all. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import type { peopleCommands } from './commands.ts'
import * as decide from './decisions.ts'
import { alsoAs, type PeopleEvent, peopleEvents } from './events.ts'
import { peoplePermissions } from './permissions.ts'
import { peopleRejections } from './rejections.ts'

export { peopleCommands } from './commands.ts'
export { type PeopleEvent, peopleEvents } from './events.ts'
export { type IdentityConflict, peopleRejections } from './rejections.ts'
export { conflictsOf, type Life, life, whoIsWho } from './state.ts'

/** Identities: two that turn out to be one person, course or resource, and that taken back. */
export const people: Module<
  'people',
  typeof peopleEvents,
  DecisionsOn<typeof peopleCommands, typeof peopleRejections, PeopleEvent>,
  Readonly<Record<never, never>>,
  'delivery' | 'evaluation'
> = defineModule({
  name: 'people',
  dependsOn: ['delivery', 'evaluation'],
  events: peopleEvents,
  decisions: [decide.mergeIdentities, decide.unmergeIdentities],
  mergeable: ['learner', ...alsoAs],
  rejections: peopleRejections,
  permissions: peoplePermissions,
})

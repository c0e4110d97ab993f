import type { Permits } from '../kernel/index.ts'

/** In what capacity somebody asks: training operations, trainers, learners, managers, finance, administration. */
export const actorRoles = [
  'operations',
  'trainer',
  'learner',
  'manager',
  'finance',
  'administration',
] as const
export type ActorRole = (typeof actorRoles)[number]

/** A room's table: who may ask each of its commands. A command without a row does not compile. */
export type PermissionsFor<Commands> = { readonly [Type in keyof Commands]: Permits<ActorRole> }

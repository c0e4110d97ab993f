import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import { instant, personId, reason, resourceId, slotId } from '../vocabulary/index.ts'
import { qualification, resource, slot } from './events.ts'

/** What may be asked of the resources room, in order of life. */
export const resourceCommands = defineCommands({
  RegisterResource: { at: instant, ...resource, bufferMinutes: z.int().min(0).max(1440).default(0) },
  NominateTrainer: { at: instant, resourceId, nominatedBy: personId, reason: reason.optional() },
  QualifyTrainer: { at: instant, ...qualification },
  SuspendResource: { at: instant, resourceId, reason },
  ReinstateResource: { at: instant, resourceId },
  RetireResource: { at: instant, resourceId },
  ReserveSlot: { at: instant, ...slot },
  ReleaseSlot: { at: instant, resourceId, slotId },
})

import { Unknown } from '../kernel/index.ts'
import { type Slots, slotsIn } from '../vocabulary/index.ts'
import { resourceRejections } from './rejections.ts'
import type { ResourceState } from './state.ts'

const { NotATrainer } = resourceRejections

export const mustBeRegistered = (resource: ResourceState, resourceId: string) =>
  resource.status === 'unknown' && Unknown({ what: 'resource', id: resourceId })

export const teaches = ({ kind }: Pick<ResourceState, 'kind'>): boolean =>
  kind === 'trainer' || kind === 'expert'

export const onlyPeopleTeach = (resource: ResourceState, resourceId: string) =>
  !teaches(resource) && NotATrainer({ resourceId, kind: resource.kind })

/** A person who takes a resource out of use is told which of its slots are still to come: they stay held until released. */
export const slotsStillHeld = (at: string, slots: Slots) => {
  const slotIds = Object.entries(slotsIn(slots)).flatMap(([slotId, { end }]) => (end > at ? [slotId] : []))
  return slotIds.length > 0 && { code: 'SlotsHeld', slotIds }
}

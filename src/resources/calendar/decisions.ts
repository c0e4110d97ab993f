/** One calendar for everybody and everything: nothing is in two places. */
import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { derivedId, inTheWay, type Slots, slotIn } from '../../vocabulary/index.ts'
import { resourceCommands as commands } from '../commands.ts'
import { resourceEvents } from '../events.ts'
import { resourceRejections } from '../rejections.ts'
import { mustBeRegistered, teaches } from '../rules.ts'
import { type ResourceState, resource, resourceCalendar } from '../state.ts'

const events = resourceEvents.make
const {
  CapacityExceeded,
  NotQualified,
  QualificationExpired,
  ResourceSuspended,
  SlotHeldByOffering,
  SlotInverted,
  SlotTaken,
} = resourceRejections

const nothingSuspendedIsUsed = (resource: ResourceState, resourceId: string) =>
  resource.status === 'suspended' && ResourceSuspended({ resourceId })

/** The trainer of a course is qualified for it until the class is over. */
const onlyTheQualifiedTeach = (
  resource: ResourceState,
  { resourceId, courseId, end }: { resourceId: string; courseId?: string | undefined; end: string },
) => {
  if (courseId === undefined || !teaches(resource)) return false
  const qualification = resource.qualifiedFor[courseId]
  if (qualification === undefined) return NotQualified({ resourceId, courseId })
  const { validUntil } = qualification
  return validUntil !== null && validUntil < end && QualificationExpired({ resourceId, courseId, validUntil })
}

const everybodyFits = (
  { capacity }: ResourceState,
  { resourceId, people }: { resourceId: string; people?: number | undefined },
) =>
  capacity !== undefined &&
  people !== undefined &&
  people > capacity &&
  CapacityExceeded({ resourceId, capacity, people })

const nothingIsInTwoPlaces = (
  asked: Parameters<typeof inTheWay>[1],
  slots: Slots,
  { bufferMinutes }: ResourceState,
) => {
  const other = inTheWay(slots, asked, { bufferMinutes })
  if (other === undefined) return false
  const { slotId: by, ...slot } = other
  return SlotTaken({ by, ...slot })
}

type Named = {
  readonly offeringId?: string | undefined
  readonly sessionId?: string | undefined
}

/** Slots of a class are booked and freed with the class, never by hand. */
const onlyTheClassMovesItsOwn = (
  slot: Named | undefined,
  { resourceId, slotId }: { resourceId: string; slotId: string },
) => {
  const { offeringId, sessionId } = slot ?? {}
  return (
    offeringId !== undefined &&
    sessionId !== undefined &&
    slotId === derivedId(offeringId, sessionId, resourceId) &&
    SlotHeldByOffering({ slotId, offeringId, sessionId })
  )
}

export const reserveSlot = defineDecision({
  command: commands.ReserveSlot,
  reads: { resource, resourceCalendar },
  decide: (command, { resource, resourceCalendar: { slots } }) => {
    const { resourceId, slotId, start, end } = command
    const own = slotIn(slots, slotId)
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        nothingSuspendedIsUsed(resource, resourceId),
        onlyFrom(resource.status, ['active'], 'ReserveSlot'),
        end <= start && SlotInverted({ start, end }),
        onlyTheClassMovesItsOwn(command, command),
        own !== undefined && SlotTaken({ by: slotId, ...own }),
        onlyTheQualifiedTeach(resource, command),
        everybodyFits(resource, command),
        nothingIsInTwoPlaces(command, slots, resource),
      ) ?? accepted(events.SlotReserved(command))
    )
  },
})

export const releaseSlot = defineDecision({
  command: commands.ReleaseSlot,
  reads: { resourceCalendar },
  decide: (command, { resourceCalendar: { slots } }) => {
    const { slotId } = command
    const slot = slotIn(slots, slotId)
    return (
      refusedBy(
        slot === undefined && Unknown({ what: 'slot', id: slotId }),
        onlyTheClassMovesItsOwn(slot, command),
      ) ?? accepted(events.SlotReleased(command))
    )
  },
})

/** One calendar for everybody and everything: nothing is in two places. */
import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { derivedId, overlaps } from '../../vocabulary/index.ts'
import { resourceCommands as commands } from '../commands.ts'
import { resourceEvents } from '../events.ts'
import { resourceRejections } from '../rejections.ts'
import { mustBeRegistered, teaches } from '../rules.ts'
import { type ResourceState, resource, resourceCalendar, type TakenSlot } from '../state.ts'

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

type Asked = { readonly start: string; readonly end: string; readonly offeringId?: string | undefined }

/** Two slots clash when less than the buffer lies between them; sessions of one offering may touch. */
const clash = (asked: Asked, other: TakenSlot, buffer: number) =>
  overlaps(asked, other, asked.offeringId !== undefined && asked.offeringId === other.offeringId ? 0 : buffer)

const nothingIsInTwoPlaces = (
  asked: Asked,
  taken: Readonly<Record<string, TakenSlot>>,
  { bufferMinutes }: ResourceState,
) => {
  const inTheWay = Object.entries(taken).find(([, other]) => clash(asked, other, bufferMinutes))
  return inTheWay !== undefined && SlotTaken({ by: inTheWay[0], ...inTheWay[1] })
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
  decide: (command, { resource, resourceCalendar: { taken } }) => {
    const { resourceId, slotId, start, end } = command
    const own = taken[slotId]
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
        nothingIsInTwoPlaces(command, taken, resource),
      ) ?? accepted(events.SlotReserved(command))
    )
  },
})

export const releaseSlot = defineDecision({
  command: commands.ReleaseSlot,
  reads: { resourceCalendar },
  decide: (command, { resourceCalendar: { taken } }) => {
    const { slotId } = command
    return (
      refusedBy(
        taken[slotId] === undefined && Unknown({ what: 'slot', id: slotId }),
        onlyTheClassMovesItsOwn(taken[slotId], command),
      ) ?? accepted(events.SlotReleased(command))
    )
  },
})

import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../kernel/index.ts'
import { resourceCommands as commands } from './commands.ts'
import { resourceEvents } from './events.ts'
import { type ResourceState, resource, resourceCalendar } from './known.ts'
import { resourceRejections } from './rejections.ts'

const happened = resourceEvents.make
const { NotATrainer, NotQualified, QualificationExpired, ResourceSuspended, SlotInverted, SlotTaken } =
  resourceRejections

const mustBeRegistered = (resource: ResourceState, resourceId: string) =>
  resource.status === 'unknown' && Unknown({ what: 'resource', id: resourceId })

const teaches = ({ kind }: ResourceState) => kind === 'trainer' || kind === 'expert'

const onlyPeopleTeach = (resource: ResourceState, resourceId: string) =>
  !teaches(resource) && NotATrainer({ resourceId, kind: resource.kind })

const nothingSuspendedIsUsed = (resource: ResourceState, resourceId: string) =>
  resource.status === 'suspended' && ResourceSuspended({ resourceId })

/** Who teaches a course is qualified for it until the class is over. */
const onlyTheQualifiedTeach = (
  resource: ResourceState,
  { resourceId, courseId, end }: { resourceId: string; courseId?: string | undefined; end: string },
) => {
  if (courseId === undefined || !teaches(resource)) return false
  const validUntil = resource.qualifiedFor[courseId]
  if (validUntil === undefined) return NotQualified({ resourceId, courseId })
  return validUntil !== null && validUntil < end && QualificationExpired({ resourceId, courseId, validUntil })
}

type Interval = { readonly start: string; readonly end: string }

/** Two slots clash when less than the buffer lies between them; with no buffer they may touch. */
const clash = (a: Interval, b: Interval, buffer: number) =>
  msBetween(a.end, b.start) < buffer * msPerMinute && msBetween(b.end, a.start) < buffer * msPerMinute

const msPerMinute = 60_000
const msBetween = (from: string, to: string) => Date.parse(to) - Date.parse(from)

const nothingIsInTwoPlaces = (
  { start, end }: Interval,
  taken: Readonly<Record<string, Interval>>,
  buffer: number,
) => {
  const inTheWay = Object.entries(taken).find(([, other]) => clash({ start, end }, other, buffer))
  return inTheWay !== undefined && SlotTaken({ by: inTheWay[0], ...inTheWay[1] })
}

export const registerResource = defineDecision({
  command: commands.RegisterResource,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(onlyFrom(resource.status, ['unknown'], 'RegisterResource')) ??
    accepted(happened.ResourceRegistered(command)),
})

export const nominateTrainer = defineDecision({
  command: commands.NominateTrainer,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyPeopleTeach(resource, command.resourceId),
      onlyFrom(resource.status, ['active', 'suspended'], 'NominateTrainer'),
    ) ?? accepted(happened.TrainerNominated(command)),
})

export const qualifyTrainer = defineDecision({
  command: commands.QualifyTrainer,
  reads: { resource },
  decide: (command, { resource }) => {
    const { resourceId, courseIds, validUntil, at } = command
    const lapsed = validUntil !== undefined && validUntil <= at
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        onlyPeopleTeach(resource, resourceId),
        onlyFrom(resource.status, ['active', 'suspended'], 'QualifyTrainer'),
        lapsed && QualificationExpired({ resourceId, courseId: courseIds[0] as string, validUntil }),
      ) ?? accepted(happened.TrainerQualified(command))
    )
  },
})

export const suspendResource = defineDecision({
  command: commands.SuspendResource,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyFrom(resource.status, ['active'], 'SuspendResource'),
    ) ?? accepted(happened.ResourceSuspended(command)),
})

export const reinstateResource = defineDecision({
  command: commands.ReinstateResource,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyFrom(resource.status, ['suspended'], 'ReinstateResource'),
    ) ?? accepted(happened.ResourceReinstated(command)),
})

export const retireResource = defineDecision({
  command: commands.RetireResource,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyFrom(resource.status, ['active', 'suspended'], 'RetireResource'),
    ) ?? accepted(happened.ResourceRetired(command)),
})

export const reserveSlot = defineDecision({
  command: commands.ReserveSlot,
  reads: { resource, resourceCalendar },
  decide: (command, { resource, resourceCalendar }) => {
    const { resourceId, slotId, start, end } = command
    const own = resourceCalendar.taken[slotId]
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        nothingSuspendedIsUsed(resource, resourceId),
        onlyFrom(resource.status, ['active'], 'ReserveSlot'),
        end <= start && SlotInverted({ start, end }),
        own !== undefined && SlotTaken({ by: slotId, ...own }),
        onlyTheQualifiedTeach(resource, command),
        nothingIsInTwoPlaces({ start, end }, resourceCalendar.taken, resource.bufferMinutes),
      ) ?? accepted(happened.SlotReserved(command))
    )
  },
})

export const releaseSlot = defineDecision({
  command: commands.ReleaseSlot,
  reads: { resourceCalendar },
  decide: (command, { resourceCalendar }) =>
    refusedBy(
      resourceCalendar.taken[command.slotId] === undefined && Unknown({ what: 'slot', id: command.slotId }),
    ) ?? accepted(happened.SlotReleased(command)),
})

/** A resource comes into use, is rated, and goes out of use. */
import { accepted, advised, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { resourceCommands as commands } from '../commands.ts'
import { resourceEvents } from '../events.ts'
import { resourceRejections } from '../rejections.ts'
import { mustBeRegistered, slotsStillHeld } from '../rules.ts'
import { ratingKey, ratingsGiven, resource, resourceCalendar } from '../state.ts'

const events = resourceEvents.make
const { AlreadyRated, RatingOffScale, SelfRating } = resourceRejections

export const registerResource = defineDecision({
  command: commands.RegisterResource,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(onlyFrom(resource.status, ['unknown'], 'RegisterResource')) ??
    accepted(events.ResourceRegistered(command)),
})

export const rateResource = defineDecision({
  command: commands.RateResource,
  reads: { resource, ratingsGiven },
  decide: (command, { resource, ratingsGiven }) => {
    const { resourceId, ratedBy, rating, scale } = command
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        (rating < scale.min || rating > scale.max) && RatingOffScale({ rating, ...scale }),
        (ratedBy === resource.personId || (ratedBy as string) === resourceId) && SelfRating({ resourceId }),
        ratingsGiven.by[ratingKey(command)] === true && AlreadyRated({ resourceId, ratedBy }),
      ) ?? accepted(events.ResourceRated(command))
    )
  },
})

export const suspendResource = defineDecision({
  command: commands.SuspendResource,
  reads: { resource, resourceCalendar },
  decide: (command, { resource, resourceCalendar }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyFrom(resource.status, ['active'], 'SuspendResource'),
    ) ??
    advised(accepted(events.ResourceSuspended(command)), slotsStillHeld(command.at, resourceCalendar.slots)),
})

export const reinstateResource = defineDecision({
  command: commands.ReinstateResource,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyFrom(resource.status, ['suspended'], 'ReinstateResource'),
    ) ?? accepted(events.ResourceReinstated(command)),
})

export const retireResource = defineDecision({
  command: commands.RetireResource,
  reads: { resource, resourceCalendar },
  decide: (command, { resource, resourceCalendar }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyFrom(resource.status, ['active', 'suspended'], 'RetireResource'),
    ) ??
    advised(accepted(events.ResourceRetired(command)), slotsStillHeld(command.at, resourceCalendar.slots)),
})

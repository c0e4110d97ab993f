/** A resource comes into use, is rated, and goes out of use. */
import { accepted, advised, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { resourceCommands as commands } from '../commands.ts'
import { resourceEvents } from '../events.ts'
import { ratingKey, ratingsGiven, resource, resourceCalendar } from '../state.ts'
import { resourceRejections } from '../rejections.ts'
import { mustBeRegistered, slotsStillHeld } from '../rules.ts'

const happened = resourceEvents.make
const { AlreadyRated, RatingOffScale, SelfRating } = resourceRejections

export const registerResource = defineDecision({
  command: commands.RegisterResource,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(onlyFrom(resource.status, ['unknown'], 'RegisterResource')) ??
    accepted(happened.ResourceRegistered(command)),
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
      ) ?? accepted(happened.ResourceRated(command))
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
    advised(
      accepted(happened.ResourceSuspended(command)),
      slotsStillHeld(command.at, resourceCalendar.taken),
    ),
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
  reads: { resource, resourceCalendar },
  decide: (command, { resource, resourceCalendar }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyFrom(resource.status, ['active', 'suspended'], 'RetireResource'),
    ) ??
    advised(accepted(happened.ResourceRetired(command)), slotsStillHeld(command.at, resourceCalendar.taken)),
})

/** Resources: its commands, rejections, advice and states. */
export const resources = {
  'command.RegisterResource': 'register a resource',
  'command.NominateTrainer': 'nominate a trainer',
  'command.QualifyTrainer': 'qualify a trainer',
  'command.SuspendResource': 'suspend the resource',
  'command.ReinstateResource': 'reinstate the resource',
  'command.RetireResource': 'retire the resource',
  'command.ReserveSlot': 'reserve a slot',
  'command.ReleaseSlot': 'release the slot',
  'command.WithdrawQualification': 'withdraw the qualification',
  'command.AppointTrainer': 'appoint the trainer to the pool',
  'command.DevelopTrainer': 'plan the trainer’s development',
  'command.CompleteTrainerDevelopment': 'record that the trainer’s development is completed',
  'command.ScreenProvider': 'screen the provider',
  'command.AgreeTerms': 'agree terms',
  'command.RateResource': 'rate the resource',

  'rejection.NotNominated': 'Nobody nominated {resourceId} as a trainer.',
  'rejection.NotAProvider': '{resourceId} is no provider ({kind}).',
  'rejection.NotScreened': 'Provider {resourceId} was not screened yet.',
  'rejection.ScoreOffScale': 'The score {score} for {criterion} is off the scale from {min} to {max}.',
  'rejection.DuplicateTerms': 'Terms {termsId} were agreed already.',
  'rejection.SelfRating': 'Nobody rates themselves: {resourceId}.',
  'rejection.AlreadyRated': '{ratedBy} has rated {resourceId} already.',
  'rejection.CapacityExceeded':
    '{resourceId} holds {capacity} {capacity:person|people}; {people} {people:is|are} expected.',
  'rejection.SlotHeldByOffering':
    'Slot {slotId} is that of session {sessionId} of offering {offeringId}: it is booked and freed with the session.',
  'rejection.NotATrainer': '{resourceId} is a {kind}, not a trainer.',
  'rejection.SlotInverted': 'The slot ends ({end}) before it starts ({start}).',
  'rejection.SlotTaken': 'The slot is taken by {by} from {start} to {end}.',
  'rejection.NotQualified': '{resourceId} is not qualified to teach {courseId}.',
  'rejection.QualificationExpired': 'The qualification of {resourceId} for {courseId} ended on {validUntil}.',
  'rejection.ResourceSuspended': '{resourceId} is suspended.',

  'advisory.NobodyNominated': 'Nobody nominated {resourceId} as a trainer.',
  'advisory.NotRecommended':
    'The last screening of {resourceId} did not recommend it ({score} of the {threshold} basis points asked for).',
  'advisory.SlotsHeld': 'Slots still to come stay held until they are released: {slotIds}.',

  'subject.development': 'trainer’s development',
  'subject.slot': 'slot',
  'subject.resource': 'resource',

  'term.registered': 'registered',
  'term.nominated': 'nominated',
  'term.qualified': 'qualified',
  'term.recommended': 'recommended',
  'term.notRecommended': 'not recommended',
  'term.provider': 'provider',
} as const satisfies Record<string, string>

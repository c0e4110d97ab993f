/** People: who is who. */
export const people = {
  'command.MergeIdentities': 'merge two identities into one person',
  'command.UnmergeIdentities': 'part two identities that were merged',

  'rejection.SameIdentity': '{learnerId} is one id already.',
  'rejection.AlreadyMerged': '{learnerId} is read as {into} already.',
  'rejection.NotMerged': '{mergedId} was not merged into {survivorId}.',
  'rejection.IdentitiesConflict': 'One person cannot have lived both lives: {kinds}.',

  'term.sameClass': 'both were in one class',
  'term.overlappingSessions': 'their sessions overlap',
  'term.ratedThemselves': 'one answered about the other',
  'term.sameAdministration': 'both answered one questionnaire',
} as const satisfies Record<string, string>

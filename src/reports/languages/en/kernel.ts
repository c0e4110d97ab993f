/** The kernel: what is wrong with a command, and who may not ask. */
export const kernel = {
  'rejection.IllegalTransition': 'It is not possible now to {command}: the state is “{from}”.',
  'rejection.IllegalTransition.absent': 'It is not possible to {command}: there is no record to go on from.',
  'rejection.Unknown': 'There is no {what} {id}.',
  'rejection.NotAuthorized': 'The role “{role}” may not do this.',

  'issue.UnknownCommand': '{where}: no such command.',
  'issue.UnknownEvent': '{where}: no such event.',
  'issue.NotAnObject': '{where}: not an object.',
  'issue.MissingKey': '{where}: missing (expected {expected}).',
  'issue.UnknownKey': '{where}: keys nobody knows: {keys}.',
  'issue.WrongType': '{where}: wrong type (expected {expected}).',
  'issue.BadFormat': '{where}: badly formed ({expected}).',
  'issue.NotAllowed': '{where}: not one of the allowed values ({expected}).',
  'issue.TooSmall': '{where}: below {limit}.',
  'issue.TooBig': '{where}: above {limit}.',
  'issue.TooDeep': '{where}: nested deeper than {limit}.',
  'issue.TooMany': '{where}: more than {limit} values.',
  'issue.DuplicateId': '{where}: an id that is there already.',
  'issue.CommandIdReused': '{where}: this command id was used for another command.',
  'issue.ReservedId':
    '{where}: ids that begin with "policy:" belong to commands that follow by policy, and to no others.',
  'issue.RuleBroken': '{where}: breaks a rule of its field.',

  'role.operations': 'training operations',
  'role.trainer': 'trainer',
  'role.learner': 'learner',
  'role.manager': 'manager',
  'role.finance': 'finance',
  'role.administration': 'administration',
} as const satisfies Record<string, string>

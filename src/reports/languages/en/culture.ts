/** Culture: its commands, rejections, advice and states. */
export const culture = {
  'command.PublishCreditScheme': 'publish the credit scheme',
  'command.PublishIncentiveScheme': 'publish the incentive scheme for trainers',
  'command.ExpirePoints': 'let points expire',
  'command.CarryForward': 'close the year and carry the balance forward',
  'command.GrantPoints': 'grant points',
  'command.GrantCredit': 'grant credit',
  'command.CorrectCredit': 'correct the credit that was granted',
  'command.ReverseGrant': 'take back what was granted',
  'command.RedeemPoints': 'redeem points',
  'command.AwardRecognition': 'award recognition',
  'command.PublishAnnouncement': 'publish an announcement',
  'command.ReportReach': 'report how many were reached',

  'rejection.ExpiryInFuture': 'Points earned up to {earnedUpTo} cannot expire before that.',
  'rejection.YearNotOver': 'The year {year} is not over.',
  'rejection.YearAlreadyClosed': 'The year {year} was closed already.',
  'rejection.CriteriaUnmet': 'Criteria are not met: {criteria}.',
  'rejection.ReachAboveAudience':
    '{reached} {reached:person is|people are} more than the audience of {audienceSize}.',
  'rejection.InsufficientPoints': 'The balance is {balance} {balance:point|points}; {asked} were asked for.',
  'rejection.DuplicateGrant': 'Grant {grantId} was made already.',
  'rejection.DuplicateRedemption': 'Redemption {redemptionId} was made already.',
  'rejection.DuplicateRecognition': 'Recognition {recognitionId} was awarded already.',
  'rejection.NonRedeemableUnit': '{unit} is not spent, only points are.',

  'subject.campaign': 'campaign',
  'subject.grant': 'grant to this person',

  'term.points': 'points',
  'term.credit': 'credit',
} as const satisfies Record<string, string>

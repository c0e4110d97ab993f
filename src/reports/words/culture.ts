/** What learning and teaching earn. */
export const cultureWords = {
  'command.PublishCreditScheme': 'publish the credit scheme',
  'command.PublishIncentiveScheme': 'publish the incentive scheme for trainers',
  'command.ExpirePoints': 'let points expire',
  'command.CarryForward': 'close the year and carry the balance forward',
  'rejection.ExpiryInFuture': 'Points earned up to {earnedUpTo} cannot expire before that.',
  'rejection.YearNotOver': 'The year {year} is not over.',
  'rejection.YearAlreadyClosed': 'The year {year} was closed already.',
  'rejection.CriteriaUnmet': 'Criteria are not met: {criteria}.',
  'rejection.ReachAboveAudience': '{reached} people are more than the audience of {audienceSize}.',
} as const satisfies Record<string, string>

export const cultureWordsZhCN = {
  'command.PublishCreditScheme': '发布学分管理办法',
  'command.PublishIncentiveScheme': '发布讲师激励办法',
  'command.ExpirePoints': '登记积分过期',
  'command.CarryForward': '年度结转积分',
  'rejection.ExpiryInFuture': '{earnedUpTo} 之前获得的积分不能提前过期。',
  'rejection.YearNotOver': '{year} 年度尚未结束。',
  'rejection.YearAlreadyClosed': '{year} 年度已经结转。',
  'rejection.CriteriaUnmet': '未达到评选标准：{criteria}。',
  'rejection.ReachAboveAudience': '触达 {reached} 人，超过受众 {audienceSize} 人。',
} as const satisfies Record<keyof typeof cultureWords, string>

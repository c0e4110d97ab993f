/** The words of `reports/who-is-current.ts`. */
export const whoIsCurrent = {
  'current.title': 'Who is current',
  'current.headline':
    '{share} of the {obliged} {obliged:person|people} obliged hold everything they must. Overdue: {overdue} {overdue:person|people}. Running out soon: {expiring}.',
  'current.headline.lowest': 'Lowest: {requirement}, {share} of {obliged}.',
  'current.all': 'Everything',
  'current.overdue': 'Overdue or in the grace period',
  'current.expiring': 'Running out soon',
  'current.nobody': 'Nobody.',
  'current.person': 'Person',
  'current.more': '{count} more are not shown here.',
} as const satisfies Record<string, string>

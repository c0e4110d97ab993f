/** The words of `reports/provider-scorecard.ts`. */
export const providerScorecard = {
  'providerCard.title': 'Provider scorecard',
  'providerCard.purpose':
    'As it stood on {day}: whom the last screening recommended, under which terms they work, how they were rated and what was spent on them.',
  'providerCard.nobody': 'Nobody that is paid is on record.',
  'providerCard.provider': 'Provider',
  'providerCard.screening': 'Screening',
  'providerCard.neverScreened': 'never screened',
  'providerCard.lastScreening': 'Last screening',
  'providerCard.nobodyScreened': 'Nobody was screened.',
  'providerCard.screenedOn': 'Day',
  'providerCard.score': 'Score',
  'providerCard.threshold': 'Asked for',
  'providerCard.below': 'Below the least asked for',
  'providerCard.termsInForce': 'Terms in force',
  'providerCard.noTerms': 'No terms are in force.',
  'providerCard.terms': 'Terms no.',
  'providerCard.rate': 'Rate',
  'providerCard.per': '{amount} per {per}',
  'providerCard.costIn': 'Spent, in {currency}',
  'providerCard.reading':
    'The screening is the last one, against the threshold that applied then. Terms are those in force on the day. The mean rating takes each rating as a share of its scale, so that 0% is the least that could be given and 100% the best; n is the number of ratings. Spent is what was posted with the provider named as payee; sums of different currencies are never added.',

  'per.hour': 'hour',
  'per.day': 'day',
  'per.person': 'person',
  'per.session': 'session',
  'per.offering': 'class',
  'per.engagement': 'engagement',

  'criterion.content': 'content',
  'criterion.references': 'references',
  'criterion.dataProtection': 'data protection',
  'criterion.price': 'price',
  'criterion.experience': 'experience',
} as const satisfies Record<string, string>

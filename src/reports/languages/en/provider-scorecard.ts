/** The words of `reports/provider-scorecard.ts`. */
export const providerScorecard = {
  'providerCard.title': 'Provider scorecard',
  'providerCard.purpose':
    'As it stood on {day}: whom the last screening recommended, under which terms they work, how they were rated and what was spent on them.',
  'providerCard.nobody': 'No provider is on record.',
  'providerCard.provider': 'Provider',
  'providerCard.screening': 'Screening',
  'providerCard.neverScreened': 'not screened',
  'providerCard.lastScreening': 'Last screening',
  'providerCard.nobodyScreened': 'No provider was screened.',
  'providerCard.screenedOn': 'Day',
  'providerCard.score': 'Score',
  'providerCard.threshold': 'Pass mark',
  'providerCard.below': 'Criteria below minimum',
  'providerCard.termsInForce': 'Agreements in force',
  'providerCard.noTerms': 'No agreement is in force.',
  'providerCard.terms': 'Agreement no.',
  'providerCard.rate': 'Rate',
  'providerCard.per': '{amount} per {per}',
  'providerCard.costIn': 'Spent, in {currency}',
  'providerCard.reading':
    'The screening is the last one, against the threshold that applied then. Terms are those in force on the day. The mean rating converts each rating to a scale of 1 to 5, whatever scale it was given on; n is the ratings. Spent is what was posted with the provider named as payee; sums of different currencies are never added.',

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

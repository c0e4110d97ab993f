/** What every report needs: lists, values, figures, units. */
export const document = {
  'unit.percentagePoints': '{value} percentage points',
  'unit.outOf': '{value} / {most}',
  'unit.other': '{value} {unit}',
  'unit.perHour': '{value} an hour',
  'unit.perSession': '{value} a session',
  'unit.perHundredPeople': '{value} for each 100 people',
  'unit.hours': '{value} h',
  'unit.days': '{value} days',
  'unit.months': '{value} months',
  'unit.minutes': '{value} min',
  'unit.classHours': '{value} class hours',

  'item.separator': ', ',
  'clause.separator': '; ',

  'value.none': '—',
  'value.unlimited': 'unlimited',
  'value.yes': 'yes',
  'value.no': 'no',

  'figure.n': '{value} (n = {n})',
  'figure.interval': '{value} (n = {n}; {confidence} interval {low} to {high})',
  'figure.undefined': 'not measurable: {reason}',
  'figure.suppressed': '▒▒▒ (fewer than {k} answers)',
  'figure.protectsAnother': '▒▒▒ (would give answers away)',

  'fact.colon': ': ',
} as const satisfies Record<string, string>

/** The words of `reports/satisfaction.ts`. */
export const satisfaction = {
  'satisfaction.title': 'Satisfaction by segment: {title}',
  'satisfaction.headline': 'Lowest: {segment}, “{question}”: {share}.',
  'satisfaction.nothing': 'Nothing was answered that may be told.',
  'satisfaction.withheld': 'Cells withheld so that nobody can be recognised: {count}',
  'satisfaction.question': 'Question',
  'satisfaction.reading':
    'Each cell is the share of answers in the top categories of the scale. A part of fewer people than was promised is withheld; so is a part that could be worked out from the others.',
} as const satisfies Record<string, string>

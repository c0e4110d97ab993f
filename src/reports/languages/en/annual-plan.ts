/** The words of `reports/annual-plan.ts`. */
export const annualPlan = {
  'plan.title': 'Annual training plan: {plan}',
  'plan.headline': '{lines} items for {people} participants.',
  'plan.headline.waiting': 'Not approved yet; it asks for {money}.',
  'plan.headline.spent': 'Approved: {money}; spent: {spent} ({share}).',
  'plan.line': 'Item',
  'plan.quarter': 'Quarter',
  'plan.inQuarter': 'Q{quarter}',
  'plan.calendar': 'Calendar',
  'plan.first': 'First day',
  'plan.last': 'Last day',
  'plan.budgetIn': 'Budget by item, in {currency}',
} as const satisfies Record<string, string>

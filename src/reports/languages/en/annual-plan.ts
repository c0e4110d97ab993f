/** The words of `reports/annual-plan.ts`. */
export const annualPlan = {
  'plan.title': 'Annual training plan: {plan}',
  'plan.headline': '{lines} {lines:item|items} for {people} {people:participant|participants}.',
  'plan.headline.trained':
    '{lines} {lines:item|items} for {people} {people:participant|participants}; trained so far: {trained}.',
  'plan.headline.waiting': 'Not approved yet; it asks for {money}.',
  'plan.headline.spent': 'Approved: {money}; spent: {spent} ({share}).',
  'plan.line': 'Item',
  'plan.quarter': 'Quarter',
  'plan.inQuarter': 'Q{quarter}',
  'plan.calendar': 'Calendar',
  'plan.planned': 'Planned',
  'plan.held': 'First to last class',
  'plan.asPlanned': '{program}, planned',
  'plan.asHeld': '{program}, classes',
  'plan.trained': 'Trained',
  'plan.budgetIn': 'Budget by item, in {currency}',
} as const satisfies Record<string, string>

/** The words of `reports/operations-board.ts`. */
export const operationsBoard = {
  'board.title': 'Operations board, {day}',
  'board.headline': 'Overdue: {overdue}. Due by {until}: {due}.',
  'board.unowned': 'Items without an owner: {count}',
  'board.milestone': 'milestone',
  'board.class': 'class begins',
  'board.task': 'task',
  'board.overdue': 'Overdue',
  'board.due': 'Due',
  'board.nothing': 'Nothing.',
  'board.what': 'Kind',
  'board.item': 'Item',
} as const satisfies Record<string, string>

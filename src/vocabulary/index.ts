/** Words every context shares: ids, time, money, text, segments, shares. */
export * from './calendar.ts'
export * from './completion-rule.ts'
export * from './ids.ts'
export * from './money.ts'
export * from './segment.ts'
export * from './share.ts'
export * from './text.ts'
export * from './time.ts'

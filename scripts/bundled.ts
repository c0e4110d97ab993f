/** What is bundled into the published package; NOTICE.md carries the licences. */
export const bundled = ['fp-ts', '@date-fns/tz', '@date-fns/utc'] as const

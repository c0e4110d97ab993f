/** 1794342 with three decimals is 1,794.342: the number nearest to what was read. */
export const readingOf = (value: number, decimals = 0): number => value / 10 ** decimals

/** An id a host makes up: short enough that what policies make of it stays in bounds. */
export const longestOwnId = 500

/** An id that a chain of policies led to. */
export const longestId = 20_000

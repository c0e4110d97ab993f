/** Golden values of the specification, small enough to stand here: SciPy 1.17.1 and R. */
const paired = (before: readonly number[], after: readonly number[]) =>
  before.map((value, index) => ({ before: value, after: after[index] ?? null }))

export const twelveTeams = {
  treated: paired([10, 12, 9, 11, 13, 8], [14, 15, 13, 16, 15, 12]),
  control: paired([10, 11, 9, 12, 10, 8], [11, 12, 9, 14, 10, 9]),
  assigned: 'units' as const,
}

export const phillipsEstimates = [
  { amount: 50_000, attribution: 0.6, confidence: 0.8 },
  { amount: 36_000, attribution: 0.5, confidence: 0.7 },
  { amount: 80_000, attribution: 0.4, confidence: 0.6 },
]

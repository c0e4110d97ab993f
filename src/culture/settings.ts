/** The settings of culture. */
export const cultureSettings = {
  /** Points for completing a course whose version names none of its own; 0 gives none. */
  pointsPerCompletion: 10 as number,
  /** Where days and years begin. */
  zone: 'UTC' as string,
  /** Points expire so many months after they were earned; 0 is never. */
  pointsValidMonths: 0 as number,
  /** Of what somebody has at the end of a year, at most so many points go on; below 0 years are not closed by themselves. */
  carryAtMost: -1 as number,
}

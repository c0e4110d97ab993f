/** What an organisation may set about rewards. */
export const cultureSettings = {
  /** Points for completing a course whose version names none of its own; 0 gives none. */
  pointsPerCompletion: 10 as number,
}

/** What an organisation may set about evaluation. */
export const evaluationSettings = {
  /** Days a reaction questionnaire stays open after the class was completed. */
  reactionWindowDays: 7 as number,
  /** When behaviour is asked about, in months after the end of training; the window is one to three. */
  followUpDueMonths: 2 as number,
  /** How the questions a policy asks are asked. */
  anonymity: 'confidential' as 'identified' | 'confidential',
  /** Where they are asked. */
  channel: 'online' as string,
}

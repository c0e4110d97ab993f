/** The settings of evaluation. */
export const evaluationSettings = {
  /** Days a reaction questionnaire stays open after the class was completed. */
  reactionWindowDays: 7 as number,
  /** Days a test after the class stays open. */
  testWindowDays: 7 as number,
  /** Days before questions of a study close on which who has not answered is reminded; 0 reminds nobody. */
  reminderDaysBefore: 2 as number,
  /** When results are looked at, in months after the end of training; the window is three to twelve. */
  resultsDueMonths: 6 as number,
  /** A part of a reaction questionnaire below this height of its scale, in thousandths, is to be improved: 3.5 of 1 to 5. */
  reactionLimit: 625 as number,
  /** A question that more than these thousandths of its points, or fewer, are earned on is too easy or too hard. */
  difficultyFrom: 200 as number,
  difficultyTo: 950 as number,
  /** A question that goes with the rest of the test by less than this, in thousandths of a correlation, tells nobody apart. */
  discriminationFrom: 150 as number,
  /** Fewer people say nothing about a question. */
  itemAnalysisFrom: 30 as number,
  /** Days until an improvement that a policy proposes is due. */
  improvementDueDays: 30 as number,
  /** When behaviour is asked about, in months after the end of training; the window is one to three. */
  followUpDueMonths: 2 as number,
  /** How the questions a policy asks are asked. */
  anonymity: 'confidential' as 'identified' | 'confidential' | 'anonymous',
  /** Where they are asked. */
  channel: 'online' as string,
}

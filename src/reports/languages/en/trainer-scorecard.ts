/** The words of `reports/trainer-scorecard.ts`. */
export const trainerScorecard = {
  'trainerCard.title': 'Trainer scorecard',
  'trainerCard.purpose':
    'From {from} until before {to}: who taught how much, how full their time was, how they were rated, and what they may teach.',
  'trainerCard.nobody': 'Nobody who teaches is on record.',
  'trainerCard.standing': 'Standing',
  'trainerCard.inPool': 'in the pool',
  'trainerCard.sessions': 'Sessions held',
  'trainerCard.hours': 'Hours taught',
  'trainerCard.utilisation': 'Time booked',
  'trainerCard.rating': 'Mean rating',
  'trainerCard.development': 'Development',
  'trainerCard.prepared': 'Preparation',
  'trainerCard.trainer': 'Trainer',
  'trainerCard.classesReported': 'Classes reported',
  'trainerCard.fullyPrepared': 'Fully prepared',
  'trainerCard.leastPrepared': 'Least prepared',
  'trainerCard.noPreparation': 'Nobody reported how far they had prepared.',
  'trainerCard.noDevelopment': 'None was planned.',
  'trainerCard.activity': 'Activity',
  'trainerCard.mayTeach': 'May teach',
  'trainerCard.unqualified': 'No qualification is on record.',
  'trainerCard.reading':
    'Hours taught are those of sessions that were held. Time booked is booked ÷ available minutes, as the organisation counts what is available. The mean rating takes each rating as a share of its scale, so that 0% is the least that could be given and 100% the best; n is the number of ratings. Ratings come from whoever books and watches trainers; what learners thought is level 1 of an evaluation. A qualification that ran out before the end of the period is told as expired.',

  'development.trainTheTrainer': 'train the trainer',
  'development.coaching': 'coaching',
  'development.coTeaching': 'co-teaching',
} as const satisfies Record<string, string>

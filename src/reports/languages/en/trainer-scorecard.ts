/** The words of `reports/trainer-scorecard.ts`. */
export const trainerScorecard = {
  'trainerCard.title': 'Trainer scorecard',
  'trainerCard.purpose': '{period}: hours taught, time booked, ratings, and what each may teach.',
  'trainerCard.nobody': 'No trainer is on record.',
  'trainerCard.status': 'Status',
  'trainerCard.inPool': 'in the pool',
  'trainerCard.sessions': 'Sessions held',
  'trainerCard.hours': 'Hours taught',
  'trainerCard.utilisation': 'Time booked',
  'trainerCard.rating': 'Mean rating',
  'trainerCard.development': 'Development',
  'trainerCard.prepared': 'Preparation',
  'trainerCard.trainer': 'Trainer',
  'trainerCard.classesReported': 'Classes with a readiness report',
  'trainerCard.fullyPrepared': 'Fully prepared',
  'trainerCard.leastPrepared': 'Lowest readiness',
  'trainerCard.noPreparation': 'No readiness report was made.',
  'trainerCard.noDevelopment': 'None was planned.',
  'trainerCard.activity': 'Activity',
  'trainerCard.mayTeach': 'May teach',
  'trainerCard.unqualified': 'No qualification is on record.',
  'trainerCard.reading':
    'Hours taught are those of sessions that were held. Time booked is booked ÷ available minutes, as the organisation counts what is available. The mean rating converts each rating to a scale of 1 to 5, whatever scale it was given on; n is the ratings. Ratings come from whoever books and watches trainers; what learners thought is level 1 of an evaluation. A qualification that ran out before the end of the period is told as expired.',

  'development.trainTheTrainer': 'train the trainer',
  'development.coaching': 'coaching',
  'development.coTeaching': 'co-teaching',
} as const satisfies Record<string, string>

/** What follows by policy from a class that is over, and in the months after it, keeps the laws under fire. */
import { lawsOf, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { at, evaluationId, instrument, offeringId, plan, programId, session, training } from './a-study.ts'

const version = (instrumentId: string) => ({ instrumentId, version: 1 })
const came = (learnerId: string, minutes: number) => ({
  type: 'RecordAttendance',
  data: {
    at: session.end,
    offeringId,
    learnerId,
    sessionId: session.sessionId,
    minutes,
    status: minutes > 0 ? 'present' : 'absent',
  },
})
const aClass = [
  ...['smile', 'quiz', 'conduct'].map((instrumentId) => ({
    type: 'PublishInstrumentVersion',
    data: { ...instrument, instrumentId },
  })),
  {
    type: 'PlanEvaluationStudy',
    data: {
      ...plan,
      instruments: { reaction: version('smile'), posttest: version('quiz'), followUp: version('conduct') },
    },
  },
  {
    type: 'ScheduleOffering',
    data: {
      at,
      offeringId,
      courseId: 'selling',
      courseVersion: 1,
      programId,
      title: 'Selling',
      modality: 'classroom',
      sessions: [session],
      capacity: { min: 1 },
      completionRule: { require: 'all', of: [{ kind: 'responseSubmitted', instrumentId: 'smile' }] },
    },
  },
  { type: 'OpenEnrolment', data: { at, offeringId } },
  ...['ada', 'bo'].map((learnerId) => ({
    type: 'RequestEnrolment',
    data: { at, offeringId, learnerId, source: 'self' },
  })),
  { type: 'ConfirmOffering', data: { at, offeringId } },
  came('ada', 480),
  came('bo', 0),
  {
    type: 'DeliverSession',
    data: {
      at: session.end,
      offeringId,
      sessionId: session.sessionId,
      actualStart: session.start,
      actualEnd: session.end,
    },
  },
]

const lives = stories(training, {
  given: aClass,
  in: universe({
    offeringId: [offeringId],
    evaluationId: [evaluationId],
    programId: [programId],
    learnerId: ['ada', 'bo'],
    respondentId: ['ada', 'bo'],
    sessionId: [session.sessionId],
    administrationId: ['reaction', 'posttest', 'followUp'].map(
      (one) => `${evaluationId}.${offeringId}.${one}`,
    ),
    at: ['2026-04-07T01:00:00.000Z', '2026-04-08T01:00:00.000Z', '2026-06-07T01:00:00.000Z'],
    answers: [[{ itemId: 'clear', value: 5 }]],
    minutes: [0, 480],
    status: ['present', 'absent'],
  }),
  upTo: 10,
  only: ['CompleteOffering', 'CorrectAttendance', 'SubmitResponse', 'ExtendWindow', 'CloseAdministration'],
})

describe('a class that is over, and the months after it, keep the laws', () => {
  const laws = lawsOf(training, { lives, runs: 8 })
  for (const { name, check } of laws) test(name, check)
})

test('twelve policies of the room ask for something in these lives', () => {
  const only = [
    'thoseWhoCameAreAskedWhatTheyThought',
    'thoseWhoCameSitTheTest',
    'whoCameAfterAllIsAskedToo',
    'anAnswerCountsTowardsCompletion',
    'behaviourIsLookedAtMonthsLater',
    'resultsAreLookedAtHalfAYearLater',
    'theFollowUpOpensWhenItIsDue',
    'thoseWhoCameAreAskedWhatTheyDo',
    'questionsCloseWithTheirWindow',
    'extendedQuestionsCloseLater',
    'theSilentAreReminded',
    'theSilentAreRemindedLater',
  ]
  const { mustBeWhole, policies } = reach(lives, training, { runs: 120, seed: 1, of: ['evaluation'], only })
  mustBeWhole()
  expect(only.every((name) => (policies[name] ?? 0) > 0)).toBe(true)
})

/** The laws of any workflow and the room's own, on plausible lives of questionnaires and of studies. */
import {
  administration,
  anonymousResponse,
  assemble,
  catalog,
  delivery,
  evaluation,
  evaluationEvents,
  evaluationRejections,
  resources,
  response,
  study,
  turnout,
} from 'training-ops'
import { lawsOf, races, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { agreement, at, opinion, plan, session, window } from './a-study.ts'

const training = assemble([catalog, resources, delivery, evaluation], {}, { trusted: true })
const keys = ['7f3e2a91c04d5b68', '1b9d40e2aa7c3f55']
const instants = ['2026-03-02', '2026-03-03', '2026-03-09']
const answered = [
  [{ itemId: 'clear', value: 4 }],
  [{ itemId: 'clear', value: 9 }],
  [{ itemId: 'clear', value: 0 }],
  [{ itemId: 'remark', value: 2 }],
  [
    { itemId: 'clear', value: 5 },
    { itemId: 'topics', kind: 'choices', options: ['safety'] },
  ],
  [{ itemId: 'topics', kind: 'choices', options: ['safety', 'sales'] }],
  [{ itemId: 'topics', kind: 'choices', options: ['cooking'] }],
  [{ itemId: 'topics', value: 1 }],
  [
    { itemId: 'clear', value: 3 },
    { itemId: 'advice', kind: 'text', text: 'More cases.' },
  ],
  [
    { itemId: 'clear', value: 2 },
    { itemId: 'advice', kind: 'text', text: 'Colder rooms.' },
  ],
]

const questions = [
  opinion('clear'),
  { ...opinion('remark', 'trainer'), required: false },
  { itemId: 'topics', kind: 'choices', options: ['safety', 'sales'], most: 1, required: false },
  { itemId: 'advice', kind: 'text', required: false },
]

/** A class of three on one morning, and questions about it. */
const asking = stories(training, {
  in: universe(
    {
      offeringId: 1,
      learnerId: ['ada', 'bo', 'cy'],
      respondentId: ['ada', 'bo', 'cy'],
      administrationId: 2,
      instrumentId: 1,
      evaluationId: 1,
      programId: 1,
      courseId: 1,
      responseId: keys,
      sessionId: [session.sessionId],
      'ScheduleOffering.sessions': [
        [{ ...session, start: '2026-03-02T01:00:00.000Z', end: '2026-03-02T09:00:00.000Z' }],
      ],
      'ScheduleOffering.approval': ['automatic'],
      'ScheduleOffering.capacity': [{ min: 0 }],
      'ScheduleOffering.completionRule': [{ require: 'all', of: [] }],
      'PublishInstrumentVersion.version': [1, 2],
      'OpenAdministration.version': [1],
      'PublishInstrumentVersion.items': [questions],
      'OpenAdministration.purpose': ['reaction', 'pulse', 'observation'],
      'OpenAdministration.window': [{ ...window, opens: '2026-03-02T00:00:00.000Z' }],
      lateUntil: ['2026-03-10T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
      closes: ['2026-03-08T00:00:00.000Z', '2026-03-12T00:00:00.000Z'],
      ifItCloses: [window.closes],
      anonymity: ['confidential', 'anonymous'],
      answers: answered,
      notAsked: [[], [], [], ['remark'], ['clear']],
      scale: [agreement],
      role: ['self', 'supervisor'],
      minutes: [0, 480],
      status: ['present'],
      k: [2],
    },
    { days: instants },
  ),
  upTo: 40,
  only: [
    'ScheduleOffering',
    'OpenEnrolment',
    'RequestEnrolment',
    'ConfirmOffering',
    'RecordAttendance',
    'PublishInstrumentVersion',
    'OpenAdministration',
    'ChangeAnonymity',
    'ExtendWindow',
    'InviteRespondent',
    'SendReminder',
    'SubmitResponse',
    'RedeemInvitation',
    'SubmitAnonymousResponse',
    'InvalidateResponse',
    'InvalidateAnonymousResponse',
    'CloseAdministration',
  ],
  often: {
    ScheduleOffering: 8,
    OpenEnrolment: 8,
    RequestEnrolment: 8,
    ConfirmOffering: 8,
    RecordAttendance: 10,
    OpenAdministration: 6,
    PublishInstrumentVersion: 4,
    InviteRespondent: 10,
    SubmitResponse: 8,
    RedeemInvitation: 8,
    SubmitAnonymousResponse: 8,
    CloseAdministration: 0.3,
  },
})

/** One person who answers every kind of question, and the themes that are read in what they wrote. */
const answering = stories(training, {
  in: universe(
    {
      administrationId: 1,
      instrumentId: 1,
      learnerId: ['ada'],
      respondentId: ['ada'],
      responseId: keys,
      'PublishInstrumentVersion.version': [1],
      'OpenAdministration.version': [1],
      'PublishInstrumentVersion.items': [questions],
      'OpenAdministration.purpose': ['needs'],
      'OpenAdministration.window': [{ ...window, opens: '2026-03-02T00:00:00.000Z' }],
      anonymity: ['confidential', 'anonymous'],
      answers: [...answered, [{ itemId: 'advice', kind: 'text', text: 'More cases.' }]],
      notAsked: [[], [], ['clear']],
      itemId: ['advice'],
      themes: [['cases'], ['cases', 'rooms'], []],
      role: ['self'],
    },
    { days: instants.slice(0, 2) },
  ),
  upTo: 16,
  only: [
    'PublishInstrumentVersion',
    'OpenAdministration',
    'InviteRespondent',
    'SubmitResponse',
    'RedeemInvitation',
    'SubmitAnonymousResponse',
    'CodeAnswer',
    'CodeAnonymousAnswer',
  ],
  often: { PublishInstrumentVersion: 3, OpenAdministration: 3, SubmitResponse: 3, CodeAnswer: 3 },
})

/** One study of one program whose training was over before it was planned, or of a class. */
const studying = stories(training, {
  in: universe(
    {
      evaluationId: 1,
      programId: 1,
      offeringId: 1,
      findingId: 5,
      improvementId: 2,
      unitId: 2,
      personId: 2,
      'PlanEvaluationStudy.levels': [
        [1, 2, 3, 4, 5],
        [1, 3],
        [1, 2],
      ],
      'PlanEvaluationStudy.endedAt': ['2026-03-03T09:00:00.000Z'],
      'PlanEvaluationStudy.zone': ['UTC'],
      'PlanEvaluationStudy.instruments': [{}],
      measure: ['sales'],
      measuredIn: ['orders', 'euros'],
      decimals: [2],
      level: [1, 2, 3, 4, 5],
      dueAt: ['2026-04-20T09:00:00.000Z', '2026-09-03T09:00:00.000Z', '2027-09-03T09:00:00.000Z'],
      'RecordOutcome.period': [
        { from: '2026-01-01', to: '2026-02-01' },
        { from: '2026-04-01', to: '2026-05-01' },
      ],
      'CorrectOutcome.period': [{ from: '2026-01-01', to: '2026-02-01' }],
      'RecordBenefitEstimate.period': [
        { from: '2026-04-01', to: '2027-04-01' },
        { from: '2026-04-01', to: '2027-06-01' },
      ],
      attribution: [5000, 9000],
      otherFactors: [3000],
      sources: [['supervisor', 'self'], ['survey']],
      people: [1, 8],
      k: [5],
      nothingElseChanged: [true],
      owner: ['bo'],
      figures: [
        [
          {
            figure: 'effect',
            metric: 'M43',
            options: {},
            of: {},
            level: 4,
            result: { status: 'ok', value: 3, n: 8, unit: 'scale' },
          },
        ],
      ],
      'PublishEvaluationReport.figures': [
        [
          {
            figure: 'roi',
            metric: 'M83',
            options: {},
            of: {},
            level: 5,
            result: { status: 'ok', value: 3, n: 8, unit: 'percent' },
          },
        ],
        [
          {
            figure: 'rate',
            metric: 'M30',
            options: {},
            of: {},
            level: 1,
            result: { status: 'ok', value: 1, n: 8, unit: 'ratio' },
          },
        ],
      ],
      'RestateEvaluationReport.figures': [
        [
          {
            figure: 'rate',
            metric: 'M30',
            options: {},
            of: {},
            level: 1,
            result: { status: 'ok', value: 0.5, n: 8, unit: 'ratio' },
          },
        ],
        [
          {
            figure: 'roi',
            metric: 'M83',
            options: {},
            of: {},
            level: 5,
            result: { status: 'ok', value: 3, n: 8, unit: 'percent' },
          },
        ],
      ],
      calculatorVersion: ['1'],
    },
    { days: ['2026-03-02', '2026-03-03', '2026-03-09'] },
  ),
  upTo: 40,
  only: [
    'ScheduleOffering',
    'PlanEvaluationStudy',
    'CaptureBaseline',
    'ChooseIsolation',
    'ScheduleFollowUp',
    'RecordOutcome',
    'CorrectOutcome',
    'FlagEvaluationReport',
    'CorrectBaseline',
    'RecordBenefitEstimate',
    'DeclareIntangible',
    'RecordFinding',
    'ProposeImprovement',
    'CompleteImprovement',
    'DismissImprovement',
    'PublishEvaluationReport',
    'RestateEvaluationReport',
    'CloseEvaluation',
  ],
  often: {
    ScheduleOffering: 0.5,
    PlanEvaluationStudy: 8,
    CaptureBaseline: 3,
    RecordOutcome: 3,
    RecordFinding: 6,
    ProposeImprovement: 8,
    CompleteImprovement: 1.5,
    PublishEvaluationReport: 1.5,
    RestateEvaluationReport: 3,
    FlagEvaluationReport: 0.6,
    CloseEvaluation: 6,
  },
})

describe('questions and answers keep their laws', () => {
  const laws = lawsOf(training, {
    lives: asking,
    runs: 15,
    always: {
      'there are never more anonymous answers than people who took part': (look) =>
        Object.entries(look(turnout)).every(
          ([administrationId, { answered, redeemed }]) =>
            look(administration)[administrationId]?.anonymity !== 'anonymous' || answered <= redeemed,
        ),
      'nobody who took part anonymously can be told from what they said': (look, events) =>
        (events as readonly { type: string; data: Record<string, unknown>; metadata?: object }[])
          .filter(({ type, data }) => type === 'ResponseSubmitted' && data.responseId !== undefined)
          .every(
            ({ data, metadata = {} }) =>
              data.respondentId === undefined &&
              data.learnerId === undefined &&
              String(data.at).endsWith('T00:00:00.000Z') &&
              !['actor', 'correlationId', 'causationId'].some((link) => link in metadata),
          ) && look(turnout) !== undefined,
      'a promise never changes once somebody answered': (_look, events) => {
        const answeredTo = new Set<string>()
        return (events as readonly { type: string; data: { administrationId: string } }[]).every(
          ({ type, data }) => {
            if (type === 'ResponseSubmitted' || type === 'InvitationRedeemed')
              answeredTo.add(data.administrationId)
            return type !== 'AnonymityChanged' || !answeredTo.has(data.administrationId)
          },
        )
      },
    },
    until: {
      'an answer that was found invalid': { of: response, is: ({ status }) => status === 'invalidated' },
      'an anonymous answer that was found invalid': {
        of: anonymousResponse,
        is: ({ status }) => status === 'invalidated',
      },
    },
  })
  for (const { name, check } of laws) test(name, check)
})

describe('answers of every kind, and the themes read in them, keep the laws', () => {
  const laws = lawsOf(training, { lives: answering, runs: 8 })
  for (const { name, check } of laws) test(name, check)
})

describe('studies keep their laws', () => {
  const laws = lawsOf(training, {
    lives: studying,
    runs: 15,
    always: {
      'no study is closed with an improvement left open': (look) =>
        Object.values(look(study)).every(
          ({ status, improvements }) =>
            status !== 'closed' || Object.values(improvements).every((one) => one.status !== 'open'),
        ),
      'everything in a study is of one program or of one class': (look, events) =>
        (events as readonly { type: string; data: Record<string, unknown> }[])
          .filter(({ data, type }) => data.evaluationId !== undefined && type !== 'FollowUpScheduled')
          .every(({ data }) => {
            const { programId, offeringId } = look(study)[String(data.evaluationId)] ?? {}
            return (
              data.programId === programId &&
              data.offeringId === offeringId &&
              (programId === undefined) !== (offeringId === undefined)
            )
          }),
      'nothing is measured under a report that is out': (_look, events) => {
        const types = (events as readonly { type: string }[]).map(({ type }) => type)
        const published = types.indexOf('EvaluationReportPublished')
        return (
          published === -1 ||
          !types
            .slice(published)
            .some((type) =>
              ['OutcomeRecorded', 'FindingRecorded', 'BaselineCaptured', 'IsolationChosen'].includes(type),
            )
        )
      },
    },
  })
  for (const { name, check } of laws) test(name, check)
})

test('the stories reach every event and every refusal of the room', () => {
  const only = [...Object.keys(evaluationEvents.declarations), ...Object.keys(evaluationRejections)]
  reach([asking, answering, studying], training, { runs: 2000, seed: 9, only }).mustBeWhole()
})

test('of two hosts that change the promise and take an answer, whichever comes first, no promise is broken', () => {
  const administrationId = 'a-1'
  const ada = { at: window.opens, administrationId, respondentId: 'ada', learnerId: 'ada' }
  const { mustHold, without } = races(training, {
    given: [
      {
        type: 'PublishInstrumentVersion',
        data: { at, instrumentId: 'i', version: 1, title: 'Pulse', items: [opinion('clear')] },
      },
      {
        type: 'OpenAdministration',
        data: {
          at,
          administrationId,
          instrumentId: 'i',
          version: 1,
          purpose: 'needs',
          window,
          anonymity: 'anonymous',
        },
      },
      { type: 'InviteRespondent', data: ada },
    ],
    racing: [
      { type: 'RedeemInvitation', data: ada },
      { type: 'ChangeAnonymity', data: { at: window.opens, administrationId, anonymity: 'identified' } },
    ],
    always: {
      'who took part did so anonymously': (look) =>
        (look(turnout)[administrationId]?.redeemed ?? 0) === 0 ||
        look(administration)[administrationId]?.anonymity === 'anonymous',
    },
  })
  mustHold()
  expect(without.lost.length).toBeGreaterThan(0)
})

test('of two hosts that publish a report and record an outcome, nothing slips in under the report', () => {
  const asked = { at: plan.at, evaluationId: plan.evaluationId }
  const outcome = {
    type: 'RecordOutcome',
    data: {
      ...asked,
      programId: plan.programId,
      measure: 'sales',
      measuredIn: 'orders',
      period: { from: '2026-05-01', to: '2026-06-01' },
      group: 'treated',
      when: 'after',
      unitId: 'shop-1',
      value: 52,
    },
  }
  const { mustHold, without } = races(training, {
    given: [
      { type: 'PlanEvaluationStudy', data: { ...plan, levels: [1] } },
      outcome,
      { type: 'RecordFinding', data: { ...asked, findingId: 'f', level: 1, sources: ['survey'], people: 9 } },
    ],
    racing: [
      {
        type: 'PublishEvaluationReport',
        data: {
          ...asked,
          figures: [
            {
              figure: 'rate',
              metric: 'M30',
              options: {},
              of: {},
              level: 1,
              result: { status: 'ok', value: 1, n: 8, unit: 'ratio' },
            },
          ],
          calculatorVersion: '1',
        },
      },
      { type: 'RecordOutcome', data: { ...outcome.data, unitId: 'shop-2' } },
    ],
    always: {
      'the report comes last': (_look, events) => {
        const types = (events as readonly { type: string }[]).map(({ type }) => type)
        return !types.includes('EvaluationReportPublished') || types.at(-1) === 'EvaluationReportPublished'
      },
    },
  })
  mustHold()
  expect(without.lost.length).toBeGreaterThan(0)
})

/** What always holds in the needs room, on plausible lives: frameworks and records, assessments, talks. */
import { competenceRecord, competencyFramework, liaisonReview, needsAssessment } from 'training-ops'
import { lawsOf, reach, stories, universe } from 'training-ops/testing'
import { describe, test } from 'vitest'
import { asked, levels, training } from './a-framework.ts'

const codes = ['asking', 'selling', 'closing']
const frameworks = stories(training, {
  in: universe(
    {
      frameworkId: ['f-1'],
      learnerId: ['ada', 'bob'],
      assessedBy: ['ada', 'bob'],
      competencyAssessmentId: 3,
      aspirationId: 1,
      scale: ['three'],
      competency: codes,
      parent: codes,
      role: ['seller', 'lead'],
      'DefineScale.levels': [levels],
      requirements: [[asked('asking')], [asked('selling', 3), asked('asking', 1)], [asked('closing', 9)]],
      level: [1, 2, 3, 4],
      version: [1, 2, 3],
      segment: [{}, { level: 'manager' }],
      competencies: [[]],
      alignments: [[]],
    },
    { days: ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'] },
  ),
  only: [
    'DefineScale',
    'DefineCompetency',
    'ReviseCompetency',
    'SetRoleProfile',
    'RetireCompetency',
    'PublishFramework',
    'AssignRole',
    'EndRole',
    'AssessCompetency',
    'WithdrawAssessment',
    'StateAspiration',
  ],
  often: {
    DefineCompetency: 6,
    SetRoleProfile: 4,
    PublishFramework: 4,
    AssessCompetency: 6,
    AssignRole: 3,
    StateAspiration: 0.3,
  },
  upTo: 40,
})
const rating = (needId: string, gap: number) => ({ needId, factors: { gap } })
const weighted = (weight: number, ...needIds: readonly string[]) => ({
  kind: 'weightedFactors',
  weights: { gap: weight },
  futureDiscount: 5000,
  ratings: needIds.map((needId, nth) => rating(needId, 5000 - nth)),
})
const answered = (needId: string, importance: number) => ({
  needId,
  answers: [{ importance, ability: 2, respondents: 3 }],
})
const scale = { min: 1, max: 5 }
const task = { needId: 'n-1', answers: [{ difficulty: 4, importance: 5, frequency: 1, respondents: 2 }] }
const tree = { ask: 'difficulty', atLeast: 3, yes: 'train', no: 'noTrain' }
const assessments = stories(training, {
  in: universe(
    {
      assessmentId: ['a-1'],
      evidenceId: ['e-1', 'e-2'],
      evidenceIds: [['e-1'], ['e-1', 'e-2'], []],
      needId: ['n-1', 'n-2'],
      segment: [{ department: 'sales' }, { department: 'plant' }],
      segments: [[{ department: 'sales' }]],
      'OpenNeedsAssessment.drivers': [
        [{ driver: 'south', kind: 'businessExpansion', weight: 5000, horizon: 'future' }],
      ],
      'IdentifyNeed.drivers': [[], ['south']],
      competencies: [[]],
      gaps: [[]],
      source: ['survey', 'interview'],
      period: [{ from: '2026-01-01', to: '2027-01-01' }],
      method: [
        weighted(10_000, 'n-1'),
        weighted(10_000, 'n-1', 'n-2'),
        weighted(10_000, 'n-2'),
        weighted(9999, 'n-1'),
        { kind: 'weightedFactors', weights: { gap: 10_000 }, ratings: [{ needId: 'n-1', factors: {} }] },
        { kind: 'borich', scale, ratings: [answered('n-1', 5), answered('n-2', 3)] },
        { kind: 'rankedDiscrepancy', scale, ratings: [answered('n-1', 9)] },
        { kind: 'dif', scale, tree, ratings: [task] },
        { kind: 'dif', scale, tree, ratings: [task], confirmedBy: 'lin' },
      ],
    },
    { days: ['2026-01-05', '2026-02-05', '2026-03-05'] },
  ),
  only: [
    'OpenNeedsAssessment',
    'RecordNeedEvidence',
    'IdentifyNeed',
    'PrioritizeNeeds',
    'DismissNeed',
    'PublishNeedsReport',
    'RestateNeedsReport',
    'CloseNeedsAssessment',
  ],
  often: {
    RecordNeedEvidence: 4,
    IdentifyNeed: 6,
    PrioritizeNeeds: 8,
    PublishNeedsReport: 4,
    RestateNeedsReport: 3,
    CloseNeedsAssessment: 0.3,
  },
  upTo: 30,
})
const talks = stories(training, {
  in: universe(
    {
      liaisonReviewId: ['lr-1'],
      unitId: ['sales'],
      series: ['lr-1'],
      assessmentId: ['a-1'],
      dueAt: ['2026-01-31T01:00:00.000Z', '2026-02-10T01:00:00.000Z'],
      firstDueAt: ['2026-01-31T01:00:00.000Z'],
      zone: ['Asia/Shanghai'],
      everyMonths: [3],
      topics: [[]],
      observations: [[]],
    },
    { days: ['2026-01-05', '2026-02-05', '2026-03-05', '2026-06-05'] },
  ),
  only: [
    'ScheduleLiaisonReview',
    'RescheduleLiaisonReview',
    'HoldLiaisonReview',
    'MissLiaisonReview',
    'CancelLiaisonReview',
  ],
  often: { CancelLiaisonReview: 0.5, HoldLiaisonReview: 2 },
  upTo: 15,
})

const ofFrameworks = lawsOf(training, {
  lives: frameworks,
  runs: 12,
  always: {
    'no competency is part of itself': (look) =>
      Object.values(look(competencyFramework)).every(({ competencies }) =>
        Object.keys(competencies).every((code) => {
          const seen = new Set<string>()
          for (let here: string | undefined = code; here !== undefined; here = competencies[here]?.parent) {
            if (seen.has(here)) return false
            seen.add(here)
          }
          return true
        }),
      ),
    'no role asks for what is retired, or for a level that is not there': (look) =>
      Object.values(look(competencyFramework)).every(({ competencies, scales, roles }) =>
        Object.values(roles).every(({ requirements }) =>
          requirements.every(({ competency, requiredLevel }) => {
            const known = competencies[competency]
            const steps = scales[known?.scale ?? '']?.levels ?? []
            return known?.retired === false && steps.some(({ level }) => level === requiredLevel)
          }),
        ),
      ),
    'every assessment is on the scale, and lies in the past': (look) =>
      Object.values(look(competenceRecord)).every(({ assessments }) =>
        Object.values(assessments).every(
          ({ level, assessedAt, validUntil }) =>
            level >= 1 && level <= 3 && (validUntil === undefined || assessedAt < validUntil),
        ),
      ),
  },
})
const ofAssessments = lawsOf(training, {
  lives: assessments,
  runs: 12,
  always: {
    'ranks count from 1 without a gap, and no need stands twice': (look) =>
      Object.values(look(needsAssessment)).every(({ priorities }) => {
        const scores = priorities?.scores ?? []
        return (
          scores.every(({ rank }, nth) => rank === nth + 1) &&
          new Set(scores.map(({ needId }) => needId)).size === scores.length
        )
      }),
    'every need rests on evidence that is there': (look) =>
      Object.values(look(needsAssessment)).every(({ evidence, needs }) =>
        Object.values(needs).every(
          ({ evidenceIds }) =>
            evidenceIds.length > 0 && evidenceIds.every((id) => evidence[id] !== undefined),
        ),
      ),
  },
  until: { 'an assessment that is closed': { of: needsAssessment, is: ({ status }) => status === 'closed' } },
})
const ofTalks = lawsOf(training, {
  lives: talks,
  runs: 12,
  settled: {
    'at most one talk of a line is due': (look) =>
      Object.values(look(liaisonReview)).filter(({ status }) => status === 'scheduled').length <= 1,
  },
  until: {
    'a talk that is over': {
      of: liaisonReview,
      is: ({ status }) => ['held', 'missed', 'cancelled'].includes(status),
    },
  },
})

describe('frameworks and records keep their laws', () => {
  for (const { name, check } of ofFrameworks) test(name, check)
})
describe('assessments keep their laws', () => {
  for (const { name, check } of ofAssessments) test(name, check)
})
describe('talks keep their laws', () => {
  for (const { name, check } of ofTalks) test(name, check)
})

test('the stories reach every event and every rejection of the room', () => {
  // nothing is observed in the talks of these lives
  const except = ['whatIsHeardInATalkIsEvidence']
  reach([frameworks, assessments, talks], training, { runs: 1000, seed: 5, except }).mustBeWhole()
})

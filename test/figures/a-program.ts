import { deliveryEvents, evaluationEvents, planningEvents } from 'training-ops'

const happened = { ...deliveryEvents.make, ...evaluationEvents.make }
const at = '2026-03-01T00:00:00.000Z'
const programId = 'p-1'
const evaluationId = 'e-1'
const study = { at, evaluationId, programId }

export const question = (itemId: string, subscale: string, extra: object = {}) => ({
  itemId,
  subscale,
  scale: { min: 1, max: 5 },
  reverse: false,
  required: false,
  ...extra,
})
const reactionItems = [
  question('useful', 'content'),
  question('boring', 'content', { reverse: true }),
  question('clear', 'trainer'),
]
const testItems = [question('q', 'knowledge', { key: 1 })]
const behaviourItems = [question('listens', 'selling'), question('asks', 'selling')]

export const open = (
  administrationId: string,
  purpose: 'reaction' | 'pretest' | 'posttest' | 'followUp',
  items: typeof reactionItems,
  k = 2,
) =>
  happened.AdministrationOpened({
    at,
    administrationId,
    instrumentId: `${purpose}-form`,
    version: 1,
    items,
    purpose,
    programId,
    window: { opens: at, closes: '2026-12-01T00:00:00.000Z' },
    anonymity: 'confidential',
    k,
    channel: 'online',
  })

export const say = (
  administrationId: string,
  purpose: 'reaction' | 'pretest' | 'posttest' | 'followUp',
  learnerId: string,
  values: Record<string, number>,
  more: { scaled?: number; respondentId?: string; role?: string; on?: string } = {},
) => {
  const { scaled, respondentId = learnerId, role = 'self', on = at } = more
  const invitation = {
    at: on,
    administrationId,
    respondentId,
    learnerId,
    programId,
    instrumentId: `${purpose}-form`,
    purpose,
    role,
  }
  return [
    happened.RespondentInvited(invitation),
    happened.ResponseSubmitted({
      ...invitation,
      version: 1,
      answers: Object.entries(values).map(([itemId, value]) => ({ itemId, value })),
      ...(scaled === undefined ? {} : { scaled }),
    }),
  ]
}
export const invalid = (learnerId: string) =>
  happened.ResponseInvalidated({
    at,
    administrationId: 'react',
    respondentId: learnerId,
    learnerId,
    programId,
    instrumentId: 'reaction-form',
    purpose: 'reaction',
    reason: 'straight line',
  })
const unanswered = happened.RespondentInvited({
  at,
  administrationId: 'react',
  respondentId: 'eve',
  learnerId: 'eve',
  programId,
  instrumentId: 'reaction-form',
  purpose: 'reaction',
  role: 'self',
})

export const outcome = (
  unitId: string,
  group: 'treated' | 'control',
  when: 'before' | 'after',
  value: number,
  month = when === 'before' ? '02' : '06',
) =>
  happened.OutcomeRecorded({
    ...study,
    measure: 'sales',
    measuredIn: 'orders',
    period: { from: `2026-${month}-01`, to: `2026-${month}-28` },
    group,
    when,
    unitId,
    value,
  })

const attempt = { at, offeringId: 'o-1', courseId: 'selling', courseVersion: 1, programId }
const minutes = { attendedMinutes: 480, scheduledMinutes: 480 }

export const reaction = [
  open('react', 'reaction', reactionItems),
  ...say('react', 'reaction', 'ada', { useful: 5, boring: 1, clear: 4 }),
  ...say('react', 'reaction', 'bo', { useful: 4, boring: 2, clear: 3 }),
  ...say('react', 'reaction', 'cy', { useful: 1, boring: 5, clear: 1 }),
  unanswered,
]
export const learning = [
  open('pre', 'pretest', testItems),
  open('post', 'posttest', testItems),
  ...say('pre', 'pretest', 'ada', {}, { scaled: 400 }),
  ...say('pre', 'pretest', 'bo', {}, { scaled: 500 }),
  ...say('pre', 'pretest', 'cy', {}, { scaled: 300 }),
  ...say('post', 'posttest', 'ada', {}, { scaled: 800 }),
  ...say('post', 'posttest', 'bo', {}, { scaled: 700 }),
  ...say('post', 'posttest', 'cy', {}, { scaled: 900 }),
  happened.EnrolmentCompleted({ ...attempt, learnerId: 'ada', outcome: 'passed', ...minutes }),
  happened.EnrolmentCompleted({ ...attempt, learnerId: 'dee', outcome: 'completed', ...minutes }),
  happened.EnrolmentCompleted({ ...attempt, learnerId: 'cy', outcome: 'passed', ...minutes }),
  happened.EnrolmentFailed({
    ...attempt,
    learnerId: 'bo',
    unmet: ['result'],
    assessment: 'failed',
    ...minutes,
  }),
  happened.EnrolmentFailed({
    ...attempt,
    learnerId: 'fay',
    unmet: ['attendance'],
    assessment: 'none',
    ...minutes,
  }),
]
/** The attempt of one of them, judged anew after a correction. */
export const judgedAnew = (anew: {
  readonly learnerId: string
  readonly from: 'completed' | 'failed'
  readonly to: 'completed' | 'failed'
  readonly assessment: 'passed' | 'failed' | 'none'
}) => happened.CompletionReassessed({ ...attempt, ...minutes, closedAt: attempt.at, unmet: [], ...anew })
const rate = (learnerId: string, listens: number, asks: number) =>
  say('later', 'followUp', learnerId, { listens, asks }, { respondentId: 'boss', role: 'supervisor' })
export const behaviour = [
  // one supervisor rates them all: a promise of two would tell nothing
  open('later', 'followUp', behaviourItems, 1),
  ...rate('ada', 4, 4),
  ...rate('bo', 4, 3),
  ...rate('cy', 5, 3),
]
export const results = [
  outcome('shop-1', 'treated', 'before', 40),
  outcome('shop-1', 'treated', 'after', 52),
  outcome('shop-2', 'treated', 'before', 30),
  outcome('shop-2', 'treated', 'after', 40),
  outcome('shop-3', 'control', 'before', 35),
  outcome('shop-3', 'control', 'after', 38),
  outcome('shop-4', 'control', 'before', 20),
  outcome('shop-4', 'control', 'after', 25),
]
export const isolated = happened.IsolationChosen({ ...study, method: 'control' })
export const spent = (category: string, minor: number) =>
  planningEvents.make.CostPosted({
    at,
    planId: 'plan-1',
    lineId: 'line-1',
    programId,
    category,
    amount: { minor, currency: 'CNY' },
    invoice: `invoice-${category}`,
    settled: 0,
  })
export const worth = (minor: number, currency = 'CNY', measure = 'sales') =>
  happened.BenefitEstimateRecorded({
    ...study,
    measure,
    amount: { minor, currency },
    attribution: 5000,
    confidence: 8000,
    estimatedBy: 'boss',
  })
export const found = [
  happened.EvaluationStudyPlanned({
    ...study,
    zone: 'UTC',
    levels: [1],
    instruments: {},
    k: 1,
  }),
  happened.BaselineCaptured({ ...study, measure: 'sales', measuredIn: 'orders', value: 70 }),
  happened.IntangibleDeclared({ ...study, measure: 'morale', statement: '' }),
  happened.FindingRecorded({
    ...study,
    findingId: 'f-1',
    level: 1,
    sources: ['survey'],
    people: 3,
    statement: '',
  }),
  happened.ImprovementProposed({
    ...study,
    improvementId: 'i-1',
    findingId: 'f-1',
    target: { kind: 'course', ref: 'selling' },
    owner: 'boss',
    due: '2026-09-01',
    action: '',
  }),
  happened.ImprovementCompleted({ ...study, improvementId: 'i-1' }),
]
export const everything = [
  ...reaction,
  ...learning,
  ...behaviour,
  ...results,
  isolated,
  worth(100_000),
  ...found,
]

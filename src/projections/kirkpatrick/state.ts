import type { DeliveryEvent } from '../../delivery/events.ts'
import type { EvaluationEvent, Item, Purpose } from '../../evaluation/events.ts'
import { projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'

export type AskedQuestions = {
  instrumentId: string
  version: number
  purpose: Purpose
  items: readonly Item[]
  /** No figure tells of fewer people than this; 1 where answers are identified. */
  k: number
}

/** Somebody asked about a learner. */
export type AskedAbout = { administrationId: string; purpose: Purpose; role: string; learnerId: string }

/** Whole numbers on the scales of their questions, as they were given. */
export type GivenResponse = AskedAbout & {
  at: string
  values: Record<string, number>
  scaled?: number
}

export type MeasuredOutcome = {
  measure: string
  measuredIn: string
  group: 'treated' | 'control'
  when: 'before' | 'after'
  unitId: string
  from: string
  to: string
  value: number
}

export type PricedBenefit = {
  measure: string
  minor: number
  currency: string
  attribution: number
  confidence: number
}

/** Everything the four levels and the return rest on, raw: figures are taken when read. */
export type KirkpatrickState = {
  asked: Record<string, AskedQuestions>
  /** By administration, respondent and learner, as the next two. */
  invited: Record<string, AskedAbout>
  responses: Record<string, GivenResponse>
  invalidated: Record<string, true>
  /** By offering and learner: whether an attempt that was assessed was passed. */
  assessed: Record<string, boolean>
  baselines: Record<string, { value: number; measuredIn: string }>
  outcomes: Record<string, MeasuredOutcome>
  benefits: PricedBenefit[]
  intangibles: Record<string, true>
  isolation?: 'control' | 'trend' | 'estimate' | 'none'
  /** Minor units by currency and category. */
  costs: Record<string, Record<string, number>>
  findings: Record<string, { level: number; sources: readonly string[]; people: number }>
  improvements: Record<string, { findingId: string; owner: string; due: string }>
  /** Improvements that are no longer open. */
  settled: Record<string, 'completed' | 'dismissed'>
  report?: { digest: string; calculatorVersion: string; restated: boolean }
}

const keyOf = (of: { administrationId: string; respondentId: string; learnerId: string }): string =>
  `${of.administrationId} ${of.respondentId} ${of.learnerId}`

const added = (a: Record<string, number>, b: Record<string, number>): Record<string, number> => {
  const sum = { ...a }
  for (const [key, value] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + value
  return sum
}

const addedByCurrency = (a: KirkpatrickState['costs'], b: KirkpatrickState['costs']) => {
  const sum = { ...a }
  for (const [currency, categories] of Object.entries(b))
    sum[currency] = added(sum[currency] ?? {}, categories)
  return sum
}

const projection = projections<PlanningEvent | DeliveryEvent | EvaluationEvent>()

/** What is known of whether a program works, at every level (柯氏四级). Any split of the log merges. */
export const kirkpatrick = projection({
  name: 'kirkpatrick',
  by: ['programId'],
  initial: (): KirkpatrickState => ({
    asked: {},
    invited: {},
    responses: {},
    invalidated: {},
    assessed: {},
    baselines: {},
    outcomes: {},
    benefits: [],
    intangibles: {},
    costs: {},
    findings: {},
    improvements: {},
    settled: {},
  }),
  on: {
    AdministrationOpened: (program, opened) => {
      const { administrationId, instrumentId, version, purpose, items, anonymity, k } = opened
      const atLeast = anonymity === 'identified' ? 1 : k
      program.asked[administrationId] = { instrumentId, version, purpose, items, k: atLeast }
    },
    RespondentInvited: (program, invitation) => {
      const { administrationId, purpose, role, learnerId } = invitation
      program.invited[keyOf(invitation)] = { administrationId, purpose, role, learnerId }
    },
    ResponseSubmitted: (program, response) => {
      const { at, administrationId, purpose, role, learnerId, answers, scaled } = response
      program.responses[keyOf(response)] = {
        at,
        administrationId,
        purpose,
        role,
        learnerId,
        values: Object.fromEntries(answers.map(({ itemId, value }) => [itemId, value])),
        ...(scaled === undefined ? {} : { scaled }),
      }
    },
    ResponseInvalidated: (program, response) => {
      program.invalidated[keyOf(response)] = true
    },
    EnrolmentCompleted: (program, { offeringId, learnerId, outcome }) => {
      if (outcome === 'passed') program.assessed[`${offeringId} ${learnerId}`] = true
    },
    EnrolmentFailed: (program, { offeringId, learnerId, assessment }) => {
      if (assessment !== 'none') program.assessed[`${offeringId} ${learnerId}`] = assessment === 'passed'
    },
    BaselineCaptured: (program, { measure, value, measuredIn }) => {
      program.baselines[measure] = { value, measuredIn }
    },
    IsolationChosen: (program, { method }) => {
      program.isolation = method
    },
    OutcomeRecorded: (program, { measure, measuredIn, group, when, unitId, period, value }) => {
      const { from, to } = period
      program.outcomes[`${measure} ${group} ${unitId} ${when} ${from} ${to}`] = {
        measure,
        measuredIn,
        group,
        when,
        unitId,
        from,
        to,
        value,
      }
    },
    BenefitEstimateRecorded: (program, { measure, amount, attribution, confidence }) => {
      program.benefits.push({ measure, ...amount, attribution, confidence })
    },
    IntangibleDeclared: (program, { measure }) => {
      program.intangibles[measure] = true
    },
    CostPosted: ({ costs }, { amount, category }) => {
      costs[amount.currency] ??= {}
      const byCategory = costs[amount.currency] ?? {}
      byCategory[category] = (byCategory[category] ?? 0) + amount.minor
    },
    FindingRecorded: (program, { findingId, level, sources, people }) => {
      program.findings[findingId] = { level, sources, people }
    },
    ImprovementProposed: (program, { improvementId, findingId, owner, due }) => {
      program.improvements[improvementId] = { findingId, owner, due }
    },
    ImprovementCompleted: (program, { improvementId }) => {
      program.settled[improvementId] = 'completed'
    },
    ImprovementDismissed: (program, { improvementId }) => {
      program.settled[improvementId] = 'dismissed'
    },
    EvaluationReportPublished: (program, { digest, calculatorVersion }) => {
      program.report = { digest, calculatorVersion, restated: false }
    },
    EvaluationReportRestated: (program, { digest, calculatorVersion }) => {
      program.report = { digest, calculatorVersion, restated: true }
    },
  },
  merge: (a, b) => ({
    ...a,
    ...b,
    asked: { ...a.asked, ...b.asked },
    invited: { ...a.invited, ...b.invited },
    responses: { ...a.responses, ...b.responses },
    invalidated: { ...a.invalidated, ...b.invalidated },
    assessed: { ...a.assessed, ...b.assessed },
    baselines: { ...a.baselines, ...b.baselines },
    outcomes: { ...a.outcomes, ...b.outcomes },
    benefits: [...a.benefits, ...b.benefits],
    intangibles: { ...a.intangibles, ...b.intangibles },
    costs: addedByCurrency(a.costs, b.costs),
    findings: { ...a.findings, ...b.findings },
    improvements: { ...a.improvements, ...b.improvements },
    settled: { ...a.settled, ...b.settled },
  }),
})

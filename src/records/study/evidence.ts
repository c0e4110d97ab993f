import type { DeliveryEvent } from '../../delivery/events.ts'
import {
  type Anonymity,
  chosenOf,
  type EvaluationEvent,
  type Item,
  isOnScale,
  isUnscaled,
  numbersOf,
  type Purpose,
  type UnscaledItem,
  valuesOf,
} from '../../evaluation/events.ts'
import { type DataOf, projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import { given } from '../../vocabulary/index.ts'
import { readingOf } from './reading.ts'

export type AskedQuestions = {
  instrumentId: string
  version: number
  purpose: Purpose
  /** Those on a scale. */
  items: readonly Item[]
  /** Those that are answered with options, words or a number. */
  unscaled: readonly UnscaledItem[]
  offeringId?: string
  anonymity: Anonymity
  /** No figure tells of fewer people than this; it counts unless answers are identified. */
  k: number
}

/** Somebody asked about a learner. */
export type AskedAbout = {
  administrationId: string
  purpose: Purpose
  role: string
  learnerId: string
  respondentId: string
}

/** Whole numbers on the scales of their questions, as they were given. */
export type GivenResponse = {
  at: string
  administrationId: string
  purpose: Purpose
  values: Record<string, number>
  /** The options that were chosen, by item. */
  chosen: Record<string, string[]>
  /** Numbers in the units of their questions, by item. */
  numbers: Record<string, number>
  /** How many questions were answered, of whatever kind. */
  answered: number
  /** How many questions this person was not shown. */
  notAsked: number
  scaled?: number
  /** The respondent and the subject; an anonymous answer has neither, and no role. */
  respondentId?: string
  learnerId?: string
  role?: string
  /** It came after the window: shown, and not counted. */
  late?: true
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
  /** It had been written down otherwise before. */
  corrected?: true
}

export type PricedBenefit = {
  measure: string
  minor: number
  currency: string
  attribution: number
  confidence: number
  otherFactors?: number
  credibilityRank?: number
  setAside?: 'extreme' | 'unsupported'
}

/** Everything the four levels and the return rest on, raw: figures are taken when read. */
export type KirkpatrickState = {
  asked: Record<string, AskedQuestions>
  /** The promise that replaces the first one. */
  promised: Record<string, { anonymity: Anonymity; k: number }>
  /** By administration, respondent and learner, as the next two, where an anonymous answer goes by its key. */
  invited: Record<string, AskedAbout>
  responses: Record<string, GivenResponse>
  invalidated: Record<string, true>
  /** By response and item: the themes of what was written there, as somebody read it. */
  coded: Record<string, Record<string, string[]>>
  /** When each offering of the program was over. */
  ends: Record<string, { at: string; zone: string }>
  /** By offering and learner: whether an attempt that was assessed was passed. */
  assessed: Record<string, boolean>
  baselines: Record<string, { value: number; measuredIn: string; corrected?: true }>
  outcomes: Record<string, MeasuredOutcome>
  benefits: PricedBenefit[]
  intangibles: Record<string, true>
  isolation?: 'control' | 'trend' | 'estimate' | 'none'
  nothingElseChanged?: true
  /** Minor units by currency and category. */
  costs: Record<string, Record<string, number>>
}

type Answered = {
  administrationId: string
  respondentId?: string | undefined
  learnerId?: string | undefined
  responseId?: string | undefined
}

const keyOf = ({ administrationId, respondentId, learnerId, responseId }: Answered): string =>
  `${administrationId} ${responseId ?? `${respondentId} ${learnerId}`}`

const beingAsked = (
  program: { invited: Record<string, AskedAbout> },
  { administrationId, purpose, role, learnerId, respondentId }: AskedAbout,
): void => {
  program.invited[keyOf({ administrationId, respondentId, learnerId })] = {
    administrationId,
    purpose,
    role,
    learnerId,
    respondentId,
  }
}

type Measured = DataOf<EvaluationEvent, 'OutcomeRecorded'>

const wasMeasured = (
  { outcomes }: { outcomes: KirkpatrickState['outcomes'] },
  { measure, measuredIn, group, when, unitId, period: { from, to }, value, decimals }: Measured,
): string => {
  const key = `${measure} ${unitId} ${when} ${from} ${to}`
  outcomes[key] = { measure, measuredIn, group, when, unitId, from, to, value: readingOf(value, decimals) }
  return key
}

/** The corrected value holds, in whichever half of the log it was. */
const correctedOrLater = <One extends { corrected?: true }>(
  a: Record<string, One>,
  b: Record<string, One>,
) => {
  const both = { ...a, ...b }
  for (const [key, one] of Object.entries(a)) if (one.corrected && !b[key]?.corrected) both[key] = one
  return both
}

const codedOfBoth = (a: KirkpatrickState['coded'], b: KirkpatrickState['coded']) => {
  const both = { ...a }
  for (const [key, themes] of Object.entries(b)) both[key] = { ...both[key], ...themes }
  return both
}

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

/** The evidence on whether a program works, at every level (柯氏四级). Any split of the log merges. Studies of one class are not in it. */
export const kirkpatrick = projection({
  name: 'kirkpatrick',
  by: ['programId'],
  initial: (): KirkpatrickState => ({
    asked: {},
    promised: {},
    invited: {},
    responses: {},
    invalidated: {},
    coded: {},
    ends: {},
    assessed: {},
    baselines: {},
    outcomes: {},
    benefits: [],
    intangibles: {},
    costs: {},
  }),
  on: {
    AdministrationOpened: (program, opened) => {
      const { administrationId, instrumentId, version, purpose, items, anonymity, k, offeringId } = opened
      program.asked[administrationId] = {
        instrumentId,
        version,
        purpose,
        items: items.filter(isOnScale),
        unscaled: items.filter(isUnscaled),
        anonymity,
        k,
        ...given({ offeringId }),
      }
    },
    AnonymityChanged: (program, { administrationId, anonymity, k }) => {
      program.promised[administrationId] = { anonymity, k }
    },
    RespondentInvited: beingAsked,
    InvitationRedeemed: beingAsked,
    ResponseSubmitted: (program, response) => {
      const { at, administrationId, purpose, role, respondentId, learnerId, answers, scaled, late } = response
      program.responses[keyOf(response)] = {
        at,
        administrationId,
        purpose,
        values: valuesOf(answers),
        chosen: chosenOf(answers),
        numbers: numbersOf(answers),
        answered: answers.length,
        notAsked: response.notAsked?.length ?? 0,
        ...given({ scaled, respondentId, learnerId, role, late }),
      }
    },
    ResponseInvalidated: (program, response) => {
      program.invalidated[keyOf(response)] = true
    },
    AnswerCoded: ({ coded }, { itemId, themes, ...answer }) => {
      coded[keyOf(answer)] = { ...coded[keyOf(answer)], [itemId]: themes }
    },
    OfferingCompleted: (program, { offeringId, endedAt, zone }) => {
      program.ends[offeringId] = { at: endedAt, zone }
    },
    EnrolmentCompleted: (program, { offeringId, learnerId, outcome }) => {
      if (outcome === 'passed') program.assessed[`${offeringId} ${learnerId}`] = true
    },
    EnrolmentFailed: (program, { offeringId, learnerId, assessment }) => {
      if (assessment !== 'none') program.assessed[`${offeringId} ${learnerId}`] = assessment === 'passed'
    },
    CompletionReassessed: (program, { offeringId, learnerId, to, assessment }) => {
      if (to !== 'noShow' && assessment !== 'none')
        program.assessed[`${offeringId} ${learnerId}`] = assessment === 'passed'
    },
    BaselineCaptured: (program, { measure, value, measuredIn, decimals }) => {
      program.baselines[measure] = { value: readingOf(value, decimals), measuredIn }
    },
    BaselineCorrected: (program, { measure, value, measuredIn, decimals }) => {
      program.baselines[measure] = { value: readingOf(value, decimals), measuredIn, corrected: true }
    },
    IsolationChosen: (program, { method, nothingElseChanged }) => {
      program.isolation = method
      if (nothingElseChanged === undefined) delete program.nothingElseChanged
      else program.nothingElseChanged = nothingElseChanged
    },
    OutcomeRecorded: (program, outcome) => {
      wasMeasured(program, outcome)
    },
    OutcomeCorrected: (program, outcome) => {
      const corrected = program.outcomes[wasMeasured(program, outcome)]
      if (corrected !== undefined) corrected.corrected = true
    },
    BenefitEstimateRecorded: (program, estimate) => {
      const { measure, amount, attribution, confidence, otherFactors, credibilityRank, setAside } = estimate
      program.benefits.push({
        measure,
        ...amount,
        attribution,
        confidence,
        ...given({ otherFactors, credibilityRank, setAside }),
      })
    },
    IntangibleDeclared: (program, { measure }) => {
      program.intangibles[measure] = true
    },
    CostPosted: ({ costs }, { amount, category }) => {
      costs[amount.currency] ??= {}
      const byCategory = costs[amount.currency] ?? {}
      byCategory[category] = (byCategory[category] ?? 0) + amount.minor
    },
  },
  merge: (a, b) => ({
    ...a,
    ...b,
    asked: { ...a.asked, ...b.asked },
    promised: { ...a.promised, ...b.promised },
    invited: { ...a.invited, ...b.invited },
    responses: { ...a.responses, ...b.responses },
    invalidated: { ...a.invalidated, ...b.invalidated },
    coded: codedOfBoth(a.coded, b.coded),
    ends: { ...a.ends, ...b.ends },
    assessed: { ...a.assessed, ...b.assessed },
    baselines: correctedOrLater(a.baselines, b.baselines),
    outcomes: correctedOrLater(a.outcomes, b.outcomes),
    benefits: [...a.benefits, ...b.benefits],
    intangibles: { ...a.intangibles, ...b.intangibles },
    costs: addedByCurrency(a.costs, b.costs),
  }),
})

/** The same of the answers to one administration, whatever it is about: a needs survey has no program. */
export const kirkpatrickOfAdministration = projection({
  ...kirkpatrick,
  name: 'kirkpatrickOfAdministration',
  by: ['administrationId'],
})

/**
 * The same of one class: what everybody was asked about it, whoever asked; how it ended; what it cost; and what a study
 * of this class alone recorded beside it. Facts that a study recorded of the whole program are not in it.
 */
export const kirkpatrickOfOffering = projection({
  ...kirkpatrick,
  name: 'kirkpatrickOfOffering',
  by: ['offeringId'],
})

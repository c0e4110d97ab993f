import type { MetricResult } from '../metrics/index.ts'
import { type Datum, say, word } from './document.ts'
import type { WordKey } from './languages/language.ts'

/** A figure, and what it is of. */
export type Told = {
  readonly calculator: string
  readonly of?: Readonly<Record<string, string | number>>
  readonly result: MetricResult
}

const words: Readonly<Record<string, WordKey>> = {
  responseRate: 'definition.responseRate',
  topTwoBox: 'definition.topTwoBox',
  subscaleScores: 'definition.subscaleScores',
  cronbachAlpha: 'definition.cronbachAlpha',
  meanGain: 'definition.meanGain',
  classNormalisedGain: 'definition.classNormalisedGain',
  passRate: 'definition.passRate',
  behaviourAdoption: 'definition.behaviourAdoption',
  meanOfUnits: 'definition.meanOfUnits',
  differenceInDifferences: 'definition.differenceInDifferences',
  controlGroupDifference: 'definition.controlGroupDifference',
  estimateBasedIsolation: 'definition.estimateBasedIsolation',
  postedCost: 'definition.postedCost',
  postedCosts: 'definition.postedCosts',
  benefitCostRatio: 'definition.benefitCostRatio',
  returnOnInvestment: 'definition.returnOnInvestment',
  itemDistribution: 'definition.itemDistribution',
  normalisedChange: 'definition.normalisedChange',
  pairedT: 'definition.pairedT',
  testReliability: 'definition.testReliability',
  straightLining: 'definition.straightLining',
  responseBias: 'definition.responseBias',
  itemDifficulty: 'definition.itemDifficulty',
  itemDiscrimination: 'definition.itemDiscrimination',
  applicationRate: 'definition.applicationRate',
  scrapLearning: 'definition.scrapLearning',
  requiredDriversIndex: 'definition.requiredDriversIndex',
  selfSupervisorAgreement: 'definition.selfSupervisorAgreement',
  followUpCompletion: 'definition.followUpCompletion',
  behaviourChange: 'definition.behaviourChange',
  kpiChange: 'definition.kpiChange',
  trendLineIsolation: 'definition.trendLineIsolation',
  fullyLoadedCost: 'definition.fullyLoadedCost',
  credibleBenefit: 'definition.credibleBenefit',
  paybackPeriod: 'definition.paybackPeriod',
  breakEvenAttribution: 'definition.breakEvenAttribution',
  roiSensitivity: 'definition.roiSensitivity',
  trainingCoverage: 'definition.trainingCoverage',
  trainingHoursPerEmployee: 'definition.trainingHoursPerEmployee',
  completionRate: 'definition.completionRate',
  participationRatio: 'definition.participationRatio',
  hoursPerLearner: 'definition.hoursPerLearner',
  onTimeCompletion: 'definition.onTimeCompletion',
  attendanceRate: 'definition.attendanceRate',
  noShowRate: 'definition.noShowRate',
  lateWithdrawalRate: 'definition.lateWithdrawalRate',
  seatFill: 'definition.seatFill',
  waitlistConversion: 'definition.waitlistConversion',
  trainerLoad: 'definition.trainerLoad',
  selfInitiatedShare: 'definition.selfInitiatedShare',
  incidentRate: 'definition.incidentRate',
  complianceRate: 'definition.complianceRate',
  overdueRate: 'definition.overdueRate',
  onScheduleDelivery: 'definition.onScheduleDelivery',
  knowledgeSharing: 'definition.knowledgeSharing',
  repeatParticipation: 'definition.repeatParticipation',
}

/** Options that the sentence of the definition tells already. */
const inTheSentence: Readonly<Record<string, readonly string[]>> = {
  topTwoBox: ['boxes'],
  differenceInDifferences: ['parallelTrends'],
  responseRate: ['answeredFrom'],
  subscaleScores: ['mean', 'answeredFrom'],
  complianceRate: ['waivedIsCompliant'],
  classNormalisedGain: ['gain'],
  estimateBasedIsolation: ['estimate'],
  benefitCostRatio: ['benefit'],
  returnOnInvestment: ['benefit'],
  trainingHoursPerEmployee: ['hours'],
  normalisedChange: ['gain'],
  itemDifficulty: ['notReached'],
  itemDiscrimination: ['index'],
  testReliability: ['form'],
  scrapLearning: ['definition'],
  selfSupervisorAgreement: ['weights', 'raters', 'of'],
  kpiChange: ['change', 'better'],
  fullyLoadedCost: ['participantTime'],
  credibleBenefit: ['source', 'isolation'],
  paybackPeriod: ['benefit'],
  breakEvenAttribution: ['benefit'],
  hoursPerLearner: ['denominator'],
  participationRatio: ['counted'],
}

const sentence = ({ calculator, of = {}, result }: Told): readonly Datum[] => {
  const key = words[calculator]
  if (key === undefined || result.status !== 'ok') return []
  const { min, max, adoptedFrom } = of
  return [
    {
      phrase: say(key, {
        boxes: Number(result.variant?.boxes ?? 2),
        steps:
          typeof min === 'number' && typeof max === 'number' ? max - min + 1 : { phrase: say('value.none') },
        from: { share: Number(adoptedFrom ?? 0) / 1000 },
        ...(calculator === 'estimateBasedIsolation' ? { n: result.n } : {}),
      }),
    },
  ]
}

/** What is divided by what, and the named options a figure was computed under. */
export const definition = (told: Told): Datum => {
  const { calculator, result } = told
  if (result.status !== 'ok') return { phrase: say('value.none') }
  const options = Object.entries(result.variant ?? {})
    .filter(([option]) => !inTheSentence[calculator]?.includes(option))
    .map(
      ([option, value]): Datum => ({
        phrase: say('evaluation.option', {
          option: word('variant', option),
          value:
            typeof value === 'number'
              ? { decimal: value, digits: Number.isInteger(value) ? 0 : 2 }
              : word(`variantValue.${option}`, String(value)),
        }),
      }),
    )
  return { list: [...sentence(told), ...options] }
}

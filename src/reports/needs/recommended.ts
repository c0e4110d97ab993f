import { type MetricResult, responseRate } from '../../metrics/index.ts'
import type { NeedsRecord, PlanRecord } from '../../records/index.ts'
import { ownersOf, type ProgramOnPlan, quartersOf } from '../annual-plan.ts'
import { type Block, column, type Datum, paragraph, phrase, type Recommendation } from '../document.ts'
import { none } from './scope.ts'

/** A survey that the report rests on: how it was asked, how many were asked, how many answered. */
export type NeedsSurvey = {
  readonly title: string
  /** How it was asked, and how people were drawn: in words of the host. */
  readonly method?: string
  /** Those it stands for, where only a sample of them was asked. */
  readonly population?: number
  readonly asked: number
  readonly answered: number
}

/** The plan, programs and surveys that only the host can put beside the record of the needs. */
export type NeedsReportInput = {
  /** The plan that answers the needs: its lines are what is recommended. */
  readonly plan?: PlanRecord
  /** Its programs: their owners, their quarters, and the objectives they will be measured by. */
  readonly programs?: readonly ProgramOnPlan[]
  readonly surveys?: readonly NeedsSurvey[]
}

/** The programs that are recommended: each with its need, cost, owner, quarter, and how it will be measured. */
export const recommendedFor = (
  { needs }: NeedsRecord,
  { plan, programs = [] }: NeedsReportInput,
): readonly Recommendation[] =>
  Object.entries(plan?.lines ?? {}).flatMap(([lineId, line]) => {
    const answered = line.needIds.filter((needId) => Object.hasOwn(needs, needId))
    if (plan === undefined || answered.length === 0) return []
    const own = programs.filter(({ program }) => Object.hasOwn(program.planned, `${plan.planId} ${lineId}`))
    const objectives = own.flatMap(({ program }) =>
      Object.entries(program.objectives).map(([id, { title }]) => title ?? id),
    )
    return [
      {
        action: line.title ?? lineId,
        because: { list: answered.map((needId) => needs[needId]?.title ?? needId), between: 'clause' },
        amount: { money: { minor: line.budget.minor, currency: line.budget.currency } },
        owner: { list: ownersOf(own) },
        due: { list: quartersOf(own) },
        measuredBy: { list: objectives, between: 'clause' },
      },
    ]
  })

/** The money of the recommended programs together, by currency. */
export const costOf = (recommended: readonly Recommendation[]): Datum | undefined => {
  const sums = new Map<string, number>()
  for (const { amount } of recommended)
    if (typeof amount === 'object' && 'money' in amount)
      sums.set(amount.money.currency, (sums.get(amount.money.currency) ?? 0) + amount.money.minor)
  return sums.size === 0
    ? undefined
    : { list: [...sums].map(([currency, minor]) => ({ money: { minor, currency, rounded: true } })) }
}

/** The sample of each survey and its response rate (回收率). */
export const surveysBlocks = (surveys: readonly NeedsSurvey[]): readonly Block[] =>
  surveys.length === 0
    ? [paragraph('needs.noSurvey')]
    : [
        {
          kind: 'table',
          caption: phrase('needs.surveys'),
          columns: [
            column('needs.column.survey'),
            column('needs.column.method'),
            column('needs.column.population', 'end'),
            column('needs.column.asked', 'end'),
            column('needs.column.answered', 'end'),
            column('metric.M30', 'end'),
          ],
          rows: surveys.map(({ title, method, population, asked, answered }) => [
            title,
            method ?? none,
            population ?? asked,
            asked,
            answered,
            { figure: rateOf(asked, answered), form: { withoutCount: true } },
          ]),
        },
      ]

const rateOf = (asked: number, answered: number): MetricResult =>
  responseRate({ eligible: asked, valid: Math.min(asked, answered) })

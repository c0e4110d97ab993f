import type { Days } from '../figures/index.ts'
import type { FunnelStep, HoursTable, MetricResult } from '../metrics/index.ts'
import { againstOf, type Compared, trendChart } from './against.ts'
import { barsOf, countPoint, hoursDatum, hoursPoint } from './charts.ts'
import { metricName, type NamedFigure } from './definition.ts'
import {
  type Block,
  codeWord,
  column,
  type Datum,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  pointOf,
  type Section,
  sentences,
  shadedFigure,
} from './document.ts'
import { byMetric, figuresTable } from './figures.ts'
import { type RequirementOnReport, requirementsTable } from './requirements.ts'
import { composed } from './told-place.ts'

/** Figures by their id in the metric catalog: `M06` is the completion rate. */
export type FiguresById = Readonly<Record<string, MetricResult>>

/** A table of a standard: `trainingHoursTable` by gender and by category, under the profile of the standard. */
export type HoursDisclosure = {
  readonly standard: 'GRI 404-1' | 'ESRS S1-13'
  readonly gender: HoursTable
  readonly category: HoursTable
  /** ESRS S1-13, 83 (a): how many of each gender took part in regular performance and career reviews, where the host knows. */
  readonly reviews?: Readonly<Record<string, { readonly people: number; readonly reviewed: number }>>
}

/** The year in figures: what `annualTrainingStatistics` answers, and what only the host knows. */
export type AnnualStatisticsInput = Compared & {
  /** Local days, `[from, to)`. */
  readonly period: Days
  readonly asOf: string
  /** The mean of the days of the period, and how many there were on its last day. */
  readonly headcount: number
  readonly employed?: { readonly on: string; readonly people: number }
  readonly figures: FiguresById
  /** The same figures of each part of the workforce; keep small parts back with `suppressSmallCells`. */
  readonly segments?: Readonly<Record<string, FiguresById>>
  /** Hours by segment under the rules of several standards, by the name of the standard. */
  readonly hours?: Readonly<Record<string, HoursTable>>
  /** The tables that GRI 404-1 and ESRS S1-13 ask for: hours by gender and by category of employee, under the rules of each. */
  readonly disclosures?: readonly HoursDisclosure[]
  readonly classHours?: { readonly total: MetricResult; readonly perEmployee: MetricResult }
  readonly culture?: {
    readonly selfInitiated: MetricResult
    readonly sharing: MetricResult
    readonly repeat: MetricResult
  }
  /** Of each requirement its title and its figures: `complianceByRequirement` gives them. */
  readonly compliance?: readonly RequirementOnReport[]
  readonly funnel?: readonly FunnelStep[]
  /** Whole minutes attended by kind of training, as the host sorts it. */
  readonly minutesByCategory?: Readonly<Record<string, number>>
}

/**
 * The annual training statistics (年度培训统计): who was reached, for how long, how many finished; by segment as a heat map,
 * hours under the rules of each standard, the way from request to pass, compliance and the culture of learning.
 *
 * @example
 * ```ts
 * import { annualStatisticsReport, en, toMarkdown } from 'training-ops/reports'
 * const report = annualStatisticsReport({
 *   period: { from: '2026-01-01', to: '2027-01-01' },
 *   asOf: '2027-01-01T00:00:00.000Z',
 *   headcount: 1_200,
 *   figures: {},
 * })
 * toMarkdown(report, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Annual training statistics 2026'
 * ```
 */
export const annualStatisticsReport = (input: AnnualStatisticsInput): Document =>
  composed('annualStatisticsReport', input, documentOf)

const documentOf = (input: AnnualStatisticsInput): Document => {
  const {
    period,
    asOf,
    headcount,
    employed,
    figures,
    segments = {},
    hours = {},
    culture,
    compliance = [],
  } = input
  const { funnel = [], minutesByCategory = {} } = input
  const all = byMetric(figures)
  return {
    title: phrase('statistics.title', { period: periodDatum(period) }),
    headline: headlineOf(input),
    targets: againstOf(all, input),
    blocks: [
      {
        kind: 'facts',
        facts: [
          [phrase('needs.period'), { period }],
          [phrase('transcript.asOf'), { day: asOf }],
          [phrase('statistics.headcount'), { decimal: headcount, digits: 1 }],
          ...(employed === undefined
            ? []
            : [[phrase('statistics.employedOn', { day: { day: employed.on } }), employed.people] as const]),
          ...(input.classHours === undefined ? [] : classHoursFacts(input.classHours)),
        ],
      },
      ...figuresTable(all),
      ...(input.previous === undefined ? sharesChart(all) : trendChart(all, input)),
    ],
    sections: [
      ...(Object.keys(segments).length === 0 ? [] : [segmentsSection(segments)]),
      ...(Object.keys(hours).length === 0 ? [] : [hoursSection(hours)]),
      ...(input.disclosures ?? []).map(disclosureSection),
      ...(Object.keys(minutesByCategory).length === 0 ? [] : [categoriesSection(minutesByCategory)]),
      ...(funnel.length === 0 ? [] : [funnelSection(funnel)]),
      ...(compliance.length === 0 ? [] : [complianceSection(compliance)]),
      ...(culture === undefined ? [] : [cultureSection(culture)]),
      {
        heading: phrase('evaluation.reading.heading'),
        blocks: [paragraph('evaluation.reading.text'), paragraph('statistics.reading')],
      },
    ],
  }
}

const none: Datum = { phrase: phrase('value.none') }

/** How many were reached, for how long, and how it ended; the part that came least; whether what is owed is held. */
const headlineOf = ({ figures, segments = {}, compliance = [] }: AnnualStatisticsInput): Phrase => {
  const told = (figure: MetricResult | undefined): Datum =>
    figure === undefined ? none : { figure, form: { withoutCount: true } }
  const lowest = <One>(all: readonly One[], of: (one: One) => MetricResult | undefined): One | undefined => {
    const known = all.flatMap((one) => {
      const figure = of(one)
      return figure?.status === 'ok' ? [{ one, value: figure.value }] : []
    })
    return known.sort((a, b) => a.value - b.value)[0]?.one
  }
  const least = lowest(Object.entries(segments), ([, own]) => own.M01)
  const owed = lowest(compliance, (one) => one.figures.M26)
  return sentences(
    phrase('statistics.headline', {
      coverage: told(figures.M01),
      hours: told(figures.M03),
      completion: told(figures.M06),
    }),
    least &&
      phrase('statistics.headline.least', { segment: segmentName(least[0]), share: told(least[1].M01) }),
    owed && phrase('statistics.headline.owed', { requirement: owed.title, share: told(owed.figures.M26) }),
  )
}

/** A calendar year is told as its number. */
const periodDatum = ({ from, to }: Days): Datum =>
  from.endsWith('-01-01') && to === `${Number(from.slice(0, 4)) + 1}-01-01`
    ? from.slice(0, 4)
    : { period: { from, to } }

const classHoursFacts = ({ total, perEmployee }: NonNullable<AnnualStatisticsInput['classHours']>) => {
  const minutes = total.status === 'ok' ? Number(total.variant?.minutesPerClassHour ?? 45) : 45
  return [
    [phrase('statistics.classHours', { minutes }), { figure: total }],
    [phrase('statistics.classHoursEach', { minutes }), { figure: perEmployee }],
  ] as const
}

/** Shares go into one picture; what cannot be measured keeps its place there. */
const sharesChart = (all: readonly NamedFigure[]) =>
  barsOf(
    phrase('statistics.shares'),
    all
      .filter(({ result }) => result.status !== 'ok' || result.unit === 'ratio')
      .filter(({ metric }) => metric !== 'M02')
      .map(({ metric, result }) => ({ of: metricName(metric), point: pointOf(result) })),
  )

/** Those that are told of each segment, in this order, where they were asked for. */
const bySegment = ['M01', 'M03', 'M06', 'M08', 'M09', 'M23'] as const

const segmentName = (segment: string): Datum =>
  segment === 'outsideWorkforce' ? { phrase: phrase('statistics.outside') } : codeWord('term', segment)

const segmentsSection = (segments: NonNullable<AnnualStatisticsInput['segments']>): Section => {
  const names = Object.keys(segments)
  const shown = bySegment.filter((id) => names.some((name) => segments[name]?.[id] !== undefined))
  return {
    heading: phrase('statistics.bySegment'),
    blocks: [
      paragraph('statistics.shaded'),
      {
        kind: 'table',
        columns: [column('statistics.segment'), ...shown.map((id) => column(`metric.${id}`, 'end'))],
        rows: names.map((name) => [
          segmentName(name),
          ...shown.map((id): Datum => {
            const figure = segments[name]?.[id]
            if (figure === undefined) return none
            return figure.status === 'ok' && figure.unit !== 'ratio' ? { figure } : shadedFigure(figure)
          }),
        ]),
      },
      ...barsOf(
        phrase('metric.M03'),
        names.flatMap((name) => {
          const figure = segments[name]?.M03
          return figure === undefined ? [] : [{ of: segmentName(name), point: pointOf(figure) }]
        }),
      ),
    ],
  }
}

const hoursSection = (hours: NonNullable<AnnualStatisticsInput['hours']>): Section => {
  const profiles = Object.entries(hours)
  const names = [...new Set(profiles.flatMap(([, table]) => Object.keys(table.segments)))]
  return {
    heading: phrase('statistics.hours'),
    blocks: [
      paragraph('statistics.hoursText'),
      {
        kind: 'table',
        columns: [
          column('statistics.segment'),
          ...profiles.map(([profile]) => ({
            head: phrase('evaluation.statement', { statement: codeWord('profile', profile) }),
            align: 'end' as const,
          })),
        ],
        rows: [
          ...names.map((name) => [
            segmentName(name),
            ...profiles.map(([, { segments }]): Datum => {
              const one = segments[name]
              return one === undefined ? none : { figure: one.hours }
            }),
          ]),
          [
            { phrase: phrase('statistics.total') },
            ...profiles.map(([, { total }]): Datum => ({ figure: total.hours })),
          ],
        ],
      },
    ],
  }
}

/** A standard's own table: a line for each gender and each category, with heads, hours and their mean; below it, reviews by gender. */
const disclosureSection = ({ standard, gender, category, reviews }: HoursDisclosure): Section => {
  const lines = ({ segments }: HoursTable, by: Datum): readonly (readonly Datum[])[] =>
    Object.entries(segments).map(([name, { headcount, minutes, hours }]) => [
      by,
      codeWord('term', name),
      { decimal: headcount, digits: 1 },
      hoursDatum(minutes),
      { figure: hours, form: { withoutCount: true } },
    ])
  const { headcount, minutes, hours } = gender.total
  return {
    heading: phrase(standard === 'GRI 404-1' ? 'statistics.gri' : 'statistics.esrs'),
    blocks: [
      {
        kind: 'table',
        columns: [
          column('statistics.breakdown'),
          column('statistics.group'),
          column('statistics.heads', 'end'),
          column('transcript.hours', 'end'),
          column('metric.M03', 'end'),
        ],
        rows: [
          ...lines(gender, { phrase: phrase('statistics.gender') }),
          ...lines(category, { phrase: phrase('statistics.employeeCategory') }),
          [
            { phrase: phrase('statistics.total') },
            none,
            { decimal: headcount, digits: 1 },
            hoursDatum(minutes),
            { figure: hours, form: { withoutCount: true } },
          ],
        ],
      },
      paragraph(standard === 'GRI 404-1' ? 'statistics.gri.rule' : 'statistics.esrs.rule'),
      ...(standard === 'GRI 404-1' ? [] : [reviewsBlock(reviews)]),
    ],
  }
}

const reviewsBlock = (reviews: HoursDisclosure['reviews']): Block =>
  reviews === undefined
    ? paragraph('statistics.esrs.noReviews')
    : {
        kind: 'table',
        caption: phrase('statistics.esrs.reviews'),
        columns: [
          column('statistics.gender'),
          column('statistics.heads', 'end'),
          column('statistics.esrs.reviewed', 'end'),
          column('statistics.esrs.share', 'end'),
        ],
        rows: Object.entries(reviews).map(([name, { people, reviewed }]) => [
          codeWord('term', name),
          people,
          reviewed,
          people === 0 ? none : { share: reviewed / people },
        ]),
      }

const categoriesSection = (minutes: Readonly<Record<string, number>>): Section => {
  const all = Object.values(minutes).reduce((sum, some) => sum + some, 0)
  const inOrder = Object.entries(minutes).sort(([, a], [, b]) => b - a)
  return {
    heading: phrase('statistics.byCategory'),
    blocks: [
      {
        kind: 'table',
        columns: [
          column('statistics.category'),
          column('transcript.hours', 'end'),
          column('statistics.ofAll', 'end'),
        ],
        rows: inOrder.map(([category, some]) => [
          codeWord('term', category),
          hoursDatum(some),
          all === 0 ? none : { share: some / all },
        ]),
      },
      ...barsOf(
        phrase('statistics.byCategory'),
        inOrder.map(([category, some]) => ({ of: codeWord('term', category), point: hoursPoint(some) })),
      ),
    ],
  }
}

const funnelSection = (steps: readonly FunnelStep[]): Section => ({
  heading: phrase('statistics.funnel'),
  blocks: [
    {
      kind: 'table',
      columns: [
        column('statistics.stage'),
        column('statistics.enrolments', 'end'),
        column('statistics.ofPrevious', 'end'),
        column('statistics.ofFirst', 'end'),
      ],
      rows: steps.map(({ stage, count, ofPrevious, ofFirst }, at) => [
        { phrase: phrase(`stage.${stage}`) },
        count,
        at === 0 ? none : { figure: ofPrevious },
        at === 0 ? none : { figure: ofFirst },
      ]),
    },
    ...barsOf(
      phrase('statistics.funnel'),
      steps.map(({ stage, count }) => ({
        of: { phrase: phrase(`stage.${stage}`) },
        point: countPoint(count),
      })),
    ),
  ],
})

const complianceSection = (requirements: readonly RequirementOnReport[]): Section => ({
  heading: phrase('statistics.compliance'),
  blocks: [requirementsTable(requirements)],
})

const cultureSection = ({
  selfInitiated,
  sharing,
  repeat,
}: NonNullable<AnnualStatisticsInput['culture']>): Section => ({
  heading: phrase('statistics.culture'),
  blocks: [
    paragraph('statistics.cultureText'),
    ...figuresTable([
      { metric: 'M23', result: selfInitiated },
      { metric: 'M21b', result: sharing },
      { metric: 'M02b', result: repeat },
    ]),
  ],
})

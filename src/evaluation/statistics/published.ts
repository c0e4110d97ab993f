/**
 * The figures of a year, as they were published; a fact of that year that is put right later flags them. A module of its own: a
 * host that publishes figures adds it to the lifecycle.
 */
import type { DeliveryEvent } from '../../delivery/events.ts'
import {
  accepted,
  defineDecision,
  defineModule,
  intent,
  onlyFrom,
  policies,
  projections,
  refusedBy,
} from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import { dayIn, type Period, saysTheSame } from '../../vocabulary/index.ts'
import type { PublishedFigure } from '../figure.ts'
import { statisticsCommands as commands } from './commands.ts'
import { type StatisticsEvent, statisticsEvents, statisticsTag } from './events.ts'
import { type StatisticsStatus, statisticsMoves } from './status.ts'

const events = statisticsEvents.make
const projection = projections<StatisticsEvent>()

export type PublishedStatistics = {
  status: StatisticsStatus
  /** The figures that stand: they never change but by a restatement. */
  figures: readonly PublishedFigure[]
  /** Since when a fact that they rest on is another: they are to be restated. */
  outdatedAt?: string
}

const stand = (statistics: PublishedStatistics, { figures }: { figures: readonly PublishedFigure[] }) => {
  statistics.figures = figures
  if (statistics.outdatedAt !== undefined) delete statistics.outdatedAt
}

/** The published figures of one year, and whether they still hold. */
export const publishedStatistics = projection({
  name: 'publishedStatistics',
  by: ['statisticsId'],
  initial: (): PublishedStatistics => ({ status: 'none', figures: [] }),
  on: [
    statisticsMoves,
    {
      StatisticsPublished: stand,
      StatisticsRestated: stand,
      StatisticsFlagged: (statistics, { at }) => {
        statistics.outdatedAt = at
      },
    },
  ],
})

type Published = { statisticsId: string; from: string; to: string; zone: string }

/** The periods of which figures are out. */
const publishedPeriods = projection({
  name: 'publishedPeriods',
  tag: statisticsTag,
  initial: (): { all: Published[] } => ({ all: [] }),
  on: {
    StatisticsPublished: ({ all }, { statisticsId, period, zone }) => {
      all.push({ statisticsId, ...period, zone })
    },
  },
})

const publishStatistics = defineDecision({
  command: commands.PublishStatistics,
  reads: { publishedStatistics },
  decide: (command, { publishedStatistics: { status } }) =>
    refusedBy(onlyFrom(status, ['none'], 'PublishStatistics')) ??
    accepted(events.StatisticsPublished(command)),
})

/** The same figures again take the flag off, and change nothing where there is none. */
const restateStatistics = defineDecision({
  command: commands.RestateStatistics,
  reads: { publishedStatistics },
  decide: (command, { publishedStatistics: { status, figures } }) =>
    refusedBy(onlyFrom(status, ['published', 'outdated'], 'RestateStatistics')) ??
    (status === 'published' && saysTheSame(figures, command.figures)
      ? accepted()
      : accepted(events.StatisticsRestated(command))),
})

/** Flagged once, until they are restated. */
const flagStatistics = defineDecision({
  command: commands.FlagStatistics,
  reads: { publishedStatistics },
  decide: (command, { publishedStatistics: { status } }) =>
    refusedBy(onlyFrom(status, ['published', 'outdated'], 'FlagStatistics')) ??
    (status === 'outdated' ? accepted() : accepted(events.StatisticsFlagged(command))),
})

const policy = policies<DeliveryEvent | StatisticsEvent>()
const reads = { publishedPeriods }

/** Flags the figures of each period in which one of these instants is, by its own zone. */
const flagged = (
  at: string,
  instants: readonly string[],
  { publishedPeriods: { all } }: { readonly publishedPeriods: { readonly all: readonly Published[] } },
  cause: string,
) =>
  all
    .filter(({ from, to, zone }) =>
      instants.some((one) => {
        const day = one.length === 10 ? one : dayIn(one, zone)
        return from <= day && day < to
      }),
    )
    .map(({ statisticsId }) => intent(commands.FlagStatistics, { at, statisticsId, cause }))

/** A completion that was judged anew flags the published figures of its year: of the day it was reached, and of the class. */
const aReassessedCompletionFlagsTheYear = policy({
  name: 'aReassessedCompletionFlagsTheYear',
  when: 'CompletionReassessed',
  reads,
  react: ({ at, closedAt, endedAt = closedAt }, known) =>
    flagged(at, [closedAt, endedAt], known, 'completionReassessed'),
})

/** So does attendance that was put right. */
const correctedAttendanceFlagsTheYear = policy({
  name: 'correctedAttendanceFlagsTheYear',
  when: 'AttendanceCorrected',
  reads,
  react: ({ at, on }, known) => flagged(at, [on], known, 'attendanceCorrected'),
})

/** So does a session that was held at other hours, or taught by others. */
const aCorrectedDeliveryFlagsTheYear = policy({
  name: 'aCorrectedDeliveryFlagsTheYear',
  when: 'DeliveryCorrected',
  reads,
  react: ({ at, actualStart, was }, known) =>
    flagged(at, [actualStart, was.actualStart], known, 'deliveryCorrected'),
})

/** So does a class that never was. */
const aVoidedOfferingFlagsTheYear = policy({
  name: 'aVoidedOfferingFlagsTheYear',
  when: 'OfferingVoided',
  reads,
  react: ({ at, held }, known) =>
    flagged(
      at,
      held.map(({ actualStart }) => actualStart),
      known,
      'offeringVoided',
    ),
})

/** The period that a plan is for. */
const plannedPeriod = projections<PlanningEvent>()({
  name: 'plannedPeriod',
  by: ['planId'],
  initial: (): { period?: Period } => ({}),
  on: {
    PlanDrafted: (plan, { period }) => {
      plan.period = period
    },
  },
})

/** So does a cost that is taken back, in whole or in part: it flags the years that its plan is for. */
const aCostTakenBackFlagsTheYear = policies<PlanningEvent>()({
  name: 'aCostTakenBackFlagsTheYear',
  when: 'CostPosted',
  reads: { ...reads, plannedPeriod },
  react: ({ at, creditsInvoice }, { publishedPeriods: { all }, plannedPeriod: { period } }) =>
    creditsInvoice === undefined || period === undefined
      ? []
      : all
          .filter(({ from, to }) => from < period.to && period.from < to)
          .map(({ statisticsId }) =>
            intent(commands.FlagStatistics, { at, statisticsId, cause: 'costTakenBack' }),
          ),
})

/**
 * Published figures of a period, and the flag that says since when they rest on other facts. Not a part of the lifecycle: add it.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle, statistics } from 'training-ops'
 * const training = assemble([...lifecycle, statistics], {}, { trusted: true })
 * training.permissions.PublishStatistics // => ['operations']
 * ```
 */
export const statistics = defineModule({
  name: 'statistics',
  dependsOn: ['delivery'],
  events: statisticsEvents,
  decisions: [publishStatistics, restateStatistics, flagStatistics],
  policies: [
    aReassessedCompletionFlagsTheYear,
    correctedAttendanceFlagsTheYear,
    aCorrectedDeliveryFlagsTheYear,
    aVoidedOfferingFlagsTheYear,
  ],
  withModules: { planning: [aCostTakenBackFlagsTheYear] },
  projections: [publishedStatistics],
  permissions: {
    PublishStatistics: ['operations'],
    RestateStatistics: ['operations'],
    FlagStatistics: ['operations'],
  },
})

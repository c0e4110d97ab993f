import { isSeated } from '../delivery/enrolment/status.ts'
import {
  incidentRateAccumulator,
  incidentRateEntry,
  knowledgeSharingAccumulator,
  knowledgeSharingEntry,
  meanTimeToResolveAccumulator,
  meanTimeToResolveEntry,
  onScheduleDeliveryAccumulator,
  onScheduleDeliveryEntry,
  planStabilityAccumulator,
  planStabilityEntry,
  questionRateAccumulator,
  questionRateEntry,
  seatFillAccumulator,
  seatFillEntry,
  trainerLoadAccumulator,
  trainerLoadEntry,
} from '../metrics/index.ts'
import type { SessionRecord } from '../records/offering/calendar.ts'
import { dayIn, minutesBetween } from '../vocabulary/index.ts'
import { figureFrom } from './figure.ts'
import { attendancesIn, type Slice, within } from './question.ts'

/** Sessions whose day is in the period, those that were called off as well. */
const sessionsIn = ({ classes, period }: Slice): readonly (SessionRecord & { readonly day: string })[] =>
  classes.flatMap(({ record }) =>
    Object.values(record.calendar)
      .map((session) => ({ ...session, day: dayIn(session.start, session.zone) }))
      .filter(({ day }) => within(period, day)),
  )

const heldIn = (slice: Slice) => sessionsIn(slice).filter(({ status }) => status === 'held')

const incidentsIn = ({ classes, period, zone }: Slice) =>
  classes
    .flatMap(({ record }) => Object.values(record.incidents))
    .filter(({ reportedAt }) => within(period, dayIn(reportedAt, zone)))

/** M11. Of classes that are over. */
export const seatFillFigure = figureFrom({
  entry: seatFillEntry,
  of: 'classes',
  accumulator: () => seatFillAccumulator,
  itemsOf: ({ classes, enrolments }) => {
    const confirmed = new Map<unknown, number>()
    for (const { of, record } of enrolments)
      if (isSeated(record.status)) confirmed.set(of, (confirmed.get(of) ?? 0) + 1)
    return classes
      .filter(({ isOver, record }) => isOver && record.status !== 'cancelled')
      .map((one) => ({
        confirmed: confirmed.get(one) ?? 0,
        capacity: one.record.capacity.max ?? ('unlimited' as const),
      }))
  },
})

/** M15, of sessions: held on the day they were to be, of all whose end has passed. */
export const sessionsOnScheduleFigure = figureFrom({
  entry: onScheduleDeliveryEntry,
  of: 'classes',
  options: { of: 'sessions' },
  accumulator: () => onScheduleDeliveryAccumulator,
  itemsOf: (slice) =>
    sessionsIn(slice)
      .filter(({ status, end }) => status !== 'cancelled' && end <= slice.asOf)
      .map(({ actualStart, zone, day }) => ({
        byMilestone: actualStart !== undefined && dayIn(actualStart, zone) === day ? 1 : 0,
        due: 1,
      })),
})

/** M16. Sessions neither moved nor called off at short notice; `withinDays` is what counts as short. */
export const planStabilityFigure = figureFrom({
  entry: planStabilityEntry,
  of: 'classes',
  options: { withinDays: 7 },
  accumulator: ({ withinDays }) => planStabilityAccumulator({ withinDays }),
  itemsOf: sessionsIn,
})

/** M21b. Sessions held of classes of kind `knowledgeSharing`, for each hundred people. */
export const knowledgeSharingFigure = figureFrom({
  entry: knowledgeSharingEntry,
  of: 'classes',
  accumulator: () => knowledgeSharingAccumulator,
  itemsOf: (slice) => {
    const classes = slice.classes.filter(({ record }) => record.kind === 'knowledgeSharing')
    return [{ sessions: heldIn({ ...slice, classes }).length, headcount: slice.headcount }]
  },
})

/** M22. */
export const trainerLoadFigure = figureFrom({
  entry: trainerLoadEntry,
  of: 'classes',
  accumulator: () => trainerLoadAccumulator,
  itemsOf: (slice) =>
    heldIn(slice).flatMap(({ trainerIds, actualStart = '', actualEnd = '' }) =>
      trainerIds.map((trainer) => ({ trainer, minutes: minutesBetween(actualStart, actualEnd) })),
    ),
})

/** M24. Questions for each hour a learner was there. */
export const questionRateFigure = figureFrom({
  entry: questionRateEntry,
  of: 'classes',
  accumulator: () => questionRateAccumulator,
  itemsOf: (slice) => [
    {
      questions: slice.classes
        .flatMap(({ record, sessions }) =>
          Object.entries(record.interactions).filter(([id]) =>
            within(slice.period, sessions.get(id)?.day ?? ''),
          ),
        )
        .reduce((sum, [, { question }]) => sum + (question?.count ?? 0), 0),
      attendedMinutes: [...attendancesIn(slice)].reduce((sum, { minutes }) => sum + minutes, 0),
    },
  ],
})

/** M25. Incidents for each session held. */
export const incidentRateFigure = figureFrom({
  entry: incidentRateEntry,
  of: 'classes',
  accumulator: () => incidentRateAccumulator,
  itemsOf: (slice) => [{ incidents: incidentsIn(slice).length, sessions: heldIn(slice).length }],
})

/** M25b. Hours from report to resolution. */
export const timeToResolveFigure = figureFrom({
  entry: meanTimeToResolveEntry,
  of: 'classes',
  accumulator: () => meanTimeToResolveAccumulator,
  itemsOf: incidentsIn,
})

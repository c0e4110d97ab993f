/** What the page shows of an instant: records folded up to it, and the library's views of them. */
import {
  type AnyFigure,
  alignmentRows,
  attendanceFigure,
  boardOf,
  completionFigure,
  complianceFigure,
  coverageFigure,
  type Employee,
  enrolmentRecord,
  figureOf,
  gapCells,
  gapHeatmap,
  hoursPerEmployeeFigure,
  learnerRecord,
  needsRecord,
  noShowFigure,
  obligations,
  offeringRecord,
  planRecord,
  planVsActualIn,
  programRecord,
  requirement,
  rosterOf,
  seatFillFigure,
  trainingStatistics,
  type View,
  waitlistConversionFigure,
} from 'training-ops'
import type { MetricResult } from 'training-ops/metrics'
import type {
  ClassRow,
  Duty,
  FigureRow,
  Frame,
  GapRow,
  HeatCell,
  Link,
  LogEvent,
  Look,
  Mode,
  Moment,
  PlanRow,
  Seat,
  Span,
  Year,
} from './protocol.ts'
import { subjectsOf } from './subjects.ts'

export const zone = 'Asia/Shanghai'
export const period = { from: '2025-01-01', to: '2026-01-01' }

/** When it was so; an event without an instant was always so. */
export const atOf = ({ data }: LogEvent): string => (typeof data.at === 'string' ? data.at : '')

/** The instant that counts: when it was so, or when the host learnt it. */
export const timeIn = (mode: Mode) => (event: LogEvent) =>
  mode === 'known' && event.metadata?.recordedAt !== undefined ? event.metadata.recordedAt : atOf(event)

/** The records that the page is made from. */
export const recordProjections = {
  enrolments: enrolmentRecord,
  offerings: offeringRecord,
  plans: planRecord,
  programs: programRecord,
  needs: needsRecord,
  levels: gapHeatmap,
  learners: learnerRecord,
  requirements: requirement,
} as const
type Projections = typeof recordProjections
export type RecordName = keyof Projections
export const recordNames = Object.keys(recordProjections) as readonly RecordName[]
export type Records = { readonly [Name in RecordName]: View<Projections[Name]> } & { readonly events: number }

const recordsIn = (events: readonly LogEvent[], mode: Mode): ((at: string) => Records) => {
  const time = timeIn(mode)
  const views = recordNames.map((name) => [name, subjectsOf(recordProjections[name], events, time)] as const)
  const times = events.map(time).sort()
  return (at) =>
    ({
      ...Object.fromEntries(views.map(([name, viewAt]) => [name, viewAt(at)])),
      events: times.findLastIndex((time) => time <= at) + 1,
    }) as Records
}

export type Frames = {
  readonly people: readonly Employee[]
  readonly span: Span
  readonly records: (moment: Moment) => Records
  readonly at: (look: Look) => Frame
}

const week = 7 * 86_400_000

const spanOf = (events: readonly LogEvent[]): Span => {
  const times = events
    .map(atOf)
    .filter((at) => at !== '')
    .sort()
  const [first, last] = [times[0] ?? '2025-01-01T00:00:00.000Z', '2025-12-31T16:00:00.000Z']
  const begins = Date.parse(first)
  const weeks = Array.from({ length: Math.ceil((Date.parse(last) - begins) / week) }, () => 0)
  for (const time of times) {
    const at = Math.floor((Date.parse(time) - begins) / week)
    if (weeks[at] !== undefined) weeks[at]++
  }
  return { first, last, total: events.length, weeks }
}

export const framesOf = ({ events, people }: Year): Frames => {
  const of: Partial<Record<Mode, ReturnType<typeof recordsIn>>> = {}
  const records = ({ at, mode }: Moment): Records => {
    of[mode] ??= recordsIn(events, mode)
    return of[mode](at)
  }
  return {
    people,
    span: spanOf(events),
    records,
    at: (look) => frameOf(look, records(look.moment), people),
  }
}

const frameOf = ({ moment, offeringId }: Look, records: Records, people: readonly Employee[]): Frame => ({
  moment,
  offeringId,
  events: records.events,
  classes: classesIn(records),
  seats: seatsIn(records, offeringId),
  duties: dutiesIn(moment, records, people),
  plan: planIn(moment, records),
  heat: heatIn(records, people),
  gaps: gapsIn(moment, records),
  chain: chainIn(records),
})

export const classesIn = ({ offerings, enrolments }: Records): readonly ClassRow[] =>
  Object.entries(boardOf({ offerings, enrolments }))
    .filter(([, { status }]) => status !== 'unknown')
    .map(([id, one]) => ({
      id,
      title: one.title,
      status: one.status,
      starts: one.starts || (one.plannedAtFirst[0]?.start ?? ''),
      ends: one.ends || (one.plannedAtFirst.at(-1)?.end ?? ''),
      min: one.capacity.min,
      max: one.capacity.max,
      ...one.enrolments,
    }))
    .sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0))

export const seatsIn = ({ enrolments }: Records, offeringId: string): readonly Seat[] =>
  rosterOf(enrolments, offeringId)
    .map(({ learnerId, status, history }) => ({ learnerId, status, since: history.at(-1)?.at ?? '' }))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))

const employedOn = (people: readonly Employee[], day: string): readonly Employee[] =>
  people.filter(({ hiredOn, leftOn }) => hiredOn <= day && (leftOn === undefined || leftOn >= day))

const obligationsIn = ({ at }: Moment, { requirements, learners }: Records, people: readonly Employee[]) =>
  obligations({
    workforce: employedOn(people, at.slice(0, 10)),
    requirements,
    records: learners,
    asOf: at,
    zone,
  })

export const dutiesIn = (moment: Moment, records: Records, people: readonly Employee[]): readonly Duty[] => {
  const departments = new Map(people.map(({ learnerId, segment }) => [learnerId, segment.department ?? '']))
  return obligationsIn(moment, records, people).map(({ requirementId, learnerId, state, due = '' }) => ({
    requirementId,
    learnerId,
    department: departments.get(learnerId) ?? '',
    state,
    due,
  }))
}

export const planIn = ({ at }: Moment, records: Records): readonly PlanRow[] =>
  Object.entries(records.plans).flatMap(([planId, plan]) =>
    planVsActualIn(records, { planId, on: at.slice(0, 10) }).map(({ lineId, headcount }) => {
      const line = plan.lines[lineId]
      return {
        lineId,
        title: line?.title ?? lineId,
        ...headcount,
        budget: line?.budget.minor ?? 0,
        posted: line?.posted ?? 0,
        currency: line?.budget.currency ?? 'CNY',
      }
    }),
  )

/** Minutes attended, by department and month: `sales 2025-03`. */
export const minutesIn = (
  { enrolments }: Records,
  people: readonly Employee[],
): ReadonlyMap<string, number> => {
  const departments = new Map(people.map(({ learnerId, segment }) => [learnerId, segment.department ?? '']))
  const minutes = new Map<string, number>()
  for (const { learnerId, attended } of Object.values(enrolments))
    for (const one of Object.values(attended)) {
      const cell = `${departments.get(learnerId)} ${one.on.slice(0, 7)}`
      minutes.set(cell, (minutes.get(cell) ?? 0) + one.minutes)
    }
  return minutes
}

const heatIn = (records: Records, people: readonly Employee[]): readonly HeatCell[] =>
  [...minutesIn(records, people)].map(([cell, total]) => {
    const [row = '', column = ''] = cell.split(' ')
    return { row, column, value: Math.round(total / 60) }
  })

export const gapsIn = ({ at }: Moment, { levels }: Records): readonly GapRow[] =>
  Object.values(levels).flatMap((map) =>
    gapCells(map, { asOf: at }).map(
      ({ role, competency, requiredLevel, assessed, holders, missingLevels }) => ({
        role,
        competency,
        required: requiredLevel,
        assessed,
        holders,
        missing: missingLevels,
      }),
    ),
  )

export const chainIn = (records: Records): readonly Link[] => {
  const needTitles = new Map(
    Object.values(records.needs).flatMap(({ needs }) =>
      Object.entries(needs).map(([id, { title }]) => [id, title] as const),
    ),
  )
  const kinds = new Map(
    Object.values(records.needs).flatMap(({ scope }) =>
      (scope?.drivers ?? []).map(({ driver, kind }) => [driver, kind] as const),
    ),
  )
  return alignmentRows(records).map(({ driver = '', needId, programId, objectiveId = '', measure = '' }) => ({
    driver,
    ...(kinds.has(driver) ? { kind: kinds.get(driver) as string } : {}),
    need: needId === undefined ? '' : (needTitles.get(needId) ?? needId),
    program: programId === undefined ? '' : (records.programs[programId]?.title ?? programId),
    objective:
      (programId === undefined ? undefined : records.programs[programId]?.objectives[objectiveId]?.title) ??
      objectiveId,
    measure,
    ...(needId === undefined ? {} : { needId }),
    ...(programId === undefined ? {} : { programId }),
  }))
}

const trainingFigures: Readonly<Record<string, AnyFigure>> = {
  M01: coverageFigure,
  M03: hoursPerEmployeeFigure,
  M06: completionFigure,
  M08: attendanceFigure,
  M09: noShowFigure,
  M11: seatFillFigure,
  M12: waitlistConversionFigure,
}

/** The figures in the order they are shown. */
export const shownMetrics = [...Object.keys(trainingFigures), 'M26']

const trainingQuestion = (
  { at }: Moment,
  { enrolments, offerings }: Records,
  people: readonly Employee[],
) => ({
  enrolments,
  offerings,
  workforce: employedOn(people, at.slice(0, 10)),
  period,
  asOf: at,
  zone,
})
const owedAt = (moment: Moment, records: Records, people: readonly Employee[]) => ({
  today: moment.at.slice(0, 10),
  obligations: obligationsIn(moment, records, people),
})

/** One figure of the page. `headcount` stands for the mean of the year where a part of the staff is looked at. */
export const figureIn = (
  metric: string,
  moment: Moment,
  records: Records,
  people: readonly Employee[],
  headcount: number,
): MetricResult => {
  const figure = trainingFigures[metric]
  return figure === undefined
    ? figureOf(complianceFigure, owedAt(moment, records, people))
    : figureOf(figure, { ...trainingQuestion(moment, records, people), headcount })
}

export const figuresAt = (frames: Frames, moment: Moment): readonly FigureRow[] => {
  const records = frames.records(moment)
  const figures: Readonly<Record<string, MetricResult>> = {
    ...trainingStatistics(trainingQuestion(moment, records, frames.people)),
    M26: figureOf(complianceFigure, owedAt(moment, records, frames.people)),
  }
  return shownMetrics.flatMap((metric) => {
    const result = figures[metric]
    return result === undefined ? [] : [{ metric, result }]
  })
}

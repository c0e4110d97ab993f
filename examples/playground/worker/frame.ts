/** What the page shows of an instant: records folded up to it, and the library's views of them. */
import {
  alignmentRows,
  boardOf,
  complianceFigure,
  type Employee,
  enrolmentRecord,
  figureOf,
  gapCells,
  gapHeatmap,
  learnerRecord,
  needsRecord,
  obligations,
  offeringRecord,
  overdueFigure,
  planRecord,
  planVsActualIn,
  programRecord,
  requirement,
  rosterOf,
  trainingStatistics,
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

const recordsIn = (events: readonly LogEvent[], mode: Mode) => {
  const time = timeIn(mode)
  const of = {
    enrolments: subjectsOf(enrolmentRecord, events, time),
    offerings: subjectsOf(offeringRecord, events, time),
    plans: subjectsOf(planRecord, events, time),
    programs: subjectsOf(programRecord, events, time),
    needs: subjectsOf(needsRecord, events, time),
    levels: subjectsOf(gapHeatmap, events, time),
    learners: subjectsOf(learnerRecord, events, time),
    requirements: subjectsOf(requirement, events, time),
  }
  const times = events.map(time).sort()
  return (at: string) => ({
    enrolments: of.enrolments(at),
    offerings: of.offerings(at),
    plans: of.plans(at),
    programs: of.programs(at),
    needs: of.needs(at),
    levels: of.levels(at),
    learners: of.learners(at),
    requirements: of.requirements(at),
    events: times.findLastIndex((time) => time <= at) + 1,
  })
}
type Records = ReturnType<ReturnType<typeof recordsIn>>

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

const classesIn = ({ offerings, enrolments }: Records): readonly ClassRow[] =>
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

const seatsIn = ({ enrolments }: Records, offeringId: string): readonly Seat[] =>
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

const dutiesIn = (moment: Moment, records: Records, people: readonly Employee[]): readonly Duty[] => {
  const departments = new Map(people.map(({ learnerId, segment }) => [learnerId, segment.department ?? '']))
  return obligationsIn(moment, records, people).map(({ learnerId, state, due = '' }) => ({
    learnerId,
    department: departments.get(learnerId) ?? '',
    state,
    due,
  }))
}

const planIn = ({ at }: Moment, records: Records): readonly PlanRow[] =>
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

/** Hours attended, by department and month. */
const heatIn = ({ enrolments }: Records, people: readonly Employee[]): readonly HeatCell[] => {
  const departments = new Map(people.map(({ learnerId, segment }) => [learnerId, segment.department ?? '']))
  const minutes = new Map<string, number>()
  for (const { learnerId, attended } of Object.values(enrolments))
    for (const one of Object.values(attended)) {
      const cell = `${departments.get(learnerId)} ${one.on.slice(0, 7)}`
      minutes.set(cell, (minutes.get(cell) ?? 0) + one.minutes)
    }
  return [...minutes].map(([cell, total]) => {
    const [row = '', column = ''] = cell.split(' ')
    return { row, column, value: Math.round(total / 60) }
  })
}

const gapsIn = ({ at }: Moment, { levels }: Records): readonly GapRow[] =>
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

const chainIn = (records: Records): readonly Link[] => {
  const needTitles = new Map(
    Object.values(records.needs).flatMap(({ needs }) =>
      Object.entries(needs).map(([id, { title }]) => [id, title] as const),
    ),
  )
  return alignmentRows(records).map(({ driver = '', needId, programId, objectiveId = '', measure = '' }) => ({
    driver,
    need: needId === undefined ? '' : (needTitles.get(needId) ?? needId),
    program: programId === undefined ? '' : (records.programs[programId]?.title ?? programId),
    objective: objectiveId,
    measure,
    ...(needId === undefined ? {} : { needId }),
    ...(programId === undefined ? {} : { programId }),
  }))
}

/** The figures in the order they are shown. */
export const shownMetrics = ['M01', 'M03', 'M06', 'M08', 'M09', 'M11', 'M12', 'M26'] as const

export const figuresAt = (frames: Frames, moment: Moment): readonly FigureRow[] => {
  const { at } = moment
  const records = frames.records(moment)
  const { enrolments, offerings } = records
  const figures: Readonly<Record<string, MetricResult>> = {
    ...trainingStatistics({
      enrolments,
      offerings,
      workforce: employedOn(frames.people, at.slice(0, 10)),
      period,
      asOf: at,
      zone,
    }),
    ...(() => {
      const owed = { today: at.slice(0, 10), obligations: obligationsIn(moment, records, frames.people) }
      return { M26: figureOf(complianceFigure, owed), M27: figureOf(overdueFigure, owed) }
    })(),
  }
  return shownMetrics.flatMap((metric) => {
    const result = figures[metric]
    return result === undefined ? [] : [{ metric, result }]
  })
}

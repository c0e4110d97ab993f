import { type DataOf, projections } from '../kernel/index.ts'
import { type MetricResult, measured, notMeasurable } from '../metrics/index.ts'
import type { NeedsEvent } from '../needs/events.ts'
import type { PlanningEvent } from '../planning/events.ts'

type Driver = DataOf<NeedsEvent, 'NeedsAssessmentOpened'>['drivers'][number]
type Identified = DataOf<NeedsEvent, 'NeedIdentified'>
type Objective = DataOf<PlanningEvent, 'ObjectiveSet'>

export type AlignmentState = {
  /** By assessment. */
  drivers: Record<string, Driver[]>
  needs: Record<string, Pick<Identified, 'assessmentId' | 'title' | 'drivers' | 'origin' | 'horizon'>>
  /** Needs that have a place in the order; needs that are not pursued. */
  ranks: Record<string, number>
  dismissed: Record<string, true>
  /** By program and objective. */
  objectives: Record<string, Record<string, Pick<Objective, 'level' | 'measure' | 'unit' | 'title'>>>
  /** By program and need: the objectives that answer it. */
  links: Record<string, Record<string, string[]>>
  /** By plan and line, the needs it rests on. */
  lines: Record<string, Record<string, string[]>>
}

const inEach = <Value>(
  a: Record<string, Record<string, Value>>,
  b: Record<string, Record<string, Value>>,
): Record<string, Record<string, Value>> => {
  const both = { ...a }
  for (const [key, values] of Object.entries(b)) both[key] = { ...a[key], ...values }
  return both
}

/**
 * From what drives the year to what is measured (战略—需求—目标—指标): read it with `alignmentRows`. Any split of the log
 * merges, the later half second.
 */
export const alignment = projections<NeedsEvent | PlanningEvent>()({
  name: 'alignment',
  initial: (): AlignmentState => ({
    drivers: {},
    needs: {},
    ranks: {},
    dismissed: {},
    objectives: {},
    links: {},
    lines: {},
  }),
  on: {
    NeedsAssessmentOpened: (trace, { assessmentId, drivers }) => {
      trace.drivers[assessmentId] = drivers
    },
    NeedIdentified: (trace, { needId, assessmentId, title, drivers, origin, horizon }) => {
      trace.needs[needId] = { assessmentId, title, drivers, origin, horizon }
    },
    NeedRanked: (trace, { needId, rank }) => {
      trace.ranks[needId] = rank
    },
    NeedDismissed: (trace, { needId }) => {
      trace.dismissed[needId] = true
    },
    PlanLineAdded: (trace, { planId, lineId, needIds }) => {
      trace.lines[planId] ??= {}
      trace.lines[planId][lineId] = needIds
    },
    ObjectiveSet: (trace, { programId, objectiveId, level, measure, unit, title }) => {
      trace.objectives[programId] ??= {}
      trace.objectives[programId][objectiveId] = {
        level,
        measure,
        unit,
        ...(title === undefined ? {} : { title }),
      }
    },
    NeedLinked: (trace, { programId, needId, objectiveIds }) => {
      trace.links[programId] ??= {}
      trace.links[programId][needId] = objectiveIds
    },
  },
  merge: (a, b) => ({
    drivers: { ...a.drivers, ...b.drivers },
    needs: { ...a.needs, ...b.needs },
    ranks: { ...a.ranks, ...b.ranks },
    dismissed: { ...a.dismissed, ...b.dismissed },
    objectives: inEach(a.objectives, b.objectives),
    links: inEach(a.links, b.links),
    lines: inEach(a.lines, b.lines),
  }),
})

/** One way from a driver to a measure, or as far as it goes: what is absent at the end is not there yet. */
export type AlignmentRow = {
  readonly assessmentId?: string
  /** Absent: a need that answers no driver. */
  readonly driver?: string
  readonly needId?: string
  readonly programId?: string
  readonly objectiveId?: string
  readonly measure?: string
  readonly level?: number
}

const waysOn = ({ links, objectives }: AlignmentState, needId: string): readonly AlignmentRow[] => {
  const ways = Object.entries(links).flatMap(([programId, answered]): AlignmentRow[] => {
    if (!Object.hasOwn(answered, needId)) return []
    const objectiveIds = answered[needId] ?? []
    if (objectiveIds.length === 0) return [{ needId, programId }]
    return objectiveIds.map((objectiveId) => {
      const objective = objectives[programId]?.[objectiveId]
      return {
        needId,
        programId,
        objectiveId,
        ...(objective === undefined ? {} : { measure: objective.measure, level: objective.level }),
      }
    })
  })
  return ways.length === 0 ? [{ needId }] : ways
}

/**
 * The trace (对齐矩阵): every driver with the needs that answer it, the programs that answer those, their objectives and
 * measures; a driver nothing answers ends at once. Needs of no driver follow, and last the objectives that answer no
 * need. Dismissed needs are left out.
 *
 * @example
 * ```ts
 * import { alignment, alignmentRows } from 'training-ops'
 * const driver = { driver: 'erp', kind: 'digitalTransformation', weight: 3000, horizon: 'future' } as const
 * alignmentRows({ ...alignment.initial(), drivers: { 'na-1': [driver] } } as never) // => [{ assessmentId: 'na-1', driver: 'erp' }]
 * ```
 */
export const alignmentRows = (trace: AlignmentState): readonly AlignmentRow[] => {
  const pursued = Object.entries(trace.needs).filter(([needId]) => trace.dismissed[needId] === undefined)
  const ofDrivers = Object.entries(trace.drivers).flatMap(([assessmentId, drivers]) =>
    drivers.flatMap(({ driver }) => {
      const answering = pursued.filter(
        ([, need]) => need.assessmentId === assessmentId && need.drivers.includes(driver),
      )
      const ways = answering.flatMap(([needId]) => waysOn(trace, needId))
      return (ways.length === 0 ? [{}] : ways).map((way) => ({ assessmentId, driver, ...way }))
    }),
  )
  const ofNone = pursued
    .filter(([, { drivers }]) => drivers.length === 0)
    .flatMap(([needId, { assessmentId }]) => waysOn(trace, needId).map((way) => ({ assessmentId, ...way })))
  const unneeded = objectivesOf(trace)
    .filter(({ answersANeed }) => !answersANeed)
    .map(({ programId, objectiveId, measure, level }) => ({ programId, objectiveId, measure, level }))
  return [...ofDrivers, ...ofNone, ...unneeded]
}

const objectivesOf = ({ objectives, links, ranks, dismissed }: AlignmentState) =>
  Object.entries(objectives).flatMap(([programId, set]) =>
    Object.entries(set).map(([objectiveId, { measure, level }]) => ({
      programId,
      objectiveId,
      measure,
      level,
      answersANeed: Object.entries(links[programId] ?? {}).some(
        ([needId, answering]) =>
          answering.includes(objectiveId) && ranks[needId] !== undefined && dismissed[needId] === undefined,
      ),
    })),
  )

/**
 * Relevance share (相关度): of the objectives that programs set, the share that answers a need with a place in the order,
 * which is still pursued. The rest is training nobody was found to need. `undefined` (`ZeroDenominator`) where no program
 * has an objective. Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { alignment, relevanceShare } from 'training-ops'
 * relevanceShare(alignment.initial()) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'objectives' } }
 * ```
 */
export const relevanceShare = (trace: AlignmentState): MetricResult => {
  const all = objectivesOf(trace)
  if (all.length === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'objectives' })
  const relevant = all.filter(({ answersANeed }) => answersANeed).length
  return measured({ value: relevant / all.length, n: all.length, unit: 'ratio' })
}

/** Plan lines that rest on nothing any more: every need of theirs was dismissed since (浪费). */
export const linesWithoutNeed = ({
  lines,
  dismissed,
}: AlignmentState): readonly { readonly planId: string; readonly lineId: string }[] =>
  Object.entries(lines).flatMap(([planId, those]) =>
    Object.entries(those)
      .filter(([, needIds]) => needIds.every((needId) => dismissed[needId] !== undefined))
      .map(([lineId]) => ({ planId, lineId })),
  )

import { hasEnded } from '../delivery/enrolment/status.ts'
import {
  behaviourAdoptionEntry,
  type MetricResult,
  meanOfUnitsEntry,
  notMeasurable,
  passRateEntry,
  subscaleScoresEntry,
  targetAttainment,
  targetAttainmentEntry,
  topTwoBoxEntry,
} from '../metrics/index.ts'
import type { EnrolmentRecords } from '../records/enrolment/record.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import { given } from '../vocabulary/index.ts'
import { type MetricFigure, underMetric } from './figure.ts'
import type { KirkpatrickFigure } from './kirkpatrick/figure.ts'

type Objective = ProgramRecord['objectives'][string]

/** An objective against what was measured of it. */
export type ObjectiveOutcome = {
  readonly objectiveId: string
  readonly objective: Objective
  /** The value to be reached, in the objective's unit; absent where it hangs on a baseline that is missing. */
  readonly aim?: number
  /** The name of the figure that tells it; absent where the program has none of this measure, or several. */
  readonly figure?: string
  /** In the objective's unit. */
  readonly actual?: MetricFigure
  /** M71. How much of the way from the baseline was covered. */
  readonly attainment: MetricFigure
  /** Those it was set for, where its figure is a share of people: also who never came, or was not measured. */
  readonly audience?: ProgramAudience & { readonly measured: number }
  readonly verdict: 'reached' | 'notReached' | 'notMeasurable'
}

/** Those a program's objectives were set for. */
export type ProgramAudience = { readonly people: number; readonly noShows: number }

/**
 * The audience of a program (培训对象): everybody who had a seat in a class that is over and did not give it up in time, and
 * how many of them never came.
 *
 * @example
 * ```ts
 * import { audienceOf } from 'training-ops'
 * audienceOf('p-1', {}) // => { people: 0, noShows: 0 }
 * ```
 */
export const audienceOf = (programId: string, enrolments: EnrolmentRecords): ProgramAudience => {
  const own = Object.values(enrolments).filter(
    (one) => one.programId === programId && (hasEnded(one.status) || one.gaveUp === 'late'),
  )
  const came = new Set(own.filter(({ status }) => status !== 'noShow').map(({ learnerId }) => learnerId))
  const people = new Set(own.map(({ learnerId }) => learnerId))
  return { people: people.size, noShows: people.size - came.size }
}

/** A share of those who were assessed, as a share of everybody it was set for: who was not assessed has not passed. */
const ofAudience = (figure: MetricFigure, people: number): MetricFigure =>
  figure.status !== 'ok' || people < figure.n
    ? figure
    : {
        ...figure,
        value: (figure.value * figure.n) / people,
        n: people,
        options: { ...figure.options, of: 'audience' },
      }

/** The whole in each unit in which a share is written. */
const wholes: Readonly<Record<string, number>> = {
  share: 1,
  ratio: 1,
  percent: 100,
  thousandths: 1000,
  basisPoints: 10_000,
}

const aimOf = ({ baseline, target, unit }: Objective): number | undefined => {
  const { kind, direction, value } = target
  if (kind === 'absolute') return value
  const whole = wholes[unit]
  const moved = direction === 'increase' ? value : -value
  if (baseline === undefined) return undefined
  if (kind === 'relative') return baseline + (baseline * moved) / 10_000
  return whole === undefined ? undefined : baseline + (moved * whole) / 10_000
}

const isOf = ({ measure, unit }: Objective, { metric, of }: KirkpatrickFigure): boolean => {
  if (metric === meanOfUnitsEntry.id)
    return of.measure === measure && of.group === 'treated' && of.when === 'after'
  if (metric === behaviourAdoptionEntry.id) return measure === metric && of.role === 'supervisor'
  if (metric === topTwoBoxEntry.id) return (of.item ?? metric) === measure && unit in wholes
  if (metric === subscaleScoresEntry.id && of.subscale === measure)
    return unit === 'outOfFive' && of.min === 1 && of.max === 5
  return metric === measure
}

/** The figure in the unit of the objective; a figure of another unit tells nothing of it. */
const inUnit = (unit: string, figure: KirkpatrickFigure): MetricFigure => {
  const { metric: id, of, options } = figure
  const scaled = scaledTo(unit, figure)
  const isAsItIs = scaled === figure.result || scaled.status !== 'ok' || of.measuredIn === unit
  return underMetric({ id }, scaled, isAsItIs ? options : { ...options, in: unit })
}

const scaledTo = (unit: string, { of, result }: KirkpatrickFigure): MetricResult => {
  if (result.status !== 'ok') return result
  const written = typeof of.measuredIn === 'string' ? of.measuredIn : result.unit
  if (written === unit || (unit === 'outOfFive' && of.max === 5)) return result
  const [from, to] = [wholes[written], wholes[unit]]
  if (from === undefined || to === undefined)
    return notMeasurable({ code: 'ScaleMismatch', expected: unit, got: written })
  const scaled = (value: number): number => (value * to) / from
  const { interval, ...rest } = result
  return {
    ...rest,
    value: scaled(result.value),
    ...given({
      interval: interval && { ...interval, low: scaled(interval.low), high: scaled(interval.high) },
    }),
  }
}

const attained = (result: MetricResult): MetricFigure => underMetric(targetAttainmentEntry, result)

const outcomeOf = (
  objectiveId: string,
  objective: Objective,
  figures: readonly KirkpatrickFigure[],
  audience: ProgramAudience | undefined,
): ObjectiveOutcome => {
  const aim = aimOf(objective)
  const [figure, ...others] = figures.filter((one) => isOf(objective, one))
  const only = figure !== undefined && others.length === 0 ? figure : undefined
  const inItsUnit = only === undefined ? undefined : inUnit(objective.unit, only)
  const isOfPeople = only?.metric === passRateEntry.id || only?.metric === behaviourAdoptionEntry.id
  const setFor = isOfPeople &&
    inItsUnit?.status === 'ok' &&
    audience && { ...audience, measured: inItsUnit.n }
  const isPassed = only?.metric === passRateEntry.id && inItsUnit !== undefined && audience !== undefined
  const actual = isPassed ? ofAudience(inItsUnit, audience.people) : inItsUnit
  const texts = {
    objectiveId,
    objective,
    ...given({ aim, figure: only?.figure, actual, audience: setFor || undefined }),
  }
  const without = (attainment: MetricResult) =>
    ({ ...texts, attainment: attained(attainment), verdict: 'notMeasurable' }) as const
  if (actual === undefined) return without(notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 }))
  if (actual.status !== 'ok') return without(actual)
  if (aim === undefined) return without(notMeasurable({ code: 'MissingBaseline' }))
  const { baseline = null, target } = objective
  const beyond = target.direction === 'increase' ? actual.value - aim : aim - actual.value
  return {
    ...texts,
    attainment: attained(targetAttainment({ baseline, actual: actual.value, target: aim })),
    // 0.2 + 0.4 is a little more than 0.6
    verdict: beyond >= -1e-9 * Math.max(1, Math.abs(aim)) ? 'reached' : 'notReached',
  }
}

/**
 * Whether each objective of a program was reached: the figure of its measure against its target. With `audience`
 * (`audienceOf`), a pass rate is of everybody the objective was set for, no-shows included. An objective that nobody
 * measured, or only of too few people to be inItsUnit, is `notMeasurable`: neither reached nor missed.
 *
 * A measure is inItsUnit by the figure of the metric with that id (`M46`, the pass rate; `M32` over all questions; `M60` as
 * supervisors see it), by a question or a subscale of that name, or by the last outcome of the trained units. That it was reached does not say
 * that training did it: see the figures with a control group.
 *
 * @example
 * ```ts
 * import { type KirkpatrickFigure, objectiveOutcomes } from 'training-ops'
 * const target = { kind: 'percentagePoint', direction: 'increase', value: 4000 } as const
 * const objective = { level: 2, measure: 'M46', unit: 'share', baseline: 0.2, target, due: '2026-06-30' }
 * const passRate: KirkpatrickFigure = {
 *   figure: 'M46',
 *   metric: 'M46',
 *   options: {},
 *   level: 2,
 *   of: {},
 *   result: { status: 'ok', value: 0.6, n: 20, unit: 'ratio' },
 * }
 * objectiveOutcomes({ pass: objective }, [passRate])[0]?.verdict // => 'reached'
 * objectiveOutcomes({ pass: objective }, [])[0]?.verdict // => 'notMeasurable'
 * ```
 */
export const objectiveOutcomes = (
  objectives: ProgramRecord['objectives'],
  figures: readonly KirkpatrickFigure[],
  { audience }: { readonly audience?: ProgramAudience } = {},
): readonly ObjectiveOutcome[] =>
  Object.entries(objectives).map(([objectiveId, objective]) =>
    outcomeOf(objectiveId, objective, figures, audience),
  )

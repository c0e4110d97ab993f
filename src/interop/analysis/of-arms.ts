/** Those who were trained beside those who were not. */
import {
  controlGroupDifference,
  controlledEffectSize,
  differenceInDifferences,
  type MetricResult,
  type ObservedUnit,
} from '../../metrics/index.ts'
import { given } from '../../vocabulary/index.ts'
import { type Column, isOf, numbersOf, told } from './columns.ts'
import type { SummaryFigure } from './mapping.ts'

/** Whether somebody was trained, row by row; the team of each where whole teams were; `assigned` where each was by itself. */
export type Arms = {
  readonly isTreated: readonly (boolean | null)[]
  readonly teams?: readonly (string | undefined)[]
  readonly assigned?: 'units'
}

export const armsOf = (columns: readonly Column[]): Arms | undefined => {
  const arm = columns.find(isOf('arm'))
  if (arm === undefined) return undefined
  const teams = columns
    .find(isOf('team'))
    ?.cells.map((cell) => (Array.isArray(cell) ? String(cell[0]) : undefined))
  return {
    isTreated: arm.cells.map((cell) => (typeof cell === 'boolean' ? cell : null)),
    ...given({ teams, assigned: arm.meaning.assigned }),
  }
}

type Outcome = {
  readonly name: string
  readonly headings: readonly string[]
  readonly before: Column | undefined
  readonly after: Column
}
type Both = { readonly before: number; readonly after: number }

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
/** Sum of products of distances from the means. */
const together = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [mean(a), mean(b)]
  return a.reduce((sum, one, at) => sum + (one - x) * ((b[at] as number) - y), 0)
}

const effectOf = (treated: readonly Both[], control: readonly Both[]): MetricResult | undefined => {
  if (Math.min(treated.length, control.length) < 2) return undefined
  const groups = [treated, control].map((arm) => {
    const [before, after] = [arm.map((one) => one.before), arm.map((one) => one.after)]
    const xx = together(before, before)
    return {
      told: {
        n: arm.length,
        meanBefore: mean(before),
        meanAfter: mean(after),
        deviationBefore: Math.sqrt(xx / (arm.length - 1)),
      },
      xx,
      xy: together(before, after),
      yy: together(after, after),
    }
  })
  const sumOf = (key: 'xx' | 'xy' | 'yy') => groups.reduce((sum, one) => sum + one[key], 0)
  const correlation = sumOf('xy') / Math.sqrt(sumOf('xx') * sumOf('yy'))
  const [trained, others] = groups
  return trained === undefined || others === undefined
    ? undefined
    : controlledEffectSize({
        trained: trained.told,
        control: others.told,
        ...(Math.abs(correlation) < 1 && { correlation }),
      })
}

/** Nothing is told where either arm would be told on. */
const toldOfBoth = (result: MetricResult, arms: readonly (readonly number[])[], k: number): MetricResult =>
  arms.reduce((safe, answers) => told(safe, answers, k), result)

/** The outcome after, and the changes where there is a before: of rows of which it is known who was trained. */
export const ofArms = (
  { name, headings, before, after }: Outcome,
  { isTreated, teams, assigned }: Arms,
  k: number,
): readonly SummaryFigure[] => {
  const [from, to] = [before && numbersOf(before), numbersOf(after)]
  const rowsOf = (treated: boolean) =>
    to.flatMap((value, row) =>
      value === null || isTreated[row] !== treated
        ? []
        : [{ before: from?.[row] ?? null, after: value, ...given({ team: teams?.[row] }) }],
    )
  const [treated, control] = [rowsOf(true), rowsOf(false)]
  const afters = [treated, control].map((arm) => arm.map((one) => one.after))
  const option = given({ assigned })
  const [ofTreated = [], ofControl = []] = afters
  const hasTeams = [...treated, ...control].every(({ team }) => team !== undefined)
  const teamsOf = (arm: readonly { readonly team?: string }[]) => arm.map(({ team }) => team ?? '')
  const figure = (metric: string, result: MetricResult): SummaryFigure => ({
    metric,
    columns: metric === 'M72b' ? [after.heading] : headings,
    because: 'arms',
    of: name,
    result,
  })
  const difference = controlGroupDifference({
    treated: ofTreated,
    control: ofControl,
    ...option,
    ...(hasTeams && { teams: { treated: teamsOf(treated), control: teamsOf(control) } }),
  })
  const compared = figure('M72b', toldOfBoth(difference, afters, k))
  if (before === undefined) return [compared]
  const isWhole = (one: ObservedUnit): one is ObservedUnit & Both => one.before !== null && one.after !== null
  const [whole, others] = [treated.filter(isWhole), control.filter(isWhole)]
  const gains = [whole, others].map((arm) => arm.map((one) => one.after - one.before))
  const effect = effectOf(whole, others)
  return [
    figure('M72', toldOfBoth(differenceInDifferences({ treated, control, ...option }), gains, k)),
    compared,
    ...(effect === undefined ? [] : [figure('M43b', toldOfBoth(effect, gains, k))]),
  ]
}

import { needsOneOf } from '../guard.ts'
import type { Measured, Note } from '../result.ts'
import { type Compared, compareMeans, type StandardErrorOfDifference } from './compare-means.ts'
import { compareTeams, type Teams, type Weigh } from './compare-teams.ts'
import type { Moments } from './exact-moments.ts'

/** How the difference of two groups is judged. @public */
export type ComparisonOptions = {
  /** Of units that were assigned singly: `welch` unless said otherwise. With teams it is always `clustered`. */
  readonly standardError?: StandardErrorOfDifference
  /**
   * The thing that was trained or not: `units`, each by itself; or `teams`, as a whole, which is taken for granted where teams
   * are given. `unstated`, the default, leaves the figure without an interval and a test: people of one team are alike,
   * and where whole teams were trained, a test of people finds an effect in noise five times too often.
   */
  readonly assigned?: 'unstated' | 'units' | 'teams'
  /** With teams: a mean of all `people` (the default), or of the means of the `teams`. */
  readonly weigh?: Weigh
}

/** The values of a group, all together and by team. */
export type Group = { readonly all: Moments; readonly teams: Teams }

export type Groups = { readonly treated: Group; readonly control: Group }

export const standardErrors = ['welch', 'pooled'] as const
export const assignments = ['unstated', 'units', 'teams'] as const
export const weighings = ['people', 'teams'] as const

export const needsComparison = (calculator: string, options: ComparisonOptions): void => {
  const { standardError = 'welch', assigned = 'unstated', weigh = 'people' } = options
  needsOneOf(calculator, 'standardError', standardError, standardErrors)
  needsOneOf(calculator, 'assigned', assigned, assignments)
  needsOneOf(calculator, 'weigh', weigh, weighings)
}

const without = ({ value }: Compared, note: Note): Compared => ({ value, notes: [note] })

const peopleIn = (teams: Teams): number => [...teams.values()].reduce((sum, { count }) => sum + count, 0)

/** The difference of two groups, judged by what was assigned; with the options that were taken. */
export const compareGroups = (
  { treated, control }: Groups,
  { standardError = 'welch', assigned = 'unstated', weigh = 'people' }: ComparisonOptions,
): Compared & { readonly variant: NonNullable<Measured['variant']> } => {
  const withTeam = peopleIn(treated.teams) + peopleIn(control.teams)
  const withoutTeam = treated.all.count + control.all.count - withTeam
  const bySingle = compareMeans(treated.all, control.all, standardError)
  const variant = { standardError, assigned }
  if (assigned !== 'units' && withTeam > 0) {
    const clustered = { standardError: 'clustered', assigned: 'teams', weigh }
    return withoutTeam > 0
      ? { ...without(bySingle, { code: 'NoIntervalWithoutTeam', count: withoutTeam }), variant: clustered }
      : { ...compareTeams(treated.teams, control.teams, weigh), variant: clustered }
  }
  if (assigned === 'teams')
    return { ...without(bySingle, { code: 'NoIntervalWithoutTeam', count: withoutTeam }), variant }
  if (assigned === 'unstated') return { ...without(bySingle, { code: 'NoIntervalUntilAssigned' }), variant }
  const teams = treated.teams.size + control.teams.size
  const isWhole = withTeam > teams && ![...treated.teams.keys()].some((team) => control.teams.has(team))
  return {
    ...bySingle,
    notes: [...(isWhole ? [{ code: 'WholeTeamsTrained', teams }] : []), ...bySingle.notes],
    variant,
  }
}

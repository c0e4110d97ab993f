import { exactlySigned } from '../exact.ts'
import { needsText, recordsOf } from '../guard.ts'
import type { Teams } from './compare-teams.ts'
import {
  addMoments,
  type Moments,
  type MomentsAdder,
  meanOf,
  momentsAdder,
  noMoments,
} from './exact-moments.ts'

/** One person, team or shop, before and after; `null` where the value was not recorded. @public */
export type ObservedUnit = {
  readonly before: number | null
  readonly after: number | null
  /** The period before `before`: with it, parallel trends can be looked at. */
  readonly earlier?: number
  /** When its training began, in any notation: treated units must share it. */
  readonly startedIn?: string
  /** The team that was trained, or was not, as a whole. Given for every unit or for none. */
  readonly team?: string
}

/** The exact sums of an arm. */
export type ArmSums = {
  readonly seen: number
  readonly incomplete: number
  readonly before: Moments
  readonly after: Moments
  readonly changes: Moments
  readonly earlierChanges: Moments
  readonly starts: ReadonlySet<string>
  /** The changes of each team. */
  readonly teams: Teams
}

export const noArm: ArmSums = {
  seen: 0,
  incomplete: 0,
  before: noMoments,
  after: noMoments,
  changes: noMoments,
  earlierChanges: noMoments,
  starts: new Set(),
  teams: new Map(),
}

export const addTeams = (a: Teams, b: Teams): Teams => {
  if (b.size === 0) return a
  const both = new Map(a)
  for (const [team, moments] of b) both.set(team, addMoments(both.get(team) ?? noMoments, moments))
  return both
}

export const addArms = (a: ArmSums, b: ArmSums): ArmSums => ({
  seen: a.seen + b.seen,
  incomplete: a.incomplete + b.incomplete,
  before: addMoments(a.before, b.before),
  after: addMoments(a.after, b.after),
  changes: addMoments(a.changes, b.changes),
  earlierChanges: addMoments(a.earlierChanges, b.earlierChanges),
  starts: [...b.starts].every((start) => a.starts.has(start))
    ? a.starts
    : new Set([...a.starts, ...b.starts]),
  teams: addTeams(a.teams, b.teams),
})

/** The sums of many units; `place` is where they stand (`treated[].`), nothing for one that arrives alone. */
export const sumsOfArm = (calculator: string, place: string, units: Iterable<ObservedUnit>): ArmSums => {
  const [before, after, changes, earlierChanges] = [0, 1, 2, 3].map(momentsAdder) as [
    MomentsAdder,
    MomentsAdder,
    MomentsAdder,
    MomentsAdder,
  ]
  const starts = new Set<string>()
  const teams = new Map<string, MomentsAdder>()
  let [seen, incomplete] = [0, 0]
  const exact = (name: string, value: number | null, index: number | undefined) =>
    value === null ? undefined : exactlySigned(calculator, place + name, value, index)
  for (const unit of units) {
    const index = place === '' ? undefined : seen
    seen += 1
    const { startedIn, team } = unit
    if (startedIn !== undefined) {
      needsText(calculator, `${place}startedIn`, startedIn, index)
      starts.add(startedIn)
    }
    let ofTeam: MomentsAdder | undefined
    if (team !== undefined) {
      needsText(calculator, `${place}team`, team, index)
      ofTeam = teams.get(team) ?? momentsAdder()
      teams.set(team, ofTeam)
    }
    if (unit.earlier === undefined && changes.addDifference(unit.after, unit.before)) {
      before.addDifference(unit.before, 0)
      after.addDifference(unit.after, 0)
      ofTeam?.addDifference(unit.after, unit.before)
      continue
    }
    const earlier = exact('earlier', unit.earlier ?? null, index)
    const [then, now] = [exact('before', unit.before, index), exact('after', unit.after, index)]
    if (then !== undefined) before.addExact(then)
    if (now !== undefined) after.addExact(now)
    if (then === undefined || now === undefined) incomplete += 1
    else {
      changes.addExact(now - then)
      ofTeam?.addExact(now - then)
      if (earlier !== undefined) earlierChanges.addExact(then - earlier)
    }
  }
  return {
    seen,
    incomplete,
    before: before.moments(),
    after: after.moments(),
    changes: changes.moments(),
    earlierChanges: earlierChanges.moments(),
    starts,
    teams: new Map(
      [...teams]
        .map(([team, adder]) => [team, adder.moments()] as const)
        .filter(([, { count }]) => count > 0),
    ),
  }
}

/** All units of an argument. */
export const unitsOfArm = (calculator: string, name: string, units: readonly ObservedUnit[]): ArmSums =>
  sumsOfArm(calculator, `${name}[].`, recordsOf(calculator, name, units))

/** The change between all that was seen before and all that was seen after; none when one of them is empty. */
export const availableChange = ({ before, after }: ArmSums): number | undefined =>
  before.count === 0 || after.count === 0 ? undefined : meanOf(after) - meanOf(before)

import type { Note } from '../result.ts'
import { type Compared, differenceWithTest } from './compare-means.ts'
import { type Moments, meanOf } from './exact-moments.ts'

/** The people of each team, by the name of the team. */
export type Teams = ReadonlyMap<string, Moments>

/** Whether a mean counts every person once, or every team once. @public */
export type Weigh = 'people' | 'teams'

type Arm = {
  readonly mean: number
  readonly squaredError: number
  /** The expected squared error where all people (or all teams) vary alike, and half of its variance. */
  readonly expected: number
  readonly spread: number
}

/** In the order of their names, so that sums do not depend on the order of the people. */
const inOrder = (teams: Teams): readonly Moments[] =>
  [...teams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, people]) => people)

/** CR2 of a mean: the sum of a team's distances from it, over √(1 − the team's share). */
const armOf = (teams: readonly Moments[]): Arm => {
  const count = teams.reduce((sum, team) => sum + team.count, 0)
  const total = teams.reduce((sum, team) => sum + team.sum, 0n)
  let [squaredError, ofDiagonal, ofTeams, ofSquares] = [0, 0, 0, 0]
  for (const team of teams) {
    const share = team.count / count
    const distance = meanOf({ ...team, count: 1, sum: BigInt(count) * team.sum - BigInt(team.count) * total })
    squaredError += (distance / count / count) ** 2 / (1 - share)
    const leverage = share ** 2 / (1 - share)
    ofDiagonal += share ** 2
    ofTeams += leverage
    ofSquares += leverage ** 2
  }
  return {
    mean: meanOf({ count, sum: total, squares: 0n }),
    squaredError,
    expected: 1 / count,
    spread: (ofDiagonal + ofTeams ** 2 - ofSquares) / count ** 2,
  }
}

/** A mean of the teams' means: each team is one observation. */
const armOfMeans = (teams: readonly Moments[]): Arm => {
  const count = teams.length
  const means = teams.map(meanOf)
  const mean = means.reduce((sum, each) => sum + each, 0) / count
  const squares = means.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return {
    mean,
    squaredError: squares / (count - 1) / count,
    expected: 1 / count,
    spread: 1 / count ** 2 / (count - 1),
  }
}

/** How many teams of one size would vary as these do, as a share of the teams there are: N² / (teams × Σ size²). */
const evennessOf = (teams: readonly Moments[]): number => {
  const [people, squares] = teams.reduce(([n, s], { count }) => [n + count, s + count ** 2], [0, 0])
  return people ** 2 / squares / teams.length
}

/** Below this the error of a mean over people misses its 5 %; `scripts/simulate-false-alarms.ts` prints by how much. */
const evenEnough = 0.75

/**
 * The difference of two arms in which whole teams were assigned: the error is CR2, the degrees of freedom are
 * Satterthwaite's (Bell & McCaffrey 2002), as clubSandwich has them.
 */
export const compareTeams = (treated: Teams, control: Teams, weigh: Weigh): Compared => {
  const arms = [inOrder(treated), inOrder(control)] as const
  const people = [...arms[0], ...arms[1]].reduce((sum, { count }) => sum + count, 0)
  const compared: Note = { code: 'TeamsCompared', teams: treated.size + control.size, people }
  const [ofTreated, ofControl] = arms.map(weigh === 'teams' ? armOfMeans : armOf) as [Arm, Arm]
  const value = ofTreated.mean - ofControl.mean
  const fewest = Math.min(treated.size, control.size)
  const both = [...treated.keys()].filter((team) => control.has(team)).length
  const evenness = Math.min(...arms.map(evennessOf))
  const obstacle: Note | undefined =
    both > 0
      ? { code: 'NoIntervalTeamsInBothGroups', teams: both }
      : fewest < 2
        ? { code: 'NoIntervalFromOne', smallestGroup: fewest }
        : weigh === 'people' && evenness < evenEnough
          ? { code: 'NoIntervalTeamsUneven', evenness }
          : undefined
  if (obstacle) return { value, notes: [obstacle, compared] }
  const { notes, ...difference } = differenceWithTest(value, {
    standardError: Math.sqrt(ofTreated.squaredError + ofControl.squaredError),
    degreesOfFreedom: (ofTreated.expected + ofControl.expected) ** 2 / (ofTreated.spread + ofControl.spread),
    method: 'clustered',
  })
  return { ...difference, notes: [...notes, compared] }
}

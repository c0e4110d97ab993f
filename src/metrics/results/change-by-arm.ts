import { exactlySigned } from '../exact.ts'
import { needsText } from '../guard.ts'
import { addMoments, type Moments, meanOf, momentsOf, noMoments } from './exact-moments.ts'

/** One person, team or shop, before and after; `null` where the value was not recorded. @public */
export type ObservedUnit = {
  readonly before: number | null
  readonly after: number | null
  /** The period before `before`: with it, parallel trends can be looked at. */
  readonly earlier?: number
  /** When its training began, in any notation: treated units must share it. */
  readonly startedIn?: string
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
}

export const noArm: ArmSums = {
  seen: 0,
  incomplete: 0,
  before: noMoments,
  after: noMoments,
  changes: noMoments,
  earlierChanges: noMoments,
  starts: new Set(),
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
})

export const liftUnit = (
  calculator: string,
  argument: string,
  unit: ObservedUnit,
  index?: number,
): ArmSums => {
  const exact = (name: string, value: number | null): bigint | undefined =>
    value === null
      ? undefined
      : exactlySigned(calculator, index === undefined ? name : `${argument}[].${name}`, value, index)
  if (unit.startedIn !== undefined)
    needsText(
      calculator,
      index === undefined ? 'startedIn' : `${argument}[].startedIn`,
      unit.startedIn,
      index,
    )
  const [earlier, before, after] = [
    exact('earlier', unit.earlier ?? null),
    exact('before', unit.before),
    exact('after', unit.after),
  ]
  const momentOf = (value: bigint | undefined) => (value === undefined ? noMoments : momentsOf(value))
  const change = (from: bigint | undefined, to: bigint | undefined) =>
    momentOf(from === undefined || to === undefined ? undefined : to - from)
  const changes = change(before, after)
  return {
    seen: 1,
    incomplete: 1 - changes.count,
    before: momentOf(before),
    after: momentOf(after),
    changes,
    earlierChanges: changes.count === 1 ? change(earlier, before) : noMoments,
    starts: new Set(unit.startedIn === undefined ? [] : [unit.startedIn]),
  }
}

/** The change between all that was seen before and all that was seen after; none when one of them is empty. */
export const availableChange = ({ before, after }: ArmSums): number | undefined =>
  before.count === 0 || after.count === 0 ? undefined : meanOf(after) - meanOf(before)

import { canonical } from 'training-ops'

/** One line of the bench. `ratio` is `of` over `to`, smaller is better; met at or below `goal`, if it has one. */
export type Row = {
  readonly name: string
  readonly ratio: number
  readonly of: string
  readonly to: string
  readonly goal: number | null
  /** For people: both sides, in their unit. */
  readonly measured: string
}

export const tell = (row: Row): void => console.log(JSON.stringify(row))

export const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** What is timed, and what it came to: both sides of a comparison must come to the same. */
export type Work = () => unknown | Promise<unknown>
type Side = { readonly called: string; readonly work: Work }

const timeOf = async (work: Work): Promise<readonly [number, string]> => {
  globalThis.gc?.()
  const start = performance.now()
  const result = await work()
  const time = performance.now() - start
  return [time, canonical(result)]
}

/** Both sides in turn, `rounds` times after one to warm up; the ratio of the medians. */
export const compare = async (
  name: string,
  of: Side,
  to: Side,
  {
    rounds,
    goal,
    per = 1,
    unit = 'ms',
  }: { rounds: number; goal: number | null; per?: number; unit?: string },
): Promise<Row> => {
  const times: { of: number[]; to: number[] } = { of: [], to: [] }
  for (let round = -1; round < rounds; round++) {
    const [ours, itsSum] = await timeOf(of.work)
    const [theirs, otherSum] = await timeOf(to.work)
    if (itsSum !== otherSum) throw new Error(`bench: ${name}: ${of.called} and ${to.called} disagree`)
    if (round < 0) continue
    times.of.push(ours)
    times.to.push(theirs)
  }
  const [one, other] = [medianOf(times.of), medianOf(times.to)]
  const scale = unit === 'µs' ? 1000 / per : 1 / per
  const row: Row = {
    name,
    ratio: Number((one / other).toPrecision(3)),
    of: of.called,
    to: to.called,
    goal,
    measured: `${(one * scale).toPrecision(3)} ${unit} / ${(other * scale).toPrecision(3)} ${unit}`,
  }
  tell(row)
  return row
}

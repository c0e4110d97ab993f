/**
 * Prints how long α on 100,000 × 28 answers and a paired comparison of 1,000,000 people take, as a ratio to a
 * hand-written single pass that checks nothing (goal: at most 1.5): the least of interleaved runs, and the medians'
 * ratio, which also holds what else the machine was doing.
 * Run: npx tsx --conditions=@training-ops/source scripts/bench-metrics.ts
 */
import { performance } from 'node:perf_hooks'
import { cronbachAlpha, effectSize, meanGain, pairedT } from '../src/metrics/index.ts'

const rounds = 15

/** Numbers from 0 to `below` − 1, the same in every run. */
const wholeNumbers = (count: number, below: number, seed: number): number[] => {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  })
}

const leastOf = (times: readonly number[]): number => Math.min(...times)

const medianOf = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

const timeOf = (work: () => number): number => {
  const start = performance.now()
  if (Number.isNaN(work())) throw new Error('bench-metrics: no figure')
  return performance.now() - start
}

const compare = (name: string, ours: () => number, byHand: () => number): void => {
  if (Math.abs(ours() - byHand()) > 1e-6) throw new Error(`bench-metrics: ${name} disagrees`)
  const [oursTimes, handTimes]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    oursTimes.push(timeOf(ours))
    handTimes.push(timeOf(byHand))
  }
  const [mine, hand] = [leastOf(oursTimes), leastOf(handTimes)]
  const ofMedians = medianOf(oursTimes) / medianOf(handTimes)
  console.log(
    `${name.padEnd(44)} ours ${mine.toFixed(1).padStart(7)} ms   by hand ${hand.toFixed(1).padStart(7)} ms   ratio ${(mine / hand).toFixed(2)}   of medians ${ofMedians.toFixed(2)}`,
  )
}

const figure = (result: { readonly status: string; readonly value?: number }): number =>
  result.value ?? Number.NaN

const people = 100_000
const items = 28
const answers = wholeNumbers(people * items, 5, 1)
const scores = Array.from({ length: people }, (_, person) =>
  answers.slice(person * items, (person + 1) * items).map((answer) => answer + 1),
)

const alphaByHand = (rows: readonly (readonly number[])[]): number => {
  const sums = new Float64Array(items)
  const squares = new Float64Array(items)
  let [all, allSquares] = [0, 0]
  for (const row of rows) {
    let total = 0
    for (let item = 0; item < items; item += 1) {
      const score = row[item] as number
      total += score
      sums[item] = (sums[item] as number) + score
      squares[item] = (squares[item] as number) + score * score
    }
    all += total
    allSquares += total * total
  }
  const n = rows.length
  let ofItems = 0
  for (let item = 0; item < items; item += 1)
    ofItems += (squares[item] as number) - (sums[item] as number) ** 2 / n
  return (items / (items - 1)) * (1 - ofItems / (allSquares - (all * all) / n))
}

const tByHand = (before: readonly number[], after: readonly number[]): number => {
  let [sum, squares] = [0, 0]
  for (let person = 0; person < before.length; person += 1) {
    const gain = (after[person] as number) - (before[person] as number)
    sum += gain
    squares += gain * gain
  }
  const n = before.length
  return sum / n / Math.sqrt((squares - (sum * sum) / n) / (n - 1) / n)
}

const meanByHand = (before: readonly number[], after: readonly number[]): number => {
  let [sum, squares] = [0, 0]
  for (let person = 0; person < before.length; person += 1) {
    const gain = (after[person] as number) - (before[person] as number)
    sum += gain
    squares += gain * gain
  }
  return squares > 0 ? sum / before.length : Number.NaN
}

const pairs = 1_000_000
const before = wholeNumbers(pairs, 101, 2)
const after = wholeNumbers(pairs, 101, 3)
const halves = { before: before.map((score) => score / 2), after: after.map((score) => score / 2) }
const tenths = { before: before.map((score) => score / 10), after: after.map((score) => score / 10) }

compare(
  `α, ${people} × ${items} whole answers`,
  () => figure(cronbachAlpha({ scores })),
  () => alphaByHand(scores),
)
compare(
  'paired t, 1,000,000 pairs, whole scores',
  () => figure(pairedT({ before, after })),
  () => tByHand(before, after),
)
compare(
  'mean gain, 1,000,000 pairs, whole scores',
  () => figure(meanGain({ before, after })),
  () => meanByHand(before, after),
)
compare(
  'paired t, 1,000,000 pairs, half points',
  () => figure(pairedT(halves)),
  () => tByHand(halves.before, halves.after),
)
compare(
  'paired t, 1,000,000 pairs, tenths',
  () => figure(pairedT(tenths)),
  () => tByHand(tenths.before, tenths.after),
)

const exactly = Math.min(
  ...Array.from({ length: 3 }, () => timeOf(() => figure(effectSize({ before, after })))),
)
console.log(
  `${'effect size, 1,000,000 pairs, for the record'.padEnd(44)} ours ${exactly.toFixed(1).padStart(7)} ms`,
)

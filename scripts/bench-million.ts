/**
 * Prints the processor time that figures of a million people take, of whole scores and of decimals (goal: each under 1 second).
 * Run: npx tsx --conditions=@training-ops/source scripts/bench-million.ts
 */
import {
  behaviourChange,
  controlGroupDifference,
  cronbachAlpha,
  differenceInDifferences,
  effectSize,
  meanGain,
  wilcoxonSignedRank,
} from '../src/metrics/index.ts'
import { chanceFrom } from './simulate/chance.ts'

const people = 1_000_000
const kinds = {
  whole: (share: number) => Math.floor(share * 100),
  decimal: (share: number) => Math.round(share * 10_000) / 100,
}

for (const [kind, scoreOf] of Object.entries(kinds)) {
  const { uniform } = chanceFrom(1)
  const scores = () => Array.from({ length: people }, () => scoreOf(uniform()))
  const [before, after] = [scores(), scores()]
  const units = before.map((score, person) => ({
    before: score,
    after: after[person] ?? null,
    team: `team ${person % 1000}`,
  }))
  const [treated, control] = [
    units.filter((_, at) => at % 1000 < 500),
    units.filter((_, at) => at % 1000 >= 500),
  ]
  const work = {
    'difference-in-differences, 1,000 teams': () => differenceInDifferences({ treated, control }),
    'difference-in-differences, units': () =>
      differenceInDifferences({ treated, control, assigned: 'units' }),
    'control-group difference': () =>
      controlGroupDifference({ treated: before, control: after, assigned: 'units' }),
    'Wilcoxon signed ranks': () => wilcoxonSignedRank({ before, after }),
    'effect size': () => effectSize({ before, after }),
    'mean gain': () => meanGain({ before, after }),
    'behaviour change': () => behaviourChange({ learners: units }),
    'α of two items': () => cronbachAlpha({ scores: before.map((score, at) => [score, after[at] ?? null]) }),
  }
  for (const [name, run] of Object.entries(work)) {
    const start = process.cpuUsage().user
    run()
    console.log(`${((process.cpuUsage().user - start) / 1000).toFixed(0).padStart(6)} ms  ${name} (${kind})`)
  }
}

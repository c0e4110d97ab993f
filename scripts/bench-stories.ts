/**
 * How many runs each way of generating commands takes to find a planted bug, and how short its story is in the end.
 * `npx tsx --conditions=@training-ops/source scripts/bench-stories.ts [seeds]`; exits with 1 when `stories` falls
 * short of a fifth of the runs of the best of the others, or of the shortest story in 99 of 100.
 */
import fc from 'fast-check'
import { type Command, createLedger, isAccepted } from 'training-ops'
import { stories } from 'training-ops/testing'
import { aSession, session, sessionCommands, world } from '../test/testing/a-session.ts'

const seeds = Number(process.argv[2] ?? 200)
const mostRuns = 3000
const mostCommands = 30
const shortest = 5

const training = aSession('promotesWhenAWaitingOneLeaves')
type Ledger = ReturnType<typeof createLedger<never, never, never>>
const ledger = (): Ledger => createLedger(training) as never
const command = fc.oneof(
  ...Object.values(sessionCommands).map(({ type, schema }) =>
    world.valuesOf(schema, type).map((data) => ({ type, data })),
  ),
)
type Asked = { readonly type: string; readonly data: unknown }

let asked = 0
const ask = (on: Ledger, { type, data }: Asked): boolean =>
  isAccepted(on.execute({ type, data, metadata: { commandId: `c-${asked++}` } } as Command as never))
/** Never more seated than there are seats, after every command. */
const holds = (on: Ledger): boolean =>
  Object.values(on.project(session)).every(({ seated, capacity }) => seated.length <= capacity)

type Real = { on: Ledger }
/** A command of fast-check's model-based testing; with `plausible` it runs only where the decider accepts it. */
const modelled = (one: Asked, plausible: boolean): fc.Command<Real, Real> => ({
  check: (model) => !plausible || isAccepted(training.decide(enveloped(one), model.on.events() as never)),
  run: (model, real) => {
    ask(real.on, one)
    model.on = real.on
    if (!holds(real.on)) throw new Error('more seated than there are seats')
  },
  toString: () => one.type,
})
const enveloped = ({ type, data }: Asked) =>
  ({ type, data, metadata: { commandId: `c-${asked++}` } }) as never

type Found = { readonly runs: number; readonly steps: number } | undefined
const commands = (plausible: boolean) => (seed: number) => {
  const lives = fc.commands([command.map((one) => modelled(one, plausible))], {
    maxCommands: mostCommands,
    size: 'max',
  })
  const details = fc.check(
    fc.property(lives, (life) => {
      fc.modelRun(() => {
        const on = ledger()
        return { model: { on }, real: { on } }
      }, life)
    }),
    { seed, numRuns: mostRuns },
  )
  const [life] = details.counterexample ?? []
  return (
    life && {
      runs: details.numRuns,
      steps: String(life)
        .split(',')
        .filter((one) => one !== '').length,
    }
  )
}

const ways: Readonly<Record<string, (seed: number) => Found>> = {
  stories: (seed) => {
    const lives = stories(training, { in: world, upTo: mostCommands })
    const details = fc.check(
      fc.property(lives, ({ events }) => {
        const on = ledger()
        return events.every((event) => on.append([event] as never) && holds(on))
      }),
      { seed, numRuns: mostRuns },
    )
    const [life] = details.counterexample ?? []
    return life && { runs: details.numRuns, steps: life.steps.length }
  },
  'fc.array': (seed) => {
    const lives = fc.array(command, { minLength: 1, maxLength: mostCommands, size: 'max' })
    const details = fc.check(
      fc.property(lives, (life) => {
        const on = ledger()
        return life.every((one) => {
          ask(on, one)
          return holds(on)
        })
      }),
      { seed, numRuns: mostRuns },
    )
    const [life] = details.counterexample ?? []
    return life && { runs: details.numRuns, steps: life.length }
  },
  'fc.commands': commands(false),
  'fc.commands, checked': commands(true),
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

console.log(
  `${seeds} seeds, up to ${mostRuns} runs of up to ${mostCommands} commands; the shortest story has ${shortest}`,
)
const measured = Object.entries(ways).map(([way, search]) => {
  const start = performance.now()
  const found = Array.from({ length: seeds }, (_, at) => search(at + 1)).filter((one) => one !== undefined)
  const runs = mean(found.map((one) => one.runs))
  const steps = mean(found.map((one) => one.steps))
  const minimal = found.filter((one) => one.steps === shortest).length / Math.max(1, found.length)
  console.log(
    `${way.padEnd(22)} found ${String(found.length).padStart(3)} of ${seeds}   runs ${runs.toFixed(1).padStart(6)}   ` +
      `steps ${steps.toFixed(2)}   shortest ${(100 * minimal).toFixed(1)} %   ${((performance.now() - start) / seeds).toFixed(0)} ms a seed`,
  )
  return { way, runs, minimal, all: found.length === seeds }
})
const [ours, ...others] = measured
const best = Math.min(...others.map(({ runs }) => runs))
const holdsUp = ours?.all === true && ours.runs <= best / 5 && ours.minimal >= 0.99
console.log(`stories takes ${((ours?.runs ?? 0) / best).toFixed(3)} of the runs of the best of the others`)
process.exitCode = holdsUp ? 0 : 1

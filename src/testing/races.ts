import {
  type AnyEvent,
  type Command,
  createLedger,
  type Intent,
  isRejected,
  type Ledger,
  project,
  wholeBoundaryNow,
} from '../kernel/index.ts'
import { describeValue, failure } from './describe-value.ts'
import type { Invariant } from './laws/invariants.ts'
import { asTheSystem, type Workflow } from './story.ts'
import { type KitLanguage, wordsOf } from './words/index.ts'

export type Race = {
  /** The events before the hosts start. */
  readonly given?: readonly Intent[]
  /** One command a host, all at once. */
  readonly racing: readonly Intent[]
  /** The invariants in the end, in whatever order they came. */
  readonly always: Readonly<Record<string, Invariant>>
  /** Whether what follows by policy is carried out, a turn of its own after each append: it is. */
  readonly policies?: boolean
  /** Orders tried at most; beyond it they are sampled evenly: 2,520, which is all of them for four hosts. */
  readonly orders?: number
  readonly language?: KitLanguage
}

/** One order that broke a sentence: `1r 2r 1w 2w` is both read, then both written; `1p` is what follows by policy. */
export type Violation = {
  readonly sentence: string
  readonly order: string
  readonly events: readonly AnyEvent[]
}
export type RunResult = { readonly orders: number; readonly lost: readonly Violation[] }

export type Outcomes = {
  /** Hosts that append under the condition their read gave them, and try again when it no longer holds. */
  readonly withConditions: RunResult
  /** The same hosts without: what is lost here is what the boundary is for. */
  readonly without: RunResult
  /** Throws the first order in which a sentence is broken although every host kept to its condition. */
  readonly mustHold: () => void
}

/**
 * The same commands by concurrent hosts, reads and appends interleaved in every order, and what follows by policy a turn of its own: with append conditions, and
 * without them, so that one sees which rules need the boundary.
 *
 * @example
 * ```ts
 * import { assemble, catalog } from 'training-ops'
 * import { races } from 'training-ops/testing'
 * const at = '2026-03-01T09:00:00.000Z'
 * const draft = { type: 'DraftCourse', data: { at, courseId: 'selling', title: 'Selling' } }
 * const { withConditions, without } = races(assemble([catalog], {}, { trusted: true }), {
 *   racing: [draft, draft],
 *   always: { 'a course is drafted once': (_, events) => events.length === 1 },
 * })
 * withConditions // => { orders: 6, lost: [] }
 * without.lost.length // => 4
 * ```
 */
export const races = <C extends Command, E extends AnyEvent, R>(
  workflow: Workflow<C, E, R>,
  race: Race,
): Outcomes => {
  const turns =
    (race.policies ?? true) && workflow.modules.some(({ policies }) => policies.length > 0) ? 3 : 2
  const all = ordersOf(race.racing.length, race.orders ?? 2520, turns)
  const heat = (conditional: boolean): RunResult => ({
    orders: all.length,
    lost: all.flatMap((order) => lostIn(workflow as never, race, order, conditional)),
  })
  const withConditions = heat(true)
  let without: RunResult | undefined
  return {
    withConditions,
    get without() {
      without ??= heat(false)
      return without
    },
    mustHold: () => {
      const [lost] = withConditions.lost
      if (lost === undefined) return
      const words = wordsOf(race.language)
      throw failure([
        `${words.broken}${words.colon}${lost.sentence}`,
        '',
        ...lost.events.map((event, at) => `  ${String(at + 1).padStart(3)}. ${describeValue(event)}`),
        '',
        `${words.because}${words.colon}${lost.order}`,
      ])
    },
  }
}

const lostIn = (
  workflow: Workflow,
  { given = [], racing, always }: Race,
  order: readonly number[],
  conditional: boolean,
): readonly Violation[] => {
  const ledger = createLedger(workflow)
  const enveloped = ({ type, data }: Intent, name: string): Command => ({
    type,
    data,
    metadata: asTheSystem(name),
  })
  for (const [at, intent] of given.entries()) ledger.executeWithPolicies(enveloped(intent, `given-${at}`))
  const commands = racing.map((intent, at) => enveloped(intent, `host-${at}`))
  const described = raceOn(ledger, workflow, commands, order, conditional)
  const events = ledger.events()
  return Object.entries(always)
    .filter(([, holds]) => holds((projection) => project(projection, events), events, []) !== true)
    .map(([sentence]) => ({ sentence, order: described, events }))
}

/** Lets the hosts of these commands take their turns on a ledger, and says which turn each was. */
export const raceOn = (
  ledger: Ledger<Command, AnyEvent, unknown>,
  workflow: Workflow,
  commands: readonly Command[],
  order: readonly number[],
  conditional: boolean,
): string => {
  const hosts = commands.map((command, at) => {
    const read = () => {
      const { events, condition } = wholeBoundaryNow(
        (seen) => workflow.boundaryOf(command, seen),
        ledger.read,
      )
      return { verdict: workflow.decide(command, events), condition }
    }
    let seen: ReturnType<typeof read> | undefined
    let hasWritten = false
    return () => {
      if (hasWritten) {
        ledger.advanceTo(beforeAll)
        return `${at + 1}p`
      }
      if (seen === undefined) {
        seen = read()
        return `${at + 1}r`
      }
      for (let { verdict, condition } = seen; !isRejected(verdict); { verdict, condition } = read())
        if (ledger.append(verdict.right, conditional ? condition : undefined)) break
      hasWritten = true
      return `${at + 1}w`
    }
  })
  return order.map((host) => hosts[host]?.() ?? '').join(' ')
}

/** Before every deadline: only what was asked for at once is carried out. */
const beforeAll = '0000-01-01T00:00:00Z'

/** Every way in which n hosts can take so many turns each, or an even sample of them. */
const ordersOf = (hosts: number, most: number, turns: number): readonly (readonly number[])[] => {
  const ways = (left: readonly number[]): number => {
    const all = left.reduce((sum, one) => sum + one, 0)
    return factorial(all) / left.reduce((product, one) => product * factorial(one), 1)
  }
  const nth = (rank: number): readonly number[] => {
    const left = Array.from({ length: hosts }, () => turns)
    const order: number[] = []
    for (let turn = 0, rest = rank; turn < turns * hosts; turn++)
      for (let host = 0; host < hosts; host++) {
        if (left[host] === 0) continue
        left[host] = (left[host] as number) - 1
        const count = ways(left)
        if (rest < count) {
          order.push(host)
          break
        }
        rest -= count
        left[host] = (left[host] as number) + 1
      }
    return order
  }
  const all = ways(Array.from({ length: hosts }, () => turns))
  const tried = Math.min(all, most)
  return Array.from({ length: tried }, (_, at) => nth(Math.floor((at * all) / tried)))
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))

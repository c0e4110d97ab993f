import fc from 'fast-check'
import {
  type AnyEvent,
  type AnyProjection,
  type Command,
  canonical,
  createLedger,
  given,
  isLeft,
  type Ledger,
  wholeBoundaryNow,
} from '../kernel/index.ts'
import { failure } from './describe-value.ts'
import type { Invariant, Look } from './laws/invariants.ts'
import { asTheSystem, type Step, type Story, type Workflow } from './story.ts'
import { storyInWords } from './story-in-words.ts'
import { universe, type ValuePool } from './universe.ts'
import { type KitLanguage, wordsOf } from './words/index.ts'

export type Exploring = {
  /** The values of each field, as in `universe`; what no name is given for has one or two values of its schema. */
  readonly names?: Readonly<Record<string, ValuePool>>
  /** Commands and deadlines one after the other, at most: 6. */
  readonly depth?: number
  /** Only these commands are asked. */
  readonly only?: readonly string[]
  /** The instant at which everything is asked; time goes on only to what is due. */
  readonly at?: string
  /** States at most: 5,000. */
  readonly states?: number
  readonly always?: Readonly<Record<string, Invariant>>
  readonly language?: KitLanguage
}

/** The result of exploring a small world. */
export type Explored = {
  /** Different states that were reached. */
  readonly states: number
  /** Every sequence up to this length was tried. */
  readonly depth: number
  /** Whether no sequence, however long, leads to another state. */
  readonly exhausted: boolean
  /** The sentence that is broken, and the shortest story that breaks it. */
  readonly broken?: { readonly sentence: string; readonly story: readonly string[] }
  readonly describe: () => string
  /** Throws the shortest story where a sentence is broken. */
  readonly mustHold: () => void
}

type Asked = { readonly type: string; readonly data: unknown }
/** A life as the commands that led to it; it is lived again when it is gone on from. */
type Place = { readonly path: readonly Move[] }
/** A command of a host; the next that a policy asked for; or the next that is due. */
type Move = Asked | 'policy' | 'due'
type Host = Ledger<Command, AnyEvent, unknown>

/**
 * Tries every sequence of commands in a small world. A command of a policy is executed at every point after it, others'
 * commands before it and between, and what is due comes due at every point. A state
 * that was seen before is not gone on from, so that a small world comes to an end. A law over random lives finds what is likely;
 * this proves that there is nothing, as far as it went. An invariant that looks at the list of events, and not at projections, is
 * held along the first story that leads to each state.
 *
 * @example
 * ```ts
 * import { assemble, catalog } from 'training-ops'
 * import { explore } from 'training-ops/testing'
 * const explored = explore(assemble([catalog], {}, { trusted: true }), {
 *   only: ['DraftCourse', 'RetireCourse'],
 *   names: { courseId: ['selling'], title: ['Selling'] },
 *   always: { 'a course is drafted once': (_, events) => events.filter(({ type }) => type === 'CourseDrafted').length <= 1 },
 * })
 * explored.exhausted // => true
 * explored.describe() // => 'exhausted: 3 states'
 * ```
 */
export const explore = <C extends Command, E extends AnyEvent, R>(
  workflow: Workflow<C, E, R>,
  exploring: Exploring = {},
): Explored => {
  const {
    depth: deepest = 6,
    states: most = 5000,
    always = {},
    language,
    at = '2026-03-02T09:00:00.000Z',
  } = exploring
  const words = wordsOf(language)
  const asked = commandsOf(workflow as never, exploring, at)
  const projections = projectionsRead(workflow as never)
  const rules = Object.entries(always)
  const seen = new Set<string>()
  let [places, depth, exhausted]: [Place[], number, boolean] = [[{ path: [] }], 0, false]
  let broken: Explored['broken']

  const stateOf = (host: Host): string =>
    canonical([
      projections.map((projection) => host.project(projection)),
      host.agenda().map(({ dueAt, command: { type, data } }) => [dueAt, type, data]),
      host.unanswered().map(({ type, data }) => [type, data]),
    ])
  /** The sentence that is broken after some of these events. */
  const breachIn = (host: Host, from: number): string | undefined => {
    for (let many = from; many <= host.events().length; many++) {
      const events = host.events().slice(0, many)
      const past =
        many === host.events().length ? host : (createLedger(workflow, { events }) as unknown as Host)
      const look = ((projection: AnyProjection) => past.project(projection)) as Look
      const sentence = rules.find(([, holds]) => holds(look, events, []) !== true)?.[0]
      if (sentence !== undefined) return sentence
    }
    return undefined
  }

  const first = lived(workflow as never, []).host
  seen.add(stateOf(first))
  for (; depth < deepest && broken === undefined && seen.size < most; depth++) {
    const next: Place[] = []
    for (const { path } of places) {
      const here = lived(workflow as never, path).host
      const steps: readonly (Asked | 'due')[] = [
        ...asked,
        ...(here.agenda().length > 0 ? (['due'] as const) : []),
      ]
      for (const step of steps) {
        if (step !== 'due' && isRefused(workflow as never, here, step)) continue
        const longer = [...path, step]
        const { host, before } = lived(workflow as never, longer)
        if (host.events().length === before) continue
        const sentence = breachIn(host, before + 1)
        if (sentence !== undefined) {
          const { steps } = lived(workflow as never, longer)
          broken = { sentence, story: storyInWords({ steps } as unknown as Story, words) }
          break
        }
        const state = stateOf(host)
        if (seen.has(state)) continue
        seen.add(state)
        next.push({ path: longer })
        if (seen.size >= most) break
      }
      if (broken !== undefined || seen.size >= most) break
    }
    if (broken === undefined && seen.size < most && next.length === 0) {
      exhausted = true
      break
    }
    places = next
    if (seen.size >= most) break
  }
  const describe = (): string =>
    broken !== undefined
      ? `${words.broken}${words.colon}${broken.sentence}`
      : exhausted
        ? words.exhausted(seen.size)
        : words.provedTo(depth, seen.size)
  return {
    states: seen.size,
    depth,
    exhausted,
    ...given({ broken }),
    describe,
    mustHold: () => {
      if (broken !== undefined) throw failure([describe(), '', ...broken.story])
    },
  }
}

/** Every command of the world, with every choice of its values. */
const commandsOf = (workflow: Workflow, { names = {}, only }: Exploring, at: string): readonly Asked[] => {
  const world = universe({ at: [at], ...names })
  return workflow.modules
    .flatMap(({ decisions }) => decisions)
    .filter(({ command }) => only === undefined || only.includes(command.type))
    .flatMap(({ command: { type, schema } }) => {
      const values = fc.sample(world.valuesOf(schema, type), { numRuns: 400, seed: 1 })
      const different = new Map(values.map((data) => [canonical(data), data]))
      return [...different.values()].map((data) => ({ type, data }))
    })
}

const projectionsRead = ({ warm, modules }: Workflow): readonly AnyProjection[] => [
  ...new Set([...warm.projections, ...modules.flatMap(({ projections }) => projections)]),
]

const enveloped = ({ type, data }: Asked, at: number): Command => ({
  type,
  data,
  metadata: asTheSystem(`c${at + 1}`),
})

const isRefused = (workflow: Workflow, host: Host, asked: Asked): boolean => {
  const command = enveloped(asked, 99_999)
  const verdict = workflow.decide(
    command,
    wholeBoundaryNow((seen) => workflow.boundaryOf(command, seen), host.read).events,
  )
  return isLeft(verdict) || verdict.right.length === 0
}

/** A life lived along a path: the ledger, what was asked, and how many events there were before the last step. */
const lived = (workflow: Workflow, path: readonly Move[]) => {
  const host = createLedger(workflow) as Host
  const steps: Step[] = []
  let before = 0
  for (const [at, move] of path.entries()) {
    before = host.events().length
    if (typeof move !== 'string') {
      const command = enveloped(move, at)
      steps.push({ command, by: 'host', before, answer: host.execute(command) })
      continue
    }
    const command = move === 'policy' ? host.unanswered()[0] : host.agenda()[0]?.command
    if (command === undefined) continue
    const by = move === 'policy' ? 'policy' : 'deadline'
    steps.push({ command, by, before, answer: host.executeForPolicy(command) })
  }
  return { host, steps, before }
}

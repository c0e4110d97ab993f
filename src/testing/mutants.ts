import {
  type AnyEvent,
  type AnyProjection,
  assemble,
  type Command,
  type Decision,
  fold,
  isRejected,
  type Policy,
} from '../kernel/index.ts'
import { isDeadline } from '../kernel/policy.ts'
import { failure } from './describe-value.ts'
import type { Law } from './laws/law.ts'
import { same } from './same.ts'
import type { Workflow } from './story.ts'
import { type KitLanguage, wordsOf } from './words/index.ts'

type Module = Workflow['modules'][number]

export type Mutating<C extends Command, E extends AnyEvent, R> = {
  /** The laws a mutant is held against: `(mutant) => lawsOf(mutant, { lives: stories(mutant, …), always, runs: 50 })`. */
  readonly laws: (mutant: Workflow<C, E, R>) => readonly Law[]
  /** Only what stands in these modules is broken, by name. */
  readonly of?: readonly string[]
  /** The settings that the workflow was assembled with. */
  readonly settings?: Readonly<Record<string, object>>
  readonly language?: KitLanguage
}

/** The result for a workflow that was broken on purpose, one place at a time. */
export type Mutation = {
  /** Mutants that a law noticed, with the names of those that did. */
  readonly noticed: Readonly<Record<string, readonly string[]>>
  /** Mutants that behaved otherwise in the lives that were lived, and that no law noticed: an invariant is missing. */
  readonly survivors: readonly string[]
  /** Mutants that never behaved otherwise: no life came to that place. */
  readonly unreached: readonly string[]
  /** Laws that noticed no mutant at all: one that is always true stands here. */
  readonly idle: readonly string[]
  readonly describe: () => string
  /** Throws the list when a mutant survived. */
  readonly mustBeNoticed: () => void
}

type Mutant = { readonly name: string; readonly modules: (reached: () => void) => readonly Module[] }

/**
 * Breaks a workflow on purpose, one place at a time, and says which mutants no law of yours noticed: a policy or its deadlines
 * dropped, a recipe of a projection, what a decision reads, a rejection given up, a number among the settings moved by one. The
 * laws that noticed nothing are listed too.
 *
 * @example
 * ```ts
 * import { assemble, catalog } from 'training-ops'
 * import { lawsOf, mutants, stories, universe } from 'training-ops/testing'
 * const mutation = mutants(assemble([catalog], {}, { trusted: true }), {
 *   laws: (mutant) => {
 *     const lives = stories(mutant, { in: universe({ courseId: 1 }), only: ['DraftCourse'], upTo: 4 })
 *     return lawsOf(mutant, { lives, runs: 2, seed: 1, always: { 'all is well': () => true } })
 *   },
 * })
 * mutation.idle.includes('all is well') // => true
 * ```
 */
export const mutants = <C extends Command, E extends AnyEvent, R>(
  workflow: Workflow<C, E, R>,
  { laws: lawsFor, of, settings = {}, language }: Mutating<C, E, R>,
): Mutation => {
  const words = wordsOf(language)
  const noticed: Record<string, readonly string[]> = {}
  const survivors: string[] = []
  const unreached: string[] = []
  const busy = new Set<string>()
  const names = new Set<string>()
  for (const { name, modules } of mutantsOf(workflow as never, of)) {
    let reached = false
    const mutant = assemble(
      modules(() => {
        reached = true
      }),
      settings as never,
      { trusted: true },
    ) as unknown as Workflow<C, E, R>
    const laws = lawsFor(mutant)
    const broken = laws.filter(isBroken).map((law) => law.name)
    for (const law of laws) names.add(law.name)
    for (const law of broken) busy.add(law)
    if (broken.length > 0) noticed[name] = broken
    else if (reached) survivors.push(name)
    else unreached.push(name)
  }
  const idle = [...names].filter((name) => !busy.has(name))
  const describe = () =>
    [
      words.mutants(Object.keys(noticed).length, survivors.length, unreached.length),
      ...survivors.map((name) => `  ${words.survived}${words.colon}${name}`),
      ...unreached.map((name) => `  ${words.never}${words.colon}${name}`),
      ...idle.map((name) => `  ${words.idle}${words.colon}${name}`),
    ].join('\n')
  return {
    noticed,
    survivors,
    unreached,
    idle,
    describe,
    mustBeNoticed: () => {
      if (survivors.length > 0) throw failure([describe()])
    },
  }
}

const isBroken = (law: Law): boolean => {
  if (law.isBroken !== undefined) return law.isBroken()
  try {
    law.check()
    return false
  } catch {
    return true // that it threw is the answer
  }
}

const mutantsOf = (workflow: Workflow, of: readonly string[] | undefined): readonly Mutant[] => {
  const { modules } = workflow
  const mine = modules.filter(({ name }) => of?.includes(name) ?? true)
  const inModule = (module: Module, turn: (module: Module) => Module) =>
    modules.map((one) => (one === module ? turn(one) : one))
  return mine.flatMap((module): readonly Mutant[] => [
    ...module.policies.flatMap((policy) =>
      policyMutants(policy, (turn) =>
        inModule(module, (one) => ({
          ...one,
          policies: one.policies.flatMap((each) => (each === policy ? turn : [each])),
        })),
      ),
    ),
    ...(module.decisions as readonly Decision[]).flatMap((decision) =>
      decisionMutants(decision, module, (turn) =>
        inModule(module, (one) => ({
          ...one,
          decisions: one.decisions.map((each) => (each === decision ? turn : each)),
        })),
      ),
    ),
    ...[
      ...new Set(
        module.decisions.flatMap(({ reads }) =>
          Object.values(reads).map((read) =>
            'projection' in (read as object)
              ? (read as { projection: AnyProjection }).projection
              : (read as AnyProjection),
          ),
        ),
      ),
    ].flatMap((projection) =>
      Object.keys(projection.on)
        .filter((type) => Object.hasOwn(module.events.declarations as object, type))
        .map(
          (type): Mutant => ({
            name: `${projection.name}: ${type}`,
            modules: (reached) => readInstead(modules, projection, without(projection, type, reached)),
          }),
        ),
    ),
  ])
}

const policyMutants = (
  policy: Policy,
  put: (turn: readonly Policy[]) => readonly Module[],
): readonly Mutant[] => [
  {
    name: policy.name,
    modules: (reached) => put([turned(policy, reached, () => [])]),
  },
  {
    name: `${policy.name}: deadlines`,
    modules: (reached) => put([turned(policy, reached, (all) => all.filter((one) => !isDeadline(one)))]),
  },
  ...numbersIn(policy.settings).map(
    ({ field, value }): Mutant => ({
      name: `${policy.name}: ${field} ${value}`,
      modules: (reached) => {
        const { react } = policy
        return put([
          {
            ...policy,
            react: (event, states, settings: object) => {
              const [right, wrong] = [
                react(event, states, settings),
                react(event, states, { ...settings, [field]: value }),
              ]
              if (!same(right, wrong)) reached()
              return wrong
            },
          },
        ])
      },
    }),
  ),
]

type Reaction = ReturnType<Policy['react']>
const turned = (policy: Policy, reached: () => void, turn: (all: Reaction) => Reaction): Policy => ({
  ...policy,
  react: (event, states, settings) => {
    const right = policy.react(event, states, settings)
    const wrong = turn(right)
    if (wrong.length !== right.length) reached()
    return wrong
  },
})

const numbersIn = (settings: object): readonly { readonly field: string; readonly value: number }[] =>
  Object.entries(settings).flatMap(([field, value]) =>
    typeof value === 'number' ? [value - 1, value + 1].map((one) => ({ field, value: one })) : [],
  )

type Decide = Decision['decide']
const decisionMutants = (
  decision: Decision,
  { rejections }: Module,
  put: (turn: Decision) => readonly Module[],
): readonly Mutant[] => {
  const { command, reads, decide } = decision
  const wrong = (name: string, otherwise: Decide): Mutant => ({
    name: `${command.type}: ${name}`,
    modules: (reached) =>
      put({
        ...decision,
        decide: (data, states, settings) => {
          const [right, wrong] = [decide(data, states, settings), otherwise(data, states, settings)]
          if (!same(right, wrong)) reached()
          return wrong
        },
      }),
  })
  const initial = (name: string) => {
    const read = (reads as Readonly<Record<string, unknown>>)[name] as object
    return 'eachOf' in read
      ? {}
      : fold('projection' in read ? (read.projection as AnyProjection) : (read as AnyProjection), [])
  }
  const unknowing = (states: object, name: string) => ({ ...states, [name]: initial(name) })
  return [
    ...Object.keys(reads).map((name) =>
      wrong(`${name} is not read`, (data, states, settings) =>
        decide(data, unknowing(states, name), settings),
      ),
    ),
    ...['IllegalTransition', ...Object.keys(rejections)].map((code) =>
      wrong(`${code} is given up`, (data, states, settings) => {
        const right = decide(data, states, settings)
        if (!isRejected(right) || (right.left as { readonly code: string }).code !== code) return right
        const others = Object.keys(reads).flatMap((name) => [
          unknowing(states, name),
          ...oneFieldElse(states, name),
        ])
        return (
          others.map((one) => decided(decide, data, one, settings)).find((one) => one?._tag === 'Right') ??
          right
        )
      }),
    ),
    ...numbersIn(decision.settings).map(({ field, value }) =>
      wrong(`${field} ${value}`, (data, states, settings: object) =>
        decide(data, states, { ...settings, [field]: value }),
      ),
    ),
  ]
}

const decided = (...[decide, data, states, settings]: readonly [Decide, unknown, unknown, unknown]) => {
  try {
    return decide(data, states, settings)
  } catch {
    return undefined // knowledge that no log gives: the rule need not stand it
  }
}

/** The states with one field changed: a number great or none, a flag the other way. */
const oneFieldElse = (states: object, name: string): readonly object[] => {
  const state = (states as Readonly<Record<string, unknown>>)[name]
  if (state === null || typeof state !== 'object' || Array.isArray(state)) return []
  return Object.entries(state).flatMap(([field, value]) => {
    const others =
      typeof value === 'number'
        ? [0, 1_000_000_000]
        : typeof value === 'boolean'
          ? [!value]
          : Array.isArray(value)
            ? [[]]
            : typeof value === 'string' || value === undefined
              ? []
              : [{}]
    return others.map((other) => ({ ...states, [name]: { ...state, [field]: other } }))
  })
}

const without = (projection: AnyProjection, type: string, reached: () => void): AnyProjection => ({
  ...projection,
  on: { ...projection.on, [type]: () => reached() },
})

/** The same modules, whose decisions and policies read another projection instead of one. */
const readInstead = (
  modules: readonly Module[],
  one: AnyProjection,
  other: AnyProjection,
): readonly Module[] => {
  const readsOf = (reads: Decision['reads']): Decision['reads'] =>
    Object.fromEntries(
      Object.entries(reads).map(([name, read]) => [
        name,
        read === one
          ? other
          : 'projection' in read && read.projection === one
            ? { ...read, projection: other }
            : read,
      ]),
    )
  return modules.map((module) => ({
    ...module,
    decisions: module.decisions.map((decision) => ({ ...decision, reads: readsOf(decision.reads) })),
    policies: module.policies.map((policy) => ({ ...policy, reads: readsOf(policy.reads) })),
  }))
}

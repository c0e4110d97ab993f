import fc, { type Arbitrary } from 'fast-check'
import type { AnyEvent, Command, Policy } from '../kernel/index.ts'
import { foldedFrom, knowledge, planOf } from '../kernel/reads.ts'
import { failure, mustKnow } from './describe-value.ts'
import { hunting } from './stories.ts'
import { type AnyStory, genericRefusals, isUntrusted, type Story, type Workflow } from './story.ts'
import { type KitLanguage, type Words, wordsOf } from './words/index.ts'

/** How often each was visited; 0 for what never was. */
export type Visits = Readonly<Record<string, number>>

/** The parts of a workflow that a number of lives visited. */
export type Reach = {
  /** Commands after which something had happened. */
  readonly commands: Visits
  readonly events: Visits
  readonly rejections: Visits
  /** Policies on events that happened, and how often each asked for something. */
  readonly policies: Visits
  /** Commands that were planned for later, and how often they came due. */
  readonly deadlines: Visits
  /** Commands that were accepted and after which nothing had happened; none of them is ever missing. */
  readonly noOps: Visits
  /** The parts that no life visited and nobody excused. */
  readonly missing: readonly string[]
  readonly report: () => string
  /** Throws the table when something was never visited. */
  readonly mustBeWhole: () => void
}

export type Reaching = {
  /** Lives at most: 200. No more are lived once nothing is missing. */
  readonly runs?: number
  readonly seed?: number
  readonly language?: KitLanguage
  /** Only what these modules can do, by name: a host's own beside the standard ones. */
  readonly of?: readonly string[]
  /** Only these commands, events, rejections and policies, by name. */
  readonly only?: readonly string[]
  /** The names that cannot be reached from this world. */
  readonly except?: readonly string[]
}

/**
 * Which commands led to something, which events happened, which rejections were given, which policies asked for something
 * and which deadlines came due in these lives. A rule that no story ever refused by is not tested, whatever the coverage
 * says. Lives of `stories` are chosen by what was seldom reached before: each goes on from where another came far. Give
 * several kinds of lives where one world cannot hold everything. A name in `of`, `only` or `except` that the workflow does not
 * know throws `training-ops: reach needs …`.
 *
 * @example
 * ```ts
 * import { assemble, catalog } from 'training-ops'
 * import { reach, stories } from 'training-ops/testing'
 * const workflow = assemble([catalog], {}, { trusted: true })
 * const { report, missing } = reach(stories(workflow), workflow, { runs: 100 })
 * report().startsWith('commands reached: ') // => true
 * missing.includes('CourseDrafted') // => false
 * ```
 */
export const reach = <C extends Command, E extends AnyEvent, R>(
  lives: Arbitrary<Story<C, E, R>> | readonly Arbitrary<Story<C, E, R>>[],
  workflow: Workflow<C, E, R>,
  { runs = 200, seed = 1, language, of, only, except = [] }: Reaching = {},
): Reach => {
  mustKnow(
    'reach',
    'names of its modules',
    workflow.modules.map(({ name }) => name),
    of,
  )
  const modules = workflow.modules.filter(({ name }) => of?.includes(name) ?? true)
  const declared = <One>(named: (module: (typeof modules)[number]) => readonly One[]) =>
    modules.flatMap(named)
  const policies = declared(({ policies, withModules }) => [
    ...policies,
    ...workflow.modules.flatMap(({ name }) => withModules[name] ?? []),
  ])
  const visits = {
    commands: counter(declared(({ decisions }) => decisions.map(({ command }) => command.type as string))),
    events: counter(declared(({ events }) => Object.keys(events.declarations))),
    rejections: counter(
      declared(({ rejections }) => Object.keys(rejections)),
      genericRefusals,
    ),
    policies: counter([]),
    deadlines: counter([]),
    noOps: counter([]),
  }
  const required = [visits.commands, visits.events, visits.rejections, visits.policies, visits.deadlines]
  const missing = () =>
    [...new Set(required.flatMap(({ never }) => never()))].filter(
      (one) => !except.includes(one) && (only?.includes(one) ?? true),
    )
  const own = new Set(declared(({ decisions }) => decisions.map(({ command }) => command.type as string)))
  const known = [
    ...required.flatMap(({ visits }) => Object.keys(visits())),
    ...policies.map(({ name }) => name),
  ]
  mustKnow('reach', 'to except what there is', known, except)
  mustKnow('reach', 'to look for what there is', known, only)
  const kinds = ([lives].flat() as unknown as readonly Arbitrary<AnyStory>[]).map((kind) => ({
    lives: hunting(kind),
    lived: 0,
    inVain: 0,
  }))
  let untrusted = false
  for (let run = 0; run < runs; run++) {
    const left = missing().length
    if (run > 0 && left === 0) break
    // of several kinds the one that found something most lately, and the others by turns
    const [kind] = [...kinds].sort((a, b) => a.inVain - b.inVain || a.lived - b.lived)
    if (kind === undefined) break
    const [story] = fc.sample(kind.lives, { numRuns: 1, seed: (seed + Math.imul(run, 0x9e3779b1)) | 0 })
    for (const { command, answer, by } of (story as AnyStory).steps) {
      if (by === 'deadline') visits.deadlines.visit(command.type)
      if (answer._tag === 'Left') visits.rejections.visit((answer.left as { readonly code: string }).code)
      if (answer._tag !== 'Right') continue
      if (answer.right.length > 0) visits.commands.visit(command.type)
      else if (!answer.resent && own.has(command.type)) visits.noOps.add(command.type)
      for (const { type } of answer.right) visits.events.visit(type)
    }
    untrusted ||= isUntrusted(story as AnyStory)
    for (const { event, answer } of (story as AnyStory).reactions ?? []) {
      for (const { command } of answer.deadlines)
        if (own.has(command.type)) visits.deadlines.declare(command.type)
      // a policy on what these lives never see is no more missing than what it waits for
      for (const { name, when } of policies) if (when === event.type) visits.policies.declare(name)
      if (answer.commands.length + answer.deadlines.length === 0) continue
      for (const policy of askingPolicies(story as AnyStory, policies, event))
        visits.policies.visit(policy.name)
    }
    kind.lived++
    kind.inVain = missing().length < left ? 0 : kind.inVain + 1
  }
  const words = wordsOf(language)
  const report = () =>
    [
      ...visits.commands.table(words.commands, words),
      ...visits.events.table(words.events, words),
      ...visits.rejections.table(words.rejections, words),
      ...visits.policies.table(words.policyNames, words),
      ...visits.deadlines.table(words.deadlines, words),
      ...(untrusted ? [words.asTheSystem] : []),
    ].join('\n')
  return {
    commands: visits.commands.visits(),
    events: visits.events.visits(),
    rejections: visits.rejections.visits(),
    policies: visits.policies.visits(),
    deadlines: visits.deadlines.visits(),
    noOps: visits.noOps.visits(),
    missing: missing(),
    report,
    mustBeWhole: () => {
      if (missing().length > 0)
        throw failure([`${words.never}${words.colon}${missing().join(', ')}`, '', report()])
    },
  }
}

/** Of the policies on an event, those that asked for something: where there are several, each is asked again. */
const askingPolicies = (
  { events }: AnyStory,
  policies: readonly Policy[],
  event: AnyEvent,
): readonly Policy[] => {
  const on = policies.filter(({ when }) => when === event.type)
  if (on.length < 2) return on
  const { commandId } = event.metadata ?? {}
  const upTo = events.findLastIndex(({ metadata }) => metadata?.commandId === commandId) + 1
  const known = foldedFrom(events.slice(0, upTo))
  return on.filter(
    ({ reads, react, settings }) =>
      react(event.data, knowledge(planOf(reads), event.data, known), settings).length > 0,
  )
}

const counter = (declared: readonly string[], besides: readonly string[] = []) => {
  const visits = new Map(declared.map((name) => [name, 0]))
  const add = (name: string): void => void visits.set(name, (visits.get(name) ?? 0) + 1)
  const names = () => [...visits.keys()].filter((name) => !besides.includes(name))
  return {
    add,
    declare: (name: string): void => void visits.set(name, visits.get(name) ?? 0),
    visit: (name: string): void => {
      if (visits.has(name) || besides.includes(name)) add(name)
    },
    visits: (): Visits => Object.fromEntries(visits),
    never: () => names().filter((name) => visits.get(name) === 0),
    table: (what: string, { never, reached }: Words): readonly string[] =>
      visits.size === 0
        ? []
        : [
            reached(what, names().filter((name) => visits.get(name) !== 0).length, names().length),
            ...Array.from(
              visits,
              ([name, times]) =>
                `  ${name.padEnd(32)}${String(times).padStart(7)}${times === 0 ? `   ${never}` : ''}`,
            ),
          ],
  }
}

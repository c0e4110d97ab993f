import fc, { type Arbitrary } from 'fast-check'
import type { AnyEvent, Command } from '../kernel/index.ts'
import { failure, mustKnow } from './describe-value.ts'
import type { Story, Workflow } from './story.ts'
import { type KitLanguage, wordsOf } from './words/index.ts'

/** How often each was visited; 0 for what never was. */
export type Visits = Readonly<Record<string, number>>

/** What a number of lives visited of what a workflow can do. */
export type Reach = {
  readonly commands: Visits
  readonly events: Visits
  readonly rejections: Visits
  /** What no life visited and nobody excused. */
  readonly missing: readonly string[]
  readonly report: () => string
  /** Throws the table when something was never visited. */
  readonly mustBeWhole: () => void
}

export type Reaching = {
  readonly runs?: number
  readonly seed?: number
  readonly language?: KitLanguage
  /** Only what these modules can do, by name: a host's own beside the standard ones. */
  readonly of?: readonly string[]
  /** What cannot be reached from this world, by name. */
  readonly except?: readonly string[]
}

/**
 * Which commands were accepted, which events happened and which rejections were given in these lives. A rule that no
 * story ever refused by is not tested, whatever the coverage says. A name in `of` or `except` that the workflow does
 * not know throws `training-ops: reach needs …`.
 *
 * @example
 * ```ts
 * import { assemble, catalog } from 'training-ops'
 * import { reach, stories } from 'training-ops/testing'
 * const workflow = assemble([catalog])
 * const { report, missing } = reach(stories(workflow), workflow, { runs: 100 })
 * report().startsWith('commands reached: ') // => true
 * missing.includes('CourseDrafted') // => false
 * ```
 */
export const reach = <C extends Command, E extends AnyEvent, R>(
  lives: Arbitrary<Story<C, E, R>>,
  workflow: Workflow<C, E, R>,
  { runs = 200, seed = 1, language, of, except = [] }: Reaching = {},
): Reach => {
  mustKnow(
    'reach needs names of its modules',
    workflow.modules.map(({ name }) => name),
    of,
  )
  const modules = workflow.modules.filter(({ name }) => of?.includes(name) ?? true)
  const commands = counter(
    modules.flatMap(({ decisions }) => decisions.map(({ command }) => command.type as string)),
  )
  const events = counter(modules.flatMap(({ events }) => Object.keys(events.declarations)))
  const rejections = counter(modules.flatMap(({ rejections }) => Object.keys(rejections)))
  const reachable = [commands, events, rejections].flatMap((one) => Object.keys(one.visits()))
  mustKnow('reach needs to except what there is', reachable, except)
  for (const { steps } of fc.sample(lives, { numRuns: runs, seed }))
    for (const { command, answer } of steps) {
      if (answer._tag === 'Left') rejections.visit((answer.left as { readonly code: string }).code)
      if (answer._tag !== 'Right') continue
      commands.visit(command.type)
      for (const { type } of answer.right) events.visit(type)
    }
  const words = wordsOf(language)
  const all = [commands, events, rejections] as const
  const missing = all.flatMap(({ never }) => never()).filter((name) => !except.includes(name))
  const report = () =>
    [
      ...commands.table(words.commands, words.never, words.reached),
      ...events.table(words.events, words.never, words.reached),
      ...rejections.table(words.rejections, words.never, words.reached),
    ].join('\n')
  return {
    commands: commands.visits(),
    events: events.visits(),
    rejections: rejections.visits(),
    missing,
    report,
    mustBeWhole: () => {
      if (missing.length > 0)
        throw failure([`${words.never}${words.colon}${missing.join(', ')}`, '', report()])
    },
  }
}

const counter = (declared: readonly string[]) => {
  const visits = new Map(declared.map((name) => [name, 0]))
  const generic = [
    'IllegalTransition',
    'Unknown',
    'InvalidCommand',
    'NotAuthorized',
    'InstantAhead',
    'InstantPast',
  ]
  return {
    visit: (name: string) => {
      if (visits.has(name) || generic.includes(name)) visits.set(name, (visits.get(name) ?? 0) + 1)
    },
    visits: (): Visits => Object.fromEntries(visits),
    never: () => declared.filter((name) => visits.get(name) === 0),
    table: (what: string, never: string, heading: (what: string, some: number, all: number) => string) => [
      heading(what, declared.filter((name) => visits.get(name) !== 0).length, declared.length),
      ...Array.from(
        visits,
        ([name, times]) =>
          `  ${name.padEnd(32)}${String(times).padStart(7)}${times === 0 ? `   ${never}` : ''}`,
      ),
    ],
  }
}

import {
  type AnyEvent,
  type AnyProjection,
  type Command,
  type Deadline,
  type Intent,
  isLeft,
  isRejected,
  mistake,
  project,
  type TrainingSystem,
  type Verdict,
} from '../kernel/index.ts'
import { failure, column as labelled } from './describe-value.ts'
import { same } from './same.ts'
import { asTheSystem } from './story.ts'
import { type KitLanguage, type Words, wordsOf } from './words/index.ts'

type Happened = { readonly type: string; readonly data: unknown }
type Refused = { readonly code: string }
type Asked<C> = C extends { readonly type: infer Type; readonly data: infer Data }
  ? { readonly type: Type; readonly data: Data; readonly metadata?: Command['metadata'] }
  : never

/**
 * The state of a projection after all events: its view, or of a keyed projection the state of one
 * subject (ids in the order of `by`, with a space between).
 */
export type ThenKnown = {
  (projection: AnyProjection, state: unknown): void
  (projection: AnyProjection, subject: string, state: unknown): void
}

/** The expected result of a command; each throws, telling the story, when it did not. */
export type Expectation = {
  /** Exactly these events: their order, their fields, their number. */
  readonly then: (...events: readonly Happened[]) => Expectation
  /** Exactly this rejection. */
  readonly thenRejected: (rejection: Refused & Readonly<Record<string, unknown>>) => void
  /** Accepted, and nothing happened. */
  readonly thenNothing: () => void
  /** Accepted with this advisory among others. */
  readonly thenAdvised: (code: string) => Expectation
  /** Anything but this: other events, another rejection, or another view of a projection that is named. A broken law prints one. */
  readonly thenNot: (unwanted: Unwanted) => void
  readonly thenKnown: ThenKnown
}

/** An end that is not wanted; it is reached when all of it is so. */
export type Unwanted = {
  readonly events?: readonly Happened[]
  readonly rejection?: Refused & Readonly<Record<string, unknown>>
  /** The view of each projection of the workflow, by its name. */
  readonly known?: Readonly<Record<string, unknown>>
}

/** The expected answer of the policies to an event. */
export type Reaction = {
  /** Exactly these commands, in this order. */
  readonly thenCommands: (...commands: readonly Intent[]) => Reaction
  /** Exactly these deadlines, in this order. */
  readonly thenDeadlines: (...deadlines: readonly Deadline[]) => Reaction
}

export type Given<C> = {
  readonly when: (command: Asked<C>) => Expectation
  readonly whenHappened: (event: Happened) => Reaction
  readonly thenKnown: ThenKnown
}

/**
 * A rule shown at work: given what happened, when this is asked, then exactly that. A failure is described in English, or
 * with `{ language: zhCN }` in Chinese.
 *
 * Events are read as a store gives them back: an event of an earlier version (`metadata.schemaVersion`) is brought
 * up to date. Throws `training-ops: scenario needs events of its workflow, …`, naming the event, the path and the
 * reason, for a type no module declares or data that does not fit.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * import { scenario } from 'training-ops/testing'
 * const at = '2026-03-01T00:00:00.000Z'
 * scenario(assemble(lifecycle, {}, { trusted: true }))
 *   .given()
 *   .when({ type: 'OpenEnrolment', data: { at, offeringId: 'o-1' } })
 *   .thenRejected({ code: 'Unknown', what: 'offering', id: 'o-1' })
 * ```
 */
export const scenario = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  { language }: { readonly language?: KitLanguage } = {},
): { readonly given: (...events: readonly Happened[]) => Given<C> } => ({
  given: (...events) => {
    const past = events.map((event, at) => stored(training, event, `given[${at}]`))
    const projections = [
      ...training.warm.projections,
      ...training.modules.flatMap((module) => module.projections),
    ]
    return {
      when: (command) => {
        const asked = { metadata: asTheSystem('scenario'), ...(command as Intent) } as unknown as C
        return expectation(projections, past, asked, training.decide(asked, past), wordsOf(language))
      },
      whenHappened: (event) =>
        reaction(training, past, stored(training, event, 'whenHappened'), wordsOf(language)),
      thenKnown: knowing(column(wordsOf(language), 'given', past), past, wordsOf(language)),
    }
  },
})

/** An event as a store gives it back; one the workflow does not know would be passed over by every fold. */
const stored = <E extends AnyEvent>(
  { decode }: Pick<TrainingSystem<Command, E>, 'decode'>,
  event: Happened,
  at: string,
): E => {
  const read = decode(event)
  if (!isLeft(read)) return read.right
  const [issue] = read.left.issues
  const path = [at, ...(issue?.path ?? [])].join('.')
  throw mistake('scenario', 'events of its workflow', `${event.type} with ${issue?.code} at ${path}`)
}

type Label = { [Word in keyof Words]: Words[Word] extends string ? Word : never }[keyof Words]
const column = (words: Words, label: Label, events: readonly unknown[]): readonly string[] =>
  labelled(words[label], events, words.none)

/** The projections of a workflow by name. */
const named = (all: readonly AnyProjection[], name: string): AnyProjection => {
  const found = all.find((one) => one.name === name)
  if (found !== undefined) return found
  throw mistake('scenario', 'projections of its workflow', `"${name}"`)
}

const expectation = (
  projections: readonly AnyProjection[],
  past: readonly AnyEvent[],
  asked: Command,
  verdict: Verdict<unknown, AnyEvent>,
  words: Words,
): Expectation => {
  const bare = ({ type, data }: Happened): Happened => ({ type, data })
  const refused = isRejected(verdict)
  const got = refused ? [verdict.left] : verdict.right.map(bare)
  const label: Label = refused ? 'butWasRefused' : 'butGot'
  const story = [...column(words, 'given', past), ...column(words, 'when', [asked])]
  const fail = (
    wanted: Label,
    expected: readonly unknown[],
    but: Label = label,
    instead: readonly unknown[] = got,
  ) => {
    throw failure([...story, ...column(words, wanted, expected), ...column(words, but, instead)])
  }
  const expecting: Expectation = {
    // biome-ignore lint/suspicious/noThenProperty: given, when, then: nobody awaits a scenario
    then: (...events) => {
      if (refused || !same(got, events.map(bare))) fail('expected', events.map(bare))
      return expecting
    },
    thenRejected: (rejection) => {
      if (!refused || !same(verdict.left, rejection)) fail('expectedRejection', [rejection])
    },
    thenNothing: () => {
      if (refused || got.length > 0) fail('expected', [])
    },
    thenAdvised: (code) => {
      if (refused) return fail('expectedAdvice', [{ code }])
      const advisories = verdict.advisories ?? []
      if (!advisories.some((advisory) => advisory.code === code))
        fail('expectedAdvice', [{ code }], 'butWasAdvised', advisories)
      return expecting
    },
    thenNot: ({ events, rejection, known = {} }) => {
      const isOther = refused
        ? !same(verdict.left, rejection)
        : events === undefined || !same(got, events.map(bare))
      const after = [...past, ...(refused ? [] : verdict.right)]
      const isKnownOtherwise = Object.entries(known).some(
        ([name, view]) => !same(project(named(projections, name), after), view),
      )
      if (isOther || isKnownOtherwise) return
      throw failure([...story, ...column(words, 'unwanted', got)])
    },
    thenKnown: knowing(story, [...past, ...(refused ? [] : verdict.right)], words),
  }
  return expecting
}

const knowing =
  (story: readonly string[], events: readonly AnyEvent[], words: Words): ThenKnown =>
  (projection: AnyProjection, ...[one, other]: readonly unknown[]) => {
    const view: unknown = project(projection, events)
    const ofOne = other !== undefined
    const state = ofOne
      ? ((view as Readonly<Record<string, unknown>>)[one as string] ?? projection.initial())
      : view
    const expected = ofOne ? other : one
    if (!same(state, expected))
      throw failure([
        ...story,
        ...column(words, 'expectedToKnow', [expected]),
        ...column(words, 'butKnows', [state]),
      ])
  }

const reaction = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  past: readonly E[],
  event: E,
  words: Words,
): Reaction => {
  const { commands, deadlines } = training.react(event, [...past, event])
  const bare = ({ type, data }: Command): Intent => ({ type, data })
  const later = deadlines.map(({ dueAt, command }) => ({ dueAt, command: bare(command) }))
  const expect = (what: Label, got: readonly unknown[], expected: readonly unknown[]) => {
    if (same(got, expected)) return
    const story = [...column(words, 'given', past), ...column(words, 'when', [event])]
    throw failure([...story, ...column(words, what, expected), ...column(words, 'butGot', got)])
  }
  const reacting: Reaction = {
    thenCommands: (...expected) => {
      expect('expectedCommands', commands.map(bare), expected)
      return reacting
    },
    thenDeadlines: (...expected) => {
      expect('expectedDeadlines', later, expected)
      return reacting
    },
  }
  return reacting
}

import {
  type AnyEvent,
  type AnyProjection,
  type Command,
  type Deadline,
  fold,
  type Intent,
  isRejected,
  type TrainingSystem,
  type Verdict,
} from '../kernel/index.ts'
import { same } from './same.ts'

type Happened = { readonly type: string; readonly data: unknown }
type Refused = { readonly code: string }
type Asked<C> = C extends { readonly type: infer Type; readonly data: infer Data }
  ? { readonly type: Type; readonly data: Data; readonly metadata?: Command['metadata'] }
  : never

/** What a command is expected to lead to; each throws, telling the story, when it did not. */
export type Expectation = {
  /** Exactly these events: their order, their fields, their number. */
  readonly then: (...events: readonly Happened[]) => Expectation
  /** Exactly this rejection. */
  readonly thenRejected: (rejection: Refused & Readonly<Record<string, unknown>>) => void
  /** Accepted, and nothing happened. */
  readonly thenNothing: () => void
  /** Accepted with this advisory among others. */
  readonly thenAdvised: (code: string) => Expectation
  /** What a projection knows of everything that happened, the new events included. */
  readonly thenKnown: <State>(
    projection: { readonly initial: () => State } & AnyProjection,
    known: State,
  ) => void
}

export type Reaction = {
  /** Exactly these commands, in this order. */
  readonly thenCommands: (...commands: readonly Intent[]) => void
  /** Exactly these deadlines, in this order. */
  readonly thenDeadlines: (...deadlines: readonly Deadline[]) => void
}

export type Given<C> = {
  readonly when: (command: Asked<C>) => Expectation
  readonly whenHappened: (event: Happened) => Reaction
}

/**
 * A rule shown at work: given what happened, when this is asked, then exactly that.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * import { scenario } from 'training-ops/testing'
 * const at = '2026-03-01T00:00:00.000Z'
 * scenario(assemble(lifecycle))
 *   .given()
 *   .when({ type: 'OpenEnrolment', data: { at, offeringId: 'o-1' } })
 *   .thenRejected({ code: 'Unknown', what: 'offering', id: 'o-1' })
 * ```
 */
export const scenario = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
): { readonly given: (...events: readonly Happened[]) => Given<C> } => ({
  given: (...past) => ({
    when: (command) => {
      const asked = { metadata: { commandId: 'scenario' }, ...(command as Intent) } as unknown as C
      const verdict = training.decide(asked, past as readonly E[])
      return expectation(past, asked, verdict)
    },
    whenHappened: (event) => {
      const { commands, deadlines } = training.react(event as E, [...past, event] as unknown as readonly E[])
      const bare = ({ type, data }: Command): Intent => ({ type, data })
      return {
        thenCommands: (...expected) => expect(past, event, 'commands', commands.map(bare), expected),
        thenDeadlines: (...expected) =>
          expect(
            past,
            event,
            'deadlines',
            deadlines.map(({ dueAt, command }) => ({ dueAt, command: bare(command) })),
            expected,
          ),
      }
    },
  }),
})

const expectation = (
  past: readonly Happened[],
  asked: Command,
  verdict: Verdict<unknown, AnyEvent>,
): Expectation => {
  const got = isRejected(verdict) ? [verdict.left] : verdict.right.map(({ type, data }) => ({ type, data }))
  const label = isRejected(verdict) ? 'but was refused' : 'but got'
  const fail = (wanted: string, expected: readonly unknown[]): never => {
    throw told(past, asked, wanted, expected, label, got)
  }
  const expecting: Expectation = {
    // biome-ignore lint/suspicious/noThenProperty: given, when, then: nobody awaits a scenario
    then: (...events) => {
      const expected = events.map(({ type, data }) => ({ type, data }))
      if (isRejected(verdict) || !same(got, expected)) fail('expected', expected)
      return expecting
    },
    thenRejected: (rejection) => {
      if (!isRejected(verdict) || !same(verdict.left, rejection)) fail('expected refusal', [rejection])
    },
    thenNothing: () => {
      if (isRejected(verdict) || got.length > 0) fail('expected', [])
    },
    thenAdvised: (code) => {
      const advisories = isRejected(verdict) ? [] : (verdict.advisories ?? [])
      if (!advisories.some((advisory) => advisory.code === code))
        throw told(
          past,
          asked,
          'expected advice',
          [{ code }],
          isRejected(verdict) ? label : 'but was advised',
          isRejected(verdict) ? got : advisories,
        )
      return expecting
    },
    thenKnown: (projection, known) => {
      const state = fold(projection, [
        ...past,
        ...(isRejected(verdict) ? [] : verdict.right),
      ] as readonly AnyEvent[])
      if (!same(state, known)) throw told(past, asked, 'expected to know', [known], 'but knows', [state])
    },
  }
  return expecting
}

const expect = (
  past: readonly Happened[],
  event: Happened,
  what: string,
  got: readonly unknown[],
  expected: readonly unknown[],
): void => {
  if (!same(got, expected)) throw told(past, event, `expected ${what}`, expected, 'but got', got)
}

const told = (
  past: readonly Happened[],
  asked: Happened,
  wanted: string,
  expected: readonly unknown[],
  label: string,
  got: readonly unknown[],
): Error => {
  const error = new Error(
    [
      '',
      ...column('given', past),
      ...column('when', [asked]),
      ...column(wanted, expected),
      ...column(label, got),
    ].join('\n'),
  )
  error.stack = error.message
  return error
}

const column = (label: string, told: readonly unknown[]): readonly string[] =>
  told.length === 0
    ? [`  ${label.padEnd(18)}nothing`]
    : told.map((one, at) => `  ${(at === 0 ? label : '').padEnd(18)}${words(one)}`)

const words = (one: unknown): string => {
  const { type, code, data, metadata: _metadata, ...rest } = one as Readonly<Record<string, unknown>>
  const said = Object.entries((data ?? rest) as object).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`,
  )
  return `${String(type ?? code ?? '')}${said.length === 0 ? '' : ` (${said.join(', ')})`}`
}

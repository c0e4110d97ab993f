import {
  type AnyEvent,
  type AnyProjection,
  accepted,
  type Command,
  type Decision,
  evolve,
  type Intent,
  type InvalidCommand,
  isRejected,
  mistake,
  type Rejection,
  rejected,
  type Verdict,
} from '../kernel/index.ts'
import { issuesOf } from '../kernel/issues.ts'

/** A decider as a classic event-sourcing host runs it: one stream, one state. */
export type Decider<State, Answer, Asked extends Intent = Intent, Event extends AnyEvent = AnyEvent> = {
  readonly initialState: () => State
  readonly evolve: (state: State, event: Event) => State
  readonly decide: (command: Asked, state: State) => Answer
}

type AnyDecisions = readonly Decision[]
/** The commands of a decider of these decisions. */
export type AskedOf<Decisions extends AnyDecisions> = IntentOf<
  NonNullable<Decisions[number]['answers']>['command']
>
type IntentOf<Asked> = Asked extends Command<infer Type, infer Input> ? Intent<Type, Input> : never
/** The events of a decider of these decisions. */
export type DecidedBy<Decisions extends AnyDecisions> = NonNullable<Decisions[number]['answers']>['event']
/** Why a decider of these decisions refuses. */
export type RefusedBy<Decisions extends AnyDecisions> =
  | NonNullable<Decisions[number]['answers']>['rejection']
  | InvalidCommand

export type DeciderOptions<Rejections extends 'throw' | 'return'> = {
  /** `throw`: an `Error` that carries the rejection. `return`: a verdict. */
  readonly rejections: Rejections
  /** Commands of somebody else: a mistake that throws, or answered with nothing, as combined deciders need. */
  readonly foreignCommands?: 'throw' | 'ignore'
  /** The settings that differ from the defaults of the decisions. */
  readonly settings?: Readonly<Record<string, unknown>>
}

/** The states of the projections the decisions read, by the projection's name. */
export type DeciderState = Readonly<Record<string, unknown>>

/** The error of a throwing decider: the rejection itself is in `rejection`. */
export type RejectedError = Error & { readonly rejection: Rejection }

/**
 * A classic decider out of decisions that all read under the same keys, for hosts that keep one stream per subject
 * (Emmett, fmodel, Castore). `rejections: 'throw'` throws an `Error` that carries the rejection; `'return'` answers
 * a verdict. It knows no actor: whether somebody may ask is the host's to check, with `isPermitted`.
 *
 * Throws `training-ops: toDecider needs …` when the decisions read under different keys: such a rule spans
 * several streams, and a host of single streams cannot keep it.
 *
 * @example
 * ```ts
 * import { delivery, deliveryEvents } from 'training-ops'
 * import { toDecider } from 'training-ops/interop'
 * const opening = delivery.decisions.filter(({ command }) => ['AnnounceOffering', 'OpenEnrolment'].includes(command.type))
 * const decider = toDecider(opening, { rejections: 'return' })
 * const verdict = decider.decide(
 *   { type: 'OpenEnrolment', data: { at: '2026-03-01T00:00:00.000Z', offeringId: 'o-1' } },
 *   decider.initialState(),
 * )
 * verdict // => { _tag: 'Left', left: { code: 'Unknown', what: 'offering', id: 'o-1' } }
 * ```
 */
export function toDecider<const Decisions extends AnyDecisions>(
  decisions: Decisions,
  options: DeciderOptions<'throw'>,
): Decider<DeciderState, DecidedBy<Decisions>[], AskedOf<Decisions>, DecidedBy<Decisions>>
export function toDecider<const Decisions extends AnyDecisions>(
  decisions: Decisions,
  options: DeciderOptions<'return'>,
): Decider<
  DeciderState,
  Verdict<RefusedBy<Decisions>, DecidedBy<Decisions>>,
  AskedOf<Decisions>,
  DecidedBy<Decisions>
>
export function toDecider(
  decisions: readonly Decision[],
  { rejections, settings = {}, foreignCommands = 'throw' }: DeciderOptions<'throw' | 'return'>,
): Decider<DeciderState, never> {
  const projections = new Map<string, AnyProjection>()
  const keys = new Set<string>()
  for (const { reads } of decisions)
    for (const read of Object.values(reads)) {
      if ('projection' in read) throw needsOneKey('a decision that reads under other names')
      keys.add(read.by.join(' '))
      projections.set(read.name, read)
    }
  if (keys.size > 1) throw needsOneKey([...keys].join(' and '))

  const byType = new Map(decisions.map((decision) => [decision.command.type, decision]))
  const answer = (command: Intent, state: DeciderState): Verdict<unknown, AnyEvent> => {
    const decision = byType.get(command.type)
    if (decision === undefined && foreignCommands === 'ignore') return accepted()
    if (decision === undefined) throw mistake('decide', 'a command of its decisions', command.type)
    const known = Object.fromEntries(
      Object.entries(decision.reads).map(([name, read]) => [name, state[(read as AnyProjection).name]]),
    )
    const checked = decision.command.schema.safeParse(command.data)
    if (!checked.success)
      return rejected({ code: 'InvalidCommand', issues: issuesOf(checked.error.issues, command, ['data']) })
    return decision.decide(checked.data, known, { ...decision.settings, ...settings })
  }

  return {
    initialState: () =>
      Object.fromEntries(Array.from(projections, ([name, projection]) => [name, projection.initial()])),
    evolve: (state, event) => {
      const next = Array.from(
        projections,
        ([name, projection]) => [name, evolve(projection, state[name], event)] as const,
      )
      return next.some(([name, one]) => one !== state[name]) ? Object.fromEntries(next) : state
    },
    decide: (command, state) => {
      const verdict = answer(command, state)
      if (rejections === 'return') return verdict as never
      if (isRejected(verdict)) throw rejectedError(verdict.left as Rejection)
      return [...verdict.right] as never
    },
  }
}

const needsOneKey = (got: string) => mistake('toDecider', 'decisions that read under the same keys', got)

const rejectedError = (rejection: Rejection): RejectedError =>
  Object.assign(new Error(`training-ops: refused with ${rejection.code}`), { rejection })

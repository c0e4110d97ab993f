import {
  type AnyEvent,
  type AnyProjection,
  type Decision,
  evolve,
  type Intent,
  isRejected,
  type Rejection,
  rejected,
  type Verdict,
} from '../kernel/index.ts'
import { issuesOf } from '../kernel/issues.ts'

/** What a classic event-sourcing host runs: one stream, one state. */
export type Decider<State, Answer> = {
  readonly initialState: () => State
  readonly evolve: (state: State, event: AnyEvent) => State
  readonly decide: (command: Intent, state: State) => Answer
}

export type DeciderOptions<Rejections extends 'throw' | 'return'> = {
  /** `throw`: an `Error` that carries the rejection. `return`: a verdict. */
  readonly rejections: Rejections
  /** What the organisation set otherwise than the decisions' defaults. */
  readonly settings?: Readonly<Record<string, unknown>>
}

/** The states of the projections the decisions read, by the projection's name. */
export type DeciderState = Readonly<Record<string, unknown>>

/** What a throwing decider throws: the rejection itself is in `rejection`. */
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
export function toDecider(
  decisions: readonly Decision[],
  options: DeciderOptions<'throw'>,
): Decider<DeciderState, AnyEvent[]>
export function toDecider(
  decisions: readonly Decision[],
  options: DeciderOptions<'return'>,
): Decider<DeciderState, Verdict<unknown, AnyEvent>>
export function toDecider(
  decisions: readonly Decision[],
  { rejections, settings = {} }: DeciderOptions<'throw' | 'return'>,
): Decider<DeciderState, unknown> {
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
    if (decision === undefined)
      throw new TypeError(`training-ops: decide needs a command of its decisions, got ${command.type}`)
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
    evolve: (state, event) =>
      Object.fromEntries(
        Array.from(projections, ([name, projection]) => [name, evolve(projection, state[name], event)]),
      ),
    decide: (command, state) => {
      const verdict = answer(command, state)
      if (rejections === 'return') return verdict
      if (isRejected(verdict)) throw rejectedError(verdict.left as Rejection)
      return [...verdict.right]
    },
  }
}

const needsOneKey = (got: string) =>
  new TypeError(`training-ops: toDecider needs decisions that read under the same keys, got ${got}`)

const rejectedError = (rejection: Rejection): RejectedError =>
  Object.assign(new Error(`training-ops: refused with ${rejection.code}`), { rejection })

/**
 * Answers that must not be joined with who gave them. A person's answer is judged at once, held back in a box beside the log, and
 * appended later with others. A box says who has dropped one and what was dropped, each in an order that says nothing.
 */
import {
  type AnyEvent,
  accepted,
  type Command,
  type InvalidCommand,
  isLeft,
  isRejected,
  systemRole,
  type TrainingSystem,
  type Verdict,
} from '../kernel/index.ts'
import type { Entrance } from './execute.ts'
import { overtaken, reasonOf } from './failures.ts'
import type { FollowedLog } from './followed-log.ts'
import type { BallotBox, Ports } from './ports.ts'

/** How the commands of one type are held back. Each function gets the events that the command rests on. */
export type HeldBack = {
  readonly type: string
  /** Commands after which nothing is taken any more: what waits is appended before them. */
  readonly closedBy: readonly string[]
  /** The subject whose answers are mixed with each other, of the command or of one that closes. */
  readonly boxOf: (command: Command) => string
  /** How many answers the person has been promised room for. */
  readonly slotsOf: (command: Command, events: readonly AnyEvent[], person: string) => number
  /** The least that is appended at one time; 0 once nobody answers any more, and all that wait are appended. */
  readonly least: (command: Command, events: readonly AnyEvent[], now: string) => number
  /** The command as it is held and appended: under an id made of its key, and nothing that leads to the person or the hour. */
  readonly asHeld: (command: Command, events: readonly AnyEvent[], now: string) => Command
  /** Why somebody without room for one more is refused. */
  readonly refused: (person: string, slots: number) => { readonly code: string }
}

export type Ballots<C, E, R> = {
  /** The answer to a command that is held back; nothing where it is to be executed as any other. */
  readonly take: (command: C) => Promise<Verdict<R | InvalidCommand, E> | undefined>
  /** Before a command that closes: what waits is appended, and nothing is taken until it has been carried out. */
  readonly closing: <T>(command: C, entrance: Entrance, work: () => Promise<T>) => Promise<T>
  /** Appends what is due: from twice the least on, the least at one time, so that a batch is mixed with those after it. */
  readonly release: () => Promise<void>
}

/** A host that ends while it closes holds others up no longer than this. */
const longestClosing = 60_000
const empty: BallotBox = { by: [], waiting: [], leaving: [], closingUntil: '' }
const idOf = ({ metadata }: Command): string => metadata.commandId
const sortedById = (commands: readonly Command[]): readonly Command[] =>
  [...commands].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))

export const holdingBack = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  log: FollowedLog<E, C>,
  { ballots, clock }: Pick<Ports, 'ballots' | 'clock'>,
  declared: HeldBack | undefined,
  {
    append,
    complain,
  }: {
    readonly append: (command: C) => Promise<Verdict<R | InvalidCommand, E>>
    readonly complain: (error: unknown) => void
  },
): Ballots<C, E, R> => {
  if (declared === undefined || ballots === undefined)
    return { take: async () => undefined, closing: (_, _entrance, work) => work(), release: async () => {} }

  const restingOn = async (command: Command) =>
    (await log.read(training.boundaryOf(command as C))).events as readonly AnyEvent[]
  const judged = async (command: C, entrance: Entrance) => {
    const { earlier, stateOf } = await log.knownTo((found) => training.boundaryOf(command, found))
    const { verdict } =
      entrance === 'policy'
        ? training.warm.decideForPolicy(command, earlier, stateOf)
        : { verdict: training.warm.decide(command, earlier, stateOf) }
    return { earlier, verdict }
  }

  const take = async (given: C): Promise<Verdict<R | InvalidCommand, E> | undefined> => {
    if (given?.type !== declared.type) return undefined
    const received = training.receive(given)
    if (isLeft(received)) return received
    const command = received.right
    const { actor } = command.metadata
    if (actor === undefined || actor.role === systemRole) return undefined
    const events = await restingOn(command)
    const held = declared.asHeld(command, events, clock.now())
    const slots = declared.slotsOf(command, events, actor.id)
    // Its actor is judged with it, and not held.
    const asked = { ...held, metadata: { ...held.metadata, actor } } as C
    const { earlier, verdict } = await judged(asked, 'client')
    const isInLog = earlier(idOf(held)).length > 0
    let answer: Verdict<R | InvalidCommand, E> | undefined
    await ballots.change(declared.boxOf(command), (before = empty) => {
      const same = [...before.waiting, ...before.leaving].find((one) => idOf(one) === idOf(held))
      const dropped = before.by.filter((one) => one === actor.id).length
      const isAgain =
        isInLog || (same !== undefined && JSON.stringify(same.data) === JSON.stringify(held.data))
      answer = undefined
      if (dropped > 0 && isAgain) answer = accepted() as never
      else if (same !== undefined || isInLog || dropped >= slots)
        answer = { _tag: 'Left', left: declared.refused(actor.id, slots) } as never
      else if (isRejected(verdict)) answer = verdict
      if (answer !== undefined || before.closingUntil > clock.now()) return undefined
      answer = accepted() as never
      return {
        ...before,
        by: [...before.by, actor.id].sort(),
        waiting: sortedById([...before.waiting, held]),
      }
    })
    if (answer === undefined) throw overtaken(command.type, 1)
    return answer
  }

  /** The batch is written down before it is appended: a host that goes on after a crash appends the same, once. */
  const leave = async (box: string, most: number): Promise<void> => {
    let leaving: readonly Command[] = []
    await ballots.change(box, (before = empty) => {
      leaving = before.leaving
      if (leaving.length > 0) return undefined
      leaving = before.waiting.slice(0, most)
      return leaving.length === 0 ? undefined : { ...before, leaving, waiting: before.waiting.slice(most) }
    })
    if (leaving.length === 0) return
    for (const one of leaving) {
      const verdict = await append(ofTheHost(one) as C)
      if (isRejected(verdict))
        complain(
          new Error(
            `training-ops: a held answer of ${box} is no longer taken: ${reasonOf(codeOf(verdict.left))}`,
          ),
        )
    }
    const gone = new Set(leaving.map(idOf))
    await ballots.change(box, (before = empty) => ({
      ...before,
      leaving: before.leaving.filter((one) => !gone.has(idOf(one))),
    }))
  }

  const closing = async <T>(command: C, entrance: Entrance, work: () => Promise<T>): Promise<T> => {
    if (!declared.closedBy.includes(command?.type)) return work()
    const { verdict } = await judged(command, entrance)
    // A command that is refused makes nothing leave early.
    if (isRejected(verdict) || verdict.right.length === 0) return work()
    const box = declared.boxOf(command)
    const until = new Date(Date.parse(clock.now()) + longestClosing).toISOString()
    await ballots.change(box, (before = empty) => ({ ...before, closingUntil: until }))
    try {
      await leave(box, 0) // what a crash kept from leaving
      await leave(box, Number.POSITIVE_INFINITY)
      return await work()
    } finally {
      await ballots.change(box, (before = empty) => ({ ...before, closingUntil: '' }))
    }
  }

  const release = async (): Promise<void> => {
    for (const { box, waiting, leaving } of await ballots.holding()) {
      if (leaving.length > 0) await leave(box, 0)
      const [first] = waiting
      if (first === undefined) continue
      const least = declared.least(first, await restingOn(ofTheHost(first)), clock.now())
      if (least === 0) await leave(box, Number.POSITIVE_INFINITY)
      for (let left = waiting.length; least > 0 && left >= 2 * least; left -= least) await leave(box, least)
    }
  }
  return { take, closing, release }
}

/** As the host itself asks it. Nothing of that is in the event. */
const ofTheHost = (command: Command): Command => ({
  ...command,
  metadata: { ...command.metadata, actor: { id: 'host', role: systemRole } },
})
const codeOf = (rejection: unknown): string => String((rejection as { readonly code?: unknown }).code)

import {
  type AnyEvent,
  type AskedAt,
  type Command,
  type Either,
  type InvalidCommand,
  identitiesTag,
  isLeft,
  isRejected,
  type PolicyAnswer,
  recorded,
  relationsOf,
  right,
  type TrainingSystem,
  type Verdict,
} from '../kernel/index.ts'
import { overtaken } from './failures.ts'
import type { FollowedLog, Known } from './followed-log.ts'
import type { Ports } from './ports.ts'
import { createTurns } from './turns.ts'

/** By whom a command is asked: a client of the host, or a policy. */
export type Entrance = 'client' | 'policy'

export type Asking = {
  /** The host sets the command's `at` to its own clock. Asking again is asking once all the same. */
  readonly isStamped?: boolean
  /** A fact of long ago that is brought in now: the command's `at` is not held against the clock. */
  readonly isHistory?: boolean
}

export type Retries = {
  /** Times a command is decided before the host gives up. */
  readonly most: number
  /** The first pause in milliseconds, doubled each time up to a quarter of a second, each shortened by chance down to its half. */
  readonly pause: number
}

/** Which of these relations of an actor hold: `['teaches:o-1']`. The client's own claims are replaced by the answer. */
export type RelationsOfActor = (
  actor: { readonly id: string; readonly role: string },
  asked: readonly string[],
) => Promise<readonly string[]> | readonly string[]

export type Execute<C, E, R> = (
  command: C,
  entrance?: Entrance,
  asking?: Asking,
) => Promise<Verdict<R | InvalidCommand, E>>

/**
 * Decides and appends, again from the top when somebody else was first, with pauses that grow, and an end.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * import { executing, followLog, memoryPorts } from 'training-ops/host'
 * const training = assemble(lifecycle, {}, { trusted: true })
 * const ports = memoryPorts({ now: () => '2026-03-01T01:00:00.000Z' })
 * const execute = executing(training, followLog(training, ports, { from: 0, inMemory: true }), ports)
 * const verdict = await execute(training.command.OpenEnrolment({ at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1' }, { commandId: 'c-1' }))
 * verdict._tag // => 'Left'
 * ```
 */
export const executing = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  log: Pick<FollowedLog<E>, 'knownTo' | 'append'>,
  { clock, chance }: Pick<Ports, 'clock' | 'chance'>,
  {
    beforeAppend,
    relations = () => [],
    retries = { most: 30, pause: 4 },
  }: {
    /** Hears of events before they are appended, and answers with what to do when they were not. */
    readonly beforeAppend?: (events: readonly E[]) => () => void
    readonly relations?: RelationsOfActor
    readonly retries?: Retries
  } = {},
): Execute<C, E, R> => {
  const turns = createTurns()

  const dated = (command: C): C => ({
    ...command,
    data: { ...(command.data as object), at: clock.now() },
  })

  /** With what the host found the actor to be to the subjects, and nothing that a client said of itself. */
  const related = async (command: C): Promise<C> => {
    const { metadata } = command
    if (metadata.actor === undefined) return command
    const { relations: claimed, ...actor } = metadata.actor
    const asked = relationsOf(training.permissions, command, actor.role)
    const hold = asked.length === 0 ? [] : await relations(actor, asked)
    const found = asked.filter((one) => hold.includes(one))
    if (claimed === undefined && found.length === 0) return command // checked already: a copy would be checked again
    return {
      ...command,
      metadata: { ...metadata, actor: found.length === 0 ? actor : { ...actor, relations: found } },
    }
  }

  const prepared = async (given: C, { isStamped }: Asking): Promise<Either<InvalidCommand, C>> => {
    const received = training.receive(isStamped === true && isObject(given) ? dated(given) : given)
    return isLeft(received) ? received : right(await related(received.right))
  }

  const answerTo = (
    command: C,
    { earlier, stateOf }: Known<E>,
    entrance: Entrance,
    { isStamped, isHistory }: Asking,
  ): PolicyAnswer<R, E> => {
    if (entrance === 'policy') return training.warm.decideForPolicy(command, earlier, stateOf)
    const asked: AskedAt = {
      ...(isHistory === true ? {} : { now: clock.now() }),
      ...(isStamped === true ? { isStamped } : {}),
    }
    const verdict = training.warm.decide(command, earlier, stateOf, asked)
    return { verdict, events: isRejected(verdict) ? [] : verdict.right }
  }

  const decide = async (
    command: C,
    entrance: Entrance,
    asking: Asking,
  ): Promise<Verdict<R | InvalidCommand, E> | undefined> => {
    const known = await log.knownTo((found) => training.boundaryOf(command, found))
    const { verdict, events: decided } = answerTo(command, known, entrance, asking)
    if (decided.length === 0) return verdict
    const stamped = Object.freeze(recorded(decided, clock.now()))
    const takeBack = beforeAppend?.(stamped)
    try {
      if (await log.append(stamped, known.condition))
        return isRejected(verdict) || verdict.right.length === 0
          ? verdict
          : Object.freeze({ ...verdict, right: stamped })
    } catch (error) {
      takeBack?.()
      throw error
    }
    takeBack?.()
  }

  return async (given, entrance = 'client', asking = {}) => {
    const received = entrance === 'policy' ? right(given) : await prepared(given, asking)
    if (isLeft(received)) return received
    const command = received.right
    // All ask who was merged, and it is hardly ever said.
    const tags = training
      .boundaryOf(command)
      .flatMap((item) => item.tags)
      .filter((tag) => tag !== identitiesTag)
    return turns.take([...new Set(tags)], async () => {
      for (let tries = 1; ; tries++) {
        const verdict = await decide(command, entrance, asking)
        if (verdict !== undefined) return verdict
        if (tries === retries.most) throw overtaken(command.type, tries)
        await clock.pause(Math.min(250, retries.pause * 2 ** (tries - 1)) * (0.5 + chance() / 2))
      }
    })
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** A command, decided and appended: the five lines, and the retry when somebody else was first. */
import { setTimeout as pause } from 'node:timers/promises'
import type { AnyEvent, Command, InvalidCommand, PolicyAnswer, TrainingSystem, Verdict } from 'training-ops'
import { isRejected } from 'training-ops'
import type { Store } from './store.ts'
import { createTurns } from './turns.ts'

/** `policy`: the command followed by policy, and is answered once whatever the verdict. */
export type Execute<C, E, R> = (
  command: C,
  asked?: 'client' | 'policy',
) => Promise<Verdict<R | InvalidCommand, E>>

export type Retries = {
  /** Times a command is decided before the service says it is busy. */
  readonly most: number
  /** The first pause in milliseconds, doubled each time up to a quarter of a second, each shortened by chance down to its half. */
  readonly pause: number
}

/** Somebody else was first every time: nothing was appended, and the caller may ask again. */
export const busy = Symbol('busy')
export const isBusy = (error: unknown): boolean => error instanceof Error && error.cause === busy

export const executing = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  store: Pick<Store<E>, 'read' | 'append'>,
  {
    beforeAppend,
    retries = { most: 30, pause: 4 },
  }: {
    /** Hears of events before they are appended, and answers with what to do when they were not. */
    readonly beforeAppend?: (events: readonly E[]) => () => void
    readonly retries?: Retries
  } = {},
): Execute<C, E, R> => {
  const turns = createTurns()

  const answerTo = (command: C, asked: 'client' | 'policy', events: readonly E[]): PolicyAnswer<R, E> => {
    if (asked === 'policy') return training.decideForPolicy(command, events)
    const verdict = training.decide(command, events)
    return { verdict, events: isRejected(verdict) ? [] : verdict.right }
  }

  const decide = async (
    command: C,
    asked: 'client' | 'policy',
  ): Promise<Verdict<R | InvalidCommand, E> | undefined> => {
    const { events, condition } = await store.read(training.boundaryOf(command))
    const { verdict, events: decided } = answerTo(command, asked, events)
    if (decided.length === 0) return verdict
    const takeBack = beforeAppend?.(decided)
    try {
      if (await store.append(decided, condition)) return verdict
    } catch (error) {
      takeBack?.()
      throw error
    }
    takeBack?.()
  }

  return (command, asked = 'client') => {
    const tags = training.boundaryOf(command).flatMap((item) => item.tags)
    return turns.take([...new Set(tags)], async () => {
      for (let tries = 1; ; tries++) {
        const verdict = await decide(command, asked)
        if (verdict !== undefined) return verdict
        if (tries === retries.most)
          throw new Error(`host: ${command.type} was overtaken ${tries} times`, { cause: busy })
        await pause(Math.min(250, retries.pause * 2 ** (tries - 1)) * (0.5 + Math.random() / 2))
      }
    })
  }
}

import {
  type AnyEvent,
  type Command,
  type Consequences,
  createLedger,
  type Deadline,
  type Verdict,
} from '../kernel/index.ts'
import type { Step, Workflow } from './story.ts'

/** More commands than this out of one is a loop; so are more deadlines than this that lead to each other at one instant. */
const longestChain = 60

/** A policy that plans its own next turn goes on for ever: of one stretch of time no more than this is carried out. */
const mostDue = 300

type Later<C> = Deadline<C> & { readonly depth: number }

/** A life being lived: commands go in, and what follows by policy and in time goes with them. */
export const createPlayer = <C extends Command, E extends AnyEvent, R>(
  training: Workflow<C, E, R>,
  withPolicies: boolean,
) => {
  const ledger = createLedger(training)
  const steps: Step<C, E, R>[] = []
  const reactions: { readonly event: E; readonly answer: Consequences<C> }[] = []
  let agenda: readonly Later<C>[] = []
  let ended: 'threw' | 'restless' | undefined
  let clock = ''

  const stepOf = (command: C, by: Step['by']): Step<C, E, R> => {
    const before = ledger.events().length
    const execute = by === 'host' ? ledger.execute : ledger.executeForPolicy
    const asked = { command, by, before, ...(clock === '' ? {} : { clock }) }
    try {
      return { ...asked, answer: execute(command) as Verdict<R, E> }
    } catch (error) {
      return { ...asked, answer: { _tag: 'Thrown', error } }
    }
  }

  const follow = (first: Step<C, E, R>, due?: Later<C>): void => {
    steps.push(first)
    const pending: Step<C, E, R>[] = [first]
    for (let step = pending.shift(), chain = 0; step !== undefined; step = pending.shift()) {
      if (step.answer._tag === 'Thrown') ended = 'threw'
      if (step.answer._tag !== 'Right' || step.answer.resent || !withPolicies) continue
      try {
        for (const event of step.answer.right) {
          const answer = training.react(event, ledger.events())
          reactions.push({ event, answer })
          const { commands, deadlines } = answer
          const later = deadlines.map((deadline) => ({
            ...deadline,
            depth: due !== undefined && deadline.dueAt <= due.dueAt ? due.depth + 1 : 0,
          }))
          agenda = [...agenda, ...later].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
          for (const command of commands) {
            if (++chain > longestChain) {
              ended = 'restless'
              return
            }
            const next = stepOf(command, 'policy')
            steps.push(next)
            pending.push(next)
          }
        }
      } catch (error) {
        steps.push({ ...step, answer: { _tag: 'Thrown', error } })
        ended = 'threw'
        return
      }
    }
  }

  /** The clock does not go back: what is due by then is carried out, or by now if that is later. */
  const catchUpTo = (instant: string): void => {
    if (instant > clock) clock = instant
    for (let carriedOut = 0; carriedOut < mostDue && ended === undefined; carriedOut++) {
      const [soonest] = agenda
      if (soonest === undefined || soonest.dueAt > clock) return
      agenda = agenda.slice(1)
      if (soonest.depth > longestChain) ended = 'restless'
      else follow(stepOf(soonest.command, 'deadline'), soonest)
    }
  }

  return {
    steps,
    reactions,
    events: () => ledger.events(),
    ended: () => ended,
    /** The answer, were it asked; what is accepted has happened, and `keep` tells the rest of it. */
    ask: (command: C): Step<C, E, R> => stepOf(command, 'host'),
    keep: (step: Step<C, E, R>): void => follow(step),
    catchUpTo,
    /** When the next deadline is. */
    dueNext: (): string | undefined => agenda[0]?.dueAt,
    /** The command that comes due next. */
    comesNext: (): C | undefined => agenda[0]?.command,
  }
}

export type Player<C extends Command = Command, E extends AnyEvent = AnyEvent, R = unknown> = ReturnType<
  typeof createPlayer<C, E, R>
>

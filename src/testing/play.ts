import { type AnyEvent, type Command, createLedger, type Deadline, type Verdict } from '../kernel/index.ts'
import type { Step, Workflow } from './story.ts'

/** More commands than this out of one is a loop. */
const longestChain = 60

/** A life being lived: commands go in, and what follows by policy and in time goes with them. */
export const createPlayer = <C extends Command, E extends AnyEvent, R>(
  training: Workflow<C, E, R>,
  withPolicies: boolean,
) => {
  const ledger = createLedger(training)
  const steps: Step<C, E, R>[] = []
  let agenda: readonly Deadline<C>[] = []
  let ended: 'threw' | 'restless' | undefined

  const answerTo = (command: C): Step<C, E, R>['answer'] => {
    try {
      return ledger.execute(command) as Verdict<R, E>
    } catch (error) {
      return { _tag: 'Thrown', error }
    }
  }

  const follow = (first: Step<C, E, R>): void => {
    steps.push(first)
    const pending: Step<C, E, R>[] = [first]
    for (let step = pending.shift(), chain = 0; step !== undefined; step = pending.shift()) {
      if (step.answer._tag === 'Thrown') ended = 'threw'
      if (step.answer._tag !== 'Right' || step.answer.resent || !withPolicies) continue
      try {
        for (const event of step.answer.right) {
          const { commands, deadlines } = training.react(event, ledger.events())
          agenda = [...agenda, ...deadlines].sort((a, b) =>
            a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0,
          )
          for (const command of commands) {
            if (++chain > longestChain) {
              ended = 'restless'
              return
            }
            const before = ledger.events().length
            const next: Step<C, E, R> = { command, by: 'policy', answer: answerTo(command), before }
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

  const catchUpTo = (instant: string): void => {
    for (
      let soonest = agenda[0];
      soonest !== undefined && soonest.dueAt <= instant && ended === undefined;
      soonest = agenda[0]
    ) {
      agenda = agenda.slice(1)
      const before = ledger.events().length
      follow({ command: soonest.command, by: 'deadline', answer: answerTo(soonest.command), before })
    }
  }

  return {
    steps,
    events: () => ledger.events(),
    ended: () => ended,
    /** The answer, were it asked; what is accepted has happened, and `keep` tells the rest of it. */
    ask: (command: C): Step<C, E, R> => {
      const before = ledger.events().length
      return { command, by: 'host', answer: answerTo(command), before }
    },
    keep: follow,
    catchUpTo,
  }
}

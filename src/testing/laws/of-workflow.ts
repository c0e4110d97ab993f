import type { Arbitrary } from 'fast-check'
import { type AnyEvent, type Command, given } from '../../kernel/index.ts'
import type { KeptLives } from '../kept-lives.ts'
import { livedAgain, stories } from '../stories.ts'
import type { Story, Workflow } from '../story.ts'
import { wordsOf } from '../words/index.ts'
import { always, closed, type Invariant, settled, type TerminalState } from './invariants.ts'
import { type Law, type LawOptions, type LifeLaw, lawsOfLives } from './law.ts'
import * as decisions from './of-decisions.ts'
import * as events from './of-events.ts'
import { merges } from './of-projection.ts'
import { keepsWhatIsRead, settingsStay } from './of-settings.ts'
import { lawsOfUpcasters, type UpcasterLaws } from './of-upcasters.ts'
import {
  comesWithin,
  type MustBeAccepted,
  mustBeAccepted,
  type NeverAfter,
  neverAfter,
  type Within,
} from './temporal.ts'
import * as fire from './under-fire.ts'

export type WorkflowLaws<S> = LawOptions & {
  /** The lives it is judged by: `stories(workflow, …)`. */
  readonly lives?: Arbitrary<S>
  /** The invariants after every event, in your words: `'nobody sits twice': (look) => …`. */
  readonly always?: Readonly<Record<string, Invariant>>
  /** The invariants when a command and everything that followed it is done. */
  readonly settled?: Readonly<Record<string, Invariant>>
  /** Terminal states stay as they are: `{ 'a pair that closed': { of: pair, is: ({ status }) => status === 'closed' } }`. */
  readonly until?: Readonly<Record<string, TerminalState>>
  /** Commands that have to be accepted: `{ 'a claim within the budget': { asking: 'ApproveClaim', when: (look, command) => … } }`. */
  readonly mustBeAccepted?: Readonly<Record<string, MustBeAccepted>>
  /** Events that follow in time: `{ after: 'ClaimApproved', comes: ['ClaimPaid', 'ClaimExpired'], days: 60, same: ['claimId'] }`. */
  readonly within?: Readonly<Record<string, Within>>
  /** The shape each earlier version of an event wrote, as `lawsOfUpcasters` takes it: its laws come with the others. */
  readonly earlier?: UpcasterLaws['earlier']
  readonly leftBehind?: UpcasterLaws['leftBehind']
  /** Where a life that broke a law is kept; it is tried first the next time. */
  readonly keep?: KeptLives
  /** Events that never happen any more: `{ after: 'ClaimPaid', never: ['ClaimExpired'], same: ['claimId'] }`. */
  readonly neverAfter?: Readonly<Record<string, NeverAfter>>
}

/**
 * The laws a workflow keeps, as data for any test runner: those of the kernel, and yours.
 *
 * @example
 * ```ts
 * import { assemble, catalog, delivery, resources, seatAllocation, seatsOf } from 'training-ops'
 * import { lawsOf, stories, universe } from 'training-ops/testing'
 * const training = assemble([catalog, resources, delivery], {}, { trusted: true })
 * const laws = lawsOf(training, {
 *   lives: stories(training, { in: universe({ offeringId: 1 }), upTo: 8 }),
 *   runs: 5,
 *   always: {
 *     'nobody sits and waits at once': (look) =>
 *       Object.values(look(seatAllocation)).map(seatsOf).every(({ enrolled, waitlisted }) => !enrolled.some((one) => waitlisted.includes(one))),
 *   },
 * })
 * for (const { check } of laws) check()
 * laws.at(-1)?.name // => 'nobody sits and waits at once'
 * ```
 */
export const lawsOf = <C extends Command, E extends AnyEvent, R>(
  workflow: Workflow<C, E, R>,
  options: WorkflowLaws<Story<C, E, R>> = {},
): readonly Law[] => {
  const words = wordsOf(options.language)
  const lives = (options.lives ?? stories(workflow)) as unknown as Arbitrary<Story>
  const law = (name: string, breachOf: LifeLaw['breachOf']): LifeLaw => ({ name, breachOf })
  const yours = <Given>(
    given: Readonly<Record<string, Given>> = {},
    of: (one: Given) => LifeLaw['breachOf'],
  ) => Object.entries(given).map(([name, one]) => law(name, of(one)))
  const laws: readonly LifeLaw[] = [
    law(words.answers, decisions.answers),
    law(words.deterministic, decisions.deterministic),
    law(words.untouched, decisions.untouched),
    law(words.boundary, decisions.boundary),
    law(words.resend, decisions.resend),
    law(words.rejection, decisions.rejection),
    law(words.declared, decisions.declared),
    law(words.fits, events.fits),
    law(words.tags, events.tags),
    law(words.fold, events.folds),
    law(words.foreign, events.foreign),
    law(words.merge, merges),
    law(words.rest, decisions.rest),
    law(words.follow, decisions.follow),
    law(words.crash, fire.survivesCrash),
    law(words.restart, fire.survivesRestart),
    law(words.policies, fire.policiesAgain),
    law(words.views, fire.viewsAgain),
    law(words.names, fire.namesDoNotMatter),
    law(words.personal, fire.restsOnNothingPersonal),
    law(words.settings, settingsStay(workflow as never)),
    law(words.grows, keepsWhatIsRead),
    ...(options.always === undefined
      ? []
      : [
          law(words.others, fire.othersBetween(options.always)),
          law(words.together, fire.twoAtOnce(options.always)),
        ]),
    ...Object.entries(options.until ?? {}).map(([name, closing]) =>
      law(`${words.closed}${words.colon}${name}`, closed(closing)),
    ),
    ...Object.entries(options.mustBeAccepted ?? {}).map(([name, one]) => mustBeAccepted(name, one)),
    ...Object.entries(options.within ?? {}).map(([name, one]) => comesWithin(name, one)),
    ...Object.entries(options.neverAfter ?? {}).map(([name, one]) => neverAfter(name, one)),
    ...yours(options.settled, settled),
    ...yours(options.always, always),
  ]
  const { earlier, leftBehind, seed, runs, language, keep } = options
  return [
    ...(earlier === undefined
      ? []
      : lawsOfUpcasters(workflow as never, { earlier, ...given({ leftBehind, seed, runs, language }) })),
    ...lawsOfLives(laws, lives, options, {
      keep,
      livedAgain: (asked) => livedAgain(workflow as never, lives, asked),
    }),
  ]
}

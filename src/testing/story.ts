import type { AnyEvent, Command, Consequences, TrainingSystem, Verdict } from '../kernel/index.ts'

/** A rule that threw where it should have answered. */
export type Thrown = { readonly _tag: 'Thrown'; readonly error: unknown }

/** One command of a story, who asked, and what it led to. */
export type Step<C extends Command = Command, E extends AnyEvent = AnyEvent, R = unknown> = {
  readonly command: C
  readonly by: 'host' | 'policy' | 'deadline'
  readonly answer: Verdict<R, E> | Thrown
  /** The number of events before it was asked. */
  readonly before: number
  /** What was due up to this instant had been carried out when it was asked; none before the first instant of a life. */
  readonly clock?: string
}

export type Workflow<
  C extends Command = Command,
  E extends AnyEvent = AnyEvent,
  R = unknown,
> = TrainingSystem<C, E, R>

/** A plausible life of a workflow: what was asked, by whom, and what came of it. */
export type Story<C extends Command = Command, E extends AnyEvent = AnyEvent, R = unknown> = {
  readonly workflow: Workflow<C, E, R>
  readonly steps: readonly Step<C, E, R>[]
  readonly events: readonly E[]
  /** What the policies answered to each event, when it had happened. */
  readonly reactions?: readonly { readonly event: E; readonly answer: Consequences<C> }[]
  /** A story stops where a rule threw, or where policies answered each other without end. */
  readonly ended?: 'threw' | 'restless'
}

/** The same for code that does not mind whose workflow it is. */
export type AnyStory = Story<Command, AnyEvent, unknown>

export const eventsIn = <E extends AnyEvent>({ answer }: Pick<Step<Command, E>, 'answer'>): readonly E[] =>
  answer._tag === 'Right' ? answer.right : []

/** When a command says it is asked. */
export const instantOf = (data: unknown): string | undefined => {
  const at = (data as { readonly at?: unknown } | null)?.at
  return typeof at === 'string' ? at : undefined
}

import {
  type AnyEvent,
  type Command,
  type Consequences,
  isRight,
  systemRole,
  type TrainingSystem,
  type Verdict,
} from '../kernel/index.ts'

/** A rule that threw where it should have answered. */
export type Thrown = { readonly _tag: 'Thrown'; readonly error: unknown }

/** One command of a story, who asked, and what it led to. */
export type Step<C extends Command = Command, E extends AnyEvent = AnyEvent, R = unknown> = {
  readonly command: C
  readonly by: 'host' | 'policy' | 'deadline'
  readonly answer: Verdict<R, E> | Thrown
  /** The number of events before it was asked. */
  readonly before: number
  /** The deadlines up to this instant had been executed before the command; none before the first instant of a life. */
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
  /** The answers of the policies to each event, when it had happened. */
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

/** Rejections that every workflow has. */
export const genericRefusals: readonly string[] = [
  'InvalidCommand',
  'IllegalTransition',
  'Unknown',
  'NotAuthorized',
  'InstantAhead',
  'InstantPast',
]

/** The facts that a step tests: which command led to which event, or was refused for which reason, and who asked. */
export const featuresOf = ({ command, by, answer }: Step<Command, AnyEvent, unknown>): readonly string[] => {
  const asked = by === 'host' ? command.type : `${by} ${command.type}`
  if (answer._tag === 'Thrown' || (answer._tag === 'Right' && answer.resent)) return []
  if (answer._tag === 'Right')
    return answer.right.length === 0 ? [] : [asked, ...answer.right.map(({ type }) => `${asked} → ${type}`)]
  const { code, ...why } = answer.left as { readonly code: string }
  if (genericRefusals.includes(code)) return []
  // a list of what is missing gets shorter on the way to what is accepted
  const lists = Object.entries(why).flatMap(([field, list]) =>
    Array.isArray(list) ? [`${asked} ✗ ${code} ${field} ${list.length}`] : [],
  )
  return [`${asked} ✗ ${code}`, ...lists]
}

/** The kit asks as the system itself, which no permission binds; so a system need not be assembled as trusted to be tested. */
export const asTheSystem = (commandId: string): Command['metadata'] => ({
  commandId,
  actor: { id: 'kit', role: systemRole },
})

/** Whether the system that was asked is not trusted: without an actor it would have taken none of these commands. */
export const isUntrusted = ({ workflow, steps }: Pick<AnyStory, 'workflow' | 'steps'>): boolean => {
  const { command } =
    steps.find(({ by, command }) => by === 'host' && isRight(workflow.receive(command))) ?? {}
  return (
    command !== undefined &&
    !isRight(workflow.receive({ ...command, metadata: { commandId: command.metadata.commandId } }))
  )
}

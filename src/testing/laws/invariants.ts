import {
  type AnyEvent,
  type AnyProjection,
  type Command,
  fold,
  project,
  type View,
} from '../../kernel/index.ts'
import { describeValue } from '../describe-value.ts'
import { type AnyStory, eventsIn } from '../story.ts'
import type { Breach } from './law.ts'
import { livesOf } from './of-events.ts'

/** Looks at what a projection knows just now. */
export type Look = <P extends AnyProjection>(projection: P) => View<P>

/** A command that was refused so far, why, and after how many events. */
export type RejectedCommand = {
  readonly command: Command
  readonly rejection: unknown
  readonly before: number
}

/** `true` when it holds; `false`, or the reason in words, when it does not. In lives it sees what was refused as well. */
export type Invariant = (
  look: Look,
  events: readonly AnyEvent[],
  rejections: readonly RejectedCommand[],
) => boolean | string

type Views = ReadonlyMap<AnyProjection, { readonly upTo: number; readonly view: unknown }>

/**
 * Views of a growing log, each event folded once; `views` are those that were looked at. They can be taken back to where
 * they were kept.
 */
export const createLook = () => {
  let views = new Map<AnyProjection, { readonly upTo: number; readonly view: unknown }>()
  const at =
    (events: readonly AnyEvent[]): Look =>
    (projection) => {
      const kept = views.get(projection)
      const view = project(
        projection,
        events.slice(kept?.upTo ?? 0),
        kept === undefined ? {} : { from: kept.view as never },
      )
      // Stryker disable next-line ObjectLiteral: what is not kept is folded anew, only slower
      views.set(projection, { upTo: events.length, view })
      return view
    }
  return Object.assign(at, {
    views: () => [...views.keys()],
    keep: (): Views => new Map(views),
    restore: (kept: Views): void => {
      views = new Map(kept)
    },
  })
}

const breachAfter = (story: AnyStory, ends: readonly number[], holds: Invariant): Breach => {
  const lookAt = createLook()
  const rejections = story.steps.flatMap(({ command, answer, before }): readonly RejectedCommand[] =>
    answer._tag === 'Left' ? [{ command, rejection: answer.left, before }] : [],
  )
  for (const end of ends) {
    const events = story.events.slice(0, end)
    const verdict = holds(
      lookAt(events),
      events,
      rejections.filter(({ before }) => before <= end),
    )
    if (verdict !== true)
      return {
        because: typeof verdict === 'string' ? verdict : `${end}. ${describeValue(events.at(-1) ?? {})}`,
        shown: { after: end, views: lookAt.views() },
      }
  }
  return undefined
}

/** Holds at first and after every event. */
export const always =
  (holds: Invariant) =>
  (story: AnyStory): Breach =>
    breachAfter(
      story,
      Array.from({ length: story.events.length + 1 }, (_, at) => at),
      holds,
    )

/** Holds whenever a command, and all that followed from it, is done. */
export const settled =
  (holds: Invariant) =>
  (story: AnyStory): Breach => {
    const ends = story.steps.flatMap((step, at) => {
      const next = story.steps[at + 1]
      return next === undefined || next.by === 'host' ? [step.before + eventsIn(step).length] : []
    })
    return breachAfter(story, ends, holds)
  }

/** The terminal state of a subject, by its projection. */
export type TerminalState = {
  readonly of: AnyProjection
  // biome-ignore lint/suspicious/noExplicitAny: the state of whatever projection is named beside it
  readonly is: (state: any) => boolean
  /** Events that may come all the same: what puts an earlier fact right. */
  // biome-ignore lint/suspicious/noExplicitAny: the event of whatever projection is named beside it
  readonly unless?: (event: any) => boolean
}

/** Once it is over for a subject, nothing its projection knows of happens to that subject, but for what is declared. */
export const closed =
  ({ of, is, unless = () => false }: TerminalState) =>
  (story: AnyStory): Breach => {
    for (const [subject, life] of livesOf(of, story.events)) {
      const over = life.findIndex((_, at) => is(fold(of, life.slice(0, at + 1))))
      const after = life.slice(over + 1).find((event) => !unless(event))
      if (over >= 0 && after !== undefined)
        return { because: `${of.name} ${subject}: ${describeValue(life[over])} … ${describeValue(after)}` }
    }
    return undefined
  }

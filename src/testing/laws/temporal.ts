import { type AnyEvent, type Command, createLedger, project } from '../../kernel/index.ts'
import { describeValue } from '../describe-value.ts'
import { type AnyStory, instantOf } from '../story.ts'
import type { Words } from '../words/index.ts'
import type { Look } from './invariants.ts'
import type { Breach, LifeLaw } from './law.ts'

/** A command that has to be accepted in some situations: a rule that is too strict is a mistake as well. */
export type MustBeAccepted = {
  /** The type of the command. */
  readonly asking: string
  /** Whether this is such a situation, by what is known before it is asked. */
  readonly when: (look: Look, command: Command) => boolean
}

/** The events that have to follow an event by policies and deadlines alone, nobody asking for anything. */
export type Within = {
  /** The event it counts from. */
  readonly after: string
  /** One of these has to come. */
  readonly comes: readonly string[]
  /** Days from the instant of the event, both inclusive. */
  readonly days: number
  /** Fields that both share, such as `claimId`. */
  readonly same: readonly string[]
}

/** The events that must not follow an event. */
export type NeverAfter = {
  readonly after: string
  readonly never: readonly string[]
  /** Fields that both share, such as `claimId`. */
  readonly same: readonly string[]
  /** After one of these it may happen again. */
  readonly unless?: readonly string[]
}

const day = 86_400_000
type Data = Readonly<Record<string, unknown>>
const isAboutTheSame =
  (first: AnyEvent, fields: readonly string[], types: readonly string[]) =>
  ({ type, data }: AnyEvent): boolean =>
    types.includes(type) && fields.every((field) => (data as Data)[field] === (first.data as Data)[field])

/** A law over situations; a life without one says nothing about it. */
type Tried = (story: AnyStory, words: Words) => { readonly tried: boolean; readonly breach?: Breach }

/** A check that cannot fail is a defect: where no life came to such a situation, the law says so. */
const telling = (name: string, look: Tried): LifeLaw => {
  let tried = false
  return {
    name,
    breachOf: (story, words) => {
      const one = look(story, words)
      tried ||= one.tried
      return one.breach
    },
    isTried: () => tried,
  }
}

export const mustBeAccepted = (name: string, { asking, when }: MustBeAccepted): LifeLaw =>
  telling(name, ({ steps, events }) => {
    let tried = false
    for (const { command, answer, before } of steps) {
      if (command.type !== asking || answer._tag === 'Thrown') continue
      // what does not fit its schema is no question yet
      if (answer._tag === 'Left' && (answer.left as { readonly code: string }).code === 'InvalidCommand')
        continue
      const past = events.slice(0, before)
      if (!when((projection) => project(projection, past), command)) continue
      tried = true
      if (answer._tag === 'Left')
        return { tried, breach: { because: `${describeValue(command)} ✗ ${describeValue(answer.left)}` } }
    }
    return { tried }
  })

export const comesWithin = (name: string, { after, comes, days, same }: Within): LifeLaw =>
  telling(name, (story, words) => {
    let tried = false
    if (story.ended !== undefined) return { tried } // a life that ended too soon tells nothing
    let lived: readonly AnyEvent[] | undefined
    for (const [at, event] of story.events.entries()) {
      const from = event.type === after ? instantOf(event.data) : undefined
      if (from === undefined) continue
      tried = true
      const end = new Date(Date.parse(from) + days * day).toISOString()
      const isThere = isAboutTheSame(event, same, comes)
      const isInTime = (events: readonly AnyEvent[]) =>
        events.some((later, place) => place > at && isThere(later) && (instantOf(later.data) ?? '') <= end)
      if (isInTime(story.events)) continue
      // a life is over before its deadlines are: it goes on without anybody asking for anything
      if (lived === undefined) {
        const host = createLedger(story.workflow, {
          events: JSON.parse(JSON.stringify(story.events)) as AnyEvent[],
        })
        const last =
          story.events
            .map(({ data }) => instantOf(data) ?? '')
            .sort()
            .at(-1) ?? end
        host.advanceTo(new Date(Date.parse(last) + days * day).toISOString())
        lived = host.events()
      }
      if (!isInTime(lived))
        return {
          tried,
          breach: {
            because: `${describeValue(event)}\n           ${words.never}${words.colon}${comes.join(' | ')} ≤ ${end}`,
          },
        }
    }
    return { tried }
  })

export const neverAfter = (name: string, { after, never, same, unless = [] }: NeverAfter): LifeLaw =>
  telling(name, ({ events }) => {
    let tried = false
    for (const [at, event] of events.entries()) {
      if (event.type !== after) continue
      tried = true
      const [isBanned, isOver] = [isAboutTheSame(event, same, never), isAboutTheSame(event, same, unless)]
      for (const later of events.slice(at + 1)) {
        if (isOver(later)) break
        if (isBanned(later))
          return { tried, breach: { because: `${describeValue(event)} … ${describeValue(later)}` } }
      }
    }
    return { tried }
  })

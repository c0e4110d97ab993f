import { type AnyEvent, type AnyProjection, evolve, fold, isRight } from '../../kernel/index.ts'
import { subjectOf } from '../../kernel/projection.ts'
import { describeValue } from '../describe-value.ts'
import { same } from '../same.ts'
import type { AnyStory } from '../story.ts'
import type { Words } from '../words/index.ts'
import type { Breach, Depth } from './law.ts'

/** Every projection of a workflow: what its decisions and policies read, and what it shows. */
export const projectionsOf = ({ workflow }: AnyStory): readonly AnyProjection[] => [
  ...new Set([...workflow.warm.projections, ...workflow.modules.flatMap(({ projections }) => projections)]),
]

/** Four of them, others in each life; all when it is looked at closely. */
export const someOf = <Item>(
  items: readonly Item[],
  { events, steps }: AnyStory,
  depth: Depth,
): readonly Item[] =>
  depth === 'all' || items.length <= 4
    ? items
    : Array.from(
        { length: 4 },
        (_, nth) => items[(events.length * 3 + steps.length + nth * 7) % items.length] as Item,
      )

/** The events a projection folds, by subject. */
export const livesOf = (
  projection: AnyProjection,
  events: readonly AnyEvent[],
): ReadonlyMap<string, readonly AnyEvent[]> => {
  const lives = new Map<string, AnyEvent[]>()
  for (const event of events)
    if (Object.hasOwn(projection.on, event.type)) {
      const subject = subjectOf(projection, event.data)
      if (subject === undefined) continue
      const life = lives.get(subject)
      if (life === undefined) lives.set(subject, [event])
      else life.push(event)
    }
  return lives
}

type Answered = { readonly code: string; readonly issues?: readonly { readonly path: readonly unknown[] }[] }

/** The system refuses to hand out an event that could not be read again: the rule that made it is broken all the same. */
const unstorable = ({ steps }: AnyStory): Breach => {
  for (const { answer } of steps) {
    if (answer._tag !== 'Left') continue
    const { code, issues = [] } = answer.left as Answered
    if (code === 'InvalidCommand' && issues.some(({ path }) => path[0] === 'events'))
      return { because: describeValue(answer.left) }
  }
  return undefined
}

export const fits = (story: AnyStory): Breach => {
  const refused = unstorable(story)
  if (refused !== undefined) return refused
  const { workflow, events } = story
  for (const event of events) {
    const stored: unknown = JSON.parse(JSON.stringify(event))
    if (!same(stored, event)) return { because: `${describeValue(event)} ⇒ JSON ⇒ ${describeValue(stored)}` }
    const read = workflow.decode(stored)
    if (!isRight(read)) return { because: `${describeValue(event)} ✗ ${describeValue(read.left)}` }
    if (!same(read.right, event))
      return { because: `${describeValue(event)} ⇒ decode ⇒ ${describeValue(read.right)}` }
  }
  return undefined
}

export const tags = (story: AnyStory): Breach => {
  const projections = projectionsOf(story)
  for (const event of story.events) {
    const own = story.workflow.tagsOf(event)
    for (const projection of projections) {
      if (!Object.hasOwn(projection.on, event.type)) continue
      for (const key of projection.by as readonly string[]) {
        if (event.data[key] === undefined) continue
        const tag = `${key.endsWith('Id') ? key.slice(0, -2) : key}:${String(event.data[key])}`
        if (!own.includes(tag as (typeof own)[number]))
          return { because: `${projection.name}: ${describeValue(event)}, ${tag} ∉ [${own.join(', ')}]` }
      }
    }
  }
  return undefined
}

/** A state in words: whose it is, where it is kept by subject. */
export const nameOf = ({ name }: AnyProjection, subject: string): string =>
  subject === '' ? name : `${name} ${subject}`

/** Folding at once against folding one by one, and what a stranger's event does to a state. */
export const foldBreach = (
  projection: AnyProjection,
  events: readonly AnyEvent[],
  words: Words,
): string | undefined => {
  for (const [subject, life] of livesOf(projection, events)) {
    const atOnce: unknown = fold(projection, life)
    const oneByOne: unknown = life.reduce(
      (state: unknown, event) => evolve(projection, state, event),
      fold(projection, []) as unknown,
    )
    if (!same(atOnce, oneByOne))
      return `${nameOf(projection, subject)}\n           ${words.differs(words.atFirst, describeValue(atOnce), words.oneByOne, describeValue(oneByOne))}`
  }
  return undefined
}

export const folds = (story: AnyStory, words: Words, depth: Depth = 'all'): Breach => {
  for (const projection of someOf(projectionsOf(story), story, depth)) {
    const because = foldBreach(projection, story.events, words)
    if (because !== undefined) return { because }
  }
  return undefined
}

const stranger = (): AnyEvent => ({ type: 'HappenedElsewhere', data: {} })

/** Whether a stranger's event leaves the very same state behind. */
export const foreignBreach = (projection: AnyProjection, events: readonly AnyEvent[]): string | undefined => {
  for (const [subject, life] of livesOf(projection, events)) {
    const state: unknown = fold(projection, life)
    if (evolve(projection, state, stranger()) !== state) return nameOf(projection, subject)
  }
  return undefined
}

export const foreign = (story: AnyStory, _: Words, depth: Depth = 'all'): Breach => {
  const { commands, deadlines } = story.workflow.react(stranger(), story.events)
  if (commands.length + deadlines.length > 0) return { because: describeValue(commands[0] ?? deadlines[0]) }
  for (const projection of someOf(projectionsOf(story), story, depth)) {
    const because = foreignBreach(projection, story.events)
    if (because !== undefined) return { because }
  }
  return undefined
}

import type { AnyProjection, Decision, Policy } from '../../kernel/index.ts'
import { foldedFrom, knowledge, planOf } from '../../kernel/reads.ts'
import { describeValue } from '../describe-value.ts'
import { same } from '../same.ts'
import type { AnyStory, Workflow } from '../story.ts'
import type { Words } from '../words/index.ts'
import type { Breach } from './law.ts'
import { livesOf } from './of-events.ts'

const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

const policiesIn = ({ modules }: Workflow): readonly Policy[] =>
  modules.flatMap(({ policies, withModules }) => [...policies, ...Object.values(withModules).flat()])
const decisionsIn = ({ modules }: Workflow): readonly Decision[] =>
  modules.flatMap(({ decisions }) => decisions as readonly Decision[])

/** The settings are as they were when the workflow was assembled. */
export const settingsStay = (workflow: Workflow) => {
  const all = () => [
    ...decisionsIn(workflow).map(({ command, settings }) => ({ of: command.type as string, settings })),
    ...policiesIn(workflow).map(({ name, settings }) => ({ of: name, settings })),
    ...workflow.modules.map(({ name, settings }) => ({ of: name, settings: settings as unknown })),
  ]
  const atFirst = asJson(all()) as readonly { readonly of: string; readonly settings: unknown }[]
  return (_: AnyStory, words: Words): Breach => {
    for (const [at, { of, settings }] of all().entries()) {
      const before = atFirst[at]?.settings
      if (!same(asJson(settings), before))
        return {
          because: `${of}\n           ${words.differs(words.before, describeValue(before), words.afterwards, describeValue(settings))}`,
        }
    }
    return undefined
  }
}

type List = { readonly field: string; readonly size: number }

/** The lists in a state, by the field they stand in. */
const listsIn = (state: unknown): readonly List[] =>
  Object.entries((state ?? {}) as object).flatMap(([field, value]) =>
    Array.isArray(value) ? [{ field, size: value.length }] : [],
  )

/** How many subjects a list may have to name: values of the one field that has most of them among these events. */
const mostSubjects = (life: readonly { readonly data: unknown }[]): number => {
  const values = new Map<string, Set<string>>()
  for (const { data } of life)
    for (const [field, value] of Object.entries(data as object))
      if (field !== 'at')
        for (const one of [value].flat())
          values.set(field, (values.get(field) ?? new Set()).add(JSON.stringify(one)))
  return Math.max(0, ...[...values.values()].map(({ size }) => size))
}

/** A value that remembers which of its fields were looked at; whoever lists its keys has looked at all. */
const watched = (value: object, seen: (field: string) => void): object =>
  new Proxy(value, {
    get: (of, field, receiver) => {
      if (typeof field === 'string') seen(field)
      return Reflect.get(of, field, receiver) as unknown
    },
    ownKeys: (of) => {
      for (const field of Object.keys(of)) seen(field)
      return Reflect.ownKeys(of)
    },
  })

type Reader = {
  readonly reads: Decision['reads']
  readonly ask: (data: unknown, state: unknown) => unknown
  readonly on: string
}

const readersOf = (workflow: Workflow, projection: AnyProjection): readonly Reader[] =>
  [
    ...decisionsIn(workflow).map(({ command, reads, settings, decide }) => ({
      on: command.type as string,
      reads,
      ask: (data: unknown, state: unknown): unknown => decide(data, state, settings),
    })),
    ...policiesIn(workflow).map(({ when, reads, settings, react }) => ({
      on: when,
      reads,
      ask: (data: unknown, state: unknown): unknown => react(data, state, settings),
    })),
  ].filter(({ reads }) =>
    Object.values(reads).some((read) => ('projection' in read ? read.projection : read) === projection),
  )

/** Whether nobody who reads a projection looks at a field of it, as far as all who read it were asked in this life. */
const isUnread = (story: AnyStory, projection: AnyProjection, field: string): boolean => {
  const asked = [
    ...story.steps.map(({ command, before }) => ({ type: command.type, data: command.data, upTo: before })),
    ...story.events.map(({ type, data }, at) => ({ type, data: data as unknown, upTo: at + 1 })),
  ]
  return readersOf(story.workflow, projection).every(({ on, reads, ask }) => {
    const times = asked.filter(({ type }) => type === on)
    let looked = times.length === 0
    for (const { data, upTo } of times) {
      try {
        const state = asJson(
          knowledge(planOf(reads), data, foldedFrom(story.events.slice(0, upTo))),
        ) as Record<string, object>
        const seeing = Object.entries(reads).map(([name, read]) => {
          const own = 'projection' in read ? read.projection : read
          const each = 'eachOf' in read
          const see = (value: object) =>
            watched(value, (one) => (looked ||= own === projection && one === field))
          return [
            name,
            each
              ? Object.fromEntries(Object.entries(state[name] ?? {}).map(([id, one]) => [id, see(one)]))
              : see(state[name] ?? {}),
          ]
        })
        ask(data, Object.fromEntries(seeing))
      } catch {
        looked = true // what cannot be asked this way is not told on
      }
    }
    return !looked
  })
}

/** A list that gets longer with nearly every event, whoever it is about, and that no decision and no policy looks at. */
export const keepsWhatIsRead = (story: AnyStory, words: Words): Breach => {
  for (const projection of story.workflow.warm.projections)
    for (const [subject, life] of livesOf(projection, story.events)) {
      if (life.length < 3) continue
      const state = projection.initial() as unknown
      if (state === null || typeof state !== 'object') continue
      for (const { type, data } of life) projection.on[type]?.(state, asJson(data))
      const subjects = mostSubjects(life)
      for (const { field, size } of listsIn(state))
        if (size >= 3 && size > subjects && size * 2 > life.length && isUnread(story, projection, field))
          return { because: `${projection.name} ${subject}: ${words.growing(field, size, life.length)}` }
    }
  return undefined
}

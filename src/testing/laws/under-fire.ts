import {
  type AnyEvent,
  type AnyProjection,
  type Command,
  canonical,
  createLedger,
  isRejected,
  type Ledger,
  project,
  redacted,
} from '../../kernel/index.ts'
import { describeValue } from '../describe-value.ts'
import { raceOn } from '../races.ts'
import { same } from '../same.ts'
import { type AnyStory, asTheSystem, eventsIn, instantOf, type Step } from '../story.ts'
import type { Words } from '../words/index.ts'
import type { Invariant, Look } from './invariants.ts'
import type { Breach, Depth } from './law.ts'
import { projectionsOf } from './of-events.ts'
import { withShiftedClock } from './shifted-clock.ts'

type Host = Ledger<Command, AnyEvent, unknown>

const beforeAll = '0000-01-01T00:00:00Z'
const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
const bare = ({ type, data }: { readonly type: string; readonly data: unknown }) => canonical({ type, data })
const hostSteps = ({ steps }: AnyStory): readonly Step[] => steps.filter(({ by }) => by === 'host')

/** Some of many, another each time a story is another; all of them when it is looked at closely. */
const some = <Item>(items: readonly Item[], story: AnyStory, depth: Depth, many = 1): readonly Item[] =>
  depth === 'all' || items.length <= many
    ? items
    : Array.from(
        { length: many },
        (_, nth) =>
          items[(story.events.length * 7 + story.steps.length * 13 + nth * 5) % items.length] as Item,
      )

/** Unless it is looked at closely, one life in so many is enough for what takes long. */
const isPassedOver = ({ events, steps }: AnyStory, depth: Depth, oneIn: number): boolean =>
  depth === 'some' && (events.length + steps.length) % oneIn !== 0

/** A host goes on: what was due when a command was asked is carried out, then the command and what follows from it. */
const goOn = (host: Host, steps: readonly Pick<Step, 'command' | 'clock'>[]): void => {
  for (const { command, clock } of steps) {
    if (clock !== undefined) host.advanceTo(clock)
    host.executeWithPolicies(command)
  }
}

/** The events of one log that are not in the other, whatever the order. */
const difference = (
  one: readonly AnyEvent[],
  other: readonly AnyEvent[],
  words: Words,
): string | undefined => {
  const left = new Map<string, number>()
  for (const event of other) left.set(bare(event), (left.get(bare(event)) ?? 0) + 1)
  const lost = one.filter((event) => {
    const many = left.get(bare(event)) ?? 0
    left.set(bare(event), many - 1)
    return many <= 0
  })
  const [first] = lost
  if (first !== undefined) return `${words.lost}${words.colon}${describeValue(first)}`
  const extra = other.find((event) => (left.get(bare(event)) ?? 0) > 0)
  return extra === undefined ? undefined : `${words.extra}${words.colon}${describeValue(extra)}`
}

/** A host that stopped before this step, started again on its log, did what it still owed, and lived on. */
const restartedBefore = (story: AnyStory, at: number): Host => {
  const { steps, events, workflow } = story
  const host = createLedger(workflow, {
    events: asJson(events.slice(0, (steps[at] as Step).before)),
  }) as Host
  host.advanceTo(beforeAll)
  goOn(
    host,
    steps.slice(at).filter(({ by }) => by === 'host'),
  )
  return host
}

/** A host that dies between two appends and reacts again ends where it would have ended. */
export const survivesCrash = (story: AnyStory, words: Words, depth: Depth): Breach => {
  if (story.ended !== undefined) return undefined
  const between = story.steps.flatMap(({ by }, at) => (by === 'host' ? [] : [at]))
  for (const at of some(between, story, depth)) {
    const why = difference(story.events, restartedBefore(story, at).events(), words)
    if (why !== undefined)
      return {
        because: `${words.crashBefore}${words.colon}${describeValue(story.steps[at]?.command)}\n           ${why}`,
      }
  }
  return undefined
}

/** After a restart a host waits for the same deadlines, owes the same answers and shows the same views. */
export const survivesRestart = (story: AnyStory, words: Words, depth: Depth): Breach => {
  if (story.ended !== undefined || isPassedOver(story, depth, 2)) return undefined
  const hosts = story.steps.flatMap(({ by }, at) => (by === 'host' ? [at] : []))
  for (const at of some(hosts, story, depth)) {
    const live = restartedBefore(story, at)
    const again = createLedger(story.workflow, { events: asJson(live.events()) }) as Host
    const described = (host: Host) =>
      [
        ...host.agenda().map(({ dueAt, command }) => `${dueAt} ${describeValue(command)}`),
        ...host.unanswered().map(describeValue),
      ].sort()
    if (!same(described(live), described(again)))
      return {
        because: words.differs(
          words.before,
          described(live).join(', ') || '–',
          words.afterwards,
          described(again).join(', ') || '–',
        ),
      }
    for (const projection of some(projectionsOf(story), story, depth, 3)) {
      const [one, other] = [live.project(projection), again.project(projection)]
      if (!same(one, other))
        return {
          because: `${projection.name}\n           ${words.differs(words.before, describeValue(one), words.afterwards, describeValue(other))}`,
        }
    }
  }
  return undefined
}

const consequences = (one: unknown): string => {
  const { commands, deadlines } = one as {
    readonly commands: readonly Command[]
    readonly deadlines: readonly { readonly dueAt: string; readonly command: Command }[]
  }
  return (
    [
      ...commands.map(describeValue),
      ...deadlines.map(({ dueAt, command }) => `${dueAt} ${describeValue(command)}`),
    ].join(' + ') || '–'
  )
}

/** Policies answer an event the same whenever they are asked again: after others' events, later, and elsewhere. */
export const policiesAgain = (story: AnyStory, words: Words): Breach => {
  for (const { event, answer } of story.reactions ?? []) {
    const asked = (ask: (run: () => unknown) => unknown) => {
      try {
        return ask(() => story.workflow.react(event, story.events))
      } catch (error) {
        return { commands: [{ type: String(error), data: {} }], deadlines: [] }
      }
    }
    for (const again of [
      asked((run) => run()),
      asked((run) => withShiftedClock(run)),
      asked((run) => withShiftedClock(run, 'behind')),
    ])
      if (!same(asJson(answer), asJson(again)))
        return {
          because: `${describeValue(event)}\n           ${words.differs('1', consequences(answer), '2', consequences(again))}`,
        }
  }
  return undefined
}

/** A view does not change with the clock, the zone or the language. */
export const viewsAgain = (story: AnyStory, words: Words, depth: Depth): Breach => {
  for (const projection of some(projectionsOf(story), story, depth, 6)) {
    const here = project(projection, story.events)
    for (const zone of ['ahead', 'behind'] as const) {
      const there = withShiftedClock(() => project(projection, story.events), zone)
      if (!same(here, there))
        return {
          because: `${projection.name}\n           ${words.differs('1', describeValue(here), '2', describeValue(there))}`,
        }
    }
  }
  return undefined
}

const firstBroken = (rules: Readonly<Record<string, Invariant>>, events: readonly AnyEvent[]) => {
  const views = new Set<AnyProjection>()
  const look: Look = (projection) => {
    views.add(projection)
    return project(projection, events)
  }
  const found = Object.entries(rules).find(([, holds]) => {
    views.clear()
    return holds(look, events, []) !== true
  })
  return found === undefined ? undefined : { why: found[0], views: [...views] }
}

/** An invariant also holds when others act between an event and what follows it. */
export const othersBetween =
  (rules: Readonly<Record<string, Invariant>>) =>
  (story: AnyStory, words: Words, depth: Depth): Breach => {
    const followed = story.steps.flatMap((step, at) =>
      step.by === 'host' && story.steps[at + 1]?.by === 'policy' ? [step] : [],
    )
    for (const step of some(followed, story, depth))
      for (const intruder of some(hostSteps(story), story, depth, 2)) {
        if (intruder === step) continue
        const host = createLedger(story.workflow, {
          events: asJson(story.events.slice(0, step.before)),
        }) as Host
        const steps: Step[] = []
        let before = step.before
        const lived = (command: Command, answer: Step['answer']): void => {
          const lived: Step = { command, by: 'host', answer, before }
          steps.push(lived)
          before += eventsIn(lived).length
        }
        lived(step.command, host.execute(step.command))
        const other = { ...intruder.command, metadata: asTheSystem('another') }
        lived(other, host.execute(other))
        for (const { command, verdict } of host.advanceTo(instantOf(step.command.data) ?? beforeAll))
          lived(command, verdict)
        const events = host.events()
        for (let many = step.before + 1; many <= events.length; many++) {
          const broken = firstBroken(rules, events.slice(0, many))
          if (broken !== undefined)
            return {
              because: `${broken.why}\n           ${words.between}${words.colon}${describeValue(step.command)} … ${describeValue(intruder.command)}`,
              shown: { after: many, views: broken.views, life: { steps, events } },
            }
        }
      }
    return undefined
  }

/** Both read, then both write, the first and then the second, or the second and then the first. */
const bothReadFirst = [
  [0, 1, 0, 1, 0, 1],
  [1, 0, 1, 0, 1, 0],
]

/** An invariant also holds when two hosts read before either has written, and whoever comes second decides again. */
export const twoAtOnce =
  (rules: Readonly<Record<string, Invariant>>) =>
  (story: AnyStory, words: Words, depth: Depth): Breach => {
    if (isPassedOver(story, depth, 2)) return undefined
    const led = hostSteps(story).filter((step) => eventsIn(step).length > 0)
    const pairs = led.flatMap((one, at) => led.slice(at + 1, at + 6).map((other) => [one, other] as const))
    for (const [one, other] of some(pairs, story, depth, 2))
      for (const order of bothReadFirst) {
        const host = createLedger(story.workflow, {
          events: asJson(story.events.slice(0, one.before)),
        }) as Host
        const commands = [one, other].map(({ command }, at) => ({
          ...command,
          metadata: asTheSystem(`host-${at + 1}`),
        }))
        const turns = raceOn(host, story.workflow as never, commands, order, true)
        const events = host.events()
        for (let many = one.before + 1; many <= events.length; many++) {
          const broken = firstBroken(rules, events.slice(0, many))
          if (broken !== undefined)
            return {
              because: `${broken.why}\n           ${turns}${words.colon}${describeValue(one.command)} | ${describeValue(other.command)}`,
            }
        }
      }
    return undefined
  }

/** An event without what is personal, wherever in it that stands: each such text becomes another. */
const erasedFrom =
  ({ workflow }: AnyStory) =>
  <Event extends AnyEvent>(event: Event): Event => {
    const now = redacted(workflow, event, '∅')
    return same(now.data, event.data) ? event : now
  }

/** No rule, policy or tag rests on what a person may have erased. */
export const restsOnNothingPersonal = (story: AnyStory, words: Words, depth: Depth): Breach => {
  const erase = erasedFrom(story)
  const erased = story.events.map(erase)
  const at = story.events.findIndex((event, place) => event !== erased[place])
  if (at < 0) return undefined
  const { workflow } = story
  for (const [place, event] of story.events.entries())
    if (event !== erased[place] && !same(workflow.tagsOf(event), workflow.tagsOf(erased[place] as AnyEvent)))
      return {
        because: `${describeValue(event)}\n           ${words.differs('1', workflow.tagsOf(event).join(', '), '2', workflow.tagsOf(erased[place] as AnyEvent).join(', '))}`,
      }
  const answer = (step: Step, events: readonly AnyEvent[]): unknown => {
    try {
      const verdict =
        step.by === 'host'
          ? workflow.decide(step.command, events.slice(0, step.before))
          : workflow.decideForPolicy(step.command, events.slice(0, step.before)).verdict
      return isRejected(verdict) ? verdict : { ...verdict, right: verdict.right.map(erase) }
    } catch (error) {
      return String(error)
    }
  }
  const later = story.steps.filter(({ before, answer }) => before > at && answer._tag !== 'Thrown')
  // asked again at once, a rule compares what is said with what it was told
  const again = hostSteps(story).flatMap((step) => {
    const before = step.before + eventsIn(step).length
    const told = story.events.slice(step.before, before).some((event) => event !== erase(event))
    const metadata = { ...step.command.metadata, commandId: 'again' }
    return told ? [{ ...step, before, command: { ...step.command, metadata } }] : []
  })
  for (const step of [...some(later, story, depth, 6), ...some(again, story, depth, 2)]) {
    const [whole, without] = [answer(step, story.events), answer(step, erased)]
    if (!same(whole, without))
      return {
        because: `${describeValue(step.command)}\n           ${words.differs('1', describeValue(whole), '2', describeValue(without))}`,
      }
  }
  return undefined
}

/** The n-th of the other names of a kind: numbers, capitals, and some that hold what joins names. */
const otherName = (kind: number, at: number): string => {
  if (kind === 0) return String(at + 8)
  if (kind === 1) return `${at % 2 === 0 ? 'Z' : 'z'}${String(at).padStart(3, '0')}`
  return Array(at + 1)
    .fill('a')
    .join('.:-/|_'.charAt(kind - 2))
}

/** Names that a careless host confuses, in their order. A text of the life is none of them: it would make one name of two. */
const otherNames = (many: number, kind: number, texts: ReadonlySet<string>): readonly string[] =>
  Array.from({ length: many + texts.size }, (_, at) => otherName(kind, at))
    .filter((name) => !texts.has(name))
    .slice(0, many)
    .sort()

/** Fields that hold somebody's or something's name. */
const isNameField = (field: string): boolean => /(Ids?|By)$/.test(field)
const mapped = (value: unknown, put: (name: string, field: string) => string, field = ''): unknown =>
  typeof value === 'string'
    ? put(value, field)
    : Array.isArray(value)
      ? value.map((one) => mapped(one, put, field))
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, put, name)]))
        : value

/** Whether two values are one but for names, the same name for the same. */
const alike = (one: unknown, other: unknown, to: Map<string, string>): boolean => {
  if (typeof one === 'string' && typeof other === 'string') {
    const known = to.get(one)
    if (known === undefined && one !== other) to.set(one, other)
    return one === other || to.get(one) === other
  }
  if (one === null || typeof one !== 'object' || other === null || typeof other !== 'object')
    return Object.is(one, other)
  const [ours, theirs] = [Object.values(one), Object.values(other)]
  return ours.length === theirs.length && ours.every((value, at) => alike(value, theirs[at], to))
}

/** Nothing rests on how a subject is called: the same life under other names is the same life. */
export const namesDoNotMatter = (story: AnyStory, words: Words, depth: Depth): Breach => {
  if (story.ended !== undefined || isPassedOver(story, depth, 3)) return undefined
  const asked = hostSteps(story)
  const names = new Set<string>()
  /** Ids that policies made: whoever uses one uses the one that was made under the other names. A refused command makes none. */
  const madeUp = new Set<string>()
  /** Every text of the life: a new name that is one of them would make one of two. */
  const texts = new Set<string>()
  const refused = ({ answer }: Step) => answer._tag === 'Left'
  for (const { by, command } of [...story.steps].sort((a, b) => Number(refused(a)) - Number(refused(b))))
    mapped(command.data, (name, field) => {
      texts.add(name)
      if (isNameField(field) && !names.has(name) && !madeUp.has(name))
        (by === 'host' ? names : madeUp).add(name)
      return name
    })
  const old = [...names].sort()
  if (old.length === 0) return undefined
  for (const kind of some([0, 1, 2, 3, 4, 5, 6, 7], story, depth)) {
    const fresh = otherNames(old.length, kind, texts)
    const to = new Map(old.map((name, at) => [name, fresh[at] as string]))
    const renamed = (data: unknown): unknown => mapped(data, (name) => to.get(name) ?? name)
    if (
      asked.some(
        ({ command }) =>
          isInvalid(story, { ...command, data: renamed(command.data) }) !== isInvalid(story, command),
      )
    )
      continue
    const host = createLedger(story.workflow) as Host
    const plain = createLedger(story.workflow) as Host
    /** Ids that policies made since, by the event that bears them in both lives. */
    const learn = (since: number): void => {
      if (madeUp.size === 0) return
      for (const [place, event] of plain.events().slice(since).entries()) {
        const other = host.events()[since + place]
        if (other?.type !== event.type) return
        const seen = new Map(to)
        alike(event.data, other.data, seen)
        for (const name of madeUp) if (seen.has(name)) to.set(name, seen.get(name) as string)
      }
    }
    for (const { command, clock } of asked) {
      const before = plain.events().length
      if (clock !== undefined) for (const one of [plain, host]) one.advanceTo(clock)
      learn(before)
      plain.executeWithPolicies(command)
      host.executeWithPolicies({ ...command, data: renamed(command.data) })
      learn(before)
    }
    const events = host.events()
    const at = plain
      .events()
      .findIndex(
        (event, place) =>
          event.type !== events[place]?.type || !alike(event.data, events[place]?.data, new Map(to)),
      )
    if (at < 0 && events.length === plain.events().length) continue
    const rename = (event: AnyEvent): AnyEvent => ({
      ...event,
      data: mapped(event.data, (name) => to.get(name) ?? name) as never,
    })
    if (difference(plain.events().map(rename), events, words) === undefined) continue
    return {
      because: `${[...to]
        .map(([one, other]) => `${one} → ${other}`)
        .slice(0, 6)
        .join(
          ', ',
        )}\n           ${words.differs('1', describeValue(plain.events()[at] ?? {}), '2', describeValue(events[at] ?? events.at(-1) ?? {}))}`,
    }
  }
  return undefined
}

const isInvalid = ({ workflow }: AnyStory, command: Command): boolean =>
  isRejected(workflow.receive(command) as never)

import fc, { type Arbitrary } from 'fast-check'
import type { AnyEvent, Command, Intent } from '../kernel/index.ts'
import { given, mistake } from '../kernel/index.ts'
import {
  createDrawing,
  credit,
  type Fields,
  happens,
  later,
  learn,
  oneOfThese,
  promise,
  someStep,
  type Way,
  weighed,
} from './arguments.ts'
import { describeValue, mustKnow } from './describe-value.ts'
import { createPlayer, type Player } from './play.ts'
import { asTheSystem, featuresOf, instantOf, type Step, type Story, type Workflow } from './story.ts'
import { storyInWords } from './story-in-words.ts'
import { type Universe, universe } from './universe.ts'

export type StoryOptions<E extends AnyEvent = AnyEvent> = {
  /** The world it happens in; without one, three names of each kind. */
  readonly in?: Universe
  /** Commands at most: 30. A life has half of them at least, unless nothing more can be done. */
  readonly upTo?: number
  /** The share of commands that are asked whatever the answer, from 0 to 1: 0.2. */
  readonly invalidRatio?: number
  /** The commands before each life begins; they are not counted, and never left out. One that is refused throws. */
  readonly given?: readonly Intent[]
  /** Nothing more is asked once this is so. */
  readonly until?: (events: readonly E[]) => boolean
  /** Only these commands are asked; what follows by policy follows all the same. */
  readonly only?: readonly string[]
  /** How often a command is thought of, where the others are 1: `{ CancelOffering: 0.1 }`. */
  readonly often?: Readonly<Record<string, number>>
  /** Whether policies answer and deadlines come due: they do. */
  readonly policies?: boolean
}

type Asked = Intent
/** A command as it was made, the fields that were drawn from what had happened, and the instant it was asked at. */
type Part = {
  readonly command: Arbitrary<Asked>
  readonly made: fc.Value<Asked>
  readonly drawn: Fields
  readonly at?: string | undefined
}

const { toStringMethod } = fc

/**
 * Lives of a workflow, by asking its own pure decisions which commands are plausible, with some invalidRatio. They
 * shrink by leaving out runs of commands (a refused command changed nothing, so any hole is legal), then by making
 * each command plainer.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { assemble, catalog } from 'training-ops'
 * import { stories, universe } from 'training-ops/testing'
 * const training = assemble([catalog], {}, { trusted: true })
 * const lives = stories(training, { in: universe({ courseId: ['selling', 'coaching'] }), upTo: 10 })
 * fc.sample(lives, { numRuns: 2, seed: 1 }).every(({ steps }) => steps.length > 0) // => true
 * ```
 */
export const stories = <C extends Command, E extends AnyEvent, R>(
  workflow: Workflow<C, E, R>,
  options: StoryOptions<E> = {},
): Arbitrary<Story<C, E, R>> => new Lives(workflow, options)

/** The same lives, each beginning where those before it reached something new; others than `stories` as they are. */
export const hunting = <S extends Story>(lives: Arbitrary<S>): Arbitrary<S> =>
  lives instanceof Lives ? (lives.hunting() as unknown as Arbitrary<S>) : lives

/** A life lived again from the commands of its host. */
export const livedAgain = (workflow: Workflow, lives: Arbitrary<Story>, asked: readonly Intent[]): Story =>
  (lives instanceof Lives ? lives : new Lives(workflow, {})).again(asked)

const decisionsOf = ({ modules }: Workflow, named: readonly string[]) => {
  const decisions = modules.flatMap(({ decisions }) => decisions)
  const known = decisions.map(({ command }) => command.type as string)
  mustKnow('stories', 'names of its commands', known, named)
  return decisions
}

const choicesOf = (
  workflow: Workflow,
  world: Universe,
  { only, often = {} }: Pick<StoryOptions, 'only' | 'often'>,
): readonly Choice[] =>
  decisionsOf(workflow, [...(only ?? []), ...Object.keys(often)])
    .filter(({ command }) => only === undefined || only.includes(command.type))
    .map(({ command: { type, schema } }) => ({
      type,
      command: world.valuesOf(schema, type).map((data): Asked => ({ type, data })),
      often: often[type] ?? 1,
    }))

/** How each life weighs the commands when it follows no example: lopsided, so that some are left alone altogether. */
const factors = [0, 0.1, 0.3, 1, 1, 3]
/** How much less a command is thought of that was accepted before: in some lives not at all, so that places fill up. */
const varieties = [0, 1, 2, 2]
/** In how many of a hundred steps time goes on: some lives are one morning, others go through years. */
const paces = [2, 6, 15, 35]
/** Questions asked to learn what to ask, before the first life; and the lives of that practice that are kept as examples. */
const practised = 2500
/** So many lives one after the other that reached nothing new, and practice is over. */
const quietAtMost = 40
const examples = 12
/** In how many of a hundred lives a beginning is taken over that led to what is seldom reached; and how many are kept for each. */
const beginsAgain = 55
const huntsAgain = 80
const furthest = 16
const beginnings = 3
/** In how many of a hundred steps somebody asks what is planned for later, before its time. */
const asksEarly = 4
/** After so many steps at which nothing could be done, a life is over. */
const deadEndsAtMost = 2

type Choice = { readonly type: string; readonly command: Arbitrary<Asked>; readonly often: number }
type Chosen = Choice & { weight: number; variety: number; refusedLately: number; accepted: number }
type Idea = {
  readonly choice: Chosen
  readonly ways: readonly {
    readonly way: Way
    readonly events: readonly AnyEvent[]
    readonly promise: number
  }[]
  readonly promise: number
}
/** How a life weighed the commands, and what it reached. */
type Example = {
  readonly weights: readonly number[]
  readonly variety: number
  readonly reached: ReadonlyMap<string, number>
}

/** The parts that lives reached, in how many of them, and how the shortest of them began. */
type Found = { lives: number; readonly beginnings: (readonly Part[])[] }
const createFinds = (known: ReadonlyMap<string, Found> = new Map(), before = 0): Finds => {
  const finds = new Map<string, Found>()
  for (const [name, { lives, beginnings }] of known) finds.set(name, { lives, beginnings: [...beginnings] })
  let lives = before
  return {
    copy: () => createFinds(finds, lives),
    /** How seldom it was reached: 1 for what every life reaches, and more for others. */
    rarity: (name: string): number =>
      Math.min(8, Math.sqrt((lives + 1) / ((finds.get(name)?.lives ?? 0) + 1))),
    isNew: (name: string): boolean => !finds.has(name),
    /** A life that reached these, each by so many of its parts. */
    keep: (reached: ReadonlyMap<string, readonly Part[]>): void => {
      lives++
      for (const [name, parts] of reached) {
        const found = finds.get(name) ?? { lives: 0, beginnings: [] }
        finds.set(name, found)
        found.lives++
        found.beginnings.push(parts)
        if (found.beginnings.length > beginnings) found.beginnings.sort((a, b) => a.length - b.length).pop()
      }
    },
    /** One of the beginnings, the sooner the fewer lives reached what it leads to; mostly the whole of it. */
    beginning: (chance: fc.Random, often: (parts: readonly Part[]) => number): Beginning => {
      const found = weighed(
        [...finds],
        ([, { lives, beginnings }]) => often(beginnings[0] ?? []) * lives ** -1.5,
        chance,
      )
      if (found === undefined) return nothingYet
      const [name, { beginnings }] = found
      const parts = oneOfThese(beginnings, chance)
      return happens(25, chance)
        ? { name: '', parts: parts.slice(0, chance.nextInt(0, parts.length)) }
        : { name, parts }
    },
  }
}
/** The commands that lead to a part that was seldom reached, and its name. */
type Beginning = { readonly name: string; readonly parts: readonly Part[] }
const nothingYet: Beginning = { name: '', parts: [] }
type Finds = {
  readonly copy: () => Finds
  readonly rarity: (name: string) => number
  readonly isNew: (name: string) => boolean
  readonly keep: (reached: ReadonlyMap<string, readonly Part[]>) => void
  readonly beginning: (chance: fc.Random, often: (parts: readonly Part[]) => number) => Beginning
}

class Lives<C extends Command, E extends AnyEvent, R> extends fc.Arbitrary<Story<C, E, R>> {
  private readonly length: Arbitrary<number>
  private readonly choices: readonly Choice[]
  private readonly invalidRatio: number
  private readonly tries: number
  private readonly practised: number
  private readonly drawing: ReturnType<typeof createDrawing>
  private shapes: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map()
  private asked = 0
  private finds = createFinds()
  private practice: 'none' | 'under way' | 'done' = 'none'
  private followed: readonly Example[] = []
  /** By command: the kinds of events that came later to what it was about, and how often it was looked at. */
  private readonly fertile = new Map<string, { looked: number; later: number }>()
  private readonly leaned = new WeakMap<readonly Part[], readonly Part[]>()

  constructor(
    private readonly workflow: Workflow<C, E, R>,
    private readonly options: StoryOptions<E>,
  ) {
    super()
    const world = options.in ?? universe()
    this.choices = choicesOf(workflow as never, world, options)
    const upTo = options.upTo ?? 30
    this.length = fc.integer({ min: Math.ceil(upTo / 2), max: upTo })
    this.invalidRatio = options.invalidRatio ?? 0.2
    this.tries = Math.max(12, 4 * this.choices.length)
    this.practised = Math.min(practised, 700 * this.choices.length)
    this.drawing = createDrawing(workflow as never, world)
  }

  generate(chance: fc.Random, bias: number | undefined): fc.Value<Story<C, E, R>> {
    this.practise()
    const { parts, player } = this.live(chance, bias, this.finds)
    return this.storyAt(player, parts)
  }

  /** Lives that go on from where earlier ones of them reached what is seldom reached: for who counts what was. */
  hunting(): Arbitrary<Story<C, E, R>> {
    this.practise()
    const finds = this.finds.copy()
    return new Once((chance) => {
      const { parts, player, features } = this.live(chance, undefined, finds, true)
      finds.keep(features)
      return this.storyAt(player, parts).value
    })
  }

  /**
   * Lives some lives of fixed seeds and keeps in mind which arguments were accepted, how those lives weighed the commands
   * that reached what others seldom do, and how they began. It is done once and never changed after, so that a seed leads
   * to the same life whichever lives came before.
   */
  private practise(): void {
    if (this.practice !== 'none') return
    this.practice = 'under way'
    this.shapes = new Map(this.choices.map(({ type, command }) => [type, shapeOf(command)]))
    const lives: Example[] = []
    for (let seed = 1, quiet = 0; quiet < quietAtMost && this.asked < this.practised; seed++) {
      fc.sample(new Once((chance) => this.live(chance, undefined, this.finds, true)), {
        seed,
        numRuns: 1,
      }).forEach((life) => {
        const { weights, variety, accepted, reached, features } = life
        lives.push({ weights, variety, reached })
        quiet = [...features.keys()].some(this.finds.isNew) ? 0 : quiet + 1
        this.finds.keep(features)
        const [worths, times] = worthsOf(lives)
        const mean = worths.reduce((sum, one) => sum + one, 0) / lives.length
        const worth = Math.min(5, (worths.at(-1) as number) / Math.max(mean, 1e-9))
        for (const way of accepted) credit(way, worth)
        this.watch(life.player)
        this.followed = examplesOf(lives, worths, times)
      })
    }
    this.practice = 'done'
  }

  /** Keeps in mind how far the subject of a command went after it: a claim that is approved goes further than one that is withdrawn. */
  private watch({ steps }: Player<C, E, R>): void {
    const later = new Map<string, Set<string>>()
    for (const { command, answer } of [...steps].reverse()) {
      if (answer._tag !== 'Right' || answer.right.length === 0) continue
      const happened = answer.right.flatMap((event) => {
        const id = firstId(event)
        return id === undefined ? [] : [{ id, type: event.type }]
      })
      const [first] = happened
      if (first !== undefined) {
        const one = this.fertile.get(command.type) ?? { looked: 0, later: 0 }
        one.looked++
        one.later += [...(later.get(first.id) ?? [])].filter((type) => type !== first.type).length
        this.fertile.set(command.type, one)
      }
      for (const { id, type } of happened) later.set(id, (later.get(id) ?? new Set()).add(type))
    }
  }

  /** How often the commands of a beginning are thought of, as far as it was said. */
  private readonly oftenOf = (parts: readonly Part[]): number => {
    const { often } = this.options
    if (often === undefined) return 1
    const types = new Set(parts.map(({ made }) => made.value.type))
    return [...types].reduce((product, type) => product * (often[type] ?? 1), 1)
  }

  /** A command that `often` names is thought of so often, whatever it leads to. */
  private rarity(type: string, finds: Finds): number {
    return this.options.often?.[type] === undefined ? finds.rarity(type) : 1
  }

  private fertility(type: string): number {
    if (this.options.often?.[type] !== undefined) return 1
    const { looked, later } = this.fertile.get(type) ?? { looked: 0, later: 0 }
    return Math.min(3, Math.max(0.2, (later + 2) / (looked + 2)))
  }

  private live(chance: fc.Random, bias: number | undefined, finds: Finds, isHunt = false) {
    const beginning = happens(isHunt ? huntsAgain : beginsAgain, chance)
      ? finds.beginning(chance, this.oftenOf)
      : nothingYet
    const [varied, amountsAnew] = isHunt ? [beginning.parts, false] : this.varied(beginning, chance)
    const begun = varied.slice(0, this.options.upTo ?? 30)
    const whole = Math.max(this.length.generate(chance, undefined).value, begun.length)
    // who looks for what was not reached yet goes some steps on from where a life came far, and begins anew
    const length =
      isHunt && begun.length > 0 ? Math.min(whole, begun.length + chance.nextInt(3, furthest)) : whole
    const parts: Part[] = []
    const player = this.player()
    const features = new Map<string, readonly Part[]>()
    /** Beginnings are kept without what led to nothing. */
    const effective: Part[] = []
    const kinds = new Set<string>()
    let looked = player.steps.length
    const lookBack = (part: Part): void => {
      const from = looked
      const news = player.steps.slice(from).flatMap(featuresOf)
      looked = player.steps.length
      const before = [...effective, part]
      for (const { answer } of player.steps.slice(from))
        if (answer._tag === 'Right') for (const { type } of answer.right) kinds.add(type)
      // a life in which much happened is one from which much can be reached
      for (const name of [...news, `${kinds.size} kinds of events`])
        if (!features.has(name)) features.set(name, before)
    }
    const heard = new Set<string>()
    const rejections: { readonly code: string }[] = []
    const choices = this.weighed(chance, finds)
    const weights = choices.map(({ weight, type }) => weight / this.rarity(type, finds))
    const variety = choices[0]?.variety ?? 0
    const accepted: Way[] = []
    const pace = oneOfThese(paces, chance)
    let now = ''
    for (const one of begun) {
      if (this.isOver(player)) break
      const planned = this.enveloped(one, parts.length)
      const instant = instantOf(planned.data)
      if (instant !== undefined) player.catchUpTo(instant)
      const amounts = amountsAnew
        ? this.drawing.amounts(planned, { events: player.events, rejections, now }, chance)
        : {}
      const part = { ...one, drawn: { ...one.drawn, ...amounts } }
      const command = this.enveloped(part, parts.length)
      const step = player.ask(command)
      player.keep(step)
      parts.push(part)
      lookBack(part)
      if (happened(step)) effective.push(part)
      if (instant !== undefined && instant > now) now = instant
    }
    for (let deadEnds = 0; parts.length < length && deadEnds < deadEndsAtMost && !this.isOver(player); ) {
      const anything = happens(this.invalidRatio * 100, chance)
      if (now === '' || !anything) {
        now = this.nextInstant(now, player, choices, pace, deadEnds > 0, chance, bias)
      }
      player.catchUpTo(now)
      const early = this.early(player, choices, now)
      if (early !== undefined && happens(asksEarly, chance)) {
        parts.push(early)
        player.keep(player.ask(this.enveloped(early, parts.length - 1)))
        lookBack(early)
        continue
      }
      const ideas = this.ideas(choices, player.events(), anything, isHunt)
      for (let tried = 1; ; tried++) {
        const { choice, way, events } = this.picked(ideas, chance)
        const made = choice.command.generate(chance, bias)
        const at = instantOf((made.value as Asked).data)
        const timed = at === undefined || (anything && happens(50, chance)) ? undefined : now
        const { type, data } = made.value
        const asking = { type, data: timed === undefined ? data : { ...(data as object), at: timed } }
        const fields = this.drawing.draw(
          asking,
          way,
          events,
          { events: player.events, rejections, now },
          chance,
        )
        const part: Part = { command: choice.command, made, drawn: fields, at: timed }
        const asked = this.enveloped(part, parts.length)
        const instant = instantOf(asked.data)
        if (anything && instant !== undefined && instant > now) player.catchUpTo(instant)
        const step = player.ask(asked)
        this.asked++
        const { answer } = step
        const refused = answer._tag === 'Left'
        const idle = answer._tag === 'Right' && answer.right.length === 0
        if (this.practice === 'under way') learn(way, !refused && !idle)
        if (refused) rejections.push(answer.left as { readonly code: string })
        choice.refusedLately += refused || idle ? 1 : 0
        const isNews = refused && this.isNews(step, heard) && happens(this.invalidRatio * 300, chance)
        const isFound = refused && featuresOf(step).some(finds.isNew)
        const isKept = (!refused && !idle) || anything || isNews || isFound || (idle && happens(20, chance))
        if (!isKept && tried < (isHunt ? 12 : this.tries)) continue
        parts.push(part)
        player.keep(step)
        lookBack(part)
        if (!refused && !idle) {
          effective.push(part)
          choice.accepted++
          accepted.push(way)
          for (const one of choices) one.refusedLately /= 2
          if (instant !== undefined && instant > now) now = instant
        }
        if (!anything && !isNews && !isFound) deadEnds = refused ? deadEnds + 1 : 0
        break
      }
    }
    const reached = timesOf([
      ...player.events(),
      ...[...new Set(rejections.map(({ code }) => code))].map((type) => ({ type })),
    ])
    return { parts, player, weights, variety, accepted, reached, features }
  }

  /** A beginning otherwise: with nothing in it that need not be, with a twin who does the same, or with other amounts. */
  private varied(beginning: Beginning, chance: fc.Random): readonly [readonly Part[], boolean] {
    const parts = happens(60, chance) ? this.lean(beginning) : beginning.parts
    return [happens(60, chance) ? this.twins(parts, chance) : parts, happens(50, chance)]
  }

  /** The beginning without what it can do without; the same for whoever asks. */
  private lean({ name, parts }: Beginning): readonly Part[] {
    const known = this.leaned.get(parts)
    if (known !== undefined) return known
    let lean = parts
    if (name !== '' && parts.length <= 16)
      for (let at = parts.length - 2; at >= 0; at--) {
        const without = lean.filter((one) => one !== parts[at])
        if (this.leadsTo(name, without)) lean = without
      }
    this.leaned.set(parts, lean)
    return lean
  }

  private leadsTo(name: string, parts: readonly Part[]): boolean {
    const player = this.player()
    for (const [at, part] of parts.entries()) {
      if (this.isOver(player)) return false
      player.catchUpTo(part.at ?? '')
      player.keep(player.ask(this.enveloped(part, at)))
    }
    return player.steps.some((step) => featuresOf(step).includes(name))
  }

  /** Beside what the last command is about another, which does the same at the same time and shares what they need. */
  private twins(parts: readonly Part[], chance: fc.Random): readonly Part[] {
    const last = parts.at(-1)
    if (last === undefined) return parts
    const names = new Map<unknown, unknown>()
    for (const [at, part] of [last, ...parts].entries())
      for (const [field, id] of idsOf(this.enveloped(part, 0))) {
        if (names.has(id)) continue
        let other: unknown = id
        if ((at === 0 && names.size === 0) || happens(50, chance))
          for (let tried = 0; tried < 4 && other === id; tried++)
            other = (part.command.generate(chance, undefined).value.data as Fields)[field]
        names.set(id, typeof other === 'string' ? other : id)
      }
    return parts.flatMap((part) => {
      const other = idsOf(this.enveloped(part, 0)).flatMap(([field, id]) => {
        const name = names.get(id)
        return name === id ? [] : [[field, name] as const]
      })
      return other.length === 0
        ? [part]
        : [part, { ...part, drawn: { ...part.drawn, ...Object.fromEntries(other) } }]
    })
  }

  /** Most lives follow an example, not quite; the others weigh the commands as chance has it. */
  private weighed(chance: fc.Random, finds: Finds): readonly Chosen[] {
    const example =
      this.followed.length > 0 && happens(80, chance)
        ? this.followed[chance.nextInt(0, this.followed.length - 1)]
        : undefined
    const weightOf = (at: number) =>
      example === undefined
        ? Math.max(oneOfThese(factors, chance), this.practice === 'done' ? 0 : 0.1)
        : happens(15, chance)
          ? 1
          : (example.weights[at] as number) * oneOfThese([0.5, 1, 1, 2], chance)
    const variety =
      example === undefined || happens(30, chance) ? oneOfThese(varieties, chance) : example.variety
    const chosen = this.choices.map((choice, at) => ({
      ...choice,
      variety,
      weight: weightOf(at) * this.rarity(choice.type, finds),
      refusedLately: 0,
      accepted: 0,
    }))
    return chosen.some(({ weight }) => weight > 0)
      ? chosen
      : chosen.map((one) => ({ ...one, weight: one.often }))
  }

  /** The possible commands now: each command with each way to choose its arguments. */
  private ideas(
    choices: readonly Chosen[],
    events: readonly AnyEvent[],
    anything: boolean,
    isHunt: boolean,
  ): readonly Idea[] {
    return choices.flatMap((choice) => {
      if (choice.weight * choice.often === 0) return []
      const ways = this.drawing
        .waysFor(choice.type, this.shapes.get(choice.type) ?? {}, events)
        .flatMap(({ ways, events }) =>
          ways.map((way) => ({ way, events, promise: anything ? 1 : promise(way) + 0.002 })),
        )
      const all = ways.reduce((sum, { promise }) => sum + promise, 0)
      return [{ choice, ways, promise: anything ? 1 : isHunt ? all : all * this.fertility(choice.type) }]
    })
  }

  private picked(ideas: readonly Idea[], chance: fc.Random) {
    const weightOf = ({ choice: { often, weight, refusedLately, accepted, variety }, promise }: Idea) =>
      (promise * often * weight * 0.7 ** Math.min(20, refusedLately)) / (1 + accepted) ** variety
    const { choice, ways } = weighed(ideas, weightOf, chance) ?? (ideas.at(-1) as Idea)
    const chosen = weighed(ways, ({ promise }) => promise, chance) ?? (ways.at(-1) as Idea['ways'][number])
    return { choice, ...chosen }
  }

  /** The command that comes due next, asked by somebody before its time. */
  private early(player: Player<C, E, R>, choices: readonly Chosen[], now: string): Part | undefined {
    const due = player.comesNext()
    if (due === undefined || !choices.some(({ type, often }) => type === due.type && often > 0))
      return undefined
    const asked: Asked = { type: due.type, data: due.data as Asked['data'] }
    const at = instantOf(due.data) === undefined ? undefined : now
    return { command: fc.constant(asked), made: new fc.Value(asked, undefined), drawn: {}, at }
  }

  /** Mostly it stays as it is; now and then it goes on to a day of the world, to what is due, or some way further. */
  private nextInstant(
    now: string,
    player: Player<C, E, R>,
    choices: readonly Chosen[],
    pace: number,
    isStuck: boolean,
    chance: fc.Random,
    bias: number | undefined,
  ): string {
    if (now !== '' && !isStuck && !happens(pace, chance)) return now
    const world = this.options.in
    const allowed = (instant: string) => world?.allows(['at'], instant) ?? true
    const due = player.dueNext()
    if (now !== '' && due !== undefined && happens(isStuck ? 80 : 45, chance)) {
      const around = later(due, oneOfThese([0, 0, -1, 1, 60_000, -60_000, -3_600_000], chance))
      if (around > now && allowed(around)) return around
    }
    if (now !== '' && (world?.days ?? 'any') === 'any' && happens(35, chance)) {
      const further = later(now, someStep(chance))
      if (allowed(further)) return further
    }
    for (let tried = 0; tried < 4; tried++) {
      const made = oneOfThese(choices, chance).command.generate(chance, bias)
      const at = instantOf((made.value as Asked).data)
      if (at !== undefined && at > now) return at
    }
    return now
  }

  canShrinkWithoutContext(_value: unknown): _value is Story<C, E, R> {
    return false
  }

  shrink(_story: Story<C, E, R>, context?: unknown): fc.Stream<fc.Value<Story<C, E, R>>> {
    return context === undefined ? fc.Stream.nil() : new fc.Stream(this.shorter(context as readonly Part[]))
  }

  private *shorter(parts: readonly Part[]): IterableIterator<fc.Value<Story<C, E, R>>> {
    for (let size = parts.length - 1; size >= 1; size = Math.floor(size / 2))
      for (let at = parts.length - size; at >= 0; at -= Math.max(1, size >> 1))
        yield this.storyOf([...parts.slice(0, at), ...parts.slice(at + size)])
    if (parts.length <= 16)
      for (let one = parts.length - 1; one > 0; one--)
        for (let other = one - 1; other >= 0; other--)
          yield this.storyOf(parts.filter((_, at) => at !== one && at !== other))
    const turned = (at: number, part: Part) =>
      this.storyOf([...parts.slice(0, at), part, ...parts.slice(at + 1)])
    for (const [at, { at: when, ...part }] of parts.entries()) if (when !== undefined) yield turned(at, part)
    const first = parts.find(({ at }) => at !== undefined)?.at
    for (const [at, part] of parts.entries())
      if (part.at !== undefined && first !== undefined && part.at > first)
        yield turned(at, { ...part, at: first })
    for (const [at, part] of parts.entries())
      for (const name of Object.keys(part.drawn)) {
        const { [name]: _, ...drawn } = part.drawn
        yield turned(at, { ...part, drawn })
      }
    for (const [at, part] of parts.entries())
      for (const made of part.command.shrink(part.made.value, part.made.context))
        yield turned(at, { ...part, made })
  }

  again(asked: readonly Intent[]): Story<C, E, R> {
    const parts = asked.map((one) => ({
      command: fc.constant(one),
      made: new fc.Value(one, undefined),
      drawn: {},
    }))
    return this.storyOf(parts).value
  }

  private storyOf(parts: readonly Part[]): fc.Value<Story<C, E, R>> {
    const player = this.player()
    let asked = 0
    for (const part of parts) {
      if (this.isOver(player)) break
      const command = this.enveloped(part, asked++)
      const instant = instantOf(command.data)
      if (instant !== undefined) player.catchUpTo(instant)
      player.keep(player.ask(command))
    }
    return this.storyAt(player, parts.slice(0, asked))
  }

  private storyAt(player: Player<C, E, R>, parts: readonly Part[]): fc.Value<Story<C, E, R>> {
    const ended = player.ended()
    const story: Story<C, E, R> = {
      workflow: this.workflow,
      steps: player.steps,
      events: player.events(),
      reactions: player.reactions,
      ...given({ ended }),
    }
    Object.defineProperty(story, toStringMethod, { value: () => `\n${storyInWords(story).join('\n')}` })
    return new fc.Value(story, parts)
  }

  /** A rejection this life has not heard yet is worth telling. */
  private isNews({ answer }: Step<C, E, R>, heard: Set<string>): boolean {
    if (answer._tag !== 'Left') return false
    const { code } = answer.left as { readonly code: string }
    if (heard.has(code)) return false
    heard.add(code)
    return true
  }

  private player(): Player<C, E, R> {
    const player = createPlayer(this.workflow, this.options.policies ?? true)
    for (const [at, { type, data }] of (this.options.given ?? []).entries()) {
      const instant = instantOf(data)
      if (instant !== undefined) player.catchUpTo(instant)
      const step = player.ask({ type, data, metadata: asTheSystem(`given${at + 1}`) } as unknown as C)
      if (step.answer._tag === 'Left')
        throw mistake(
          'stories',
          'what is given to be accepted',
          `${type}: ${describeValue(step.answer.left)}`,
        )
      player.keep(step)
    }
    return player
  }

  private isOver(player: Player<C, E, R>): boolean {
    return player.ended() !== undefined || this.options.until?.(player.events()) === true
  }

  private enveloped({ made, drawn, at }: Part, position: number): C {
    const { type, data } = made.value
    const asked = { ...(data as object), ...drawn, ...given({ at }) }
    return { type, data: asked, metadata: asTheSystem(`c${position + 1}`) } as unknown as C
  }
}

/** The fields that name something, at the top of what was asked or happened. */
const idsOf = ({ data }: { readonly data: unknown }): readonly (readonly [string, string])[] =>
  Object.entries(data as object).filter(
    (field): field is [string, string] => field[0].endsWith('Id') && typeof field[1] === 'string',
  )

/** The first of them: its subject. */
const firstId = (event: AnyEvent): string | undefined => idsOf(event)[0]?.join(' ')

const happened = ({ answer }: Step): boolean => answer._tag === 'Right' && answer.right.length > 0

/** The worth of each life, the more the fewer lives reached what it visited; and how many lives reached each. */
const worthsOf = (lives: readonly Example[]): readonly [readonly number[], ReadonlyMap<string, number>] => {
  const times = new Map<string, number>()
  for (const { reached } of lives)
    for (const type of reached.keys()) times.set(type, (times.get(type) ?? 0) + 1)
  const worths = lives.map(({ reached }) => {
    let worth = 0
    for (const [type, many] of reached) worth += (1 + Math.log(many) / 2) / (times.get(type) as number)
    return worth
  })
  return [worths, times]
}

/** The best lives there are: of those that reached what is seldom reached, one for each. */
const examplesOf = (
  lives: readonly Example[],
  worths: readonly number[],
  times: ReadonlyMap<string, number>,
): readonly Example[] => {
  const best = [...lives.keys()]
    .sort((a, b) => (worths[b] as number) - (worths[a] as number))
    .map((at) => lives[at] as Example)
  const seldom = [...times]
    .sort(([, a], [, b]) => a - b)
    .map(([type]) => best.find(({ reached }) => reached.has(type)))
  return [...new Set([...best.slice(0, 3), ...seldom])].flatMap((one) => one ?? []).slice(0, examples)
}

const timesOf = (events: readonly { readonly type: string }[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  for (const { type } of events) times.set(type, (times.get(type) ?? 0) + 1)
  return times
}

/** The fields a command may have: of some that are made, the one with most. */
const shapeOf = (command: Arbitrary<Asked>): Readonly<Record<string, unknown>> =>
  fc
    .sample(command, { numRuns: 5, seed: 1 })
    .map(({ data }) => data as Readonly<Record<string, unknown>>)
    .reduce((most, one) => (Object.keys(one).length > Object.keys(most).length ? one : most))

/** One value, made by a function. */
class Once<Value> extends fc.Arbitrary<Value> {
  constructor(private readonly make: (chance: fc.Random) => Value) {
    super()
  }
  generate(chance: fc.Random): fc.Value<Value> {
    return new fc.Value(this.make(chance), undefined)
  }
  canShrinkWithoutContext(_value: unknown): _value is Value {
    return false
  }
  shrink(): fc.Stream<fc.Value<Value>> {
    return fc.Stream.nil()
  }
}

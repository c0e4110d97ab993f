import fc, { type Arbitrary } from 'fast-check'
import type { AnyEvent, Command, Intent } from '../kernel/index.ts'
import { mustKnow } from './describe-value.ts'
import { createPlayer } from './play.ts'
import { instantOf, type Step, type Story, type Workflow } from './story.ts'
import { storyInWords } from './story-in-words.ts'
import { type Universe, universe } from './universe.ts'

export type StoryOptions<E extends AnyEvent = AnyEvent> = {
  /** The world it happens in; without one, three names of each kind. */
  readonly in?: Universe
  /** Commands at most: 30. */
  readonly upTo?: number
  /** The share of commands that are asked whatever the answer, from 0 to 1: 0.2. */
  readonly invalidRatio?: number
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
/** A command as it was made, and the instant it was asked at where that is another. */
type Part = {
  readonly command: Arbitrary<Asked>
  readonly made: fc.Value<Asked>
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
 * import { assemble, lifecycle } from 'training-ops'
 * import { stories, universe } from 'training-ops/testing'
 * const training = assemble(lifecycle)
 * const lives = stories(training, { in: universe({ learnerId: ['ada', 'bob'] }), upTo: 10 })
 * fc.sample(lives, { numRuns: 5, seed: 1 }).every(({ steps }) => steps.length > 0) // => true
 * ```
 */
export const stories = <C extends Command, E extends AnyEvent, R>(
  workflow: Workflow<C, E, R>,
  options: StoryOptions<E> = {},
): Arbitrary<Story<C, E, R>> => new Lives(workflow, options)

const decisionsOf = ({ modules }: Workflow, named: readonly string[]) => {
  const decisions = modules.flatMap(({ decisions }) => decisions)
  const known = decisions.map(({ command }) => command.type as string)
  mustKnow('stories needs names of its commands', known, named)
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
      command: world.valuesOf(schema, type).map((data): Asked => ({ type, data })),
      often: often[type] ?? 1,
    }))

class Lives<C extends Command, E extends AnyEvent, R> extends fc.Arbitrary<Story<C, E, R>> {
  private readonly length: Arbitrary<number>
  private readonly choices: readonly Choice[]
  private readonly invalidRatio: number
  private readonly tries: number

  constructor(
    private readonly workflow: Workflow<C, E, R>,
    private readonly options: StoryOptions<E>,
  ) {
    super()
    this.choices = choicesOf(workflow as never, options.in ?? universe(), options)
    const upTo = options.upTo ?? 30
    this.length = fc.integer({ min: Math.ceil(upTo / 2), max: upTo })
    this.invalidRatio = options.invalidRatio ?? 0.2
    this.tries = Math.max(12, 4 * this.choices.length)
  }

  generate(chance: fc.Random, bias: number | undefined): fc.Value<Story<C, E, R>> {
    const { value: length } = this.length.generate(chance, undefined)
    const parts: Part[] = []
    const player = this.player()
    const heard = new Set<string>()
    let now = ''
    for (let deadEnds = 0; parts.length < length && deadEnds < 2 && !this.isOver(player); ) {
      const anything = chance.nextInt(0, 99) < this.invalidRatio * 100
      for (let tried = 1; ; tried++) {
        const { command } = pickedOf(this.choices, chance)
        const made = command.generate(chance, bias)
        const at = anything ? undefined : inTime(made.value, now, chance)
        const part: Part = { command, made, at }
        const asked = this.enveloped(part, parts.length)
        const instant = instantOf(asked.data)
        if (instant !== undefined && instant > now) player.catchUpTo(instant)
        const step = player.ask(asked)
        const refused = step.answer._tag === 'Left'
        const isNews = refused && this.isNews(step, heard) && chance.nextInt(0, 99) < this.invalidRatio * 200
        if (refused && !anything && !isNews && tried < this.tries) continue
        parts.push(part)
        player.keep(step)
        if (!refused && instant !== undefined && instant > now) now = instant
        if (!anything && !isNews) deadEnds = refused ? deadEnds + 1 : 0
        break
      }
    }
    return this.told(parts)
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
        yield this.told([...parts.slice(0, at), ...parts.slice(at + size)])
    if (parts.length <= 16)
      for (let one = parts.length - 1; one > 0; one--)
        for (let other = one - 1; other >= 0; other--)
          yield this.told(parts.filter((_, at) => at !== one && at !== other))
    for (const [at, { at: when, ...part }] of parts.entries())
      if (when !== undefined) yield this.told([...parts.slice(0, at), part, ...parts.slice(at + 1)])
    for (const [at, part] of parts.entries())
      for (const made of part.command.shrink(part.made.value, part.made.context))
        yield this.told([...parts.slice(0, at), { ...part, made }, ...parts.slice(at + 1)])
  }

  private told(parts: readonly Part[]): fc.Value<Story<C, E, R>> {
    const player = this.player()
    let asked = 0
    for (const part of parts) {
      if (this.isOver(player)) break
      const command = this.enveloped(part, asked++)
      const instant = instantOf(command.data)
      if (instant !== undefined) player.catchUpTo(instant)
      player.keep(player.ask(command))
    }
    const ended = player.ended()
    const story: Story<C, E, R> = {
      workflow: this.workflow,
      steps: player.steps,
      events: player.events(),
      ...(ended === undefined ? {} : { ended }),
    }
    Object.defineProperty(story, toStringMethod, { value: () => `\n${storyInWords(story).join('\n')}` })
    return new fc.Value(story, parts.slice(0, asked))
  }

  /** A refusal this life has not heard yet is worth telling. */
  private isNews({ answer }: Step<C, E, R>, heard: Set<string>): boolean {
    if (answer._tag !== 'Left') return false
    const { code } = answer.left as { readonly code: string }
    if (heard.has(code)) return false
    heard.add(code)
    return true
  }

  private player() {
    return createPlayer(this.workflow, this.options.policies ?? true)
  }

  private isOver(player: ReturnType<typeof this.player>): boolean {
    return player.ended() !== undefined || this.options.until?.(player.events()) === true
  }

  private enveloped({ made, at }: Part, position: number): C {
    const { type, data } = made.value
    const asked = at === undefined ? data : { ...(data as object), at }
    return { type, data: asked, metadata: { commandId: `c${position + 1}` } } as unknown as C
  }
}

type Choice = { readonly command: Arbitrary<Asked>; readonly often: number }

const pickedOf = (choices: readonly Choice[], chance: fc.Random): Choice => {
  let left = (chance.nextInt(0, 9999) / 10_000) * choices.reduce((sum, { often }) => sum + often, 0)
  for (const choice of choices) {
    left -= choice.often
    if (left < 0) return choice
  }
  return choices.at(-1) as Choice
}

/** Lives run forward: mostly nothing is asked before what was asked last, and often it is asked at once. */
const inTime = ({ data }: Asked, now: string, chance: fc.Random): string | undefined => {
  const at = instantOf(data)
  return at === undefined || now === '' || (at > now && chance.nextInt(0, 9) === 0) ? undefined : now
}

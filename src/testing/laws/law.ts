import fc, { type Arbitrary } from 'fast-check'
import { type AnyProjection, given, type Intent } from '../../kernel/index.ts'
import { describeValue, failure } from '../describe-value.ts'
import { type KeptLives, livesKept } from '../kept-lives.ts'
import { type AnyStory, isUntrusted, type Story } from '../story.ts'
import { storyAsScenario, storyInWords } from '../story-in-words.ts'
import { type KitLanguage, type Words, wordsOf } from '../words/index.ts'

/** A law as data, for any test runner: `for (const { name, check } of laws) test(name, check)`. */
export type Law = {
  readonly name: string
  /** Throws a story that ends where the law is broken. */
  readonly check: () => void
  /** Whether it is broken, without looking for the shortest story. */
  readonly isBroken?: () => boolean
}

/** How hard to look, and in which language to tell. */
export type LawOptions = {
  /** Lives looked at: 100. */
  readonly runs?: number
  /** Both as a broken law printed them, to see the same again. */
  readonly seed?: number
  readonly path?: string
  readonly language?: KitLanguage
}

/** Where lives that broke a law are kept, and how a life is lived again from its commands. */
export type Keeping = {
  readonly keep?: KeptLives | undefined
  readonly livedAgain: (asked: readonly Intent[]) => Story
}

/** A breach that one command shows: after how many events, which views were looked at, and the life, where it is not the story itself. */
export type Shown = {
  readonly after: number
  readonly views: readonly AnyProjection[]
  readonly life?: Pick<AnyStory, 'steps' | 'events'>
}

/** Why a law is broken; nothing when it holds. */
export type Breach = { readonly because: string; readonly shown?: Shown } | undefined

type Found<Value> = { readonly value: Value; readonly because: string; readonly how: readonly string[] }

/** The smallest value found for which there is a breach. */
export const smallest = <Value>(
  values: Arbitrary<Value>,
  breachOf: (value: Value) => string | undefined,
  looking: LawOptions,
): Found<Value> | undefined => {
  const { runs = 100, seed, path } = looking
  const breach = (value: Value): string | undefined => reasonOf(() => breachOf(value))
  const details = fc.check(
    fc.property(values, (value) => breach(value) === undefined),
    // a seed that is not given is the one set for all of fast-check, if there is one
    { numRuns: runs, path, ...given({ seed }) } as fc.Parameters<[Value]>,
  )
  if (!details.failed) return undefined
  const words = wordsOf(looking.language)
  if (details.counterexample === null) throw failure([words.interrupted])
  const [value] = details.counterexample
  const because = breach(value)
  if (because === undefined) throw failure([words.fickle])
  return {
    value,
    because,
    how: [`${words.again}${words.colon}{ seed: ${details.seed}, path: '${details.counterexamplePath}' }`],
  }
}

/** How closely a life is looked at: at some places of it, others in each life; or at all, once something was found. */
export type Depth = 'some' | 'all'

/** A law over stories: what breaks it, if anything. */
export type LifeLaw = {
  readonly name: string
  readonly breachOf: (story: AnyStory, words: Words, depth: Depth) => Breach
  /** Whether a life was such that the law could have been broken; without it, every life is. */
  readonly isTried?: () => boolean
}

type FirstBreach = { readonly run: number; readonly because: string; readonly story: AnyStory }
/** So many lives are made at a time, for whoever asks first; a law that is broken early has not paid for the rest. */
const madeAtATime = 20

/** The lives of one seed, each made once, when a law first comes to it. */
const livesOnce = (lives: Arbitrary<Story>, { runs = 100, seed: asked, language }: LawOptions) => {
  const made: AnyStory[] = []
  let seed = asked
  const more = (): void => {
    const many = Math.min(madeAtATime, runs - made.length)
    const details = fc.check(
      fc.property(lives, (life) => {
        made.push(life as unknown as AnyStory)
      }),
      {
        numRuns: many,
        ...given({ seed }),
        ...(made.length === 0 ? {} : { path: String(made.length) }),
      } as fc.Parameters<[Story]>,
    )
    if (details.failed) throw failure([wordsOf(language).interrupted])
    seed = details.seed
  }
  return {
    seed: () => seed as number,
    at: (run: number): AnyStory | undefined => {
      while (made.length <= run && made.length < runs) more()
      return made[run]
    },
  }
}

const firstBreach = (
  { breachOf }: LifeLaw,
  lives: ReturnType<typeof livesOnce>,
  words: Words,
): FirstBreach | undefined => {
  for (let [run, story] = [0, lives.at(0)]; story !== undefined; story = lives.at(++run)) {
    const life = story
    const because = reasonOf(() => breachOf(life, words, 'some')?.because)
    if (because !== undefined) return { run, because, story: life }
  }
  return undefined
}

const reasonOf = (breach: () => string | undefined): string | undefined => {
  try {
    return breach()
  } catch (error) {
    return String(error)
  }
}

/**
 * Laws over stories, each told as one when it is broken. The lives are made once for all of them; a law that was broken looks
 * at the life that broke it again, closely, and makes it shorter. Lives that were kept are tried first.
 */
export const lawsOfLives = (
  laws: readonly LifeLaw[],
  lives: Arbitrary<Story>,
  options: LawOptions,
  { keep, livedAgain }: Keeping,
): readonly Law[] => {
  const words = wordsOf(options.language)
  const once = livesOnce(lives, options)
  const kept = keep === undefined ? undefined : livesKept(keep)
  return laws.map((law) => {
    const { name } = law
    const closely = (story: Story): Breach => law.breachOf(story as unknown as AnyStory, words, 'all')
    const firstKept = (): Found<Story> | undefined => {
      for (const asked of kept?.of(name) ?? []) {
        const story = livedAgain(asked)
        const because = reasonOf(() => closely(story)?.because)
        if (because !== undefined) return { value: story, because, how: [words.wasKept] }
      }
      return undefined
    }
    const shortest = (looking: LawOptions): void => {
      const found = smallest(lives, (story) => closely(story)?.because, looking)
      if (found === undefined) return
      kept?.add(name, found.value as unknown as AnyStory)
      throw told(name, found, closely, words)
    }
    return {
      name,
      isBroken: () => firstKept() !== undefined || firstBreach(law, once, words) !== undefined,
      check: () => {
        if (options.path !== undefined) return shortest(options)
        const again = firstKept()
        if (again !== undefined) throw told(name, again, closely, words)
        const found = firstBreach(law, once, words)
        if (found === undefined) {
          if (law.isTried?.() === false) throw failure([`${words.inconclusive}${words.colon}${name}`])
          return
        }
        shortest({ ...options, seed: once.seed(), path: String(found.run), runs: 1 })
        // it was broken, and is not when asked again: something remembers what it was asked before
        throw failure([
          `${words.broken}${words.colon}${name}`,
          '',
          ...storyInWords(found.story, words),
          '',
          `${words.because}${words.colon}${found.because}`,
          words.fickle,
        ])
      },
    }
  })
}

/** A law over stories, told as one when it is broken. */
const told = (
  name: string,
  { value: story, because, how }: Found<Story>,
  breachOf: (story: Story) => Breach,
  words: Words,
): Error => {
  let shown: Shown | undefined
  reasonOf(() => {
    shown = breachOf(story)?.shown
    return undefined
  })
  return failure([
    `${words.broken}${words.colon}${name}`,
    '',
    ...storyInWords(story, words),
    '',
    `${words.because}${words.colon}${because}`,
    ...how,
    ...(isUntrusted(story as unknown as AnyStory) ? [words.asTheSystem] : []),
    ...(shown === undefined
      ? []
      : ['', `${words.paste}${words.colon}`.trimEnd(), '', ...storyAsScenario(shown.life ?? story, shown)]),
  ])
}

/** A law over other values, told with the value that breaks it. */
export const lawOfValues = <Value>(
  name: string,
  values: Arbitrary<Value>,
  breachOf: (value: Value, words: Words) => string | undefined,
  looking: LawOptions,
): Law => ({
  name,
  check: () => {
    const words = wordsOf(looking.language)
    const found = smallest(values, (value) => breachOf(value, words), looking)
    if (found === undefined) return
    const lines =
      Array.isArray(found.value) && found.value.length > 0
        ? found.value.map((one, at) => `  ${String(at + 1).padStart(3)}. ${describeValue(one)}`)
        : [`    ${describeValue(found.value)}`]
    throw failure([
      `${words.broken}${words.colon}${name}`,
      '',
      ...lines,
      '',
      `${words.because}${words.colon}${found.because}`,
      ...found.how,
    ])
  },
})

import fc, { type Arbitrary } from 'fast-check'
import { describeValue, failure } from '../describe-value.ts'
import type { Story } from '../story.ts'
import { storyAsScenario, storyInWords } from '../story-in-words.ts'
import { type Locale, type Words, wordsOf } from '../words/index.ts'

/** A law as data, for any test runner: `for (const { name, check } of laws) test(name, check)`. */
export type Law = {
  readonly name: string
  /** Throws a story that ends where the law is broken. */
  readonly check: () => void
}

/** How hard to look, and in which language to tell. */
export type LawOptions = {
  /** Lives looked at: 100. */
  readonly runs?: number
  /** Both as a broken law printed them, to see the same again. */
  readonly seed?: number
  readonly path?: string
  readonly locale?: Locale
}

/** Why a law is broken; nothing when it holds. */
export type Breach = { readonly because: string } | undefined

type Found<Value> = { readonly value: Value; readonly because: string; readonly how: readonly string[] }

/** The smallest value found for which there is a breach. */
export const smallest = <Value>(
  values: Arbitrary<Value>,
  breachOf: (value: Value) => string | undefined,
  looking: LawOptions,
): Found<Value> | undefined => {
  const { runs = 100, seed, path } = looking
  const breach = (value: Value): string | undefined => {
    try {
      return breachOf(value)
    } catch (error) {
      return String(error)
    }
  }
  const details = fc.check(
    fc.property(values, (value) => breach(value) === undefined),
    // a seed that is not given is the one set for all of fast-check, if there is one
    { numRuns: runs, path, ...(seed === undefined ? {} : { seed }) } as fc.Parameters<[Value]>,
  )
  if (!details.failed) return undefined
  const words = wordsOf(looking.locale)
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

/** A law over stories, told as one when it is broken. */
export const lawOfLives = <S extends Story>(
  name: string,
  lives: Arbitrary<S>,
  breachOf: (story: S, words: Words) => Breach,
  looking: LawOptions,
): Law => ({
  name,
  check: () => {
    const words = wordsOf(looking.locale)
    const found = smallest(lives, (story) => breachOf(story, words)?.because, looking)
    if (found === undefined) return
    const { value: story, because, how } = found
    throw failure([
      `${words.broken}${words.colon}${name}`,
      '',
      ...storyInWords(story, words),
      '',
      `${words.because}${words.colon}${because}`,
      ...how,
      '',
      `${words.paste}${words.colon}`.trimEnd(),
      '',
      ...storyAsScenario(story),
    ])
  },
})

/** A law over other values, told with the value that breaks it. */
export const lawOfValues = <Value>(
  name: string,
  values: Arbitrary<Value>,
  breachOf: (value: Value, words: Words) => string | undefined,
  looking: LawOptions,
): Law => ({
  name,
  check: () => {
    const words = wordsOf(looking.locale)
    const found = smallest(values, (value) => breachOf(value, words), looking)
    if (found === undefined) return
    const told =
      Array.isArray(found.value) && found.value.length > 0
        ? found.value.map((one, at) => `  ${String(at + 1).padStart(3)}. ${describeValue(one)}`)
        : [`    ${describeValue(found.value)}`]
    throw failure([
      `${words.broken}${words.colon}${name}`,
      '',
      ...told,
      '',
      `${words.because}${words.colon}${found.because}`,
      ...found.how,
    ])
  },
})

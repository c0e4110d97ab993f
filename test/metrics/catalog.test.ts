import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import * as metrics from 'training-ops/metrics'
import { en, type Language, zhCN } from 'training-ops/reports'
import { describe, expect, it } from 'vitest'
import { cardName, docstrings, metricCards, staleCards } from '../../scripts/metric-cards.ts'
import { callsIn, exported as examples } from './examples.ts'

const { metricCatalog } = metrics
const exported: Readonly<Record<string, unknown>> = metrics

const wordsOf = ({ words }: Language, key: string) => (words as Readonly<Record<string, string>>)[key] ?? ''

const documented = docstrings()

/** The calculator of an entry, and what stands beside it. */
const functionsOf = ({ calculator, companions = {} }: metrics.MetricEntry) => [
  calculator,
  ...Object.keys(companions),
]

/** Every function of an entry that takes options, with them. */
const optionsOf = ({ calculator, options, companions = {} }: metrics.MetricEntry) => [
  [calculator, options] as const,
  ...Object.entries(companions),
]

describe('the catalog of metrics', () => {
  it('has every number once, in order', () => {
    const ids = metricCatalog.map(({ id }) => id)
    expect(ids.filter((id) => !/^M\d{2,}b?$/.test(id))).toEqual([])
    expect(ids).toEqual([...new Set(ids)].sort())
    expect(ids.filter((id) => id.endsWith('b') && !ids.includes(id.slice(0, -1)))).toEqual([])
  })

  it('has every entry that is written beside a calculator', async () => {
    const room = join(import.meta.dirname, '../../src/metrics')
    const files = globSync('*/*.ts', { cwd: room, absolute: true })
    const modules = await Promise.all(files.map((file): Promise<object> => import(file)))
    const entries = modules.flatMap((module): [string, unknown][] =>
      Object.entries(module).filter(([name]) => name.endsWith('Entry')),
    )
    expect(entries).toHaveLength(metricCatalog.length)
    expect(entries.filter(([, entry]) => !metricCatalog.includes(entry as never))).toEqual([])
  })

  it('has each calculator in one line only', () => {
    const calculators = metricCatalog.flatMap(functionsOf)
    expect(calculators.filter((name, index) => calculators.indexOf(name) !== index)).toEqual([])
  })
})

describe.each(metricCatalog.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  const calculators = functionsOf(entry)

  it('names calculators that are exported', () => {
    expect(calculators.filter((name) => typeof exported[name] !== 'function')).toEqual([])
  })

  it('has a name and a definition in English and in Chinese', () => {
    for (const kind of ['metric', 'definition']) {
      expect(wordsOf(en, `${kind}.${id}`)).toMatch(/[A-Za-z]/)
      expect(wordsOf(zhCN, `${kind}.${id}`)).toMatch(/\p{Script=Han}|Cronbach/u)
    }
  })

  it('has an accumulator, or says why there is none', () => {
    const accumulator = exported[`${entry.calculator}Accumulator`]
    if (entry.accumulates === 'exact') expect(accumulator).toBeDefined()
    else {
      expect(entry.accumulates.no.length).toBeGreaterThan(20)
      expect(accumulator).toBeUndefined()
    }
  })

  it('has an accumulator for each companion, or says in its docstring why there is none', () => {
    const without = Object.keys(entry.companions ?? {}).filter(
      (name) => exported[`${name}Accumulator`] === undefined,
    )
    const silent = without.filter((name) => {
      const { sections, more } = documented.get(name)?.doc ?? { sections: {}, more: [] }
      return !/accumulat|adds? up/.test([sections.Result, ...more].join(' '))
    })
    expect(silent).toEqual([])
  })

  it('is documented: number, formula, when and when not, source, an example with its answer', () => {
    const main = documented.get(entry.calculator)?.doc
    expect(main?.lead).toContain(id)
    expect(Object.keys(main?.sections ?? {})).toEqual(
      expect.arrayContaining(['Formula', 'When to use', 'When not', 'Source']),
    )
    for (const name of calculators) expect(documented.get(name)?.doc.example).toMatch(/```ts[\s\S]*\/\/ =>/)
  })

  it('has a card that names it', () => {
    const card = join(import.meta.dirname, '../../docs/metrics', cardName(entry))
    expect(existsSync(card)).toBe(true)
    expect(readFileSync(card, 'utf8')).toContain(
      `# ${id} ${wordsOf(en, `metric.${id}`)} · ${wordsOf(zhCN, `metric.${id}`)}`,
    )
  })
})

/** `any share from 0 to 1`, a matrix of one's own and declared ranges are no values to try. */
const echoedAs = (option: string): string => (option === 'headcountBasis' ? 'headcount' : option)

const triedOf = (values: readonly string[]): readonly unknown[] =>
  values
    .filter((value) => !value.startsWith('any') && value !== 'given' && value !== 'declared')
    .map((value) => (/^([\d.]+|true|false)$/.test(value) ? JSON.parse(value) : value))

/** What a calculator answers to its example when an option is added: the result as text, or the complaint. */
const answerTo = (name: string, option: string, value: unknown): readonly string[] =>
  callsIn(name).map(([given, ...more]) => {
    try {
      return JSON.stringify(examples[name]?.({ ...(given as object), [option]: value }, ...more))
    } catch (error) {
      return (error as Error).message
    }
  })

const options = metricCatalog.flatMap((entry) =>
  optionsOf(entry).flatMap(([name, each]) =>
    Object.entries(each).map(([option, values]) => [entry.id, name, option, values] as const),
  ),
)

describe('a named option of the catalog', () => {
  it.each(options)(
    '%s %s %s is one: what is given is echoed, and what is none is refused',
    (_, name, option, values) => {
      const refusal = new RegExp(`needs .* at ${option}\\b`)
      const refuses = refusal.test(answerTo(name, option, 'none of these').join())
      expect(refuses || typeof triedOf(values)[0] === 'boolean').toBe(true)
      for (const value of triedOf(values)) {
        const echo = `"${echoedAs(option)}":${JSON.stringify(value)}`
        const told = answerTo(name, option, value).filter(
          (answer) => !answer.includes('"status":"undefined"'),
        )
        expect(told.length === 0 || told.some((answer) => answer.includes(echo)), echo).toBe(true)
      }
    },
  )

  it('has the default first, where there is one', () => {
    const withoutDefault = options.filter(([, name, option, values]) => {
      const echoed = answerTo(name, option, undefined).join(' ')
      const standard = JSON.stringify(triedOf(values)[0])
      const isRequired = new RegExp(`at ${option}\\b.*, got undefined`).test(echoed)
      return !isRequired && !echoed.includes(`"${echoedAs(option)}":${standard}`)
    })
    expect(withoutDefault.map(([id, , option]) => `${id} ${option}`)).toEqual([])
  })

  it.each([en, zhCN])('has words in $tag, or is told by the definition', (language) => {
    const wordless = options.flatMap(([, , option, values]) =>
      [
        `variant.${echoedAs(option)}`,
        ...(wordsOf(language, `variant.${echoedAs(option)}`) === ''
          ? []
          : values
              .filter((value) => /^[a-zA-Z]+$|^(true|false)$/.test(value))
              .map((value) => `variantValue.${echoedAs(option)}.${value}`)),
      ].filter((key) => !Object.hasOwn(language.words, key)),
    )
    expect(wordless).toEqual([])
  })

  it('is none of what a result says of itself', () => {
    expect(answerTo('competencyGap', 'reading', 'none of these').join()).not.toContain('needs')
    expect(options.map(([id, , option]) => `${id} ${option}`)).not.toContain('M90 reading')
  })
})

describe('the cards of docs/metrics', () => {
  it('are what the docstrings say; if not, run npx tsx scripts/metric-cards.ts', () => {
    expect(staleCards()).toEqual([])
  })

  it('are found out when they differ', () => {
    const changed = new Map(metricCards()).set('README.md', 'something else').set('M00-none.md', 'new')
    expect(staleCards(changed)).toEqual(['README.md', 'M00-none.md'])
  })
})

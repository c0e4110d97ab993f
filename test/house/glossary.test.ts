/** docs/glossary.md: one word for one thing. The words of its last column are not used for the thing of the first. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'

type Term = {
  readonly term: string
  readonly chinese: string
  readonly meaning: string
  readonly not: readonly string[]
}

const termsOf = (page: string): Term[] =>
  page.split('\n').flatMap((line) => {
    const [term = '', chinese = '', meaning = '', not] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (not === undefined || term === 'term' || term.startsWith('---')) return []
    const words = not
      .replace(/\*[^*]+\*(?: alone)?/g, '') // means something else here, and is right there
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
    return [{ term, chinese, meaning, not: words }]
  })

/** Names that other people gave: they are not ours to choose. */
const namesOfOthers = [
  /\bstudent-t\b/g,
  /\bStudent(?:'s t\b| \(?1908\b)/g,
  /\bJournal of\b/g,
  /\bMoodle(?:'s)?[\w ]* quiz\b/g,
  /\binstructor: actor\b/g, // a property of an xAPI statement
  /\breadonly vendor: string\b/g, // a property of Standard Schema
]

const terms = termsOf(readFileSync('docs/glossary.md', 'utf8'))
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The old names in the first column of a table of renames, and the new ones in its second. */
const renamesIn = (page: string): { readonly old: readonly string[]; readonly now: readonly string[] } => {
  const rows = page.split('\n').flatMap((line) => {
    const [old, now] = line.split('|').slice(1, -1)
    return old === undefined || now === undefined ? [] : [{ old, now }]
  })
  const namesIn = (cells: readonly string[]) =>
    cells.flatMap((cell) => [...cell.replace(/ of .*/, '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
  return { old: namesIn(rows.map(({ old }) => old)), now: namesIn(rows.map(({ now }) => now)) }
}

const upgrading = '### Upgrading from'
const sources = () => globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'))

/** Where a text uses a word that is not the one for its thing. */
const strangersIn = (file: string, whole: string): string[] => {
  const text = namesOfOthers.reduce(
    (left, name) => left.replace(name, (found) => ' '.repeat(found.length)),
    whole,
  )
  return terms.flatMap(({ term, not }) =>
    not.flatMap((word) =>
      [...text.matchAll(new RegExp(`\\b${escaped(word)}s?\\b`, 'gi'))].map(
        ({ index }) =>
          `${file}:${text.slice(0, index).split('\n').length} says "${word}": the word is "${term}"`,
      ),
    ),
  )
}

describe('the glossary', () => {
  test('says each thing once, in English and Chinese, with its meaning', () => {
    expect(terms.length).toBeGreaterThan(70)
    expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length)
    const lacking = terms.filter(
      ({ chinese, meaning }) => !/\p{Script=Han}/u.test(chinese) || !/^[A-Z].*\.$/.test(meaning),
    )
    expect(lacking.map(({ term }) => term)).toEqual([])
  })

  test('avoids no word that it chooses', () => {
    const chosen = new Set(terms.map(({ term }) => term.toLowerCase()))
    expect(terms.flatMap(({ not }) => not).filter((word) => chosen.has(word.toLowerCase()))).toEqual([])
  })

  test('is kept by names, comments and pages', () => {
    const files = globSync(['src/**/*.{ts,md}', 'docs/**/*.md', '*.md'], {
      ignore: ['docs/glossary.md', 'docs/api/**', 'docs/site/**', 'src/reports/languages/**'],
    })
    const saidIn = (file: string) => readFileSync(file, 'utf8').split(upgrading)[0] ?? '' // old names are named there
    expect(files.flatMap((file) => strangersIn(file, saidIn(file)))).toEqual([])
  })

  test('and a host who upgrades is given names that exist, for names that are gone', () => {
    const [, table = ''] = readFileSync('CHANGELOG.md', 'utf8').split(upgrading)
    const { old, now } = renamesIn(table)
    const all = sources().join('\n')
    expect(old.length).toBeGreaterThan(60)
    expect(now.filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([])
    const [names = ''] = readFileSync('docs/glossary.md', 'utf8').split('## Names in the code').slice(1)
    const fronts = globSync('src/*/index.ts', { ignore: 'src/metrics/**' })
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const exported = (name: string) =>
      new RegExp(`^(?:export \\{.*| +(?:type )?)\\b${name}\\b[ ,]`, 'm').test(fronts)
    expect([...old, ...renamesIn(names).old].filter(exported)).toEqual([])
  })

  test('finds a word that is not the one', () => {
    expect(strangersIn('a.md', 'A trainee\nin a waiting list')).toEqual([
      'a.md:1 says "trainee": the word is "learner"',
      'a.md:2 says "waiting list": the word is "waitlist"',
    ])
    expect(strangersIn('a.md', "Student's t, for a student")).toEqual([
      'a.md:1 says "student": the word is "learner"',
    ])
  })
})

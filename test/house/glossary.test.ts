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

/** Words that still stand in places where they are to be replaced, or where another science means another thing by them. */
const stillUsed = new Set([
  'needs analysis',
  'shortfall',
  'programme',
  'catalogue',
  'instructor',
  'vendor',
  'supplier',
  'lesson',
  'student',
  'participant',
  'moving up',
  'drop-out',
  'presence',
  'quiz',
  'submission',
  'coin',
  'stat',
  'fewestToTell',
  'journal',
  'refusal',
  'standing',
])

const terms = termsOf(readFileSync('docs/glossary.md', 'utf8'))
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Where a text uses a word that is not the one for its thing. */
const strangersIn = (file: string, text: string): string[] =>
  terms.flatMap(({ term, not }) =>
    not
      .filter((word) => !stillUsed.has(word))
      .flatMap((word) =>
        [...text.matchAll(new RegExp(`\\b${escaped(word)}s?\\b`, 'gi'))].map(
          ({ index }) =>
            `${file}:${text.slice(0, index).split('\n').length} says "${word}": the word is "${term}"`,
        ),
      ),
  )

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
      ignore: ['docs/glossary.md', 'src/reports/languages/**'],
    })
    expect(files.flatMap((file) => strangersIn(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  test('finds a word that is not the one', () => {
    expect(strangersIn('a.md', 'A trainee\nin a waiting list')).toEqual([
      'a.md:1 says "trainee": the word is "learner"',
      'a.md:2 says "waiting list": the word is "waitlist"',
    ])
  })
})

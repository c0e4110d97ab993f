/** Signs of sentences that have to be read twice, and casts that hide a wrong command. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'

const pages = [
  'src/**/*.ts',
  'src/**/*.md',
  'docs/*.md',
  'docs/guides/*.md',
  'docs/contributing/*.md',
  'docs/recipes/*.md',
  '*.md',
]
const files = globSync(pages, { ignore: ['src/reports/languages/**', 'src/interop/*field-meanings.ts'] })

/** The start of a line, a cell or a sentence, and a word that asks. */
const beginsAsRiddle = /(?:^[\s/*#>-]*|[.:!?] |\| |\/\*\* |\/\/ )(?:What|Who|Whose|Whoever|Whatever)\b/

/** Sentences that begin with a word that asks and are no questions: a noun says it sooner. */
const riddlesIn = (file: string, text: string): string[] => {
  const isPage = file.endsWith('.md')
  let fenced = false
  return text.split('\n').flatMap((line, at, lines) => {
    if (isPage && line.startsWith('```')) fenced = !fenced
    if (isPage ? fenced || line.startsWith('#') : !/^\s*\*|\/\*\*|\/\/ /.test(line)) return []
    const found = beginsAsRiddle.exec(line)
    if (found === null) return []
    const sentence = `${line.slice(found.index + 3)} ${lines[at + 1] ?? ''}`
    return /^[^.]*\?/.test(sentence) ? [] : [`${file}:${at + 1} ${line.slice(found.index, found.index + 60)}`]
  })
}

describe('a sentence', () => {
  test('names the thing, and does not begin with What, Who or Whose', () => {
    expect(files.flatMap((file) => riddlesIn(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  test('that begins so is found in comments and pages; a question and code are left alone', () => {
    expect(riddlesIn('a.ts', '/** What a store has to do. */\nconst What = 1\n// Who came.')).toHaveLength(2)
    expect(riddlesIn('a.md', 'It holds. Whoever asks is told.\n```ts\n// What\n```\n')).toHaveLength(1)
    expect(riddlesIn('a.md', '## Why?\n\nWhat is a seat?\n')).toEqual([])
  })
})

/** A value that is called a command by a cast: the compiler no longer says which field is missing. */
const cast = /commandId[^\n]*\}\s*\)?\s*as (?:unknown as )?(?:never|Command|Asked|TrainingCommand|C)\b/g

/** Files that make commands of data they read, or wrong commands on purpose, and how often. */
const castsLeft: Readonly<Record<string, number>> = {
  'examples/host-postgres/under-fire/pace.ts': 1,
  'examples/import-hr-records/commands.ts': 1,
  'scripts/bench-stories.ts': 2,
  'scripts/bench/commands.ts': 1,
  'scripts/bench/rules-since.ts': 1,
  'test/culture/rewards.test.ts': 1,
  'test/delivery/regressions.test.ts': 1,
  'test/delivery/request-travels.test.ts': 1,
  'test/delivery/sop.test.ts': 1,
  'test/evaluation/a-class-and-after.test.ts': 1,
  'test/evaluation/item-kinds.test.ts': 2,
  'test/evaluation/published-programs.test.ts': 1,
  'test/evaluation/study-of-a-class.test.ts': 1,
  'test/evaluation/study.test.ts': 1,
  'test/house/going-back.test.ts': 1,
  'test/interop/hosts.test.ts': 2,
  'test/interop/survey-sheets.test.ts': 1,
  'test/kernel/ledger.test.ts': 1,
  'test/kernel/reading-deeper.test.ts': 1,
  'test/kernel/untouched.test.ts': 1,
  'test/kernel/what-follows.test.ts': 3,
  'test/planning/money.test.ts': 1,
  'test/planning/onboarding.test.ts': 1,
  'test/reports/invalid-command.test.ts': 1,
  'test/testing/broken.test.ts': 1,
}

test('a command is made by training.command, and not by a cast', () => {
  const all = globSync(
    ['docs/**/*.md', 'README.md', 'src/**/*.md', 'examples/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts'],
    {
      ignore: ['**/node_modules/**'],
    },
  )
  const found = all.flatMap((file) => {
    const casts = [...readFileSync(file, 'utf8').matchAll(cast)].length
    return casts > (castsLeft[file] ?? 0) ? [`${file} has ${casts}`] : []
  })
  expect(found).toEqual([])
})

test('a field that may be missing is spread by `given`, which every room shares', () => {
  const spelledOut = /\.\.\.\((\w[\w.?]*) === undefined \? \{\} : \{ (?:[\w']+: )?\1(?:\.\w+)? \}\)/g
  const found = globSync('src/**/*.ts', { ignore: ['src/metrics/**'] }).flatMap((file) =>
    (readFileSync(file, 'utf8').match(spelledOut) ?? []).map((text) => `${file}: ${text}`),
  )
  expect(found).toEqual([])
  expect('...(reason === undefined ? {} : { reason })').toMatch(spelledOut)
})

/** Every ts fence of the documentation and every @example is compiled and run; `// =>` is an assertion. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { withFences } from '../../docs/site/markdown.ts'
import { undocumented } from './declarations/documented.ts'
import { answersIn, readmesOf } from './declarations/readme.ts'
import { withAssertions } from './docs/assertions.ts'
import { compiled } from './docs/compile.ts'
import { examplesWithoutFence, fencesOf, type Program, programsOf } from './docs/fences.ts'
import { brokenLinks } from './docs/links.ts'
import { run } from './docs/run.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/**/*.md', 'src/**/README.md']
/** All of it, or what `npm run mutate` asks for: the examples of the part that is mutated. */
const only = process.env.TRAINING_OPS_SHOWN
/** The packages of the site, its built pages, and what it lays out from these. */
const ofTheSite = ['docs/site/{node_modules,pages,dist}/**']
const shown = globSync(only ?? [...pages, 'src/**/*.ts'], { ignore: ofTheSite }).sort()
const programs = shown.flatMap((file) => programsOf(fencesOf(file, read(file))))

/** The modules the pages import, as a host names them. */
const load = (module: string): Promise<unknown> => import(/* @vite-ignore */ module)

const page = (...lines: string[]) =>
  programsOf(fencesOf('page.md', ['# A page', '```ts', ...lines, '```'].join('\n')))[0] as Program
const wrongType = page('const seats: number = "three"')
const wrongName = page('', "import { noSuchFigure } from 'training-ops/metrics'")
const { errorsOf, program } = only
  ? { errorsOf: () => [], program: undefined }
  : compiled([...programs, wrongType, wrongName])
const answers = program === undefined ? new Map() : answersIn(program)

test.skipIf(only)('what the documentation shows compiles', () => {
  expect(programs.flatMap(errorsOf)).toEqual([])
})

test('every @example can be run', () => {
  expect(
    shown.filter((file) => file.endsWith('.ts')).flatMap((file) => examplesWithoutFence(file, read(file))),
  ).toEqual([])
})

describe('what the documentation shows holds', () => {
  test.each(
    programs.filter(({ runs }) => runs.trim() !== '').map((program) => [program.name, program] as const),
  )('%s', (_, program) => run(program, load))
})

test.skipIf(only)('every exported value says what it is, and every function shows it', () => {
  expect(program === undefined ? [] : undocumented(program)).toEqual([])
})

describe.skipIf(only)('the tables of the README of a room are what is declared', () => {
  test('every decision tells by its types what it answers with', () => {
    expect(answers.size).toBeGreaterThan(90)
  })

  test.each(only ? [] : readmesOf(answers).map(({ file, text }) => [file, text] as const))(
    '%s (`npx vitest run test/house/docs.test.ts -u` writes it)',
    async (file, text) => {
      await expect(text).toMatchFileSnapshot(`../../${file}`)
    },
  )
})

describe('the tour, the guides and the glossary stand in English and Chinese', () => {
  const beside = (page: string) => page.replace('docs/', 'docs/zh/')
  const inBoth = globSync(['docs/{tour,glossary}.md', 'docs/metrics/which-number.md', 'docs/guides/*.md'])

  test('each has its page in the other language, and no page is in Chinese alone', () => {
    expect(globSync('docs/zh/**/*.md').sort()).toEqual(inBoth.map(beside).sort())
  })

  test.each(globSync('docs/zh/**/*.md').sort())(
    '%s has the sections and the fences of its English page',
    (page) => {
      const [chinese, english] = [read(page), read(page.replace('docs/zh/', 'docs/'))]
      const levels = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+(?= )/gm)
      expect(levels(chinese)).toEqual(levels(english))
      // the code stands once, in the English page, and is run there
      expect(chinese).not.toMatch(/^```/m)
      expect(() => withFences(page, chinese, english)).not.toThrow()
    },
  )
})

test('relative links lead somewhere', () => {
  const markdown = globSync(['**/*.md'], {
    ignore: ['**/node_modules/**', 'dist/**', 'out/**', 'coverage/**', 'docs/site/**'],
  })
  expect(markdown.flatMap((page) => brokenLinks(page, read(page)))).toEqual([])
})

test('the README is read in one sitting: under 200 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThan(200)
})

describe('a page that lies is found out', () => {
  test.skipIf(only)('about a type', () => {
    expect(errorsOf(wrongType)).toEqual(["page.md:3 Type 'string' is not assignable to type 'number'."])
  })

  test.skipIf(only)('about a name we do not export', () => {
    expect(errorsOf(wrongName)[0]).toContain('page.md:4')
  })

  test.each([
    ['about a value', ['1 + 1 // => 3']],
    ['about a variable', ['const sum = 1 + 1 // => 3']],
    ['over several lines', ['[', '  1,', '  2,', '] // => [1, 3]']],
    ['with a long literal', ['[1, 2]', '// => [', '//   1,', '//   3,', '// ]']],
    ['inside a block', ['for (const seat of [1]) {', '  seat // => 2', '}']],
    ['in the second fence', ['const seat = 1', '```', '', '```ts continue', 'seat // => 2']],
    ['about what is refused', ['Number(1) // throws /needs/']],
    ['about the words of a refusal', ["JSON.parse('{') // throws /needs seats/"]],
  ])('%s', async (_, lines) => {
    await expect(run(page(...lines), load)).rejects.toThrow(/^page\.md:\d+: /)
  })

  test('with a claim that follows no expression', () => {
    expect(() => withAssertions('if (true) {} // => 1')).toThrow('1 claims')
  })

  test('and one that tells the truth is left in peace', async () => {
    const lines = [
      'const sum = 1 + 1 // => 2',
      'await Promise.resolve(3) // => 3',
      "JSON.parse('{') // throws /JSON/",
    ]
    await run(page(...lines), load)
  })

  test('or shows what is not to be run, and is not run', async () => {
    const lines = [
      'const seat = 1',
      '```',
      '```ts no-run continue',
      "throw new Error('ran')",
      '```',
      '```ts continue',
      'seat // => 1',
    ]
    await run(page(...lines), load)
  })

  test.each([
    ['a mark nobody knows', '```ts norun\n```', 'may say no-run, continue'],
    ['a fence that is not checked', '```typescript\n```', 'write ```ts'],
    ['a fence that is not closed', '```ts\n1', 'never closed'],
    ['nothing to continue', '```ts continue\n```', 'nothing to continue'],
  ])('with %s', (_, text, why) => {
    expect(() => programsOf(fencesOf('page.md', text))).toThrow(why)
  })

  test('with a link that leads nowhere', () => {
    expect(
      brokenLinks('README.md', '[a](docs/nowhere.md), [b](https://example.org), [c](#no-heading)'),
    ).toEqual([
      'README.md links to docs/nowhere.md: no such file',
      'README.md links to #no-heading: no such heading',
    ])
  })

  test('with an example that is not shown as code', () => {
    expect(examplesWithoutFence('a.ts', '/**\n * @example\n * seats(1)\n */')).toHaveLength(1)
  })
})

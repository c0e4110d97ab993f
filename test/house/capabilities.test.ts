/** docs/capabilities.md: every row names public functions that are there, a test that shows it, a guide that says it. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as root from 'training-ops'
import * as interop from 'training-ops/interop'
import * as metrics from 'training-ops/metrics'
import * as reports from 'training-ops/reports'
import * as testing from 'training-ops/testing'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const page = 'docs/capabilities.md'
const modules: readonly root.Module[] = root.lifecycle
const names = new Set([
  ...[root, metrics, reports, interop, testing].flatMap((subpath) => Object.keys(subpath)),
  ...modules.flatMap(({ events, decisions, rejections, policies, withModules }) => [
    ...Object.keys(events.declarations),
    ...decisions.map(({ command }) => command.type as string),
    ...Object.keys(rejections),
    ...[...policies, ...Object.values(withModules).flat()].map(({ name }) => name),
  ]),
])

type Row = {
  readonly id: string
  readonly served: string
  readonly shown: string
  readonly guide: string
}

const rowsOf = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => /^\| \d+\.\d+ \|/.test(line))
    .map((line) => {
      const [id = '', , , served = '', shown = '', guide = ''] = line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim())
      return { id, served, shown, guide }
    })

/** What a test file says: the titles of its tests, and the names of its laws. */
const sentencesOf = (file: string): Set<string> => {
  const sentences = new Set<string>()
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments
      if (title !== undefined && ts.isStringLiteralLike(title)) sentences.add(title.text)
    }
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) sentences.add(node.name.text)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
  return sentences
}

const serving = (served: string): string[] =>
  [...served.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string)

/** `test/needs/framework.test.ts: a competency is retired once`, several with `;` between. */
const showing = (shown: string): { readonly file: string; readonly sentence: string }[] =>
  shown.split(/;\s*(?=`?test\/)/).map((one) => {
    const [, file = one, sentence = ''] = /^`?(test\/\S+?\.test\.ts)`?:\s*(.+)$/.exec(one) ?? []
    return { file, sentence: sentence.replace(/^[“"`]|[”"`]$/g, '') }
  })

const faultsOf = ({ id, served, shown, guide }: Row): string[] => {
  const faults: string[] = []
  if (serving(served).length === 0) faults.push('names nothing that serves it')
  for (const name of serving(served)) if (!names.has(name)) faults.push(`${name} is not there`)
  for (const { file, sentence } of showing(shown)) {
    let sentences: Set<string>
    try {
      sentences = sentencesOf(file)
    } catch {
      faults.push(`there is no test file ${file}`)
      continue
    }
    if (!sentences.has(sentence)) faults.push(`${file} does not say "${sentence}"`)
  }
  const target = /\]\(([^)#]+)(?:#[^)]*)?\)/.exec(guide)?.[1]
  if (target === undefined) faults.push('links to no guide')
  else if (!readFileSync(join(dirname(page), target), 'utf8').includes(`[${id}]`))
    faults.push(`${target} does not speak of [${id}]`)
  return faults.map((fault) => `${id}: ${fault}`)
}

const rows = rowsOf(readFileSync(page, 'utf8'))

test('every capability has its row, once', () => {
  expect(rows.filter(({ id }) => !id.startsWith('9.')).length).toBe(114)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test('what a row names is there, shown by a test and said by a guide', () => {
  expect(rows.flatMap(faultsOf)).toEqual([])
})

describe('a row that lies is found out', () => {
  const honest = {
    id: '1.1',
    served: '`assemble`',
    shown: 'test/house/capabilities.test.ts: every capability has its row, once',
    guide: '[tour](capabilities.md)',
  }
  test.each([
    [{ served: '`notThere`' }, 'notThere is not there'],
    [{ served: 'a promise' }, 'names nothing'],
    [{ shown: 'test/house/nowhere.test.ts: a sentence' }, 'no test file'],
    [{ shown: 'test/house/capabilities.test.ts: nobody says this' }, 'does not say'],
    [{ guide: '' }, 'links to no guide'],
    [{ id: '99.9' }, 'does not speak of'],
  ])('%j', (lie, fault) => {
    expect(faultsOf({ ...honest, ...lie }).join()).toContain(fault)
  })
})

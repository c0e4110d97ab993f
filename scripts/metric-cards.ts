/**
 * Writes docs/metrics: a card for each metric, from its docstring, its entry and its words in each language, and their
 * index; and src/metrics/exports.ts.
 * `npx tsx scripts/metric-cards.ts` writes, `--check` only says which cards are not up to date.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { metricCatalog } from '../src/metrics/catalog.ts'
import type { MetricEntry, MetricOptions } from '../src/metrics/entry.ts'
import { en, zhCN } from '../src/reports/languages/index.ts'
import { areCountsStale, writeCounts } from './metric-counts.ts'
import { areExportsStale, writeExports } from './metric-exports.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'metrics')
const sources = join(root, 'src', 'metrics')

const labels = ['Formula', 'When to use', 'When not', 'Result', 'Source'] as const
type Label = (typeof labels)[number]

/** A docstring taken apart. */
export type Docstring = {
  readonly lead: string
  readonly sections: Readonly<Partial<Record<Label, string>>>
  readonly more: readonly string[]
  readonly example: string
}

const linesOf = (comment: string): readonly string[] =>
  comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())

/** Takes apart the text between `/**` and its end. */
export const docstringOf = (comment: string): Docstring => {
  const [prose = '', example = ''] = comment.split('@example')
  const sections: Partial<Record<Label, string>> = {}
  const paragraphs: string[] = []
  let add: ((line: string) => void) | undefined
  for (const line of linesOf(prose)) {
    const label = labels.find((each) => line.startsWith(`${each}:`))
    if (label) {
      sections[label] = line.slice(label.length + 1).trim()
      add = (next) => {
        sections[label] = `${sections[label]} ${next.trim()}`
      }
    } else if (line.trim() === '') add = undefined
    else if (add) add(line)
    else {
      const at = paragraphs.push(line.trim()) - 1
      add = (next) => {
        paragraphs[at] = `${paragraphs[at]} ${next.trim()}`
      }
    }
  }
  const [lead = '', ...more] = paragraphs
  return { lead, sections, more, example: linesOf(example).join('\n').trim() }
}

const filesUnder = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
    .filter((file) => file.endsWith('.ts'))
    .sort()

type Documented = { readonly doc: Docstring; readonly source: string }

/** The docstring of every exported constant under src/metrics, by name. */
export const docstrings = (): ReadonlyMap<string, Documented> => {
  const found = new Map<string, Documented>()
  for (const file of filesUnder(sources))
    for (const match of readFileSync(file, 'utf8').matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:const|function) (\w+)/g,
    ))
      found.set(match[2] as string, {
        doc: docstringOf(match[1] as string),
        source: file.slice(root.length + 1),
      })
  return found
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const cardName = ({ id, calculator }: MetricEntry): string => `${id}-${kebab(calculator)}.md`

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sentence = (lead: string): string => capitalised(lead.replace(/^[^:]*M\d+b?[^:]*:\s*/, ''))

const section = (title: string, text: string | undefined): string =>
  text ? `## ${title}\n\n${capitalised(text)}\n\n` : ''

/** `D6` is a line of the page of disputed definitions. */
const withDefaultsLinked = (text: string): string => text.replace(/\bD\d{1,2}\b/g, '[$&](defaults.md)')

/** The name of a metric in both languages: `Completion rate · 课程完成率`. */
const namesOf = (id: string): readonly string[] =>
  [en, zhCN].map(({ words }) => (words as Readonly<Record<string, string>>)[`metric.${id}`] ?? id)

/** Its definition in both, with the gaps as a report would fill them. */
const definitionsOf = (id: string): readonly string[] =>
  [en, zhCN].map(({ words }) => (words as Readonly<Record<string, string>>)[`definition.${id}`] ?? '')

const optionsOf = (options: MetricOptions): string =>
  Object.entries(options)
    .map(([option, values]) => {
      const [standard, ...others] = values.map((value) => `\`${value}\``)
      return `- \`${option}\`: ${standard}${others.length > 0 ? ` (the default), ${others.join(', ')}` : ''}`
    })
    .join('\n')

const body = ({ doc: { sections, more, example } }: Documented): string =>
  section('Formula', sections.Formula) +
  section('When to use', sections['When to use']) +
  section('When not', sections['When not']) +
  section('Result', [sections.Result, ...more].filter(Boolean).join('\n\n')) +
  section('Source', sections.Source && withDefaultsLinked(sections.Source)) +
  section('Example', example)

const documentationOf = (name: string, all: ReadonlyMap<string, Documented>): Documented => {
  const documented = all.get(name)
  if (!documented) throw new Error(`src/metrics has no docstring on an exported ${name}`)
  return documented
}

const cardOf = (entry: MetricEntry, all: ReadonlyMap<string, Documented>): string => {
  const main = documentationOf(entry.calculator, all)
  const accumulates =
    entry.accumulates === 'exact'
      ? 'Parts add up exactly: there is an accumulator for streams and parallel work.'
      : `No accumulator: ${entry.accumulates.no}`
  const companions = Object.entries(entry.companions ?? {}).map(([name, options]) => {
    const documented = documentationOf(name, all)
    return `# Beside it: \`${name}\`\n\n${sentence(documented.doc.lead)}\n\n${body(documented)}${section('Options', optionsOf(options))}`
      .replaceAll('\n## ', '\n### ')
      .replace(/^# /, '## ')
  })
  return `${[
    `# ${entry.id} ${namesOf(entry.id).join(' · ')}`,
    sentence(main.doc.lead),
    `In a report: ${definitionsOf(entry.id).join(' · ')}`,
    [
      '| calculator | unit | n counts | better | level | class | source file |',
      '|---|---|---|---|---|---|---|',
      `| \`${entry.calculator}\` | ${entry.unit} | ${entry.quantity} | ${entry.better ?? '–'} | ${entry.level} | ${entry.class} | [${main.source}](../../${main.source}) |`,
    ].join('\n'),
    body(main).trim(),
    section('Options', optionsOf(entry.options)).trim(),
    ...companions.map((text) => text.trim()),
    section('Adding up', accumulates).trim(),
    section(
      'References',
      entry.sources.map((reference) => `- ${withDefaultsLinked(reference)}`).join('\n'),
    ).trim(),
    '*Generated from the docstring by `npx tsx scripts/metric-cards.ts`.*',
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

const indexOf = (): string =>
  `${[
    '# Metrics',
    'One card for each metric: formula, when to use it and when not, variants, references and an example that is run. Which of two similar figures to report is [another page](which-number.md); what is taken by default where definitions are disputed is [a third](defaults.md).',
    [
      '| | metric | 指标 | calculator | unit | n counts | level | class |',
      '|---|---|---|---|---|---|---|---|',
      ...metricCatalog.map(
        (entry) =>
          `| [${entry.id}](${cardName(entry)}) | ${namesOf(entry.id).join(' | ')} | \`${entry.calculator}\` | ${entry.unit} | ${entry.quantity} | ${entry.level} | ${entry.class} |`,
      ),
    ].join('\n'),
    '*Generated by `npx tsx scripts/metric-cards.ts`.*',
  ].join('\n\n')}\n`

/** What docs/metrics should hold, by file name. */
export const metricCards = (): ReadonlyMap<string, string> => {
  const all = docstrings()
  const cards = metricCatalog.map((entry) => [cardName(entry), cardOf(entry, all)] as const)
  return new Map([['README.md', indexOf()], ...cards])
}

const isCard = (file: string): boolean => file === 'README.md' || /^M\d+b?-.*\.md$/.test(file)

/** The files of docs/metrics that differ from what they should be, missing and left-over ones included. */
export const staleCards = (cards = metricCards()): readonly string[] => {
  const present = readdirSync(folder).filter(isCard)
  const differs = (file: string) =>
    !present.includes(file) || readFileSync(join(folder, file), 'utf8') !== cards.get(file)
  return [
    ...[...cards.keys()].filter(differs),
    ...present.filter((file) => !cards.has(file)).map((file) => `${file} (left over)`),
    ...(areExportsStale() ? ['src/metrics/exports.ts'] : []),
    ...(areCountsStale() ? ['src/reports/of-metrics.ts'] : []),
  ]
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(folder, { recursive: true })
  if (process.argv.includes('--check')) {
    const cards = metricCards()
    const stale = staleCards(cards)
    for (const file of stale) console.log(`not up to date: ${file}`)
    console.log(`${cards.size - 1} cards and their index, ${stale.length} not up to date`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else if (areExportsStale()) {
    // The catalog that this run has loaded is the one before: another run reads it as it is now.
    writeExports()
    const [command = 'node', ...script] = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
    process.exitCode = spawnSync(command, script, { stdio: 'inherit' }).status ?? 1
  } else {
    const cards = metricCards()
    writeCounts()
    for (const file of readdirSync(folder)) if (isCard(file) && !cards.has(file)) rmSync(join(folder, file))
    for (const [file, text] of cards) writeFileSync(join(folder, file), text)
    console.log(`${cards.size - 1} cards and their index written to docs/metrics`)
  }
}

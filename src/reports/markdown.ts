import type { Block, Datum, Document, Phrase } from './document.ts'
import { firstBlocks, sectionsOf } from './first-page.ts'
import { format, formatPhrase, type Reading } from './format.ts'
import { onOneLine, withoutControls } from './host-text.ts'
import { type Language, wordsFor } from './languages/language.ts'

/** A host's words, harmless in Markdown: on one line, and nothing in them is syntax, an address or an entity. */
const escaped = (text: string): string =>
  onOneLine(withoutControls(text))
    .replace(/[\\`*_[\]<>|#~&@]/g, (character) => `\\${character}`)
    .replace(/^[-+](?= |$|-)|^=(?==*$)/, (start) => `\\${start}`)
    .replace(/^\d{1,9}(?=[.)](?: |$))/, (number) => `${number}\\`)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www(?=\.)/gi, (start) => `${start}\\`)

export type MarkdownOptions = {
  readonly language: Language
  /** The zone days are told in. */
  readonly zone: string
  /** How a host's own words are shown in the language of this tag: names for ids, titles. As they are unless given. */
  readonly hostWords?: (text: string, tag: string) => string
}

/**
 * A report in Markdown. The host's own text (titles, statements, ids) passes through `hostWords`, then is made harmless.
 *
 * @example
 * ```ts
 * import { phrase, toMarkdown, zhCN } from 'training-ops/reports'
 * const report = { title: phrase('value.yes'), blocks: [], sections: [] }
 * toMarkdown(report, { language: zhCN, zone: 'Asia/Shanghai' }) // => '# 是\n'
 * ```
 */
export const toMarkdown = (
  document: Document,
  { language, zone, hostWords = (text) => text }: MarkdownOptions,
): string => {
  const reading: Reading = { language, zone, escape: (text) => escaped(hostWords(text, language.tag)) }
  const written = [
    `# ${formatPhrase(document.title, reading)}`,
    ...[...firstBlocks(document), ...document.blocks].map((block) => writeBlock(block, reading)),
    ...sectionsOf(document).flatMap(({ heading, blocks }) => [
      `## ${formatPhrase(heading, reading)}`,
      ...blocks.map((block) => writeBlock(block, reading)),
    ]),
  ]
  return `${written.filter((part) => part !== '').join('\n\n')}\n`
}

const writeBlock = (block: Block, reading: Reading): string => {
  const phrase = (one: Phrase) => formatPhrase(one, reading)
  const cell = (datum: Datum) => format(datum, reading)
  const colon = wordsFor(reading.language, 'fact.colon')
  switch (block.kind) {
    case 'paragraph':
      return phrase(block.text)
    case 'bullets':
      return block.items.map((item) => `- ${phrase(item)}`).join('\n')
    case 'facts':
      return block.facts.map(([name, datum]) => `- **${phrase(name)}**${colon}${cell(datum)}`).join('\n')
    case 'chart':
      return '' // its table says the same
    case 'table':
      return [
        row(block.columns.map(({ head }) => phrase(head))),
        row(block.columns.map(({ align }) => (align === 'end' ? '---:' : '---'))),
        ...block.rows.map((cells) => row(cells.map(cell))),
      ].join('\n')
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

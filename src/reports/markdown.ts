import type { Document } from './document.ts'
import { onOneLine } from './host-text.ts'
import { type Spelling, spellOut } from './spell-out.ts'
import type { SpelledBlock, SpelledCell, SpelledDocument, SpelledText } from './spelled.ts'
import { placed } from './told-place.ts'

/** A host's words, harmless in Markdown: on one line, and nothing in them is syntax, an address or an entity. */
const escaped = (text: string): string =>
  onOneLine(text)
    .replace(/[\\`*_[\]<>|#~&@]/g, (character) => `\\${character}`)
    .replace(/^[-+](?= |$|-)|^=(?==*$)/, (start) => `\\${start}`)
    .replace(/^\d{1,9}(?=[.)](?: |$))/, (number) => `${number}\\`)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www(?=\.)/gi, (start) => `${start}\\`)

/**
 * A report in Markdown. The host's own text (titles, statements, ids) passes through `names`, then is made harmless.
 *
 * @example
 * ```ts
 * import { phrase, toMarkdown, zhCN } from 'training-ops/reports'
 * const report = { title: phrase('value.yes'), blocks: [], sections: [] }
 * toMarkdown(report, { language: zhCN, zone: 'Asia/Shanghai' }) // => '# 是\n'
 * ```
 */
export const toMarkdown = (document: Document, spelling: Spelling): string =>
  placed(
    'toMarkdown',
    'a document and a spelling with a language and a zone',
    { document, spelling },
    (given) => markdownOf(spellOut(given.document, given.spelling)),
  )

/**
 * A spelled document in Markdown.
 *
 * @example
 * ```ts
 * import { en, markdownOf, phrase, spellOut } from 'training-ops/reports'
 * const report = { title: phrase('value.yes'), blocks: [], sections: [] }
 * markdownOf(spellOut(report, { language: en, zone: 'UTC' })) // => '# yes\n'
 * ```
 */
export const markdownOf = (document: SpelledDocument): string =>
  placed('markdownOf', 'a spelled document', { document }, written)

const written = ({
  document: { title, sections, words },
}: {
  readonly document: SpelledDocument
}): string => {
  const parts = [
    `# ${textOf(title)}`,
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading === undefined ? [] : [`## ${textOf(heading)}`]),
      ...blocks.map((block) => writeBlock(block, words.colon)),
    ]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const textOf = (text: SpelledText): string =>
  text.map(({ text, by }) => (by === 'host' ? escaped(text) : text)).join('')

const cellOf = ({ text }: SpelledCell): string => textOf(text)

const writeBlock = (block: SpelledBlock, colon: string): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.role === 'headline' || block.role === 'verdict'
        ? `**${textOf(block.text)}**`
        : textOf(block.text)
    case 'bullets':
      return block.items.map((item) => `- ${textOf(item)}`).join('\n')
    case 'facts':
      return block.facts.map(({ name, value }) => `- **${textOf(name)}**${colon}${cellOf(value)}`).join('\n')
    case 'chart':
      return '' // its table says the same
    case 'table':
      return [
        row(block.columns.map(({ head }) => textOf(head))),
        row(block.columns.map(({ align }) => (align === 'end' ? '---:' : '---'))),
        ...block.rows.map((cells) => row(cells.map(cellOf))),
        ...(block.legend === undefined ? [] : ['', `${block.legend.light} → ${block.legend.dark}`]),
      ].join('\n')
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

import { given } from '../vocabulary/index.ts'
import type { Document } from './document.ts'
import { readsTheOtherWay } from './host-text.ts'
import { type Spelling, spellOut } from './spell-out.ts'
import {
  plainText,
  type Run,
  type SpelledBlock,
  type SpelledCell,
  type SpelledChart,
  type SpelledDocument,
  type SpelledText,
} from './spelled.ts'
import { stylesheetOf, type Theme } from './stylesheet.ts'
import { placed } from './told-place.ts'

/** How a page looks, beside what it says. */
export type Look = {
  /**
   * Draws a chart as an `<svg>` element: a drawing library of your own, which has to escape the texts it is given.
   * Charts are left out unless given; their figures stand in the tables all the same.
   */
  readonly drawChart?: (chart: SpelledChart) => string
  /** Colours, fonts, logo, header and footer of your organisation. */
  readonly theme?: Theme
}

export type HtmlOptions = Spelling & Look

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string)

type Page = Look & { readonly document: SpelledDocument }

/**
 * A report as one HTML page that needs nothing beside it: no script, no font, no picture from elsewhere, and ready to
 * be printed on A4. The host's own text passes through `names`, then is made harmless. A figure that is withheld or
 * cannot be measured says so, and looks it (`class="suppressed"`, `class="undefined"`).
 *
 * @example
 * ```ts
 * import { phrase, toHtml, zhCN } from 'training-ops/reports'
 * const report = { title: phrase('value.yes'), blocks: [], sections: [] }
 * toHtml(report, { language: zhCN, zone: 'Asia/Shanghai' }).includes('<html lang="zh-CN">') // => true
 * ```
 */
export const toHtml = (document: Document, options: HtmlOptions): string =>
  placed(
    'toHtml',
    'a document and options with a language and a zone',
    { document, options },
    ({ document, options }) => {
      const { drawChart, theme, ...spelling } = options
      return htmlOf(spellOut(document, spelling), given({ drawChart, theme }))
    },
  )

/**
 * A spelled document as a page.
 *
 * @example
 * ```ts
 * import { en, htmlOf, phrase, spellOut } from 'training-ops/reports'
 * const report = { title: phrase('value.yes'), blocks: [], sections: [] }
 * const spelled = spellOut(report, { language: en, zone: 'UTC' })
 * htmlOf(spelled, { theme: { header: 'Hengyuan' } }).includes('<header>Hengyuan</header>') // => true
 * ```
 */
export const htmlOf = (document: SpelledDocument, look: Look = {}): string =>
  placed('htmlOf', 'a spelled document, and a look as declared', { document, look }, pageOf)

const pageOf = ({ document, look }: { readonly document: SpelledDocument; readonly look: Look }): string => {
  const { lang, direction, title, sections, words } = document
  const { theme = {} } = look
  const page = { ...look, document }
  const write = (blocks: readonly SpelledBlock[]) => blocks.map((block) => writeBlock(block, page)).join('\n')
  const headed = sections.filter(({ heading }) => heading !== undefined)
  const contents = headed.map(
    ({ id, heading = [] }) => `<li><a href="#${escaped(id)}">${textOf(heading, page)}</a></li>`,
  )
  const logo =
    theme.logo === undefined ? '' : `<img src="${escaped(theme.logo.src)}" alt="${escaped(theme.logo.alt)}">`
  const above = `${logo}${escaped(theme.header ?? '')}`
  return `<!DOCTYPE html>
<html lang="${lang}"${direction === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(plainText(title))}</title>
<style>${stylesheetOf(theme)}</style>
</head>
<body>
${above === '' ? '' : `<header>${above}</header>\n`}<main>
<h1>${textOf(title, page)}</h1>
${sections
  .map(({ id, heading, blocks }) =>
    heading === undefined
      ? `${write(blocks)}${contents.length < 3 ? '' : `\n<nav aria-label="${escaped(words.contents)}"><ol>${contents.join('')}</ol></nav>`}`
      : `<section id="${escaped(id)}">\n<h2>${textOf(heading, page)}</h2>\n${write(blocks)}\n</section>`,
  )
  .join('\n')}
</main>
${theme.footer === undefined ? '' : `<footer>${escaped(theme.footer)}</footer>\n`}</body>
</html>
`
}

/** How many a figure is of stands on one line, and so do a sign and its number. */
const kept = (text: string): string =>
  text.replace(/n = (?=\d)/g, 'n&nbsp;=&nbsp;').replace(/−(?=\d)/g, '−&#8288;')

/** A host's words are kept apart where they read the other way: they do not draw our words into their direction. */
const runOf = ({ text, by, figure }: Run, { document }: Page): string => {
  const safe = by === 'host' ? escaped(text) : kept(escaped(text))
  const word = by === 'host' && readsTheOtherWay(text, document.direction) ? `<bdi>${safe}</bdi>` : safe
  return figure === undefined || figure === 'ok' ? word : `<span class="${figure}">${word}</span>`
}

const textOf = (text: SpelledText, page: Page): string => text.map((run) => runOf(run, page)).join('')

const writeBlock = (block: SpelledBlock, page: Page): string => {
  const text = (one: SpelledText) => textOf(one, page)
  const role = 'role' in block && block.role !== undefined ? ` class="${block.role}"` : ''
  switch (block.kind) {
    case 'paragraph':
      return `<p${role}>${text(block.text)}</p>`
    case 'bullets':
      return `<ul${role}>${block.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.facts.map(({ name, value }) => `<dt>${text(name)}</dt><dd>${text(value.text)}</dd>`).join('')}</dl>`
    case 'chart':
      return drawn(block, page)
    case 'table':
      return writeTable(block, page)
  }
}

/**
 * A table that can be read aloud, cell by cell: its caption says what it is about, and the first column of words names
 * its row. On a narrow screen it scrolls by itself, also by the keyboard.
 */
const writeTable = (
  { id, role, columns, rows, names, caption, legend }: Extract<SpelledBlock, { kind: 'table' }>,
  page: Page,
): string => {
  const head = columns.map(
    ({ head, align }) => `<th scope="col"${align === 'end' ? ' class="end"' : ''}>${textOf(head, page)}</th>`,
  )
  const cell = (one: SpelledCell, at: number): string => {
    const [open, close] = at === names ? ['th scope="row"', 'th'] : ['td', 'td']
    return `<${open}${classes(one, columns[at]?.align)}${shade(one)}>${textOf(one.text, page)}</${close}>`
  }
  const body = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n')
  const key =
    legend === undefined
      ? ''
      : `\n<p class="legend"><span>${escaped(legend.light)}</span> <span class="ramp" aria-hidden="true"></span> <span>${escaped(legend.dark)}</span></p>`
  return `<div class="table${role === undefined ? '' : ` ${role}`}" role="group" aria-label="${escaped(caption)}" tabindex="0">
<table id="${escaped(id)}">
<caption>${escaped(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>${key}`
}

/** Numbers go to the end of their column; a number or a day is never broken over two lines. */
const classes = ({ whole }: SpelledCell, align: 'start' | 'end' | undefined): string => {
  const several = [...(align === 'end' ? ['end'] : []), ...(whole ? ['whole'] : [])]
  return several.length === 0 ? '' : ` class="${several.join(' ')}"`
}

/** How dark a cell is: of one step in a hundred. */
const shade = ({ shade }: SpelledCell): string =>
  shade === undefined ? '' : ` style="--shade: ${Math.round(shade * 100)}%"`

/** The picture, and behind it the table of its figures, for those who read no picture. */
const drawn = (chart: SpelledChart, { drawChart, document }: Page): string => {
  if (drawChart === undefined) return ''
  const { id, title, table } = chart
  const head = table.heads.map((one) => `<th scope="col" class="end">${escaped(one)}</th>`)
  const row = ([name = '', ...cells]: readonly string[]) =>
    `<tr><th scope="row">${escaped(name)}</th>${cells.map((one) => `<td class="end">${escaped(one)}</td>`).join('')}</tr>`
  return `<figure id="${escaped(id)}"><figcaption>${escaped(title)}</figcaption><div class="table" role="group" aria-label="${escaped(title)}" tabindex="0"><div class="drawing" role="img" aria-label="${escaped(title)}">${drawChart(chart)}</div></div>
<details><summary>${escaped(document.words.figures)}</summary>
<div class="table" role="group" aria-label="${escaped(title)}" tabindex="0"><table><caption>${escaped(title)}</caption><thead><tr><td></td>${head.join('')}</tr></thead><tbody>${table.rows.map(row).join('')}</tbody></table></div>
</details></figure>`
}

import type { Block, Chart, Column, Datum, Document, Phrase } from './document.ts'
import { firstBlocks, sectionsOf } from './first-page.ts'
import { format, formatPhrase, type Reading } from './format.ts'
import { readsTheOtherWay, withoutControls } from './host-text.ts'
import type { MarkdownOptions } from './markdown.ts'
import { stylesheet } from './stylesheet.ts'

/** A chart in the reader's language, ready to be drawn. */
export type FormattedChart = {
  readonly form: Chart['form']
  readonly title: string
  /** The tag of the language it is told in. */
  readonly lang: string
  readonly categories: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly points: readonly {
      /** `null` is no answer: a gap, never a 0. */
      readonly value: number | null
      /** The value as a reader sees it, or why there is none. */
      readonly label: string
      readonly interval?: { readonly low: number; readonly high: number }
    }[]
  }[]
}

export type HtmlOptions = MarkdownOptions & {
  /**
   * Draws a chart as an `<svg>` element: a drawing library of your own, which has to escape the texts it is given.
   * Charts are left out unless given; their figures stand in the tables all the same.
   */
  readonly drawChart?: (chart: FormattedChart) => string
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string)

/**
 * A report as one HTML page that needs nothing beside it: no script, no font, no picture from elsewhere, and ready to
 * be printed on A4. The host's own text passes through `hostWords`, then is made harmless. A figure that is withheld or
 * cannot be measured says so, and looks it (`class="suppressed"`, `class="undefined"`).
 *
 * @example
 * ```ts
 * import { phrase, toHtml, zhCN } from 'training-ops/reports'
 * const report = { title: phrase('value.yes'), blocks: [], sections: [] }
 * toHtml(report, { language: zhCN, zone: 'Asia/Shanghai' }).includes('<html lang="zh-CN">') // => true
 * ```
 */
export const toHtml = (document: Document, options: HtmlOptions): string => {
  const { language, zone, hostWords = (text) => text } = options
  const reading: Reading = {
    language,
    zone,
    escape: (text) => isolated(withoutControls(hostWords(text, language.tag)), language.direction ?? 'ltr'),
    escapeOwn: escaped,
    decorate: (status, text) => (status === 'ok' ? kept(text) : `<span class="${status}">${text}</span>`),
  }
  const blocks = (several: readonly Block[], about: string) =>
    several.map((block) => writeBlock(block, reading, { ...options, about })).join('\n')
  const heading = formatPhrase(document.title, reading)
  const title = formatPhrase(document.title, {
    ...reading,
    escape: (text) => escaped(withoutControls(hostWords(text, language.tag))),
  })
  return `<!doctype html>
<html lang="${language.tag}"${language.direction === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${blocks([...firstBlocks(document), ...document.blocks], heading)}
${sectionsOf(document)
  .map(({ heading, blocks: several }) => {
    const about = formatPhrase(heading, reading)
    return `<section>\n<h2>${about}</h2>\n${blocks(several, about)}\n</section>`
  })
  .join('\n')}
</main>
</body>
</html>
`
}

/** A host's words kept apart where they read the other way: they do not draw our words into their direction. */
const isolated = (text: string, page: 'ltr' | 'rtl'): string =>
  readsTheOtherWay(text, page) ? `<bdi>${escaped(text)}</bdi>` : escaped(text)

/** How many a figure is of stands on one line. */
const kept = (text: string): string => text.replace(/n = (?=\d)/g, 'n&nbsp;=&nbsp;')

const writeBlock = (
  block: Block,
  reading: Reading,
  options: HtmlOptions & { readonly about: string },
): string => {
  const phrase = (one: Phrase) => formatPhrase(one, reading)
  const cell = (datum: Datum) => format(datum, reading)
  switch (block.kind) {
    case 'paragraph':
      return `<p>${phrase(block.text)}</p>`
    case 'bullets':
      return `<ul>${block.items.map((item) => `<li>${phrase(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.facts.map(([name, datum]) => `<dt>${phrase(name)}</dt><dd>${cell(datum)}</dd>`).join('')}</dl>`
    case 'chart':
      return drawn(block, options)
    case 'table':
      return writeTable(block, reading, options.about)
  }
}

/**
 * A table that can be read aloud, cell by cell: its caption is what its section is about, and the first column of words
 * names its row. On a narrow screen it scrolls by itself, also by the keyboard.
 */
const writeTable = (
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  reading: Reading,
  about: string,
): string => {
  const names = columns.findIndex(({ align }) => align !== 'end')
  const head = columns.map(
    ({ head, align }) =>
      `<th scope="col"${align === 'end' ? ' class="end"' : ''}>${formatPhrase(head, reading)}</th>`,
  )
  const cell = (datum: Datum, at: number): string => {
    const [open, close] = at === names ? ['th scope="row"', 'th'] : ['td', 'td']
    return `<${open}${classes(datum, columns[at]?.align)}${shade(datum)}>${format(datum, reading)}</${close}>`
  }
  const body = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n')
  const caption = about.replace(/<[^>]*>/g, '')
  return `<div class="table" role="group" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>`
}

/** Numbers go to the end of their column; a number or a day is never broken over two lines. */
const classes = (datum: Datum, align: Column['align']): string => {
  const several = [...(align === 'end' ? ['end'] : []), ...(isUnbroken(datum) ? ['whole'] : [])]
  return several.length === 0 ? '' : ` class="${several.join(' ')}"`
}

const isUnbroken = (datum: Datum): boolean => {
  if (typeof datum === 'string') return /^\d{4}-\d\d-\d\d$/.test(datum)
  if (typeof datum === 'number') return true
  if ('list' in datum) return datum.list.length === 1 && datum.list.every(isUnbroken)
  return ['money', 'share', 'day', 'decimal'].some((kind) => kind in datum)
}

/** How dark a cell is: of one step in a hundred. */
const shade = (datum: Datum): string =>
  typeof datum === 'object' && 'shaded' in datum && datum.by !== null
    ? ` style="--shade: ${Math.round(datum.by * 100)}%"`
    : ''

/** The drawing library gets text, not HTML: it escapes by itself. */
const drawn = (
  chart: Chart,
  { language, zone, hostWords = (text) => text, drawChart }: HtmlOptions,
): string => {
  if (drawChart === undefined) return ''
  const reading: Reading = {
    language,
    zone,
    escape: (text) => withoutControls(hostWords(text, language.tag)),
  }
  const title = formatPhrase(chart.title, reading)
  const picture = drawChart({
    form: chart.form,
    title,
    lang: language.tag,
    categories: chart.categories.map((one) => format(one, reading)),
    series: chart.series.map(({ name, points }) => ({
      name: formatPhrase(name, reading),
      points: points.map(({ label, ...point }) => ({ ...point, label: format(label, reading) })),
    })),
  })
  return `<figure><figcaption>${escaped(title)}</figcaption><div role="img" aria-label="${escaped(title)}">${picture}</div></figure>`
}

/** How a report looks, on a screen and on A4. */

/** The colours of a page; each of these as `#rrggbb`. */
export type Colours = Readonly<
  Record<'page' | 'ink' | 'quiet' | 'rule' | 'shade' | 'accent' | 'heat' | 'hatch', string>
>

/** The look of a host's pages. The library's own stands for each part that is not given. */
export type Theme = {
  readonly colours?: Partial<Colours>
  /** In the dark (`prefers-color-scheme: dark`). */
  readonly darkColours?: Partial<Colours>
  /** CSS font families: `"Source Han Sans SC", sans-serif`. */
  readonly fonts?: { readonly text?: string; readonly headings?: string }
  /** A picture beside the header: a `data:` address keeps the page whole. */
  readonly logo?: { readonly src: string; readonly alt: string }
  /** Above the report, and at the top of each printed page. */
  readonly header?: string
  /** Under the report, and at the foot of each printed page. */
  readonly footer?: string
  /** Page numbers in print: shown unless `false`. */
  readonly pageNumbers?: boolean
}

/** The library's own colours: text has a contrast of 4.5 or more on each ground it stands on (WCAG 2.2 AA). */
export const lightColours: Colours = {
  page: '#ffffff',
  ink: '#1d2733',
  quiet: '#55616d',
  rule: '#d5dbe1',
  shade: '#f3f5f8',
  accent: '#1f5f8b',
  heat: '#b9d4e8',
  hatch: '#e3e8ed',
}

/** The library's own colours in the dark. */
export const darkColours: Colours = {
  page: '#14191f',
  ink: '#e6ebf0',
  quiet: '#a9b6c2',
  rule: '#38434f',
  shade: '#1d252e',
  accent: '#8cc4ee',
  heat: '#2b5675',
  hatch: '#27313b',
}

const font = `system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`

/** A value that does not end the style sheet it stands in. */
const token = (name: string, value: string): string => {
  if (/[<>{};]/.test(value))
    throw new TypeError(`training-ops: a theme needs ${name} without any of < > { } ;, got ${value}`)
  return value
}

const colour = (name: string, value: string): string => {
  if (!/^#[0-9a-f]{6}$/i.test(value))
    throw new TypeError(`training-ops: a theme needs ${name} as #rrggbb, got ${value}`)
  return value
}

const tokensOf = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}: ${colour(name, value)};`)
    .join(' ')

/** A text of CSS. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"\n<>]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`

/** The style sheet of a page with a theme. */
export const stylesheetOf = ({
  colours = {},
  darkColours: inTheDark = {},
  fonts = {},
  header,
  footer,
  pageNumbers = true,
}: Theme = {}): string => `
:root { color-scheme: light dark; ${tokensOf({ ...lightColours, ...colours })} }
@media screen and (prefers-color-scheme: dark) {
  :root { ${tokensOf({ ...darkColours, ...inTheDark })} }
  .drawing { background: #ffffff; border-radius: .3rem; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.6; font: 16px/1.6 ${token('fonts.text', fonts.text ?? font)}; }
main, header, footer { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
header { display: flex; align-items: center; gap: .75rem; padding: 1rem 1.5rem 0; color: var(--quiet); }
header img { max-height: 2.5rem; }
footer { padding: 0 1.5rem 2rem; color: var(--quiet); font-size: .875rem; }
h1, h2, p, li, dd { overflow-wrap: anywhere; }
th, td { min-width: 5.5rem; overflow-wrap: break-word; }
th.end, td.end { min-width: 4rem; }
h1, h2 { font-family: ${token('fonts.headings', fonts.headings ?? 'inherit')}; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1.25rem; border-bottom: 3px solid var(--accent); padding-bottom: .6rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; color: var(--accent); }
p, ul, dl, figure, .table { margin: 0 0 1rem; }
a { color: var(--accent); }
.headline { font-size: 1.25rem; line-height: 1.45; font-weight: 600; }
.verdict { display: inline-block; font-weight: 600; border: 2px solid var(--accent); color: var(--accent); border-radius: .3rem; padding: .2rem .7rem; }
p.asks, p.recommendations, p.limitations { font-weight: 600; margin-bottom: .35rem; }
.table { overflow-x: auto; max-width: 100%; }
.table:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.targets caption { position: static; width: auto; height: auto; clip-path: none; text-align: start; font-weight: 600; font-size: 1rem; padding: .25rem 0; white-space: normal; }
tbody th { font-weight: inherit; min-width: 8rem; }
nav { margin: 0 0 1rem; padding: .75rem 1rem; background: var(--shade); border-radius: .3rem; font-size: .875rem; }
nav ol { margin: 0; padding-inline-start: 1.25rem; columns: 18rem; column-gap: 2rem; }
nav a { display: inline-block; padding: .2rem 0; min-height: 1.75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--rule); }
thead th { background: var(--shade); border-bottom: 2px solid var(--rule); font-weight: 600; }
.end { text-align: end; }
.whole { white-space: nowrap; }
td[style], th[style] { background: color-mix(in srgb, var(--heat) var(--shade), transparent); }
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; font-size: .8rem; color: var(--quiet); }
.ramp { width: 6rem; height: .75rem; border: 1px solid var(--rule); background: linear-gradient(to right, transparent, var(--heat)); }
.suppressed, .undefined { color: var(--quiet); font-style: italic; }
.suppressed { background: repeating-linear-gradient(135deg, transparent 0 4px, var(--hatch) 4px 8px); padding: 0 .35rem; border-radius: .2rem; }
.undefined { border-bottom: 1px dotted var(--quiet); }
figure .table { margin-bottom: .25rem; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .35rem; }
summary { font-size: .8rem; color: var(--quiet); cursor: pointer; min-height: 1.5rem; }
@media (max-width: 40rem) {
  main { padding: 1.25rem 1rem 2.5rem; }
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: .5rem; }
  figure svg { min-width: 36rem; }
}
@page { size: A4; margin: 12mm 15mm;${
  header === undefined ? '' : ` @top-left { content: ${quoted(header)}; font-size: 8pt; }`
}${footer === undefined ? '' : ` @bottom-left { content: ${quoted(footer)}; font-size: 8pt; }`}${
  pageNumbers ? ' @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; }' : ''
} }
@media print {
  html { font-size: 9.5pt; }
  body { font-size: 9.5pt; line-height: 1.4; }
  table { font-size: 8pt; line-height: 1.3; }
  h1 { margin-bottom: .75rem; padding-bottom: .4rem; }
  h2 { margin: .9rem 0 .35rem; }
  p, ul, dl, figure, .table { margin-bottom: .6rem; }
  main { max-width: none; padding: 0; }
  header, footer { max-width: none; padding: 0; }
  nav, summary, details { display: none; }
  .table { overflow: visible; }
  h1, h2, p:has(+ ul), p:has(+ .table), figcaption { break-after: avoid; }
  tr, figure, dl, .table:not(:has(tbody tr:nth-child(9))) { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  thead { display: table-header-group; }
  th, td, th.end, td.end, tbody th { min-width: 0; padding: .15rem .35rem; }
  figure svg { width: 80%; min-width: 0; }
  td[style], th[style], .suppressed, thead th, .ramp { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

/** How a report looks, on a screen and on A4. */
export const stylesheet = `
:root { color-scheme: light dark; --page: #ffffff; --ink: #1d2733; --quiet: #55616d; --rule: #d5dbe1; --shade: #f3f5f8; --accent: #1f5f8b; --heat: #b9d4e8; --hatch: #e3e8ed; }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #14191f; --ink: #e6ebf0; --quiet: #a9b6c2; --rule: #38434f; --shade: #1d252e; --accent: #8cc4ee; --heat: #2b5675; --hatch: #27313b; }
  figure [role="img"] { background: #ffffff; border-radius: .3rem; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.6; font: 16px/1.6 system-ui, -apple-system,
  "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1, h2, p, li, dd { overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1.25rem; border-bottom: 3px solid var(--accent); padding-bottom: .6rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; color: var(--accent); }
p, ul, dl, figure, .table { margin: 0 0 1rem; }
.table { overflow-x: auto; }
.table:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
tbody th { font-weight: inherit; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--rule); }
thead th { background: var(--shade); border-bottom: 2px solid var(--rule); font-weight: 600; }
.end { text-align: end; }
.whole { white-space: nowrap; }
td[style], th[style] { background: color-mix(in srgb, var(--heat) var(--shade), transparent); }
.suppressed, .undefined { color: var(--quiet); font-style: italic; }
.suppressed { background: repeating-linear-gradient(135deg, transparent 0 4px, var(--hatch) 4px 8px); padding: 0 .35rem; border-radius: .2rem; }
.undefined { border-bottom: 1px dotted var(--quiet); }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .35rem; }
@media (max-width: 40rem) {
  main { padding: 1.25rem 1rem 2.5rem; }
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: .5rem; }
}
@page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); } }
@media print {
  body { font-size: 10pt; }
  table { font-size: 8.5pt; }
  main { max-width: none; padding: 0; }
  .table { overflow: visible; }
  h1, h2, p:has(+ ul), p:has(+ .table), figcaption { break-after: avoid; }
  tr, figure, dl { break-inside: avoid; }
  thead { display: table-header-group; }
  td[style], th[style], .suppressed, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

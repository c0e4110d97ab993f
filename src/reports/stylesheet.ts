/** How a report looks, on a screen and on A4. */
export const stylesheet = `
:root { color-scheme: light; --ink: #1d2733; --quiet: #5b6875; --rule: #d5dbe1; --shade: #f3f5f8; --accent: #1f5f8b; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); line-height: 1.6; font: 16px/1.6 system-ui, -apple-system,
  "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1.25rem; border-bottom: 3px solid var(--accent); padding-bottom: .6rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; color: var(--accent); }
p, ul, dl, figure, table { margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--rule); }
thead th { background: var(--shade); border-bottom: 2px solid var(--rule); font-weight: 600; }
.end { text-align: end; }
.whole { white-space: nowrap; }
td[style] { background: color-mix(in srgb, #b9d4e8 var(--shade), transparent); }
.suppressed, .undefined { color: var(--quiet); font-style: italic; }
.suppressed { background: repeating-linear-gradient(135deg, transparent 0 4px, #e3e8ed 4px 8px); padding: 0 .35rem; border-radius: .2rem; }
.undefined { border-bottom: 1px dotted var(--quiet); }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .35rem; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { font-size: 10pt; }
  table { font-size: 8.5pt; }
  main { max-width: none; padding: 0; }
  h2, p:has(+ ul), p:has(+ table) { break-after: avoid; }
  tr, figure, dl { break-inside: avoid; }
  thead { display: table-header-group; }
  td[style], .suppressed, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

import type { Row } from './row.ts'

const heads = ['data set', 'figure', 'published', 'ours', 'verdict'] as const

const verdictOf = ({ verdict, remark }: Row): string =>
  `${verdict}${remark === undefined ? '' : ` (${remark})`}`

const cellsOf = (row: Row): readonly string[] => [
  row.set,
  row.figure,
  row.published,
  row.ours === null ? '–' : String(row.ours),
  verdictOf(row),
]

export const tableOf = (rows: readonly Row[]): string => {
  const lines = [heads, ...rows.map(cellsOf)]
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

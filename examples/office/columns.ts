/** How wide the columns of a table are, as no file format of Office measures its text for us. */
import { plainText, type SpelledBlock } from 'training-ops/reports'

export type Table = Extract<SpelledBlock, { kind: 'table' }>

/** How wide a text is, in widths of a digit: a Chinese character is two, a capital or an m more than one. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (character > '\u2e80' ? 2 : /[A-Zmw%]/.test(character) ? 1.4 : 1),
    0,
  )

/** The longest part of a text that is not broken: between Chinese characters a line may break. */
const longestPart = (text: string): number => Math.max(0, ...text.split(/[\s\u2e80-\uffff]+/).map(widthOf))

/** Shares of the width, one a column, that add up to 1: no word is broken where there is room, and long texts get the rest. */
export const sharesOf = (table: Table, room: number): readonly number[] => {
  const texts = table.columns.map(({ head }, at) => [
    plainText(head),
    ...table.rows.map((cells) => plainText(cells[at]?.text ?? [])),
  ])
  const least = texts.map((all) =>
    // a cell has room at both sides, and its head is bold
    Math.min(22, Math.max(4, ...all.map(longestPart)) + 3.5),
  )
  const wanted = texts.map((all, at) =>
    Math.max(least[at] ?? 0, Math.min(70, Math.max(...all.map(widthOf)) + 3)),
  )
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const [leastOfAll, wantedByAll] = [sum(least), sum(wanted)]
  if (wantedByAll <= room) return wanted.map((one) => one / wantedByAll)
  if (leastOfAll >= room) return least.map((one) => one / leastOfAll)
  const more = (room - leastOfAll) / (wantedByAll - leastOfAll)
  return least.map((one, at) => (one + ((wanted[at] ?? one) - one) * more) / room)
}

/** On how many lines a text stands in a column of so many digits. */
export const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0)

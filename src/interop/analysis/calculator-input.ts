/** Rows with named columns as the argument of a calculator. */
import { needing } from '../foreign.ts'
import { decimalIn, plainText, textOf } from '../surveys/cell.ts'
import { readSheet, type SurveySheet } from '../surveys/read.ts'

/** A column by its heading, several side by side, or the fields of a record by theirs. */
export type InputColumns = string | readonly string[] | Readonly<Record<string, string>>

/** The list that a calculator takes: a number a row, a list of numbers a row, or a record a row. `null` where there is no answer. */
export type InputList<Columns extends InputColumns> = Columns extends string
  ? readonly (number | null)[]
  : Columns extends readonly string[]
    ? readonly (readonly (number | null)[])[]
    : readonly { readonly [Field in keyof Columns]: number | null }[]

/**
 * The lists that a calculator takes, from rows with named columns: one way in for every calculator of `training-ops/metrics` that
 * takes numbers. Each argument names its column (`before: 'Pre'`), several side by side (`scores: ['q1', 'q2']`), or the fields of a
 * record (`records: { scheduledMinutes: 'Planned' }`). A blank is `null`, missing and never 0. Throws where a cell is no number, and
 * names its row and column.
 *
 * @example
 * ```ts
 * import { inputOf } from 'training-ops/interop'
 * import { cronbachAlpha, meanGain } from 'training-ops/metrics'
 * const rows = [{ Pre: '40', Post: '60' }, { Pre: '50', Post: '' }, { Pre: '30', Post: '55' }]
 * const { before, after } = inputOf(rows, { before: 'Pre', after: 'Post' })
 * after // => [60, null, 55]
 * const gain = meanGain({ before, after })
 * gain.status === 'ok' && gain.value // => 22.5
 * cronbachAlpha(inputOf(rows, { scores: ['Pre', 'Post'] })).status // => 'ok'
 * ```
 */
export const inputOf = <Shape extends Readonly<Record<string, InputColumns>>>(
  rows: SurveySheet,
  shape: Shape,
): { readonly [Argument in keyof Shape]: InputList<Shape[Argument]> } =>
  needing('inputOf', 'rows and the columns of each argument', () => {
    const read = readSheet(rows, {})
    if (read === undefined)
      throw new TypeError('training-ops: inputOf needs rows as a spreadsheet has them, got another value')
    const numberAt = (row: number, heading: string): number | null => {
      const cells = read.rows[row]
      const key = plainText(heading)
      if (cells === undefined || !cells.has(key))
        throw new TypeError(
          `training-ops: inputOf needs a column ${JSON.stringify(heading)}, got none in row ${row + 1}`,
        )
      const cell = cells.get(key)
      const text = textOf(cell)
      if (text === '') return null
      const found = text === undefined ? undefined : decimalIn(cell, text)
      if (found === undefined)
        throw new TypeError(
          `training-ops: inputOf needs a number in row ${row + 1} of ${JSON.stringify(heading)}, got ${JSON.stringify((text ?? '').slice(0, 40))}`,
        )
      return found.number / 10 ** found.decimals
    }
    const listOf = (columns: InputColumns) =>
      read.rows.map((_, row) => {
        if (typeof columns === 'string') return numberAt(row, columns)
        if (Array.isArray(columns)) return columns.map((heading) => numberAt(row, heading))
        return Object.fromEntries(
          Object.entries(columns).map(([field, heading]) => [field, numberAt(row, heading)]),
        )
      })
    const lists = Object.entries(shape).map(([argument, columns]) => [argument, listOf(columns)])
    return Object.fromEntries(lists) as { readonly [Argument in keyof Shape]: InputList<Shape[Argument]> }
  })

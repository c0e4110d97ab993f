/** Rows with named columns as the argument of a calculator. */
import { mistake } from '../../kernel/index.ts'
import { needing } from '../foreign.ts'
import { decimalIn, plainText, textOf } from '../surveys/cell.ts'
import { no, readSheet, type SurveySheet, yes } from '../surveys/read.ts'

/** A column by its heading: of numbers, unless it says that it is of texts, or of yes and no. */
export type InputColumn = string | { readonly column: string; readonly is: 'number' | 'text' | 'flag' }

/** A column, several side by side, or the fields of a record by theirs. */
export type InputColumns = InputColumn | readonly InputColumn[] | Readonly<Record<string, InputColumn>>

/** The value that a cell of a column has; `null` where it is blank. */
export type InputCell<Column> = Column extends { readonly is: 'text' }
  ? string | null
  : Column extends { readonly is: 'flag' }
    ? boolean | null
    : number | null

/** The list that a calculator takes: a value a row, a list of values a row, or a record a row. */
export type InputList<Columns extends InputColumns> = Columns extends InputColumn
  ? readonly InputCell<Columns>[]
  : Columns extends readonly InputColumn[]
    ? readonly (readonly InputCell<Columns[number]>[])[]
    : readonly { readonly [Field in keyof Columns]: InputCell<Columns[Field]> }[]

const readAs = (is: string, cell: unknown, text: string): number | string | boolean | undefined => {
  if (is === 'text') return text
  if (is === 'flag') {
    const said = text.toLowerCase()
    return yes.has(said) ? true : no.has(said) ? false : undefined
  }
  const found = is === 'number' ? decimalIn(cell, text) : undefined
  return found && found.number / 10 ** found.decimals
}

/**
 * The lists that a calculator takes, from rows with named columns: one way in for every calculator of `training-ops/metrics` that
 * takes lists. Each argument names its column (`before: 'Pre'`), several side by side (`scores: ['q1', 'q2']`), or the fields of a
 * record (`records: { scheduledMinutes: 'Planned' }`). A column holds numbers, unless it says what it is:
 * `{ column: 'Team', is: 'text' }`, or `is: 'flag'` of yes and no, 是 and 否, true and false, 1 and 0. A blank is `null`, missing
 * and never 0, no and never an empty text. Throws where a cell does not fit, and names its row and column.
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
 * inputOf([{ Team: 'A1', Passed: 'yes' }], { people: { team: { column: 'Team', is: 'text' }, passed: { column: 'Passed', is: 'flag' } } }) // => { people: [{ team: 'A1', passed: true }] }
 * ```
 */
export const inputOf = <Shape extends Readonly<Record<string, InputColumns>>>(
  rows: SurveySheet,
  shape: Shape,
): { readonly [Argument in keyof Shape]: InputList<Shape[Argument]> } =>
  needing('inputOf', 'rows and the columns of each argument', () => {
    const read = readSheet(rows, {})
    if (read === undefined) throw mistake('inputOf', 'rows as a spreadsheet has them', 'another value')
    const valueAt = (row: number, input: InputColumn): number | string | boolean | null => {
      const { column, is } = typeof input === 'string' ? { column: input, is: 'number' } : input
      const cells = read.rows[row]
      const key = plainText(column)
      if (cells === undefined || !cells.has(key))
        throw mistake('inputOf', `a column ${JSON.stringify(column)}`, `none in row ${row + 1}`)
      const cell = cells.get(key)
      const text = textOf(cell)
      if (text === '') return null
      const found = text === undefined ? undefined : readAs(is, cell, text)
      if (found === undefined)
        throw mistake(
          'inputOf',
          `a ${is} in row ${row + 1} of ${JSON.stringify(column)}`,
          JSON.stringify((text ?? '').slice(0, 40)),
        )
      return found
    }
    const isColumn = (columns: InputColumns): columns is InputColumn =>
      typeof columns === 'string' || ('is' in columns && typeof columns.column === 'string')
    const listOf = (columns: InputColumns) =>
      read.rows.map((_, row) => {
        if (isColumn(columns)) return valueAt(row, columns)
        if (Array.isArray(columns)) return columns.map((one: InputColumn) => valueAt(row, one))
        return Object.fromEntries(
          Object.entries(columns).map(([field, one]) => [field, valueAt(row, one as InputColumn)]),
        )
      })
    const lists = Object.entries(shape).map(([argument, columns]) => [argument, listOf(columns)])
    return Object.fromEntries(lists) as { readonly [Argument in keyof Shape]: InputList<Shape[Argument]> }
  })

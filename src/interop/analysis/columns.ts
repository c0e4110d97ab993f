/** Columns of a sheet as they were read, and the figures of them that may be told. */
import { type MetricResult, suppressed, tellsOnPeople } from '../../metrics/index.ts'
import type { ColumnMeaning } from './mapping.ts'

/** The value of a cell, as its column's meaning reads it. */
export type Value = number | boolean | readonly string[]

/** The answers of a column, in the order of the rows; `null` where there is none. */
export type Column = {
  readonly heading: string
  readonly meaning: ColumnMeaning
  readonly cells: readonly (Value | null)[]
}
export type ColumnOf<Kind extends ColumnMeaning['is']> = Column & {
  readonly meaning: Extract<ColumnMeaning, { is: Kind }>
}

export const isOf =
  <Kind extends ColumnMeaning['is']>(...kinds: readonly Kind[]) =>
  (column: Column): column is ColumnOf<Kind> =>
    kinds.some((kind) => kind === column.meaning.is)

export const numbersOf = ({ cells }: Column): readonly (number | null)[] =>
  cells.map((cell) => (typeof cell === 'number' ? cell : null))
/** The lowest and the highest answer of a group that is small enough for it to matter. */
export const rangeOf = (answered: readonly number[], k: number): readonly [number, number] => {
  const few = answered.slice(0, 2 * k)
  return [Math.min(...few), Math.max(...few)]
}

/** A figure, unless it would tell what a person said. */
export const told = (result: MetricResult, answers: readonly (number | null)[], k: number): MetricResult => {
  const answered = answers.filter((one) => one !== null)
  const range = rangeOf(answered, k)
  return tellsOnPeople({ n: answered.length, range }, k) ? suppressed(answered.length, k) : result
}

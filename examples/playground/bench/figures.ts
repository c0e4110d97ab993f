/** A CSV as a sheet, and what the library says of it: `guessMapping` and `summarise` of `training-ops/interop`. */
import { parse } from 'csv-parse/browser/esm/sync'
import { type ColumnMeaning, guessMapping, type Summary, summarise } from 'training-ops/interop'

export type Sheet = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** What each column is read as; one that is not named is left out. */
export type Meanings = Readonly<Record<string, ColumnMeaning>>

/** Reads a CSV: comma, semicolon or tab, with or without a byte order mark; the first line is the headings. */
export const readSheet = (text: string): Sheet => {
  const [first = ''] = text.split('\n')
  const delimiter = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const lines = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  const [headings = [], ...rows] = lines
  return { headings: headings.map((heading, at) => heading || `${at + 1}`), rows }
}

const cellsOf = ({ headings, rows }: Sheet) => [headings, ...rows]

/** A proposal, to be looked at before it is used. */
export const proposedMeanings = (sheet: Sheet): Meanings => guessMapping(cellsOf(sheet)).mapping.columns

export const figuresOf = (sheet: Sheet, columns: Meanings, k: number): Summary =>
  summarise(cellsOf(sheet), { columns, k })

export type Bar = { readonly label: string; readonly count: number }

/** The answers of a question on a scale, step by step, where its figure may be told. */
export const picturesIn = ({
  figures,
}: Summary): readonly { readonly about: string; readonly bars: readonly Bar[] }[] =>
  figures.flatMap(({ metric, columns, group, result }) =>
    metric === 'M31' && group === undefined && result.status === 'ok' && 'histogram' in result
      ? [
          {
            about: columns.join(', '),
            bars: (result.histogram as readonly { readonly answer: number; readonly count: number }[]).map(
              ({ answer, count }) => ({ label: String(answer), count }),
            ),
          },
        ]
      : [],
  )

/** Sixty invented answers, to begin with. */
export const sampleSheet = (): string => {
  const lines = ['id,department,The course was clear,I would recommend it (0-10),score before,score after']
  const departments = [
    'sales',
    'sales',
    'sales',
    'production',
    'production',
    'service',
    'service',
    'engineering',
  ]
  for (let person = 1; person <= 60; person++) {
    const turn = (person * 37) % 11
    const department = person <= 3 ? 'legal' : departments[person % departments.length]
    const clear = person % 17 === 0 ? '' : String(Math.min(5, 3 + (turn % 3)))
    const before = 48 + ((person * 13) % 30)
    lines.push(
      `${person},${department},${clear},${Math.min(10, 5 + (turn % 6))},${before},${person % 19 === 0 ? '' : before + 6 + (turn % 9)}`,
    )
  }
  return lines.join('\n')
}

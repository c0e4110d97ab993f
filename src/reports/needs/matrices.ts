import { type Block, codeWord, type Datum, type Phrase, phrase } from '../document.ts'
import { type NeedsFigures, none, segmentDatum } from './scope.ts'

/** A heat map of some rows and columns; a cell without anything stays bare. None of a single column. */
const heatMap = <Row>(
  caption: Phrase,
  corner: Phrase,
  rows: readonly { readonly name: Datum; readonly of: Row }[],
  columns: readonly { readonly name: Datum; readonly cell: (row: Row) => Datum | undefined }[],
  legend: { readonly light: Phrase; readonly dark: Phrase },
): readonly Block[] =>
  rows.length === 0 || columns.length < 2
    ? []
    : [
        {
          kind: 'table',
          caption,
          columns: [
            { head: corner },
            ...columns.map(({ name }) => ({
              head: phrase('evaluation.statement', { statement: name }),
              align: 'end' as const,
            })),
          ],
          rows: rows.map(({ name, of }) => [name, ...columns.map(({ cell }) => cell(of) ?? none)]),
          legend,
        },
      ]

/** Each part once, in the order in which they came. */
const each = (parts: readonly (string | undefined)[]): readonly (string | undefined)[] => [...new Set(parts)]

/** Where people are who need training: department against level, by how many they are. */
export const byDepartmentAndLevel = ({ needs }: NeedsFigures): readonly Block[] => {
  const placed = needs.map(({ segment, headcount }) => ({
    department: segment.department ?? segment.jobFamily,
    level: segment.level,
    headcount,
  }))
  const most = Math.max(1, ...placed.map(({ headcount }) => headcount))
  const wordOf = (part: string | undefined): Datum =>
    part === undefined ? { phrase: phrase('needs.all') } : codeWord('term', part)
  return heatMap(
    phrase('needs.byDepartment'),
    phrase('statistics.segment'),
    each(placed.map(({ department }) => department)).map((of) => ({ name: wordOf(of), of })),
    each(placed.map(({ level }) => level)).map((level) => ({
      name: wordOf(level),
      cell: (department) => {
        const here = placed.filter((one) => one.department === department && one.level === level)
        const people = here.reduce((sum, { headcount }) => sum + headcount, 0)
        return here.length === 0
          ? undefined
          : {
              shaded: { phrase: phrase('needs.inCell', { needs: here.length, people }) },
              by: Math.min(1, people / most),
            }
      },
    })),
    { light: phrase('needs.fewer'), dark: phrase('needs.more') },
  )
}

/** Competency gaps: part and role against competency, by the share of those assessed who fall short. */
export const gapMap = ({ gaps }: NeedsFigures): readonly Block[] => {
  const rowOf = ({ segment, role }: (typeof gaps)[number]): string => JSON.stringify([segment, role])
  return heatMap(
    phrase('needs.gaps.heading'),
    phrase('needs.column.role'),
    each(gaps.map(rowOf)).flatMap((of) => {
      const gap = gaps.find((one) => rowOf(one) === of)
      return gap === undefined
        ? []
        : [{ name: { list: [segmentDatum(gap.segment), codeWord('term', gap.role)] } as Datum, of }]
    }),
    each(gaps.map(({ competency }) => competency)).map((competency) => ({
      name: codeWord('term', competency ?? ''),
      cell: (row) => {
        const gap = gaps.find((one) => rowOf(one) === row && one.competency === competency)
        if (gap === undefined || gap.assessed === 0) return undefined
        const share = gap.withGap / gap.assessed
        return {
          shaded: {
            phrase: phrase('needs.shortOf', { share: { share }, short: gap.withGap, assessed: gap.assessed }),
          },
          by: share,
        }
      },
    })),
    { light: phrase('needs.fewShort'), dark: phrase('needs.manyShort') },
  )
}

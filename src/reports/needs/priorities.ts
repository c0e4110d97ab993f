import { barsOf } from '../charts.ts'
import { codeWord, column, paragraph, phrase, type Section } from '../document.ts'
import { inputsTable, methodBlocks, scoreDatum } from './methods.ts'
import { type NeedsFigures, none, segmentDatum } from './scope.ts'

/** The needs training can meet, in order, and how the order came about. */
export const prioritiesSection = ({ method, needs }: NeedsFigures): Section => {
  if (method === null)
    return { heading: phrase('needs.priorities.heading'), blocks: [paragraph('needs.priorities.none')] }
  const hasReading = needs.some(({ reading }) => reading !== undefined)
  return {
    heading: phrase('needs.priorities.heading'),
    blocks: [
      ...methodBlocks(method),
      {
        kind: 'table',
        columns: [
          column('needs.column.rank', 'end'),
          column('needs.column.need'),
          column('needs.column.for'),
          column('needs.column.headcount', 'end'),
          column('needs.column.cause'),
          column('needs.column.origin'),
          column('needs.column.horizon'),
          column('needs.column.evidenceCount', 'end'),
          ...(hasReading ? [column('needs.column.decision')] : []),
          column('needs.column.score', 'end'),
        ],
        rows: needs.map((need) => [
          need.rank,
          need.title,
          segmentDatum(need.segment),
          need.headcount,
          codeWord('term', need.cause),
          codeWord('origin', need.origin),
          codeWord('term', need.horizon),
          Object.values(need.evidence.bySource).reduce((sum, count) => sum + count, 0),
          ...(hasReading ? [need.reading === undefined ? none : codeWord('term', need.reading)] : []),
          scoreDatum(method, need.score),
        ]),
      },
      ...barsOf(
        phrase('needs.priorities.heading'),
        needs.map(({ title, score }) => ({
          of: title,
          point: { value: score, label: scoreDatum(method, score) },
        })),
      ),
      ...inputsTable(method, needs),
    ],
  }
}

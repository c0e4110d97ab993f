import type { NeedsRecord } from '../../records/index.ts'
import { type Block, codeWord, column, type Datum, paragraph, phrase, type Section } from '../document.ts'
import { codeDatum } from '../format.ts'

export type NeedsFigures = NonNullable<NeedsRecord['published']>['figures']

export const none: Datum = { phrase: phrase('value.none') }

export const segmentDatum = (segment: Readonly<Record<string, string | undefined>>): Datum => {
  const parts = Object.values(segment).filter((part) => part !== undefined)
  return parts.length === 0 ? { phrase: phrase('needs.everybody') } : codeDatum(parts)
}

/** The strategic drivers of the year, and, once published, the needs that answer them. */
export const driversSection = ({ scope, published, needs }: NeedsRecord): Section => {
  const answering = new Map(published?.figures.drivers.map(({ driver, needIds }) => [driver, needIds]))
  return {
    heading: phrase('needs.drivers.heading'),
    blocks: [
      {
        kind: 'table',
        columns: [
          column('needs.column.driver'),
          column('needs.column.kind'),
          column('needs.column.weight', 'end'),
          column('needs.column.horizon'),
          ...(published === undefined ? [] : [column('needs.column.answers')]),
        ],
        rows: (scope?.drivers ?? []).map(({ driver, title, kind, weight, horizon }) => [
          title ?? driver,
          codeWord('term', kind),
          { share: weight / 10_000 },
          codeWord('term', horizon),
          ...(published === undefined
            ? []
            : [{ list: (answering.get(driver) ?? []).map((needId) => needs[needId]?.title ?? needId) }]),
        ]),
      },
    ],
  }
}

/** The evidence in each segment, and how the needs divide. */
export const segmentsSection = (
  { segments, byOrigin, byHorizon }: NeedsFigures,
  map: readonly Block[],
): Section => ({
  heading: phrase('needs.segments.heading'),
  blocks: [
    ...map,
    {
      kind: 'table',
      columns: [
        column('needs.column.for'),
        column('needs.column.evidenceCount', 'end'),
        column('needs.column.needCount', 'end'),
        column('needs.column.headcount', 'end'),
      ],
      rows: segments.map(({ segment, evidence, needs, headcount }) => [
        segmentDatum(segment),
        evidence,
        needs,
        headcount,
      ]),
    },
    bullets(phrase('needs.byOrigin', byOrigin), phrase('needs.byHorizon', byHorizon)),
  ],
})

const bullets = (...items: readonly ReturnType<typeof phrase>[]): Block => ({ kind: 'bullets', items })

/** The needs that training meets, and the needs that it would not have met. */
export const seenBlock = ({ seen }: NeedsFigures): Block => paragraph('needs.seen', seen)

import type { NeedsRecord } from '../../records/index.ts'
import { codeWord, column, type Datum, paragraph, phrase, type Section } from '../document.ts'
import { gapMap } from './matrices.ts'
import { type NeedsSurvey, surveysBlocks } from './recommended.ts'
import { type NeedsFigures, none, segmentDatum } from './scope.ts'

export const evidenceSection = (
  { evidence }: NeedsRecord,
  figures: NeedsFigures | undefined,
  surveys: readonly NeedsSurvey[],
): Section => ({
  heading: phrase('needs.evidence.heading'),
  blocks: [
    paragraph('needs.evidence.text'),
    ...(figures === undefined
      ? []
      : [
          {
            kind: 'bullets' as const,
            items: [
              phrase('needs.evidence.byLevel', {
                organisation: figures.evidence.byAnalysisLevel.organisation,
                task: figures.evidence.byAnalysisLevel.task,
                person: figures.evidence.byAnalysisLevel.person,
              }),
            ],
          },
        ]),
    ...surveysBlocks(surveys),
    {
      kind: 'table',
      columns: [
        column('needs.column.evidence'),
        column('needs.column.source'),
        column('needs.column.level'),
        column('needs.column.summary'),
      ],
      rows: Object.entries(evidence).map(([evidenceId, piece]) => [
        evidenceId,
        sourceDatum(piece),
        codeWord('term', piece.analysisLevel),
        piece.summary ?? none,
      ]),
    },
  ],
})

/** Where it is from; of an interview, whom. */
const sourceDatum = ({ source, intervieweeRole }: NeedsRecord['evidence'][string]): Datum =>
  intervieweeRole === undefined
    ? codeWord('term', source)
    : {
        phrase: phrase('needs.evidence.interviewee', {
          source: codeWord('term', source),
          role: codeWord('term', intervieweeRole),
        }),
      }

/** Levels missing per person whose level is known; of nobody, nothing. */
const meanGap = ({ missingLevels, assessed }: NeedsFigures['gaps'][number]): Datum =>
  assessed === 0 ? none : { decimal: missingLevels / assessed, digits: 2 }

/** How far people fall short of what their role asks for; none where none was measured. */
export const gapsSections = (figures: NeedsFigures): readonly Section[] =>
  figures.gaps.length === 0
    ? []
    : [
        {
          heading: phrase('needs.gaps.heading'),
          blocks: [
            paragraph('needs.gaps.text'),
            ...gapMap(figures),
            {
              kind: 'table',
              columns: [
                column('needs.column.for'),
                column('needs.column.role'),
                column('needs.column.competency'),
                column('needs.column.required', 'end'),
                column('needs.column.assessed', 'end'),
                column('needs.column.withGap', 'end'),
                column('needs.column.meanGap', 'end'),
                column('needs.column.stale', 'end'),
                column('needs.column.unassessed', 'end'),
              ],
              rows: figures.gaps.map((gap) => [
                segmentDatum(gap.segment),
                codeWord('term', gap.role),
                codeWord('term', gap.competency),
                gap.requiredLevel,
                gap.assessed,
                { shaded: gap.withGap, by: gap.assessed === 0 ? null : gap.withGap / gap.assessed },
                meanGap(gap),
                gap.stale,
                gap.unassessed,
              ]),
            },
          ],
        },
      ]

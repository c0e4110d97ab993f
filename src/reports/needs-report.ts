import type { NeedsRecord } from '../records/index.ts'
import { given } from '../vocabulary/index.ts'
import {
  type Block,
  codeWord,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  type Recommendation,
  type Section,
  sentences,
} from './document.ts'
import { evidenceSection, gapsSections } from './needs/evidence.ts'
import { byDepartmentAndLevel } from './needs/matrices.ts'
import { prioritiesSection } from './needs/priorities.ts'
import { costOf, type NeedsReportInput, type NeedsSurvey, recommendedFor } from './needs/recommended.ts'
import {
  driversSection,
  type NeedsFigures,
  none,
  seenBlock,
  segmentDatum,
  segmentsSection,
} from './needs/scope.ts'
import { placed } from './told-place.ts'

/**
 * The annual training needs analysis report (年度培训需求分析报告), of what was published; before that it says so and
 * tells what is known so far.
 *
 * @example
 * ```ts
 * import { needsRecord } from 'training-ops'
 * import { annualNeedsReport, en, toMarkdown } from 'training-ops/reports'
 * toMarkdown(annualNeedsReport(needsRecord.initial()), { language: en, zone: 'UTC' }).split('\n')[0] // => '# Annual training needs report '
 * ```
 */
export const annualNeedsReport = (report: NeedsRecord, input: NeedsReportInput = {}): Document =>
  placed('annualNeedsReport', 'a record of needs, and an input as declared', { report, input }, documentOf)

const documentOf = ({
  report,
  input,
}: {
  readonly report: NeedsRecord
  readonly input: NeedsReportInput
}): Document => {
  const { scope, published } = report
  const { surveys = [] } = input
  const recommendations = recommendedFor(report, input)
  return {
    title: phrase('needs.title', { year: yearOf(scope?.period.from ?? '') }),
    ...given({ headline: headlineOf(report, recommendations) }),
    recommendations,
    blocks: [paragraph('needs.purpose'), facts(report, surveys)],
    sections: [
      driversSection(report),
      evidenceSection(report, published?.figures, surveys),
      ...(published === undefined
        ? [{ heading: phrase('needs.priorities.heading'), blocks: [paragraph('needs.notPublished')] }]
        : [
            segmentsSection(published.figures, byDepartmentAndLevel(published.figures)),
            ...gapsSections(published.figures),
            prioritiesSection(published.figures),
            notTrainableSection(published.figures),
          ]),
      dismissedSection(report),
      { heading: phrase('needs.reading.heading'), blocks: [paragraph('needs.reading.text')] },
    ],
    ...(published === undefined
      ? {}
      : {
          appendix: [
            {
              heading: phrase('evaluation.method'),
              blocks: [{ kind: 'facts', facts: [[phrase('needs.digest'), published.digest]] }],
            },
          ],
        }),
  }
}

const yearOf = (day: string): string => day.slice(0, 4)

/** The first needs in order, how many training cannot solve, and the cost of what is recommended. */
const headlineOf = (
  { published }: NeedsRecord,
  recommendations: readonly Recommendation[],
): Phrase | undefined => {
  if (published === undefined) return undefined
  const { needs, seen } = published.figures
  const first = needs.slice(0, 2).map(({ title }) => title)
  const cost = costOf(recommendations)
  return sentences(
    first.length === 0
      ? phrase('needs.headline.none')
      : phrase('needs.headline', { needs: needs.length, first: { list: first } }),
    phrase('needs.headline.other', { notTrainable: seen.notTrainable }),
    cost === undefined
      ? undefined
      : phrase('needs.headline.cost', { programs: recommendations.length, cost }),
  )
}

const facts = (
  { scope, published, evidence, needs }: NeedsRecord,
  surveys: readonly NeedsSurvey[],
): Block => ({
  kind: 'facts',
  facts: [
    [phrase('needs.subject'), scope?.title ?? none],
    [phrase('needs.period'), scope === undefined ? none : { period: scope.period }],
    [phrase('needs.scope'), scope === undefined ? none : { list: scope.segments.map(segmentDatum) }],
    [
      phrase('needs.counts'),
      {
        phrase: phrase('needs.countsText', {
          evidence: Object.keys(evidence).length,
          needs: Object.keys(needs).length,
        }),
      },
    ],
    ...surveys.map(
      ({ title, asked, answered }) =>
        [
          phrase('needs.sample', { survey: title }),
          { phrase: phrase('needs.sampleText', { asked, answered }) },
        ] as const,
    ),
    ...(published === undefined ? [] : ([[phrase('needs.publishedOn'), { day: published.at }]] as const)),
  ],
})

const notTrainableSection = (figures: NeedsFigures): Section => ({
  heading: phrase('needs.notTrainable.heading'),
  blocks: [
    seenBlock(figures),
    ...(figures.notTrainable.length === 0
      ? [paragraph('needs.notTrainable.none')]
      : [
          paragraph('needs.notTrainable.text'),
          {
            kind: 'bullets' as const,
            items: figures.notTrainable.map(({ title, cause }) =>
              phrase('needs.notTrainable.item', { need: title, cause: codeWord('term', cause) }),
            ),
          },
        ]),
  ],
})

const dismissedSection = ({ dismissed, needs }: NeedsRecord): Section => ({
  heading: phrase('needs.dismissed.heading'),
  blocks:
    Object.keys(dismissed).length === 0
      ? [paragraph('needs.dismissed.none')]
      : [
          {
            kind: 'bullets',
            items: Object.entries(dismissed).map(([needId, reason]) => {
              const need = needs[needId]?.title ?? needId
              return reason === ''
                ? phrase('needs.dismissed.item', { need })
                : phrase('needs.dismissed.because', { need, reason })
            }),
          },
        ],
})

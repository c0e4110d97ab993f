import type { NeedsRecord } from '../records/index.ts'
import { type Block, type Document, paragraph, type Section, say, word } from './document.ts'
import { evidenceSection, gapsSections } from './needs/evidence.ts'
import { prioritiesSection } from './needs/priorities.ts'
import {
  driversSection,
  type NeedsFigures,
  none,
  seenBlock,
  segmentDatum,
  segmentsSection,
} from './needs/scope.ts'

/**
 * The annual training needs analysis report (年度培训需求分析报告), of what was published; before that it says so and
 * tells what is known so far.
 */
export const annualNeedsReport = (report: NeedsRecord): Document => {
  const { scope, published } = report
  return {
    title: say('needs.title', { year: yearOf(scope?.period.from ?? '') }),
    blocks: [paragraph('needs.purpose'), facts(report)],
    sections: [
      driversSection(report),
      evidenceSection(report, published?.figures),
      ...(published === undefined
        ? [{ heading: say('needs.priorities.heading'), blocks: [paragraph('needs.notPublished')] }]
        : [
            segmentsSection(published.figures),
            ...gapsSections(published.figures),
            prioritiesSection(published.figures),
            notTrainableSection(published.figures),
          ]),
      dismissedSection(report),
      { heading: say('needs.reading.heading'), blocks: [paragraph('needs.reading.text')] },
    ],
    ...(published === undefined
      ? {}
      : {
          appendix: [
            {
              heading: say('evaluation.method'),
              blocks: [{ kind: 'facts', facts: [[say('needs.digest'), published.digest]] }],
            },
          ],
        }),
  }
}

const yearOf = (day: string): string => day.slice(0, 4)

const facts = ({ scope, published, evidence, needs }: NeedsRecord): Block => ({
  kind: 'facts',
  facts: [
    [say('needs.subject'), scope?.title ?? none],
    [say('needs.period'), scope === undefined ? none : { period: scope.period }],
    [say('needs.scope'), scope === undefined ? none : { list: scope.segments.map(segmentDatum) }],
    [
      say('needs.counts'),
      {
        phrase: say('needs.countsText', {
          evidence: Object.keys(evidence).length,
          needs: Object.keys(needs).length,
        }),
      },
    ],
    ...(published === undefined ? [] : ([[say('needs.publishedOn'), { day: published.at }]] as const)),
  ],
})

const notTrainableSection = (figures: NeedsFigures): Section => ({
  heading: say('needs.notTrainable.heading'),
  blocks: [
    seenBlock(figures),
    ...(figures.notTrainable.length === 0
      ? [paragraph('needs.notTrainable.none')]
      : [
          paragraph('needs.notTrainable.text'),
          {
            kind: 'bullets' as const,
            items: figures.notTrainable.map(({ title, cause }) =>
              say('needs.notTrainable.item', { need: title, cause: word('term', cause) }),
            ),
          },
        ]),
  ],
})

const dismissedSection = ({ dismissed, needs }: NeedsRecord): Section => ({
  heading: say('needs.dismissed.heading'),
  blocks:
    Object.keys(dismissed).length === 0
      ? [paragraph('needs.dismissed.none')]
      : [
          {
            kind: 'bullets',
            items: Object.entries(dismissed).map(([needId, reason]) => {
              const need = needs[needId]?.title ?? needId
              return reason === ''
                ? say('needs.dismissed.item', { need })
                : say('needs.dismissed.because', { need, reason })
            }),
          },
        ],
})

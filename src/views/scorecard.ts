import type { KirkpatrickFigure } from '../figures/kirkpatrick/figure.ts'
import { type FigureRule, kirkpatrickFigures } from '../figures/kirkpatrick/figures.ts'
import {
  type DisclosureRule,
  protectStudy,
  type StudyDisclosure,
} from '../figures/kirkpatrick/protect-study.ts'
import { asReactionTable, type ReactionTable, type SegmentOf } from '../figures/reaction/by-segment.ts'
import type { KirkpatrickState } from '../records/study/evidence.ts'
import type { StudyRecord } from '../records/study/record.ts'
import { given } from '../vocabulary/index.ts'

/** One level: what was measured, what was found, and what is to be done about it. */
export type ScorecardLevel = {
  readonly level: 1 | 2 | 3 | 4 | 5
  /** `none` where no figure has an answer: nothing was collected, which is not the same as nothing achieved. */
  readonly evidence: 'some' | 'none'
  readonly figures: readonly KirkpatrickFigure[]
  readonly findingIds: readonly string[]
  /** Improvements that follow from findings at this level and are neither done nor dismissed. */
  readonly openImprovementIds: readonly string[]
}

export type Scorecard = {
  readonly levels: readonly ScorecardLevel[]
  /** The costs, by category and currency. */
  readonly inputs: readonly KirkpatrickFigure[]
  /** Level 1, question by question and part by part, small parts hidden. */
  readonly reaction: ReactionTable
  /** The figures suppressed to protect answers, and the entry for the host's release log. Not for the readers of the scorecard. */
  readonly disclosure: StudyDisclosure
  /** The digest of the report that stands, where one was published. */
  readonly digest?: string
}

export type ScorecardOptions = {
  readonly segmentOf?: SegmentOf
  /** The studies of the program, for findings, improvements and the report: `project(studyRecord, events)`. */
  readonly studies?: readonly StudyRecord[]
}

/**
 * The Kirkpatrick scorecard of a program (柯氏评估记分卡): all five levels, each figure with its n and variant; what
 * has no answer says why, and what too few people stand behind is suppressed. Never 0 for either. Everything in it is
 * audited together, beside what left before (`released`): a figure that would tell of fewer than k people is suppressed.
 *
 * @example
 * ```ts
 * import { kirkpatrick, kirkpatrickScorecard } from 'training-ops'
 * const { levels } = kirkpatrickScorecard(kirkpatrick.initial())
 * levels.map(({ level, evidence }) => [level, evidence]) // => [[1, 'none'], [2, 'none'], [3, 'none'], [4, 'none'], [5, 'none']]
 * ```
 */
export const kirkpatrickScorecard = (
  program: KirkpatrickState,
  {
    segmentOf,
    studies = [],
    released,
    protection,
    later,
    ...rule
  }: Partial<FigureRule> & ScorecardOptions & DisclosureRule = {},
): Scorecard => {
  const { figures, cells, disclosure } = protectStudy(
    program,
    kirkpatrickFigures(program, { adoptedFrom: 750, ...rule }),
    given({ segmentOf, released, protection, later }),
  )
  const levels = ([1, 2, 3, 4, 5] as const).map((level): ScorecardLevel => {
    const ofLevel = figures.filter((figure) => figure.level === level)
    const isOfLevel = (study: StudyRecord, findingId: string) => study.findings[findingId]?.level === level
    return {
      level,
      evidence: ofLevel.some(({ result }) => result.status !== 'undefined') ? 'some' : 'none',
      figures: ofLevel,
      findingIds: studies.flatMap((study) =>
        Object.keys(study.findings).filter((findingId) => isOfLevel(study, findingId)),
      ),
      openImprovementIds: studies.flatMap((study) =>
        Object.entries(study.improvements)
          .filter(([, { findingId, status }]) => status === 'open' && isOfLevel(study, findingId))
          .map(([improvementId]) => improvementId),
      ),
    }
  })
  const reports = studies.flatMap(({ report }) => report ?? [])
  const latest = reports.reduce<(typeof reports)[number] | undefined>(
    (last, one) => (last === undefined || one.at >= last.at ? one : last),
    undefined,
  )
  return {
    levels,
    inputs: figures.filter(({ level }) => level === 0),
    reaction: asReactionTable(cells),
    disclosure,
    ...given({ digest: latest?.digest }),
  }
}

import {
  classNormalisedGain,
  classNormalisedGainEntry,
  effectSize,
  effectSizeEntry,
  type MetricEntry,
  type MetricResult,
  meanGain,
  meanGainEntry,
  normalisedChange,
  normalisedChangeEntry,
  pairedT,
  pairedTEntry,
  passRate,
  passRateEntry,
  retention,
  retentionEntry,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import {
  countedResponses,
  type KirkpatrickFigure,
  strictestGroupSizeOf,
  studyFigure,
  suppressGainsBelow,
} from '../kirkpatrick/figure.ts'
import { inThousandths, subscaleGains, testFigures } from './tests.ts'

/** Scores come in thousandths of the best possible. */
const fullMarks = 1000

type TestPurpose = 'pretest' | 'posttest' | 'delayedTest'

/** The last score of each learner in tests of one purpose. */
export const lastScores = (program: KirkpatrickState, purpose: TestPurpose) => {
  const last = new Map<string, { at: string; scaled: number; key: string }>()
  for (const { purpose: asked, at, learnerId, scaled, key } of countedResponses(program)) {
    if (asked !== purpose || scaled === undefined || learnerId === undefined) continue
    const known = last.get(learnerId)
    if (known === undefined || known.at <= at) last.set(learnerId, { at, scaled, key })
  }
  return last
}

export const isTest = (purpose: string): boolean => /^(?:pre|post|delayed)test$/i.test(purpose)

/** Level 2 (学习层): what they know and can do that they did not before. */
export const learningFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => {
  const before = lastScores(program, 'pretest')
  const after = lastScores(program, 'posttest')
  const delayed = lastScores(program, 'delayedTest')
  const learners = [...new Set([...before.keys(), ...after.keys()])].sort()
  const scores = {
    before: learners.map((learner) => before.get(learner)?.scaled ?? null),
    after: learners.map((learner) => after.get(learner)?.scaled ?? null),
  }
  const k = strictestGroupSizeOf(program, isTest)
  const figure = (entry: MetricEntry, result: MetricResult, of = {}): KirkpatrickFigure =>
    studyFigure(entry, { level: 2, of }, result)
  /** With the two means that it lies between, of those who sat both: 44.1 → 69.7. */
  const gainFigure = (result: MetricResult) => {
    const both = learners.filter((learner) => before.has(learner) && after.has(learner))
    const meanOf = (last: typeof before) =>
      both.reduce((sum, learner) => sum + (last.get(learner)?.scaled ?? 0), 0) / both.length
    return figure(meanGainEntry, result, {
      ...inThousandths,
      ...(result.status === 'ok' ? { before: meanOf(before), after: meanOf(after) } : {}),
    })
  }
  const gained = (result: MetricResult) => suppressGainsBelow(k, scores.before, scores.after, result)
  const remembered = [...after.keys()].sort()
  const later = {
    after: remembered.map((learner) => after.get(learner)?.scaled ?? null),
    delayed: remembered.map((learner) => delayed.get(learner)?.scaled ?? null),
  }
  return [
    ...(learners.length === 0
      ? []
      : [
          gainFigure(gained(meanGain(scores))),
          figure(effectSizeEntry, gained(effectSize(scores))),
          figure(classNormalisedGainEntry, gained(classNormalisedGain({ ...scores, max: fullMarks }))),
          figure(normalisedChangeEntry, gained(normalisedChange({ ...scores, max: fullMarks }))),
          figure(pairedTEntry, gained(pairedT(scores))),
        ]),
    ...subscaleGains(program, k),
    ...(delayed.size === 0
      ? []
      : [figure(retentionEntry, suppressGainsBelow(k, later.after, later.delayed, retention(later)))]),
    figure(passRateEntry, passRate({ people: Object.values(program.assessed).map((passed) => [passed]) })),
    ...testFigures(program),
  ]
}

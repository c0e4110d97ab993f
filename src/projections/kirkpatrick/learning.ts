import {
  classNormalisedGain,
  effectSize,
  type MetricResult,
  meanGain,
  passRate,
} from '../../metrics/index.ts'
import { countedResponses, type KirkpatrickFigure, toldOf } from './figure.ts'
import type { KirkpatrickState } from './state.ts'

/** Scores come in thousandths of the best possible. */
const fullMarks = 1000

/** The last score of each learner in tests of one purpose. */
const lastScores = (program: KirkpatrickState, purpose: 'pretest' | 'posttest') => {
  const last = new Map<string, { at: string; scaled: number }>()
  for (const { purpose: asked, at, learnerId, scaled } of countedResponses(program)) {
    if (asked !== purpose || scaled === undefined) continue
    const known = last.get(learnerId)
    if (known === undefined || known.at <= at) last.set(learnerId, { at, scaled })
  }
  return last
}

/** Level 2 (学习层): what they know and can do that they did not before. */
export const learningFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => {
  const before = lastScores(program, 'pretest')
  const after = lastScores(program, 'posttest')
  const learners = [...new Set([...before.keys(), ...after.keys()])].sort()
  const scores = {
    before: learners.map((learner) => before.get(learner)?.scaled ?? null),
    after: learners.map((learner) => after.get(learner)?.scaled ?? null),
  }
  const pairs = learners.filter((learner) => before.has(learner) && after.has(learner)).length
  const tests = Object.values(program.asked).filter(({ purpose }) => /^(pre|post)test$/.test(purpose))
  const k = Math.max(1, ...tests.map((asked) => asked.k))
  const figure = (calculator: string, result: MetricResult): KirkpatrickFigure => ({
    figure: calculator,
    calculator,
    level: 2,
    of: {},
    result,
  })
  return [
    ...(learners.length === 0
      ? []
      : [
          figure('meanGain', toldOf(k, pairs, meanGain(scores))),
          figure('effectSize', toldOf(k, pairs, effectSize(scores))),
          figure('classNormalisedGain', toldOf(k, pairs, classNormalisedGain({ ...scores, max: fullMarks }))),
        ]),
    figure('passRate', passRate({ people: Object.values(program.assessed).map((passed) => [passed]) })),
  ]
}

import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { type AdoptionRule, behaviourFigures } from '../behaviour/behaviour.ts'
import { learningFigures } from '../learning/learning.ts'
import { choicesAboutPeople } from '../reaction/answers.ts'
import { reactionFigures } from '../reaction/reaction.ts'
import { resultFigures } from '../results/results.ts'
import { type ReturnRule, returnFigures } from '../return/return.ts'
import type { KirkpatrickFigure } from './figure.ts'

/** The settings of figures, beside the recorded facts. */
export type FigureRule = AdoptionRule & ReturnRule

/**
 * The figures of a program at every level, from its folded state. A figure that has no answer says why; one of too
 * few people is suppressed. They are not audited together, so that one may be worked out from others: what leaves is made by
 * `scorecard`, which does that. A calculator that nothing was recorded for is not called, but `passRate` always is.
 *
 * `rule.adoptedFrom`: from which part of the scale on a behaviour counts as adopted, in thousandths (750 is 4 of 1 to 5). `rule.asOf`: the day as of
 * which follow-ups are due. `rule.life`: over how many offerings needs analysis and design are spread.
 *
 * @example
 * ```ts
 * import { createLedger, assemble, kirkpatrick, kirkpatrickFigures, lifecycle } from 'training-ops'
 * const ledger = createLedger(assemble(lifecycle, {}, { trusted: true }))
 * const program = ledger.project(kirkpatrick)['p-1'] ?? kirkpatrick.initial()
 * const [passRate] = kirkpatrickFigures(program)
 * passRate?.result // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'assessed' } }
 * ```
 */
export const kirkpatrickFigures = (
  program: KirkpatrickState,
  rule: FigureRule = { adoptedFrom: 750 },
): readonly KirkpatrickFigure[] => [
  ...reactionFigures(program),
  ...learningFigures(program),
  ...behaviourFigures(program, rule),
  ...choicesAboutPeople(program),
  ...resultFigures(program),
  ...returnFigures(program, rule),
]

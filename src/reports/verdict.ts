import type { KirkpatrickFigure, ObjectiveOutcome } from '../figures/index.ts'
import { type Phrase, phrase, type Verdict } from './document.ts'

type Is = Verdict['is']

/** The evidence that a program is judged by. */
export type Judged = {
  readonly outcomes: readonly ObjectiveOutcome[]
  readonly figures?: readonly KirkpatrickFigure[]
  /** The title of the statutory duty that asks for the program, if one does: it is then never stopped. */
  readonly duty?: string
}

/** The lowest and the highest return in percent that the estimates allow; none where no return was measured. */
export const returnRange = (
  figures: readonly KirkpatrickFigure[],
): { readonly value: number; readonly low: number; readonly high: number } | undefined => {
  const result = figures.find(({ metric }) => metric === 'M83')?.result
  if (result?.status !== 'ok') return undefined
  const { value, notes = [] } = result
  const range = notes.find(({ code }) => code === 'ReturnRange')
  return typeof range?.low === 'number' && typeof range.high === 'number'
    ? { value, low: range.low, high: range.high }
    : { value, low: value, high: value }
}

/** The word of the objectives: of those that could be measured. */
const byObjectives = (outcomes: readonly ObjectiveOutcome[]): Is => {
  const count = (verdict: ObjectiveOutcome['verdict']) =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length
  const [reached, missed] = [count('reached'), count('notReached')]
  if (reached + missed === 0) return 'cannotTell'
  if (missed === 0) return 'continue'
  return reached === 0 ? 'stop' : 'change'
}

/** The word of the return, by every estimate. */
const byReturn = (figures: readonly KirkpatrickFigure[]): Is => {
  const range = returnRange(figures)
  if (range === undefined) return 'cannotTell'
  if (range.low >= 0) return 'continue'
  return range.high < 0 ? 'stop' : 'change'
}

const both = (one: Is, other: Is): Is => {
  if (one === 'cannotTell') return other
  return other === 'cannotTell' || one === other ? one : 'change'
}

/**
 * Whether to go on with a program, by a rule that is told with it: what the objectives say, what the return says, and `change`
 * where the two differ. Nothing where there is neither an objective nor a return to judge by.
 */
export const verdictOn = ({ outcomes, figures = [], duty }: Judged): Verdict | undefined => {
  const range = returnRange(figures)
  if (outcomes.length === 0 && range === undefined) return undefined
  const is = both(byObjectives(outcomes), byReturn(figures))
  const isOwed = is === 'stop' && duty !== undefined
  return {
    is: isOwed ? 'change' : is,
    grounds: [
      ...outcomes.map(({ objectiveId, objective, verdict }) =>
        phrase('evaluation.ground', {
          objective: objective.title ?? objectiveId,
          level: objective.level,
          verdict: { phrase: phrase(`status.verdict.${verdict}`) },
        }),
      ),
      ...(range === undefined ? [] : [returnGround(range)]),
      ...(isOwed ? [phrase('verdict.duty', { duty })] : []),
      phrase('evaluation.rule'),
    ],
  }
}

const returnGround = ({ value, low, high }: NonNullable<ReturnType<typeof returnRange>>): Phrase => {
  const told = (percent: number) => ({ value: percent, measuredIn: 'percent' })
  return low === high
    ? phrase('verdict.return', { roi: told(value) })
    : phrase('verdict.returnRange', { low: told(low), high: told(high) })
}

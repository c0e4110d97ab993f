import type { ObjectiveOutcome } from '../figures/index.ts'
import { given } from '../vocabulary/index.ts'
import { type Block, codeWord, column, type Datum, type Phrase, phrase } from './document.ts'
import { countedBy } from './of-metrics.ts'

/** A target in words that cannot be read two ways. */
const targetPhrase = ({ objective: { target, unit }, aim }: ObjectiveOutcome): Phrase => {
  const { kind, direction, value } = target
  if (kind === 'absolute') return phrase('status.target.absolute', { value: { value, measuredIn: unit } })
  const moved = phrase(kind === 'relative' ? 'status.target.relative' : 'status.target.percentagePoint', {
    direction: codeWord('direction', direction),
    share: kind === 'relative' ? { share: value / 10_000 } : { decimal: value / 100, digits: 1 },
  })
  return aim === undefined
    ? moved
    : phrase('status.target.to', { target: { phrase: moved }, aim: { value: aim, measuredIn: unit } })
}

const none: Datum = { phrase: phrase('value.none') }

const verdicts = {
  reached: 'status.verdict.reached',
  notReached: 'status.verdict.notReached',
  notMeasurable: 'status.verdict.notMeasurable',
} as const

/** The figure; where it is a share of people, with everybody it was set for in sight. */
const actualDatum = (
  { objective: { unit }, audience }: ObjectiveOutcome,
  actual: NonNullable<ObjectiveOutcome['actual']>,
): Datum => {
  const form = { measuredIn: unit, ...given({ counts: countedBy[actual.metric] }) }
  if (audience === undefined) return { figure: actual, form }
  const { people, noShows, measured } = audience
  return {
    phrase: phrase('status.ofAudience', {
      figure: { figure: actual, form },
      people,
      noShows,
      unmeasured: Math.max(0, people - measured - noShows),
    }),
  }
}

/** Every objective, its target, where its measure stands, and whether that reaches it. */
export const objectivesTable = (outcomes: readonly ObjectiveOutcome[]): Block => ({
  kind: 'table',
  columns: [
    column('status.column.objective'),
    column('evaluation.column.level', 'end'),
    column('status.column.measure'),
    column('status.column.baseline', 'end'),
    column('status.column.target'),
    column('evaluation.column.due'),
    column('status.column.actual'),
    column('status.column.verdict'),
  ],
  rows: outcomes.map((outcome) => {
    const { objectiveId, objective, actual, verdict } = outcome
    const { title, level, measure, baseline, unit, due } = objective
    return [
      title ?? objectiveId,
      level,
      { ...codeWord('metric', measure), otherwise: codeWord('term', measure) },
      baseline === undefined ? none : { value: baseline, measuredIn: unit },
      { phrase: targetPhrase(outcome) },
      { day: due },
      actual === undefined ? { phrase: phrase('status.noFigure') } : actualDatum(outcome, actual),
      { phrase: phrase(verdicts[verdict]) },
    ]
  }),
})

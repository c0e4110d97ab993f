import type { PublishedFigure, Purpose } from '../../evaluation/events.ts'
import type { MetricResult } from '../../metrics/index.ts'
import type { GivenResponse, KirkpatrickState } from './state.ts'

/** A figure of a program: which calculator, at which level, of what. */
export type KirkpatrickFigure = {
  /** Unique within a program: `topTwoBox:reaction/1:clear`. */
  readonly figure: string
  readonly calculator: string
  /** Kirkpatrick's four, Phillips's return at 5, and at 0 what was put in. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5
  /** What it is of: an item, a subscale, a measure. */
  readonly of: Readonly<Record<string, string | number>>
  readonly result: MetricResult
}

/** A figure of fewer than `k` people is not told. */
export const toldOf = (k: number, people: number, result: MetricResult): MetricResult =>
  people > 0 && people < k ? { status: 'suppressed', n: people, k } : result

/** Answers that count: those that came in time and were not found invalid. */
export const countedResponses = ({ responses, invalidated }: KirkpatrickState): readonly GivenResponse[] =>
  Object.entries(responses)
    .filter(([key, { late }]) => late === undefined && invalidated[key] === undefined)
    .map(([, response]) => response)

/** How few people are too few to tell of: 1 where answers are identified. */
export const fewestToTell = ({ asked, promised }: KirkpatrickState, administrationId: string): number => {
  const { anonymity, k } = promised[administrationId] ?? asked[administrationId] ?? { anonymity: '', k: 1 }
  return anonymity === 'identified' ? 1 : k
}

/** The administrations of these purposes, and the most people any of them promised to hide among. */
export const fewestOf = (program: KirkpatrickState, isMeant: (purpose: Purpose) => boolean): number =>
  Math.max(
    1,
    ...Object.entries(program.asked)
      .filter(([, { purpose }]) => isMeant(purpose))
      .map(([administrationId]) => fewestToTell(program, administrationId)),
  )

/** What a report stores of a figure: of a calculator's own extra fields those that convert an effect size. */
const stored = (result: MetricResult): PublishedFigure['result'] => {
  if (result.status === 'undefined') return { status: 'undefined', reason: { ...result.reason } as Coded }
  if (result.status === 'suppressed') return { ...result }
  const { status, value, n, unit, currency, interval, variant, notes } = result
  const { correlation, dz } = result as { readonly correlation?: number; readonly dz?: number }
  return {
    status,
    value,
    n,
    unit,
    ...(currency === undefined ? {} : { currency }),
    ...(interval === undefined ? {} : { interval: { ...interval } }),
    ...(variant === undefined ? {} : { variant: { ...variant } }),
    ...(notes === undefined ? {} : { notes: notes.map((note) => ({ ...note }) as Coded) }),
    ...(correlation === undefined ? {} : { correlation }),
    ...(dz === undefined ? {} : { dz }),
  }
}
type Coded = Extract<PublishedFigure['result'], { status: 'undefined' }>['reason']

/** The figures in the shape `PublishEvaluationReport` takes. */
export const asPublished = (figures: readonly KirkpatrickFigure[]): PublishedFigure[] =>
  figures.map(({ figure, level, result }) => ({ figure, level, result: stored(result) }))

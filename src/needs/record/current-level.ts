import type { AssessmentSource } from './shapes.ts'

/** An assessment as a record or a view keeps it. */
export type Assessment = {
  readonly level: number
  readonly source: AssessmentSource
  readonly assessedAt: string
  readonly validUntil?: string | undefined
}

/** The known level of a person: it holds, it held once, or nobody ever looked. None of them is 0. */
export type CurrentLevel =
  | { readonly status: 'valid'; readonly level: number; readonly source: AssessmentSource }
  | {
      readonly status: 'stale'
      readonly level: number
      readonly source: AssessmentSource
      readonly expired: string
    }
  | { readonly status: 'unassessed' }

/** The order in which sources count, first to last, unless an organisation says otherwise. */
export const sourcePrecedence: readonly AssessmentSource[] = [
  'certificate',
  'test',
  'observation',
  'supervisor',
  'self',
]

/** The better source first; of one source, the later assessment. */
const before =
  (precedence: readonly AssessmentSource[]) =>
  (a: Assessment, b: Assessment): number =>
    placeOf(precedence, a.source) - placeOf(precedence, b.source) ||
    (a.assessedAt === b.assessedAt ? b.level - a.level : a.assessedAt < b.assessedAt ? 1 : -1)

const placeOf = (precedence: readonly AssessmentSource[], source: AssessmentSource): number => {
  const place = precedence.indexOf(source)
  return place < 0 ? precedence.length : place
}

/**
 * Somebody's current level (现有水平) in one competency: of the assessments that are valid at an instant, the latest of
 * the source whose word counts most. When all have run out the last one that ran out is told as `stale`; when there is
 * none, `unassessed`. An assessment is valid until just before its `validUntil`; what was assessed later than `asOf` is
 * not looked at, and what was withdrawn must not be handed in. A source that `precedence` does not name counts last.
 *
 * @example
 * ```ts
 * import { currentLevelOf } from 'training-ops'
 * const tested = { level: 3, source: 'test', assessedAt: '2026-01-05T00:00:00.000Z', validUntil: '2027-01-05T00:00:00.000Z' } as const
 * const said = { level: 5, source: 'self', assessedAt: '2026-06-01T00:00:00.000Z' } as const
 * currentLevelOf([tested, said], '2026-07-01T00:00:00.000Z') // => { status: 'valid', level: 3, source: 'test' }
 * currentLevelOf([tested], '2027-01-05T00:00:00.000Z') // => { status: 'stale', level: 3, source: 'test', expired: '2027-01-05T00:00:00.000Z' }
 * currentLevelOf([], '2027-01-05T00:00:00.000Z') // => { status: 'unassessed' }
 * ```
 */
export const currentLevelOf = (
  assessments: readonly Assessment[],
  asOf: string,
  precedence: readonly AssessmentSource[] = sourcePrecedence,
): CurrentLevel => {
  const made = assessments.filter(({ assessedAt }) => assessedAt <= asOf)
  const isValid = ({ validUntil }: Assessment) => validUntil === undefined || asOf < validUntil
  const [best] = made.filter(isValid).sort(before(precedence))
  if (best !== undefined) return { status: 'valid', level: best.level, source: best.source }
  const ranOut = made.map((one) => ({ ...one, expired: one.validUntil ?? '' }))
  const [last] = ranOut.sort((a, b) =>
    a.expired === b.expired ? before(precedence)(a, b) : a.expired < b.expired ? 1 : -1,
  )
  return last === undefined
    ? { status: 'unassessed' }
    : { status: 'stale', level: last.level, source: last.source, expired: last.expired }
}

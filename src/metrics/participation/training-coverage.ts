import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsText } from '../guard.ts'
import type { MetricResult, Note } from '../result.ts'
import { type IdSets, idSets } from '../sets.ts'
import { share } from '../share.ts'

/** The workforce and the participants, by id. An id may occur more than once and counts once. */
export type CoverageLists = {
  /** The workforce in scope, as it stood at one date. */
  readonly workforce: readonly string[]
  /** One id for each counted participation in the period. */
  readonly participants: readonly string[]
  /** People who need not take part (long leave, for example): in neither the numerator nor the denominator. */
  readonly exempt?: readonly string[]
  /** `true` when the workforce list is a sample of the workforce. */
  readonly sampled?: boolean
}

/**
 * Training coverage (培训覆盖率), M01: the share of the workforce that took part in at least one training.
 *
 * Formula: distinct people of the workforce with at least one counted participation in the period / distinct
 * people of the workforce in scope. Participants who have since left are not in the numerator; a note counts them.
 *
 * When to use: to say how far training reaches.
 * When not: for how much training people had (M03), or for participations (人次), which is M02 and may exceed 1.
 *
 * Result: a ratio from 0 to 1; `n` is the workforce in scope; Wilson 95 % interval when `sampled`; `undefined`
 * (`ZeroDenominator`) for an empty workforce. Throws when an id is not a text.
 *
 * Source: default D1 of the project's metric catalog; ISO 30414 asks for the percentage of employees who take
 * part in training.
 *
 * @example
 * ```ts
 * import { trainingCoverage } from 'training-ops/metrics'
 * const coverage = trainingCoverage({ workforce: ['an', 'bo', 'cy', 'di'], participants: ['an', 'an', 'bo', 'gone'] })
 * coverage // => { status: 'ok', value: 0.5, n: 4, unit: 'ratio', notes: [{ code: 'LeftWorkforce', people: 1 }] }
 * trainingCoverage({ workforce: [], participants: [] }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'workforce' } }
 * ```
 */
export const trainingCoverage = /* @__PURE__ */ guarded(
  'trainingCoverage',
  ({ sampled = false, ...lists }: CoverageLists): MetricResult => {
    const { workforce, participants, exempt = [] } = lists
    for (const [name, ids] of Object.entries({ workforce, participants, exempt }))
      for (const [index, id] of listOf('trainingCoverage', name, ids).entries())
        needsText('trainingCoverage', name, id, index)
    return coverageOf({
      workforce: new Set(workforce),
      participants: new Set(participants),
      exempt: new Set(exempt),
      sampled: new Set(sampled ? ['yes'] : []),
    })
  },
)

const coverageOf = ({ workforce, participants, exempt, sampled }: CoverageSets): MetricResult => {
  const inScope = [...workforce].filter((person) => !exempt.has(person))
  const covered = inScope.filter((person) => participants.has(person)).length
  const left = [...participants].filter((person) => !workforce.has(person) && !exempt.has(person)).length
  const notes: Note[] = [
    ...(left > 0 ? [{ code: 'LeftWorkforce', people: left }] : []),
    ...(exempt.size > 0 ? [{ code: 'Exempt', people: workforce.size - inScope.length }] : []),
  ]
  return share({
    part: covered,
    whole: inScope.length,
    what: 'workforce',
    sampled: sampled.size > 0,
    ...(notes.length > 0 && { notes }),
  })
}

type CoverageSets = IdSets<'workforce' | 'participants' | 'exempt' | 'sampled'>

/** Takes the lists of a part (a site, a month): ids are united, so one person in two parts is one person. */
export const trainingCoverageAccumulator: Accumulator<
  Partial<CoverageLists>,
  CoverageSets,
  MetricResult
> = /* @__PURE__ */ guardedAccumulator(
  'trainingCoverageAccumulator',
  /* @__PURE__ */ idSets(
    'trainingCoverage',
    ['workforce', 'participants', 'exempt', 'sampled'],
    (lists: Partial<CoverageLists>) => ({ ...lists, sampled: lists.sampled ? ['yes'] : [] }),
    coverageOf,
  ),
)

export const trainingCoverageEntry: MetricEntry = {
  id: 'M01',
  calculator: 'trainingCoverage',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['ISO 30414', 'Project default D1'],
}

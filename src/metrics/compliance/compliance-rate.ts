import type { Accumulator } from '../accumulator.ts'
import { needsDay } from '../days.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'
import { needsObligation, type Obligation, type ObligationState, stateOf } from './obligation.ts'

export type CompliancePolicy = {
  readonly asOf: string
  /** Whether people with something in its days of grace are compliant: `false` unless said otherwise. */
  readonly graceIsCompliant?: boolean
  /** Whether what is waived is held (`true` unless said otherwise), or binds nobody and counts nowhere. */
  readonly waivedIsCompliant?: boolean
}

/** How bad an item is that is not in force. */
const badness: Partial<Record<ObligationState, number>> = { inGrace: 1, overdue: 2, expired: 2 }

/** How bad the worst of a person's items is. */
type WorstOfEach = ReadonlyMap<string, number>

const steps = ({ asOf, graceIsCompliant = false, waivedIsCompliant = true }: CompliancePolicy) => {
  needsDay('complianceRate', 'asOf', asOf)

  const gather = (obligations: Iterable<Obligation>): WorstOfEach => {
    const worst = new Map<string, number>()
    let index = 0
    for (const obligation of obligations) {
      needsObligation('complianceRate', obligation, index++)
      const { person } = obligation
      const state = stateOf(obligation, asOf)
      if (state === 'notYetDue' || (state === 'waived' && !waivedIsCompliant)) continue
      worst.set(person, Math.max(badness[state] ?? 0, worst.get(person) ?? 0))
    }
    return worst
  }

  const extract = (worst: WorstOfEach): MetricResult => {
    let [part, people] = [0, 0]
    for (const bad of worst.values()) {
      part += Number(bad <= Number(graceIsCompliant))
      people += Number(bad === 1)
    }
    return censusShare({
      part,
      whole: worst.size,
      what: 'obligated',
      variant: { graceIsCompliant, waivedIsCompliant },
      ...(people > 0 && { notes: [{ code: 'InGrace', people }] }),
    })
  }
  return { gather, extract }
}

/**
 * Compliance rate (合规率), M26: of the people who must hold something today, the share who hold all of it.
 *
 * Formula: people with every required item completed and within validity, or waived, at `asOf` / people obligated at
 * `asOf`.
 *
 * When to use: for mandatory training and licences.
 * When not: with people in it who have no duty: not obligated is not compliant, and an item not yet due binds
 * nobody yet.
 *
 * Result: a ratio from 0 to 1; `n` is the people obligated; people whose only lack is in its days of grace are a
 * state of their own, in a note; the variant says whether they, and the waived, count as compliant; `undefined`
 * (`ZeroDenominator`) when nobody is obligated. A census, so no interval. Throws when a date is not `YYYY-MM-DD`.
 *
 * Source: default D7 of the project's metric catalog; cmi5 takes waived as satisfied.
 *
 * @example
 * ```ts
 * import { complianceRate } from 'training-ops/metrics'
 * const obligations = [
 *   { person: 'an', item: 'fire', due: '2026-01-31', completedOn: '2026-01-20', validUntil: '2027-01-20' },
 *   { person: 'an', item: 'first aid', waived: true },
 *   { person: 'bo', item: 'fire', due: '2026-01-31' },
 *   { person: 'cy', item: 'fire', due: '2026-12-31' },
 * ]
 * complianceRate({ obligations, asOf: '2026-03-01' }) // => { status: 'ok', value: 0.5, n: 2, unit: 'ratio', variant: { graceIsCompliant: false, waivedIsCompliant: true } }
 * ```
 */
export const complianceRate = /* @__PURE__ */ guarded(
  'complianceRate',
  ({
    obligations,
    ...policy
  }: { readonly obligations: readonly Obligation[] } & CompliancePolicy): MetricResult => {
    const { gather, extract } = steps(policy)
    return extract(gather(obligations))
  },
)

/** Unites people, so that one person's items may be spread over many parts. */
export const complianceRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'complianceRateAccumulator',
  (policy: CompliancePolicy): Accumulator<Obligation, WorstOfEach, MetricResult> => {
    const { gather, extract } = steps(policy)
    return {
      empty: gather([]),
      lift: (obligation) => gather([obligation]),
      combine: (a, b) => {
        const worst = new Map(a)
        for (const [person, bad] of b) worst.set(person, Math.max(bad, a.get(person) ?? 0))
        return worst
      },
      extract,
      gather,
    }
  },
)

export const complianceRateEntry: MetricEntry = {
  id: 'M26',
  calculator: 'complianceRate',
  companions: { obligationState: {} },
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: { graceIsCompliant: ['false', 'true'], waivedIsCompliant: ['true', 'false'] },
  accumulates: 'exact',
  sources: ['Project default D7', 'cmi5 (waived is satisfied)'],
}

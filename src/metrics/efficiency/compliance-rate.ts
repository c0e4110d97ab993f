import type { Accumulator } from '../accumulator.ts'
import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needsDay } from '../days.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'
import { needsObligation, type Obligation, stateOf } from './obligation.ts'

export type CompliancePolicy = {
  readonly asOf: string
  /** Whether people with something in its days of grace are compliant: `false` unless said otherwise. */
  readonly graceIsCompliant?: boolean
}

type Standing = {
  readonly obligated: ReadonlySet<string>
  readonly lacking: ReadonlySet<string>
  readonly inGrace: ReadonlySet<string>
}

const steps = ({ asOf, graceIsCompliant = false }: CompliancePolicy) => {
  needsDay('complianceRate', 'asOf', asOf)

  const gather = (obligations: Iterable<Obligation>): Standing => {
    const obligated = new Set<string>()
    const lacking = new Set<string>()
    const inGrace = new Set<string>()
    let index = 0
    for (const obligation of obligations) {
      needsObligation('complianceRate', obligation, index++)
      const state = stateOf(obligation, asOf)
      if (state === 'notYetDue') continue
      obligated.add(obligation.person)
      if (state === 'overdue' || state === 'expired') lacking.add(obligation.person)
      if (state === 'inGrace') inGrace.add(obligation.person)
    }
    return { obligated, lacking, inGrace }
  }

  const extract = ({ obligated, lacking, inGrace }: Standing): MetricResult => {
    const onlyGrace = [...inGrace].filter((person) => !lacking.has(person)).length
    return censusShare({
      part: obligated.size - lacking.size - (graceIsCompliant ? 0 : onlyGrace),
      whole: obligated.size,
      what: 'obligated',
      variant: { graceIsCompliant },
      ...(onlyGrace > 0 && { notes: [{ code: 'InGrace', people: onlyGrace }] }),
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
 * state of their own, in a note, and the variant says whether they count as compliant; `undefined`
 * (`ZeroDenominator`) when nobody is obligated. A census, so no interval. Throws when a date is not `YYYY-MM-DD`.
 *
 * Source: default D7 of the project's metric catalogue; cmi5 takes waived as satisfied.
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
 * complianceRate({ obligations, asOf: '2026-03-01' }) // => { status: 'ok', value: 0.5, n: 2, unit: 'ratio', variant: { graceIsCompliant: false } }
 * ```
 */
export const complianceRate = ({
  obligations,
  ...policy
}: { readonly obligations: readonly Obligation[] } & CompliancePolicy): MetricResult => {
  const { gather, extract } = steps(policy)
  return extract(gather(obligations))
}

/** Unites people, so that one person's items may be spread over many parts. */
export const complianceRateAccumulator = (
  policy: CompliancePolicy,
): Accumulator<Obligation, Standing, MetricResult> => {
  const { gather, extract } = steps(policy)
  return {
    empty: gather([]),
    lift: (obligation) => gather([obligation]),
    combine: (a, b) => ({
      obligated: new Set([...a.obligated, ...b.obligated]),
      lacking: new Set([...a.lacking, ...b.lacking]),
      inGrace: new Set([...a.inGrace, ...b.inGrace]),
    }),
    extract,
    gather,
  }
}

export const complianceRateEntry: CatalogueEntry = {
  id: 'M26',
  calculator: 'complianceRate',
  companions: ['obligationState'],
  name: { en: 'Compliance rate', 'zh-CN': '合规率' },
  unit: 'ratio',
  level: 'L0',
  class: 'efficiency',
  variants: { graceIsCompliant: ['false', 'true'] },
  accumulates: 'exact',
  references: ['Project default D7', 'cmi5 (waived is satisfied)'],
}

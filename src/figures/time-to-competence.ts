import { type MetricResult, timeToCompetence, timeToCompetenceEntry } from '../metrics/index.ts'
import { daysBetween, type Employee, employedOn } from '../vocabulary/index.ts'
import type { StandingObligation } from './compliance.ts'
import { figureBy } from './figure.ts'

/** The hiring day of each person, and their obligations. */
export type CompetenceQuestion = {
  readonly workforce: readonly Employee[]
  readonly obligations: readonly (StandingObligation & { readonly purpose: string })[]
  /** The local day on which the obligations were asked for. */
  readonly today: string
}

/**
 * Time to competence (上手周期), M28: the median of days from the hire until everything required of new hires was done, with
 * those still on their way in it (Kaplan–Meier), so that it is not too short.
 *
 * Takes what `obligations` answers on a day; of it, requirements with the purpose `onboarding`, or another that is named.
 * Somebody is there on the day the last of them was done; what is waived took no time. A person who has left by then is bound by
 * nothing and not in it. `NotReached` while more than half are on their way.
 *
 * @example
 * ```ts
 * import { figureOf, timeToCompetenceFigure } from 'training-ops'
 * const workforce = [{ learnerId: 'ada', hiredOn: '2026-03-01', segment: {} }]
 * const obligations = [
 *   { requirementId: 'tour', learnerId: 'ada', purpose: 'onboarding', state: 'current', doneOn: '2026-03-21', graceDays: 0 },
 * ]
 * const time = figureOf(timeToCompetenceFigure, { workforce, obligations, today: '2026-04-01' })
 * time.status === 'ok' && time.value // => 20
 * ```
 */
export const timeToCompetenceFigure = figureBy({
  entry: timeToCompetenceEntry,
  options: { purpose: 'onboarding' },
  measure: ({ workforce, obligations, today }: CompetenceQuestion, { purpose }): MetricResult => {
    const byLearner = new Map<string, StandingObligation[]>()
    for (const one of obligations) {
      if (one.purpose !== purpose) continue
      const own = byLearner.get(one.learnerId)
      if (own === undefined) byLearner.set(one.learnerId, [one])
      else own.push(one)
    }
    return timeToCompetence(
      workforce.flatMap((person) => {
        const { learnerId, hiredOn } = employedOn(person, today) ?? person
        const own = byLearner.get(learnerId)
        if (own === undefined) return []
        const completed = own.every(({ state, doneOn }) => state === 'waived' || doneOn !== undefined)
        const last =
          own
            .map(({ doneOn }) => doneOn ?? hiredOn)
            .sort()
            .at(-1) ?? hiredOn
        return [{ days: Math.max(0, daysBetween(hiredOn, completed ? last : today)), completed }]
      }),
    )
  },
})

import { complianceFigure, type StandingObligation } from '../figures/compliance.ts'
import { figureOf, type MetricFigure } from '../figures/figure.ts'

/** One department under one requirement: how many it binds, and M26 of them. */
export type CurrentCell = { readonly obliged: number; readonly current: MetricFigure }

/** Departments down, requirements across; and who has something to do, the most urgent first. */
export type WhoIsCurrent<One extends StandingObligation = StandingObligation> = {
  readonly requirementIds: readonly string[]
  readonly rows: readonly {
    readonly department: string
    readonly cells: Readonly<Record<string, CurrentCell>>
    readonly all: CurrentCell
  }[]
  readonly total: CurrentCell
  /** Everybody under each requirement. */
  readonly byRequirement: Readonly<Record<string, CurrentCell>>
  readonly overdue: readonly One[]
  readonly expiringSoon: readonly One[]
}

/**
 * Compliance at a glance (谁合规): of each department under each requirement the share of people who hold it (M26), who is overdue or in
 * grace, and whose certificates run out soon.
 *
 * @example
 * ```ts
 * import { whoIsCurrent } from 'training-ops'
 * const owed = { requirementId: 'fire', graceDays: 0, due: '2026-12-31' }
 * const obligations = [
 *   { ...owed, learnerId: 'ada', state: 'current', doneOn: '2026-01-05' },
 *   { ...owed, learnerId: 'bo', state: 'overdue', due: '2026-01-31' },
 * ]
 * const { total, overdue } = whoIsCurrent({ obligations, today: '2026-03-01', departmentOf: () => 'plant' })
 * total.obliged // => 2
 * overdue.map(({ learnerId }) => learnerId) // => ['bo']
 * ```
 */
export const whoIsCurrent = <One extends StandingObligation>({
  obligations,
  today,
  departmentOf,
}: {
  readonly obligations: readonly One[]
  /** The local day on which they stand so. */
  readonly today: string
  readonly departmentOf: (learnerId: string) => string
}): WhoIsCurrent<One> => {
  const binding = obligations.filter(({ state }) => state !== 'notObligated')
  const cellOf = (own: readonly One[]): CurrentCell => ({
    obliged: new Set(own.map(({ learnerId }) => learnerId)).size,
    current: figureOf(complianceFigure, { obligations: own, today }),
  })
  const requirementIds = [...new Set(binding.map(({ requirementId }) => requirementId))].sort()
  const byDepartment = new Map<string, One[]>()
  for (const one of binding) {
    const department = departmentOf(one.learnerId)
    const own = byDepartment.get(department)
    if (own === undefined) byDepartment.set(department, [one])
    else own.push(one)
  }
  const soonest = (...states: readonly string[]) =>
    binding
      .filter(({ state }) => states.includes(state))
      .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
  return {
    requirementIds,
    rows: [...byDepartment]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([department, own]) => ({
        department,
        cells: Object.fromEntries(
          requirementIds.flatMap((requirementId) => {
            const of = own.filter((one) => one.requirementId === requirementId)
            return of.length === 0 ? [] : [[requirementId, cellOf(of)] as const]
          }),
        ),
        all: cellOf(own),
      })),
    total: cellOf(binding),
    byRequirement: Object.fromEntries(
      requirementIds.map((id) => [id, cellOf(binding.filter(({ requirementId }) => requirementId === id))]),
    ),
    overdue: soonest('overdue', 'inGrace'),
    expiringSoon: soonest('expiringSoon'),
  }
}

/** The settings of planning. */
export const planningSettings = {
  /** The shares of a plan's budget, in basis points, whose being spent is told (预算预警). */
  budgetAlertsAt: [8000, 10_000] as readonly number[],
}

import { projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'

/** The costs posted for one payee, in whole minor units by currency. */
export type PaymentRecord = { cost: Record<string, number> }

/** The costs of each payee: a provider, an expert, a venue. Costs of any part of a log add up. */
export const paymentRecord = projections<PlanningEvent>()({
  name: 'paymentRecord',
  by: ['payeeId'],
  initial: (): PaymentRecord => ({ cost: {} }),
  on: {
    CostPosted: ({ cost }, { amount: { minor, currency } }) => {
      cost[currency] = (cost[currency] ?? 0) + minor
    },
  },
  merge: (a, b) => {
    const cost = { ...a.cost }
    for (const [currency, minor] of Object.entries(b.cost)) cost[currency] = (cost[currency] ?? 0) + minor
    return { cost }
  },
})

/** The payments of everybody, as `project(paymentRecord, events)` answers them. */
export type PaymentRecords = Readonly<Record<string, PaymentRecord>>

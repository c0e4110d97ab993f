import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts } from '../guard.ts'
import { type MetricResult, measured } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'

/** Needs that come with a role, and what has become of them. */
export type RoleNeeds = {
  /** Static: what the role requires of its holders, item by item. */
  readonly required: number
  /** Of those, met: trained for and passed, or already mastered. */
  readonly met: number
  /** Of those, waived. */
  readonly waived: number
}

const needsRoleNeeds = (calculator: string, { required, met, waived }: RoleNeeds): void => {
  needsCounts(calculator, { required, met, waived })
  needsAtMost(calculator, 'met + waived', met + waived, required, 'required')
}

/**
 * Dynamic need (动态需求), M98: of what a role always requires (the static need, 静态需求), what is left to do now.
 *
 * Formula: required − met − waived.
 *
 * When to use: to plan: the static need does not shrink as people are trained, the dynamic one does.
 * When not: as a rate; `needFulfilment` is that.
 *
 * Result: a count; `n` is the static need; 0 where nothing is left, which is an answer. Throws when a count is not
 * a whole number ≥ 0 or met + waived exceeds what is required.
 *
 * Source: Chinese practice of static and dynamic training needs (静态/动态需求).
 *
 * @example
 * ```ts
 * import { dynamicNeed } from 'training-ops/metrics'
 * dynamicNeed({ required: 20, met: 12, waived: 4 }) // => { status: 'ok', value: 4, n: 20, unit: 'count' }
 * ```
 */
export const dynamicNeed = /* @__PURE__ */ guarded('dynamicNeed', (roleNeeds: RoleNeeds): MetricResult => {
  needsRoleNeeds('dynamicNeed', roleNeeds)
  const { required, met, waived } = roleNeeds
  return measured({ value: required - met - waived, n: required, unit: 'count' })
})

/**
 * Need fulfilment (需求满足率), M98b: of the needs that had to be met, the share that was.
 *
 * Formula: met / (met + unmet), where unmet is required − met − waived.
 *
 * When to use: to follow a needs catalog through the year.
 * When not: with the waived as met: they neither were nor had to be.
 *
 * Result: a ratio; `undefined` (`ZeroDenominator`) when nothing had to be met. Throws as `dynamicNeed` does.
 *
 * Source: Chinese practice of static and dynamic training needs.
 *
 * @example
 * ```ts
 * import { needFulfilment } from 'training-ops/metrics'
 * needFulfilment({ required: 20, met: 12, waived: 4 }) // => { status: 'ok', value: 0.75, n: 16, unit: 'ratio' }
 * needFulfilment({ required: 4, met: 0, waived: 4 }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'met + unmet' } }
 * ```
 */
export const needFulfilment = /* @__PURE__ */ guarded(
  'needFulfilment',
  (roleNeeds: RoleNeeds): MetricResult => {
    needsRoleNeeds('needFulfilment', roleNeeds)
    const { required, met, waived } = roleNeeds
    return share({ part: met, whole: required - waived, what: 'met + unmet' })
  },
)

const nothing = { required: 0, met: 0, waived: 0 } as const

/** Sums the needs of several roles or units. */
export const dynamicNeedAccumulator = /* @__PURE__ */ guardedAccumulator(
  'dynamicNeedAccumulator',
  /* @__PURE__ */ summing<RoleNeeds, MetricResult>('dynamicNeed', nothing, dynamicNeed),
)

/** Sums the needs of several roles or units; the rate is that of the sums. */
export const needFulfilmentAccumulator = /* @__PURE__ */ guardedAccumulator(
  'needFulfilmentAccumulator',
  /* @__PURE__ */ summing<RoleNeeds, MetricResult>('needFulfilment', nothing, needFulfilment),
)

export const dynamicNeedEntry: MetricEntry = {
  id: 'M98',
  calculator: 'dynamicNeed',
  unit: 'count',
  quantity: 'items',
  better: 'less',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Chinese practice of static and dynamic needs'],
}

export const needFulfilmentEntry: MetricEntry = {
  id: 'M98b',
  calculator: 'needFulfilment',
  unit: 'ratio',
  quantity: 'items',
  better: 'more',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Chinese practice of static and dynamic needs'],
}

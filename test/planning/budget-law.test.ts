import * as fc from 'fast-check'
import { isAccepted, trainingPlan } from 'training-ops'
import { type Look, races } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { limitOf } from '../../src/planning/plan/funds.ts'
import * as a from '../needs/an-assessment.ts'
import {
  approval,
  bill,
  cny,
  draft,
  here,
  line,
  lines,
  planId,
  promise,
  submitted,
  training,
} from './a-plan.ts'

const money = fc.integer({ min: 0, max: 120_000 })
const onLine = fc.constantFrom(['l-1', 'CNY'] as const, ['l-2', 'CNY'] as const, ['l-3', 'USD'] as const)
const commitmentId = fc.constantFrom('c-1', 'c-2', 'c-3', 'c-4')
const step = fc.oneof(
  fc.tuple(money, onLine, commitmentId).map(([minor, [lineId, currency], id]) => ({
    type: 'CommitFunds' as const,
    data: promise(id, 0, { lineId, amount: { minor, currency } }),
  })),
  fc
    .tuple(money, onLine, fc.integer({ min: 1, max: 12 }), fc.option(commitmentId, { nil: undefined }))
    .map(([minor, [lineId, currency], invoice, settles]) => ({
      type: 'PostCost' as const,
      data: bill(`i-${invoice}`, 0, {
        lineId,
        amount: { minor, currency },
        ...(settles === undefined ? {} : { commitmentId: settles }),
      }),
    })),
  commitmentId.map((id) => ({ type: 'ReleaseCommitment' as const, data: { ...here, commitmentId: id } })),
)

test('whatever is asked, promised and spent never exceed approved and tolerated, in any currency', () => {
  let acceptedSteps = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.array(step, { maxLength: 40 }),
      (tolerance, steps) => {
        const log: Parameters<typeof training.decide>[1] extends Iterable<infer E> ? E[] : never = [
          ...lines,
          submitted,
          approval(tolerance),
        ]
        steps.forEach((asked, at) => {
          const verdict = training.decide({ ...asked, metadata: { commandId: `c${at}` } }, log)
          if (!isAccepted(verdict)) return
          acceptedSteps++
          log.push(...verdict.right)
        })
        const plan = training.project(trainingPlan, log)[planId]
        if (plan === undefined) throw new Error('the plan is there')
        for (const [currency, limit] of [
          ['CNY', 150_000],
          ['USD', 20_000],
        ] as const) {
          const costs = log.flatMap((event) => (event.type === 'CostPosted' ? [event.data] : []))
          const spent = costs
            .filter(({ amount }) => amount.currency === currency)
            .reduce((sum, { amount }) => sum + amount.minor, 0)
          const open = Object.values(plan.commitments)
            .map((one) => one.open)
            .filter((one) => one.currency === currency)
          expect(open.every(({ minor }) => minor >= 0)).toBe(true)
          const promised = open.reduce((sum, { minor }) => sum + minor, 0)
          expect(plan.posted[currency] ?? 0).toBe(spent)
          expect(plan.committed[currency] ?? 0).toBe(promised)
          expect((spent + promised) * 10_000).toBeLessThanOrEqual(limit * (10_000 + tolerance))
        }
      },
    ),
  )
  expect(acceptedSteps).toBeGreaterThan(100)
})

test('hosts that promise and spend at once stay within what was approved, in whatever order they write', () => {
  const given = [
    { type: 'OpenNeedsAssessment', data: a.opening },
    { type: 'RecordNeedEvidence', data: a.seen('e-1') },
    { type: 'IdentifyNeed', data: a.need('n-1') },
    { type: 'PrioritizeNeeds', data: { ...a.here, method: a.weighted(a.rated('n-1', 5, 4)) } },
    { type: 'DraftPlan', data: draft },
    { type: 'AddPlanLine', data: line('l-1') },
    { type: 'AddPlanLine', data: line('l-2', { budget: cny(50_000) }) },
    { type: 'SubmitPlan', data: { ...here, submittedBy: 'mei' } },
    { type: 'ApprovePlan', data: { ...here, approvedBy: 'chen', tolerance: 1_000 } },
  ]
  const race = races(training, {
    given,
    racing: [
      { type: 'CommitFunds', data: promise('c-1', 90_000) },
      { type: 'CommitFunds', data: promise('c-2', 90_000, { lineId: 'l-2' }) },
      { type: 'PostCost', data: bill('i-1', 80_000, { lineId: 'l-2' }) },
      { type: 'PostCost', data: bill('i-2', 120_000, { commitmentId: 'c-1' }) },
    ],
    always: {
      'promised and spent never exceed approved and tolerated, in any currency': (look: Look) => {
        const plan = look(trainingPlan)[planId]
        return Object.entries(plan?.approved ?? {}).every(
          ([currency, minor]) =>
            (plan?.committed[currency] ?? 0) + (plan?.posted[currency] ?? 0) <=
            limitOf(minor, plan?.tolerance ?? 0),
        )
      },
      'the plan was approved, and somebody had money': (look: Look) => {
        const plan = look(trainingPlan)[planId]
        return (plan?.committed.CNY ?? 0) + (plan?.posted.CNY ?? 0) > 0
      },
    },
    orders: 300,
  })
  race.mustHold()
  expect(race.without.lost.length).toBeGreaterThan(0)
})

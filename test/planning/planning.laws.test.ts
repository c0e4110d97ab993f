/** What always holds of plans, their money and programs, on plausible lives of the planning room. */
import { program, programFunds, trainingPlan } from 'training-ops'
import { lawsOf } from 'training-ops/testing'
import { describe, test } from 'vitest'
import { limitOf } from '../../src/planning/plan/funds.ts'
import { training } from './a-plan.ts'
import { money, programs, promises, revisions } from './lives.ts'

const over = ['archived', 'cancelled'] as const

const keeping = (lives: typeof money) =>
  lawsOf(training, {
    lives,
    runs: 6,
    always: {
      'promised and spent never exceed approved and tolerated, in any currency': (look) =>
        Object.values(look(trainingPlan)).every(({ approved, tolerance, committed, posted }) =>
          Object.keys({ ...committed, ...posted }).every(
            (currency) =>
              (committed[currency] ?? 0) + (posted[currency] ?? 0) <=
              limitOf(approved[currency] ?? 0, tolerance),
          ),
        ),
      'what is promised is the sum of what is open': (look) =>
        Object.values(look(trainingPlan)).every(({ committed, commitments }) =>
          Object.entries(committed).every(
            ([currency, minor]) =>
              minor ===
              Object.values(commitments)
                .filter(({ open }) => open.currency === currency)
                .reduce((sum, { open }) => sum + open.minor, 0),
          ),
        ),
      'no commitment is used beyond what was promised': (look) =>
        Object.values(look(trainingPlan)).every(({ commitments }) =>
          Object.values(commitments).every(({ open }) => open.minor >= 0),
        ),
      'a line that money moved on is there': (look) =>
        Object.values(look(trainingPlan)).every(({ commitments, lines }) =>
          Object.values(commitments).every(({ open, lineId }) => open.minor === 0 || lineId in lines),
        ),
      'programs together take no more from a line than it has': (look) =>
        Object.values(look(trainingPlan)).every(({ lines }) =>
          Object.values(lines).every(
            ({ budget, programs }) =>
              Object.values(programs).reduce((sum, minor) => sum + minor, 0) <= budget.minor,
          ),
        ),
      'everybody who answers for a milestone is one, and somebody does it': (look) =>
        Object.values(look(program)).every(({ milestones }) =>
          Object.values(milestones).every(
            ({ responsibility }) => responsibility === undefined || responsibility.responsibleIds.length > 0,
          ),
        ),
    },
    settled: {
      'a cancelled program holds no money and takes none from a plan': (look) => {
        const funds = look(programFunds)
        const plans = Object.values(look(trainingPlan))
        return Object.entries(look(program)).every(
          ([programId, { status }]) =>
            status !== 'cancelled' ||
            (Object.values(funds[programId] ?? {}).every((commitments) =>
              Object.values(commitments).every(({ open }) => open.minor === 0),
            ) &&
              plans.every(({ lines }) =>
                Object.values(lines).every(({ programs }) => !(programId in programs)),
              )),
        )
      },
    },
    until: {
      'a plan that is closed': {
        of: trainingPlan,
        is: ({ status }: { status: string }) => status === 'closed',
        // a credit note comes after the year was closed, too
        unless: ({ type, data }) => type === 'CostPosted' && data.amount.minor < 0,
      },
      'a program that is over': {
        of: program,
        is: ({ status }: { status: string }) => over.some((one) => one === status),
      },
    },
  })

const ofPrograms = /closed stays closed|folding|answers for a milestone|programs together/
const ofPromises = /cancelled program|what is promised/
const ofRevisions = /promised and spent|money moved/

describe('the planning room keeps its laws', () => {
  for (const { name, check } of keeping(money)) test(`plans and money: ${name}`, check)
  for (const [lives, which] of [
    [programs, ofPrograms],
    [promises, ofPromises],
    [revisions, ofRevisions],
  ] as const)
    for (const { name, check } of keeping(lives).filter(({ name }) => which.test(name)))
      test(`${which.source}: ${name}`, check)
})

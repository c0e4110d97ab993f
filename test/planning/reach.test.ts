import { planningEvents } from 'training-ops'
import { reach } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { planningRejections } from '../../src/planning/rejections.ts'
import { training } from './a-plan.ts'
import { designs, money, programs, revisions } from './lives.ts'

test('the stories reach every event of the room, and every refusal', () => {
  const missedBy = [
    [money, 95],
    [programs, 115],
    [revisions, 70],
    [designs, 30],
  ].map(([kind, runs]) => reach(kind as typeof money, training, { runs: runs as number, seed: 7 }).missing)
  const all = [...Object.keys(planningEvents.declarations), ...Object.keys(planningRejections)]
  expect(all.filter((one) => missedBy.every((missing) => missing.includes(one)))).toEqual([])
})

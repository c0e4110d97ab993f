import { reach } from 'training-ops/testing'
import { test } from 'vitest'
import { training } from './a-plan.ts'
import { designs, money, programs, revisions } from './lives.ts'

test('the stories reach every event of the room, and every refusal', () => {
  reach([money, programs, revisions, designs], training, {
    of: ['planning'],
    runs: 1500,
    seed: 7,
  }).mustBeWhole()
})

import { reach } from 'training-ops/testing'
import { test } from 'vitest'
import { training } from './a-plan.ts'
import { designs, money, programs, revisions } from './lives.ts'

test('the stories reach every event of the room, and every refusal', () => {
  const worlds = [programs, money, programs, revisions, designs]
  reach(worlds, training, { of: ['planning'], runs: 5000, seed: 7 }).mustBeWhole()
})

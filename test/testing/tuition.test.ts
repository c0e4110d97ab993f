/** Lives of a workflow that nobody tuned reach what only comes after much else: a claim approved, and paid. */
import fc from 'fast-check'
import { stories } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { tuition } from './tuition.ts'

test('two hundred default lives hold a hundred approvals and fifty payments', () => {
  const { training, commands } = tuition()
  const lives = fc.sample(stories(training, { only: Object.keys(commands) }), { numRuns: 200, seed: 1 })
  const many = (type: string) =>
    lives.reduce((sum, { events }) => sum + events.filter((event) => event.type === type).length, 0)
  expect(many('ClaimApproved')).toBeGreaterThanOrEqual(100)
  expect(many('ClaimPaid')).toBeGreaterThanOrEqual(50)
})

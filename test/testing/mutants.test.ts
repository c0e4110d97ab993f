import { lawsOf, mutants, stories } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { always, aSession, settled, world } from './a-session.ts'

const mutationBy = (sentences: object) =>
  mutants(aSession() as never, {
    laws: (mutant) =>
      lawsOf(mutant, {
        lives: stories(mutant, { in: world, upTo: 14 }),
        runs: 12,
        seed: 1,
        settled,
        always: sentences,
      } as never),
  })

test('a workflow broken on purpose says which sentence is missing, and which is idle', () => {
  const weak = mutationBy({ 'all is well': () => true })
  expect(weak.idle).toContain('all is well')
  expect(weak.survivors).toContain('EnrolLearner: EnrolmentIsOver is given up')
  expect(weak.describe()).toContain('survived: EnrolLearner: EnrolmentIsOver is given up')
  expect(() => weak.mustBeNoticed()).toThrow('mutants: ')
  const strong = mutationBy(always)
  expect(strong.noticed['session: LearnerEnrolled']).toContain('nobody sits twice')
  expect(strong.survivors.length).toBeLessThan(weak.survivors.length)
})

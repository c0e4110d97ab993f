/** The kit at work on everything the library is: there, too, it must be quick and say something. */
import { lifecycle } from 'training-ops'
import { lawsOf, reach } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { lives, training } from './whole-lifecycle.ts'

describe('the whole lifecycle, in a world described in a dozen lines, keeps', () => {
  const laws = lawsOf(training, { lives, runs: 4 })
  test.each(laws.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
})

test('some lives visit every room, and a good part of what can happen there', () => {
  const { events } = reach(lives, training, { runs: 25 })
  const visited = lifecycle.filter((room) =>
    Object.keys(room.events.declarations).some((type) => (events[type] ?? 0) > 0),
  )
  expect(visited.map(({ name }) => name)).toEqual(lifecycle.map(({ name }) => name))
  expect(Object.values(events).filter((visits) => visits > 0).length).toBeGreaterThan(50)
})

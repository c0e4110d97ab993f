/** The kit at work on everything the library is: there, too, it must be quick and say something. */
import { assemble, lifecycle } from 'training-ops'
import { lawsOf, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { monday, offeringId } from '../delivery/an-offering.ts'

const training = assemble(lifecycle, {}, { trusted: true })
/** One of most kinds, and a class whose sessions end after they start; all else comes from the schemas alone. */
const world = universe({
  offeringId: [offeringId],
  'ScheduleOffering.sessions': [[monday]],
  learnerId: ['ada', 'bob'],
  courseId: 1,
  programId: 1,
  needId: 1,
  planId: 1,
  instrumentId: 1,
  administrationId: 1,
  resourceId: 2,
  version: [1],
  courseVersion: [1],
})
const lives = stories(training, { in: world, upTo: 40, often: { ScheduleOffering: 10 } })

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

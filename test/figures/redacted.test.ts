/** When a person's words are erased, every event is still read, and no figure, count or status is another. */
import fc from 'fast-check'
import {
  type AnyEvent,
  annualTrainingStatistics,
  assemble,
  boardOf,
  budgetByCurrencyOf,
  kirkpatrick,
  kirkpatrickFigures,
  lifecycle,
  planRecord,
  project,
  redacted,
  requirement,
  statistics,
} from 'training-ops'
import { expect, test } from 'vitest'
import { money, programs } from '../planning/lives.ts'
import { logs } from '../records/lived.ts'
import { recordsOf } from '../records/records-of.ts'

const training = assemble([...lifecycle, statistics], {}, { trusted: true })
const lived = [
  ...logs,
  ...[money, programs].flatMap((lives) =>
    fc.sample(lives, { numRuns: 4, seed: 3 }).map(({ events }) => events as readonly AnyEvent[]),
  ),
]

const toldBy = (events: readonly AnyEvent[]) => {
  const records = recordsOf(events)
  const workforce = ['ada', 'bo'].map((learnerId) => ({ learnerId, hiredOn: '2020-01-01', segment: {} }))
  const question = {
    ...records,
    workforce,
    period: { from: '2026-01-01', to: '2027-01-01' },
    asOf: '2026-12-31T00:00:00.000Z',
    zone: 'Asia/Shanghai',
    segmentOf: () => 'all',
  }
  return {
    year: annualTrainingStatistics(question),
    board: boardOf(records),
    money: Object.values(project(planRecord, events)).map(budgetByCurrencyOf),
    studies: Object.values(project(kirkpatrick, events)).map((state) => kirkpatrickFigures(state)),
    obligations: Object.keys(project(requirement, events)),
  }
}

test('figures, counts and statuses of lives are what they were before anybody was forgotten', () => {
  let erased = 0
  for (const events of lived) {
    const after = events.map((event) => redacted(training, event))
    erased += after.filter((event, at) => JSON.stringify(event) !== JSON.stringify(events[at])).length
    for (const event of after)
      expect(training.decode({ ...event, metadata: { schemaVersion: 1, ...event.metadata } })).toMatchObject({
        _tag: 'Right',
      })
    expect(toldBy(after)).toEqual(toldBy(events))
  }
  expect(erased).toBeGreaterThan(20)
})

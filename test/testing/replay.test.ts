/** The laws of a workflow over a log: the mentoring example, and the class with seats. */
import fc from 'fast-check'
import { replay, stories, zhCN } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { always, aSession, until, world } from './a-session.ts'

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`
const event = (type: string, day: number, more: object = {}) => ({
  type,
  data: { at: at(day), sessionId: 's', ...more },
})
const scheduled = event('SessionScheduled', 1, { capacity: 1, closesAt: at(31) })
const enrolled = (learnerId: string, day: number) => event('LearnerEnrolled', day, { learnerId })
const workflow = aSession() as never
const stored = JSON.parse(
  JSON.stringify([scheduled, enrolled('ada', 2), enrolled('bob', 3), enrolled('bob', 4)]),
)
const { 'never more seated than there are seats': _, ...others } = always

test('the first event that breaks a law is told, with its place, from a list or a stream', async () => {
  async function* streamed() {
    for (const one of stored) yield await one
  }
  for (const log of [stored, streamed()])
    for (const every of [1, 3, 100]) {
      const told = await replay(log === stored ? stored : streamed(), { workflow, always, every } as never)
      expect(told.broken).toMatchObject({ law: 'never more seated than there are seats', place: 3 })
      expect(told.broken?.event).toMatchObject({ data: { learnerId: 'bob' } })
    }
  const { mustHold } = await replay(stored, { workflow, always, language: zhCN } as never)
  expect(mustHold).toThrow('违反：never more seated than there are seats')
  expect((await replay(stored, { workflow, always: others } as never)).broken?.place).toBe(4)
})
test('every log that the right workflow writes keeps the laws that its lives keep', async () => {
  for (const { events } of fc.sample(stories(aSession(), { in: world, upTo: 12 }), { numRuns: 10, seed: 1 }))
    (await replay(events, { workflow, always, until } as never)).mustHold()
})
test('an event that cannot be read is the first that breaks a law', async () => {
  const { broken, events } = await replay([scheduled, { type: 'LearnerEnrolled', data: { learnerId: 7 } }], {
    workflow,
  })
  expect(events).toBe(1)
  expect(broken).toMatchObject({ law: 'every event fits its schema and survives JSON', place: 2 })
})
test('a closed class stays closed, nothing comes after its end, and all that is due comes in time', async () => {
  const closed = event('SessionClosed', 5)
  const late = event('LearnerEnrolled', 9, { learnerId: 'ada' })
  expect((await replay([scheduled, closed, late], { workflow, until } as never)).broken).toMatchObject({
    place: 3,
  })
  const neverAfter = {
    'nobody enrols late': { after: 'SessionClosed', never: ['LearnerEnrolled'], same: ['sessionId'] },
  }
  expect((await replay([scheduled, closed, late], { workflow, neverAfter })).broken).toMatchObject({
    law: 'nobody enrols late',
    place: 3,
  })
  const week = { after: 'SessionScheduled', comes: ['SessionClosed'], days: 7, same: ['sessionId'] }
  const within = { 'a class is over in a week': week }
  expect((await replay([scheduled, closed, late], { workflow, within })).broken).toBeUndefined()
  expect((await replay([scheduled, late], { workflow, within })).broken).toMatchObject({ place: 2 })
  expect(await replay([scheduled], { workflow, within })).toMatchObject({
    inconclusive: ['a class is over in a week'],
  })
})
test('every is a number of events', async () => {
  await expect(replay([], { workflow, every: 0 })).rejects.toThrow(
    'training-ops: replay needs a number of events from 1 on as every, got 0',
  )
})

/** How learners rated each trainer, and whether anybody's answer can be read from it. */
import { kirkpatrick, learnersRatings, project } from 'training-ops'
import { expect, test } from 'vitest'
import { open, question, say } from './a-program.ts'

const taughtBy: Readonly<Record<string, readonly string[]>> = {
  a: ['dana'],
  b: ['eli'],
  c: ['fay'],
  d: ['dana', 'fay'],
}
const ratings = (people: Readonly<Record<string, readonly number[]>>, k = 5) => {
  const classes = Object.keys(people).map((course) => {
    const opened = open(course, 'reaction', [question('knows', 'trainer'), question('room', 'place')], k)
    return { ...opened, data: { ...opened.data, offeringId: course } }
  })
  const answers = Object.entries(people).flatMap(([course, values]) =>
    values.flatMap((knows, at) => say(course, 'reaction', `${course}${at}`, { knows, room: 1 })),
  )
  const program = project(kirkpatrick, [...classes, ...answers])['p-1'] ?? kirkpatrick.initial()
  return Object.fromEntries(
    learnersRatings(program, (offeringId) => taughtBy[offeringId] ?? []).map(({ trainerId, result }) => [
      trainerId,
      result,
    ]),
  )
}
const six = [5, 4, 5, 4, 3, 5]

test('each trainer has the mean of people with an interval (Student’s t of 5, by R: 3.476 to 5.190, kept within the scale)', () => {
  const { dana, eli } = ratings({ a: six, b: [3, 3, 4, 2, 3, 3, 4] })
  expect(dana).toMatchObject({ status: 'ok', metric: 'M33', n: 6 })
  if (dana?.status !== 'ok' || eli?.status !== 'ok') throw new Error('withheld')
  expect(dana.value).toBeCloseTo(26 / 6, 9)
  expect(dana.interval?.low).toBeCloseTo(26 / 6 - 0.856861, 5)
  expect(dana.interval?.high).toBe(5)
  expect(eli.value).toBeCloseTo(22 / 7, 9)
})

test('of fewer than k people nobody is told, nor the one who could be reckoned from the others', () => {
  const told = ratings({ a: six, b: six, c: [1, 2] })
  expect(told.fay).toMatchObject({ status: 'suppressed' })
  expect([told.dana?.status, told.eli?.status].sort()).toEqual(['ok', 'suppressed'])
})

test('six who all said the same are withheld', () => {
  expect(ratings({ a: [5, 5, 5, 5, 5, 5] }).dana?.status).toBe('suppressed')
})

test('a class of two trainers counts for neither', () => {
  const told = ratings({ a: six, d: [1, 1, 2, 1, 2, 1] })
  expect(Object.keys(told)).toEqual(['dana'])
  expect(told.dana).toMatchObject({ status: 'ok', n: 6 })
})

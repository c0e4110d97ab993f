/** Ratings of behaviour that leave one after the other: those of June, and those of July, when one more was rated. */
import { kirkpatrick, kirkpatrickScorecard, project } from 'training-ops'
import { expect, test } from 'vitest'
import { open, question, say } from './a-program.ts'

const items = [question('listens', 'selling'), question('asks', 'selling')]
const rated = (people: number) => [
  open('back', 'followUp', items, 5),
  ...Array.from({ length: people }, (_, at) =>
    say('back', 'followUp', `learner ${at}`, { listens: 1 + (at % 5), asks: 1 + ((at * 2) % 5) }),
  ).flat(),
]
const scorecardOf = (people: number, options: Parameters<typeof kirkpatrickScorecard>[1] = {}) =>
  kirkpatrickScorecard(project(kirkpatrick, rated(people))['p-1'] ?? kirkpatrick.initial(), options)
const june = scorecardOf(12)
const toldOf = ({ levels }: typeof june) =>
  levels.flatMap(({ level, figures }) =>
    level === 3 ? figures.map(({ metric, result }) => `${metric} ${result.status}`) : [],
  )
const withStatus = (status: string) => ['M60', 'M62', 'M63'].map((metric) => `${metric} ${status}`)

test('what left is kept, with whose rating each figure rests on', () => {
  expect(june.disclosure.notAudited).toEqual([])
  expect(toldOf(june)).toEqual(withStatus('ok'))
})

test('one more who was rated is not told by what June and July are apart', () => {
  const released = [june.disclosure.release]
  expect(toldOf(scorecardOf(13, { released }))).toEqual(withStatus('suppressed'))
  expect(toldOf(scorecardOf(17, { released }))).toEqual(withStatus('ok'))
})

test('it is told where no release log is kept', () => {
  expect(toldOf(scorecardOf(13))).toEqual(withStatus('ok'))
})

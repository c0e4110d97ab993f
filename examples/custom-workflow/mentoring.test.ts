import { type Look, lawsOf, races, reach, scenario, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { mentoringCommands, openPairsOfMentee, openPairsOfMentor, pair, training } from './index.ts'

const at = '2026-03-02T09:00:00.000Z'
const ask = (pairId: string, menteeId: string) => ({
  type: 'AskForMentor' as const,
  data: { at, pairId, menteeId, topic: 'selling' },
})
const match = (pairId: string, menteeId: string, mentorId: string) => ({
  type: 'MatchPair' as const,
  data: { at, pairId, menteeId, mentorId },
})

describe('mentoring, by example', () => {
  const asked = { type: 'MentorAsked', data: ask('p-1', 'ada').data }
  const matched = { type: 'PairMatched', data: match('p-1', 'ada', 'bob').data }
  test('who asked is matched', () => {
    const given = scenario(training).given(asked)
    given
      .when(match('p-1', 'ada', 'bob'))
      .then(matched)
      .thenKnown(openPairsOfMentor, 'bob', { open: 1 })
    given.when(match('p-1', 'ada', 'ada')).thenRejected({ code: 'NobodyMentorsThemselves', mentorId: 'ada' })
  })
  test('a pair has a month to meet', () => {
    const lapse = { type: 'LapsePair', data: { at: '2026-04-01T09:00:00.000Z', pairId: 'p-1' } }
    scenario(training)
      .given(asked)
      .whenHappened(matched)
      .thenDeadlines({ dueAt: lapse.data.at, command: lapse })
  })
  test('who failed a course is found a mentor', () => {
    const attempt = { at, offeringId: 'o-1', learnerId: 'ada', courseId: 'selling', courseVersion: 1 }
    const took = { unmet: ['result'], assessment: 'failed', attendedMinutes: 60, scheduledMinutes: 60 }
    const given = scenario(training).given()
    given
      .whenHappened({ type: 'EnrolmentFailed', data: { ...attempt, ...took } })
      .thenCommands(ask('o-1.ada', 'ada'))
  })
})

const world = universe(
  {
    pairId: ['p-1', 'p-2', 'p-3', 'p-4'],
    menteeId: ['ada', 'bob', 'dee'],
    mentorId: ['bob', 'cyd'],
    topic: ['selling'],
  },
  { days: ['2026-03-02', '2026-03-20', '2026-04-20'] },
)
const lives = stories(training, { in: world, only: Object.keys(mentoringCommands), upTo: 40 })
const always = {
  'a mentor has two mentees at most': (look: Look) =>
    Object.values(look(openPairsOfMentor)).every(({ open }) => open >= 0 && open <= 2),
  'a mentee has one mentor at most': (look: Look) =>
    Object.values(look(openPairsOfMentee)).every(({ open }) => open >= 0 && open <= 1),
}
const until = {
  'a pair that ended': {
    of: pair,
    is: ({ status }: { status: string }) => ['closed', 'lapsed'].includes(status),
  },
}

describe('mentoring, always', () => {
  const laws = lawsOf(training, { lives, always, until, runs: 30 })
  test.each(laws.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
  test('its lives visit every command, event and rejection of its own', () => {
    reach(lives, training, { runs: 400, of: ['mentoring'] }).mustBeWhole()
  })
  test('two hosts that match at once keep both limits, and would not without the boundary', () => {
    const given = [ask('p-1', 'ada'), ask('p-2', 'ada')]
    const racing = [match('p-1', 'ada', 'bob'), match('p-2', 'ada', 'cyd')]
    const { without, mustHold } = races(training, { given, racing, always })
    mustHold()
    expect(without.lost).toHaveLength(12)
  })
})

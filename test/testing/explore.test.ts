import { explore, zhCN } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { always, aSession } from './a-session.ts'

const names = {
  sessionId: ['s'],
  learnerId: ['ada', 'bob', 'cyd'],
  capacity: [1],
  closesAt: ['2026-04-01T00:00:00.000Z'],
  hours: [1],
}
const { 'never more seated than there are seats': neverMore } = always
const sentences = { neverMore }
const only = ['ScheduleSession', 'EnrolLearner', 'WithdrawLearner']

describe('a small world is explored', () => {
  test('to the end, where it has one', () => {
    const explored = explore(aSession(), { names, only, depth: 20, always: sentences })
    explored.mustHold()
    expect(explored.exhausted).toBe(true)
    // none scheduled; nobody, or somebody seated with every order of those who wait behind: 1 + 1 + 3 + 6 + 6
    expect(explored.describe()).toBe('exhausted: 17 states')
  })
  test('or so far, and says how far', () => {
    const explored = explore(aSession(), { names, only, depth: 2, always: sentences })
    expect([explored.exhausted, explored.describe()]).toEqual([false, 'proved to depth 2: 5 states'])
    expect(explore(aSession(), { names, only, depth: 2, language: zhCN }).describe()).toContain(
      '已证明至深度 2',
    )
  })
  test('and what breaks a sentence is told by the shortest story', () => {
    const explored = explore(aSession('promotesWhenAWaitingOneLeaves'), { names, only, always: sentences })
    expect(explored.broken?.sentence).toBe('neverMore')
    expect(explored.broken?.story.filter((line) => /^ +\d+\. /.test(line))).toHaveLength(5)
    expect(explored.mustHold).toThrow('broken: neverMore')
  })
})

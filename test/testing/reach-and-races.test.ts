import { assemble, defineModule, payload } from 'training-ops'
import { races, reach, stories, zhCN } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { always, aSession, sessionRejections, world } from './a-session.ts'

const messageOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('reach', () => {
  const whole = aSession()
  const lives = stories(whole, { in: world })
  test('every command, event and refusal of a class is visited by its lives', () => {
    const reached = reach(lives, whole, { runs: 100 })
    reached.mustBeWhole()
    expect(reached.missing).toEqual([])
    expect(Object.keys(reached.commands)).toHaveLength(5)
    expect(Object.keys(reached.events)).toHaveLength(7)
    expect(reached.report()).toContain('events reached: 7 of 7')
  })
  test('a refusal nobody ever gets is found, and can be excused', () => {
    const [module] = whole.modules
    const forgetful = assemble(
      [
        defineModule({
          ...(module as never as object),
          rejections: { ...sessionRejections, RoomTooSmall: payload() },
        } as never),
      ],
      {},
      { trusted: true },
    )
    const some = { runs: 60 }
    const told = messageOf(() =>
      reach(stories(forgetful as never, { in: world }), forgetful as never, some).mustBeWhole(),
    )
    expect(told).toContain('NEVER: RoomTooSmall')
    expect(told).toContain('rejections reached: 7 of 8')
    expect(told.split('\n').filter((line) => line.endsWith('NEVER'))).toEqual([
      expect.stringMatching(/^ {2}RoomTooSmall +0 {3}NEVER$/),
    ])
    const zh = reach(stories(forgetful as never, { in: world }), forgetful as never, {
      ...some,
      language: zhCN,
    })
    expect(zh.report()).toContain('拒绝：到达 7 / 8')
    reach(stories(forgetful as never, { in: world }), forgetful as never, {
      ...some,
      except: ['RoomTooSmall'],
    }).mustBeWhole()
  })
  test('a name nobody has is loud, for it would leave out what it was meant for', () => {
    expect(() => reach(lives, whole, { of: ['sessions'] })).toThrow(
      'training-ops: reach needs names of its modules, got "sessions"',
    )
    expect(() => reach(lives, whole, { except: ['RoomToSmall'], runs: 1 })).toThrow(
      'training-ops: reach needs to except what there is, got "RoomToSmall"',
    )
    for (const options of [{ only: ['Enrol'] }, { often: { Enrol: 2 } }])
      expect(() => stories(whole, options)).toThrow(
        'training-ops: stories needs names of its commands, got "Enrol"',
      )
  })
  test('a waitlist that is dropped is never reached', () => {
    const broken = aSession('dropsTheWaitlist')
    expect(reach(stories(broken, { in: world }), broken, { runs: 60 }).missing).toEqual([
      'LearnerWaitlisted',
      'LearnerPromoted',
    ])
  })
})

describe('races', () => {
  const at = '2026-03-02T09:00:00.000Z'
  const enrol = (learnerId: string) => ({ type: 'EnrolLearner', data: { at, sessionId: 's', learnerId } })
  const given = [
    {
      type: 'ScheduleSession',
      data: { at, sessionId: 's', capacity: 1, closesAt: '2026-04-01T00:00:00.000Z' },
    },
  ]
  const { 'never more seated than there are seats': neverMore, 'nobody sits twice': nobodyTwice } = always
  const sentences = { neverMore, nobodyTwice } as never
  test('two hosts and one seat: the condition keeps it one, and without it both sit down', () => {
    const { withConditions, without, mustHold } = races(aSession(), {
      given,
      racing: [enrol('ada'), enrol('bob')],
      always: sentences,
    })
    mustHold()
    expect(withConditions).toEqual({ orders: 6, lost: [] })
    expect(without.lost.map(({ sentence, order }) => `${sentence}: ${order}`)).toEqual([
      'neverMore: 1r 2r 1w 2w',
      'neverMore: 1r 2r 2w 1w',
      'neverMore: 2r 1r 1w 2w',
      'neverMore: 2r 1r 2w 1w',
    ])
  })
  test('four hosts in an even sample of all orders', () => {
    const { withConditions, without } = races(aSession(), {
      given,
      racing: [
        enrol('ada'),
        enrol('ada'),
        enrol('bob'),
        { type: 'WithdrawLearner', data: { at, sessionId: 's', learnerId: 'ada' } },
      ],
      always: sentences,
      orders: 360,
    })
    expect(withConditions).toEqual({ orders: 360, lost: [] })
    expect(without.lost.length).toBeGreaterThan(100)
  })
  test('three hosts in all 90 orders', () => {
    const racing = ['ada', 'bob', 'cyd'].map(enrol)
    expect(races(aSession(), { given, racing, always: sentences }).withConditions).toEqual({
      orders: 90,
      lost: [],
    })
  })
  test('six hosts are sampled', () => {
    const racing = ['ada', 'bob', 'cyd', 'dee', 'eve', 'fay'].map(enrol)
    expect(races(aSession(), { given, racing, always: sentences, orders: 50 }).withConditions).toEqual({
      orders: 50,
      lost: [],
    })
  })
  test('a rule that is broken whoever comes first is told with its order', () => {
    const told = messageOf(
      races(aSession('seatsOneTooMany'), { given, racing: [enrol('ada'), enrol('bob')], always: sentences })
        .mustHold,
    )
    expect(told).toContain('broken: neverMore')
    expect(told).toContain('because: 1r 1w 2r 2w')
  })
})

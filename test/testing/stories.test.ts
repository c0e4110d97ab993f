import fc from 'fast-check'
import { assemble, catalog, delivery, resources } from 'training-ops'
import { lawsOf, reach, type Story, type StoryOptions, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { training as mentoring, mentoringCommands } from '../../examples/custom-workflow/index.ts'
import { monday, offeringId } from '../delivery/an-offering.ts'
import { always, aSession, session, world } from './a-session.ts'

const training = aSession()
const lived = (options: StoryOptions = {}, runs = 30) =>
  fc.sample(stories(training, { in: world, ...options }), { numRuns: runs, seed: 5 })
const refusals = ({ steps }: Pick<Story, 'steps'>) =>
  steps.filter(({ answer }) => answer._tag === 'Left').length

describe('lives', () => {
  test('of the same seed are the same', () => {
    const eventsOf = () => lived({}, 10).map(({ events }) => events)
    expect(eventsOf()).toEqual(eventsOf())
  })
  test('are as long as they may be, and no longer', () => {
    const hosts = lived({ upTo: 12 }).map(({ steps }) => steps.length)
    expect(Math.max(...hosts)).toBe(12)
    expect(Math.min(...hosts)).toBeGreaterThan(0)
  })
  test('are mostly plausible, and without invalidRatio altogether until nothing more can be done', () => {
    const share = (lives: readonly Pick<Story, 'steps'>[]) =>
      lives.reduce((sum, life) => sum + refusals(life), 0) /
      lives.reduce((sum, { steps }) => sum + steps.length, 0)
    const [none, some, most] = [0, 0.2, 0.8].map((invalidRatio) => share(lived({ invalidRatio })))
    expect(none).toBeLessThan(0.4)
    expect(some).toBeGreaterThan(none as number)
    expect(most).toBeGreaterThan(some as number)
  })
  test('run forward in time, but for invalidRatio', () => {
    for (const { events } of lived({ invalidRatio: 0 })) {
      const at = events.map(({ data }) => (data as { at: string }).at)
      expect([...at].sort()).toEqual(at)
    }
  })
  test('put one name under two fields: who mentors may be who is mentored, in a world that nobody described', () => {
    const lives = stories(mentoring, { only: Object.keys(mentoringCommands) })
    for (const seed of [1, 2, 3])
      expect(reach(lives, mentoring, { runs: 300, seed, only: ['NobodyMentorsThemselves'] }).missing).toEqual(
        [],
      )
  })
  test('stop where they are told to', () => {
    const scheduled = lived({ until: (events) => events.length > 2 })
    expect(Math.max(...scheduled.map(({ events }) => events.length))).toBeLessThanOrEqual(4)
    expect(scheduled.some(({ events }) => events.length === 3)).toBe(true)
  })
  test('ask only what they are told to ask', () => {
    const asked = lived({ only: ['ScheduleSession', 'EnrolLearner'] }).flatMap(({ steps }) =>
      steps.map(({ command }) => command.type),
    )
    expect([...new Set(asked)].sort()).toEqual(['EnrolLearner', 'ScheduleSession'])
  })
  test('think of a command as often as they are told to', () => {
    const withdrawals = (often: number) =>
      lived({ upTo: 12, often: { WithdrawLearner: often } })
        .flatMap(({ events }) => events)
        .filter(({ type }) => type === 'LearnerWithdrawn').length
    expect(withdrawals(4)).toBeGreaterThan(2 * withdrawals(0.25))
    expect(withdrawals(0)).toBe(0)
  })
  test('begin with what is given, which has to be accepted', () => {
    const data = {
      at: '2026-03-02T09:00:00.000Z',
      sessionId: 's',
      capacity: 1,
      closesAt: '2026-04-01T00:00:00.000Z',
    }
    const given = [{ type: 'ScheduleSession', data }]
    expect(lived({ given }, 5).every(({ events }) => events[0]?.type === 'SessionScheduled')).toBe(true)
    expect(() => lived({ given: [...given, ...given] }, 1)).toThrow(
      'training-ops: stories needs what is given to be accepted, got ScheduleSession: AlreadyScheduled',
    )
  })
  test('end where nothing can be done any more', () => {
    const nowhere = lived({ only: ['CloseSession'], invalidRatio: 0 })
    expect(nowhere.every(({ steps }) => steps.length <= 4)).toBe(true)
  })
})

describe('policies and time go with a life', () => {
  const room = assemble([catalog, resources, delivery], {}, { trusted: true })
  const only = ['ScheduleOffering', 'OpenEnrolment', 'RequestEnrolment', 'ConfirmOffering', 'DeliverSession']
  const small = universe(
    {
      offeringId: [offeringId],
      learnerId: ['ada'],
      'ScheduleOffering.sessions': [[monday]],
      sessionId: [monday.sessionId],
      capacity: [{ min: 0 }],
      actualStart: [monday.start],
      actualEnd: [monday.end],
      enrolmentCloses: ['2026-04-06T00:00:00.000Z'],
      employment: [{ hiredOn: '2026-01-01' }],
    },
    { days: ['2026-04-01', '2026-04-30'] },
  )
  const of = (policies: boolean) =>
    fc.sample(
      stories(room, { in: small, only, policies, often: { ScheduleOffering: 3, DeliverSession: 0.3 } }),
      { numRuns: 40, seed: 2 },
    )
  const by = (lives: readonly Story[], who: string) =>
    lives.flatMap(({ steps }) => steps).filter((step) => step.by === who)
  test('what follows is done at once, and what is due is done when its time has come', () => {
    const lives = of(true) as never as readonly Story[]
    expect(new Set(by(lives, 'policy').map(({ command }) => command.type))).toEqual(
      new Set(['ApproveEnrolment', 'ConfirmOffering', 'EndWaiting']),
    )
    const due = by(lives, 'deadline').filter(({ command }) => command.type === 'CloseEnrolment')
    expect(due.length).toBeGreaterThan(0)
    expect(
      due.every(({ command }) => (command.data as { at: string }).at === '2026-04-13T09:00:00.000Z'),
    ).toBe(true)
  })
  test('unless the lives are without', () => {
    const lives = of(false) as never as readonly Story[]
    expect(by(lives, 'host')).toHaveLength(lives.flatMap(({ steps }) => steps).length)
  })
})

describe('a story that was found', () => {
  const broken = aSession('forgetsToPromote')
  const settledLaw = (looking: object) =>
    lawsOf(broken, {
      lives: stories(broken, { in: world }),
      settled: {
        'nobody waits beside a free seat': (look) =>
          Object.values(look(session)).every(
            (one) => one.waiting.length === 0 || one.seated.length >= one.capacity,
          ),
      },
      ...looking,
    }).at(-1)
  const toldOf = (law: ReturnType<typeof settledLaw>): string => {
    try {
      law?.check()
    } catch (error) {
      return (error as Error).message
    }
    return 'it holds'
  }
  test('is found again by its seed and path, at once', () => {
    const first = toldOf(settledLaw({ runs: 1000 }))
    const [, seed = '', path = ''] = /seed: (-?\d+), path: '([\d:]+)'/.exec(first) ?? []
    const again = toldOf(settledLaw({ runs: 1, seed: Number(seed), path }))
    const story = (told: string) => told.split('\n').slice(0, 14)
    expect(again).toContain('broken: nobody waits beside a free seat')
    expect(story(again)).toEqual(story(first))
  })
  test('shrinks to lives that could have been lived', () => {
    const lives = stories(training, { in: world, upTo: 15 })
    const seen: Story[] = []
    fc.check(
      fc.property(lives, (life) => {
        seen.push(life as never)
        return life.events.length < 3
      }),
      { seed: 3, numRuns: 20 },
    )
    expect(seen.length).toBeGreaterThan(20)
    for (const { steps, events } of seen)
      for (const { command, answer, before } of steps)
        expect(training.decide(command as never, events.slice(0, before) as never)).toEqual(answer)
  })
  test('and no invariant is asked about before anything happened without an answer', () => {
    const first: number[] = []
    const counting = { counting: (_: unknown, events: readonly unknown[]) => first.push(events.length) > 0 }
    for (const { check } of lawsOf(training, {
      lives: stories(training, { in: world }),
      always: { ...counting, ...always } as never,
      runs: 2,
    }).slice(-4))
      check()
    expect(first).toContain(0)
  })
})

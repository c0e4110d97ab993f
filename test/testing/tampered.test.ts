/** Laws against lives that no workflow of the kernel would live: each is shown to look, and to say what it saw. */

import fc from 'fast-check'
import type { AnyEvent } from 'training-ops'
import { type KitLanguage, type Law, lawsOf, stories, universe, zhCN } from 'training-ops/testing'
import { expect, test } from 'vitest'
import * as broken from './broken.ts'

const bell = universe({ bellId: 1, by: [['ada']], times: [0] })
type Story = {
  readonly workflow: object
  readonly steps: readonly object[]
  readonly events: readonly AnyEvent[]
}
type Turn = (story: Story) => Partial<Record<keyof Story, unknown>>

const because = (turn: Turn, sentence: string, more: object = {}, training = broken.whole()): string => {
  const lives = stories(training, { in: bell, upTo: 4 }).map((story) => ({
    ...story,
    ...turn(story as never),
  }))
  const looking = { lives: lives as never, runs: 30, seed: 1, ...more }
  const law = lawsOf(training, looking).find(({ name }) => name === sentence) as Law
  try {
    law.check()
  } catch (error) {
    const [, reason = ''] = /because: ([\s\S]*?)\nto see it again/.exec((error as Error).message) ?? []
    return reason
  }
  return 'it holds'
}

const fits = 'every event fits its schema and survives JSON'
const withData =
  (turn: (data: object) => object): Turn =>
  ({ events }) => ({
    events: events.map((event) => ({ ...event, data: turn(event.data) })),
  })

test('an event that JSON would change', () => {
  const dated = withData((data) => ({ ...data, at: new Date('2026-03-01T00:00:00.000Z') }))
  expect(because(dated, fits)).toMatch(/^Bell.* ⇒ JSON ⇒ Bell.* at "?2026-03-01T00:00:00.000Z"?\)$/)
})
test('an event that is none of the workflow’s', () => {
  const bare = withData(() => ({ bell: 'b' }))
  expect(because(bare, fits)).toMatch(/^Bell\w+ \(bell b\) ✗ InvalidEvent/)
})
test('an event that is read as another', () => {
  const misread: Turn = ({ workflow }) => ({
    workflow: { ...workflow, decode: () => ({ _tag: 'Right', right: { type: 'BellHeard', data: {} } }) },
  })
  expect(because(misread, fits)).toMatch(/^Bell.* ⇒ decode ⇒ BellHeard$/)
})

const strangers = 'an event of somebody else changes nothing'
test('a policy that plans something for a stranger’s event, for later', () => {
  const deadline = { dueAt: '2026-03-01T00:00:00.000Z', command: { type: 'AnswerBell', data: {} } }
  const planning: Turn = ({ workflow }) => ({
    workflow: { ...workflow, react: () => ({ commands: [], deadlines: [deadline] }) },
  })
  expect(because(planning, strangers)).toBe(
    '(dueAt 2026-03-01T00:00:00.000Z, command {"type":"AnswerBell","data":{}})',
  )
})

const once = 'what is closed stays closed: a bell that rang'
const until = { 'a bell that rang': { of: broken.rings, is: ({ times }: { times: number }) => times > 0 } }
const asTheyAre: Turn = () => ({})
test('what is over for a projection is over for the events it knows, and for those about its subject', () => {
  expect(because(asTheyAre, once, { until })).toMatch(/^rings bell-1: BellRung \(.*\) … BellRung \(.*\)$/)
  expect(because(asTheyAre, once, { until }, broken.ringsOnce())).toBe('it holds')
  expect(
    because(
      withData(() => ({})),
      once,
      { until },
    ),
  ).toBe('it holds')
})

/** One life with at least so many events, and no other. */
const oneLife = (training: ReturnType<typeof broken.whole>, many: number) => {
  const lives = stories(training, { in: bell, upTo: 12, invalidRatio: 0, only: ['RingBell'] })
  const [life] = fc.sample(
    lives.filter(({ events }) => events.length >= many),
    { numRuns: 1, seed: 1 },
  )
  return { lives: fc.constant(life) }
}
const told = (sentence: string, more: object, training = broken.whole()) =>
  because(asTheyAre, sentence, { ...oneLife(training, 6), ...more }, training)

test('a sentence may give its reason, and is otherwise shown the event it broke at', () => {
  const never = (verdict: unknown) => ({
    always: { never: (_: unknown, events: unknown[]) => events.length < 3 || verdict },
  })
  expect(told('never', never('three is too many'))).toBe('three is too many')
  expect(told('never', never(false))).toBe('3. BellRung (bellId bell-1, times 2, by ["ada"])')
})
test('what must be so when all is done is looked at after each command and what followed, not before', () => {
  const settled = (holds: (many: number) => boolean) => ({
    settled: { so: (_: unknown, { length }: readonly unknown[]) => holds(length) },
  })
  expect(
    told(
      'so',
      settled((many) => many !== 2),
    ),
  ).toBe('2. BellRung (bellId bell-1, times 1, by ["ada"])')
  expect(
    told(
      'so',
      settled((many) => many > 0),
    ),
  ).toBe('it holds')
  expect(
    told(
      'so',
      settled((many) => many > 0 && many % 2 === 0),
      broken.isAnswered(),
    ),
  ).toBe('it holds')
})
test('what was over is told from the event that ended it to the next', () => {
  const twice = {
    'a bell that rang twice': { of: broken.rings, is: ({ times }: { times: number }) => times > 1 },
  }
  expect(told('what is closed stays closed: a bell that rang twice', { until: twice })).toBe(
    'rings bell-1: BellRung (bellId bell-1, times 1, by ["ada"]) … BellRung (bellId bell-1, times 2, by ["ada"])',
  )
})

test('a sentence that throws is broken, and says what it threw', () => {
  const throwing = { always: { so: () => (undefined as never as { x: boolean }).x } }
  expect(told('so', throwing)).toMatch(/^TypeError: /)
})
test('a law that is not the same law each time is told as such, and so is one that nobody let finish', () => {
  const check = (holds: () => boolean, language?: KitLanguage) => {
    const { lives } = oneLife(broken.whole(), 6)
    const laws = lawsOf(broken.whole(), {
      lives,
      runs: 3,
      always: { so: holds },
      ...(language && { language }),
    } as never)
    return laws.at(-1)?.check
  }
  const fickle = () => {
    let times = 0
    return () => times++ > 0
  }
  expect(check(fickle())).toThrow('a law that answers differently each time it is asked')
  expect(check(fickle(), zhCN)).toThrow('这条定律每次的回答都不一样')
  const before = fc.readConfigureGlobal()
  fc.configureGlobal({ interruptAfterTimeLimit: 0, markInterruptAsFailure: true })
  try {
    expect(check(() => true)).toThrow('interrupted before anything was found')
  } finally {
    fc.configureGlobal(before)
  }
})
test('what was found is found again at once by its seed and path', () => {
  const training = broken.whole()
  const messageOf = (looking: object): string => {
    const lives = stories(training, { in: bell, upTo: 12 })
    const three = { 'never three': (_: unknown, events: readonly unknown[]) => events.length < 3 }
    try {
      lawsOf(training, { lives, always: three as never, ...looking })
        .at(-1)
        ?.check()
      return 'it holds'
    } catch (error) {
      return (error as Error).message
    }
  }
  const first = messageOf({ runs: 50 })
  const [, seed = '', path = ''] = /seed: (-?\d+), path: '([\d:]+)'/.exec(first) ?? []
  const again = messageOf({ runs: 1, seed: Number(seed), path })
  expect(again.split('because')[0]).toBe(first.split('because')[0])
  expect(messageOf({ runs: 1, seed: Number(seed), path: '0:99999' })).not.toBe(again)
  const before = fc.readConfigureGlobal()
  fc.configureGlobal({ ...before, seed: 42 })
  try {
    expect(messageOf({ runs: 50 })).toContain('seed: 42,')
    expect(messageOf({ runs: 50, seed: 7 })).toContain('seed: 7,')
  } finally {
    fc.configureGlobal(before)
  }
})

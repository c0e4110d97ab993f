/** A life that broke a law is kept and tried first; seeds are honoured; who is asked is said. */
import fc from 'fast-check'
import { assemble } from 'training-ops'
import { type KeptLives, lawsOf, reach, scenario, stories } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { always, aSession, world } from './a-session.ts'

const toldBy = (training: ReturnType<typeof aSession>, options: object = {}): string => {
  const lives = stories(training, { in: world, upTo: 8 })
  const law = lawsOf(training, { lives, always, seed: 7, ...options }).find(
    ({ name }) => name === 'nobody sits twice',
  )
  try {
    law?.check()
    return 'it holds'
  } catch (error) {
    return (error as Error).message
  }
}
const aFile = (written?: string) => {
  let text = written
  let writes = 0
  const keep: KeptLives = {
    read: () => text,
    write: (next) => {
      text = next
      writes++
    },
  }
  return { keep, text: () => text ?? '', writes: () => writes }
}
const story = (told: string) => told.split('\n').slice(1, 10)
const wasKept = 'a life that was kept when it broke this law before'

describe('a life that broke a law', () => {
  const file = aFile()
  const first = toldBy(aSession('seatsTwice'), { keep: file.keep })
  test('is kept, as the commands that led there', () => {
    expect(Object.keys(JSON.parse(file.text()))).toEqual(['nobody sits twice'])
    const [[life]] = Object.values(JSON.parse(file.text())) as [[{ type: string }[]]]
    expect(life.map(({ type }) => type)).toEqual(['ScheduleSession', 'EnrolLearner', 'EnrolLearner'])
  })
  test('is tried first the next time, whatever the seed, and told the same', () => {
    const again = toldBy(aSession('seatsTwice'), { keep: file.keep, seed: 99, runs: 1 })
    expect(story(again)).toEqual(story(first))
    expect(again).toContain(wasKept)
    expect(first).not.toContain(wasKept)
    expect(file.writes()).toBe(1)
  })
  test('stays where it is once the mistake is put right, and the law goes on to other lives', () => {
    expect(toldBy(aSession(), { keep: file.keep, runs: 3 })).toBe('it holds')
    expect(file.writes()).toBe(1)
  })
  test('is found by a law that is asked only whether it is broken', () => {
    const training = aSession('seatsTwice')
    const law = lawsOf(training, {
      lives: stories(training, { in: world, upTo: 8 }),
      always,
      runs: 0,
      keep: file.keep,
    }).find(({ name }) => name === 'nobody sits twice')
    expect(law?.isBroken?.()).toBe(true)
  })
  test('is not looked for in a text that the kit did not write', () => {
    for (const text of ['no lives', '{"nobody sits twice":[[7]]}'])
      expect(toldBy(aSession(), { keep: aFile(text).keep })).toContain(
        'training-ops: lawsOf needs the kept lives as it wrote them, got',
      )
    expect(toldBy(aSession(), { keep: aFile('').keep, runs: 1 })).toBe('it holds')
  })
  test('may ask a command that there is no longer: it is refused, and nothing else', () => {
    const gone = aFile('{"nobody sits twice":[[{"type":"Gone","data":{}}]]}')
    expect(toldBy(aSession(), { keep: gone.keep, runs: 1 })).toBe('it holds')
  })
})

test('a seed for all of fast-check is honoured, and one of its own goes before it', () => {
  const seedIn = (told: string) => /seed: (-?\d+)/.exec(told)?.[1]
  try {
    fc.configureGlobal({ seed: 4242 })
    const [one, other] = [0, 1].map(() => toldBy(aSession('seatsTwice'), { seed: undefined }))
    expect(seedIn(one as string)).toBe('4242')
    expect(other).toBe(one)
    expect(seedIn(toldBy(aSession('seatsTwice'), { seed: 7 }))).toBe('7')
  } finally {
    fc.resetConfigureGlobal()
  }
})

describe('a workflow that is not trusted', () => {
  const untrusted = (wrong?: 'seatsTwice') =>
    assemble([...aSession(wrong).modules]) as ReturnType<typeof aSession>
  const said = 'asked as the system itself, which no permission binds: this workflow is not trusted'
  test('refuses whoever does not say who they are, and the kit asks as the system itself', () => {
    const [life] = fc.sample(stories(untrusted(), { in: world, upTo: 8 }), { numRuns: 1, seed: 1 })
    const [step] = life?.steps ?? []
    expect(step?.command.metadata.actor).toEqual({ id: 'kit', role: 'system' })
    const { commandId } = step?.command.metadata ?? { commandId: '' }
    expect(untrusted().receive({ ...step?.command, metadata: { commandId } })).toMatchObject({
      left: { code: 'InvalidCommand', issues: [{ path: ['metadata', 'actor'], code: 'MissingKey' }] },
    })
    expect(life?.events.length).toBeGreaterThan(0)
  })
  test('keeps the laws, and a broken one says who asked', () => {
    const right = untrusted()
    for (const { check } of lawsOf(right, {
      lives: stories(right, { in: world, upTo: 8 }),
      always,
      runs: 3,
      seed: 1,
    }))
      check()
    const told = toldBy(untrusted('seatsTwice'))
    expect(told).toContain(said)
    expect(toldBy(aSession('seatsTwice'))).not.toContain(said)
    const pasted = new Function('scenario', 'workflow', told.slice(told.indexOf('scenario(workflow)')))
    expect(() => pasted(scenario, untrusted('seatsTwice'))).toThrow('not wanted, but so it is')
    pasted(scenario, untrusted())
  })
  test('is said by what was reached', () => {
    const report = (training: ReturnType<typeof aSession>) =>
      reach(stories(training, { in: world, upTo: 8 }), training, { runs: 1 }).report()
    expect(report(untrusted())).toContain(said)
    expect(report(aSession())).not.toContain(said)
  })
})

test('two hosts that read before either wrote are caught where a boundary asks for too little', () => {
  const training = aSession()
  const narrow = {
    ...training,
    boundaryOf: () => [{ types: ['SessionScheduled'], tags: [] }],
  } as typeof training
  const told = (workflow: typeof training): string => {
    const lives = stories(workflow, { in: world })
    const law = lawsOf(workflow, { lives, always, runs: 60, seed: 1 }).find(({ name }) =>
      name.startsWith('two hosts at once'),
    )
    try {
      law?.check()
      return 'it holds'
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(told(training)).toBe('it holds')
  expect(told(narrow)).toMatch(
    /because: (never more seated than there are seats|nobody sits twice)\n +[12r]+ [12]r 1w/,
  )
})

import fc from 'fast-check'
import {
  assemble,
  type DomainEvent,
  defineEvents,
  defineModule,
  event,
  projections,
  type Upcaster,
} from 'training-ops'
import {
  en,
  type KitLanguage,
  type Law,
  lawsOf,
  lawsOfMetric,
  lawsOfProjection,
  lawsOfUpcasters,
  type StoryOptions,
  scenario,
  stories,
  universe,
  zhCN,
} from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { always, aSession, settled, until, type Wrong, world } from './a-session.ts'
import * as broken from './broken.ts'

const toldBy = (laws: readonly Law[], name: string): string => {
  const law = laws.find((one) => one.name === name)
  if (law === undefined) throw new Error(`no law "${name}"`)
  try {
    law.check()
  } catch (error) {
    return (error as Error).message
  }
  return 'it holds'
}
type Resent = { readonly resent?: boolean; readonly earlier?: readonly unknown[] }
const commandsIn = (told: string): number => told.split('\n').filter((line) => /^ +\d+\. /.test(line)).length

const reasonIn = (told: string): string => /because: ([\s\S]*?)\nto see it again/.exec(told)?.[1] ?? ''

describe('a class with one thing wrong is caught, by a story of the least length', () => {
  const cases: readonly (readonly [Wrong, string, number])[] = [
    ['seatsTwice', 'nobody sits twice', 3],
    ['seatsOneTooMany', 'never more seated than there are seats', 3],
    ['promotesWhenAWaitingOneLeaves', 'never more seated than there are seats', 5],
    ['forgetsToPromote', 'a free seat means that nobody waits', 4],
    ['recordsAfterTheEnd', 'what is closed stays closed: a class that closed', 5],
    ['closesALittleLate', 'nobody enrols when enrolment is over', 2],
  ]
  const right = aSession()
  const lives = stories(right, { in: world })
  const ofTheRightOne = lawsOf(right, { lives, always, settled, until, runs: 40, seed: 1 })
  test.each(cases)('%s', (wrong, sentence, length) => {
    const training = aSession(wrong)
    const lives = stories(training, { in: world })
    const told = toldBy(lawsOf(training, { lives, always, settled, until, runs: 1000, seed: 1 }), sentence)
    expect(told).toContain(`broken: ${sentence}`)
    expect(commandsIn(told)).toBe(length)
    expect(toldBy(ofTheRightOne, sentence)).toBe('it holds')
  })
})

const sentences = {
  answers: 'every question is answered, with nothing thrown',
  deterministic: 'the same question has the same answer, whatever the clock and the dice say',
  untouched: 'what is handed in is not changed, and what is handed out cannot be',
  boundary: 'the events a decision asks for are all it needs',
  resend: 'a command sent again appends nothing and answers the same',
  rejection: 'a rejection changes nothing',
  declared: 'every rejection is a declared one',
  fits: 'every event fits its schema and survives JSON',
  tags: 'no event without the tags by which it is found',
  fold: 'folding at once is folding one by one',
  foreign: 'an event of somebody else changes nothing',
  merge: 'two halves of a log, folded apart and merged, are the whole',
  rest: 'policies come to rest',
  follow: 'what follows by policy is a command that can be asked',
} as const

describe('a workflow with one thing wrong is caught by the law it breaks', () => {
  const small: StoryOptions = { in: universe({ bellId: 1, by: fc.subarray(['ada', 'bob']) }), upTo: 8 }
  const later = <Answer>(answer: Answer, turn: (answer: Answer) => unknown) => turn(answer) as never
  const cases: readonly (readonly [
    string,
    () => unknown,
    keyof typeof sentences,
    number,
    (RegExp | undefined)?,
  ])[] = [
    ['a rule that reads the clock', broken.looksAtTheClock, 'deterministic', 1],
    ['a rule that reads the clock by Date.now', broken.looksAtTheClockAnotherWay, 'deterministic', 1],
    [
      'a rule that reads what day it is',
      broken.looksAtTheDay,
      'deterministic',
      1,
      /^1: BellRung \(.*by \["\d{4}-\d\d-\d\d"\]\)\n +2: BellRung \(.*by \["1970-01-01"\]\)$/,
    ],
    ['a rule that throws dice', broken.throwsDice, 'deterministic', 1],
    ['a rule that remembers', broken.remembers, 'deterministic', 1],
    ['a rule that throws', broken.throws, 'answers', 1, /^RangeError: two is a crowd$/],
    ['a rule that throws the second time', broken.throwsTheSecondTime, 'answers', 2],
    [
      'a rule that threw long ago',
      broken.threwLongAgo,
      'deterministic',
      1,
      /^1: BellRung \(.*\)\n +2: !! RangeError: too early$/,
    ],
    ['a rule that refused long ago', broken.refusedLongAgo, 'deterministic', 1, /\n +2: Unknown$/],
    ['a rule that did nothing long ago', broken.didNothingLongAgo, 'deterministic', 1, /\n +2: –$/],
    ['a rule that keeps a clock of its own', broken.keepsAClock, 'deterministic', 1],
    ['a rule that sorts what it was handed', broken.sortsWhatItWasHanded, 'answers', 1],
    [
      'a fold that writes in an event',
      broken.writesInAnEvent,
      'untouched',
      3,
      /^BellRung \(.*by \[\]\) ⇒ BellRung \(.*by \["again"\]\)$/,
    ],
    [
      'a fold that counts on its fingers',
      broken.countsOnItsFingers,
      'fold',
      1,
      /^fingerCount bell-1\n +at once: \(times \d+\)\n +one by one: \(times \d+\)$/,
    ],
    ['an event that is not a number', broken.answersNotANumber, 'fits', 1],
    ['an event that was not declared so', broken.writesWhatItDoesNotDeclare, 'fits', 1],
    ['a refusal nobody declared', broken.refusesInItsOwnWords, 'declared', 1, /^TooLoud$/],
    [
      'a view whose halves do not add up',
      broken.mergesMeans,
      'merge',
      1,
      /^meanTimes\n +fold: \(mean \d, n 1\)\n +merge: \(mean [\d.]+, n 1\)$/,
    ],
    ['a view of heads that are counted twice', broken.countsHeads, 'merge', 2],
    ['a view that takes one and the rest for halves', broken.mergesOneAndTheRest, 'merge', 3],
    [
      'a rule that answers twice, otherwise each time',
      broken.answersTwice,
      'deterministic',
      1,
      /^1: BellRung \(.*\) \+ BellAnswered \(.*\)\n/,
    ],
    ['policies that answer each other', broken.echoesForEver, 'rest', 1, /^and so on without end$/],
    [
      'a policy that asks nonsense',
      broken.asksNonsense,
      'follow',
      2,
      /^AnswerBell \(bell b\) ✗ InvalidCommand/,
    ],
    [
      'a policy that answers to strangers',
      broken.answersToStrangers,
      'foreign',
      1,
      /^AnswerBell \(bellId b\)$/,
    ],
    ['a view that minds a stranger', broken.minds, 'foreign', 1, /^nosy bell-1$/],
    [
      'an event without its tag',
      broken.namesNoSubject,
      'tags',
      1,
      /^opened: DoorOpened \(door north\), door:north ∉ \[command:c1\]$/,
    ],
    [
      'an event with two tags and not the one it is looked for by',
      broken.namesTwoSubjects,
      'tags',
      1,
      /∉ \[bell:[^,]+, rope:[^,]+, command:c1\]$/,
    ],
    [
      'a rule whose events are not found',
      broken.namesNoSubject,
      'boundary',
      2,
      /^events: IllegalTransition\n +boundaryOf: DoorOpened \(door (north|south)\)$/,
    ],
    [
      'a host that asks for too few events',
      () => broken.hostsOwn(() => ({ boundaryOf: () => [{ types: ['BellAnswered'], tags: [] }] })),
      'boundary',
      2,
    ],
    [
      'a host that gives every command a new id',
      () => {
        let ids = 0
        return broken.hostsOwn(({ decide }) => ({
          decide: (command: { metadata: object }, events: never) =>
            decide({ ...command, metadata: { commandId: `fresh-${ids++}` } } as never, events),
        }))
      },
      'resend',
      1,
      /^(Bell\w+ \(.*\)) ⇒ \(right \[.*\)$/,
    ],
    ...(
      [
        ['a host that appends again what it had answered', ({ earlier }: Resent) => ({ right: earlier })],
        ['a host that forgets what it had answered', () => ({ earlier: [] })],
        [
          'a host that refuses what it had answered',
          () => ({ _tag: 'Left', left: { code: 'Unknown' } }),
          /^Bell\w+ \(.*\) ⇒ Unknown$/,
        ],
        ['a host that does not say it had answered', () => ({ resent: false })],
      ] as const
    ).map(
      ([name, turn, why]) =>
        [
          name,
          () =>
            broken.hostsOwn(({ decide }) => ({
              decide: (command: never, events: never) =>
                later(decide(command, events) as unknown as Resent, (verdict) =>
                  verdict.resent === true ? { ...verdict, ...turn(verdict) } : verdict,
                ),
            })),
          'resend',
          1,
          why,
        ] as const,
    ),
    [
      'a host that thaws what it hands out',
      () =>
        broken.hostsOwn(({ decide }) => ({
          decide: (command: never, events: never) =>
            later(decide(command, events), (verdict) => ({ ...verdict })),
        })),
      'untouched',
      1,
      /^Bell\w+ \(.*\)$/,
    ],
    [
      'a host that thaws the inside of what it hands out',
      () =>
        broken.hostsOwn(({ decide }) => ({
          decide: (command: never, events: never) =>
            later(decide(command, events) as { right?: readonly object[] }, ({ right, ...verdict }) =>
              Object.freeze({
                ...verdict,
                ...(right && { right: Object.freeze(right.map((one) => ({ ...one }))) }),
              }),
            ),
        })),
      'untouched',
      1,
    ],
    [
      'a host that writes in the command it was handed',
      () =>
        broken.hostsOwn(({ decide }) => ({
          decide: (command: { data: { loud?: boolean } }, events: never) => {
            const verdict = decide(command as never, events)
            if (!Object.isFrozen(command.data)) command.data.loud = true
            return verdict
          },
        })),
      'untouched',
      1,
      /^(\w+) \(.*\) ⇒ \1 \(.*, loud true\)$/,
    ],
    [
      'a host that tidies the events it was handed',
      () =>
        broken.hostsOwn(({ decide }) => ({
          decide: (command: never, events: { data: { tidy?: boolean } }[]) => {
            for (const { data } of events) if (!Object.isFrozen(data)) data.tidy = true
            return decide(command, events as never)
          },
        })),
      'untouched',
      2,
      /^(\w+) \(.*\) ⇒ \1 \(.*, tidy true\)$/,
    ],
  ]
  const all = cases.map(([name, make, law, length, why]) => [name, make, law, length, why] as const)
  test.each(all)('%s', (_name, make, law, length, why) => {
    const training = make() as ReturnType<typeof broken.whole>
    const told = toldBy(
      lawsOf(training, { lives: stories(training, small), runs: 300, seed: 1 }),
      sentences[law],
    )
    expect(told).toContain(`broken: ${sentences[law]}`)
    expect(commandsIn(told)).toBe(length)
    if (why !== undefined) expect(reasonIn(told)).toMatch(why)
  })
  test('and one with nothing wrong is left in peace', () => {
    for (const training of [broken.whole(), broken.countsHeads('bellId'), broken.takesItEasy()])
      for (const { name, check } of lawsOf(training, { lives: stories(training, small), runs: 40, seed: 1 }))
        expect([name, check()]).toEqual([name, undefined])
  })
  test.each([
    ['a rule that throws breaks no law but that every question is answered', broken.throws, ['answers']],
    ['refusing as every workflow does breaks none', broken.refusesAsAllDo, []],
    ['events without a tag or an id break none, where nobody looks for them by it', broken.paintsDoors, []],
    ['what the host asks and cannot be stored is no policy’s fault', broken.answersNotANumber, ['fits']],
  ] as const)('%s', (_name, make, brokenLaws) => {
    const training = make() as ReturnType<typeof broken.whole>
    const lives = stories(training, small)
    const laws = lawsOf(training, { lives, runs: 60, seed: 1 })
    const told = laws.filter(({ name }) => toldBy(laws, name) !== 'it holds').map(({ name }) => name)
    expect(told).toEqual(brokenLaws.map((law) => sentences[law]))
  })
  test('what holds when all is done need not hold after every event', () => {
    const training = broken.isAnswered()
    const lives = stories(training, { ...small, only: ['RingBell'] } as never)
    const sentence = {
      'every ring is answered': (_: unknown, events: readonly { readonly type: string }[]) =>
        events.filter(({ type }) => type === 'BellRung').length ===
        events.filter(({ type }) => type === 'BellAnswered').length,
    }
    const looking = { lives, runs: 50, seed: 1 }
    expect(toldBy(lawsOf(training, { ...looking, settled: sentence }), 'every ring is answered')).toBe(
      'it holds',
    )
    expect(toldBy(lawsOf(training, { ...looking, always: sentence }), 'every ring is answered')).toContain(
      'broken',
    )
  })
  test('a world that cannot be made is not a law that holds', () => {
    const nowhere = universe({ bellId: fc.constant(7) })
    const [law] = lawsOf(broken.whole(), { lives: stories(broken.whole(), { in: nowhere }), runs: 5 })
    expect(law?.check).toThrow('training-ops: arbitraryOf needs values that fit')
  })
  test('a rejection that leaves something behind', () => {
    const training = aSession()
    const lives = stories(training, { in: world })
    const leaky = lives.map((story) => ({ ...story, workflow: appending(training) }))
    expect(toldBy(lawsOf(training, { lives, runs: 50, seed: 1 }), sentences.rejection)).toBe('it holds')
    const told = toldBy(lawsOf(training, { lives: leaky, runs: 50, seed: 1 }), sentences.rejection)
    expect(told).toContain(`broken: ${sentences.rejection}`)
    expect(commandsIn(told)).toBe(1)
  })
})

/** A system that appends an event where it should refuse. */
const appending = (training: ReturnType<typeof aSession>) => {
  const instead = { type: 'SessionClosed', data: { at: '2026-03-02T09:00:00.000Z', sessionId: 'session-1' } }
  const decide = (...all: never[]) => {
    const verdict = (training.warm.decide as (...all: never[]) => { _tag: string })(...all)
    return verdict._tag === 'Left' ? { _tag: 'Right', right: [instead] } : verdict
  }
  return { ...training, warm: { ...training.warm, decide } } as never as typeof training
}

type Learnt = DomainEvent<'MinutesLearnt', { learnerId: string; minutes: number }>
const learnt = fc
  .array(fc.record({ learnerId: fc.constantFrom('ada', 'bob'), minutes: fc.integer({ min: 0, max: 9 }) }), {
    maxLength: 8,
  })
  .map((all) => ({ events: all.map((data): Learnt => ({ type: 'MinutesLearnt', data })) }))
const projection = projections<Learnt>()

describe('a projection with one thing wrong is caught', () => {
  const total = projection({
    name: 'total',
    initial: () => ({ minutes: 0 }),
    on: {
      MinutesLearnt: (state, { minutes }) => {
        state.minutes += minutes
      },
    },
    merge: (a, b) => ({ minutes: a.minutes + b.minutes }),
  })
  const mean = projection({
    name: 'mean',
    initial: () => ({ mean: 0, n: 0 }),
    on: {
      MinutesLearnt: (state, { minutes }) => {
        state.mean = (state.mean * state.n + minutes) / (state.n + 1)
        state.n++
      },
    },
    merge: (a, b) => ({ mean: (a.mean + b.mean) / 2, n: a.n + b.n }),
  })
  const heads = (shardBy?: string) =>
    projection({
      name: 'heads',
      initial: (): { learners: string[]; heads: number } => ({ learners: [], heads: 0 }),
      on: {
        MinutesLearnt: (state, { learnerId }) => {
          if (state.learners.includes(learnerId)) return
          state.learners = [...state.learners, learnerId].sort()
          state.heads++
        },
      },
      merge: (a, b) => ({ learners: [...a.learners, ...b.learners].sort(), heads: a.heads + b.heads }),
      ...(shardBy === undefined ? {} : { shardBy }),
    })
  const looking = { lives: learnt, runs: 200, seed: 1 }
  test('a sum merges, and heads do when nobody is on both sides', () => {
    for (const one of [total, heads('learnerId')])
      for (const { check } of lawsOfProjection(one as never, looking)) check()
    expect(lawsOfProjection(total as never, looking)).toHaveLength(4)
    expect(lawsOfProjection({ ...total, merge: undefined } as never, looking)).toHaveLength(3)
  })
  const hours = projection({
    name: 'hours',
    initial: () => ({ hours: 0 }),
    on: {
      MinutesLearnt: (state, { minutes }) => {
        state.hours += minutes / 10
      },
    },
    merge: (a, b) => ({ hours: a.hours + b.hours }),
  })
  test('a sum of floats, by three events', () => {
    expect(commandsIn(toldBy(lawsOfProjection(hours as never, looking), sentences.merge))).toBe(3)
  })
  test('a mean of means, by one event', () => {
    expect(commandsIn(toldBy(lawsOfProjection(mean as never, looking), sentences.merge))).toBe(1)
  })
  type Mean = { readonly mean: number; readonly n: number }
  test('a mean that minds only whether there are two, by two events of two learners', () => {
    const careless = projection({
      ...mean,
      shardBy: 'learnerId',
      merge: (a: Mean, b: Mean) =>
        a.n === 0 ? b : b.n === 0 ? a : { mean: (a.mean + b.mean) / 3, n: a.n + b.n },
    } as never)
    const told = toldBy(lawsOfProjection(careless as never, looking), sentences.merge)
    expect(commandsIn(told)).toBe(2)
    expect(told).toMatch(/ada[\s\S]*bob|bob[\s\S]*ada/)
  })
  test('a merge that forgets when there are many on both sides, by four', () => {
    const forgets = projection({
      name: 'forgets',
      initial: () => ({ n: 0 }),
      on: {
        MinutesLearnt: (state) => {
          state.n++
        },
      },
      merge: (a, b) => ({ n: a.n > 1 && b.n > 1 ? a.n : a.n + b.n }),
    })
    expect(commandsIn(toldBy(lawsOfProjection(forgets as never, looking), sentences.merge))).toBe(4)
  })
  test('a fold that remembers what it folded before', () => {
    let fingers = 0
    const fingerCount = projection({
      name: 'fingerCount',
      initial: () => ({ n: 0 }),
      on: {
        MinutesLearnt: (state) => {
          state.n = ++fingers
        },
      },
    })
    expect(commandsIn(toldBy(lawsOfProjection(fingerCount as never, looking), sentences.fold))).toBe(1)
  })
  test('heads split where somebody is on both sides, by two events', () => {
    expect(commandsIn(toldBy(lawsOfProjection(heads() as never, looking), sentences.merge))).toBe(2)
  })
  test('a fold that writes in an event, by two', () => {
    const rung = fc
      .array(
        fc.record({ bellId: fc.constant('b'), times: fc.constant(1), by: fc.subarray(['ada', 'bob']) }),
        { maxLength: 5 },
      )
      .map((all) => ({ events: all.map((data) => ({ type: 'BellRung', data })) }))
    const laws = lawsOfProjection(broken.keepsAndWrites as never, { ...looking, lives: rung as never })
    const told = toldBy(laws, sentences.untouched)
    expect(commandsIn(told)).toBe(2)
    expect(reasonIn(told)).toMatch(/^BellRung \(.*by \[\]\) ⇒ BellRung \(.*by \["again"\]\)$/)
  })
  test('one that minds a stranger’s event', () => {
    const nosy = {
      ...total,
      on: {
        ...total.on,
        HappenedElsewhere: (state: { minutes: number }) => {
          state.minutes++
        },
      },
    }
    expect(commandsIn(toldBy(lawsOfProjection(nosy as never, looking), sentences.foreign))).toBe(1)
  })
})

describe('a metric with one thing wrong is caught', () => {
  const sum = {
    empty: 0,
    lift: (x: number) => x,
    combine: (a: number, b: number) => a + b,
    extract: (value: number) => ({ value }),
  }
  const items = fc.integer({ min: -5, max: 5 })
  const looking = { runs: 300, seed: 1 }
  const told = (name: string, metric: object, values: fc.Arbitrary<number> = items) =>
    toldBy(lawsOfMetric({ ...sum, ...metric } as typeof sum, { ...looking, items: values }), name)
  const split = 'any split, in any order, gives the same figure'
  test('a sum of whole numbers is whole', () => {
    for (const { check } of lawsOfMetric(
      { ...sum, gather: (all) => [...all].reduce((a, b) => a + b, 0) },
      { ...looking, items },
    ))
      check()
  })
  test('a sum of floats is not the same in any order', () => {
    expect(told(split, {}, fc.constantFrom(0.1, 0.2, 0.3))).toContain(`broken: ${split}`)
  })
  test('is told with the value that breaks it', () => {
    const laws = lawsOfMetric(
      { ...sum, extract: () => ({ value: 1 / 0 }) },
      { ...looking, items: fc.constant(7) },
    )
    expect(toldBy(laws, 'a figure is a finite number or says why there is none')).toBe(`
broken: a figure is a finite number or says why there is none

    []

because: (value Infinity)
to see it again: { seed: 1, path: '0:0' }`)
  })
  test('a difference', () =>
    expect(reasonIn(told(split, { combine: (a: number, b: number) => a - b }))).toMatch(
      /^1: \(value -?\d+\)\n +2: \(value -?\d+\)$/,
    ))
  test('a sum that loses where much is added to little', () => {
    const counted = {
      empty: { n: 0, total: 0 },
      lift: (total: number) => ({ n: 1, total }),
      combine: (a: { n: number; total: number }, b: { n: number; total: number }) => ({
        n: a.n + b.n,
        total: a.n > b.n && b.n > 1 ? a.total : a.total + b.total,
      }),
      extract: ({ total }: { total: number }) => ({ total }),
    }
    const laws = lawsOfMetric(counted, { ...looking, items: fc.integer({ min: 1, max: 5 }) })
    expect(toldBy(laws, split)).toContain('broken')
  })
  test('an empty that counts on the left only', () => {
    const law = 'nothing added is nothing changed'
    const positive = fc.integer({ min: 1, max: 5 })
    expect(
      told(law, { combine: (a: number, b: number) => (a === 0 && b > 5 ? b + 1 : a + b) }, positive),
    ).toContain('broken')
  })
  test('an empty that adds something from one side only', () => {
    const law = 'nothing added is nothing changed'
    const positive = fc.integer({ min: 1, max: 5 })
    expect(told(law, { combine: (a: number, b: number) => (b === 0 ? a + 1 : a + b) }, positive)).toContain(
      'broken',
    )
  })
  test('a figure may say why there is none, in words or by null, and each of its numbers is looked at', () => {
    const law = 'a figure is a finite number or says why there is none'
    expect(told(law, { extract: () => ({ status: 'undefined', reason: 'nobody', interval: null }) })).toBe(
      'it holds',
    )
    expect(told(law, { extract: () => ({ n: 1, value: Number.NaN }) })).toContain('broken')
  })
  test('gathering is held to its law where there is a gathering', () => {
    const names = (metric: object) =>
      lawsOfMetric({ ...sum, ...metric }, { ...looking, items }).map(({ name }) => name)
    expect(names({})).toHaveLength(4)
    expect(names({ gather: () => 0 })).toHaveLength(5)
  })
  test('an empty that is something', () =>
    expect(told('nothing added is nothing changed', { empty: 1 })).toContain('broken'))
  test('a figure that is not a number', () =>
    expect(
      told('a figure is a finite number or says why there is none', {
        extract: (value: number) => ({ value: 1 / value }),
      }),
    ).toContain('broken'))
  test('a gathering that forgets', () =>
    expect(
      told('gathering many is combining one by one', { gather: (all: Iterable<number>) => [...all].length }),
    ).toContain('broken'))
  test('one that writes in its items', () => {
    const greedy = {
      empty: 0,
      lift: (x: { n: number }) => x.n++,
      combine: (a: number, b: number) => a + b,
      extract: (value: number) => ({ value }),
    }
    const laws = lawsOfMetric(greedy, {
      ...looking,
      items: fc.integer({ min: 0, max: 3 }).map((n) => ({ n })),
    })
    expect(toldBy(laws, sentences.untouched)).toContain('broken')
  })
})

describe('upcasters with one thing wrong are caught', () => {
  const shapes = {
    1: z.strictObject({ hours: z.int().min(0).max(1000) }),
    2: z.strictObject({ minutes: z.int() }),
  }
  const laws = (upcasters: Readonly<Record<number, Upcaster>>, earlier: object = shapes) => {
    const events = defineEvents({
      TimeLearnt: event({ minutes: z.int(), code: z.string() }, { version: 3, upcasters }),
    })
    const training = assemble([defineModule({ name: 'm', events, decisions: [] })], {}, { trusted: true })
    return lawsOfUpcasters(training, { earlier: { TimeLearnt: earlier } as never, runs: 50, seed: 1 })
  }
  const right = {
    1: ({ hours }: { hours: number }) => ({ minutes: hours * 60 }),
    2: (data: object) => ({ ...data, code: 'none' }),
  }
  test('right ones keep all laws', () => {
    const all = laws(right as never)
    expect(all).toHaveLength(10)
    for (const { check } of all) check()
  })
  test('a step that loses a field on the way, unless it is left behind on purpose', () => {
    const careless = { ...right, 1: () => ({ minutes: 0 }) }
    const kept = 'no field of an earlier version is lost on the way: TimeLearnt 1'
    expect(toldBy(laws(careless as never), kept)).toContain('lost: hours')
    const training = assemble([
      defineModule({
        name: 'm',
        events: defineEvents({
          TimeLearnt: event({ minutes: z.int() }, { version: 2, upcasters: { 1: () => ({ minutes: 0 }) } }),
        }),
        decisions: [],
      }),
    ])
    const onPurpose = lawsOfUpcasters(training, {
      earlier: { TimeLearnt: { 1: shapes[1] } },
      leftBehind: { TimeLearnt: ['hours'] },
      runs: 50,
      seed: 1,
    })
    expect(toldBy(onPurpose, kept)).toBe('it holds')
  })
  test('a step that goes all the way, so that the next is taken twice', () => {
    const hasty = { ...right, 1: ({ hours }: { hours: number }) => ({ minutes: hours * 60, code: 'none' }) }
    expect(
      toldBy(laws(hasty as never), 'one step leads to the next version, and not further: TimeLearnt 1'),
    ).toContain('unrecognized_keys')
  })
  test('a step that leads nowhere', () => {
    const lost = { ...right, 2: (data: object) => data }
    expect(
      toldBy(laws(lost as never), 'every earlier version is read as one of today: TimeLearnt 1'),
    ).toContain('MissingKey')
    expect(toldBy(laws(lost as never), 'reading twice is reading once: TimeLearnt 2')).toContain('MissingKey')
  })
  test('a step that writes in what was stored', () => {
    const writer = { ...right, 2: (data: { code: string }) => Object.assign(data, { code: 'none' }) }
    expect(toldBy(laws(writer as never), `${sentences.untouched}: TimeLearnt 2`)).toContain('broken')
  })
  test('a step that answers differently each time', () => {
    let times = 0
    const fickle = { ...right, 2: (data: object) => ({ ...data, code: `c-${times++}` }) }
    expect(toldBy(laws(fickle as never), 'reading twice is reading once: TimeLearnt 2')).toBe('it holds')
  })
  test('a step that goes wrong within a field says where', () => {
    const shape = z.strictObject({ time: z.strictObject({ hours: z.int() }) })
    const events = defineEvents({
      TimeLearnt: event(
        { time: z.strictObject({ minutes: z.int() }) },
        { version: 2, upcasters: { 1: () => ({ time: { minutes: 'many' } }) } },
      ),
    })
    const training = assemble([defineModule({ name: 'm', events, decisions: [] })], {}, { trusted: true })
    const all = lawsOfUpcasters(training, { earlier: { TimeLearnt: { 1: shape } }, runs: 5, seed: 1 })
    expect(toldBy(all, 'one step leads to the next version, and not further: TimeLearnt 1')).toContain(
      '[time.minutes] invalid_type',
    )
  })
  test('a step that is taken twice, because what was read does not say its version', () => {
    const hours = { time: z.int().min(0).max(1000) }
    const events = defineEvents({
      TimeLearnt: event(
        { time: z.int() },
        { version: 2, upcasters: { 1: ({ time }: { time: number }) => ({ time: time * 60 }) } },
      ),
    })
    const training = assemble([defineModule({ name: 'm', events, decisions: [] })], {}, { trusted: true })
    const told = (decode: (stored: never) => unknown) =>
      toldBy(
        lawsOfUpcasters({ ...training, decode } as never, {
          earlier: { TimeLearnt: { 1: z.strictObject(hours) } },
          runs: 50,
          seed: 1,
        }),
        'reading twice is reading once: TimeLearnt 1',
      )
    const read = training.decode as never as (stored: { metadata: object }) => {
      right: { metadata: object }
    }
    const forgetful = (stored: { metadata: object }) => ({
      ...read(stored),
      right: { ...read(stored).right, metadata: stored.metadata },
    })
    expect(told(read as never)).toBe('it holds')
    expect(told(forgetful as never)).toContain('TimeLearnt (time 1)'.replace('TimeLearnt ', ''))
    const once = (stored: { metadata: { schemaVersion?: number } }) =>
      stored.metadata.schemaVersion === 2 ? { _tag: 'Left', left: { code: 'Read' } } : read(stored)
    expect(told(once as never)).toContain('broken')
  })
  test('a version nobody told the shape of', () => {
    expect(() => laws(right as never, { 1: shapes[1] })).toThrow(
      'training-ops: lawsOfUpcasters needs the shape of every earlier version, got none of TimeLearnt 2',
    )
    const training = assemble(
      [
        defineModule({
          name: 'm',
          events: defineEvents({
            TimeLearnt: event({ minutes: z.int() }, { version: 2, upcasters: right }),
          } as never),
          decisions: [],
        }),
      ],
      {},
      { trusted: true },
    )
    expect(() => lawsOfUpcasters(training as never, { earlier: {} })).toThrow('got none of TimeLearnt 1')
  })
})

test('the scenario it hands over can be pasted: it fails with the mistake, and holds once the rule is put right', () => {
  const training = aSession('seatsTwice')
  const told = toldBy(
    lawsOf(training, { lives: stories(training, { in: world }), always, seed: 7 }),
    'nobody sits twice',
  )
  const pasted = told.slice(told.indexOf('scenario(workflow)'))
  const run = new Function('scenario', 'workflow', pasted) as (...given: readonly unknown[]) => void
  expect(() => run(scenario, training)).toThrow('not wanted, but so it is')
  run(scenario, aSession())
})

test('a broken law is told as a story, with the law, the reason, the seed and a scenario to paste, in two languages', () => {
  const training = aSession('seatsTwice')
  const lives = stories(training, {
    in: universe(
      {
        sessionId: ['s'],
        learnerId: ['ada'],
        capacity: [2],
        'ScheduleSession.closesAt': ['2026-04-01T00:00:00.000Z'],
      },
      { days: ['2026-03-02'] },
    ),
  })
  const told = (language: KitLanguage) =>
    toldBy(lawsOf(training, { lives, always, language, seed: 7 }), 'nobody sits twice').replace(
      /path: '[^']*'/,
      "path: '…'",
    )
  const at = '2026-03-02T09:00:00.000Z'
  const enrol = `{"type":"EnrolLearner","data":{"at":"${at}","sessionId":"s","learnerId":"ada"}}`
  const enrolled = `{"type":"LearnerEnrolled","data":{"at":"${at}","sessionId":"s","learnerId":"ada"}}`
  expect(told(en)).toBe(`
broken: nobody sits twice

   1. ScheduleSession (at ${at}, sessionId s, capacity 2, closesAt 2026-04-01T00:00:00.000Z)
        → SessionScheduled (at ${at}, sessionId s, capacity 2, closesAt 2026-04-01T00:00:00.000Z)
   2. EnrolLearner (at ${at}, sessionId s, learnerId ada)
        → LearnerEnrolled (at ${at}, sessionId s, learnerId ada)
   3. EnrolLearner (at ${at}, sessionId s, learnerId ada)
        → LearnerEnrolled (at ${at}, sessionId s, learnerId ada)

because: 3. LearnerEnrolled (at ${at}, sessionId s, learnerId ada)
to see it again: { seed: 7, path: '…' }

as a scenario, to paste: it fails until this is put right:

scenario(workflow)
  .given(
    {"type":"SessionScheduled","data":{"at":"${at}","sessionId":"s","capacity":2,"closesAt":"2026-04-01T00:00:00.000Z"}},
    ${enrolled},
  )
  .when(${enrol})
  .thenNot({
    events: [
      ${enrolled},
    ],
    known: {
      "session": {"s":{"status":"open","capacity":2,"closesAt":"2026-04-01T00:00:00.000Z","seated":["ada","ada"],"waiting":[],"attended":[]}},
    },
  })`)
  expect(told(zhCN)).toContain('违反：nobody sits twice')
  expect(told(zhCN)).toContain('重现方法：{ seed: 7')
  expect(told(zhCN)).toContain('可粘贴并改正的场景：\n')
})

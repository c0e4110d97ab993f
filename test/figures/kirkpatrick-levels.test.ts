/** The figures of each level that rest on more than one answer, and the report that can be computed anew. */
import {
  type AnyEvent,
  asPublished,
  contribution,
  deliveryEvents,
  digestOf,
  evaluationEvents,
  evaluationInputs,
  kirkpatrick,
  kirkpatrickFigures,
  project,
  recomputeReport,
  reportDigest,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from '../records/merging.ts'
import {
  everything,
  isolated,
  question as item,
  learning,
  open,
  outcome,
  reaction,
  results,
  say,
  spent,
  worth,
} from './a-program.ts'

const happened = { ...deliveryEvents.make, ...evaluationEvents.make }
const programId = 'p-1'
const at = '2026-03-01T00:00:00.000Z'
const stateOf = (events: readonly AnyEvent[]) =>
  project(kirkpatrick, events)[programId] ?? kirkpatrick.initial()
const figuresOf = (events: readonly AnyEvent[], rule?: Parameters<typeof kirkpatrickFigures>[1]) =>
  new Map(kirkpatrickFigures(stateOf(events), rule).map(({ figure, result }) => [figure, result]))

const opening = (
  administrationId: string,
  purpose: 'reaction' | 'followUp' | 'observation' | 'posttest',
  items: ReturnType<typeof item>[],
  more: object = {},
) =>
  happened.AdministrationOpened({
    ...open(administrationId, 'reaction', items).data,
    instrumentId: `${purpose}-form`,
    purpose,
    ...more,
  })
const ended = happened.OfferingCompleted({
  at: '2026-03-31T09:00:00.000Z',
  offeringId: 'o-1',
  courseId: 'selling',
  courseVersion: 1,
  programId,
  endedAt: '2026-03-31T09:00:00.000Z',
  zone: 'Asia/Shanghai',
  enrolled: 3,
})

describe('level 1', () => {
  test('flags who gave one answer throughout', () => {
    const straight = say('react', 'reaction', 'dee', { useful: 3, boring: 3, clear: 3 })
    // dee says 3 to everything; of a question put the other way round 3 is 3 still
    expect(figuresOf([...reaction, ...straight]).get('M37b:reaction-form/1:1-5')).toMatchObject({
      value: 0.25,
      n: 4,
    })
  })
  test('shows late answers to nobody who counts', () => {
    const late = happened.ResponseSubmitted({
      at,
      administrationId: 'react',
      respondentId: 'eve',
      learnerId: 'eve',
      programId,
      instrumentId: 'reaction-form',
      version: 1,
      purpose: 'reaction',
      role: 'self',
      answers: [{ itemId: 'clear', value: 5 }],
      late: true,
    })
    expect(figuresOf([...reaction, late]).get('M30:reaction-form/1')).toMatchObject({
      value: 0.75,
      n: 4,
    })
  })
  test('counts anonymous answers without knowing whose they are', () => {
    const about = { programId, instrumentId: 'reaction-form', purpose: 'reaction' as const }
    const events = [
      opening('anon', 'reaction', [item('clear', 'trainer')], { anonymity: 'anonymous' }),
      ...['ada', 'bo', 'cy', 'dee'].map((one) =>
        happened.RespondentInvited({
          at,
          administrationId: 'anon',
          respondentId: one,
          learnerId: one,
          ...about,
          role: 'self',
        }),
      ),
      ...[5, 4, 1].map((value, one) =>
        happened.ResponseSubmitted({
          at,
          administrationId: 'anon',
          responseId: `${one}`.repeat(16),
          ...about,
          version: 1,
          answers: [{ itemId: 'clear', value }],
        }),
      ),
    ]
    const figures = figuresOf(events)
    expect(figures.get('M30:reaction-form/1')).toMatchObject({ value: 0.75, n: 4 })
    expect(figures.get('M32:reaction-form/1:clear')).toMatchObject({ value: 2 / 3, n: 3 })
    expectToMerge(kirkpatrick, events)
  })
  test('hides fewer than was promised in the end', () => {
    const more = happened.AnonymityChanged({
      at,
      administrationId: 'react',
      programId,
      instrumentId: 'reaction-form',
      purpose: 'reaction',
      anonymity: 'anonymous',
      k: 4,
    })
    expect(figuresOf([...reaction, more]).get('M32:reaction-form/1:clear')).toEqual({
      status: 'suppressed',
      n: 3,
      k: 4,
    })
  })
  test('tells whether some classes answered more than others', () => {
    const events = ['one', 'two'].flatMap((administrationId, second) => [
      opening(administrationId, 'reaction', [item('clear', 'trainer')]),
      ...Array.from({ length: 20 }, (_, person) => {
        const [invited, answered] = say(administrationId, 'reaction', `${administrationId}-${person}`, {
          clear: 4,
        })
        return second === 0 || person < 8 ? [invited, answered] : [invited]
      }).flat(),
    ]) as readonly AnyEvent[]
    expect(figuresOf(events).get('M37:reaction-form/1')).toMatchObject({
      n: 40,
      biased: true,
      notes: [{ code: 'ResponseBiased' }],
    })
  })
  test('asks what people mean to do, and whether they would recommend it', () => {
    const events = [
      opening('react', 'reaction', [
        item('will', 'intentToApply'),
        item('tell', 'recommendation', { scale: { min: 0, max: 10 } }),
      ]),
      ...say('react', 'reaction', 'ada', { will: 5, tell: 10 }),
      ...say('react', 'reaction', 'bo', { will: 2, tell: 9 }),
      ...say('react', 'reaction', 'cy', { will: 4, tell: 3 }),
    ]
    const figures = figuresOf(events)
    expect(figures.get('M36:reaction-form/1:intentToApply:1-5')).toMatchObject({ value: 2 / 3 })
    const score = figures.get('M34:reaction-form/1:tell')
    expect(score?.status === 'ok' && score.value).toBeCloseTo(100 / 3)
  })
})

describe('level 2', () => {
  const keyed = ['a', 'b', 'c'].map((one) => item(one, one === 'c' ? 'skill' : 'knowledge', { key: 1 }))
  const sat = (learnerId: string, answers: [number, number, number], scaled: number) =>
    say('quiz', 'posttest', learnerId, { a: answers[0], b: answers[1], c: answers[2] }, { scaled })
  const test_ = [
    opening('quiz', 'posttest', keyed),
    ...sat('ada', [1, 1, 1], 1000),
    ...sat('bo', [1, 1, 2], 667),
    ...sat('cy', [1, 2, 2], 333),
    ...sat('dee', [2, 2, 2], 0),
  ]
  test('says how hard each question was and whether it told people apart', () => {
    const figures = figuresOf(test_)
    expect(figures.get('M47:posttest-form/1:a')).toMatchObject({ value: 0.75, n: 4 })
    const apart = figures.get('M48:posttest-form/1:a')
    // the item 1 1 1 0, the rest 2 1 0 0
    expect(apart?.status === 'ok' && apart.value).toBeCloseTo(0.5222, 4)
    expect(figures.get('M49:posttest-form/1')).toMatchObject({ value: 0.75, n: 4 })
  })
  test('says how many sat only one of two tests, and what the gain of a part was', () => {
    const [first] = learning
    const before = [
      { ...(first as AnyEvent), data: { ...first?.data, administrationId: 'quiz-before', items: keyed } },
      ...['ada', 'bo', 'zed'].flatMap((one) =>
        say('quiz-before', 'pretest', one, { a: 2, b: one === 'bo' ? 2 : 1, c: 2 }, { scaled: 333 }),
      ),
    ]
    const figures = figuresOf([...before, ...test_])
    expect(figures.get('M40')).toMatchObject({
      n: 2,
      notes: [{ code: 'UnpairedLeftOut', onlyBefore: 1, onlyAfter: 2 }],
    })
    // skill: ada 0 → 1000, bo 0 → 0
    expect(figures.get('M40:skill')).toMatchObject({ value: 500, n: 2 })
    // knowledge: ada 500 → 1000, bo 0 → 1000
    expect(figures.get('M40:knowledge')).toMatchObject({ value: 750, n: 2 })
    expect(figures.get('M41')?.status).toBe('ok')
    expect(figures.get('M45')?.status).toBe('ok')
  })
  test('says what is still known later', () => {
    const later = happened.AdministrationOpened({
      ...opening('later', 'posttest', keyed).data,
      purpose: 'delayedTest',
    })
    const again = ['ada', 'bo'].map((one) =>
      happened.ResponseSubmitted({
        at: '2026-06-01T00:00:00.000Z',
        administrationId: 'later',
        respondentId: one,
        learnerId: one,
        programId,
        instrumentId: 'posttest-form',
        version: 1,
        purpose: 'delayedTest',
        role: 'self',
        answers: [],
        scaled: one === 'ada' ? 500 : 667,
      }),
    )
    expect(figuresOf([...test_, later, ...again]).get('M50')).toMatchObject({ value: 0.75, n: 2 })
  })
})

describe('level 3', () => {
  const behaviours = [
    item('listens', 'selling'),
    item('asks', 'selling'),
    ...['reinforce', 'encourage', 'reward', 'monitor'].map((driver) => item(driver, driver)),
  ]
  const drivers = { reinforce: 4, encourage: 5, reward: 1, monitor: 2 }
  const asked = [
    ended,
    opening('before', 'followUp', behaviours, { k: 1 }),
    opening('after', 'followUp', behaviours, { k: 1, offeringId: 'o-1' }),
  ]
  const boss = { respondentId: 'boss', role: 'supervisor' }
  const seen = (learnerId: string, on: string, values: Record<string, number>) =>
    say('after', 'followUp', learnerId, values, { ...boss, on })
  const events = [
    ...asked,
    ...['ada', 'bo'].flatMap((one) =>
      say('before', 'followUp', one, { listens: 2, asks: 2 }, { ...boss, on: '2026-03-02T00:00:00.000Z' }),
    ),
    ...seen('ada', '2026-05-10T00:00:00.000Z', { listens: 4, asks: 4, ...drivers }),
    ...seen('bo', '2026-07-10T00:00:00.000Z', { listens: 4, asks: 2, ...drivers }),
    ...say('after', 'followUp', 'ada', { listens: 5, asks: 4 }, { on: '2026-05-11T00:00:00.000Z' }),
    ...say('after', 'followUp', 'bo', { listens: 4, asks: 3 }, { on: '2026-05-11T00:00:00.000Z' }),
  ]
  const figures = figuresOf(events, { adoptedFrom: 750, asOf: '2026-07-15' })

  test('counts who uses any of it, and what came to nothing', () => {
    expect(figures.get('M62')).toMatchObject({ value: 1, n: 2 })
    expect(figures.get('M63')).toMatchObject({ value: 0, n: 2 })
  })
  test('counts who does all of it well enough, the workplace left aside', () => {
    expect(figures.get('M60:supervisor')).toMatchObject({ value: 0.5, n: 2 })
  })
  test('compares what one rater saw before and after', () => {
    expect(figures.get('M61')).toMatchObject({ value: 1.5, n: 2 })
  })
  test('asks whether people and their supervisors see the same', () => {
    // self 5 4 4 3, supervisor 4 4 4 2
    expect(figures.get('M65:1-5')).toMatchObject({ value: 0.5, n: 4 })
    expect(figures.get('M65b:1-5')?.status).toBe('ok')
  })
  test('asks what the workplace does for it', () => {
    expect(figures.get('M64')).toMatchObject({ value: 3, n: 2 })
  })
  test('counts what came in one to three months after the end', () => {
    // ada and bo of themselves and ada by her boss in time; bo by his boss ten days late; both from before, early
    expect(figures.get('M67')).toMatchObject({
      value: 0.5,
      n: 6,
      notes: [
        { code: 'SubmittedEarly', count: 2 },
        { code: 'SubmittedLate', count: 1 },
      ],
    })
    expect(figuresOf(events).has('M67')).toBe(false)
  })
})

describe('level 4', () => {
  const trend = (nothingElseChanged?: true) =>
    happened.IsolationChosen({
      at,
      evaluationId: 'e-1',
      programId,
      method: 'trend',
      ...(nothingElseChanged === undefined ? {} : { nothingElseChanged }),
    })
  const months = ['01', '02', '03', '04'].map((month, before) =>
    outcome('shop-1', 'treated', 'before', 10 + 2 * before + (before % 2), month),
  )
  const after = [outcome('shop-1', 'treated', 'after', 30, '06')]

  test('names both standard errors of a difference to a control group', () => {
    const told = contribution(stateOf([...results, isolated]), 'sales')
    expect(told.map(({ figure }) => figure)).toEqual(['M72:sales', 'M72b:sales', 'M72b:sales:pooled'])
    for (const { result } of told) expect(result.status === 'ok' && result.interval).toBeTruthy()
  })
  test('tells what is above the trend, where somebody says that nothing else changed', () => {
    const [told] = contribution(stateOf([...months, ...after, trend(true)]), 'sales')
    expect(told).toMatchObject({
      figure: 'M73:sales',
      result: { status: 'ok', notes: expect.arrayContaining([{ code: 'NoIntervalUntilIndependent' }]) },
    })
    const [silent] = contribution(stateOf([...months, ...after, trend()]), 'sales')
    expect(silent?.result).toEqual({ status: 'undefined', reason: { code: 'IsolationMissing' } })
  })
  test('tells nothing of a contribution that nobody isolates', () => {
    expect(contribution(stateOf(results), 'sales')).toEqual([])
  })
  test('says how far a measure moved from its baseline', () => {
    const baseline = happened.BaselineCaptured({
      at,
      evaluationId: 'e-1',
      programId,
      measure: 'sales',
      measuredIn: 'orders',
      value: 405,
      decimals: 1,
    })
    // treated afterwards: 52 and 40
    expect(figuresOf([...results, baseline]).get('M70:sales')).toMatchObject({ value: 5.5 })
  })
})

describe('level 5', () => {
  const estimate = (more: object, minor = 100_000) =>
    happened.BenefitEstimateRecorded({ ...worth(minor).data, ...more })
  const costs = [spent('trainerFee', 15_000), spent('design', 12_000), spent('carnival', 1_000)]

  test('loads every cost, names what nobody posted, and spreads the design over its life', () => {
    const figures = figuresOf([isolated, worth(100_000), ...costs])
    expect(figures.get('M80')).toMatchObject({ value: 28_000, n: 3, currency: 'CNY' })
    const cost = figures.get('M80')
    expect(cost?.status === 'ok' && cost.notes?.map(({ category }) => category)).toEqual([
      'needsAnalysis',
      'materials',
      'facilities',
      'travel',
      'participantTime',
      'evaluation',
    ])
    const spread = figuresOf([isolated, worth(100_000), ...costs], {
      adoptedFrom: 750,
      life: { offerings: 4, costedHere: 1 },
    })
    expect(spread.get('M80')).toMatchObject({ value: 19_000 })
    expect(spread.get('M82')).toMatchObject({ value: 40_000 / 19_000 })
  })
  test('says when it is paid back, and what training must have caused for that', () => {
    const figures = figuresOf([isolated, worth(100_000), spent('trainerFee', 20_000)])
    expect(figures.get('M84')).toMatchObject({ value: 6, unit: 'months' })
    expect(figures.get('M85')).toMatchObject({ value: 0.2 })
  })
  test('asks the most credible, and sets the extreme aside', () => {
    const figures = figuresOf([
      isolated,
      estimate({ credibilityRank: 2 }, 10_000),
      estimate({ credibilityRank: 1 }, 100_000),
      estimate({ credibilityRank: 1, setAside: 'extreme' }, 1_000),
    ])
    expect(figures.get('M74:sales')).toMatchObject({
      value: 40_000,
      n: 3,
      notes: [{ code: 'EstimatesSetAside', count: 1 }],
    })
  })
  test('says what the return hangs on most', () => {
    const figures = figuresOf([
      isolated,
      worth(100_000),
      estimate({ attribution: 6000, confidence: 9000 }),
      spent('trainerFee', 20_000),
    ])
    // attribution 50 to 60 %: 100,000 × .8 × (.6 − .5) / 20,000 = 40 points; confidence 80 to 90 %: 25 points
    expect(figures.get('M86:attribution')).toMatchObject({
      notes: [{ code: 'ReturnAtEnds', low: 100 }],
    })
    const swings = ['attribution', 'confidence', 'benefits'].map((input) => {
      const swing = figures.get(`M86:${input}`)
      return swing?.status === 'ok' ? Math.round(swing.value) : undefined
    })
    expect(swings).toEqual([40, 25, 0])
  })
  test('is credible only with evidence at every level below', () => {
    expect(figuresOf([isolated, worth(100_000)]).get('M87')).toEqual({
      status: 'undefined',
      reason: { code: 'LowerLevelMissing', levels: [1, 2, 3, 4] },
    })
    expect(figuresOf(everything).get('M87')).toMatchObject({ status: 'ok', value: 40_000 })
  })
})

describe('a published report', () => {
  const program = stateOf(everything)
  const figures = asPublished(kirkpatrickFigures(program))
  const inputsDigest = digestOf(evaluationInputs(program))
  const said = { figures, calculatorVersion: '0.1.0', inputsDigest }
  const report = { ...said, digest: reportDigest(said) }

  test('holds when it is computed anew', () => {
    expect(recomputeReport(report, program)).toEqual({
      holds: true,
      digestHolds: true,
      inputsHold: true,
      changed: [],
      unpublished: [],
    })
  })
  test('does not hold when a figure was touched, and says which', () => {
    const [first, ...rest] = figures
    const touched = { ...said, figures: [{ ...(first as (typeof figures)[number]), level: 2 }, ...rest] }
    expect(recomputeReport({ ...touched, digest: report.digest }, program)).toMatchObject({
      holds: false,
      digestHolds: false,
      changed: [first?.figure],
    })
    expect(recomputeReport({ ...touched, digest: reportDigest(touched) }, program)).toMatchObject({
      holds: false,
      digestHolds: true,
      changed: [first?.figure],
    })
  })
  test('does not hold for what was not known then', () => {
    const more = stateOf([...everything, outcome('shop-9', 'treated', 'after', 1)])
    const check = recomputeReport(report, more)
    expect(check).toMatchObject({ holds: false, inputsHold: false })
    expect(check.changed).toContain('M72b:sales')
  })
  test('says what it left out', () => {
    const short = { ...said, figures: figures.slice(1) }
    expect(recomputeReport({ ...short, digest: reportDigest(short) }, program)).toMatchObject({
      holds: true,
      unpublished: [figures[0]?.figure],
    })
  })
})

import {
  type AnyEvent,
  asPublished,
  evaluationEvents,
  kirkpatrick,
  kirkpatrickFigures,
  project,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from '../records/merging.ts'
import {
  behaviour,
  everything,
  found,
  invalid,
  isolated,
  judgedAnew,
  learning,
  outcome,
  reaction,
  results,
  say,
  spent,
  worth,
} from './a-program.ts'

const figuresOf = (events: readonly AnyEvent[]) => {
  const program = project(kirkpatrick, events)['p-1'] ?? kirkpatrick.initial()
  return new Map(kirkpatrickFigures(program).map(({ figure, result }) => [figure, result]))
}

describe('level 1', () => {
  test('counts who was asked and who answered', () => {
    expect(figuresOf(reaction).get('M30:reaction-form/1')).toMatchObject({ value: 0.75, n: 4 })
  })
  test('turns a question that was put the other way round', () => {
    expect(figuresOf(reaction).get('M32:reaction-form/1:boring')).toMatchObject({ value: 2 / 3, n: 3 })
  })
  test('scores each subscale over people', () => {
    // content: ada (5 + 5) / 2, bo (4 + 4) / 2, cy (1 + 1) / 2
    expect(figuresOf(reaction).get('M33:reaction-form/1:content:1-5')).toMatchObject({
      value: 10 / 3,
      n: 3,
    })
  })
  test('asks a subscale of several items whether they agree', () => {
    const figures = figuresOf(reaction)
    expect(figures.get('M35:reaction-form/1:content:1-5')).toMatchObject({ value: 1, n: 3 })
    expect(figures.has('M35:reaction-form/1:trainer:1-5')).toBe(false)
  })
  test('counts as asked who answered, although one learns of the invitation later', () => {
    const [opened, invitation, answer] = reaction
    const unheard = [opened, answer, reaction[4]].filter((event) => event !== undefined)
    expect(invitation?.type).toBe('RespondentInvited')
    expect(figuresOf(unheard).get('M30:reaction-form/1')).toMatchObject({ value: 1, n: 2 })
  })
  test('leaves out an answer that was found invalid, and tells nothing of too few', () => {
    const figures = figuresOf([...reaction, invalid('cy')])
    expect(figures.get('M32:reaction-form/1:clear')).toMatchObject({ value: 0.5, n: 2 })
    expect(figuresOf([...reaction, invalid('cy'), invalid('bo')]).get('M32:reaction-form/1:clear')).toEqual({
      status: 'suppressed',
      n: 1,
      k: 2,
    })
  })
})

describe('level 2', () => {
  test('pairs what each learner scored before and after', () => {
    const figures = figuresOf(learning)
    expect(figures.get('M40')).toMatchObject({ value: 400, n: 3 })
    expect(figures.get('M44')).toMatchObject({ n: 3 })
    expect(figures.get('M44')?.status === 'ok').toBe(true)
    expect(figures.get('M43')).toMatchObject({ status: 'ok', n: 3 })
  })
  test('gains two thirds of what there was to gain', () => {
    const gain = figuresOf(learning).get('M44')
    expect(gain?.status === 'ok' && gain.value).toBeCloseTo(400 / 600, 12)
  })
  test('pairs nobody who sat only one of the two', () => {
    const more = say('pre', 'pretest', 'gus', {}, { scaled: 0 })
    expect(figuresOf([...learning, ...more]).get('M40')).toMatchObject({ value: 400, n: 3 })
  })
  test('counts as failed who missed the mark, and not who was not there', () => {
    expect(figuresOf(learning).get('M46')).toMatchObject({ value: 2 / 3, n: 3 })
  })
  test('takes an attempt that was judged anew as it stands: bo passed after all, cy did not, and who sat no test did not', () => {
    const anew = (learnerId: string, to: 'completed' | 'failed', assessment: 'passed' | 'failed' | 'none') =>
      judgedAnew({ learnerId, from: to === 'completed' ? 'failed' : 'completed', to, assessment })
    const passing = (...events: readonly AnyEvent[]) => figuresOf([...learning, ...events]).get('M46')
    expect(passing(anew('bo', 'completed', 'passed'))).toMatchObject({ value: 1, n: 3 })
    expect(passing(anew('cy', 'failed', 'failed'))).toMatchObject({ value: 1 / 3, n: 3 })
    expect(passing(anew('fay', 'completed', 'none'))).toMatchObject({ value: 2 / 3, n: 3 })
    expect(passing(anew('cy', 'failed', 'passed'))).toMatchObject({ value: 2 / 3, n: 3 })
    expectToMerge(kirkpatrick, [...learning, anew('bo', 'completed', 'passed')])
  })
})

describe('level 3', () => {
  test('counts who reaches three quarters of the scale, by who was asked', () => {
    expect(figuresOf(behaviour).get('M60:supervisor')).toMatchObject({ value: 2 / 3, n: 3 })
  })
  test('takes the last rating of each learner', () => {
    const again = say(
      'later',
      'followUp',
      'ada',
      { listens: 1, asks: 1 },
      { respondentId: 'other-boss', role: 'supervisor', on: '2026-06-01T00:00:00.000Z' },
    )
    expect(figuresOf([...behaviour, ...again]).get('M60:supervisor')).toMatchObject({
      value: 1 / 3,
      n: 3,
    })
  })
})

describe('level 4', () => {
  test('takes the change of the others from the change of the trained', () => {
    // treated: +12 and +10; control: +3 and +5
    expect(figuresOf(results).get('M72:sales')).toMatchObject({ value: 7, n: 4 })
  })
  test('compares both groups afterwards', () => {
    expect(figuresOf(results).get('M72b:sales')).toMatchObject({ value: 14.5, n: 4 })
  })
  test('has no answer where nobody was left untrained', () => {
    const treated = results.filter(({ data }) => data.group === 'treated')
    const none = { status: 'undefined', reason: { code: 'TooFewObservations' } }
    expect(figuresOf(treated).get('M72:sales')).toMatchObject(none)
    expect(figuresOf(treated).get('M72b:sales')).toMatchObject(none)
  })
  test('takes the last period before and the last after, whatever order they came in', () => {
    const late = [
      outcome('shop-1', 'treated', 'after', 99, '07'),
      outcome('shop-1', 'treated', 'before', 1, '01'),
    ]
    // shop-1 now gains 99 - 40 = 59 and shop-2 still 10; control still gains 4 on average
    expect(figuresOf([...late, ...results]).get('M72:sales')).toMatchObject({
      value: 30.5,
    })
  })
  test('takes what people thought it was worth by what they thought training did and how sure they were', () => {
    expect(figuresOf([isolated, worth(100_000)]).get('M74')).toMatchObject({
      value: 40_000,
      currency: 'CNY',
    })
  })
})

describe('level 5', () => {
  test('takes the most cautious of several estimates of one change, and adds those of different changes', () => {
    const sales = [worth(100_000), worth(30_000)]
    const returns = worth(20_000, 'CNY', 'returns')
    expect(figuresOf([isolated, ...sales]).get('M74')).toEqual({
      status: 'ok',
      value: 12_000,
      n: 2,
      unit: 'minorUnits',
      currency: 'CNY',
      variant: { estimate: 'lowest' },
      notes: [{ code: 'RestsOnEstimates', isolation: 'control' }],
    })
    const both = figuresOf([isolated, ...sales, returns])
    expect(both.get('M74')).toMatchObject({ value: 20_000, n: 3 })
    expect(both.get('M74:sales')).toMatchObject({ value: 12_000, n: 2 })
    expect(both.get('M74:returns')).toMatchObject({ value: 8_000, n: 1 })
  })
  test('sets the benefit against every cost that was posted, each of them told', () => {
    const figures = figuresOf([isolated, worth(100_000), spent('venue', 15_000), spent('travel', 10_000)])
    expect(figures.get('M80b:CNY:travel')).toMatchObject({ value: 10_000, currency: 'CNY' })
    expect(figures.get('M80b:CNY')).toMatchObject({ value: 25_000, currency: 'CNY' })
    expect(figures.get('M82')).toMatchObject({ value: 1.6, variant: { benefit: 'byEstimate' } })
    expect(figures.get('M83')).toMatchObject({
      value: 60,
      variant: { benefit: 'byEstimate' },
    })
  })
  test('has no answer without isolation', () => {
    expect(figuresOf([worth(100_000)]).get('M83')).toEqual({
      status: 'undefined',
      reason: { code: 'IsolationMissing' },
    })
  })
  test('has no answer where nothing was posted', () => {
    expect(figuresOf([isolated, worth(100_000)]).get('M83')).toEqual({
      status: 'undefined',
      reason: { code: 'ZeroDenominator', what: 'costs' },
    })
  })
  test('adds no two currencies', () => {
    expect(figuresOf([isolated, worth(1), worth(1, 'EUR')]).get('M82')).toEqual({
      status: 'undefined',
      reason: { code: 'MixedCurrency', currencies: ['CNY', 'EUR'] },
    })
  })
})

describe('a program', () => {
  test('merges from any two halves of its log', () => {
    expectToMerge(kirkpatrick, [...everything, invalid('cy')])
  })
  test('of which nothing is known has no figures but that nobody was assessed', () => {
    expect([...figuresOf([])]).toEqual([
      ['M46', { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'assessed' } }],
    ])
  })
  test('remembers where it stood before, and what has no number', () => {
    expect(project(kirkpatrick, found)['p-1']).toMatchObject({
      baselines: { sales: { value: 70, measuredIn: 'orders' } },
      intangibles: { morale: true },
    })
  })
  test('publishes its figures as they are, and each has its own name', () => {
    const program = project(kirkpatrick, everything)['p-1'] ?? kirkpatrick.initial()
    const figures = asPublished(kirkpatrickFigures(program))
    const { schema } = evaluationEvents.declarations.EvaluationReportPublished
    expect(schema.shape.figures.safeParse(figures).error).toBeUndefined()
    expect(new Set(figures.map(({ figure }) => figure)).size).toBe(figures.length)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  behaviourAdoption,
  behaviourAdoptionAccumulator,
  followUpCompletion,
  followUpCompletionAccumulator,
} from '../../../src/metrics/index.ts'
import { figure } from '../results/figure.ts'

const asOf = '2026-12-31'
const taken = (endedOn: string, submittedOn: string | null) =>
  followUpCompletion({ asOf, followUps: [{ endedOn, submittedOn }] })

test('both ends of the window count: a month after the end, and three months after', () => {
  expect(figure(taken('2026-01-15', '2026-02-15')).value).toBe(1)
  expect(figure(taken('2026-01-15', '2026-04-15')).value).toBe(1)
  expect(figure(taken('2026-01-15', '2026-02-14')).value).toBe(0)
  expect(figure(taken('2026-01-15', '2026-04-16')).value).toBe(0)
})

test('a month after 31 January is the last of February, leap year or not; November runs into the next year', () => {
  expect(figure(taken('2026-01-31', '2026-02-28')).value).toBe(1)
  const in2024 = { endedOn: '2024-01-31', submittedOn: '2024-02-28' }
  expect(figure(followUpCompletion({ asOf, followUps: [in2024] })).notes).toEqual([
    { code: 'SubmittedEarly', count: 1 },
  ])
  const overNewYear = { endedOn: '2025-11-30', submittedOn: '2026-02-28' }
  expect(figure(followUpCompletion({ asOf, followUps: [overNewYear] })).value).toBe(1)
})

test('a window still open is not due, even when the follow-up is in', () => {
  expect(taken('2026-10-15', '2026-11-20')).toEqual({
    status: 'undefined',
    reason: { code: 'ZeroDenominator', what: 'due' },
  })
  const on = (day: string) =>
    followUpCompletion({ asOf: day, followUps: [{ endedOn: '2026-01-15', submittedOn: '2026-03-01' }] })
      .status
  expect([on('2026-04-15'), on('2026-04-16')]).toEqual(['undefined', 'ok'])
  const followUps = [
    { endedOn: '2026-01-15', submittedOn: '2026-02-20' },
    { endedOn: '2026-10-15', submittedOn: null },
  ]
  const share = figure(followUpCompletion({ asOf, followUps }))
  expect(share.value).toBe(1)
  expect(share.notes).toEqual([{ code: 'NotYetDue', count: 1 }])
})

test('a late follow-up is shown, not counted; one submitted after the day of the figure is still missing', () => {
  expect(figure(taken('2026-01-15', '2026-06-01')).notes).toEqual([{ code: 'SubmittedLate', count: 1 }])
  const followUps = [{ endedOn: '2026-01-15', submittedOn: '2026-06-01' }]
  expect(figure(followUpCompletion({ asOf: '2026-05-01', followUps }))).toEqual({
    status: 'ok',
    value: 0,
    n: 1,
    unit: 'ratio',
  })
  expect(figure(followUpCompletion({ asOf: '2026-06-01', followUps })).notes).toEqual([
    { code: 'SubmittedLate', count: 1 },
  ])
})

test('of four that were due, two came in time, one early and one never', () => {
  const followUps = ['2026-02-20', '2026-04-01', '2026-01-20', null].map((submittedOn) => ({
    endedOn: '2026-01-15',
    submittedOn,
  }))
  expect(followUpCompletion({ asOf, followUps })).toEqual({
    status: 'ok',
    value: 0.5,
    n: 4,
    unit: 'ratio',
    notes: [{ code: 'SubmittedEarly', count: 1 }],
  })
})

test('the window is a parameter: level 4 is asked between three and twelve months', () => {
  const followUps = [{ endedOn: '2025-06-30', submittedOn: '2026-01-15' }]
  const window = { fromMonth: 3, toMonth: 12 }
  expect(figure(followUpCompletion({ asOf, followUps, window })).value).toBe(1)
  expect(() => followUpCompletion({ asOf, followUps, window: { fromMonth: 3, toMonth: 1 } })).toThrow(
    /a whole number from 3 at window.toMonth, got 1/,
  )
  const inOneMonth = [{ endedOn: '2026-01-15', submittedOn: '2026-02-15' }]
  const oneDay = { asOf, followUps: inOneMonth, window: { fromMonth: 1, toMonth: 1 } }
  expect(figure(followUpCompletion(oneDay)).value).toBe(1)
})

test('a day that does not exist is named', () => {
  expect(() => taken('2026-02-30', null)).toThrow(
    'training-ops: followUpCompletion needs a day as YYYY-MM-DD at followUps[0].endedOn, got "2026-02-30"',
  )
  for (const wrong of ['on 2026-01-15', '2026-01-15T00:00'])
    expect(() => taken(wrong, null)).toThrow(`followUps[0].endedOn, got "${wrong}"`)
  expect(() => taken('2026-02-03', '3.3.2026')).toThrow(/followUps\[0\]\.submittedOn/)
  expect(() => taken(undefined as unknown as string, null)).toThrow('followUps[0].endedOn, got undefined')
})

test('follow-ups in any order and any split give the same share; adding one not yet due never changes it', () => {
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  const followUp = fc.record({ endedOn: day, submittedOn: fc.option(day) })
  fc.assert(
    fc.property(fc.array(followUp, { maxLength: 12 }), fc.nat({ max: 12 }), (followUps, cut) => {
      const options = { asOf: '2026-09-15' }
      const accumulator = followUpCompletionAccumulator(options)
      const parts = [followUps.slice(cut), followUps.slice(0, cut)].map((part) =>
        accumulate(accumulator, part),
      )
      const whole = followUpCompletion({ ...options, followUps })
      expect(accumulator.extract(parts.reduce(accumulator.combine))).toEqual(whole)
      const more = [...followUps, { endedOn: '2026-09-01', submittedOn: null }]
      const later = followUpCompletion({ ...options, followUps: more })
      expect(later.status === 'ok' && later.value).toEqual(whole.status === 'ok' && whole.value)
    }),
  )
})

test('the unobserved have not failed to adopt: they are outside the share and in its coverage', () => {
  const share = figure(behaviourAdoption({ adopted: 18, observed: 24, eligible: 60 }))
  expect(share.value).toBe(0.75)
  expect(share.notes).toEqual([{ code: 'ObservationCoverage', share: 0.4 }])
  expect(share.interval?.method).toBe('wilson')
  expect(behaviourAdoption({ adopted: 0, observed: 0, eligible: 60 })).toMatchObject({
    reason: { code: 'ZeroDenominator', what: 'observed' },
  })
})

test('everybody observed is a census and has no interval', () => {
  expect(figure(behaviourAdoption({ adopted: 3, observed: 4, eligible: 4 })).interval).toBeUndefined()
})

test('more adopters than observed, or observed than eligible, are the programmer’s errors', () => {
  expect(() => behaviourAdoption({ adopted: 5, observed: 4, eligible: 4 })).toThrow(/at adopted, got 5/)
  expect(() => behaviourAdoption({ adopted: 1, observed: 5, eligible: 4 })).toThrow(/at observed, got 5/)
})

test('groups add up to the share of their sums', () => {
  const groups = [
    { adopted: 1, observed: 10, eligible: 20 },
    { adopted: 2, observed: 2, eligible: 4 },
  ]
  expect(behaviourAdoptionAccumulator.extract(accumulate(behaviourAdoptionAccumulator, groups))).toEqual(
    behaviourAdoption({ adopted: 3, observed: 12, eligible: 24 }),
  )
})

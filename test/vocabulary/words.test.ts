import { amount, completionRule, isWithin, learnerId, reason, sumOf, text, title } from 'training-ops'
import { describe, expect, test } from 'vitest'

describe('an id', () => {
  test.each(['ada', '1001', '员工-17', 'a.b:c/d', 'x'.repeat(128)])('may be %j', (id) => {
    expect(learnerId.safeParse(id).success).toBe(true)
  })
  test.each([
    '',
    ' ',
    'a b',
    'a\n',
    'x'.repeat(129),
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '\uD800',
    'a\u0000',
  ])('may not be %j', (id) => {
    expect(learnerId.safeParse(id).success).toBe(false)
  })
})

describe('text', () => {
  test('holds lines and every script, and no broken characters', () => {
    expect(text.safeParse('一行\n\tanother 👩‍🏫').success).toBe(true)
    for (const broken of ['\uDC00', 'a\u0007', 'x'.repeat(4001)])
      expect(text.safeParse(broken).success).toBe(false)
    expect(title.safeParse('two\nlines').success).toBe(false)
    expect(reason.safeParse('').success).toBe(false)
  })
})

describe('money', () => {
  test('is whole minor units of a currency, and never below zero where it is granted', () => {
    for (const bad of [
      { minor: 0.5, currency: 'CNY' },
      { minor: -1, currency: 'CNY' },
      { minor: 1, currency: 'cny' },
      { minor: Number.NaN, currency: 'CNY' },
    ])
      expect(amount.safeParse(bad).success).toBe(false)
  })
  test('adds up within its currency only', () => {
    expect(
      sumOf('CNY', [
        { minor: 10, currency: 'CNY' },
        { minor: 7, currency: 'USD' },
        { minor: 5, currency: 'CNY' },
      ]),
    ).toEqual({ minor: 15, currency: 'CNY' })
  })
})

test('a narrower segment lies within a wider one', () => {
  expect(isWithin({ level: 'manager', jobFamily: 'sales' }, { jobFamily: 'sales' })).toBe(true)
  expect(isWithin({ jobFamily: 'sales' }, { level: 'manager' })).toBe(false)
  expect(isWithin({ level: 'manager' }, {})).toBe(true)
})

test('a completion rule that asks for one of nothing is none', () => {
  expect(completionRule.safeParse({ require: 'any', of: [] }).success).toBe(false)
  expect(completionRule.safeParse({ require: 'all', of: [] }).success).toBe(true)
})

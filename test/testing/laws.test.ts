import { lawsOf, stories } from 'training-ops/testing'
import { describe, test } from 'vitest'
import { always, aSession, settled, until, world } from './a-session.ts'

describe('a class keeps', () => {
  const whole = aSession()
  const laws = lawsOf(whole, {
    lives: stories(whole, { in: world, upTo: 20 }),
    runs: 60,
    always,
    settled,
    until,
  })
  test.each(laws.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
})

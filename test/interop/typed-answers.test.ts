import { expect, test } from 'vitest'
import { calls } from './exchange-calls.ts'
import { randomFrom } from './hostile-rows.ts'
import { mutated } from './hostile-values.ts'

test('a call with anything in it answers, or tells the mistake by the name of the function (`scripts/fuzz-exchange.ts` tries more)', () => {
  const random = randomFrom(20)
  for (const [name, { call, args }] of Object.entries(calls)) {
    expect(() => Reflect.apply(call, undefined, args), name).not.toThrow()
    for (let times = 0; times < 60; times++) {
      const { args: hostile, how } = mutated(random, args)
      try {
        Reflect.apply(call, undefined, hostile)
      } catch (thrown) {
        expect((thrown as Error).message, `${name}: ${how}`).toMatch(/^training-ops: \w+ needs /)
      }
    }
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

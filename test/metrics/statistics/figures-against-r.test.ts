/** Every twentieth of 1,000 random cases; `npm run validate` tries all. */
import { expect, it } from 'vitest'
import { figures } from './reference/cases.ts'

it.each(Object.entries(figures))('random cases of %s are as R or scipy have them', (_, casesOf) => {
  const cases = casesOf(20)
  expect(cases).toHaveLength(50)
  expect(cases.filter(({ apart }) => !(apart < 2e-6))).toEqual([])
})

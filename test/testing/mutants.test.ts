import { type KitLanguage, lawsOf, mutants, stories, universe, zhCN } from 'training-ops/testing'
import { expect, test } from 'vitest'
import * as broken from './broken.ts'

type Event = { readonly type: string; readonly data: { readonly times?: number } }
const of = (events: readonly Event[], kind: string) => events.filter(({ type }) => type === kind)
const answered = {
  'every ring is answered': (_: unknown, events: readonly Event[]) =>
    of(events, 'BellRung').length === of(events, 'BellAnswered').length,
}
const counted = {
  'rings are counted': (_: unknown, events: readonly Event[]) =>
    of(events, 'BellRung').every(({ data }, at) => data.times === at),
}
const mutationBy = (settled: object, language?: KitLanguage) =>
  mutants(broken.isAnswered(), {
    laws: (mutant) =>
      lawsOf(mutant, {
        lives: stories(mutant, {
          in: universe({ bellId: 1, by: [['ada']] }),
          only: ['RingBell'],
          upTo: 6,
        }),
        runs: 2,
        seed: 1,
        settled,
        always: { 'all is well': () => true },
      } as never),
    ...(language && { language }),
  })

test('a workflow broken on purpose says which sentence is missing, and which is idle', () => {
  const weak = mutationBy(answered)
  expect(weak.noticed.itIsAnswered).toEqual(['every ring is answered'])
  expect(weak.survivors).toEqual(['RingBell: rings is not read', 'rings: BellRung'])
  expect(weak.idle).toContain('all is well')
  expect(weak.idle).not.toContain('every ring is answered')
  expect(weak.describe()).toContain('survived: rings: BellRung')
  expect(() => weak.mustBeNoticed()).toThrow('mutants: 1 noticed, 2 survived')
})
test('and with the sentence that was missing none survives', () => {
  const whole = mutationBy({ ...answered, ...counted }, zhCN)
  expect(whole.survivors).toEqual([])
  expect(whole.describe()).toContain('存活 0')
  whole.mustBeNoticed()
})

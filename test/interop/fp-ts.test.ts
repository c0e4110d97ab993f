/** A verdict is an fp-ts Either, and an fp-ts Either is ours: structural twins, assignable both ways. */
import * as Either from 'fp-ts/Either'
import {
  assemble,
  catalog,
  delivery,
  isAccepted,
  isRejected,
  type Either as Ours,
  resources,
} from 'training-ops'
import { expect, test } from 'vitest'

const training = assemble([catalog, resources, delivery], {}, { trusted: true })
const open = {
  type: 'OpenEnrolment',
  data: { at: '2026-03-01T00:00:00.000Z', offeringId: 'o' },
  metadata: { commandId: 'c' },
} as const

test('a verdict goes through fp-ts', () => {
  const verdict: Either.Either<{ readonly code: string }, readonly unknown[]> = training.decide(open, [])
  const told = Either.match(
    (refusal: { readonly code: string }) => refusal.code,
    (events: readonly unknown[]) => `${events.length} events`,
  )(verdict)
  expect(told).toBe('Unknown')
})

test('and what fp-ts made is answered by our questions', () => {
  const accepted: Ours<string, readonly number[]> = Either.right([1])
  const refused: Ours<string, readonly number[]> = Either.left('no')
  expect([isAccepted(accepted), isRejected(accepted), isAccepted(refused), isRejected(refused)]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

/** Logs of random lives: what happened in small worlds, and what happened to the program of the other tests. */
import * as fc from 'fast-check'
import type { AnyEvent } from 'training-ops'
import { attending, crowded } from '../delivery/lives.ts'
import { everything } from '../figures/a-program.ts'

const logsOf = (lives: typeof attending, numRuns: number): readonly (readonly AnyEvent[])[] =>
  fc.sample(lives, { numRuns, seed: 14 }).map(({ events }) => events)

export const logs: readonly (readonly AnyEvent[])[] = [
  everything,
  ...logsOf(attending, 8),
  ...logsOf(crowded, 8),
]

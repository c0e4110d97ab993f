import type { Note } from '../result.ts'
import { type Moments, momentsOfGains } from '../statistics/moments.ts'

/** A person's score; `null` when they did not sit the test. Never a zero. @public */
export type Score = number | null

/** The same people, in the same order, before and after. @public */
export type PairedScores = {
  readonly before: readonly Score[]
  readonly after: readonly Score[]
}

/** One person, before and after. @public */
export type PairedScore = { readonly before: Score; readonly after: Score }

/** People with one score only have left; without them a gain looks better than it is. */
export const unpairedNote = (onlyBefore: number, onlyAfter: number): readonly Note[] =>
  onlyBefore + onlyAfter > 0 ? [{ code: 'UnpairedLeftOut', onlyBefore, onlyAfter }] : []

export type Gains = { readonly moments: Moments; readonly notes: readonly Note[] }

/** The gains of those who have both scores, and a note of those who have one. */
export const gainsOf = (calculator: string, scores: PairedScores): Gains => {
  const { onlyBefore, onlyAfter, ...moments } = momentsOfGains(calculator, scores)
  return { moments, notes: unpairedNote(onlyBefore, onlyAfter) }
}

/** Both scores of those who have both. */
export const pairsOf = ({ before, after }: PairedScores): readonly (readonly [number, number])[] =>
  before.flatMap((score, person) => {
    const later = after[person] ?? null
    return score === null || later === null ? [] : [[score, later] as const]
  })

export const withNotes = (notes: readonly Note[]): { readonly notes?: readonly Note[] } =>
  notes.length > 0 ? { notes } : {}

import type { RankedNeed } from './shapes.ts'

/** A need with its value in the method's own unit, and what it is ordered by: the larger number first. */
export type Placed = {
  readonly needId: string
  readonly value: number
  readonly by: readonly number[]
  readonly reading?: RankedNeed['reading']
}

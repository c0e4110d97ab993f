import { type MetricResult, relevanceShare, relevanceShareEntry } from '../metrics/index.ts'
import type { NeedsRecords } from '../records/needs/record.ts'
import type { ProgramRecords } from '../records/program/record.ts'
import { figureBy } from './figure.ts'

type Traced = { readonly needs: NeedsRecords; readonly programs: ProgramRecords }

export const isDismissed = (needs: NeedsRecords, needId: string): boolean =>
  Object.values(needs).some(({ dismissed }) => dismissed[needId] !== undefined)

/** Has a place in the order, and is still pursued. */
const isWanted = (needs: NeedsRecords, needId: string): boolean =>
  Object.values(needs).some(({ ranks }) => ranks[needId] !== undefined) && !isDismissed(needs, needId)

/** Every objective of every program, and whether it answers a need that is wanted. */
export const objectivesOf = ({ programs, needs }: Traced) =>
  Object.entries(programs).flatMap(([programId, program]) =>
    Object.entries(program.objectives).map(([objectiveId, { measure, level }]) => ({
      programId,
      objectiveId,
      measure,
      level,
      answersANeed: Object.entries(program.needs).some(
        ([needId, answering]) => answering.includes(objectiveId) && isWanted(needs, needId),
      ),
    })),
  )

/**
 * M97b (相关度): of the objectives that programs set, the share that answers a need with a place in the order, which is
 * still pursued. The rest is training nobody was found to need.
 *
 * @example
 * ```ts
 * import { figureOf, relevanceShareFigure } from 'training-ops'
 * figureOf(relevanceShareFigure, { programs: {}, needs: {} }).status // => 'undefined'
 * ```
 */
export const relevanceShareFigure = figureBy({
  entry: relevanceShareEntry,
  measure: (traced: Traced): MetricResult => {
    const all = objectivesOf(traced)
    return relevanceShare({
      relevant: all.filter(({ answersANeed }) => answersANeed).length,
      objectives: all.length,
    })
  },
})

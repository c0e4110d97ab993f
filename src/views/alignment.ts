import { isDismissed, objectivesOf } from '../figures/relevance.ts'
import type { NeedsRecord, NeedsRecords } from '../records/needs/record.ts'
import type { PlanRecords } from '../records/plan/record.ts'
import type { ProgramRecords } from '../records/program/record.ts'
import { given } from '../vocabulary/index.ts'

/** The subjects to be traced: assessments with their needs, programs with their objectives, plans with their lines. */
export type Traced = {
  readonly needs: NeedsRecords
  readonly programs: ProgramRecords
  readonly plans: PlanRecords
}

/** One way from a driver to a measure, or as far as it goes: what is absent at the end is not there yet. */
export type AlignmentRow = {
  readonly assessmentId?: string
  /** Absent: a need that answers no driver. */
  readonly driver?: string
  readonly needId?: string
  readonly programId?: string
  readonly objectiveId?: string
  readonly measure?: string
  readonly level?: number
}

const waysOn = ({ programs }: Traced, needId: string): readonly AlignmentRow[] => {
  const ways = Object.entries(programs).flatMap(([programId, { needs, objectives }]): AlignmentRow[] => {
    if (!Object.hasOwn(needs, needId)) return []
    const objectiveIds = needs[needId] ?? []
    if (objectiveIds.length === 0) return [{ needId, programId }]
    return objectiveIds.map((objectiveId) => {
      const objective = objectives[objectiveId]
      return {
        needId,
        programId,
        objectiveId,
        ...given({ measure: objective?.measure, level: objective?.level }),
      }
    })
  })
  return ways.length === 0 ? [{ needId }] : ways
}

/**
 * The trace (对齐矩阵): every driver with the needs that answer it, the programs that answer those, their objectives and
 * measures; a driver nothing answers ends at once. Needs of no driver follow, and last the objectives that answer no
 * need. Dismissed needs are left out.
 *
 * @example
 * ```ts
 * import { alignmentRows, needsRecord } from 'training-ops'
 * const driver = { driver: 'erp', kind: 'digitalTransformation', weight: 3000, horizon: 'future' } as const
 * const scope = { period: { from: '2026-01-01', to: '2026-12-31' }, segments: [], drivers: [driver] }
 * const needs = { 'na-1': { ...needsRecord.initial(), scope } }
 * alignmentRows({ needs, programs: {}, plans: {} } as never) // => [{ assessmentId: 'na-1', driver: 'erp' }]
 * ```
 */
export const alignmentRows = (traced: Traced): readonly AlignmentRow[] => {
  const assessments = Object.entries(traced.needs).map(([assessmentId, record]) => ({
    assessmentId,
    drivers: record.scope?.drivers ?? [],
    pursued: pursuedIn(record),
  }))
  const ofDrivers = assessments.flatMap(({ assessmentId, drivers, pursued }) =>
    drivers.flatMap(({ driver }) => {
      const answering = pursued.filter(([, need]) => need.drivers.includes(driver))
      const ways = answering.flatMap(([needId]) => waysOn(traced, needId))
      return (ways.length === 0 ? [{}] : ways).map((way) => ({ assessmentId, driver, ...way }))
    }),
  )
  const ofNone = assessments.flatMap(({ assessmentId, pursued }) =>
    pursued
      .filter(([, { drivers }]) => drivers.length === 0)
      .flatMap(([needId]) => waysOn(traced, needId).map((way) => ({ assessmentId, ...way }))),
  )
  const unneeded = objectivesOf(traced)
    .filter(({ answersANeed }) => !answersANeed)
    .map(({ programId, objectiveId, measure, level }) => ({ programId, objectiveId, measure, level }))
  return [...ofDrivers, ...ofNone, ...unneeded]
}

const pursuedIn = ({ needs, dismissed }: NeedsRecord) =>
  Object.entries(needs).filter(([needId]) => dismissed[needId] === undefined)

/**
 * Plan lines that rest on nothing any more: every need of theirs was dismissed since (浪费).
 *
 * @example
 * ```ts
 * import { linesWithoutNeed } from 'training-ops'
 * linesWithoutNeed({ plans: {}, needs: {} }) // => []
 * ```
 */
export const linesWithoutNeed = ({
  plans,
  needs,
}: Pick<Traced, 'plans' | 'needs'>): readonly { readonly planId: string; readonly lineId: string }[] =>
  Object.entries(plans).flatMap(([planId, { lines }]) =>
    Object.entries(lines)
      .filter(([, { needIds }]) => needIds.every((needId) => isDismissed(needs, needId)))
      .map(([lineId]) => ({ planId, lineId })),
  )

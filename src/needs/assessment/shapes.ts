/** The shapes needs are written in. */
import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import {
  basisPoints,
  code,
  frameworkId,
  idList,
  needId,
  period,
  segment,
  sha256Digest,
  title,
  uniqueBy,
} from '../../vocabulary/index.ts'
import { priorityMethod, rankedNeedFields } from '../priority/shapes.ts'

/** Where a need shows (McGehee and Thayer's three levels of analysis). */
export const analysisLevels = ['organisation', 'task', 'person'] as const
export const analysisLevel = field(z.enum(analysisLevels))
export type AnalysisLevel = ValueOf<typeof analysisLevel>

/** Why people do not do what is asked of them. Training cures the first three, and no other. */
export const cause = field(z.enum(['knowledge', 'skill', 'attitude', 'environment', 'motivation', 'tools']))
export type Cause = ValueOf<typeof cause>

/** Surroundings, motivation and tools are not cured by training. */
export const isTrainable = (cause: Cause): boolean => ['knowledge', 'skill', 'attitude'].includes(cause)

export const horizon = z.enum(['current', 'future'])
export type Horizon = z.infer<typeof horizon>
export const origin = z.enum(['required', 'requested'])

/** What the organisation wants of the year: a goal, a change, a law. */
export const driver = z.strictObject({
  driver: code,
  /** `businessExpansion`, `digitalTransformation`, `reorganisation`, `regulation`, or an organisation's own. */
  kind: code,
  title: title.optional(),
  weight: basisPoints,
  horizon,
})

export const segments = z.array(segment).min(1).max(1000)
export const drivers = uniqueBy(z.array(driver).max(100), (one) => one.driver)
export const cycle = period.refine(({ from, to }) => from < to)

/** One measured number behind a piece of evidence. */
export const measurement = z.strictObject({
  measure: code,
  value: z.number(),
  unit: code,
  n: z.int().min(0).optional(),
})

const count = z.int().min(0)

/** How many people a need is about: few enough that the sum over a year's needs is still exact. */
export const headcount = z.int().min(0).max(100_000_000)

/** How far the holders of a role fall short in one competency (技能短板), counted: nobody unknown is counted as 0. */
export const measuredGap = z.strictObject({
  frameworkId,
  role: code,
  competency: code,
  requiredLevel: count,
  /** Those whose level is known and valid; `withGap` of them fall short, by `missingLevels` together. */
  assessed: count,
  withGap: count,
  missingLevels: count,
  /** Those whose last assessment has run out, and those who never had one. */
  stale: count,
  unassessed: count,
})
export type MeasuredGap = z.infer<typeof measuredGap>
export const measuredGaps = z.array(measuredGap).max(1000)

/** Competencies a need is about. */
export const competencies = uniqueBy(
  z.array(z.strictObject({ frameworkId, competency: code })).max(100),
  (one) => `${one.frameworkId} ${one.competency}`,
)

const evidenceCounts = z.strictObject({
  bySource: z.record(code, count),
  byAnalysisLevel: z.strictObject({
    organisation: count,
    task: count,
    person: count,
  }),
})

const reportedNeed = {
  needId,
  title,
  cause,
  origin,
  horizon,
  segment,
  drivers: idList(code),
  competencies,
  headcount: count,
  evidence: evidenceCounts,
}

/** What a published report says, for ever. */
export const needsFigures = field(
  z.strictObject({
    /** With everything the order was computed from; `null` where no need had to be put in order. */
    method: priorityMethod.nullable(),
    /** In order of rank. */
    needs: z.array(z.strictObject({ ...reportedNeed, ...rankedNeedFields })),
    /** What stands in the way and training does not cure. */
    notTrainable: z.array(z.strictObject(reportedNeed)),
    evidence: evidenceCounts,
    /** What was found in each segment of the scope. */
    segments: z.array(z.strictObject({ segment, evidence: count, needs: count, headcount: count })),
    /** What drives the year, and the needs that answer it. */
    drivers: z.array(z.strictObject({ ...driver.shape, needIds: idList(needId) })),
    /** As measured last in each segment. */
    gaps: z.array(z.strictObject({ segment, ...measuredGap.shape })),
    /** Of the needs that are pursued. */
    byOrigin: z.strictObject({ required: count, requested: count }),
    byHorizon: z.strictObject({ current: count, future: count }),
    /** What became of all that was seen: what training is spent on, and what it would have been wasted on. */
    seen: z.strictObject({ trainable: count, notTrainable: count, dismissed: count }),
  }),
)
export type NeedsFigures = ValueOf<typeof needsFigures>
export type EvidenceCounts = z.infer<typeof evidenceCounts>

export const digest = sha256Digest

/** The shapes needs are written in. */
import * as z from 'zod'
import { basisPoints, code, needId, period, segment, sha256Digest, title } from '../../vocabulary/index.ts'

/** Where a need shows (McGehee and Thayer's three levels of analysis). */
export const analysisLevel = z.enum(['organisation', 'task', 'person'])
export type AnalysisLevel = z.infer<typeof analysisLevel>
export const analysisLevels = analysisLevel.options

/** Why people do not do what is asked of them. Training cures the first three, and no other. */
export const cause = z.enum(['knowledge', 'skill', 'attitude', 'environment', 'motivation', 'tools'])
export type Cause = z.infer<typeof cause>

/** Surroundings, motivation and tools are not cured by training. */
export const isTrainable = (cause: Cause): boolean => ['knowledge', 'skill', 'attitude'].includes(cause)

export const horizon = z.enum(['current', 'future'])
export const origin = z.enum(['required', 'requested'])

/** What the organisation wants of the year: a goal, a change, a law. */
export const driver = z.strictObject({
  /** `strategy`, `businessChange`, `technology`, `regulation`, or an organisation's own. */
  kind: code,
  title: title.optional(),
  weight: basisPoints,
  horizon,
})

export const segments = z.array(segment).min(1).max(1000)
export const drivers = z.array(driver).max(100)
export const cycle = period.refine(({ from, to }) => from < to)

/** One measured number behind a piece of evidence. */
export const measurement = z.strictObject({
  measure: code,
  value: z.number(),
  unit: code,
  n: z.int().min(0).optional(),
})

/** How much each factor counts, in basis points: together 10,000. */
export const weights = z.record(code, basisPoints)
/** A need on each factor, 0 to 10,000. */
export const factors = z.record(code, basisPoints)

/** A need in its place. The score is Σ weight · factor: 0 to 100,000,000. */
export const rankedNeed = z.strictObject({
  needId,
  factors,
  score: z.int().min(0),
  rank: z.int().min(1),
})

const evidenceCounts = z.strictObject({
  bySource: z.record(code, z.int().min(0)),
  byAnalysisLevel: z.strictObject({
    organisation: z.int().min(0),
    task: z.int().min(0),
    person: z.int().min(0),
  }),
})

const reportedNeed = {
  needId,
  title,
  cause,
  origin,
  horizon,
  segment,
  headcount: z.int().min(0),
  evidence: evidenceCounts,
}

/** What a published report says, for ever. */
export const needsFigures = z.strictObject({
  method: code,
  weights,
  /** In order of rank. */
  needs: z.array(z.strictObject({ ...reportedNeed, score: z.int().min(0), rank: z.int().min(1) })),
  /** What stands in the way and training does not cure. */
  notTrainable: z.array(z.strictObject(reportedNeed)),
  evidence: evidenceCounts,
})
export type NeedsFigures = z.infer<typeof needsFigures>
export type EvidenceCounts = z.infer<typeof evidenceCounts>

export const digest = sha256Digest

import * as z from 'zod'
import { defineCommands } from '../../kernel/index.ts'
import {
  assessmentId,
  code,
  evidenceId,
  idList,
  instant,
  needId,
  reason,
  segment,
  text,
  title,
  uniqueBy,
  unitId,
} from '../../vocabulary/index.ts'
import {
  analysisLevel,
  cause,
  cycle,
  drivers,
  factors,
  horizon,
  measurement,
  origin,
  segments,
  weights,
} from './shapes.ts'

const assessment = { at: instant, assessmentId }
const rating = z.strictObject({ needId, factors })

/** What may be asked of a needs assessment, in order of life. */
export const assessmentCommands = defineCommands({
  OpenNeedsAssessment: {
    ...assessment,
    unitId: unitId.optional(),
    title: title.optional(),
    period: cycle,
    segments,
    drivers: drivers.default([]),
  },
  RecordNeedEvidence: {
    ...assessment,
    evidenceId,
    source: code,
    analysisLevel,
    segment,
    summary: text.optional(),
    measurements: z.array(measurement).max(100).default([]),
  },
  IdentifyNeed: {
    ...assessment,
    needId,
    title,
    evidenceIds: idList(evidenceId),
    cause,
    origin,
    horizon: horizon.default('current'),
    segment,
    headcount: z.int().min(0),
  },
  PrioritizeNeeds: {
    ...assessment,
    method: code.default('weightedFactors'),
    weights,
    ratings: uniqueBy(z.array(rating).max(10_000), ({ needId }) => needId),
  },
  DismissNeed: { ...assessment, needId, reason },
  PublishNeedsReport: assessment,
  RestateNeedsReport: { ...assessment, reason },
  CloseNeedsAssessment: assessment,
})

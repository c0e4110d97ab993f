import * as z from 'zod'
import { defineCommands } from '../../kernel/index.ts'
import {
  administrationId,
  assessmentId,
  at,
  code,
  evidenceId,
  idList,
  liaisonReviewId,
  needId,
  reason,
  segment,
  text,
  title,
  unitId,
} from '../../vocabulary/index.ts'
import { priorityMethod } from '../priority/shapes.ts'
import {
  analysisLevel,
  cause,
  competencies,
  cycle,
  drivers,
  headcount,
  horizon,
  measuredGaps,
  measurement,
  origin,
  segments,
} from './shapes.ts'

const assessment = { at, assessmentId }

/** The commands of a needs assessment, in order of life. */
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
    /** The source: `performance`, `departmentGoal`, `competency`, `survey`, `interview`, `incident`, `regulatory`, `exitInterview`, `audit`, `aspiration`, `liaison`, or an organisation's own. */
    source: code,
    analysisLevel,
    segment,
    summary: text.optional(),
    intervieweeRole: code.optional(),
    measurements: z.array(measurement).max(100).default([]),
    gaps: measuredGaps.default([]),
    administrationId: administrationId.optional(),
    liaisonReviewId: liaisonReviewId.optional(),
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
    headcount,
    /** The drivers of the year that the need answers, by their codes. */
    drivers: idList(code).default([]),
    competencies: competencies.default([]),
  },
  PrioritizeNeeds: { ...assessment, method: priorityMethod },
  DismissNeed: { ...assessment, needId, reason },
  PublishNeedsReport: assessment,
  /** Changes nothing when nothing changed. */
  RestateNeedsReport: { ...assessment, reason },
  CloseNeedsAssessment: assessment,
})

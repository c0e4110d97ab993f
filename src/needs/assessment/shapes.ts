/** The shapes needs are written in. */
import * as z from 'zod'
import { type Field, field, type TakenBy, type ValueOf } from '../../kernel/index.ts'
import {
  basisPoints,
  code,
  frameworkId,
  idList,
  measuredValue,
  needId,
  period,
  segment,
  sha256Digest,
  title,
  uniqueBy,
} from '../../vocabulary/index.ts'
import { priorityMethod, rankedNeedFields } from '../priority/shapes.ts'

/** McGehee and Thayer's three levels of analysis. */
export const analysisLevels = ['organisation', 'task', 'person'] as const
/** The level at which a need shows: the organisation, the task or the person. */
export const analysisLevel = field(z.enum(analysisLevels))
export type AnalysisLevel = ValueOf<typeof analysisLevel>

/** Why people do not do what is asked of them. Training cures the first three, and no other. */
export const cause = field(z.enum(['knowledge', 'skill', 'attitude', 'environment', 'motivation', 'tools']))
export type Cause = ValueOf<typeof cause>

/** Surroundings, motivation and tools are not cured by training. */
export const isTrainable = (cause: Cause): boolean => ['knowledge', 'skill', 'attitude'].includes(cause)

/** Whether it is a need of today (`current`) or of the time to come (`future`). */
export const horizon = z.enum(['current', 'future'])
export type Horizon = z.infer<typeof horizon>
/** Whether training is `required` (by law, by the organisation) or `requested` by people. */
export const origin = z.enum(['required', 'requested'])

/** A strategic driver of the year: a goal, a change, a law. */
export const driver = z.strictObject({
  /** The code of the driver in this assessment. */
  driver: code,
  /** `businessExpansion`, `digitalTransformation`, `reorganisation`, `regulation`, or an organisation's own. */
  kind: code,
  title: title.optional(),
  /** The weight of the driver, in basis points. */
  weight: basisPoints,
  horizon,
})

export const segments = z.array(segment).min(1).max(1000)
export const drivers = uniqueBy(z.array(driver).max(100), (one) => one.driver)
export const cycle = period.refine(({ from, to }) => from < to)

/** One measured number behind a piece of evidence. */
export const measurement = z.strictObject({
  /** The measure, by its code: `errorRate`. */
  measure: code,
  /** The measured value, in `unit`. */
  value: measuredValue,
  /** The unit of the value, by its code: `percent`, `minutes`. */
  unit: code,
  /** The number of observations behind the value. */
  n: z.int().min(0).optional(),
})

const count = z.int().min(0)

/** How many people a need is about: few enough that the sum over a year's needs is still exact. */
export const headcount = z.int().min(0).max(100_000_000)

/** How far the holders of a role fall short in one competency (技能短板), counted: nobody unknown is counted as 0. */
export const measuredGap = z.strictObject({
  frameworkId,
  /** The role, by its code in the framework. */
  role: code,
  /** The competency, by its code in the framework. */
  competency: code,
  /** The level that the role requires. */
  requiredLevel: count,
  /** The number of role holders whose level is known and valid. */
  assessed: count,
  /** The number of those who are below the required level. */
  withGap: count,
  /** The levels that they lack, added up. */
  missingLevels: count,
  /** The number of role holders whose last assessment is no longer valid. */
  stale: count,
  /** The number of role holders who were never assessed. */
  unassessed: count,
})
export type MeasuredGap = z.infer<typeof measuredGap>
export const measuredGaps = z.array(measuredGap).max(1000)

/** Competencies a need is about. */
export const competencies = uniqueBy(
  z
    .array(
      z.strictObject({
        frameworkId,
        /** The competency, by its code in the framework. */
        competency: code,
      }),
    )
    .max(100),
  (one) => `${one.frameworkId} ${one.competency}`,
)

const evidenceCounts = z.strictObject({
  /** The pieces of evidence, counted by source. */
  bySource: z.record(code, count),
  /** The pieces of evidence, counted by level of analysis. */
  byAnalysisLevel: z.strictObject({
    /** The number at the level of the organisation. */
    organisation: count,
    /** The number at the level of the task. */
    task: count,
    /** The number at the level of the person. */
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
  /** The drivers that the need answers, by their codes. */
  drivers: idList(code),
  competencies,
  /** The number of people the need is about. */
  headcount: count,
  /** The evidence behind the need, counted. */
  evidence: evidenceCounts,
}

const needsFiguresFields = field(
  z.strictObject({
    /** The ranking method with all its ratings; `null` where no need had to be ranked. */
    method: priorityMethod.nullable(),
    /** The needs that training can meet, in order of rank. */
    needs: z.array(z.strictObject({ ...reportedNeed, ...rankedNeedFields })),
    /** The needs that training does not meet. */
    notTrainable: z.array(z.strictObject(reportedNeed)),
    /** All evidence, counted. */
    evidence: evidenceCounts,
    /** The counts for each segment of the assessment. */
    segments: z.array(
      z.strictObject({
        segment,
        /** The pieces of evidence about the segment. */
        evidence: count,
        /** The needs of the segment. */
        needs: count,
        /** The number of people in those needs. */
        headcount: count,
      }),
    ),
    /** The drivers of the year, each with the needs that answer it. */
    drivers: z.array(
      z.strictObject({
        ...driver.shape,
        /** The needs that answer the driver. */
        needIds: idList(needId),
      }),
    ),
    /** The latest measured gaps of each segment. */
    gaps: z.array(z.strictObject({ segment, ...measuredGap.shape })),
    /** The pursued needs, by origin. */
    byOrigin: z.strictObject({
      /** The number of needs that are required. */
      required: count,
      /** The number of needs that are requested. */
      requested: count,
    }),
    /** The pursued needs, by horizon. */
    byHorizon: z.strictObject({
      /** The number of needs of today. */
      current: count,
      /** The number of needs that are to come. */
      future: count,
    }),
    /** All identified needs, by what became of them. */
    seen: z.strictObject({
      /** The needs that training can meet. */
      trainable: count,
      /** The needs that training does not meet. */
      notTrainable: count,
      /** The needs that were dismissed. */
      dismissed: count,
    }),
  }),
)
/** The content of a published report, for ever. */
export interface NeedsFigures extends ValueOf<typeof needsFiguresFields> {}
/** The same, as a host writes it. */
export interface NeedsFiguresInput extends TakenBy<typeof needsFiguresFields> {}
/** The content of a published report, for ever. */
export const needsFigures: Field<NeedsFigures, NeedsFiguresInput> = needsFiguresFields
export type EvidenceCounts = z.infer<typeof evidenceCounts>

export const digest = sha256Digest

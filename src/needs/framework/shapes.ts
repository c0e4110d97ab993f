/** The shapes a competency framework is written in. */
import * as z from 'zod'
import { type Field, field, type ValueOf } from '../../kernel/index.ts'
import { code, description, segment, title, uniqueBy } from '../../vocabulary/index.ts'

/** One step of a scale; a higher number is a higher proficiency. */
const proficiencyLevel = z.strictObject({
  /** The number of the level; a higher number is a higher proficiency. */
  level: z.int().min(0).max(100),
  title,
  /** The level in words. */
  description: description.optional(),
})
export const proficiencyLevels = uniqueBy(z.array(proficiencyLevel).min(2).max(20), ({ level }) => level)

const alignmentFields = field(
  z.strictObject({
    /** The other framework: `ESCO`, `O*NET`, `CASE`, or another. */
    scheme: code,
    /** Its identifier there: a URI, a code, a GUID. */
    identifier: z
      .string()
      .max(500)
      .regex(/^[^\p{C}\p{Z}]+$/u, 'identifier'),
    /** How near the two are, in SKOS terms. */
    relation: z.enum(['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch']),
    /** The release of the other framework. */
    release: code.optional(),
  }),
)
/** The same thing in somebody else's framework, how near it is (SKOS), and in which release of theirs. */
export interface Alignment extends ValueOf<typeof alignmentFields> {}
/** The same thing in somebody else's framework, how near it is (SKOS), and in which release of theirs. */
const alignment: Field<Alignment, Alignment> = alignmentFields
export const alignments = z.array(alignment).max(50)

/** A competency, apart from its place in a framework. */
export const competencyInWords = {
  title,
  /** The kind: `knowledge`, `skill`, `attitude`, or an organisation's own. */
  kind: code.optional(),
  /** The competency that it is a part of, by its code. */
  parent: code.optional(),
  /** The competency in words. */
  description: description.optional(),
  alignments,
}

/** From 1, hardly, to 5, very. */
const rating = z.int().min(1).max(5)

/** The level that a role requires in one competency. */
export const requirement = field(
  z.strictObject({
    /** The competency, by its code in the framework. */
    competency: code,
    /** The level that the role requires. */
    requiredLevel: z.int().min(0).max(100),
    /** The importance for the role, from 1 (hardly) to 5 (very). */
    importance: rating,
    /** The difficulty, from 1 (hardly) to 5 (very). */
    difficulty: rating.optional(),
    /** How often it is needed, from 1 (hardly) to 5 (very). */
    frequency: rating.optional(),
  }),
)
export const requirements = uniqueBy(z.array(requirement).max(500), ({ competency }) => competency)
export type Requirement = ValueOf<typeof requirement>

/** The requirements of a role, and the segment it belongs to. */
export const roleProfile = {
  /** The role, by its code in the framework. */
  role: code,
  title: title.optional(),
  segment: segment.optional(),
  requirements,
}

/** The version of the framework: 1, then 2. */
export const version = z.int().min(1)

/** A framework as it was published: nothing of it changes any more. */
export const publishedScale = z.strictObject({
  /** The proficiency scale, by its code. */
  scale: code,
  title,
  /** The levels of the scale. */
  levels: proficiencyLevels,
})
export const publishedCompetency = z.strictObject({
  /** The competency, by its code. */
  competency: code,
  /** The proficiency scale of the competency, by its code. */
  scale: code,
  ...competencyInWords,
})
export const publishedRole = z.strictObject(roleProfile)

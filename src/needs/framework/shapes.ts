/** The shapes a competency framework is written in. */
import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import { code, description, segment, title, uniqueBy } from '../../vocabulary/index.ts'

/** One step of a scale; a higher number is a higher proficiency. */
const proficiencyLevel = z.strictObject({
  level: z.int().min(0).max(100),
  title,
  description: description.optional(),
})
export const proficiencyLevels = uniqueBy(z.array(proficiencyLevel).min(2).max(20), ({ level }) => level)

/** The same thing in somebody else's framework, how near it is (SKOS), and in which release of theirs. */
const alignment = field(
  z.strictObject({
    /** `ESCO`, `O*NET`, `CASE`, or another. */
    scheme: code,
    /** Their identifier: a URI, a code, a GUID. */
    identifier: z
      .string()
      .max(500)
      .regex(/^[^\p{C}\p{Z}]+$/u),
    relation: z.enum(['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch']),
    release: code.optional(),
  }),
)
export const alignments = z.array(alignment).max(50)
export type Alignment = ValueOf<typeof alignment>

/** What a competency is, apart from its place in a framework. */
export const competencyInWords = {
  title,
  /** `knowledge`, `skill`, `attitude`, or an organisation's own. */
  kind: code.optional(),
  /** The competency this one is part of. */
  parent: code.optional(),
  description: description.optional(),
  alignments,
}

/** From 1, hardly, to 5, very. */
const rating = z.int().min(1).max(5)

/** What a role asks for in one competency. */
export const requirement = field(
  z.strictObject({
    competency: code,
    requiredLevel: z.int().min(0).max(100),
    importance: rating,
    difficulty: rating.optional(),
    frequency: rating.optional(),
  }),
)
export const requirements = uniqueBy(z.array(requirement).max(500), ({ competency }) => competency)
export type Requirement = ValueOf<typeof requirement>

/** What a role asks of whoever holds it, and where in the organisation it is found. */
export const roleProfile = {
  role: code,
  title: title.optional(),
  segment: segment.optional(),
  requirements,
}

export const version = z.int().min(1)

/** A framework as it was published: nothing of it changes any more. */
export const publishedScale = z.strictObject({ scale: code, title, levels: proficiencyLevels })
export const publishedCompetency = z.strictObject({ competency: code, scale: code, ...competencyInWords })
export const publishedRole = z.strictObject(roleProfile)

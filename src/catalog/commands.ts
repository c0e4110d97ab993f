import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import {
  at,
  caseId,
  code,
  courseId,
  improvementId,
  personId,
  reason,
  text,
  title,
} from '../vocabulary/index.ts'
import { courseVersion, equivalence, equivalenceEnd, retirement } from './events.ts'

/** The commands of the catalog, in order of life. */
export const catalogCommands = defineCommands({
  DraftCourse: { at, courseId, title, ownerId: personId.optional() },
  PublishCourseVersion: {
    at,
    courseId,
    version: z.int().min(1),
    ...courseVersion,
    prerequisiteIds: courseVersion.prerequisiteIds.default([]),
    grants: courseVersion.grants.default({}),
    /** When it is said, it has to be the sum of the modules. */
    totalMinutes: z.int().min(0).optional(),
  },
  ReviseCourse: {
    at,
    courseId,
    reason,
    authorId: personId.optional(),
    improvementId: improvementId.optional(),
  },
  AddCase: {
    at,
    courseId,
    caseId,
    title,
    industry: code.optional(),
    authorId: personId.optional(),
    summary: text.optional(),
  },
  WithdrawCase: { at, courseId, caseId, reason },
  DeclareEquivalence: equivalence,
  EndEquivalence: equivalenceEnd,
  RetireCourse: retirement,
})

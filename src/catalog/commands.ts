import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import {
  caseId,
  courseId,
  improvementId,
  instant,
  personId,
  reason,
  text,
  title,
} from '../vocabulary/index.ts'
import { courseVersion } from './events.ts'

/** What may be asked of the catalog, in order of life. */
export const catalogCommands = defineCommands({
  DraftCourse: { at: instant, courseId, title, ownerId: personId.optional() },
  PublishCourseVersion: {
    at: instant,
    courseId,
    version: z.int().min(1),
    ...courseVersion,
    prerequisiteIds: courseVersion.prerequisiteIds.default([]),
    grants: courseVersion.grants.default({}),
    /** When it is said, it has to be the sum of the modules. */
    totalMinutes: z.int().min(0).optional(),
  },
  ReviseCourse: { at: instant, courseId, reason, improvementId: improvementId.optional() },
  AddCase: { at: instant, courseId, caseId, title, summary: text.optional() },
  RetireCourse: { at: instant, courseId },
})

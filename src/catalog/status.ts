/** How the status of a course moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../kernel/index.ts'
import type { CatalogEvent } from './events.ts'

/** Where a course (课程) stands. `unknown`: it was never drafted. */
export type CourseStatus = 'unknown' | 'drafted' | 'published' | 'revising' | 'retired'

/** The status each event leads to. */
export const courseStatusAfter = {
  CourseDrafted: 'drafted',
  CourseVersionPublished: 'published',
  CourseRevisionStarted: 'revising',
  CourseRetired: 'retired',
} as const satisfies StatusTable<CatalogEvent, CourseStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const courseMoves = statusRecipes<CatalogEvent, CourseStatus>(courseStatusAfter)

import type { PermissionsFor } from '../vocabulary/index.ts'
import type { catalogCommands } from './commands.ts'

/** The permissions: trainers write and revise, training operations publishes and retires. */
export const catalogPermissions: PermissionsFor<typeof catalogCommands> = {
  DraftCourse: ['operations', 'trainer'],
  PublishCourseVersion: ['operations'],
  ReviseCourse: ['operations', 'trainer'],
  AddCase: ['operations', 'trainer'],
  WithdrawCase: ['operations', 'trainer'],
  DeclareEquivalence: ['operations'],
  EndEquivalence: ['operations'],
  RetireCourse: ['operations'],
}

/** The catalog: courses, their versions, and the grants for completing one. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import type { catalogCommands } from './commands.ts'
import * as course from './decisions.ts'
import { type CatalogEvent, catalogEvents } from './events.ts'
import { catalogPermissions } from './permissions.ts'
import { catalogRejections } from './rejections.ts'

export { catalogCommands } from './commands.ts'
export * from './equivalence/status.ts'
export { type CatalogEvent, catalogEvents, type Grants } from './events.ts'
export { catalogRejections } from './rejections.ts'
export * from './state.ts'

/** Courses and their versions: drafting, publishing, revising, retiring, equivalents, the collection of cases (课程体系). */
export const catalog: Module<
  'catalog',
  typeof catalogEvents,
  DecisionsOn<typeof catalogCommands, typeof catalogRejections, CatalogEvent>,
  Readonly<Record<never, never>>,
  never
> = defineModule({
  name: 'catalog',
  events: catalogEvents,
  decisions: [
    course.draftCourse,
    course.publishCourseVersion,
    course.reviseCourse,
    course.addCase,
    course.withdrawCase,
    course.declareEquivalence,
    course.endEquivalence,
    course.retireCourse,
  ],
  rejections: catalogRejections,
  permissions: catalogPermissions,
})

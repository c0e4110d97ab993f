/** What can be taught: courses, their versions, and what completing one gives. */
import { defineModule } from '../kernel/index.ts'
import * as course from './decide.ts'
import { catalogEvents } from './events.ts'
import { catalogPermissions } from './permissions.ts'
import { catalogRejections } from './rejections.ts'

export { catalogCommands } from './commands.ts'
export { type CatalogEvent, catalogEvents, type Grants } from './events.ts'
export * from './known.ts'
export { catalogRejections } from './rejections.ts'

export const catalog = defineModule({
  name: 'catalog',
  events: catalogEvents,
  decisions: [
    course.draftCourse,
    course.publishCourseVersion,
    course.reviseCourse,
    course.addCase,
    course.withdrawCase,
    course.retireCourse,
  ],
  rejections: catalogRejections,
  permissions: catalogPermissions,
})

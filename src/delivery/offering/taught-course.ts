import type { CatalogEvent } from '../../catalog/events.ts'
import { projections } from '../../kernel/index.ts'
import { deliveryRejections } from '../rejections.ts'

const { CourseIsRetired, CourseVersionUnknown } = deliveryRejections

export type TaughtCourse = { retired: boolean; versions: number[] }

/** The facts about a course that scheduling a class needs: which versions were published, and whether it is retired. */
export const taughtCourse = projections<CatalogEvent>()({
  name: 'taughtCourse',
  by: ['courseId'],
  initial: (): TaughtCourse => ({ retired: false, versions: [] }),
  on: {
    CourseVersionPublished: (course, { version }) => {
      course.versions.push(version)
    },
    CourseRetired: (course) => {
      course.retired = true
    },
  },
})

type Asked = { readonly courseId: string; readonly courseVersion: number }

/** A class is of a version that was published, and of no course that is retired; who is under way in one finishes it. */
export const onlyWhatIsOfferedIsTaught = ({ courseId, courseVersion }: Asked, course: TaughtCourse) => {
  if (course.retired) return CourseIsRetired({ courseId })
  const { versions } = course
  return (
    versions.length > 0 &&
    !versions.includes(courseVersion) &&
    CourseVersionUnknown({ courseId, courseVersion, latest: Math.max(...versions) })
  )
}

/** A course that nobody published grants nothing and asks for nothing: a slip of the pen, perhaps. */
export const nobodyPublishedIt = ({ courseId }: Asked, { versions }: TaughtCourse) =>
  versions.length === 0 && { code: 'CourseNotPublished', courseId }

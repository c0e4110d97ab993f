import { accepted, advised, defineDecision, onlyFrom, refusedBy, Unknown } from '../kernel/index.ts'
import { type CompletionRule, tinyAttendanceShares } from '../vocabulary/index.ts'
import { catalogCommands as commands } from './commands.ts'
import { catalogEvents } from './events.ts'
import { cycleThrough } from './prerequisite-cycle.ts'
import { catalogRejections } from './rejections.ts'
import { type CourseState, course, prerequisites } from './state.ts'

const events = catalogEvents.make
const {
  CompletionRuleInvalid,
  DuplicateCase,
  DurationMismatch,
  PrerequisiteCycle,
  VersionImmutable,
  VersionOutOfOrder,
} = catalogRejections

const mustExist = (course: CourseState, courseId: string) =>
  course.status === 'unknown' && Unknown({ what: 'course', id: courseId })

/** A rule can be met, and asks for each thing once. */
const theRuleMakesSense = (rule: CompletionRule) => {
  if (rule.require === 'atLeast' && rule.count > rule.of.length)
    return CompletionRuleInvalid({ because: 'countAboveCriteria' })
  const asked = rule.of.map((one) => (one.kind === 'result' ? `result ${one.instrumentId}` : one.kind))
  return new Set(asked).size < asked.length && CompletionRuleInvalid({ because: 'criterionTwice' })
}

const noCourseAsksForItself = (
  courseId: string,
  prerequisiteIds: readonly string[],
  graph: Readonly<Record<string, readonly string[]>>,
) => {
  const path = cycleThrough(courseId, prerequisiteIds, graph)
  return path !== undefined && PrerequisiteCycle({ path })
}

const prerequisitesArePublished = (
  prerequisiteIds: readonly string[],
  graph: Readonly<Record<string, readonly string[]>>,
) => {
  const missing = prerequisiteIds.find((id) => graph[id] === undefined)
  return missing !== undefined && Unknown({ what: 'course', id: missing })
}

/** A version that has to be had is one of a course that has to be had, and is published. */
const prerequisiteVersionsArePublished = (
  asked: readonly { readonly courseId: string; readonly fromVersion: number }[],
  prerequisiteIds: readonly string[],
  published: Readonly<Record<string, number>>,
) => {
  const stray = asked.find(({ courseId }) => !prerequisiteIds.includes(courseId))
  if (stray !== undefined) return Unknown({ what: 'prerequisite', id: stray.courseId })
  const early = asked.find(({ courseId, fromVersion }) => fromVersion > (published[courseId] ?? 0))
  return (
    early !== undefined && Unknown({ what: 'courseVersion', id: `${early.courseId} ${early.fromVersion}` })
  )
}

export const draftCourse = defineDecision({
  command: commands.DraftCourse,
  reads: { course },
  decide: (command, { course }) =>
    refusedBy(onlyFrom(course.status, ['unknown'], 'DraftCourse')) ?? accepted(events.CourseDrafted(command)),
})

export const publishCourseVersion = defineDecision({
  command: commands.PublishCourseVersion,
  reads: { course, prerequisites },
  decide: ({ totalMinutes, ...published }, { course, prerequisites }) => {
    const { courseId, version, modules, prerequisiteIds, completionRule } = published
    const minutes = modules.reduce((sum, { minutes }) => sum + minutes, 0)
    return (
      refusedBy(
        mustExist(course, courseId),
        version <= course.version && VersionImmutable({ courseId, version }),
        onlyFrom(course.status, ['drafted', 'published', 'revising'], 'PublishCourseVersion'),
        version !== course.version + 1 && VersionOutOfOrder({ version, next: course.version + 1 }),
        totalMinutes !== undefined &&
          totalMinutes !== minutes &&
          DurationMismatch({ modules: minutes, total: totalMinutes }),
        theRuleMakesSense(completionRule),
        noCourseAsksForItself(courseId, prerequisiteIds, prerequisites.of),
        prerequisitesArePublished(prerequisiteIds, prerequisites.of),
        prerequisiteVersionsArePublished(
          published.prerequisiteVersions ?? [],
          prerequisiteIds,
          prerequisites.version,
        ),
      ) ??
      advised(
        accepted(events.CourseVersionPublished({ ...published, totalMinutes: minutes })),
        ...tinyAttendanceShares(completionRule).map((atLeast) => ({ code: 'AttendanceShareTiny', atLeast })),
      )
    )
  },
})

export const reviseCourse = defineDecision({
  command: commands.ReviseCourse,
  reads: { course },
  decide: (command, { course }) =>
    refusedBy(mustExist(course, command.courseId), onlyFrom(course.status, ['published'], 'ReviseCourse')) ??
    accepted(events.CourseRevisionStarted({ ...command, from: course.version })),
})

export const addCase = defineDecision({
  command: commands.AddCase,
  reads: { course },
  decide: (command, { course }) =>
    refusedBy(
      mustExist(course, command.courseId),
      onlyFrom(course.status, ['drafted', 'published', 'revising'], 'AddCase'),
      course.cases[command.caseId] !== undefined && DuplicateCase({ caseId: command.caseId }),
    ) ?? accepted(events.CaseAdded(command)),
})

export const withdrawCase = defineDecision({
  command: commands.WithdrawCase,
  reads: { course },
  decide: (command, { course }) => {
    const { courseId, caseId } = command
    const stands = course.cases[caseId]
    return (
      refusedBy(
        mustExist(course, courseId),
        onlyFrom(course.status, ['drafted', 'published', 'revising'], 'WithdrawCase'),
        stands === undefined && Unknown({ what: 'case', id: caseId }),
        onlyFrom(stands ?? 'none', ['inUse'], 'WithdrawCase'),
      ) ?? accepted(events.CaseWithdrawn(command))
    )
  },
})

export const retireCourse = defineDecision({
  command: commands.RetireCourse,
  reads: { course },
  decide: (command, { course }) =>
    refusedBy(
      mustExist(course, command.courseId),
      onlyFrom(course.status, ['drafted', 'published', 'revising'], 'RetireCourse'),
    ) ?? accepted(events.CourseRetired(command)),
})

import {
  accepted,
  advised,
  defineDecision,
  eachOf,
  keyedBy,
  onlyFrom,
  refusedBy,
  type StateOf,
  Unknown,
} from '../kernel/index.ts'
import {
  type Alternatives,
  type CompletionRule,
  given,
  isChoice,
  tinyAttendanceShares,
} from '../vocabulary/index.ts'
import { catalogCommands as commands } from './commands.ts'
import { equivalence } from './equivalence/status.ts'
import { catalogEvents } from './events.ts'
import { type Before, cycleThrough } from './prerequisite-cycle.ts'
import { catalogRejections } from './rejections.ts'
import { type CourseState, course, prerequisites } from './state.ts'

const events = catalogEvents.make
const {
  AlternativesTooFew,
  CompletionRuleInvalid,
  CourseCountsAsItself,
  DuplicateCase,
  DurationMismatch,
  EquivalenceOverlaps,
  PrerequisiteCycle,
  SuccessorRetired,
  ValidityInverted,
  VersionImmutable,
  VersionOutOfOrder,
} = catalogRejections

const ifAny = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id])

const mustExist = (course: CourseState, courseId: string) =>
  course.status === 'unknown' && Unknown({ what: 'course', id: courseId })

/** A rule can be met, and asks for each thing once. */
const theRuleMakesSense = (rule: CompletionRule) => {
  if (rule.require === 'atLeast' && rule.count > rule.of.length)
    return CompletionRuleInvalid({ because: 'countAboveCriteria' })
  const asked = rule.of.map((one) => (one.kind === 'result' ? `result ${one.instrumentId}` : one.kind))
  return new Set(asked).size < asked.length && CompletionRuleInvalid({ because: 'criterionTwice' })
}

type Graph = StateOf<typeof prerequisites>

const noCourseAsksForItself = (courseId: string, own: Before, { of, choices }: Graph) => {
  const path = cycleThrough(courseId, (id) =>
    id === courseId ? own : { all: of[id] ?? [], some: choices[id] ?? [] },
  )
  return path !== undefined && PrerequisiteCycle({ path })
}

/** Of the alternatives no more is asked for than there are. */
const choicesCanBeMade = (some: readonly Alternatives[]) => {
  const impossible = some.find((one) => !isChoice(one))
  return (
    impossible !== undefined && AlternativesTooFew({ atLeast: impossible.atLeast, of: impossible.courseIds })
  )
}

const prerequisitesArePublished = ({ all, some }: Before, { of }: Graph) => {
  const asked = [...all, ...some.flatMap(({ courseIds }) => courseIds)]
  const missing = asked.find((id) => of[id] === undefined)
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
    const { courseId, version, modules, prerequisiteIds, prerequisiteAlternatives, completionRule } =
      published
    const before = { all: prerequisiteIds, some: prerequisiteAlternatives ?? [] }
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
        choicesCanBeMade(before.some),
        noCourseAsksForItself(courseId, before, prerequisites),
        prerequisitesArePublished(before, prerequisites),
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

/** One course counts as another on some days; declared again, it counts on later ones. */
export const declareEquivalence = defineDecision({
  command: commands.DeclareEquivalence,
  reads: { course, other: keyedBy(course, { courseId: 'countsAsId' }), equivalence },
  decide: (command, { course, other, equivalence: { from, until } }) => {
    const { courseId, countsAsId, effectiveFrom } = command
    const ends = command.until
    if (from === effectiveFrom && until === ends) return accepted()
    return (
      refusedBy(
        mustExist(course, courseId),
        mustExist(other, countsAsId),
        (courseId as string) === countsAsId && CourseCountsAsItself({ courseId }),
        ends !== undefined &&
          ends < effectiveFrom &&
          ValidityInverted({ validFrom: effectiveFrom, validUntil: ends }),
        from !== undefined &&
          (until === undefined || effectiveFrom <= until) &&
          EquivalenceOverlaps({ from, ...given({ until }) }),
      ) ?? accepted(events.EquivalenceDeclared(command))
    )
  },
})

/** An end that comes sooner than the one that was said; what was completed by then goes on counting. */
export const endEquivalence = defineDecision({
  command: commands.EndEquivalence,
  reads: { equivalence },
  decide: (command, { equivalence: { from, until } }) => {
    const { courseId, countsAsId } = command
    const isSooner = until === undefined || command.until < until
    return (
      refusedBy(from === undefined && Unknown({ what: 'equivalence', id: `${courseId} ${countsAsId}` })) ??
      accepted(...(isSooner ? [events.EquivalenceEnded(command)] : []))
    )
  },
})

/** Nothing new is taught of it; a successor takes its place, and is one that can. */
export const retireCourse = defineDecision({
  command: commands.RetireCourse,
  reads: { course, successors: eachOf(course, 'successorId', ifAny) },
  decide: (command, { course, successors }) => {
    const { courseId, successorId } = command
    const successor = successorId === undefined ? undefined : successors[successorId]
    return (
      refusedBy(
        mustExist(course, courseId),
        onlyFrom(course.status, ['drafted', 'published', 'revising'], 'RetireCourse'),
        successorId !== undefined && successor !== undefined && mustExist(successor, successorId),
        successorId !== undefined &&
          ((successorId as string) === courseId || successor?.status === 'retired') &&
          SuccessorRetired({ successorId }),
      ) ?? accepted(events.CourseRetired(command))
    )
  },
})

/** Each view as a table. The comment of a column is its meaning on docs/tables.md, which is written from here. */
import type { MetricFigure, OpenMilestone } from '../../figures/index.ts'
import type { EnrolmentRecord } from '../../records/index.ts'
import {
  type AgendaItem,
  type AlignmentRow,
  askedAt,
  type boardOf,
  type casesIn,
  type coursesIn,
  type DueItem,
  type ExecutiveSummary,
  type ImprovementOnList,
  type LiaisonTask,
  type LineVsActual,
  minutesIn,
  type openByDepartment,
  type PlannedAndActual,
  type ProviderFigures,
  type RecommendedPath,
  type RosterStatistics,
  type readinessOf,
  type Scorecard,
  type TimelineEntry,
  type TrainerFigures,
  type TrainerInPool,
  type transcriptsOf,
  type WhoIsCurrent,
} from '../../views/index.ts'
import { figureCount, figureReason, figureValue, id, ids, tableOf, type ViewTable } from './table.ts'

const entries = <Item>(items: Readonly<Record<string, Item>>) =>
  Object.entries(items).map(([key, item]) => ({ key, ...item }))

/**
 * Every view as a table (视图的表格形式): rows of cells under headings that are explained on docs/tables.md. Hand a table what the
 * view of its name answers, and `tableCsv` the table. A figure has its value, its n, and the reason where there is no value; a time
 * is an instant in UTC, `2026-03-01T01:00:00.000Z`.
 *
 * @example
 * ```ts
 * import { viewTables } from 'training-ops/interop'
 * const talk = { liaisonReviewId: 'lr-1', unitId: 'sales', owner: 'operations', dueAt: '2026-03-31T01:00:00.000Z', overdue: false } as const
 * viewTables.liaisonTasks([talk]).columns.slice(0, 3) // => ['liaisonReviewId', 'unitId', 'owner']
 * viewTables.liaisonTasks([talk]).rows[0]?.slice(0, 2) // => [{ id: 'lr-1' }, { id: 'sales' }]
 * ```
 */
export const viewTables = {
  /** `rosterOf`: a row for each request for a seat. */
  roster: (roster: readonly EnrolmentRecord[]): ViewTable =>
    tableOf<EnrolmentRecord>(
      {
        /** The class. */
        offeringId: (one) => id(one.offeringId),
        /** The learner. */
        learnerId: (one) => id(one.learnerId),
        /** Where the enrolment stands: `enrolled`, `waitlisted`, `completed`, … */
        status: (one) => one.status,
        /** When they asked. */
        askedAt: (one) => askedAt(one),
        /** The way the request came in: `self`, `manager`, … */
        source: (one) => one.asked.source,
        /** The department they gave. */
        department: (one) => one.asked.department,
        /** The position they gave. */
        position: (one) => one.asked.position,
      },
      roster,
    ),
  /** `rosterStatistics`: a row for each department, position and source, and one for all. */
  rosterStatistics: ({
    byDepartment,
    byPosition,
    bySource,
    withoutDepartment,
    withoutPosition,
    ...all
  }: RosterStatistics): ViewTable => {
    const of = (
      by: string,
      counts: Readonly<
        Record<
          string,
          Omit<
            RosterStatistics,
            | 'expectations'
            | 'byDepartment'
            | 'byPosition'
            | 'bySource'
            | 'withoutDepartment'
            | 'withoutPosition'
          >
        >
      >,
    ) => Object.entries(counts).map(([group, one]) => ({ by, group, ...one }))
    return tableOf(
      {
        /** How they are grouped: `all`, `department`, `position` or `source`. */
        by: (one) => one.by,
        /** The group; nothing for everybody, and for those without a department or position. */
        group: (one) => one.group,
        /** Requests. */
        asked: (one) => one.asked,
        /** Those who hold a seat, or held one to the end. */
        seated: (one) => one.seated,
        /** Those to whom a seat is offered. */
        offered: (one) => one.offered,
        /** Those who wait for a seat. */
        waiting: (one) => one.waiting,
      },
      [
        { by: 'all', group: '', ...all },
        ...of('department', byDepartment),
        { by: 'department', group: '', ...withoutDepartment },
        ...of('position', byPosition),
        { by: 'position', group: '', ...withoutPosition },
        ...of('source', bySource),
      ],
    )
  },
  /** `boardOf`: a row for each class. */
  board: (board: ReturnType<typeof boardOf>): ViewTable =>
    tableOf(
      {
        /** The class. */
        offeringId: (one) => id(one.key),
        /** Its title. */
        title: (one) => one.title,
        /** Where it stands: `scheduled`, `confirmed`, `completed`, … */
        status: (one) => one.status,
        /** When its first session begins. */
        starts: (one) => one.starts,
        /** When its last session ends. */
        ends: (one) => one.ends,
        /** Learners with a seat. */
        enrolled: (one) => one.enrolments.enrolled,
        /** Learners to whom a seat is offered. */
        offered: (one) => one.enrolments.offered,
        /** Learners on the waitlist. */
        waitlisted: (one) => one.enrolments.waitlisted,
        /** Learners who completed it. */
        completed: (one) => one.enrolments.completed,
        /** Learners who failed it. */
        failed: (one) => one.enrolments.failed,
        /** Learners who did not come. */
        noShow: (one) => one.enrolments.noShow,
        /** Learners who withdrew, were transferred, or let an offer lapse. */
        left: (one) => one.enrolments.left,
      },
      entries(board),
    ),
  /** `transcriptsOf`: a row for each enrolment of each learner. */
  transcripts: (transcripts: ReturnType<typeof transcriptsOf>): ViewTable =>
    tableOf(
      {
        /** The learner. */
        learnerId: (one) => id(one.learnerId),
        /** The class. */
        offeringId: (one) => id(one.offeringId),
        /** The course. */
        courseId: (one) => id(one.courseId),
        /** The version of the course. */
        courseVersion: (one) => one.courseVersion,
        /** Where the enrolment stands. */
        status: (one) => one.status,
        /** When they asked. */
        askedAt: (one) => askedAt(one),
        /** When it ended. */
        closedAt: (one) => one.closedAt,
        /** Minutes attended. */
        attendedMinutes: (one) => minutesIn(one),
        /** Certificates of the course that were not revoked, a space between. */
        certificates: (one) => ids(one.certificateIds),
      },
      Object.entries(transcripts).flatMap(([learnerId, { enrolments, certificates }]) =>
        Object.entries(enrolments).map(([offeringId, one]) => ({
          ...one,
          learnerId,
          offeringId,
          certificateIds: Object.entries(certificates)
            .filter(([, { courseId, status }]) => courseId === one.courseId && status !== 'revoked')
            .map(([certificateId]) => certificateId),
        })),
      ),
    ),
  /** `agenda`: a row for each thing that is due. */
  agenda: (agenda: readonly AgendaItem[]): ViewTable =>
    tableOf(
      {
        /** By when. */
        dueAt: (one) => one.dueAt,
        /** The kind: `task`, `preparation`, `session`, `incident`, … */
        what: (one) => one.what,
        /** The id of the task, trainer, session, incident, talk, study or improvement. */
        id: (one) => id(one.id),
        /** The class, where it is of one. */
        offeringId: (one) => id(one.offeringId),
        /** The department, trainer, side or owner that has to see to it. */
        whose: (one) => one.whose,
        /** Whether it is too late. */
        overdue: (one) => one.overdue,
      },
      agenda,
    ),
  /** `readinessOf`: a row for each task that is open, overdue, or preparation that is missing, of classes by their ids. */
  readiness: (readiness: Readonly<Record<string, ReturnType<typeof readinessOf>>>): ViewTable =>
    tableOf(
      {
        /** The class. */
        offeringId: (one) => id(one.offeringId),
        /** `ready`, `open`, `overdue` or `unprepared`. */
        is: (one) => one.is,
        /** The task, or the trainer who is not prepared; nothing of a class that is ready. */
        id: (one) => id(one.id),
      },
      Object.entries(readiness).flatMap(([offeringId, { ready, open, overdue, unprepared }]) => [
        ...(ready ? [{ offeringId, is: 'ready', id: undefined }] : []),
        ...open.map((task) => ({ offeringId, is: overdue.includes(task) ? 'overdue' : 'open', id: task })),
        ...unprepared.map((trainer) => ({ offeringId, is: 'unprepared', id: trainer })),
      ]),
    ),
  /** `plannedAndActual`: a row for each session of a class. */
  plannedAndActual: (sessions: readonly PlannedAndActual[]): ViewTable =>
    tableOf(
      {
        /** The session. */
        sessionId: (one) => id(one.sessionId),
        /** Its length as planned, in minutes. */
        plannedMinutes: (one) => one.plannedMinutes,
        /** Its length as held, in minutes. */
        actualMinutes: (one) => one.actualMinutes,
        /** Minutes it began late; below zero where it began early. */
        beganLateMinutes: (one) => one.beganLate,
      },
      sessions,
    ),
  /** `operationsBoard`: a row for each thing that is due in operations. */
  operationsBoard: (due: readonly DueItem[]): ViewTable =>
    tableOf(
      {
        /** By which day or instant. */
        due: (one) => one.due,
        /** `milestone`, `class` or `task`. */
        what: (one) => one.what,
        /** Its id. */
        id: (one) => id(one.id),
        /** Its title. */
        title: (one) => one.title,
        /** The program. */
        programId: (one) => id(one.programId),
        /** The class. */
        offeringId: (one) => id(one.offeringId),
        /** The accountable person, or the department. */
        owner: (one) => one.owner,
        /** Whether it is too late. */
        overdue: (one) => one.overdue,
      },
      due,
    ),
  /** `executiveSummary`: a row for each number in it. */
  executiveSummary: ({
    programs,
    milestones,
    classes,
    attempts,
    objectives,
    money,
    figures,
  }: ExecutiveSummary): ViewTable => {
    const of = (part: string, counts: Readonly<Record<string, number>>) =>
      Object.entries(counts).map(([what, value]) => ({ part, what, value, n: undefined, why: undefined }))
    const figure = (
      part: string,
      what: string,
      result: MetricFigure | ExecutiveSummary['figures'][string],
    ) => ({
      part,
      what,
      value: figureValue(result),
      n: figureCount(result),
      why: figureReason(result),
    })
    return tableOf(
      {
        /** The part of the summary: `programs`, `milestones`, `classes`, `attempts`, `objectives`, `money`, `figures`. */
        part: (one) => one.part,
        /** The thing that is counted, measured or summed; for money with its currency. */
        what: (one) => one.what,
        /** The number; money in minor units. */
        value: (one) => one.value,
        /** The number of those a figure rests on. */
        n: (one) => one.n,
        /** Why a figure has no value. */
        why: (one) => one.why,
      },
      [
        ...of('programs', programs),
        figure('milestones', 'onTime', milestones.onTime),
        ...of('milestones', { overdue: milestones.overdue.length }),
        ...of('classes', classes),
        ...of('attempts', attempts),
        ...of('objectives', objectives),
        ...money.flatMap(({ currency, ...sums }) =>
          of(
            'money',
            Object.fromEntries(
              Object.entries(sums).flatMap(([what, sum]) =>
                typeof sum === 'number' ? [[`${what} ${currency}`, sum]] : [],
              ),
            ),
          ),
        ),
        ...Object.entries(figures).map(([what, result]) => figure('figures', what, result)),
      ],
    )
  },
  /** `programTimeline`: a row for each event. */
  programTimeline: (timeline: readonly TimelineEntry[]): ViewTable =>
    tableOf(
      {
        /** When it was so. */
        at: (one) => one.at,
        /** The phase of the lifecycle. */
        phase: (one) => one.phase,
        /** The context it is of. */
        room: (one) => one.room,
        /** The type of the event; its fields are on docs/events.md. */
        event: (one) => one.event.type,
      },
      timeline,
    ),
  /** `coursesIn`: a row for each course. */
  courses: (courses: ReturnType<typeof coursesIn>): ViewTable =>
    tableOf(
      {
        /** The course. */
        courseId: (one) => id(one.courseId),
        /** Its title. */
        title: (one) => one.title,
        /** Where it stands. */
        status: (one) => one.status,
        /** The version that is taught. */
        version: (one) => one.version,
        /** How it is held: `classroom`, `selfPaced`, … */
        modality: (one) => one.modality,
        /** Its length in minutes. */
        totalMinutes: (one) => one.totalMinutes,
        /** The courses that come before, a space between. */
        prerequisiteIds: (one) => ids(one.prerequisiteIds),
      },
      courses,
    ),
  /** `casesIn`: a row for each case. */
  cases: (cases: ReturnType<typeof casesIn>): ViewTable =>
    tableOf(
      {
        /** The case. */
        caseId: (one) => id(one.caseId),
        /** The course it is taught with. */
        courseId: (one) => id(one.courseId),
        /** Its title. */
        title: (one) => one.title,
        /** The industry it is from. */
        industry: (one) => one.industry,
      },
      cases,
    ),
  /** `trainersIn`: a row for each trainer and each course they may teach. */
  trainers: (trainers: readonly TrainerInPool[]): ViewTable =>
    tableOf(
      {
        /** The trainer. */
        resourceId: (one) => id(one.resourceId),
        /** Their name, as it was registered. */
        title: (one) => one.title,
        /** `trainer` is the organisation's own, `expert` comes from outside. */
        kind: (one) => one.kind,
        /** Where they stand. */
        status: (one) => one.status,
        /** A course they may teach; nothing where there is none. */
        courseId: (one) => id(one.courseId),
        /** The level at which they may. */
        level: (one) => one.level,
      },
      trainers.flatMap(({ teaches, ...one }) => {
        const courses = Object.entries(teaches)
        const known: readonly (readonly [string?, string?])[] = courses.length === 0 ? [[]] : courses
        return known.map(([courseId, level]) => ({ ...one, courseId, level }))
      }),
    ),
  /** `trainerFigures`: a row for each trainer, by their ids. */
  trainerFigures: (figures: Readonly<Record<string, TrainerFigures>>): ViewTable =>
    tableOf(
      {
        /** The trainer. */
        resourceId: (one) => id(one.key),
        /** Where they stand. */
        status: (one) => one.status,
        /** Sessions taught. */
        sessions: (one) => one.sessions,
        /** Hours taught (M22). */
        load: (one) => figureValue(one.load),
        /** The share of their available time that is booked (M22b). */
        utilisation: (one) => figureValue(one.utilisation),
        /** Their mean rating, as a share of its scale (M33b). */
        rating: (one) => figureValue(one.rating),
        /** The answers the rating rests on. */
        ratingN: (one) => figureCount(one.rating),
        /** Why there is no rating. */
        ratingWhy: (one) => figureReason(one.rating),
        /** Steps of development that were planned. */
        developmentPlanned: (one) => one.development.planned,
        /** Steps of development that were completed. */
        developmentCompleted: (one) => one.development.completed,
      },
      entries(figures),
    ),
  /** `providerFigures`: a row for each provider, by their ids. */
  providerFigures: (figures: Readonly<Record<string, ProviderFigures>>): ViewTable =>
    tableOf(
      {
        /** The provider. */
        resourceId: (one) => id(one.key),
        /** The mean rating, as a share of its scale (M33b). */
        rating: (one) => figureValue(one.rating),
        /** The answers the rating rests on. */
        ratingN: (one) => figureCount(one.rating),
        /** Why there is no rating. */
        ratingWhy: (one) => figureReason(one.rating),
        /** Whether the last screening recommended it; nothing where it was never screened. */
        recommended: (one) => one.recommended,
        /** The price last agreed, in minor units. */
        priceMinor: (one) => one.terms[0]?.minor,
        /** The currency of the price. */
        priceCurrency: (one) => one.terms[0]?.currency,
        /** The price is for one of these: `day`, `person`, … */
        pricePer: (one) => one.terms[0]?.per,
      },
      entries(figures),
    ),
  /** `openByDepartment`: a row for each open task. */
  openByDepartment: (open: ReturnType<typeof openByDepartment>): ViewTable =>
    tableOf(
      {
        /** The department that has to see to it. */
        department: (one) => one.owner,
        /** The kind: `task`, `incident`, `milestone`, … */
        kind: (one) => one.kind,
        /** Its id. */
        id: (one) => id(one.id),
        /** The kind of thing it is of: `offering`, `program`, `plan` or `unit`. */
        ofKind: (one) => one.of.kind,
        /** The id of that thing. */
        ofId: (one) => id(one.of.id),
        /** The subject. */
        about: (one) => one.about,
        /** The person in the department. */
        assigneeId: (one) => id(one.assigneeId),
        /** By which instant, or by which day. */
        due: (one) => one.dueAt ?? one.dueOn,
        /** Whether it is too late. */
        overdue: (one) => one.overdue,
      },
      Object.values(open).flat(),
    ),
  /** `recommendedPath`: a row for each course of the path, and each that was left out. */
  recommendedPath: ({ courseIds, leftOut }: RecommendedPath): ViewTable =>
    tableOf(
      {
        /** The place in the path, from 1; nothing of a course that was left out. */
        place: (one) => one.place,
        /** The course. */
        courseId: (one) => id(one.courseId),
        /** Why it was left out. */
        leftOutBecause: (one) => one.because,
      },
      [
        ...courseIds.map((courseId, at) => ({ place: at + 1, courseId, because: undefined })),
        ...leftOut.map((one) => ({ place: undefined, ...one })),
      ],
    ),
  /** `alignmentRows`: a row for each way from a driver to a measure. */
  alignment: (rows: readonly AlignmentRow[]): ViewTable =>
    tableOf(
      {
        /** The needs assessment. */
        assessmentId: (one) => id(one.assessmentId),
        /** The driver: a goal of the business. */
        driver: (one) => one.driver,
        /** The need that answers it. */
        needId: (one) => id(one.needId),
        /** The program for the need. */
        programId: (one) => id(one.programId),
        /** The objective of the program. */
        objectiveId: (one) => id(one.objectiveId),
        /** The measure of the objective: the id of a metric. */
        measure: (one) => one.measure,
        /** The level of evaluation, from 1 to 5. */
        level: (one) => one.level,
      },
      rows,
    ),
  /** `linesWithoutNeed`: a row for each line of a plan that answers no need. */
  linesWithoutNeed: (lines: readonly { readonly planId: string; readonly lineId: string }[]): ViewTable =>
    tableOf(
      {
        /** The plan. */
        planId: (one) => id(one.planId),
        /** The line. */
        lineId: (one) => id(one.lineId),
      },
      lines,
    ),
  /** `improvementsAsOf`: a row for each improvement. */
  improvements: (improvements: readonly ImprovementOnList[]): ViewTable =>
    tableOf(
      {
        /** The improvement. */
        improvementId: (one) => id(one.improvementId),
        /** The study it comes from. */
        evaluationId: (one) => id(one.evaluationId),
        /** The program. */
        programId: (one) => id(one.programId),
        /** The class. */
        offeringId: (one) => id(one.offeringId),
        /** The level of the finding it follows from, from 1 to 5. */
        level: (one) => one.level,
        /** The owner. */
        owner: (one) => id(one.owner),
        /** The day by which. */
        due: (one) => one.due,
        /** `open`, `overdue`, `completed` or `dismissed`. */
        status: (one) => one.status,
        /** When it was proposed. */
        proposedAt: (one) => one.proposedAt,
        /** When it was completed or dismissed. */
        settledAt: (one) => one.settledAt,
      },
      improvements,
    ),
  /** `whoIsCurrent`: a row for each department under each requirement. */
  whoIsCurrent: ({ rows }: WhoIsCurrent): ViewTable =>
    tableOf(
      {
        /** The department. */
        department: (one) => one.department,
        /** The requirement. */
        requirementId: (one) => id(one.requirementId),
        /** The number of people it binds. */
        obliged: (one) => one.obliged,
        /** The share of them who hold it. */
        current: (one) => figureValue(one.current),
        /** Why there is no share. */
        why: (one) => figureReason(one.current),
      },
      rows.flatMap(({ department, cells }) =>
        Object.entries(cells).map(([requirementId, cell]) => ({ department, requirementId, ...cell })),
      ),
    ),
  /** `kirkpatrickScorecard`: a row for each figure. */
  scorecard: ({ levels }: Scorecard): ViewTable =>
    tableOf(
      {
        /** The level, from 1 to 5. */
        level: (one) => one.level,
        /** The figure: unique within the program. */
        figure: (one) => one.figure,
        /** The metric, by its id in the catalog. */
        metric: (one) => one.metric,
        /** The value. */
        value: (one) => figureValue(one.result),
        /** The unit of the value. */
        unit: (one) => (one.result.status === 'ok' ? one.result.unit : undefined),
        /** The number of those it rests on. */
        n: (one) => figureCount(one.result),
        /** The lower end of its interval. */
        low: (one) => (one.result.status === 'ok' ? one.result.interval?.low : undefined),
        /** The upper end of its interval. */
        high: (one) => (one.result.status === 'ok' ? one.result.interval?.high : undefined),
        /** Why it has no value. */
        why: (one) => figureReason(one.result),
      },
      levels.flatMap(({ level, figures }) => figures.map((figure) => ({ ...figure, level }))),
    ),
  /** `openMilestonesOf`: a row for each open milestone. */
  milestones: (milestones: readonly OpenMilestone[]): ViewTable =>
    tableOf(
      {
        /** The program. */
        programId: (one) => id(one.programId),
        /** The milestone. */
        milestoneId: (one) => id(one.milestoneId),
        /** Its title. */
        title: (one) => one.title,
        /** The day by which. */
        due: (one) => one.due,
        /** The accountable person. */
        accountableId: (one) => id(one.accountableId),
      },
      milestones,
    ),
  /** `liaisonTasks`: a row for each side of each talk. */
  liaisonTasks: (tasks: readonly LiaisonTask[]): ViewTable =>
    tableOf(
      {
        /** The talk. */
        liaisonReviewId: (one) => id(one.liaisonReviewId),
        /** The business unit. */
        unitId: (one) => id(one.unitId),
        /** The side: `operations` or `businessUnit`. */
        owner: (one) => one.owner,
        /** The counterpart in the unit. */
        assigneeId: (one) => id(one.assigneeId),
        /** By when. */
        dueAt: (one) => one.dueAt,
        /** Whether it is too late. */
        overdue: (one) => one.overdue,
      },
      tasks,
    ),
  /** `planVsActualIn`: a row for each line of a plan. */
  planVsActual: (lines: readonly LineVsActual[]): ViewTable =>
    tableOf(
      {
        /** The plan. */
        planId: (one) => id(one.planId),
        /** The line. */
        lineId: (one) => id(one.lineId),
        /** The programs of the line, a space between. */
        programIds: (one) => ids(one.programIds),
        /** People planned. */
        plannedPeople: (one) => one.headcount.planned,
        /** People trained. */
        trainedPeople: (one) => one.headcount.trained,
        /** The share of the planned people that was reached (M14b). */
        reached: (one) => figureValue(one.reached),
        /** The share of the planned classes that was held (M14). */
        classes: (one) => figureValue(one.classes),
        /** The share of the milestones that was met in time (M15). */
        onTime: (one) => figureValue(one.onTime),
        /** The share of the budget that was spent (M13). */
        execution: (one) => figureValue(one.execution),
      },
      lines,
    ),
} as const

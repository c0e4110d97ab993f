import { type Intent, intent, mistake, type TakenBy } from '../../kernel/index.ts'
import type { planningEvents } from '../../planning/events.ts'
import { daysAfter, derivedId, given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'

type Published = TakenBy<(typeof planningEvents.declarations)['SopVersionPublished']['schema']>
type Asked<Name extends 'ScheduleOffering' | 'PlanTask'> = TakenBy<(typeof commands)[Name]['schema']>

/** A version of a procedure, as it was published. */
export type SopToFollow = Pick<Published, 'sopId' | 'version' | 'kind' | 'tasks' | 'forms'>

/** The class to set up: what the procedure cannot know. */
export type ClassToSetUp = Omit<
  Asked<'ScheduleOffering'>,
  'kind' | 'approval' | 'enrolmentOpens' | 'enrolmentCloses' | 'withdrawalDeadline'
>

/** The commands that set a class up: it is scheduled, and its tasks are planned. */
export type SetUp =
  | Intent<'ScheduleOffering', Asked<'ScheduleOffering'>>
  | Intent<'PlanTask', Asked<'PlanTask'>>

/**
 * Follows a procedure (培训项目执行SOP) for one class: answers the command that schedules it, with the procedure's
 * enrolment process (报名流程), and one that plans each task, each item of the materials list (物料清单) and each
 * questionnaire of the evaluation template (评估模板). Days are counted in the zone of the first session; asked twice
 * for the same class it answers the same ids.
 *
 * Materials by learner are counted for the seats there are at most; without a maximum, for the minimum.
 *
 * @example
 * ```ts
 * import { instantiate, type SopToFollow } from 'training-ops'
 * const sop: SopToFollow = {
 *   sopId: 'classroom',
 *   version: 1,
 *   kind: 'course',
 *   tasks: [{ task: 'tea', artefact: 'refreshments', department: 'administration', role: 'administration', offset: -3, anchor: 'start', neededFor: 'delivery' }],
 *   forms: { enrolment: { approval: 'required', closesDaysBefore: 7 }, materials: [] },
 * }
 * const [schedule, tea] = instantiate(sop, {
 *   at: '2026-03-01T01:00:00.000Z',
 *   offeringId: 'o-1',
 *   courseId: 'questions',
 *   courseVersion: 1,
 *   title: 'Class 1',
 *   modality: 'classroom',
 *   sessions: [{ sessionId: 's-1', start: '2026-04-06T01:00:00.000Z', end: '2026-04-06T09:00:00.000Z', zone: 'Asia/Shanghai' }],
 *   capacity: { min: 4, max: 12 },
 *   completionRule: { require: 'all', of: [] },
 * })
 * schedule?.type === 'ScheduleOffering' && schedule.data.enrolmentCloses // => '2026-03-30T01:00:00.000Z'
 * tea?.type === 'PlanTask' && tea.data.dueAt // => '2026-04-03T01:00:00.000Z'
 * ```
 */
export const instantiate = (sop: SopToFollow, wanted: ClassToSetUp): readonly SetUp[] => {
  const { at, offeringId, sessions, capacity } = wanted
  const first = [...sessions].sort((a, b) => (a.start < b.start ? -1 : 1))[0]
  if (first === undefined) throw mistake('instantiate', 'a class with a session', 'none')
  const { zone } = first
  const anchors = {
    start: first.start,
    end:
      sessions
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? first.end,
  }
  const before = (days: number | undefined) =>
    days === undefined ? undefined : daysAfter(first.start, -days, zone)
  const { enrolment, materials, evaluation } = sop.forms
  const windows = {
    enrolmentOpens: before(enrolment.opensDaysBefore),
    enrolmentCloses: before(enrolment.closesDaysBefore),
    withdrawalDeadline: before(enrolment.withdrawalDaysBefore),
  }
  const template = { sopId: sop.sopId, sopVersion: sop.version }
  const plan = (of: string, task: Omit<Asked<'PlanTask'>, 'at' | 'offeringId' | 'taskId'>) =>
    intent(commands.PlanTask, { at, offeringId, taskId: derivedId(offeringId, of), ...template, ...task })
  const many = { learner: capacity.max ?? capacity.min, session: sessions.length, offering: 1 }
  return [
    intent(commands.ScheduleOffering, {
      ...wanted,
      kind: sop.kind,
      approval: enrolment.approval,
      ...Object.fromEntries(Object.entries(windows).filter(([, instant]) => instant !== undefined)),
    }),
    ...sop.tasks.map(({ task, title, artefact, department, offset, anchor, neededFor }) =>
      plan(task, {
        artefact,
        ...given({ title }),
        owner: department,
        dueAt: daysAfter(anchors[anchor], offset, zone),
        neededFor,
      }),
    ),
    ...materials.map(({ item, title, quantity, per, department, daysBefore }) =>
      plan(`material-${item}`, {
        artefact: item,
        title: `${title ?? item} × ${quantity * many[per]}`,
        owner: department,
        dueAt: daysAfter(anchors.start, -daysBefore, zone),
        neededFor: 'delivery',
      }),
    ),
    ...(evaluation?.instruments ?? []).map(({ purpose, instrumentId, version }) =>
      plan(`evaluation-${purpose}`, {
        artefact: 'questionnaire',
        title: `${purpose}: ${instrumentId} ${version}`,
        owner: 'operations',
        dueAt: purpose === 'pretest' || purpose === 'pulse' ? anchors.start : anchors.end,
        neededFor: purpose === 'pretest' || purpose === 'pulse' ? 'delivery' : 'completion',
      }),
    ),
  ]
}

import {
  assemble,
  createLedger,
  figureOf,
  instantiate,
  isAccepted,
  lifecycle,
  offering,
  offeringRecord,
  preparation,
  project,
  type SopToFollow,
  templateShareFigure,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { happened, monday, offeringId, schedule, tuesday } from './an-offering.ts'

const task = (name: string, more: Partial<SopToFollow['tasks'][number]> = {}) => ({
  task: name,
  artefact: name,
  department: 'operations',
  role: 'operations',
  offset: -7,
  anchor: 'start' as const,
  neededFor: 'delivery' as const,
  ...more,
})
const sop: SopToFollow = {
  sopId: 'classroom',
  version: 3,
  kind: 'course',
  tasks: [
    task('slides', { title: 'PPT' }),
    task('refreshments', { department: 'administration', offset: -1 }),
    task('certificate', { anchor: 'end', offset: 2, neededFor: 'completion' }),
  ],
  forms: {
    enrolment: { approval: 'required', opensDaysBefore: 21, closesDaysBefore: 3, withdrawalDaysBefore: 1 },
    materials: [
      { item: 'manual', quantity: 1, per: 'learner', department: 'operations', daysBefore: 2 },
      {
        item: 'flipchart',
        title: '白板',
        quantity: 2,
        per: 'session',
        department: 'administration',
        daysBefore: 1,
      },
    ],
    evaluation: {
      instruments: [
        { purpose: 'pretest', instrumentId: 'test', version: 1 },
        { purpose: 'reaction', instrumentId: 'smile', version: 2 },
      ],
    },
  },
}
const { kind: _, approval: _a, enrolmentCloses: _e, withdrawalDeadline: _w, ...wanted } = schedule
const commands = instantiate(sop, wanted)

describe('a class that is set up by a procedure', () => {
  test('is scheduled with the procedure’s enrolment process', () => {
    expect(commands[0]).toEqual({
      type: 'ScheduleOffering',
      data: {
        ...wanted,
        kind: 'course',
        approval: 'required',
        enrolmentOpens: '2026-03-16T01:00:00.000Z',
        enrolmentCloses: '2026-04-03T01:00:00.000Z',
        withdrawalDeadline: '2026-04-05T01:00:00.000Z',
      },
    })
  })
  test('has its tasks counted from its first day and from its last', () => {
    const planned = commands.flatMap((one) =>
      one.type === 'PlanTask'
        ? [[one.data.artefact, one.data.owner, one.data.dueAt, one.data.neededFor]]
        : [],
    )
    expect(planned.slice(0, 3)).toEqual([
      ['slides', 'operations', '2026-03-30T01:00:00.000Z', 'delivery'],
      ['refreshments', 'administration', '2026-04-05T01:00:00.000Z', 'delivery'],
      ['certificate', 'operations', '2026-04-09T09:00:00.000Z', 'completion'],
    ])
  })
  test('has its materials counted by seat and by session, and its questionnaires', () => {
    const titles = commands.flatMap((one) => (one.type === 'PlanTask' ? [one.data.title] : []))
    expect(titles).toEqual([
      'PPT',
      undefined,
      undefined,
      'manual × 2',
      '白板 × 4',
      'pretest: test 1',
      'reaction: smile 2',
    ])
  })
  test('counts materials for the minimum where seats are without limit', () => {
    const [, ...open] = instantiate(sop, { ...wanted, capacity: { min: 5 } })
    const manual = open.find((one) => one.type === 'PlanTask' && one.data.artefact === 'manual')
    expect(manual).toMatchObject({ data: { title: 'manual × 5' } })
  })
  test('keeps its local hours when the clocks change', () => {
    const zone = 'Europe/Berlin'
    const late = { ...monday, start: '2026-03-30T07:00:00.000Z', end: '2026-03-30T15:00:00.000Z', zone }
    const [, slides] = instantiate(sop, { ...wanted, sessions: [late] })
    expect(slides).toMatchObject({ data: { dueAt: '2026-03-23T08:00:00.000Z' } })
  })
  test('begins with its earliest session, in whatever order they are written', () => {
    expect(instantiate(sop, { ...wanted, sessions: [tuesday, monday] }).slice(1)).toEqual(commands.slice(1))
  })
  test('needs a session', () => {
    expect(() => instantiate(sop, { ...wanted, sessions: [] })).toThrow(
      'training-ops: instantiate needs a class with a session, got none',
    )
  })
  test('is there when its commands were carried out, and asking twice is asking once', () => {
    const ledger = createLedger(assemble(lifecycle, {}, { trusted: true }))
    const follow = () =>
      commands.map((command, index) => {
        const verdict = ledger.execute({ ...command, metadata: { commandId: `sop-${index}` } } as never)
        return isAccepted(verdict)
      })
    expect(follow().every(Boolean)).toBe(true)
    const events = ledger.events().length
    expect(follow().every(Boolean)).toBe(true)
    expect(ledger.events().length).toBe(events)
    expect(ledger.project(offering)[offeringId]?.status).toBe('scheduled')
    expect(Object.keys(ledger.project(preparation)[offeringId]?.tasks ?? {})).toHaveLength(7)
    expect(figureOf(templateShareFigure, ledger.project(offeringRecord))).toMatchObject({
      status: 'ok',
      value: 1,
      n: 7,
      unit: 'ratio',
    })
  })
})

test('the share of tasks that come from a procedure is told, and none where there are no tasks', () => {
  const planned = (taskId: string, more: object = {}) =>
    happened.TaskPlanned({
      at: schedule.at,
      offeringId,
      taskId,
      artefact: 'slides',
      owner: 'operations',
      dueAt: schedule.at,
      neededFor: 'delivery',
      ...more,
    })
  const events = [
    planned('t-1', { sopId: 'a', sopVersion: 1 }),
    planned('t-2'),
    planned('t-3', { sopId: 'a', sopVersion: 2 }),
    planned('t-4'),
  ]
  expect(figureOf(templateShareFigure, project(offeringRecord, events))).toMatchObject({
    status: 'ok',
    value: 0.5,
    n: 4,
    unit: 'ratio',
  })
  expect(figureOf(templateShareFigure, {})).toMatchObject({
    status: 'undefined',
    reason: { code: 'ZeroDenominator', what: 'tasks' },
  })
})

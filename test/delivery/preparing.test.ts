import { assemble, catalog, delivery, derivedId, resourceEvents, resources } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import { openStaffed, released, reserved, staffedClass, taken } from './a-staffed-class.ts'
import {
  at,
  confirmed,
  enrolled,
  happened,
  held,
  monday,
  offeringId,
  schedule,
  training,
  tuesday,
} from './an-offering.ts'

const story = scenario(training)
const both = [monday.sessionId, tuesday.sessionId]
const cancelled = happened.OfferingCancelled({ at, offeringId, cause: 'other' })

describe('assigning a trainer', () => {
  const ask = (more: object = {}) =>
    ({ type: 'AssignTrainer', data: { at, offeringId, trainerId: 'mei', ...more } }) as never
  const assigned = (sessionIds: string[]) =>
    happened.TrainerAssigned({ at, offeringId, trainerId: 'mei', sessionIds })
  test('books them for all that is to come, or for the sessions named', () => {
    story
      .given(...staffedClass)
      .when(ask())
      .then(assigned(both), reserved('mei', monday, true), reserved('mei', tuesday, true))
    story
      .given(...staffedClass)
      .when(ask({ sessionIds: [tuesday.sessionId] }))
      .then(assigned([tuesday.sessionId]), reserved('mei', tuesday, true))
    story
      .given(...openStaffed, ...enrolled('ada'), confirmed, held(monday, 1))
      .when(ask())
      .then(assigned([tuesday.sessionId]), reserved('mei', tuesday, true))
  })
  test('who teaches it already changes nothing', () => {
    story
      .given(...staffedClass)
      .when(ask({ trainerId: 'zhou' }))
      .thenNothing()
  })
  test('who is elsewhere, not qualified, or no trainer is refused', () => {
    story
      .given(...staffedClass, taken('mei', tuesday))
      .when(ask())
      .thenRejected({
        code: 'TrainerUnavailable',
        trainerId: 'mei',
        sessionId: tuesday.sessionId,
        with: 'elsewhere',
      })
    story
      .given(...staffedClass)
      .when(ask({ trainerId: 'lou' }))
      .thenRejected({ code: 'TrainerNotQualified', trainerId: 'lou', courseId: 'selling' })
    story
      .given(...staffedClass)
      .when(ask({ trainerId: 'hall' }))
      .thenRejected({ code: 'WrongResourceKind', resourceId: 'hall', kind: 'venue', as: 'trainer' })
  })
  test('is refused for a session that was held, or is none, or when all is over', () => {
    const heldAlready = [...openStaffed, ...enrolled('ada'), confirmed, held(monday, 1)] as const
    story
      .given(...heldAlready)
      .when(ask({ sessionIds: both }))
      .thenRejected({ code: 'SessionAlreadyDelivered', sessionId: monday.sessionId })
    story
      .given(...staffedClass)
      .when(ask({ sessionIds: ['sunday'] }))
      .thenRejected({ code: 'Unknown', what: 'session', id: 'sunday' })
    story
      .given(...staffedClass, cancelled)
      .when(ask())
      .thenRejected({ code: 'IllegalTransition', from: 'cancelled', command: 'AssignTrainer' })
  })
})

describe('a trainer who cannot', () => {
  const unassigned = (sessionIds: string[], more: object = {}) =>
    happened.TrainerUnassigned({ at, offeringId, trainerId: 'zhou', sessionIds, ...more })
  test('is taken off, and free again', () => {
    story
      .given(...staffedClass)
      .when({ type: 'UnassignTrainer', data: { at, offeringId, trainerId: 'zhou', reason: 'ill' } })
      .then(unassigned(both, { reason: 'ill' }), released('zhou', monday), released('zhou', tuesday))
  })
  test('is replaced in one step, so that no class is without', () => {
    story
      .given(...staffedClass)
      .when({
        type: 'ReplaceTrainer',
        data: { at, offeringId, trainerId: 'zhou', replacementId: 'mei', sessionIds: [tuesday.sessionId] },
      })
      .then(
        unassigned([tuesday.sessionId]),
        released('zhou', tuesday),
        happened.TrainerAssigned({ at, offeringId, trainerId: 'mei', sessionIds: [tuesday.sessionId] }),
        reserved('mei', tuesday, true),
      )
  })
  test('is not replaced by who is elsewhere: then nothing changes', () => {
    story
      .given(...staffedClass, taken('mei', monday))
      .when({ type: 'ReplaceTrainer', data: { at, offeringId, trainerId: 'zhou', replacementId: 'mei' } })
      .thenRejected({
        code: 'TrainerUnavailable',
        trainerId: 'mei',
        sessionId: monday.sessionId,
        with: 'elsewhere',
      })
  })
  test('must teach it to be taken off, replaced, briefed, or asked how far they are', () => {
    const not = { code: 'TrainerNotAssigned', trainerId: 'mei' } as const
    const mei = { at, offeringId, trainerId: 'mei' }
    story
      .given(...staffedClass)
      .when({ type: 'UnassignTrainer', data: mei })
      .thenRejected(not)
    story
      .given(...staffedClass)
      .when({ type: 'ReplaceTrainer', data: { ...mei, replacementId: 'zhou' } })
      .thenRejected(not)
    story
      .given(...staffedClass)
      .when({ type: 'BriefTrainer', data: mei })
      .thenRejected(not)
    story
      .given(...staffedClass)
      .when({ type: 'ReportTrainerPreparation', data: { ...mei, percent: 50 } })
      .thenRejected(not)
  })
  test('because they are suspended, is an incident of each class to come', () => {
    const { ResourceRetired, ResourceSuspended } = resourceEvents.make
    const incident = (sessionId: string) => ({
      type: 'ReportIncident',
      data: {
        at,
        offeringId,
        incidentId: derivedId(offeringId, sessionId, 'zhou', at),
        sessionId,
        resourceId: 'zhou',
        kind: 'trainer',
      },
    })
    for (const gone of [
      ResourceSuspended({ at, resourceId: 'zhou', reason: 'ill' }),
      ResourceRetired({ at, resourceId: 'zhou' }),
    ])
      story
        .given(...staffedClass, gone)
        .whenHappened(gone)
        .thenCommands(...both.map(incident))
  })
})

describe('preparation', () => {
  const zhou = { at, offeringId, trainerId: 'zhou' }
  const reported = (percent: number) => happened.TrainerPreparationReported({ ...zhou, percent })
  const remind = { type: 'RemindTrainers', data: { at, offeringId, starts: monday.start } } as const
  test('is briefed, then reported as it goes on', () => {
    story
      .given(...staffedClass)
      .when({ type: 'BriefTrainer', data: { ...zhou, brief: 'Twelve account managers.' } })
      .then(happened.TrainerBriefed({ ...zhou, brief: 'Twelve account managers.' }))
    story
      .given(...staffedClass)
      .when({ type: 'ReportTrainerPreparation', data: { ...zhou, percent: 60 } })
      .then(reported(60))
    story
      .given(...staffedClass, reported(60))
      .when({ type: 'ReportTrainerPreparation', data: { ...zhou, percent: 60 } })
      .thenNothing()
  })
  test('that is not finished is reminded of; what is, is not', () => {
    story
      .given(...staffedClass, reported(60))
      .when(remind)
      .then(happened.TrainerReminded({ ...zhou, percent: 60, starts: monday.start }))
    story
      .given(...staffedClass, reported(100))
      .when(remind)
      .thenNothing()
  })
  test('is not reminded of for hours that have changed, nor for a class that is off', () => {
    story
      .given(...staffedClass)
      .when({ ...remind, data: { ...remind.data, starts: tuesday.start } })
      .thenNothing()
    story
      .given(...staffedClass, cancelled)
      .when(remind)
      .thenNothing()
  })
})

const manuals = {
  taskId: 'manuals',
  artefact: 'manual',
  owner: 'administration',
  dueAt: '2026-04-03T09:00:00.000Z',
}
const planned = (neededFor: 'confirmation' | 'delivery' | 'completion' = 'delivery') =>
  happened.TaskPlanned({ at, offeringId, ...manuals, neededFor })
const done = happened.TaskCompleted({
  at,
  offeringId,
  taskId: 'manuals',
  owner: manuals.owner,
  dueAt: manuals.dueAt,
})
const waived = happened.TaskWaived({
  at,
  offeringId,
  taskId: 'manuals',
  owner: manuals.owner,
  reason: 'online',
})

describe('a task', () => {
  const of = { at, offeringId, taskId: 'manuals' }
  test('is planned once, and done or waived', () => {
    story
      .given(...staffedClass)
      .when({ type: 'PlanTask', data: { at, offeringId, ...manuals } })
      .then(planned())
    story
      .given(...staffedClass, planned())
      .when({ type: 'PlanTask', data: { at, offeringId, ...manuals } })
      .thenRejected({ code: 'IllegalTransition', from: 'open', command: 'PlanTask' })
    story
      .given(...staffedClass, planned())
      .when({ type: 'CompleteTask', data: of })
      .then(done)
    story
      .given(...staffedClass, planned())
      .when({ type: 'WaiveTask', data: { ...of, reason: 'online' } })
      .then(waived)
    story
      .given(...staffedClass, planned(), done)
      .when({ type: 'CompleteTask', data: of })
      .thenNothing()
    story
      .given(...staffedClass, planned(), waived)
      .when({ type: 'CompleteTask', data: of })
      .thenRejected({ code: 'IllegalTransition', from: 'waived', command: 'CompleteTask' })
    story
      .given(...staffedClass, planned(), done)
      .when({ type: 'WaiveTask', data: { ...of, reason: 'late' } })
      .thenRejected({ code: 'IllegalTransition', from: 'done', command: 'WaiveTask' })
  })
  test('nobody planned is unknown', () => {
    for (const type of ['CompleteTask', 'RemindTask'] as const)
      story
        .given(...staffedClass)
        .when({ type, data: of })
        .thenRejected({ code: 'Unknown', what: 'task', id: 'manuals' })
  })
  test('may be seen to after the class, not after it was called off', () => {
    const over = happened.OfferingCompleted({
      at,
      offeringId,
      courseId: 'selling',
      courseVersion: 1,
      endedAt: tuesday.end,
      zone: 'UTC',
      enrolled: 1,
    })
    story
      .given(...staffedClass, planned(), over)
      .when({ type: 'CompleteTask', data: of })
      .then(done)
    story
      .given(...staffedClass, planned(), cancelled)
      .when({ type: 'CompleteTask', data: of })
      .thenRejected({ code: 'IllegalTransition', from: 'cancelled', command: 'CompleteTask' })
  })
  test('is reminded of two days before it is due and when it is', () => {
    story
      .given(...staffedClass, planned())
      .whenHappened(planned())
      .thenDeadlines(
        ...['2026-04-01T09:00:00.000Z', manuals.dueAt].map((dueAt) => ({
          dueAt,
          command: { type: 'RemindTask', data: { at: dueAt, offeringId, taskId: 'manuals' } },
        })),
      )
    const reminded = (when: string, overdue: boolean) =>
      happened.TaskReminded({
        at: when,
        offeringId,
        taskId: 'manuals',
        owner: manuals.owner,
        dueAt: manuals.dueAt,
        overdue,
      })
    for (const [when, overdue] of [
      ['2026-04-01T09:00:00.000Z', false],
      [manuals.dueAt, true],
    ] as const)
      story
        .given(...staffedClass, planned())
        .when({ type: 'RemindTask', data: { ...of, at: when } })
        .then(reminded(when, overdue))
    for (const after of [done, cancelled])
      story
        .given(...staffedClass, planned(), after)
        .when({ type: 'RemindTask', data: of })
        .thenNothing()
  })
  test('holds up the step it is needed for, and the steps after that', () => {
    const toConfirm = [...openStaffed, ...enrolled('ada')] as const
    const open = { code: 'ReadinessIncomplete', tasks: ['manuals'] } as const
    story
      .given(...toConfirm, planned('confirmation'))
      .when({ type: 'ConfirmOffering', data: { at, offeringId } })
      .thenRejected(open)
    story
      .given(...toConfirm, planned('delivery'))
      .when({ type: 'ConfirmOffering', data: { at, offeringId } })
      .then(confirmed)
    const deliver = {
      type: 'DeliverSession',
      data: {
        at: monday.end,
        offeringId,
        sessionId: monday.sessionId,
        actualStart: monday.start,
        actualEnd: monday.end,
      },
    } as const
    const taught = happened.SessionDelivered({ ...held(monday, 1).data, trainerIds: ['zhou'] })
    story
      .given(...toConfirm, planned('delivery'), confirmed)
      .when(deliver)
      .thenRejected(open)
    story
      .given(...toConfirm, planned('delivery'), waived, confirmed)
      .when(deliver)
      .then(taught)
    story
      .given(...toConfirm, planned('completion'), confirmed)
      .when(deliver)
      .then(taught)
    const complete = { type: 'CompleteOffering', data: { at, offeringId } } as const
    story
      .given(...toConfirm, planned('completion'), confirmed, held(monday, 1), held(tuesday, 0))
      .when(complete)
      .thenRejected(open)
  })
})

describe('before the class', () => {
  const check = { type: 'CheckReadiness', data: { at, offeringId, starts: monday.start } } as const
  test('what is open and who is unprepared raise an alert', () => {
    story
      .given(...staffedClass, planned())
      .when(check)
      .then(
        happened.ReadinessAlerted({
          at,
          offeringId,
          starts: monday.start,
          taskIds: ['manuals'],
          trainerIds: ['zhou'],
        }),
      )
  })
  test('tasks are told in the order in which they were planned, whatever their ids look like', () => {
    const told = (...taskIds: readonly string[]) =>
      story
        .given(
          ...staffedClass,
          ...taskIds.map(
            (taskId) => ({ ...planned(), data: { ...planned().data, taskId } }) as ReturnType<typeof planned>,
          ),
        )
        .when(check)
        .then(
          happened.ReadinessAlerted({
            at,
            offeringId,
            starts: monday.start,
            taskIds: [...taskIds],
            trainerIds: ['zhou'],
          }),
        )
    told('sop-1', 'task-1')
    told('13', '9')
  })
  test('nothing is said when all is ready, or the hours are others', () => {
    const prepared = happened.TrainerPreparationReported({ at, offeringId, trainerId: 'zhou', percent: 100 })
    story
      .given(...staffedClass, planned(), done, prepared)
      .when(check)
      .thenNothing()
    story
      .given(...staffedClass, planned())
      .when({ ...check, data: { ...check.data, starts: tuesday.start } })
      .thenNothing()
  })
  test('learners are reminded of each session that still begins then', () => {
    const remind = {
      type: 'RemindLearners',
      data: { at, offeringId, sessionId: monday.sessionId, starts: monday.start },
    } as const
    story
      .given(...openStaffed, ...enrolled('ada'))
      .when(remind)
      .then(
        happened.LearnersReminded({
          at,
          offeringId,
          sessionId: monday.sessionId,
          starts: monday.start,
          enrolled: 1,
        }),
      )
    story
      .given(...openStaffed)
      .when(remind)
      .thenNothing()
    story
      .given(...openStaffed, ...enrolled('ada'), cancelled)
      .when(remind)
      .thenNothing()
    story
      .given(...openStaffed, ...enrolled('ada'), confirmed, held(monday, 1))
      .when(remind)
      .thenNothing()
    story
      .given(...openStaffed, ...enrolled('ada'))
      .when({ ...remind, data: { ...remind.data, starts: tuesday.start } })
      .thenNothing()
  })
  const due = (dueAt: string, type: string, more: object) => ({
    dueAt,
    command: { type, data: { at: dueAt, offeringId, ...more } },
  })
  const scheduled = happened.OfferingScheduled({ ...schedule, enrolmentOpens: '2026-03-05T01:00:00.000Z' })
  const starts = { starts: monday.start }
  test('everybody hears of it in time, and the enrolment window keeps its days', () => {
    story
      .given(scheduled)
      .whenHappened(scheduled)
      .thenDeadlines(
        due('2026-03-05T01:00:00.000Z', 'OpenEnrolment', {}),
        due(schedule.enrolmentCloses, 'PassEnrolmentDeadline', {}),
        due('2026-03-30T01:00:00.000Z', 'RemindTrainers', starts),
        due('2026-04-03T01:00:00.000Z', 'CheckReadiness', starts),
        due('2026-04-05T01:00:00.000Z', 'RemindLearners', { ...starts, sessionId: monday.sessionId }),
        due('2026-04-06T01:00:00.000Z', 'RemindLearners', {
          starts: tuesday.start,
          sessionId: tuesday.sessionId,
        }),
      )
  })
  test('a session that moves takes its reminders along, at once where their day has passed', () => {
    const late = '2026-04-05T01:00:00.000Z'
    const start = '2026-04-05T09:00:00.000Z'
    const moved = happened.SessionRescheduled({
      at: late,
      offeringId,
      ...monday,
      start,
      was: { start: monday.start, end: monday.end },
      sequence: 1,
    })
    story
      .given(scheduled, moved)
      .whenHappened(moved)
      .thenDeadlines(
        due(late, 'RemindTrainers', { starts: start }),
        due(late, 'CheckReadiness', { starts: start }),
        due(late, 'RemindLearners', { starts: start, sessionId: monday.sessionId }),
      )
  })
  test('where the first session is cancelled, the next is prepared for', () => {
    const off = happened.SessionCancelled({
      at,
      offeringId,
      sessionId: monday.sessionId,
      start: monday.start,
      end: monday.end,
      zone: monday.zone,
      sequence: 1,
      remaining: 1,
      reason: 'snow',
    })
    story
      .given(scheduled, off)
      .whenHappened(off)
      .thenDeadlines(
        due('2026-03-31T01:00:00.000Z', 'RemindTrainers', { starts: tuesday.start }),
        due('2026-04-04T01:00:00.000Z', 'CheckReadiness', { starts: tuesday.start }),
      )
  })
  test('a session that is added is reminded of', () => {
    const added = happened.SessionAdded({
      at,
      offeringId,
      ...tuesday,
      sessionId: 'wed',
      start: '2026-04-08T01:00:00.000Z',
      end: '2026-04-08T02:00:00.000Z',
    })
    story
      .given(scheduled, added)
      .whenHappened(added)
      .thenDeadlines(
        due('2026-04-07T01:00:00.000Z', 'RemindLearners', {
          starts: '2026-04-08T01:00:00.000Z',
          sessionId: 'wed',
        }),
      )
  })
})

describe('the enrolment deadline', () => {
  const closes = schedule.enrolmentCloses
  const pass = { type: 'PassEnrolmentDeadline', data: { at: closes, offeringId } } as const
  const passed = (count: number) =>
    happened.EnrolmentDeadlinePassed({ at: closes, offeringId, enrolled: count, min: 1 })
  test('ends the window and counts who is in', () => {
    story
      .given(...openStaffed, ...enrolled('ada'))
      .when(pass)
      .then(happened.EnrolmentWindowClosed({ at: closes, offeringId }), passed(1))
    story
      .given(...staffedClass)
      .when(pass)
      .then(passed(0))
  })
  test('does not pass before its time, and says nothing of what was decided before', () => {
    story
      .given(...openStaffed)
      .when({ ...pass, data: { at, offeringId } })
      .thenRejected({ code: 'EnrolmentStillOpen', closes })
    for (const decided of [confirmed, cancelled])
      story
        .given(...openStaffed, decided)
        .when(pass)
        .thenNothing()
  })
  test('makes the class where enough are in, and ends it where not', () => {
    story
      .given(...openStaffed)
      .whenHappened(passed(1))
      .thenCommands({ type: 'ConfirmOffering', data: { at: closes, offeringId } })
    story
      .given(...openStaffed)
      .whenHappened(passed(0))
      .thenCommands({ type: 'CancelOffering', data: { at: closes, offeringId, cause: 'minimumNotReached' } })
  })
  test('decides nothing where the organisation does not want it to', () => {
    scenario(
      assemble(
        [catalog, resources, delivery],
        { delivery: { decidesAtEnrolmentDeadline: false } },
        { trusted: true },
      ),
    )
      .given(...openStaffed)
      .whenHappened(passed(0))
      .thenCommands()
  })
})

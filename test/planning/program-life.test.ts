import { program } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { posted, promise, promised } from './a-plan.ts'
import {
  approvedProgram,
  archived,
  cancelled,
  complete,
  completed,
  designed,
  evaluationPlanned,
  fitConfirmed,
  happened,
  here,
  launched,
  milestone,
  objective,
  parts,
  programId,
  proposed,
  released,
  resumed,
  sentBack,
  set,
  submitted,
  suspended,
  training,
} from './a-program.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })
const submit = { type: 'SubmitProgram', data: { ...here, submittedBy: 'mei' } } as const
const approve = (approvedBy = 'chen') => ({ type: 'ApproveProgram', data: { ...here, approvedBy } }) as const

describe('a program that is submitted', () => {
  test('has all its parts', () => {
    story
      .given(...complete)
      .when(submit)
      .then(submitted)
  })
  test.each(Object.keys(parts) as (keyof typeof parts)[])('is not without %s', (part) => {
    const others = Object.entries(parts).flatMap(([name, events]) => (name === part ? [] : [...events]))
    story
      .given(proposed, ...others)
      .when(submit)
      .thenRejected({ code: 'ProgramIncomplete', missing: [part] })
  })
  test('is told everything it lacks at once', () => {
    story
      .given(proposed)
      .when(submit)
      .thenRejected({ code: 'ProgramIncomplete', missing: Object.keys(parts) })
  })
  test('has somebody to answer for every milestone', () => {
    story
      .given(...complete, happened.MilestonePlanned({ ...milestone, milestoneId: 'm-2' }))
      .when(submit)
      .thenRejected({
        code: 'AccountableNotUnique',
        of: 'milestone',
        id: 'm-2',
        accountable: 0,
        responsible: 0,
      })
  })
  test('evaluates every level up to its objectives', () => {
    story
      .given(...complete, set('o-3', { level: 3 }))
      .when(submit)
      .thenRejected({ code: 'EvaluationLevelGap', objectiveId: 'o-3', level: 3, missing: [3] })
  })
  test('knows where its measures stand, reactions aside', () => {
    const { baseline: _, ...later } = objective('o-1')
    const { baseline: __, ...reaction } = objective('o-2', { level: 1 })
    const past = [...complete, happened.ObjectiveSet(reaction)] as const
    story
      .given(...past)
      .when(submit)
      .then(submitted)
    story
      .given(...past, happened.ObjectiveSet(later))
      .when(submit)
      .thenRejected({ code: 'BaselineMissing', objectiveIds: ['o-1'] })
  })
  test('is advised where an objective answers no need', () => {
    const past = [...complete, set('o-2')]
    story
      .given(...past)
      .when(submit)
      .then(submitted)
      .thenAdvised('ObjectiveWithoutNeed')
    const verdict = training.decide({ ...submit, metadata: { commandId: 'c' } }, past)
    expect(verdict).toMatchObject({ advisories: [{ code: 'ObjectiveWithoutNeed', objectiveIds: ['o-2'] }] })
    const calm = training.decide({ ...submit, metadata: { commandId: 'c' } }, complete)
    expect(calm).not.toHaveProperty('advisories')
  })
  test('may come back and be submitted again', () => {
    story
      .given(...complete, submitted)
      .when({ type: 'ReturnProgram', data: sentBack.data })
      .then(sentBack)
    story
      .given(...complete, submitted, sentBack)
      .when({ type: 'SetObjective', data: objective('o-1') })
      .then(set('o-1'))
    story
      .given(...complete, submitted, sentBack)
      .when(submit)
      .then(submitted)
  })
})

describe('a program that is approved', () => {
  test('was confirmed by the business', () => {
    story
      .given(...complete)
      .when({ type: 'ConfirmBusinessFit', data: fitConfirmed.data })
      .then(fitConfirmed)
    story
      .given(...complete, submitted, fitConfirmed)
      .when(approve())
      .then(approvedProgram)
    story
      .given(...complete, submitted)
      .when(approve())
      .thenRejected({ code: 'BusinessFitUnconfirmed', programId })
  })
  test.each(['lin', 'mei'])('is not by %s, who proposed or submitted it', (approvedBy) => {
    story
      .given(...complete, submitted, fitConfirmed)
      .when(approve(approvedBy))
      .thenRejected({ code: 'SelfApproval', approvedBy })
  })
})

test('what the business confirmed is confirmed anew when the objectives or the curriculum change', () => {
  const redone = [designed, set('o-1')] as const
  for (const change of redone)
    story
      .given(...complete, fitConfirmed, submitted, sentBack, change, submitted)
      .when(approve())
      .thenRejected({ code: 'BusinessFitUnconfirmed', programId })
})

test('a program with an objective in words is submitted, with the advice to say how it is told', () => {
  const stated = happened.ObjectiveStated({
    ...here,
    objectiveId: 'o-2',
    level: 2,
    title: 'Better',
    due: '2026-06-30',
  })
  const past = [...complete, stated, happened.NeedLinked({ ...here, needId: 'n-1', objectiveIds: ['o-2'] })]
  expect(training.decide({ ...submit, metadata: { commandId: 'c' } }, past)).toMatchObject({
    right: [submitted],
    advisories: [{ code: 'ObjectiveNotMeasurable', objectiveId: 'o-2', missing: ['competency'] }],
  })
})

describe('a milestone', () => {
  const running = [...complete, fitConfirmed, submitted, approvedProgram, launched] as const
  const reach = (reachedOn: string, milestoneId = 'm-1') =>
    ({ type: 'ReachMilestone', data: { ...here, milestoneId, reachedOn } }) as const
  const reached = (due: string, reachedOn: string, more: object = {}) =>
    happened.MilestoneReached({ ...here, milestoneId: 'm-1', due, reachedOn, ...more })
  test('is reached on a day, once', () => {
    story
      .given(...running)
      .when(reach('2026-02-16'))
      .then(reached('2026-02-15', '2026-02-16'))
    story
      .given(...running, reached('2026-02-15', '2026-02-16'))
      .when(reach('2026-02-17'))
      .thenRejected(illegal('reached', 'ReachMilestone'))
    story
      .given(...running, reached('2026-02-15', '2026-02-16'))
      .when(reach('2026-02-16'))
      .thenNothing()
    story
      .given(...running)
      .when(reach('2026-02-16', 'm-9'))
      .thenRejected({ code: 'Unknown', what: 'milestone', id: 'm-9' })
    story
      .given(...complete)
      .when(reach('2026-02-16'))
      .thenRejected(illegal('proposed', 'ReachMilestone'))
    story.given().when(reach('2026-02-16')).thenRejected({ code: 'Unknown', what: 'program', id: programId })
  })
  test('that recurs is due again so many months on, until its last day', () => {
    const quarterly = happened.MilestonePlanned({
      ...milestone,
      due: '2026-01-31',
      recurrence: { everyMonths: 1, until: '2026-03-15' },
    })
    const past = [...running, quarterly] as const
    story
      .given(...past)
      .when(reach('2026-01-30'))
      .then(reached('2026-01-31', '2026-01-30', { nextDue: '2026-02-28' }))
    story
      .given(...past, reached('2026-01-31', '2026-01-30', { nextDue: '2026-02-28' }))
      .when(reach('2026-03-02'))
      .then(reached('2026-02-28', '2026-03-02'))
  })
  test('that is still open when the program completes is told', () => {
    const complete = { type: 'CompleteProgram', data: here, metadata: { commandId: 'c' } } as const
    expect(training.decide(complete, running)).toMatchObject({
      advisories: [{ code: 'MilestonesOpen', milestoneIds: ['m-1'] }],
    })
    const calm = training.decide(complete, [...running, reached('2026-02-15', '2026-02-15')])
    expect(calm).not.toHaveProperty('advisories')
  })
})

test('a program that is cancelled gives its budget back', () => {
  const cancel = { type: 'CancelProgram', data: cancelled.data } as const
  story
    .given(...complete)
    .when(cancel)
    .then(released(60_000), cancelled)
  story.given(proposed).when(cancel).then(cancelled)
})

test('a program that is cancelled frees what was promised for it and not spent, in whichever plan', () => {
  const mine = { programId }
  const freed = (minor: number, more: object = {}) =>
    happened.CommitmentReleased({ ...promise('c-1', minor, more), at: here.at, ...mine })
  story
    .given(
      proposed,
      promised('c-1', 100, mine),
      posted('i-1', 40, 40, { ...mine, commitmentId: 'c-1' }),
      promised('c-2', 30, mine),
      posted('i-2', 50, 30, { ...mine, commitmentId: 'c-2' }),
      promised('c-3', 30, { programId: 'p-2' }),
      promised('c-4', 30),
      promised('c-1', 70, { ...mine, planId: 'plan-2027', offeringId: 'o-1' }),
    )
    .when({ type: 'CancelProgram', data: cancelled.data })
    .then(freed(60), freed(70, { planId: 'plan-2027', offeringId: 'o-1' }), cancelled)
})

test('a program is looked at with all its parts', () => {
  expect(training.project(program, [...complete, fitConfirmed, submitted])[programId]).toMatchObject({
    status: 'submitted',
    zone: 'Asia/Shanghai',
    ownerId: 'mei',
    needs: { 'n-1': ['o-1'] },
    objectives: { 'o-1': { level: 2, measure: 'casePoints', baseline: 52 } },
    stages: designed.data.stages,
    milestones: { 'm-1': { title: 'Cases written', responsibility: { accountableId: 'mei' } } },
    budget: { planId: 'plan-2026', lineId: 'l-1', amount: { minor: 60_000, currency: 'CNY' } },
    evaluation: { levels: evaluationPlanned.data.levels, isolation: 'control' },
    fitConfirmed: true,
  })
})

describe('the life of a program', () => {
  /** A past that leads to each state. */
  const states = {
    proposed: [],
    submitted: [submitted],
    returned: [submitted, sentBack],
    approved: [submitted, approvedProgram],
    launched: [submitted, approvedProgram, launched],
    suspended: [submitted, approvedProgram, launched, suspended],
    completed: [submitted, approvedProgram, launched, completed],
    archived: [submitted, approvedProgram, launched, completed, archived],
    cancelled: [submitted, cancelled],
  } as const
  type State = keyof typeof states
  const beforeCompleted: readonly State[] = [
    'proposed',
    'submitted',
    'returned',
    'approved',
    'launched',
    'suspended',
  ]
  const moves = [
    [submit, ['proposed', 'returned'], [submitted]],
    [{ type: 'ReturnProgram', data: sentBack.data }, ['submitted'], [sentBack]],
    [approve(), ['submitted'], [approvedProgram]],
    [{ type: 'LaunchProgram', data: here }, ['approved'], [launched]],
    [{ type: 'SuspendProgram', data: suspended.data }, ['launched'], [suspended]],
    [{ type: 'ResumeProgram', data: here }, ['suspended'], [resumed]],
    [{ type: 'CompleteProgram', data: here }, ['launched'], [completed]],
    [{ type: 'ArchiveProgram', data: here }, ['completed'], [archived]],
    [{ type: 'CancelProgram', data: cancelled.data }, beforeCompleted, [released(60_000), cancelled]],
    [
      { type: 'ConfirmBusinessFit', data: fitConfirmed.data },
      ['proposed', 'submitted', 'returned'],
      [fitConfirmed],
    ],
  ] as const
  const table = moves.flatMap(([command, from, events]) =>
    (Object.keys(states) as State[]).map(
      (state) => [command.type, state, command, (from as readonly State[]).includes(state), events] as const,
    ),
  )
  test.each(table)('%s while it is %s', (type, state, command, allowed, events) => {
    const asked = command as typeof submit
    const told = story.given(...complete, fitConfirmed, ...states[state]).when(asked)
    if (allowed) told.then(...events)
    else told.thenRejected(illegal(state, type))
  })
  test.each(moves.map(([command]) => [command.type, command] as const))(
    '%s of a program nobody proposed is refused',
    (_, command) => {
      story
        .given()
        .when(command as typeof submit)
        .thenRejected({ code: 'Unknown', what: 'program', id: programId })
    },
  )
  test('lets responsibilities move until it is completed', () => {
    const data = {
      ...here,
      milestoneId: 'm-1',
      responsibleIds: ['cy'],
      accountableIds: ['chen'],
    }
    const { accountableIds: _, ...rest } = data
    const moved = happened.ResponsibilityAssigned({
      ...rest,
      accountableId: 'chen',
      supportIds: [],
      consultedIds: [],
      informedIds: [],
    })
    const move = { type: 'AssignResponsibility', data } as const
    for (const state of beforeCompleted)
      story
        .given(...complete, ...states[state])
        .when(move)
        .then(moved)
    for (const state of ['completed', 'archived', 'cancelled'] as const)
      story
        .given(...complete, ...states[state])
        .when(move)
        .thenRejected(illegal(state, 'AssignResponsibility'))
    story.given().when(move).thenRejected({ code: 'Unknown', what: 'program', id: programId })
  })
})

import { program } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { approved, dismissed, lines, planClosed } from './a-plan.ts'
import {
  assigned,
  budgeted,
  designed,
  evaluation,
  evaluationPlanned,
  happened,
  here,
  identified,
  link,
  linked,
  milestone,
  milestonePlanned,
  needed,
  objective,
  programId,
  proposal,
  proposed,
  raci,
  released,
  set,
  share,
  stages,
  submitted,
  training,
} from './a-program.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })
const unknown = (what: string, id: string) => ({ code: 'Unknown', what, id })

test('a program is proposed once', () => {
  story.given().when({ type: 'ProposeProgram', data: proposal }).then(proposed)
  story
    .given(proposed)
    .when({ type: 'ProposeProgram', data: proposal })
    .thenRejected(illegal('proposed', 'ProposeProgram'))
})

describe('an objective', () => {
  const ask = (more: object = {}) => ({ type: 'SetObjective', data: objective('o-1', more) }) as const
  test('says what is to change, by how much and by when', () => {
    story.given(proposed).when(ask()).then(set('o-1'))
  })
  test('that cannot be measured is refused, with all that is missing', () => {
    story
      .given(proposed)
      .when({ type: 'SetObjective', data: { ...here, objectiveId: 'o-1', level: 3 } })
      .thenRejected({
        code: 'ObjectiveNotMeasurable',
        objectiveId: 'o-1',
        missing: ['measure', 'unit', 'target', 'due'],
      })
  })
  test.each(['relative', 'percentagePoint'] as const)('that is a %s movement needs its baseline', (kind) => {
    const { baseline: _, ...asked } = objective('o-1', {
      target: { kind, direction: 'increase', value: 300 },
    })
    story
      .given(proposed)
      .when({ type: 'SetObjective', data: asked })
      .thenRejected({ code: 'ObjectiveNotMeasurable', objectiveId: 'o-1', missing: ['baseline'] })
  })
  test('that strengthens a competency aims at the level people are to reach in it', () => {
    const competency = { frameworkId: 'f-1', competency: 'selling', requiredLevel: 3 }
    const asked = { ...here, objectiveId: 'o-1', level: 3, due: '2026-06-30', competency }
    story
      .given(proposed)
      .when({ type: 'SetObjective', data: asked })
      .then(
        happened.ObjectiveSet({
          ...asked,
          measure: 'proficiency',
          unit: 'level',
          target: { kind: 'absolute', direction: 'increase', value: 3 },
        }),
      )
  })
  test('in mere words about what people can or do is taken, with the advice to say how it is told', () => {
    const words = { ...here, objectiveId: 'o-1', level: 3, title: '强化新员工岗位胜任力', due: '2026-06-30' }
    story.given(proposed).when({ type: 'SetObjective', data: words }).then(happened.ObjectiveStated(words))
    const asked = { type: 'SetObjective', data: words, metadata: { commandId: 'c' } } as const
    expect(training.decide(asked, [proposed])).toMatchObject({
      advisories: [{ code: 'ObjectiveNotMeasurable', objectiveId: 'o-1', missing: ['competency'] }],
    })
    story
      .given(proposed)
      .when({ type: 'SetObjective', data: { ...words, level: 4 } })
      .thenRejected({
        code: 'ObjectiveNotMeasurable',
        objectiveId: 'o-1',
        missing: ['measure', 'unit', 'target'],
      })
  })
  test('in words and one that is measured take each other’s place', () => {
    const stated = happened.ObjectiveStated({
      ...here,
      objectiveId: 'o-1',
      level: 2,
      title: 'Better',
      due: '2026-06-30',
    })
    const seen = (...events: readonly (typeof stated | ReturnType<typeof set>)[]) =>
      training.project(program, [proposed, ...events])[programId]
    expect(seen(stated, set('o-1'))).toMatchObject({ statements: {}, objectives: { 'o-1': { level: 2 } } })
    expect(seen(set('o-1'), stated)).toMatchObject({ objectives: {}, statements: { 'o-1': { level: 2 } } })
  })
  test('to “raise conversion by 15 %” is ambiguous: without its unit and its kind it is refused', () => {
    const asked = { ...here, objectiveId: 'o-1', level: 4, measure: 'conversionRate', due: '2026-12-31' }
    story
      .given(proposed)
      .when({ type: 'SetObjective', data: { ...asked, baseline: 2000 } })
      .thenRejected({ code: 'ObjectiveNotMeasurable', objectiveId: 'o-1', missing: ['unit', 'target'] })
    for (const kind of ['relative', 'percentagePoint'] as const) {
      const said = {
        ...asked,
        unit: 'basisPoints',
        baseline: 2000,
        target: { kind, direction: 'increase' as const, value: 1500 },
      }
      story.given(proposed).when({ type: 'SetObjective', data: said }).then(happened.ObjectiveSet(said))
    }
  })
  test('that is a value to be reached may get its baseline later', () => {
    const { baseline: _, ...asked } = objective('o-1')
    story.given(proposed).when({ type: 'SetObjective', data: asked }).then(happened.ObjectiveSet(asked))
  })
})

describe('a need', () => {
  const ask = (...objectiveIds: readonly string[]) =>
    ({ type: 'LinkNeed', data: link(objectiveIds) }) as const
  test('is linked with the objectives that answer it', () => {
    story
      .given(...needed, proposed, set('o-1'))
      .when(ask('o-1'))
      .then(linked('o-1'))
  })
  test('that is unknown, dismissed or not trainable is not linked', () => {
    story.given(proposed).when(ask()).thenRejected(unknown('need', 'n-1'))
    story
      .given(...needed, dismissed('n-1'), proposed)
      .when(ask())
      .thenRejected(illegal('dismissed', 'LinkNeed'))
    story
      .given(identified('n-1', 'tools'), proposed)
      .when(ask())
      .thenRejected({ code: 'NeedNotTrainable', needId: 'n-1', cause: 'tools' })
  })
  test('is linked with objectives of this program', () => {
    story
      .given(...needed, proposed)
      .when(ask('o-9'))
      .thenRejected(unknown('objective', 'o-9'))
  })
})

test('a curriculum may open its stages one after the other, and say what is done in each', () => {
  const onboarding = [
    { stage: 'culture', courseIds: ['welcome'], activities: [{ activity: 'teamBuilding', minutes: 120 }] },
    { stage: 'skills', courseIds: ['desk'], modality: 'blended' },
  ]
  story
    .given(proposed)
    .when({ type: 'DesignCurriculum', data: { ...here, stages: onboarding, progression: 'sequential' } })
    .then(
      happened.CurriculumDesigned({
        ...here,
        stages: onboarding,
        courseIds: ['welcome', 'desk'],
        progression: 'sequential',
      }),
    )
})

test('a curriculum is stages of courses', () => {
  story
    .given(proposed)
    .when({ type: 'DesignCurriculum', data: { ...here, stages } })
    .then(designed)
})

describe('a milestone', () => {
  const assign = (more: object = {}) => ({
    type: 'AssignResponsibility' as const,
    data: { ...raci, accountableIds: ['mei'], ...more },
  })
  test('is planned for a day', () => {
    story.given(proposed).when({ type: 'PlanMilestone', data: milestone }).then(milestonePlanned)
  })
  test('has one who answers for it, and those who do it', () => {
    story.given(proposed, milestonePlanned).when(assign()).then(assigned)
  })
  test.each([
    [[], ['ann']],
    [['mei', 'chen'], ['ann']],
    [['mei'], []],
  ])('is not assigned to %j answering and %j doing', (accountableIds, responsibleIds) => {
    story.given(proposed, milestonePlanned).when(assign({ accountableIds, responsibleIds })).thenRejected({
      code: 'AccountableNotUnique',
      of: 'milestone',
      id: 'm-1',
      accountable: accountableIds.length,
      responsible: responsibleIds.length,
    })
  })
  test('that nobody planned is not assigned', () => {
    story.given(proposed).when(assign()).thenRejected(unknown('milestone', 'm-1'))
  })
  test('and the program itself have those who lead and those who support', () => {
    const { milestoneId: _, ...whole } = raci
    const all = { ...whole, supportIds: ['ops-1'] }
    story
      .given(proposed)
      .when({ type: 'AssignResponsibility', data: { ...all, accountableIds: ['mei'] } })
      .then(happened.ResponsibilityAssigned({ ...all, accountableId: 'mei' }))
    story
      .given(proposed)
      .when({ type: 'AssignResponsibility', data: { ...all, accountableIds: [] } })
      .thenRejected({
        code: 'AccountableNotUnique',
        of: 'program',
        id: programId,
        accountable: 0,
        responsible: 2,
      })
    const led = happened.ResponsibilityAssigned({ ...all, accountableId: 'mei' })
    expect(training.project(program, [proposed, led])[programId]?.responsibility).toMatchObject({
      accountableId: 'mei',
      supportIds: ['ops-1'],
    })
  })
  test('keeps who answers for it when its day moves', () => {
    const moved = happened.MilestonePlanned({ ...milestone, due: '2026-02-20' })
    const known = training.project(program, [proposed, milestonePlanned, assigned, moved])[programId]
    expect(known?.milestones['m-1']).toMatchObject({
      due: '2026-02-20',
      responsibility: { accountableId: 'mei' },
    })
  })
})

describe('the budget of a program', () => {
  const ask = (minor: number, more: object = {}) =>
    ({ type: 'PlanBudget', data: share(minor, more) }) as const
  test('is taken from a line of a plan, up to all of it', () => {
    story
      .given(...approved, proposed)
      .when(ask(100_000))
      .then(budgeted(100_000))
  })
  test('shares the line with other programs', () => {
    story
      .given(...approved, proposed, budgeted(70_000, { programId: 'p-2' }))
      .when(ask(30_001))
      .thenRejected({
        code: 'BudgetAboveLine',
        lineId: 'l-1',
        available: { minor: 30_000, currency: 'CNY' },
        requested: { minor: 30_001, currency: 'CNY' },
      })
  })
  test('replaces what the program took before', () => {
    story
      .given(...approved, proposed, budgeted(70_000))
      .when(ask(90_000))
      .then(budgeted(90_000))
    story
      .given(...approved, proposed, budgeted(70_000))
      .when(ask(50_000, { lineId: 'l-2' }))
      .then(released(70_000), budgeted(50_000, { lineId: 'l-2' }))
    story
      .given(
        ...approved,
        proposed,
        budgeted(70_000, { programId: 'p-2' }),
        released(70_000, { programId: 'p-2' }),
      )
      .when(ask(100_000))
      .then(budgeted(100_000))
  })
  test('is in the currency of the line', () => {
    story
      .given(...approved, proposed)
      .when(ask(1, { lineId: 'l-3' }))
      .thenRejected({ code: 'CurrencyMismatch', expected: 'USD', got: 'CNY' })
  })
  test('needs a plan that is not closed, and a line of it', () => {
    story.given(proposed).when(ask(1)).thenRejected(unknown('plan', 'plan-2026'))
    story
      .given(...lines, proposed)
      .when(ask(1, { lineId: 'l-9' }))
      .thenRejected(unknown('planLine', 'l-9'))
    story
      .given(...approved, planClosed, proposed)
      .when(ask(1))
      .thenRejected(illegal('closed', 'PlanBudget'))
  })
})

describe('the evaluation of a program', () => {
  const ask = (levels: readonly number[]) => ({
    type: 'PlanEvaluation' as const,
    data: { ...evaluation, levels: [...levels] },
  })
  test('is planned with its levels, instruments, times and isolation', () => {
    story
      .given(proposed, set('o-1'))
      .when(ask([1, 2]))
      .then(evaluationPlanned)
  })
  test('asks nothing at a level that is not evaluated', () => {
    const data = { ...evaluation, instruments: [{ level: 3, instrumentId: 'observation' }] }
    story
      .given(proposed)
      .when({ type: 'PlanEvaluation', data })
      .thenRejected({ code: 'LevelNotEvaluated', level: 3 })
    story
      .given(proposed)
      .when({ type: 'PlanEvaluation', data: { ...evaluation, timing: [{ level: 4, monthsAfter: 6 }] } })
      .thenRejected({ code: 'LevelNotEvaluated', level: 4 })
  })
  test('of results without a way to tell training’s own share comes with advice', () => {
    const data = { ...evaluation, levels: [1, 2, 3, 4], isolation: 'none' as const }
    const asked = { type: 'PlanEvaluation', data, metadata: { commandId: 'c' } } as const
    expect(training.decide(asked, [proposed])).toMatchObject({
      advisories: [{ code: 'IsolationMissing', programId }],
    })
    const calm = { ...asked, data: { ...data, isolation: 'control' as const } }
    expect(training.decide(calm, [proposed])).not.toHaveProperty('advisories')
  })
  test('skips no level below an objective, measured or in words', () => {
    story
      .given(
        proposed,
        happened.ObjectiveStated({
          ...here,
          objectiveId: 'o-2',
          level: 3,
          title: 'Better',
          due: '2026-06-30',
        }),
      )
      .when(ask([1, 3]))
      .thenRejected({ code: 'EvaluationLevelGap', objectiveId: 'o-2', level: 3, missing: [2] })
  })
  test('skips no level below an objective', () => {
    story
      .given(proposed, set('o-1', { level: 4 }))
      .when(ask([1, 4]))
      .thenRejected({ code: 'EvaluationLevelGap', objectiveId: 'o-1', level: 4, missing: [2, 3] })
  })
})

describe('the design of a program', () => {
  const designing = [
    { type: 'SetObjective', data: objective('o-1') },
    { type: 'LinkNeed', data: link() },
    { type: 'DesignCurriculum', data: { ...here, stages } },
    { type: 'PlanMilestone', data: milestone },
    { type: 'PlanBudget', data: share(1) },
    { type: 'PlanEvaluation', data: evaluation },
  ] as const
  test.each(designing.map((command) => [command.type, command] as const))(
    'by %s needs a program, and one that is not before its judges',
    (type, command) => {
      const asked = command as (typeof designing)[0]
      story
        .given(...needed)
        .when(asked)
        .thenRejected(unknown('program', programId))
      story
        .given(...needed, proposed, submitted)
        .when(asked)
        .thenRejected(illegal('submitted', type))
    },
  )
})

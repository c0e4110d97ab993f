import { type Assessment, competenceRecord, currentLevelOf } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { at, frameworkId, happened, here, published, training } from './a-framework.ts'

const story = scenario(training)
const unknown = (what: string, id: string) => ({ code: 'Unknown', what, id })
const ada = { ...here, learnerId: 'ada' }
const later = '2026-07-01T00:00:00.000Z'

describe('a role', () => {
  const assign = (more: object = {}) => ({
    type: 'AssignRole' as const,
    data: { ...ada, role: 'seller', ...more },
  })
  const assigned = (segment: object = {}) =>
    happened.RoleAssigned({
      ...ada,
      role: 'seller',
      frameworkVersion: 1,
      segment: { jobFamily: 'sales', ...segment },
    })
  const end = { type: 'EndRole' as const, data: { ...ada, role: 'seller' } }
  const ended = happened.RoleEnded(end.data)

  test('is assigned where its profile says, and where the host knows', () => {
    story.given(published()).when(assign()).then(assigned())
    story
      .given(published())
      .when(assign({ segment: { level: 'newHire', department: 'south' } }))
      .then(assigned({ level: 'newHire', department: 'south' }))
  })
  test('is assigned once in one place', () => {
    story.given(published(), assigned()).when(assign()).thenNothing()
    story
      .given(published(), assigned())
      .when(assign({ segment: { level: 'manager' } }))
      .then(assigned({ level: 'manager' }))
  })
  test('has a profile in a published framework', () => {
    story.given().when(assign()).thenRejected(unknown('publishedFramework', frameworkId))
    story
      .given(published())
      .when(assign({ role: 'pilot' }))
      .thenRejected(unknown('role', 'pilot'))
  })
  test('ends once, and may be assigned again', () => {
    story.given(published(), assigned()).when(end).then(ended)
    story.given(published(), assigned(), ended).when(end).thenNothing()
    story.given(published()).when(end).thenRejected(unknown('roleOfLearner', 'seller'))
    story.given(published(), assigned(), ended).when(assign()).then(assigned())
  })
})

describe('an assessment', () => {
  const said = (more: object = {}) => ({
    ...ada,
    competencyAssessmentId: 'ca-1',
    competency: 'asking',
    level: 2,
    source: 'supervisor' as const,
    assessedBy: 'bob',
    ...more,
  })
  const assess = (more: object = {}) => ({ type: 'AssessCompetency' as const, data: said(more) })
  const assessed = (more: object = {}) =>
    happened.CompetencyAssessed({ ...said(), scale: 'three', frameworkVersion: 1, assessedAt: at, ...more })

  test('says how well somebody can do it, by whose word and until when', () => {
    story.given(published()).when(assess()).then(assessed())
    const more = { assessedAt: '2025-12-01T00:00:00.000Z', validUntil: later }
    story.given(published()).when(assess(more)).then(assessed(more))
  })
  test('is of a competency that was published', () => {
    story.given().when(assess()).thenRejected(unknown('publishedFramework', frameworkId))
    story
      .given(published())
      .when(assess({ competency: 'flying' }))
      .thenRejected(unknown('competency', 'flying'))
  })
  test('is on the scale of the competency', () => {
    for (const level of [0, 4])
      story
        .given(published())
        .when(assess({ level }))
        .thenRejected({ code: 'LevelOffScale', competency: 'asking', level, levels: [1, 2, 3] })
  })
  test('was made, and not will be', () => {
    story
      .given(published())
      .when(assess({ assessedAt: later }))
      .thenRejected({ code: 'AssessmentInFuture', assessedAt: later, at })
  })
  test('by a supervisor is not one’s own word, and not nobody’s', () => {
    const refused = { code: 'SelfAsSupervisor', learnerId: 'ada' }
    story
      .given(published())
      .when(assess({ assessedBy: 'ada' }))
      .thenRejected(refused)
    story
      .given(published())
      .when(assess({ source: 'observation', assessedBy: 'ada' }))
      .thenRejected(refused)
    story
      .given(published())
      .when(assess({ assessedBy: undefined }))
      .thenRejected({ code: 'AssessorMissing', source: 'supervisor' })
    story
      .given(published())
      .when(assess({ source: 'self', assessedBy: 'ada' }))
      .then(assessed({ source: 'self', assessedBy: 'ada' }))
  })
  test('is valid for some time, if not for ever', () => {
    story
      .given(published())
      .when(assess({ validUntil: at }))
      .thenRejected({ code: 'ValidityInverted', validFrom: at, validUntil: at })
  })
  test('is recorded once', () => {
    story
      .given(published(), assessed())
      .when(assess({ level: 3 }))
      .thenRejected({ code: 'IllegalTransition', from: 'recorded', command: 'AssessCompetency' })
  })
  test('may be withdrawn, once, and recorded again', () => {
    const withdraw = {
      type: 'WithdrawAssessment' as const,
      data: { at: later, learnerId: 'ada', competencyAssessmentId: 'ca-1', reason: 'another Ada' },
    }
    const withdrawn = happened.AssessmentWithdrawn({ ...withdraw.data, frameworkId, competency: 'asking' })
    story.given(assessed()).when(withdraw).then(withdrawn)
    story.given(assessed(), withdrawn).when(withdraw).thenNothing()
    story.given(published(), assessed(), withdrawn).when(assess()).then(assessed())
    story.given().when(withdraw).thenRejected(unknown('competencyAssessment', 'ca-1'))
    expect(
      training.project(competenceRecord, [assessed(), withdrawn]).ada?.assessments['ca-1'],
    ).toMatchObject({
      level: 2,
      withdrawn: true,
    })
  })
})

describe('an aspiration', () => {
  const wish = { at, learnerId: 'ada', aspirationId: 'as-1', role: 'manager', statement: 'I want to lead.' }
  const stated = happened.DevelopmentAspirationStated({ ...wish, competencies: [], horizon: 'future' })
  test('is stated by whoever has it, once', () => {
    story.given().when({ type: 'StateAspiration', data: wish }).then(stated)
    story
      .given(stated)
      .when({ type: 'StateAspiration', data: wish })
      .thenRejected({ code: 'IllegalTransition', from: 'recorded', command: 'StateAspiration' })
    expect(training.project(competenceRecord, [stated]).ada?.aspirations).toEqual({
      'as-1': { role: 'manager', competencies: [], horizon: 'future' },
    })
  })
})

describe('a current level', () => {
  const on = (day: string, level: number, source: Assessment['source'], validUntil?: string): Assessment => ({
    level,
    source,
    assessedAt: `${day}T00:00:00.000Z`,
    ...(validUntil === undefined ? {} : { validUntil: `${validUntil}T00:00:00.000Z` }),
  })
  const now = '2026-06-01T00:00:00.000Z'
  test('is the word of the source that counts most, however old, while it is valid', () => {
    const all = [on('2026-05-01', 3, 'self'), on('2025-01-01', 1, 'test'), on('2026-04-01', 2, 'supervisor')]
    expect(currentLevelOf(all, now)).toEqual({ status: 'valid', level: 1, source: 'test' })
    expect(currentLevelOf(all, now, ['supervisor'])).toMatchObject({ level: 2, source: 'supervisor' })
  })
  test('is the latest of one source', () => {
    const all = [on('2026-01-01', 1, 'test'), on('2026-03-01', 2, 'test'), on('2026-02-01', 3, 'test')]
    expect(currentLevelOf(all, now)).toMatchObject({ level: 2 })
  })
  test('falls back to the next source when the better one has run out', () => {
    const all = [on('2025-01-01', 3, 'certificate', '2026-06-01'), on('2025-06-01', 2, 'self')]
    expect(currentLevelOf(all, now)).toMatchObject({ status: 'valid', level: 2 })
    expect(currentLevelOf(all, '2026-05-31T23:59:59.999Z')).toMatchObject({ status: 'valid', level: 3 })
  })
  test('that has run out is stale, and what nobody assessed is unassessed: neither is 0', () => {
    const all = [on('2025-01-01', 3, 'test', '2026-01-01'), on('2025-02-01', 2, 'self', '2026-03-01')]
    expect(currentLevelOf(all, now)).toEqual({
      status: 'stale',
      level: 2,
      source: 'self',
      expired: '2026-03-01T00:00:00.000Z',
    })
    expect(currentLevelOf([], now)).toEqual({ status: 'unassessed' })
    expect(currentLevelOf(all, '2024-12-31T00:00:00.000Z')).toEqual({ status: 'unassessed' })
  })
})

import { assemble, resourceEvents, resources } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const story = scenario(assemble([resources], {}, { trusted: true }))
const strict = scenario(assemble([resources], { resources: { nomination: 'required' } }, { trusted: true }))
const happened = resourceEvents.make
const at = '2026-03-01T01:00:00.000Z'
const resourceId = 'dana'
const rule = { code: 'IllegalTransition' } as const

const trainer = happened.ResourceRegistered({
  at,
  resourceId,
  kind: 'trainer',
  title: 'Dana',
  bufferMinutes: 0,
})
const expert = happened.ResourceRegistered({
  at,
  resourceId,
  kind: 'expert',
  title: 'Dr Xu',
  bufferMinutes: 0,
})
const hall = happened.ResourceRegistered({ at, resourceId, kind: 'venue', title: 'Hall', bufferMinutes: 0 })
const nominated = happened.TrainerNominated({ at, resourceId, nominatedBy: 'ada' })
const qualified = happened.TrainerQualified({ at, resourceId, courseIds: ['selling'], level: 'senior' })
const notATrainer = { code: 'NotATrainer', resourceId, kind: 'venue' } as const

describe('qualifying a trainer', () => {
  const qualify = {
    type: 'QualifyTrainer' as const,
    data: { at, resourceId, courseIds: ['selling'], level: 'senior' },
  }
  test('whom nobody nominated is advised against, or refused where the organisation says so', () => {
    story.given(trainer).when(qualify).then(qualified).thenAdvised('NobodyNominated')
    strict.given(trainer).when(qualify).thenRejected({ code: 'NotNominated', resourceId })
    strict.given(trainer, nominated).when(qualify).then(qualified)
  })
  test('who comes from outside needs nobody to nominate them', () => {
    strict.given(expert).when(qualify).then(qualified)
  })
  test('is undone course by course', () => {
    const withdraw = {
      type: 'WithdrawQualification' as const,
      data: { at, resourceId, courseIds: ['selling'], reason: 'Did not teach for three years' },
    }
    const withdrawn = happened.QualificationWithdrawn(withdraw.data)
    story.given(trainer, qualified).when(withdraw).then(withdrawn)
    story
      .given(trainer, qualified, withdrawn)
      .when(withdraw)
      .thenRejected({ code: 'NotQualified', resourceId, courseId: 'selling' })
    story.given().when(withdraw).thenRejected({ code: 'Unknown', what: 'resource', id: resourceId })
    story
      .given(trainer, qualified, happened.ResourceRetired({ at, resourceId }))
      .when(withdraw)
      .thenRejected({ ...rule, from: 'retired', command: 'WithdrawQualification' })
    story
      .given(trainer, qualified, withdrawn)
      .when({
        type: 'ReserveSlot',
        data: {
          at,
          resourceId,
          slotId: 's',
          start: '2026-04-06T01:00:00.000Z',
          end: '2026-04-06T02:00:00.000Z',
          courseId: 'selling',
        },
      })
      .thenRejected({ code: 'NotQualified', resourceId, courseId: 'selling' })
  })
})

describe('the pool of trainers', () => {
  const appoint = { type: 'AppointTrainer' as const, data: { at, resourceId, appointedBy: 'tang' } }
  const appointed = happened.TrainerAppointed(appoint.data)
  test('is joined by who is qualified for something', () => {
    story.given(trainer, nominated, qualified).when(appoint).then(appointed)
    story
      .given(trainer, nominated)
      .when(appoint)
      .thenRejected({ ...rule, from: 'nominated', command: 'AppointTrainer' })
    story
      .given(trainer)
      .when(appoint)
      .thenRejected({ ...rule, from: 'registered', command: 'AppointTrainer' })
  })
  test('renews an appointment, and takes nobody who is suspended, unknown or a hall', () => {
    story.given(trainer, qualified, appointed).when(appoint).then(appointed)
    const suspended = happened.ResourceSuspended({ at, resourceId, reason: 'On leave' })
    story
      .given(trainer, qualified, appointed, suspended)
      .when(appoint)
      .thenRejected({ ...rule, from: 'suspended', command: 'AppointTrainer' })
    story.given().when(appoint).thenRejected({ code: 'Unknown', what: 'resource', id: resourceId })
    story.given(hall).when(appoint).thenRejected(notATrainer)
  })
})

describe('developing a trainer', () => {
  const develop = {
    type: 'DevelopTrainer' as const,
    data: { at, resourceId, developmentId: 'ttt-1', activity: 'trainTheTrainer', improvementId: 'i-1' },
  }
  const planned = happened.TrainerDevelopmentPlanned(develop.data)
  const complete = {
    type: 'CompleteTrainerDevelopment' as const,
    data: { at, resourceId, developmentId: 'ttt-1' },
  }
  const completed = happened.TrainerDevelopmentCompleted(complete.data)
  test('is planned once and completed once', () => {
    story.given(trainer).when(develop).then(planned)
    story
      .given(trainer, planned)
      .when(develop)
      .thenRejected({ ...rule, from: 'planned', command: 'DevelopTrainer' })
    story.given(trainer, planned).when(complete).then(completed)
    story
      .given(trainer, planned, completed)
      .when(complete)
      .thenRejected({ ...rule, from: 'completed', command: 'CompleteTrainerDevelopment' })
    story.given(trainer).when(complete).thenRejected({ code: 'Unknown', what: 'development', id: 'ttt-1' })
  })
  test('is for people who teach and have not left', () => {
    const retired = happened.ResourceRetired({ at, resourceId })
    story
      .given(trainer, planned, retired)
      .when(complete)
      .thenRejected({ ...rule, from: 'retired', command: 'CompleteTrainerDevelopment' })
    story.given(hall).when(develop).thenRejected(notATrainer)
    story.given().when(develop).thenRejected({ code: 'Unknown', what: 'resource', id: resourceId })
    story
      .given(trainer, happened.ResourceRetired({ at, resourceId }))
      .when(develop)
      .thenRejected({ ...rule, from: 'retired', command: 'DevelopTrainer' })
  })
})

describe('taking a trainer out of use', () => {
  const slot = (slotId: string, on: string) =>
    happened.SlotReserved({
      at,
      resourceId,
      slotId,
      start: `${on}T01:00:00.000Z`,
      end: `${on}T04:00:00.000Z`,
    })
  const later = '2026-04-01T00:00:00.000Z'
  const suspend = {
    type: 'SuspendResource' as const,
    data: { at: later, resourceId, reason: 'On leave' },
  }
  const retire = { type: 'RetireResource' as const, data: { at: later, resourceId } }
  test('tells which slots are still to come; they stay held until they are released', () => {
    const held = [trainer, slot('past', '2026-03-20'), slot('monday', '2026-04-06')] as const
    const suspended = happened.ResourceSuspended(suspend.data)
    story
      .given(...held)
      .when(suspend)
      .then(suspended)
      .thenAdvised('SlotsHeld')
    story
      .given(...held)
      .when(retire)
      .then(happened.ResourceRetired(retire.data))
      .thenAdvised('SlotsHeld')
    const command = { ...suspend, metadata: { commandId: 'c' } }
    const answer = assemble([resources], {}, { trusted: true }).decide(command, held)
    expect(answer).toMatchObject({ advisories: [{ code: 'SlotsHeld', slotIds: ['monday'] }] })
    expect(assemble([resources], {}, { trusted: true }).decide(command, held.slice(0, 2))).not.toHaveProperty(
      'advisories',
    )
    story
      .given(...held, suspended)
      .when({ type: 'ReleaseSlot', data: { at: later, resourceId, slotId: 'monday' } })
      .then(happened.SlotReleased({ at: later, resourceId, slotId: 'monday' }))
  })
})

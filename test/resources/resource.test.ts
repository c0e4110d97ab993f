import { assemble, resourceEvents, resources } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'

const story = scenario(assemble([resources], {}, { trusted: true }))
const happened = resourceEvents.make
const at = '2026-03-01T01:00:00.000Z'
const resourceId = 'dana'
const rule = { code: 'IllegalTransition' } as const

const trainer = happened.ResourceRegistered({
  at,
  resourceId,
  kind: 'trainer',
  title: 'Dana Lee',
  bufferMinutes: 0,
})
const venue = happened.ResourceRegistered({
  at,
  resourceId: 'hall',
  kind: 'venue',
  title: 'The hall',
  bufferMinutes: 30,
})
const qualified = (validUntil?: string) =>
  happened.TrainerQualified({
    at,
    resourceId,
    courseIds: ['selling'],
    level: 'senior',
    ...(validUntil === undefined ? {} : { validUntil }),
  })
const reason = 'On leave'
const suspended = happened.ResourceSuspended({ at, resourceId, reason })
const retired = happened.ResourceRetired({ at, resourceId })

const slot = (slotId: string, from: string, to: string, more: object = {}) => ({
  at,
  resourceId,
  slotId,
  start: `2026-04-06T${from}:00.000Z`,
  end: `2026-04-06T${to}:00.000Z`,
  ...more,
})

describe('a resource', () => {
  const register = {
    type: 'RegisterResource' as const,
    data: { at, resourceId, kind: 'trainer' as const, title: 'Dana Lee' },
  }
  test('is registered once', () => {
    story.given().when(register).then(trainer)
    story
      .given(trainer)
      .when(register)
      .thenRejected({ ...rule, from: 'active', command: 'RegisterResource' })
  })
  test('is suspended, reinstated and retired', () => {
    const suspend = { type: 'SuspendResource' as const, data: { at, resourceId, reason } }
    const reinstate = { type: 'ReinstateResource' as const, data: { at, resourceId } }
    const retire = { type: 'RetireResource' as const, data: { at, resourceId } }
    const reinstated = happened.ResourceReinstated({ at, resourceId })
    story.given(trainer).when(suspend).then(suspended)
    story.given(trainer, suspended).when(reinstate).then(reinstated)
    story.given(trainer, suspended, reinstated).when(retire).then(retired)
    story
      .given(trainer)
      .when(reinstate)
      .thenRejected({ ...rule, from: 'active', command: 'ReinstateResource' })
    story.given().when(suspend).thenRejected({ code: 'Unknown', what: 'resource', id: resourceId })
    story
      .given(trainer, retired)
      .when(retire)
      .thenRejected({ ...rule, from: 'retired', command: 'RetireResource' })
  })
})

describe('a trainer', () => {
  const nominate = (who = resourceId) => ({
    type: 'NominateTrainer' as const,
    data: { at, resourceId: who, nominatedBy: 'ada' },
  })
  const qualify = (more: object = {}) => ({
    type: 'QualifyTrainer' as const,
    data: { at, resourceId, courseIds: ['selling'], level: 'senior', ...more },
  })
  test('is nominated by somebody', () => {
    story.given(trainer).when(nominate()).then(happened.TrainerNominated(nominate().data))
  })
  test('is qualified for courses, for ever or until a moment to come', () => {
    story.given(trainer).when(qualify()).then(qualified())
    story
      .given(trainer)
      .when(qualify({ validUntil: '2027-03-01T00:00:00.000Z' }))
      .then(qualified('2027-03-01T00:00:00.000Z'))
    story
      .given(trainer)
      .when(qualify({ validUntil: at }))
      .thenRejected({ code: 'QualificationExpired', resourceId, courseId: 'selling', validUntil: at })
  })
  test('is a person: no hall is nominated or qualified', () => {
    const hall = { code: 'NotATrainer', resourceId: 'hall', kind: 'venue' } as const
    story.given(venue).when(nominate('hall')).thenRejected(hall)
    story
      .given(venue)
      .when(qualify({ resourceId: 'hall' }))
      .thenRejected(hall)
  })
})

describe('reserving a slot', () => {
  const reserve = (data: ReturnType<typeof slot> & { readonly offeringId?: string }) => ({
    type: 'ReserveSlot' as const,
    data,
  })
  const morning = slot('morning', '01:00', '04:00')
  const taken = { code: 'SlotTaken', by: 'morning', start: morning.start, end: morning.end } as const

  test('takes the resource from its start until its end', () => {
    story.given(trainer).when(reserve(morning)).then(happened.SlotReserved(morning))
  })
  test('refuses what overlaps, by a second even, and lets slots touch', () => {
    const held = [trainer, happened.SlotReserved(morning)] as const
    const next = slot('next', '04:00', '06:00')
    story
      .given(...held)
      .when(reserve(next))
      .then(happened.SlotReserved(next))
    story
      .given(...held)
      .when(reserve({ ...next, start: '2026-04-06T03:59:59.000Z' }))
      .thenRejected(taken)
    story
      .given(...held)
      .when(reserve(slot('inside', '02:00', '03:00')))
      .thenRejected(taken)
  })
  test('leaves the buffer of the resource between two slots', () => {
    const inHall = (one: ReturnType<typeof slot>) => ({ ...one, resourceId: 'hall' })
    const held = [venue, happened.SlotReserved(inHall(morning))] as const
    story
      .given(...held)
      .when(reserve(inHall(slot('next', '04:29', '06:00'))))
      .thenRejected(taken)
    story
      .given(...held)
      .when(reserve(inHall(slot('before', '00:00', '00:31'))))
      .thenRejected(taken)
    const later = inHall(slot('next', '04:30', '06:00'))
    story
      .given(...held)
      .when(reserve(later))
      .then(happened.SlotReserved(later))
  })
  test('lets sessions of one offering follow each other without the buffer', () => {
    const inHall = (one: ReturnType<typeof slot>) => ({ ...one, resourceId: 'hall', offeringId: 'o-1' })
    const held = [venue, happened.SlotReserved(inHall(morning))] as const
    const next = inHall(slot('next', '04:00', '06:00'))
    story
      .given(...held)
      .when(reserve(next))
      .then(happened.SlotReserved(next))
    story
      .given(...held)
      .when(reserve({ ...next, start: '2026-04-06T03:59:00.000Z' }))
      .thenRejected({ ...taken, offeringId: 'o-1' })
    story
      .given(...held)
      .when(reserve({ ...next, offeringId: 'o-2' }))
      .thenRejected({ ...taken, offeringId: 'o-1' })
  })
  test('holds no more people than it has seats', () => {
    const room = happened.ResourceRegistered({ ...venue.data, capacity: 20 })
    const inRoom = (people: number) => ({ ...morning, resourceId: 'hall', people })
    story
      .given(room)
      .when(reserve(inRoom(21)))
      .thenRejected({ code: 'CapacityExceeded', resourceId: 'hall', capacity: 20, people: 21 })
    story
      .given(room)
      .when(reserve(inRoom(20)))
      .then(happened.SlotReserved(inRoom(20)))
  })
  test('carpentries/amy#2253: the same day is no clash, the same hour is', () => {
    const held = [trainer, happened.SlotReserved(morning)] as const
    const evening = slot('evening', '09:00', '11:00')
    story
      .given(...held)
      .when(reserve(evening))
      .then(happened.SlotReserved(evening))
    story
      .given(...held)
      .when(reserve(slot('overnight', '00:00', '23:00')))
      .thenRejected(taken)
  })
  test('ranger-clubhouse#257: who is refused hears by whom and from when until when it is taken', () => {
    const theirs = { ...morning, offeringId: 'o-7', sessionId: 'o-7-monday' }
    story
      .given(trainer, happened.SlotReserved(theirs))
      .when(reserve(slot('mine', '02:00', '03:00')))
      .thenRejected({ ...taken, offeringId: 'o-7', sessionId: 'o-7-monday' })
  })
  test('names a slot once', () => {
    story
      .given(trainer, happened.SlotReserved(morning))
      .when(reserve(slot('morning', '06:00', '07:00')))
      .thenRejected(taken)
  })
  test('needs an end after its start', () => {
    const backwards = slot('backwards', '04:00', '04:00')
    story
      .given(trainer)
      .when(reserve(backwards))
      .thenRejected({ code: 'SlotInverted', start: backwards.start, end: backwards.end })
  })
  test('needs a resource that is there and not suspended', () => {
    story.given().when(reserve(morning)).thenRejected({ code: 'Unknown', what: 'resource', id: resourceId })
    story
      .given(trainer, suspended)
      .when(reserve(morning))
      .thenRejected({ code: 'ResourceSuspended', resourceId })
    story
      .given(trainer, retired)
      .when(reserve(morning))
      .thenRejected({ ...rule, from: 'retired', command: 'ReserveSlot' })
  })
  test('of a trainer for a course needs a qualification until the class is over', () => {
    const teaching = slot('morning', '01:00', '04:00', { courseId: 'selling' })
    story
      .given(trainer)
      .when(reserve(teaching))
      .thenRejected({ code: 'NotQualified', resourceId, courseId: 'selling' })
    const noon = '2026-04-06T03:59:00.000Z'
    story
      .given(trainer, qualified(noon))
      .when(reserve(teaching))
      .thenRejected({ code: 'QualificationExpired', resourceId, courseId: 'selling', validUntil: noon })
    story
      .given(trainer, qualified(teaching.end))
      .when(reserve(teaching))
      .then(happened.SlotReserved(teaching))
    story.given(trainer, qualified()).when(reserve(teaching)).then(happened.SlotReserved(teaching))
  })
  test('of a hall for a course asks for no qualification', () => {
    const inHall = { ...slot('morning', '01:00', '04:00', { courseId: 'selling' }), resourceId: 'hall' }
    story.given(venue).when(reserve(inHall)).then(happened.SlotReserved(inHall))
  })
  test('is undone by releasing it', () => {
    const release = { type: 'ReleaseSlot' as const, data: { at, resourceId, slotId: 'morning' } }
    const released = happened.SlotReleased(release.data)
    story.given(trainer, happened.SlotReserved(morning)).when(release).then(released)
    story.given(trainer).when(release).thenRejected({ code: 'Unknown', what: 'slot', id: 'morning' })
    story
      .given(trainer, happened.SlotReserved(morning), released)
      .when(reserve(morning))
      .then(happened.SlotReserved(morning))
  })
})

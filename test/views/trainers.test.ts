import {
  deliveryEvents,
  offeringRecord,
  project,
  resourceEvents,
  resourceRecord,
  trainerCards,
  trainerFigures,
} from 'training-ops'
import { describe, expect, test } from 'vitest'

const known = resourceEvents.make
const held = deliveryEvents.make
const at = '2026-03-01T01:00:00.000Z'
const resourceId = 'dana'

const slot = (slotId: string, day: string, hours: number) =>
  known.SlotReserved({
    at,
    resourceId,
    slotId,
    start: `${day}T01:00:00.000Z`,
    end: `${day}T0${1 + hours}:00:00.000Z`,
    offeringId: 'o-1',
  })
const session = (sessionId: string, day: string, hours: number, trainerIds = [resourceId]) =>
  held.SessionDelivered({
    at: `${day}T09:00:00.000Z`,
    offeringId: 'o-1',
    sessionId,
    actualStart: `${day}T01:00:00.000Z`,
    actualEnd: `${day}T0${1 + hours}:00:00.000Z`,
    trainerIds,
    zone: 'UTC',
    remaining: 0,
  })
const prepared = (percent: number) =>
  held.TrainerPreparationReported({ at, offeringId: 'o-1', trainerId: resourceId, percent })
const log = [
  known.ResourceRegistered({ at, resourceId, kind: 'trainer', title: 'Dana', bufferMinutes: 0 }),
  known.TrainerNominated({ at, resourceId, nominatedBy: 'ada' }),
  known.TrainerQualified({ at, resourceId, courseIds: ['selling'], level: 'senior' }),
  known.TrainerQualified({
    at,
    resourceId,
    courseIds: ['asking'],
    level: 'senior',
    validUntil: '2026-05-01T00:00:00.000Z',
  }),
  known.TrainerAppointed({ at, resourceId, appointedBy: 'tang' }),
  known.TrainerDevelopmentPlanned({ at, resourceId, developmentId: 'd-1', activity: 'coaching' }),
  known.TrainerDevelopmentPlanned({ at, resourceId, developmentId: 'd-2', activity: 'trainTheTrainer' }),
  known.TrainerDevelopmentCompleted({ at, resourceId, developmentId: 'd-1' }),
  slot('s-1', '2026-04-06', 4),
  slot('s-2', '2026-04-07', 4),
  slot('s-3', '2026-04-08', 4),
  known.SlotReleased({ at, resourceId, slotId: 's-3' }),
  slot('s-4', '2026-05-04', 2),
  prepared(40),
  prepared(100),
  session('one', '2026-04-06', 4),
  session('two', '2026-04-07', 3, [resourceId, 'xu']),
  session('three', '2026-05-04', 2),
  known.ResourceRated({
    at,
    resourceId,
    ratedBy: 'ada',
    rating: 4,
    scale: { min: 1, max: 5 },
    aspect: 'overall',
    offeringId: 'o-1',
  }),
]
const cardsIn = (options = {}) =>
  trainerCards({
    resources: project(resourceRecord, log, options),
    offerings: project(offeringRecord, log, options),
  })
const trainers = cardsIn()
const april = { from: '2026-04-01T00:00:00.000Z', to: '2026-05-01T00:00:00.000Z', availableMinutes: 4800 }
const figures = (period = april) => trainerFigures(trainers[resourceId] as never, period)

describe('a trainer’s scorecard', () => {
  test('counts sessions held and hours taught in the period', () => {
    expect(figures()).toMatchObject({ sessions: 2, load: { status: 'ok', value: 7, n: 1 } })
  })
  test('says how much of the available time is booked; released slots are not', () => {
    expect(figures().utilisation).toMatchObject({ value: 480 / 4800, n: 4800 })
    expect(figures({ ...april, availableMinutes: 0 }).utilisation).toMatchObject({ status: 'undefined' })
  })
  test('knows the last word on preparation, what was learnt, and ratings as a share of the scale', () => {
    expect(trainers[resourceId]?.prepared).toEqual({ 'o-1': 100 })
    expect(figures()).toMatchObject({
      development: { planned: 2, completed: 1 },
      rating: { status: 'ok', value: 0.75, n: 1 },
    })
  })
  test('tells qualifications and status as of the period’s last day: who is valid through it is valid', () => {
    expect(figures()).toMatchObject({
      status: 'active',
      qualifications: { selling: 'valid', asking: 'valid' },
    })
    const toMay = { ...april, to: '2026-05-02T00:00:00.000Z' }
    expect(figures(toMay).qualifications).toEqual({ selling: 'valid', asking: 'expired' })
  })
  test('counts a session for everybody who taught it', () => {
    expect(trainerFigures(trainers.xu as never, april)).toMatchObject({ sessions: 1, load: { value: 3 } })
  })
  test('is what was known on an earlier day', () => {
    const before = cardsIn({ asOf: '2026-04-06T23:00:00.000Z' })
    expect(Object.keys(before[resourceId]?.taught ?? {})).toEqual(['o-1 one'])
  })
})

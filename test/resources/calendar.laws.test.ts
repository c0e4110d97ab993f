/** Nobody and nothing is in two places at once: under plausible lives, and when two hosts book at the same moment. */
import { assemble, resource, resourceCalendar, resources, slotsIn, type TakenSlot } from 'training-ops'
import { type Look, lawsOf, races, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const training = assemble([resources], { resources: { nomination: 'required' } }, { trusted: true })
const day = '2026-04-06T'
const hours = ['01:00', '01:30', '02:00', '03:00', '04:00'].map((hour) => `${day}${hour}:00.000Z`)
const world = universe(
  {
    resourceId: ['dana', 'hall', 'brightline'],
    slotId: ['slot-1', 'slot-2', 'slot-3', 'slot-4', 'slot-5', 'offering-1.session-1.dana'],
    courseId: ['selling'],
    offeringId: 2,
    sessionId: 2,
    personId: ['p-dana', 'ada'],
    nominatedBy: ['ada'],
    ratedBy: ['ada', 'bob', 'dana'],
    developmentId: 1,
    termsId: 2,
    'RegisterResource.kind': ['trainer', 'venue', 'provider'],
    bufferMinutes: [0, 30],
    capacity: [10],
    people: [8, 12],
    start: hours,
    end: hours,
    'QualifyTrainer.validUntil': [`${day}02:30:00.000Z`, '2026-03-02T00:00:00.000Z'],
    validFrom: ['2026-03-02T00:00:00.000Z'],
    'AgreeTerms.validUntil': ['2026-03-02T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    threshold: [5000],
    'ScreenProvider.scale': [{ min: 0, max: 10 }],
    criteria: [
      [{ criterion: 'content', weight: 10_000, score: 8 }],
      [{ criterion: 'content', weight: 9000, score: 8 }],
      [{ criterion: 'content', weight: 10_000, score: 11 }],
    ],
    'RateResource.scale': [{ min: 1, max: 5 }],
    'RateResource.rating': [4, 6],
    aspect: ['overall'],
    improvementId: 1,
    title: ['A title'],
    level: ['senior'],
    activity: ['coaching'],
  },
  { days: ['2026-03-01', '2026-03-03'] },
)
const often = {
  RegisterResource: 3,
  QualifyTrainer: 2,
  ReserveSlot: 12,
  ReleaseSlot: 1,
  RetireResource: 0.05,
  SuspendResource: 0.3,
}
const lives = stories(training, { in: world, upTo: 40, often })

const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000
const apart = (a: TakenSlot, b: TakenSlot, buffer: number) => {
  const gap = a.offeringId !== undefined && a.offeringId === b.offeringId ? 0 : buffer
  return minutes(a.end, b.start) >= gap || minutes(b.end, a.start) >= gap
}
const inOnePlace = (look: Look) => {
  const known = look(resource)
  return Object.entries(look(resourceCalendar)).every(([resourceId, calendar]) => {
    const slots = Object.values(slotsIn(calendar.slots))
    const buffer = known[resourceId]?.bufferMinutes ?? 0
    return slots.every((slot, at) => slots.slice(at + 1).every((other) => apart(slot, other, buffer)))
  })
}

const laws = lawsOf(training, {
  lives,
  runs: 12,
  always: { 'nobody and nothing is in two places at once': inOnePlace },
  until: { 'a resource that is retired': { of: resource, is: ({ status }) => status === 'retired' } },
})

describe('the resources room keeps its laws', () => {
  for (const { name, check } of laws) test(name, check)
})

test('its lives reach every event and every refusal', () => {
  reach(lives, training, { runs: 800, seed: 11 }).mustBeWhole()
})

describe('two hosts and one trainer', () => {
  const at = '2026-03-01T01:00:00.000Z'
  const reserve = (slotId: string, start: string, end: string, resourceId = 'dana') => ({
    type: 'ReserveSlot',
    data: { at, resourceId, slotId, start: `${day}${start}:00.000Z`, end: `${day}${end}:00.000Z` },
  })
  const register = (resourceId: string) => ({
    type: 'RegisterResource',
    data: { at, resourceId, kind: 'venue', title: resourceId },
  })
  const always = { 'in one place': inOnePlace }
  test('who overlaps is refused in every order, and without the condition both would have them', () => {
    const { mustHold, without } = races(training, {
      given: [register('dana')],
      racing: [reserve('a', '01:00', '03:00'), reserve('b', '02:00', '04:00')],
      always,
    })
    mustHold()
    expect(without.lost.length).toBeGreaterThan(0)
  })
  test('who books another or comes after does not wait for them', () => {
    const free = races(training, {
      given: [register('dana'), register('hall')],
      racing: [
        reserve('a', '01:00', '03:00'),
        reserve('b', '03:00', '04:00'),
        reserve('c', '01:00', '03:00', 'hall'),
      ],
      always,
    })
    free.mustHold()
    expect(free.without.lost).toEqual([])
  })
})

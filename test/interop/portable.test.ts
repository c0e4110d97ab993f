/** What is kept of one person is handed over whole, and nothing of others with it. */
import { readFileSync } from 'node:fs'
import {
  type AnyEvent,
  assemble,
  deliveryEvents,
  lifecycle,
  peopleEvents,
  resourceEvents,
  statistics,
} from 'training-ops'
import { portable } from 'training-ops/interop'
import { describe, expect, test } from 'vitest'

const training = assemble([...lifecycle, statistics], {}, { trusted: true })
const at = '2026-03-01T01:00:00.000Z'
const golden = readFileSync('test/house/golden-log.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as AnyEvent)

/** Fields that end like one who acts and hold a code or a day. */
const noPerson = new Set(['finishBy', 'confirmedBy'])
const isPerson = (field: string) =>
  /^(learnerIds?|respondentId|personId|claimantId|ownerId|accountableId|counterpartId|attendeeIds|authorId)$|By$/.test(
    field,
  ) && !noPerson.has(field)

/** The same data with the n-th field that names a person about one, and all others about another. */
const about = (
  value: unknown,
  nth: number,
): { readonly value: unknown; readonly fields: readonly string[] } => {
  const fields: string[] = []
  const walked = (one: unknown, field: string): unknown => {
    if (typeof one === 'string' && isPerson(field)) {
      fields.push(field)
      return fields.length - 1 === nth ? 'ada' : 'bob'
    }
    if (Array.isArray(one)) return one.map((item) => walked(item, field))
    if (one === null || typeof one !== 'object') return one
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walked(item, name)]))
  }
  return { value: walked(value, ''), fields }
}

describe('every event of the golden log', () => {
  const cases = golden.flatMap((event) => {
    const { fields } = about(event.data, -1)
    return fields.map((field, nth) => ({ event, field, nth }))
  })

  test('that names a person is in their copy, and names nobody else in it', () => {
    expect(cases.length).toBeGreaterThan(400)
    const wrong = cases.flatMap(({ event, field, nth }) => {
      const one = { ...event, data: about(event.data, nth).value } as AnyEvent
      const { facts } = portable(training, 'ada', [one])
      const told = JSON.stringify(facts)
      return facts.length === 1 && told.includes('"ada"') && !told.includes('"bob"')
        ? []
        : [`${event.type}.${field}: ${told}`]
    })
    expect(wrong).toEqual([])
  })

  test('that names others alone is in no copy of theirs', () => {
    const events = golden.map((event) => ({ ...event, data: about(event.data, -1).value }) as AnyEvent)
    expect(portable(training, 'ada', events).facts).toEqual([])
  })
})

describe('what somebody wrote', () => {
  const declined = (learnerId: string) =>
    deliveryEvents.make.EnrolmentDeclined({
      at,
      offeringId: 'o-1',
      learnerId,
      declinedBy: 'mei',
      reason: 'was ill in May',
    })

  test('of the person is handed over, without who wrote it', () => {
    expect(portable(training, 'ada', [declined('ada')]).facts).toEqual([
      {
        ...{ type: 'EnrolmentDeclined', at, as: 'about' },
        data: { at, offeringId: 'o-1', learnerId: 'ada', reason: 'was ill in May' },
      },
    ])
  })

  test('of somebody else stays out of the copy of who wrote it', () => {
    expect(portable(training, 'mei', [declined('ada')]).facts).toEqual([
      { type: 'EnrolmentDeclined', at, as: 'by', data: { at, offeringId: 'o-1', declinedBy: 'mei' } },
    ])
  })
})

test('two ids that were merged are one person', () => {
  const asked = (learnerId: string) =>
    deliveryEvents.make.EnrolmentDeclined({
      at,
      offeringId: 'o-1',
      learnerId,
      declinedBy: 'mei',
      reason: 'full',
    })
  const merged = peopleEvents.make.IdentitiesMerged({
    ...{ at, kind: 'learner', identityIds: ['ada', 'ada-2'], survivorId: 'ada', mergedId: 'ada-2' },
  })
  const { ids, facts } = portable(training, 'ada-2', [asked('ada'), asked('ada-2'), asked('bob'), merged])
  expect(ids).toEqual(['ada', 'ada-2'])
  expect(facts.map(({ type }) => type)).toEqual([
    'EnrolmentDeclined',
    'EnrolmentDeclined',
    'IdentitiesMerged',
  ])
})

test('a trainer has what is kept of the trainer', () => {
  const registered = (resourceId: string, personId: string) =>
    resourceEvents.make.ResourceRegistered({
      at,
      resourceId,
      personId,
      kind: 'trainer',
      title: personId,
      bufferMinutes: 0,
    })
  const suspended = (resourceId: string) =>
    resourceEvents.make.ResourceSuspended({ at, resourceId, reason: 'on leave' })
  const events = [registered('t-1', 'ada'), registered('t-2', 'bob'), suspended('t-1'), suspended('t-2')]
  const { ids, facts } = portable(training, 'ada', events)
  expect(ids).toEqual(['ada', 't-1'])
  expect(facts.map(({ data }) => [data.resourceId, data.reason])).toEqual([
    ['t-1', undefined],
    ['t-1', 'on leave'],
  ])
})

test('an event that nobody declares is a mistake by name', () => {
  expect(() => portable(training, 'ada', [{ type: 'Unheard', data: { at } } as AnyEvent])).toThrow(
    'training-ops: portable needs a system, a person and the events of its log',
  )
})

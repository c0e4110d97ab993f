/** What is always so of an attempt; and that the lives these laws are judged on visit every rule about one. */
import { type Invariant, lawsOf, reach } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { enrolmentEvents } from '../../src/delivery/events/enrolment.ts'
import { enrolmentRejections } from '../../src/delivery/rejections/enrolment.ts'
import { training } from './an-offering.ts'
import { attending, crowded, limited, strict } from './lives.ts'

const closing = ['EnrolmentCompleted', 'EnrolmentFailed', 'NoShowRecorded', 'EnrolmentCancelled']
const correcting = ['AttendanceCorrected', 'CompletionReassessed']

const onlyCorrectionsFollow: Invariant = (_, events) => {
  const over = new Set<string>()
  for (const { type, data } of events) {
    const { offeringId, learnerId } = data as { offeringId: string; learnerId?: string }
    const attempt = `${offeringId} ${learnerId}`
    if (over.has(attempt) && !correcting.includes(type)) return `${attempt}: ${type}`
    if (closing.includes(type)) over.add(attempt)
  }
  return true
}

describe('an attempt', () => {
  const laws = lawsOf(training, {
    lives: attending,
    runs: 10,
    always: { 'once it has ended, only corrections happen to it': onlyCorrectionsFollow },
  })
  for (const { name, check } of laws) test(name, check, 30_000)
})

test('the lives visit every event and every refusal about an attempt', () => {
  const visits = [
    reach(attending, training, { runs: 220, seed: 6 }),
    reach(crowded, training, { runs: 140, seed: 6 }),
    reach(limited, strict, { runs: 40, seed: 6 }),
  ]
  const never = (kind: 'events' | 'rejections', names: object) =>
    Object.keys(names).filter((name) => visits.every((one) => (one[kind][name] ?? 0) === 0))
  expect(never('events', enrolmentEvents)).toEqual([])
  expect(never('rejections', enrolmentRejections)).toEqual([])
}, 60_000)

/** What is always so of an attempt, on lives that go from the first seat to the last correction. */
import { type Invariant, lawsOf, reach } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { enrolmentEvents } from '../../src/delivery/events/enrolment.ts'
import { enrolmentRejections } from '../../src/delivery/rejections/enrolment.ts'
import { training } from './an-offering.ts'
import { attending, crowded } from './lives.ts'

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

test('the lives visit every event about an attempt, and most refusals; a hard year visits the others', () => {
  const visits = [
    reach(attending, training, { runs: 70, seed: 3 }),
    reach(crowded, training, { runs: 40, seed: 3 }),
  ]
  const never = (kind: 'events' | 'rejections', names: object) =>
    Object.keys(names).filter((name) => visits.every((one) => (one[kind][name] ?? 0) === 0))
  /** Of which exact stories are told in a-hard-year.test.ts. */
  const rare = ['StagePrerequisiteNotMet', 'PrerequisiteNotMet', 'AnnualLimitExceeded', 'QuotaExhausted']
  expect(never('events', enrolmentEvents)).toEqual([])
  expect(never('rejections', enrolmentRejections).filter((code) => !rare.includes(code))).toEqual([])
}, 60_000)

/** What is always so of an attempt, on lives that go from the first seat to the last correction. */
import { readFileSync } from 'node:fs'
import { type Invariant, lawsOf, reach } from 'training-ops/testing'
import { describe, test } from 'vitest'
import { enrolmentEvents } from '../../src/delivery/events/enrolment.ts'
import { enrolmentRejections } from '../../src/delivery/rejections/enrolment.ts'
import { training } from './an-offering.ts'
import { attending, crowded, everyWayIn, offered } from './lives.ts'

const closing = ['EnrolmentCompleted', 'EnrolmentFailed', 'NoShowRecorded', 'EnrolmentCancelled']
/** What was put right, and what somebody did that came in late. */
const correcting = [
  ...[
    'AttendanceCorrected',
    'CompletionReassessed',
    'ProgressRetracted',
    'ResultCorrected',
    'ResultRecorded',
  ],
  ...['RequirementWaived', 'ModuleCompleted', 'ResponseRecorded'],
]

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
    always: {
      'once it has ended, only corrections and what comes in late happen to it': onlyCorrectionsFollow,
    },
  })
  for (const { name, check } of laws) test(name, check)
})

test('the lives visit what can happen to an attempt and be refused about it; what is rare, scenarios tell', () => {
  const told = ['a-hard-year', 'seat-offers', 'bulk', 'enrolment-terms']
    .map((test) => readFileSync(`test/delivery/${test}.test.ts`, 'utf8'))
    .join()
  const declared = [...Object.keys(enrolmentEvents), ...Object.keys(enrolmentRejections)]
  // of classes in a room and online at once test/delivery/places-and-years.test.ts tells
  const elsewhere = ['JoiningChanged', 'NotHeldThere']
  const only = declared.filter((name) => !elsewhere.includes(name) && !told.includes(`'${name}'`))
  reach([attending, crowded, offered, everyWayIn], training, { only, runs: 3000, seed: 7 }).mustBeWhole()
})

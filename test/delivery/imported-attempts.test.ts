/** An attempt that was imported, of a class this log never scheduled: there is no rule to judge it by, so it ends as it was imported. */
import { scenario } from 'training-ops/testing'
import { test } from 'vitest'
import { training } from '../testing/whole-lifecycle.ts'

const at = '2026-03-02T09:00:00.000Z'
const attempt = { at, offeringId: 'o-1', learnerId: 'bob' }
const course = { courseId: 'selling', courseVersion: 1 }
const enrolled = {
  type: 'LearnerEnrolled' as const,
  data: {
    ...{ ...attempt, ...course, sessions: [], scheduledMinutes: 0 },
    completionRule: { require: 'all' as const, of: [] },
  },
}
const completed = {
  type: 'EnrolmentCompleted' as const,
  data: { ...attempt, ...course, outcome: 'passed' as const, attendedMinutes: 0, scheduledMinutes: 0 },
}
const answered = { ...attempt, instrumentId: 'survey' }
const result = { ...attempt, instrumentId: 'test', attempt: 1, scaled: 0 }

test('what is recorded of it later does not judge it anew', () => {
  const imported = scenario(training).given(enrolled, completed)
  imported.when({ type: 'RecordResponse', data: answered }).then({ type: 'ResponseRecorded', data: answered })
  const waived = {
    ...attempt,
    waives: ['attendance'] as const,
    grounds: 'testedOut' as const,
    waivedBy: 'ann',
  }
  imported
    .when({ type: 'WaiveRequirement', data: waived as never })
    .then({ type: 'RequirementWaived', data: waived as never })
  imported.when({ type: 'RecordResult', data: result }).then({ type: 'ResultRecorded', data: result })
})

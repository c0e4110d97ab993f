import { agenda, evaluationEvents, project, studyRecord } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from '../records/merging.ts'

const happened = evaluationEvents.make
const at = '2026-04-07T01:00:00.000Z'
const study = { at, evaluationId: 'e-1', programId: 'p-1' }
const planned = happened.EvaluationStudyPlanned({
  ...study,
  zone: 'Asia/Shanghai',
  levels: [1, 2, 3, 4],
  instruments: {},
  k: 3,
})
const followUp = (level: 3 | 4, from: string, dueAt: string, to: string) =>
  happened.FollowUpScheduled({
    ...study,
    level,
    offeringId: 'o-1',
    endedAt: '2026-04-06T09:00:00.000Z',
    zone: 'Asia/Shanghai',
    from,
    to,
    dueAt,
  })
const behaviour = followUp(
  3,
  '2026-05-06T09:00:00.000Z',
  '2026-06-06T09:00:00.000Z',
  '2026-07-06T09:00:00.000Z',
)
const results = followUp(
  4,
  '2026-07-06T09:00:00.000Z',
  '2026-10-06T09:00:00.000Z',
  '2027-04-06T09:00:00.000Z',
)
const proposed = happened.ImprovementProposed({
  ...study,
  improvementId: 'i-1',
  findingId: 'f-1',
  target: { kind: 'course', ref: 'selling' },
  owner: 'bo',
  due: '2026-06-05',
  action: '',
})
const asked = happened.AdministrationOpened({
  at: '2026-06-06T09:00:00.000Z',
  administrationId: 'a-1',
  instrumentId: 'conduct',
  version: 1,
  items: [{ itemId: 'asks', scale: { min: 1, max: 5 }, reverse: false, required: true }],
  purpose: 'followUp',
  programId: 'p-1',
  offeringId: 'o-1',
  window: { opens: '2026-06-06T09:00:00.000Z', closes: '2026-07-06T09:00:00.000Z' },
  anonymity: 'confidential',
  k: 3,
  channel: 'online',
  evaluationId: 'e-1',
})
const measured = happened.OutcomeRecorded({
  ...study,
  at: '2026-10-08T01:00:00.000Z',
  measure: 'sales',
  measuredIn: 'orders',
  period: { from: '2026-07-01', to: '2026-10-01' },
  group: 'treated',
  when: 'after',
  unitId: 'shop-1',
  value: 52,
})
const all = [planned, behaviour, results, proposed] as const

const due = (events: readonly unknown[], asOf: string) =>
  agenda({}, { asOf, studies: project(studyRecord, events as never) }).map(
    ({ what, dueAt, whose, overdue }) => [what, dueAt, whose, overdue],
  )

describe('what a study waits for stands on the agenda', () => {
  test('the soonest first, an improvement until its day is over where the study is', () => {
    expect(due(all, '2026-06-05T15:59:59.999Z')).toEqual([
      ['improvement', '2026-06-05T16:00:00.000Z', 'bo', false],
      ['followUp', '2026-06-06T09:00:00.000Z', 'operations', false],
      ['followUp', '2026-10-06T09:00:00.000Z', 'operations', false],
    ])
    expect(due(all, '2026-06-05T16:00:00.000Z')[0]).toEqual([
      'improvement',
      '2026-06-05T16:00:00.000Z',
      'bo',
      true,
    ])
  })
  test('until it was done, or may not be done any more', () => {
    const completed = happened.ImprovementCompleted({ ...study, improvementId: 'i-1' })
    const later = '2026-06-07T00:00:00.000Z'
    expect(due([...all, asked, completed], later).map(([what, dueAt]) => [what, dueAt])).toEqual([
      ['followUp', '2026-10-06T09:00:00.000Z'],
    ])
    expect(due([...all, asked, completed, measured], later)).toEqual([])
    expect(due([planned, behaviour], '2026-07-06T09:00:00.000Z')).toEqual([])
    expect(due([planned, behaviour, happened.EvaluationClosed(study)], later)).toEqual([])
  })
})

test('a study is read from parts of a log, split by study', () => {
  const other = [planned, proposed].map((event) => ({
    ...event,
    data: { ...event.data, evaluationId: 'e-2' },
  }))
  expectToMerge(studyRecord, [...all, asked, measured, ...other] as never)
})

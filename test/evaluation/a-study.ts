import {
  assemble,
  catalog,
  delivery,
  deliveryEvents,
  evaluation,
  evaluationEvents,
  resources,
} from 'training-ops'

export const training = assemble([catalog, resources, delivery, evaluation], {}, { trusted: true })
export const happened = evaluationEvents.make
export const delivered = deliveryEvents.make

export const at = '2026-03-01T01:00:00.000Z'
export const later = '2026-07-01T01:00:00.000Z'
export const instrumentId = 'reaction'
export const administrationId = 'a-1'
export const programId = 'p-1'
export const evaluationId = 'e-1'
export const offeringId = 'o-1'
export const zone = 'Asia/Shanghai'

export const agreement = { min: 1, max: 5 }
export const opinion = (itemId: string, subscale = 'content') => ({
  itemId,
  subscale,
  scale: agreement,
  reverse: false,
  required: true,
})
export const questions = [opinion('clear'), { ...opinion('remark', 'trainer'), required: false }]
export const instrument = {
  at,
  instrumentId,
  version: 1,
  title: 'Reaction · 反应层',
  kind: 'survey',
  items: questions,
}
export const published = happened.InstrumentVersionPublished(instrument)

export const window = { opens: '2026-03-02T00:00:00.000Z', closes: '2026-03-09T00:00:00.000Z' }
export const open = {
  at,
  administrationId,
  instrumentId,
  version: 1,
  purpose: 'reaction' as const,
  programId,
  offeringId,
  window,
  anonymity: 'confidential' as const,
  k: 5,
  channel: 'online',
}
export const opened = happened.AdministrationOpened({ ...open, items: questions })
export const about = { programId, offeringId, instrumentId, purpose: 'reaction' as const }

export const inWindow = '2026-03-03T01:00:00.000Z'
export const ada = { at: inWindow, administrationId, respondentId: 'ada', learnerId: 'ada' }
export const invited = happened.RespondentInvited({ ...ada, ...about, role: 'self' })
export const answers = [{ itemId: 'clear', value: 4 }]
export const submitted = happened.ResponseSubmitted({
  ...ada,
  ...about,
  version: 1,
  role: 'self',
  answers,
  partial: true,
})

export const study = { at, evaluationId, programId }
export const plan = {
  ...study,
  zone,
  levels: [1, 2, 3, 4, 5],
  instruments: {},
  k: 3,
}
export const planned = happened.EvaluationStudyPlanned(plan)
export const baseline = { ...study, measure: 'sales', measuredIn: 'orders', value: 40 }
export const baselined = happened.BaselineCaptured(baseline)
export const outcome = {
  ...study,
  at: later,
  measure: 'sales',
  measuredIn: 'orders',
  period: { from: '2026-05-01', to: '2026-06-01' },
  group: 'treated' as const,
  when: 'after' as const,
  unitId: 'shop-1',
  value: 52,
}
export const measured = happened.OutcomeRecorded(outcome)
export const isolated = (method: 'control' | 'trend' | 'estimate' | 'none') =>
  happened.IsolationChosen({ ...study, method })
export const finding = {
  at: later,
  evaluationId,
  findingId: 'f-1',
  level: 1,
  sources: ['survey'],
  people: 12,
  statement: 'They liked it',
}
export const found = (level = 1, findingId = 'f-1') =>
  happened.FindingRecorded({ ...finding, programId, level, findingId })
export const improvement = {
  at: later,
  evaluationId,
  improvementId: 'i-1',
  findingId: 'f-1',
  target: { kind: 'course', ref: 'selling' },
  owner: 'bo',
  due: '2026-09-01',
  action: 'More cases',
}
export const proposed = happened.ImprovementProposed({ ...improvement, programId })

export const session = {
  sessionId: 'monday',
  start: '2026-04-06T01:00:00.000Z',
  end: '2026-04-06T09:00:00.000Z',
  zone,
}
export const scheduled = delivered.OfferingScheduled({
  at,
  offeringId,
  courseId: 'selling',
  courseVersion: 1,
  programId,
  title: 'Selling',
  kind: 'course',
  modality: 'classroom',
  sessions: [session],
  capacity: { min: 1 },
  completionRule: { require: 'all', of: [] },
  approval: 'automatic',
})
export const came = (learnerId: string, minutes = 480) =>
  delivered.AttendanceRecorded({
    at: session.end,
    offeringId,
    learnerId,
    sessionId: 'monday',
    minutes,
    status: 'present',
    method: 'rollCall',
    on: '2026-04-06',
  })
export const completed = delivered.OfferingCompleted({
  at: '2026-04-07T01:00:00.000Z',
  offeringId,
  courseId: 'selling',
  courseVersion: 1,
  programId,
  endedAt: session.end,
  zone,
  enrolled: 2,
})

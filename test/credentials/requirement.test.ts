import {
  assemble,
  catalog,
  catalogEvents,
  credentialEvents,
  credentials,
  delivery,
  needs,
  needsEvents,
  resources,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'

const training = assemble(
  [needs, catalog, resources, delivery, credentials],
  {
    credentials: { zone: 'Asia/Shanghai' },
  },
  { trusted: true },
)
const story = scenario(training)
const happened = credentialEvents.make
const at = '2026-01-05T01:00:00.000Z'
const requirementId = 'fire'
const reason = 'The law changed'
const terms = {
  title: 'Fire safety · 消防安全',
  audience: { segments: [{ department: 'plant' }], roles: [] as string[] },
  trigger: { on: 'hired' as const, dueWithinDays: 30 },
  recurrence: { kind: 'rolling' as const, months: 12 },
  graceDays: 7,
  purpose: 'compliance',
}
const requirement = {
  at,
  requirementId,
  effectiveFrom: '2026-02-01',
  courseId: 'fire-safety',
  requires: 'course' as const,
  ...terms,
}
const established = happened.RequirementEstablished(requirement)
const withdrawn = happened.RequirementWithdrawn({ at, requirementId, effectiveFrom: '2027-01-01', reason })
const unknown = { code: 'Unknown', what: 'requirement', id: requirementId } as const
const wrongNow = (from: string, command: string) => ({ code: 'IllegalTransition', from, command }) as const

describe('establishing a training requirement', () => {
  const establish = (more: object = {}) => ({
    type: 'EstablishRequirement' as const,
    data: { ...requirement, ...more },
  })
  test('says who must do what by when, and when again', () => {
    story.given().when(establish()).then(established)
    story.given(established).when(establish()).thenRejected(wrongNow('established', 'EstablishRequirement'))
  })
  test('asks for no more of several courses than there are', () => {
    const alternatives = { atLeast: 2, courseIds: ['fire-zh'] }
    const refusal = { code: 'AlternativesTooFew', atLeast: 2, of: ['fire-zh'] } as const
    story.given().when(establish({ alternatives })).thenRejected(refusal)
    const { courseId: _c, requires: _r, ...amended } = requirement
    story
      .given(established)
      .when({ type: 'AmendRequirement', data: { ...amended, alternatives } })
      .thenRejected(refusal)
  })
  test('for a promotion names the role', () => {
    const trigger = { on: 'promotion' as const, dueWithinDays: 90 }
    story.given().when(establish({ trigger })).thenRejected({ code: 'PromotionWithoutRole', requirementId })
    const audience = { segments: [], roles: ['teamLead'] }
    story
      .given()
      .when(establish({ trigger, audience }))
      .then(happened.RequirementEstablished({ ...requirement, trigger, audience }))
  })
  test('of a certificate that no version of the course gives is advised against', () => {
    const granted = catalogEvents.make.CourseVersionPublished({
      at,
      courseId: 'fire-safety',
      version: 1,
      title: 'Fire safety',
      modules: [{ activity: 'practice', minutes: 60 }],
      prerequisiteIds: [],
      completionRule: { require: 'all', of: [] },
      grants: { certificate: { validityMonths: 12 } },
      modality: 'classroom',
      totalMinutes: 60,
    })
    const requires = 'credential' as const
    const event = happened.RequirementEstablished({ ...requirement, requires })
    story.given().when(establish({ requires })).then(event).thenAdvised('CourseGrantsNoCertificate')
    story.given(granted).when(establish({ requires })).then(event)
  })
})

describe('amending a training requirement', () => {
  const amend = (more: object = {}) => ({
    type: 'AmendRequirement' as const,
    data: { at, requirementId, effectiveFrom: '2026-07-01', ...terms, graceDays: 14, ...more },
  })
  test('holds from a day on', () => {
    story.given(established).when(amend()).then(happened.RequirementAmended(amend().data))
    story
      .given(established)
      .when(amend({ graceDays: 7 }))
      .then()
  })
  test('comes in the order in which the terms take effect', () => {
    story
      .given(established)
      .when(amend({ effectiveFrom: '2026-01-31' }))
      .thenRejected({ code: 'EffectBeforeLast', effectiveFrom: '2026-01-31', last: '2026-02-01' })
  })
  test('needs a requirement in force', () => {
    story.given().when(amend()).thenRejected(unknown)
    story.given(established, withdrawn).when(amend()).thenRejected(wrongNow('withdrawn', 'AmendRequirement'))
    story
      .given(established)
      .when(amend({ trigger: { on: 'promotion', dueWithinDays: 1 } }))
      .thenRejected({ code: 'PromotionWithoutRole', requirementId })
  })
})

describe('withdrawing a training requirement', () => {
  const withdraw = (effectiveFrom = '2027-01-01') => ({
    type: 'WithdrawRequirement' as const,
    data: { at, requirementId, effectiveFrom, reason },
  })
  test('binds nobody from that day on', () => {
    story.given(established).when(withdraw()).then(withdrawn)
    story.given().when(withdraw()).thenRejected(unknown)
    story
      .given(established, withdrawn)
      .when(withdraw())
      .thenRejected(wrongNow('withdrawn', 'WithdrawRequirement'))
    story
      .given(established)
      .when(withdraw('2026-01-01'))
      .thenRejected({ code: 'EffectBeforeLast', effectiveFrom: '2026-01-01', last: '2026-02-01' })
  })
})

describe('waiving an obligation', () => {
  const whose = { at, requirementId, learnerId: 'ada', reason }
  const waiver = { ...whose, basis: 'testedOut' as const, until: '2026-12-31' }
  const waive = (data: typeof waiver) => ({ type: 'WaiveObligation' as const, data })
  const waived = happened.ObligationWaived(waiver)
  const restore = { type: 'RestoreObligation' as const, data: whose }
  test('excuses one person, until a day or for good', () => {
    story.given(established).when(waive(waiver)).then(waived)
    story.given(established, waived).when(waive(waiver)).then()
    const longer = { ...waiver, until: '2027-12-31' }
    story.given(established, waived).when(waive(longer)).then(happened.ObligationWaived(longer))
    story.given().when(waive(waiver)).thenRejected(unknown)
    story
      .given(established, withdrawn)
      .when(waive(waiver))
      .thenRejected(wrongNow('withdrawn', 'WaiveObligation'))
  })
  test('may be taken back', () => {
    const restored = happened.ObligationRestored(whose)
    story.given(established, waived).when(restore).then(restored)
    story
      .given(established, waived, restored)
      .when(restore)
      .thenRejected({ code: 'NotWaived', requirementId, learnerId: 'ada' })
    story.given().when(restore).thenRejected(unknown)
  })
})

describe('a new job', () => {
  const segment = { department: 'plant' }
  const suggest = (more: object = {}) => ({
    type: 'SuggestTraining' as const,
    data: {
      at: '2026-02-02T01:00:00.000Z',
      learnerId: 'ada',
      cause: 'hired' as const,
      segment,
      roles: [],
      ...more,
    },
  })
  const suggested = happened.TrainingSuggested({
    ...suggest().data,
    requirementIds: ['fire'],
    courseIds: ['fire-safety'],
  })
  test('is told the training it asks for, once', () => {
    story.given(established).when(suggest()).then(suggested)
    story.given(established, suggested).when(suggest()).then()
    story
      .given(established)
      .when(suggest({ segment: { department: 'sales' } }))
      .then()
    story.given(established, withdrawn).when(suggest()).then()
  })
  test('is told the successor of a retired course, and nothing of one that has none', () => {
    const retired = (more: object) =>
      catalogEvents.make.CourseRetired({ at, courseId: 'fire-safety', ...more })
    story
      .given(established, retired({ successorId: 'fire-2' }))
      .when(suggest())
      .then(happened.TrainingSuggested({ ...suggested.data, courseIds: ['fire-2'] as never }))
    story.given(established, retired({})).when(suggest()).then()
  })
  test('is told every course it may choose from', () => {
    const alternatives = { atLeast: 1, courseIds: ['fire-zh', 'fire-en'] as never[] }
    story
      .given(happened.RequirementEstablished({ ...requirement, alternatives }))
      .when(suggest())
      .then(happened.TrainingSuggested({ ...suggested.data, courseIds: ['fire-en', 'fire-zh'] as never }))
  })
  test('is told what is in force on its local day', () => {
    story
      .given(established)
      .when(suggest({ at: '2026-01-31T15:59:00.000Z' }))
      .then()
    const night = { at: '2026-01-31T16:00:00.000Z' }
    story
      .given(established)
      .when(suggest(night))
      .then(happened.TrainingSuggested({ ...suggested.data, ...night }))
  })
  test('of an old hand asks only for what the role asks', () => {
    story
      .given(established)
      .when(suggest({ cause: 'roleAssigned' }))
      .then()
  })
  test('assigned in the competency record is told by itself', () => {
    const assigned = needsEvents.make.RoleAssigned({
      at,
      learnerId: 'ada',
      frameworkId: 'f-1',
      frameworkVersion: 1,
      role: 'operator',
      segment,
    })
    const told = (cause: 'hired' | 'roleAssigned') => ({
      type: 'SuggestTraining' as const,
      data: { at, learnerId: 'ada', cause, segment, roles: ['operator'] },
    })
    story.given().whenHappened(assigned).thenCommands(told('roleAssigned'))
    const hired = { ...assigned, data: { ...assigned.data, occasion: 'hired' } }
    story.given().whenHappened(hired).thenCommands(told('hired'))
  })
})

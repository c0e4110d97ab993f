/** Law: nobody puts right a fact about themselves, by whichever command; and somebody else may. */
import { assemble, createLedger, isAccepted, lifecycle, type Module, needsEvents } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { monday, schedule, tuesday } from '../delivery/an-offering.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const march = '2026-03-01T01:00:00.000Z'
const later = '2026-04-20T01:00:00.000Z'
const of = { offeringId: 'o-1' }
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const need = { at: march, assessmentId: 'a', needId: 'need-1' }
const ranked = [
  needsEvents.make.NeedIdentified({
    ...{ ...need, title: 'Selling', evidenceIds: ['e'], cause: 'skill', origin: 'required' },
    ...{ horizon: 'current', segment: {}, headcount: 4, drivers: [], competencies: [] },
  }),
  needsEvents.make.NeedRanked({ ...need, score: 80_000_000, rank: 1 }),
]
const plan = { planId: 'plan-1' }
const line = { ...plan, lineId: 'l-1', category: 'travel' }

const lived = () => {
  const ledger = createLedger(training, { events: ranked as never })
  let n = 0
  const ask = (type: string, data: object) => {
    const command = { type, data: { at: march, ...data }, metadata: { commandId: `c-${++n}` } }
    const verdict = ledger.executeWithPolicies(command as never)[0]?.verdict
    if (verdict === undefined) throw new TypeError('nothing was answered')
    return isAccepted(verdict) ? (verdict.right.length === 0 ? 'nothing' : 'done') : verdict.left.code
  }
  const mustBeDone = (type: string, data: object) => expect([type, ask(type, data)]).toEqual([type, 'done'])
  return { ask, mustBeDone }
}

/** Ada sat in a class that Tom taught, failed a test, holds a certificate, and laid money out. */
const aYear = () => {
  const { ask, mustBeDone } = lived()
  mustBeDone('RegisterResource', { resourceId: 'tom', kind: 'trainer', title: 'Tom' })
  const sessions = [{ ...monday, trainerIds: ['tom'] }, tuesday]
  mustBeDone('ScheduleOffering', { ...schedule, kind: 'knowledgeSharing', sessions })
  mustBeDone('OpenEnrolment', of)
  mustBeDone('RequestEnrolment', { ...of, learnerId: 'ada', source: 'self' })
  mustBeDone('ConfirmOffering', of)
  for (const { sessionId, start, end } of [monday, tuesday]) {
    mustBeDone('DeliverSession', { ...of, at: end, sessionId, actualStart: start, actualEnd: end })
    const came = { ...of, at: end, sessionId, learnerId: 'ada', minutes: 400, status: 'present' }
    mustBeDone('RecordAttendance', came)
  }
  const result = { ...of, at: later, learnerId: 'ada', instrumentId: 'test', attempt: 1, scaled: 300 }
  mustBeDone('RecordResult', result)
  mustBeDone('ReportIncident', { ...of, incidentId: 'i-1', kind: 'conduct', learnerId: 'ada' })
  const seen = { ...of, at: later, sessionId: monday.sessionId, trainerId: 'tom', kind: 'question' }
  mustBeDone('RecordInteraction', { ...seen, observed: { count: 1 } })
  mustBeDone('IssueCertificate', {
    ...{ certificateId: 'cert', learnerId: 'ada', courseId: 'selling', serial: 's' },
    ...{ basis: 'administrative', validFrom: march, awardedDate: '2026-03-01' },
  })
  mustBeDone('DraftPlan', {
    ...{
      ...plan,
      unitId: 'u',
      title: 'P',
      draftedBy: 'lin',
      period: { from: '2026-01-01', to: '2027-01-01' },
    },
  })
  mustBeDone('AddPlanLine', {
    ...plan,
    lineId: 'l-1',
    needIds: ['need-1'],
    audience: {},
    headcount: 4,
    budget: cny(10_000),
  })
  mustBeDone('SubmitPlan', { ...plan, submittedBy: 'lin' })
  mustBeDone('ApprovePlan', { ...plan, approvedBy: 'chen' })
  const claim = { ...line, claimId: 'claim', claimantId: 'ada', amount: cny(300), invoice: 'train' }
  mustBeDone('ClaimExpense', claim)
  mustBeDone('ReimburseExpense', { ...plan, claimId: 'claim', reimbursedBy: 'fin' })
  mustBeDone('PostCost', { ...line, amount: cny(900), invoice: 'fee', payeeId: 'tom' })
  const credit = { ...plan, invoice: 'train', creditNote: 'cn-1', amount: cny(100) }
  mustBeDone('CreditCost', { ...credit, correctedBy: 'lin', reason: 'A part' })
  return ask
}

const came = { ...of, at: later, sessionId: monday.sessionId, learnerId: 'ada', status: 'present' }
const held = { ...of, at: later, sessionId: monday.sessionId }
const seen = { ...held, trainerId: 'tom', kind: 'question', was: { count: 1 } }
/** Who it is about, and how it would be put right. */
const corrections: readonly (readonly [command: string, about: string, data: object])[] = [
  ['CorrectAttendance', 'ada', { ...came, minutes: 480 }],
  [
    'CorrectResult',
    'ada',
    { ...of, at: later, learnerId: 'ada', instrumentId: 'test', attempt: 1, scaled: 900 },
  ],
  [
    'RetractProgress',
    'ada',
    {
      ...{ ...of, at: later, learnerId: 'ada' },
      retracted: { kind: 'result', instrumentId: 'test', attempt: 1 },
    },
  ],
  ['CorrectIncident', 'ada', { ...of, incidentId: 'i-1', kind: 'venue' }],
  ['CorrectIncident', 'bo', { ...of, incidentId: 'i-1', kind: 'conduct', learnerId: 'bo' }],
  ['RetractIncident', 'ada', { ...of, incidentId: 'i-1' }],
  ['CorrectInteraction', 'tom', { ...seen, observed: { count: 9 } }],
  ['CorrectDelivery', 'tom', { ...held, actualEnd: '2026-04-06T10:00:00.000Z' }],
  ['CorrectDelivery', 'tom', { ...held, trainerIds: ['tea'] }],
  ['CorrectDelivery', 'tea', { ...held, trainerIds: ['tea'] }],
  ['VoidOffering', 'ada', { ...of, at: later }],
  ['VoidOffering', 'tom', { ...of, at: later }],
  ['CreditCost', 'ada', { ...plan, invoice: 'train', creditNote: 'cn-2', amount: cny(100) }],
  ['CreditCost', 'ada', { ...plan, invoice: 'cn-1', creditNote: 'cn-2', amount: cny(100) }],
  ['CreditCost', 'tom', { ...plan, invoice: 'fee', creditNote: 'cn-2', amount: cny(100) }],
  ['CorrectCertificate', 'ada', { certificateId: 'cert', validFrom: march, awardedDate: '2026-02-01' }],
]
/** Numbers of a unit and not of a person: `unitId` names the unit. */
const ofNobody = ['CorrectBaseline', 'CorrectOutcome']

describe('nobody puts right a fact about themselves', () => {
  test('by any command that says who does', () => {
    const declared = (lifecycle as readonly Module[])
      .flatMap(({ decisions }) => decisions)
      .filter(({ command }) => 'correctedBy' in (command.schema as unknown as { shape: object }).shape)
      .map(({ command }) => command.type as string)
    const told = new Set([...corrections.map(([command]) => command), ...ofNobody])
    expect(declared.filter((one) => !told.has(one))).toEqual([])
    expect([...told].filter((one) => !declared.includes(one))).toEqual([])
  })
  test.each(corrections)('%s by %s', (command, about, data) => {
    const reason = 'It was otherwise'
    expect(aYear()(command, { ...data, correctedBy: about, reason })).toBe('ApprovalRequired')
    expect(aYear()(command, { ...data, correctedBy: 'boss', reason })).toBe('done')
  })
})

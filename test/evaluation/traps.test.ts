/** What goes wrong elsewhere and may not here: a scale that changes, and people who are erased. */
import {
  assemble,
  createLedger,
  isAccepted,
  kirkpatrick,
  kirkpatrickFigures,
  lifecycle,
  project,
  redacted,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { at, later, opinion, plan, programId, window } from './a-study.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const asking = (ledger: ReturnType<typeof fresh>, from = 'a') => {
  let asked = 0
  return (type: string, data: object): string => {
    asked++
    const [own] = ledger.executeWithPolicies({
      type,
      data,
      metadata: { commandId: `${from}-${asked}` },
    } as never)
    if (own === undefined) return 'nothing'
    return isAccepted(own.verdict)
      ? own.verdict.right.map((one) => one.type).join(' + ')
      : own.verdict.left.code
  }
}
const fresh = (events: Iterable<unknown> = []) => createLedger(training, { events })
const figuresOf = (events: readonly unknown[]) =>
  kirkpatrickFigures(project(kirkpatrick, events as never)[programId] ?? kirkpatrick.initial())

const publish = (version: number, max: number) => ({
  at,
  instrumentId: 'smile',
  version,
  title: 'What did you think',
  items: [{ ...opinion('clear'), scale: { min: 1, max } }],
})
const open = (administrationId: string, version: number) => ({
  at,
  administrationId,
  instrumentId: 'smile',
  version,
  purpose: 'reaction',
  programId,
  window,
  anonymity: 'identified',
})
const by = (administrationId: string, who: string) => ({
  at: window.opens,
  administrationId,
  respondentId: who,
  learnerId: who,
})
const answer = (administrationId: string, who: string, value: number) => ({
  ...by(administrationId, who),
  answers: [{ itemId: 'clear', value }],
})
const people = ['ada', 'bo', 'cy']

const asked = (ledger: ReturnType<typeof fresh>, version: number, max: number) => {
  const ask = asking(ledger, `v${version}`)
  const administrationId = `on-${max}`
  expect(ask('PublishInstrumentVersion', publish(version, max))).toBe('InstrumentVersionPublished')
  expect(ask('OpenAdministration', open(administrationId, version))).toBe('AdministrationOpened')
  for (const who of people) ask('InviteRespondent', by(administrationId, who))
  for (const who of people)
    expect(ask('SubmitResponse', answer(administrationId, who, max - 1))).toBe('ResponseSubmitted')
}

test('a scale that changes never reinterprets old answers', () => {
  const ledger = fresh()
  asked(ledger, 1, 5)
  const before = figuresOf(ledger.events())
  asked(ledger, 2, 7)
  const after = figuresOf(ledger.events())
  const ofTheFirst = ({ figure }: { readonly figure: string }) => figure.includes('smile/1')
  expect(before.filter(ofTheFirst).length).toBeGreaterThan(2)
  expect(after.filter(ofTheFirst)).toEqual(before.filter(ofTheFirst))
  const means = after.filter(({ metric, of }) => metric === 'M33' && of.subscale === 'content')
  expect(means.map(({ result }) => result.status === 'ok' && result.value)).toEqual([4, 6])
})

describe('a person who is erased', () => {
  const ledger = fresh()
  const ask = asking(ledger)
  const named = 'Ada Lovelace of the night shift said so'
  const certificate = {
    at,
    certificateId: 'c-1',
    learnerId: 'ada',
    courseId: 'safety',
    validFrom: at,
    awardedDate: '2026-03-01',
    basis: 'equivalence',
    serial: 'S-1',
  }
  asked(ledger, 1, 5)
  const done = [
    ask('InvalidateResponse', { ...by('on-5', 'cy'), reason: named }),
    ask('PlanEvaluationStudy', { ...plan, levels: [1], k: 1 }),
    ask('RecordBenefitEstimate', {
      at: later,
      evaluationId: 'e-1',
      measure: 'sales',
      amount: { minor: 100, currency: 'EUR' },
      attribution: 5000,
      confidence: 5000,
      estimatedBy: 'bo',
    }),
    ask('DeclareIntangible', { at: later, evaluationId: 'e-1', measure: 'trust', statement: named }),
    ask('RecordFinding', {
      at: later,
      evaluationId: 'e-1',
      findingId: 'f-1',
      level: 1,
      sources: ['survey'],
      people: 2,
      statement: named,
    }),
    ask('ProposeImprovement', {
      at: later,
      evaluationId: 'e-1',
      improvementId: 'i-1',
      findingId: 'f-1',
      target: { kind: 'organisation', ref: 'room' },
      owner: 'bo',
      due: '2026-09-01',
      action: named,
    }),
    ask('DismissImprovement', { at: later, evaluationId: 'e-1', improvementId: 'i-1', reason: named }),
    ask('IssueCertificate', certificate),
    ask('SuspendCertificate', { at: later, certificateId: 'c-1', reason: named }),
  ]
  /** A host does this when a person asks to be forgotten. */
  const erased = ledger.events().map((event) => redacted(training, event))

  test('is named in nothing that is declared personal, and in nothing else', () => {
    expect(done.filter((one) => /^[A-Z]\w+(ed|d)$/.test(one))).toHaveLength(9)
    expect(JSON.stringify(ledger.events()).split(named)).toHaveLength(7)
    expect(JSON.stringify(erased)).not.toContain(named)
  })
  test('leaves every figure and count as it was', () => {
    expect(figuresOf(erased)).toEqual(figuresOf(ledger.events()))
    expect(figuresOf(erased).length).toBeGreaterThan(4)
  })
  test('leaves every decision as it was', () => {
    const probes: readonly (readonly [string, object])[] = [
      ['SubmitResponse', answer('on-5', 'ada', 3)],
      ['InvalidateResponse', { ...by('on-5', 'bo'), reason: 'x' }],
      ['CompleteImprovement', { at: later, evaluationId: 'e-1', improvementId: 'i-1' }],
      ['DeclareIntangible', { at: later, evaluationId: 'e-1', measure: 'sales' }],
      ['ReinstateCertificate', { at: later, certificateId: 'c-1' }],
      ['IssueCertificate', { ...certificate, certificateId: 'c-2' }],
      ['CloseEvaluation', { at: later, evaluationId: 'e-1' }],
    ]
    const answers = (events: Iterable<unknown>) => {
      const ask = asking(fresh(events), 'probe')
      return probes.map(([type, data]) => ask(type, data))
    }
    expect(answers(erased)).toEqual(answers(ledger.events()))
    expect(answers(erased)).toEqual([
      'AlreadySubmitted',
      'ResponseInvalidated',
      'IllegalTransition',
      'IntangibleMonetized',
      'CertificateReinstated',
      'DuplicateSerial',
      'IllegalTransition',
    ])
  })
})

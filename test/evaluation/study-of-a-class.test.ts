/** A study of one class alone: what it may be, what it asks, and what it shares with a study of the class's program. */
import {
  asPublished,
  createLedger,
  deliveryEvents,
  digestOf,
  evaluationInputs,
  isRejected,
  kirkpatrick,
  kirkpatrickFigures,
  kirkpatrickOfOffering,
  recomputeReport,
  studyRecord,
} from 'training-ops'
import { en, evaluationReport, toMarkdown, zhCN } from 'training-ops/reports'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { received } from '../received.ts'
import {
  at,
  baseline,
  came,
  completed,
  happened,
  instrument,
  later,
  offeringId,
  open,
  outcome,
  plan,
  planned,
  programId,
  published,
  scheduled,
  session,
  training,
  zone,
} from './a-study.ts'

const story = scenario(training)
const evaluationId = 'e-class'
const { programId: _, ...rest } = plan
const ofClass = { ...rest, evaluationId, offeringId }
const plannedForClass = (more: object = {}) => happened.EvaluationStudyPlanned({ ...ofClass, ...more })
const version = (instrumentId: string) => ({ instrumentId, version: 1 })

describe('a study of one class', () => {
  const asked = (data: object) => ({ type: 'PlanEvaluationStudy' as const, data: data as typeof ofClass })
  test('names the class and no program', () => {
    story.given(scheduled).when(asked(ofClass)).then(plannedForClass())
    story
      .given(scheduled)
      .when(asked({ ...ofClass, programId }))
      .thenRejected({ code: 'StudySubjectUnclear', programId, offeringId })
    const { offeringId: _, ...ofNothing } = ofClass
    story.given(scheduled).when(asked(ofNothing)).thenRejected({ code: 'StudySubjectUnclear' })
  })
  test('is of a class that is there', () => {
    const unknown = { code: 'Unknown', what: 'offering', id: offeringId } as const
    story.given().when(asked(ofClass)).thenRejected(unknown)
    const cancelled = deliveryEvents.make.OfferingCancelled({ at, offeringId, cause: 'other' })
    const voided = deliveryEvents.make.OfferingVoided({
      ...{ at, offeringId, correctedBy: 'lin', reason: 'Entered twice', held: [] },
    })
    for (const gone of [cancelled, voided])
      story.given(scheduled, gone).when(asked(ofClass)).thenRejected(unknown)
  })
  test('takes readings of its class, and of nothing else', () => {
    const { programId: _, ...reading } = { ...baseline, evaluationId }
    const capture = (data: object) => ({ type: 'CaptureBaseline' as const, data: data as typeof baseline })
    const given = story.given(scheduled, plannedForClass())
    given
      .when(capture({ ...reading, offeringId }))
      .then(happened.BaselineCaptured({ ...reading, offeringId }))
    given
      .when(capture({ ...reading, programId }))
      .thenRejected({ code: 'Unknown', what: 'programOfEvaluation', id: programId })
    given
      .when(capture({ ...reading, offeringId: 'o-2' }))
      .thenRejected({ code: 'Unknown', what: 'offeringOfEvaluation', id: 'o-2' })
    given.when(capture(reading)).thenRejected({ code: 'StudySubjectUnclear' })
    given
      .when(capture({ ...reading, at: session.start, offeringId }))
      .thenRejected({ code: 'BaselineAfterTraining', started: session.start })
  })
  test('while readings of a class are no evidence of its whole program', () => {
    story
      .given(scheduled, planned)
      .when({ type: 'RecordOutcome', data: { ...outcome, offeringId } })
      .thenRejected({ code: 'Unknown', what: 'offeringOfEvaluation', id: offeringId })
    const { programId: _, ...ofNothing } = outcome
    const record = (data: object) => ({ type: 'RecordOutcome' as const, data: data as typeof outcome })
    const given = story.given(scheduled, planned)
    given.when(record(ofNothing)).thenRejected({ code: 'StudySubjectUnclear' })
    given
      .when(record({ ...ofNothing, offeringId }))
      .thenRejected({ code: 'Unknown', what: 'offeringOfEvaluation', id: offeringId })
  })
  test('carries its class in everything that follows', () => {
    story
      .given(scheduled, plannedForClass())
      .when({ type: 'ChooseIsolation', data: { at, evaluationId, method: 'control' } })
      .then(happened.IsolationChosen({ at, evaluationId, offeringId, method: 'control' }))
  })
  test('asks about behaviour one to three months after the class', () => {
    const follow = (dueAt: string) => ({
      type: 'ScheduleFollowUp' as const,
      data: { at: later, evaluationId, offeringId, dueAt },
    })
    const [from, to] = ['2026-05-06T09:00:00.000Z', '2026-07-06T09:00:00.000Z']
    const given = story.given(scheduled, completed, plannedForClass())
    given.when(follow('2026-04-20T01:00:00.000Z')).thenRejected({ code: 'FollowUpOutsideWindow', from, to })
    const dueAt = '2026-06-06T09:00:00.000Z'
    given.when(follow(dueAt)).then(
      happened.FollowUpScheduled({
        ...{ at: later, evaluationId, offeringId, dueAt, level: 3 },
        ...{ endedAt: session.end, zone, from, to },
      }),
    )
    story
      .given(scheduled, plannedForClass())
      .when(follow(dueAt))
      .thenRejected({ code: 'TrainingNotEnded', offeringId })
  })
  test('asks about its class, and a study of a program about the program’s', () => {
    const { programId: _, ...alone } = { ...open, evaluationId }
    const opening = (data: object) => ({ type: 'OpenAdministration' as const, data: data as typeof open })
    const given = story.given(published, scheduled, plannedForClass(), planned)
    given.when(opening(alone)).then(happened.AdministrationOpened({ ...alone, items: instrument.items }))
    given
      .when(opening({ ...alone, offeringId: 'o-2' }))
      .thenRejected({ code: 'Unknown', what: 'offeringOfEvaluation', id: 'o-2' })
    given
      .when(opening({ ...open, evaluationId: 'e-1', programId: 'p-2' }))
      .thenRejected({ code: 'Unknown', what: 'programOfEvaluation', id: 'p-2' })
    given
      .when(opening({ ...alone, evaluationId: 'e-1' }))
      .thenRejected({ code: 'Unknown', what: 'offeringOfEvaluation', id: offeringId })
    const { offeringId: _o, ...ofNothing } = alone
    for (const one of ['e-1', evaluationId])
      given.when(opening({ ...ofNothing, evaluationId: one })).thenRejected({ code: 'StudySubjectUnclear' })
    story
      .given(
        published,
        scheduled,
        plannedForClass(),
        happened.EvaluationClosed({ at, evaluationId, offeringId }),
      )
      .when(opening(alone))
      .thenRejected({ code: 'IllegalTransition', from: 'closed', command: 'OpenAdministration' })
    given
      .when(opening({ ...alone, evaluationId: 'nobody' }))
      .thenRejected({ code: 'Unknown', what: 'evaluation', id: 'nobody' })
  })
  test('may ask about behaviour in that time and no other, without any program', () => {
    const { programId: _, ...alone } = open
    story
      .given(published, scheduled, completed)
      .when({ type: 'OpenAdministration', data: { ...alone, purpose: 'followUp' } })
      .thenRejected({
        code: 'FollowUpOutsideWindow',
        from: '2026-05-06T09:00:00.000Z',
        to: '2026-07-06T09:00:00.000Z',
      })
  })
})

describe('when a class is over', () => {
  const opens = (evaluationId: string, purpose: string, instrumentId: string, about: object) => ({
    type: 'OpenAdministration',
    data: {
      ...{ at: completed.data.at, administrationId: `${evaluationId}.o-1.${purpose}` },
      ...{ ...version(instrumentId), purpose, ...about, offeringId, anonymity: 'confidential', k: 3 },
      window: { opens: completed.data.at, closes: '2026-04-14T01:00:00.000Z' },
      zone: completed.data.zone,
      ...{ channel: 'online', evaluationId },
    },
  })
  const follows = (evaluationId: string, level: number, about: object, dueAt: string) => ({
    type: 'ScheduleFollowUp',
    data: { at: completed.data.at, evaluationId, level, ...about, offeringId, dueAt },
  })
  const all = { reaction: version('smile'), followUp: version('conduct') }
  const [twoMonths, halfAYear] = ['2026-06-06T09:00:00.000Z', '2026-10-06T09:00:00.000Z']
  const out = happened.EvaluationReportPublished({
    ...{ at, evaluationId: 'e-1', programId, calculatorVersion: '1', digest: `sha256:${'0'.repeat(64)}` },
    figures: [
      {
        figure: 'rate',
        metric: 'M30',
        options: {},
        of: {},
        level: 1,
        result: { status: 'undefined', reason: { code: 'NoData' } },
      },
    ],
  })
  test('its own study asks about it, program or none', () => {
    const { programId: _, ...ofNone } = completed.data
    for (const over of [completed, { ...completed, data: ofNone }])
      story
        .given(scheduled, plannedForClass({ instruments: all }))
        .whenHappened(over)
        .thenCommands(
          opens(evaluationId, 'reaction', 'smile', {}),
          follows(evaluationId, 3, {}, twoMonths),
          follows(evaluationId, 4, {}, halfAYear),
        )
  })
  test('nobody is asked the same twice where a study of its program asks it', () => {
    const program = happened.EvaluationStudyPlanned({ ...plan, instruments: all })
    story
      .given(scheduled, program, plannedForClass({ instruments: all }))
      .whenHappened(completed)
      .thenCommands(
        opens('e-1', 'reaction', 'smile', { programId }),
        follows('e-1', 3, { programId }, twoMonths),
        follows('e-1', 4, { programId }, halfAYear),
        follows(evaluationId, 4, {}, halfAYear),
      )
    story
      .given(scheduled, program, plannedForClass({ instruments: { reaction: version('frown') } }))
      .whenHappened(completed)
      .thenCommands(
        opens('e-1', 'reaction', 'smile', { programId }),
        opens(evaluationId, 'reaction', 'frown', {}),
        follows('e-1', 3, { programId }, twoMonths),
        follows('e-1', 4, { programId }, halfAYear),
        follows(evaluationId, 4, {}, halfAYear),
      )
  })
  test('nor where two studies of one class ask it', () => {
    const another = { instruments: { reaction: version('smile') }, levels: [1] }
    story
      .given(scheduled, plannedForClass(another), plannedForClass({ ...another, evaluationId: 'e-again' }))
      .whenHappened(completed)
      .thenCommands(opens(evaluationId, 'reaction', 'smile', {}))
  })
  test('its own study asks what a study of its program no longer asks', () => {
    const program = happened.EvaluationStudyPlanned({ ...plan, instruments: all })
    story
      .given(scheduled, program, out, plannedForClass({ instruments: { followUp: version('conduct') } }))
      .whenHappened(completed)
      .thenCommands(
        opens('e-1', 'reaction', 'smile', { programId }),
        follows(evaluationId, 3, {}, twoMonths),
        follows(evaluationId, 4, {}, halfAYear),
      )
  })
  test('nor where two studies of its program do, and one that still looks comes before one whose report is out', () => {
    const old = happened.EvaluationStudyPlanned({ ...plan, instruments: all, levels: [1] })
    const anew = happened.EvaluationStudyPlanned({
      ...{ ...plan, evaluationId: 'e-anew', instruments: all, levels: [1] },
    })
    story
      .given(scheduled, old, anew)
      .whenHappened(completed)
      .thenCommands(opens('e-1', 'reaction', 'smile', { programId }))
    story
      .given(scheduled, old, out, anew)
      .whenHappened(completed)
      .thenCommands(opens('e-anew', 'reaction', 'smile', { programId }))
  })
  test('the follow-up of its own study opens for those who came', () => {
    const administrationId = `${evaluationId}.o-1.followUp`
    const to = '2026-07-06T09:00:00.000Z'
    const due = (type: string, data: object) => ({
      dueAt: twoMonths,
      command: { type, data: { at: twoMonths, administrationId, ...data } },
    })
    story
      .given(plannedForClass({ instruments: all }))
      .whenHappened(
        happened.FollowUpScheduled({
          ...{ at: completed.data.at, evaluationId, offeringId, level: 3, dueAt: twoMonths },
          ...{ endedAt: session.end, zone, from: '2026-05-06T09:00:00.000Z', to },
        }),
      )
      .thenDeadlines(
        due('OpenAdministration', {
          ...{ ...version('conduct'), purpose: 'followUp', offeringId, anonymity: 'confidential', k: 3 },
          ...{ window: { opens: twoMonths, closes: to }, channel: 'online', evaluationId },
        }),
      )
    const opens = {
      ...{ ...open, ...version('conduct'), administrationId, purpose: 'followUp' as const, evaluationId },
      ...{ at: twoMonths, window: { opens: twoMonths, closes: to }, items: instrument.items },
    }
    const { programId: _, ...alone } = opens
    story
      .given(plannedForClass({ instruments: all }), came('ada'))
      .whenHappened(happened.AdministrationOpened(alone))
      .thenCommands({
        type: 'InviteRespondent',
        data: { at: twoMonths, administrationId, respondentId: 'ada', learnerId: 'ada', role: 'self' },
      })
  })
})

describe('from plan to report', () => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object) => {
    asked++
    const command = received(training, { type, data, metadata: { commandId: `c-${asked}` } })
    for (const { verdict } of ledger.executeWithPolicies(command))
      expect(isRejected(verdict) ? [type, verdict.left] : undefined).toBeUndefined()
  }
  const learners = ['ada', 'bo', 'cy']
  ask('PublishInstrumentVersion', { ...instrument, instrumentId: 'smile' })
  ask('ScheduleOffering', {
    ...{ at, offeringId, courseId: 'selling', courseVersion: 1, programId, title: 'Selling' },
    ...{ modality: 'classroom', sessions: [session], capacity: { min: 1 } },
    completionRule: { require: 'all', of: [] },
  })
  const instruments = { reaction: version('smile') }
  ask('PlanEvaluationStudy', { ...plan, instruments })
  ask('PlanEvaluationStudy', { ...ofClass, levels: [1], instruments })
  ask('OpenEnrolment', { at, offeringId })
  for (const learnerId of learners) ask('RequestEnrolment', { at, offeringId, learnerId, source: 'self' })
  ask('ConfirmOffering', { at, offeringId })
  const { sessionId, start: actualStart, end: actualEnd } = session
  for (const learnerId of learners)
    ask('RecordAttendance', {
      ...{ at: actualEnd, offeringId, learnerId, sessionId, minutes: 480, status: 'present' },
    })
  ask('DeliverSession', { at: actualEnd, offeringId, sessionId, actualStart, actualEnd })
  ask('CompleteOffering', { at: completed.data.at, offeringId })
  for (const learnerId of learners)
    ask('SubmitResponse', {
      ...{ at: '2026-04-08T01:00:00.000Z', administrationId: 'e-1.o-1.reaction', learnerId },
      ...{ respondentId: learnerId, answers: [{ itemId: 'clear', value: 5 }] },
    })
  const known = () => ledger.project(kirkpatrickOfOffering)[offeringId] ?? kirkpatrick.initial()

  test('the answers the program’s study asked for count for the class as well, once', () => {
    const figures = new Map(kirkpatrickFigures(known()).map(({ figure, result }) => [figure, result]))
    expect(figures.get('M30:smile/1')).toMatchObject({ status: 'ok', value: 1, n: 3 })
    const program = ledger.project(kirkpatrick)[programId]
    expect(Object.keys(program?.responses ?? {})).toHaveLength(3)
    expect(ledger.events().filter(({ type }) => type === 'RespondentInvited')).toHaveLength(3)
  })

  test('its report holds, is told in both languages, and is no part of the program’s', () => {
    ask('RecordFinding', {
      ...{ at: later, evaluationId, findingId: 'f-1', level: 1, sources: ['survey'], people: 3 },
      statement: 'They found it clear.',
    })
    const state = known()
    ask('PublishEvaluationReport', {
      ...{ at: later, evaluationId, calculatorVersion: 'training-ops@0.1.0' },
      figures: asPublished(kirkpatrickFigures(state)),
      inputsDigest: digestOf(evaluationInputs(state)),
    })
    const publishedReport = ledger.events().find(({ type }) => type === 'EvaluationReportPublished')
    expect(publishedReport?.data).toMatchObject({ offeringId })
    expect(publishedReport?.data).not.toHaveProperty('programId')
    expect(recomputeReport(publishedReport?.data as never, known())).toMatchObject({ holds: true })
    const record = ledger.project(studyRecord)[evaluationId]
    if (record === undefined) throw new Error('the study is there')
    expect(record.offeringId).toBe(offeringId)
    const report = evaluationReport({
      program: { title: 'Selling, class 1 · 销售第 1 班' },
      record,
      figures: kirkpatrickFigures(known()),
    })
    for (const language of [en, zhCN]) {
      const page = toMarkdown(report, { language, zone })
      expect(page).toContain('They found it clear.')
      expect(page).not.toMatch(/undefined|\{\w+\}/)
    }
    const ofProgram = Object.values(ledger.project(studyRecord)).filter((one) => one.programId === programId)
    expect(
      ofProgram.flatMap(({ findings, report }) => [
        ...Object.keys(findings),
        ...(report === undefined ? [] : [report.digest]),
      ]),
    ).toEqual([])
  })
})

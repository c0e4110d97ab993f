import fc from 'fast-check'
import {
  createLedger,
  digestOf,
  evaluationCommands,
  fold,
  kirkpatrick,
  monthsAfter,
  studyRecord,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  at,
  baseline,
  baselined,
  completed,
  delivered,
  evaluationId,
  finding,
  found,
  happened,
  improvement,
  isolated,
  later,
  measured,
  offeringId,
  outcome,
  plan,
  planned,
  programId,
  proposed,
  scheduled,
  session,
  study,
  training,
  zone,
} from './a-study.ts'

const story = scenario(training)
const figures = [
  {
    figure: 'M30',
    metric: 'M30',
    options: {},
    of: {},
    level: 1,
    result: { status: 'ok' as const, value: 0.8, n: 20, unit: 'ratio' },
  },
]
const report = { at: later, evaluationId, figures, calculatorVersion: '1.0.0' }
const digest = digestOf({ figures, calculatorVersion: '1.0.0' })
const reported = happened.EvaluationReportPublished({ ...report, programId, digest })
const collecting = [planned, measured]
const analysed = [...collecting, found()]

describe('a study', () => {
  test('is planned', () => {
    story.given().when({ type: 'PlanEvaluationStudy', data: plan }).then(planned)
  })
  test('is planned once', () => {
    story
      .given(planned)
      .when({ type: 'PlanEvaluationStudy', data: plan })
      .thenRejected({ code: 'IllegalTransition', from: 'planned', command: 'PlanEvaluationStudy' })
  })
  test('looks at no level without those below', () => {
    story
      .given()
      .when({ type: 'PlanEvaluationStudy', data: { ...plan, levels: [1, 3, 4] } })
      .thenRejected({ code: 'LowerLevelMissing', level: 2 })
  })
  test('may stop at the first level', () => {
    const data = { ...plan, levels: [1] }
    story.given().when({ type: 'PlanEvaluationStudy', data }).then(happened.EvaluationStudyPlanned(data))
  })
  test('chooses how the effect of training is told from everything else', () => {
    story
      .given(planned)
      .when({ type: 'ChooseIsolation', data: { at, evaluationId, method: 'control' } })
      .then(isolated('control'))
  })
  test('chooses the same again without anything happening', () => {
    story
      .given(planned, isolated('control'))
      .when({ type: 'ChooseIsolation', data: { at, evaluationId, method: 'control' } })
      .thenNothing()
  })
  test('is of one program', () => {
    story
      .given(planned)
      .when({ type: 'CaptureBaseline', data: { ...baseline, programId: 'p-2' } })
      .thenRejected({ code: 'Unknown', what: 'programOfEvaluation', id: 'p-2' })
  })
  test('is not asked of before it was planned', () => {
    story
      .given()
      .when({ type: 'CaptureBaseline', data: baseline })
      .thenRejected({ code: 'Unknown', what: 'evaluation', id: evaluationId })
  })
})

describe('a report that is out', () => {
  const at = '2026-12-01T00:00:00.000Z'
  const flag = (cause: string) => ({
    type: 'FlagEvaluationReport' as const,
    data: { at, evaluationId: baseline.evaluationId, cause },
  })
  const flagged = happened.EvaluationReportFlagged({ ...flag('costTakenBack').data, programId })
  test('is flagged once, until it is restated, and its record says since when', () => {
    story.given(scheduled, planned, baselined, reported).when(flag('costTakenBack')).then(flagged)
    story.given(scheduled, planned, baselined, reported, flagged).when(flag('costTakenBack')).thenNothing()
    story.given(scheduled, planned, baselined).when(flag('costTakenBack')).thenNothing()
    expect(fold(studyRecord, [planned, reported, flagged] as never).report?.outdatedAt).toBe(at)
  })
  test('is flagged when a completion is judged anew, or an answer is found not to count', () => {
    const reassessed = delivered.CompletionReassessed({
      ...{ at, offeringId, learnerId: 'ada', courseId: 'c', courseVersion: 1, programId, closedAt: at },
      ...{ from: 'completed', to: 'failed', unmet: [], assessment: 'none' },
      ...{ attendedMinutes: 0, scheduledMinutes: 60 },
    })
    story
      .given(scheduled, planned, baselined, reported)
      .whenHappened(reassessed)
      .thenCommands(flag('completionReassessed'))
    story.given(scheduled, planned, baselined).whenHappened(reassessed).thenCommands()
    const invalidated = happened.ResponseInvalidated({
      ...{ at, administrationId: 'a-1', programId, instrumentId: 'i-1', purpose: 'reaction' },
      ...{ respondentId: 'ada', learnerId: 'ada', reason: 'Answered twice' },
    })
    story
      .given(scheduled, planned, baselined, reported)
      .whenHappened(invalidated)
      .thenCommands(flag('responseInvalidated'))
  })
})

describe('a baseline', () => {
  test('that was another is put right, under a report that is out as well', () => {
    const correction = {
      ...baseline,
      value: baseline.value + 1,
      correctedBy: 'lin',
      reason: 'Read off the wrong month',
    }
    const corrected = happened.BaselineCorrected({ ...correction, was: baseline.value })
    const correct = { type: 'CorrectBaseline', data: correction } as const
    story.given(scheduled, planned, baselined).when(correct).then(corrected)
    story.given(scheduled, planned, baselined, corrected).when(correct).thenNothing()
    story
      .given(scheduled, planned)
      .when(correct)
      .thenRejected({ code: 'Unknown', what: 'baseline', id: baseline.measure })
    const record = fold(studyRecord, [scheduled, planned, baselined, reported, corrected] as never)
    expect(record.baselines[baseline.measure]?.value).toBe(correction.value)
    expect(record.report?.outdatedAt).toBe(correction.at)
  })
  test('is captured before anybody is trained', () => {
    story.given(scheduled, planned).when({ type: 'CaptureBaseline', data: baseline }).then(baselined)
  })
  test('begins with the first class as it is planned now: one that was moved, added or called off counts', () => {
    const of = { at, offeringId, programId }
    const moved = (start: string, end: string) =>
      delivered.SessionRescheduled({
        ...of,
        ...session,
        start,
        end,
        was: { start: session.start, end: session.end },
        sequence: 1,
      })
    const late = { ...baseline, at: '2026-04-07T00:00:00.000Z' }
    const early = { ...baseline, at: '2026-03-16T00:00:00.000Z' }
    story
      .given(scheduled, planned, moved('2026-04-08T01:00:00.000Z', '2026-04-08T09:00:00.000Z'))
      .when({ type: 'CaptureBaseline', data: late })
      .then(happened.BaselineCaptured(late))
    const started = '2026-03-15T01:00:00.000Z'
    story
      .given(scheduled, planned, moved(started, '2026-03-15T09:00:00.000Z'))
      .when({ type: 'CaptureBaseline', data: early })
      .thenRejected({ code: 'BaselineAfterTraining', started })
    const added = { ...session, sessionId: 'sunday', start: started, end: '2026-03-15T09:00:00.000Z' }
    const before = delivered.SessionAdded({ ...of, ...added })
    const { zone, start, end } = added
    const off = { ...of, sessionId: 'sunday', start, end, zone, sequence: 1, remaining: 1, reason: 'No room' }
    story
      .given(scheduled, planned, before)
      .when({ type: 'CaptureBaseline', data: early })
      .thenRejected({ code: 'BaselineAfterTraining', started })
    story
      .given(scheduled, planned, before, delivered.SessionCancelled(off))
      .when({ type: 'CaptureBaseline', data: early })
      .then(happened.BaselineCaptured(early))
  })
  test('is too late the moment the first class starts', () => {
    story
      .given(scheduled, planned)
      .when({ type: 'CaptureBaseline', data: { ...baseline, at: session.start } })
      .thenRejected({ code: 'BaselineAfterTraining', started: session.start })
  })
  test('is too late after a training that had ended when the study was planned', () => {
    story
      .given(happened.EvaluationStudyPlanned({ ...plan, endedAt: at }))
      .when({ type: 'CaptureBaseline', data: { ...baseline, at: later } })
      .thenRejected({ code: 'BaselineAfterTraining', started: at })
  })
  test('that was wrong is corrected, also under a report that is out', () => {
    const { group, ...which } = outcome
    const correction = { ...which, value: 25, correctedBy: 'lin', reason: 'Digits the wrong way round' }
    const corrected = happened.OutcomeCorrected({ ...correction, group })
    story
      .given(...collecting)
      .when({ type: 'CorrectOutcome', data: correction })
      .then(corrected)
    story
      .given(...analysed, reported)
      .when({ type: 'CorrectOutcome', data: correction })
      .then(corrected)
    story
      .given(...collecting, corrected)
      .when({ type: 'CorrectOutcome', data: correction })
      .thenNothing()
    const control = { ...correction, value: outcome.value, group: 'control' as const }
    story
      .given(...collecting)
      .when({ type: 'CorrectOutcome', data: control })
      .then(happened.OutcomeCorrected(control))
    const both = [happened.OutcomeRecorded(outcome), happened.OutcomeCorrected(control)]
    expect(Object.values(fold(kirkpatrick, both).outcomes)).toMatchObject([
      { unitId: outcome.unitId, group: 'control', corrected: true },
    ])
    story
      .given(...collecting)
      .when({ type: 'CorrectOutcome', data: { ...correction, unitId: 'shop-9' } })
      .thenRejected({ code: 'Unknown', what: 'outcome', id: 'shop-9' })
    story
      .given(...collecting)
      .when({ type: 'CorrectOutcome', data: { ...correction, measuredIn: 'minorUnits' } })
      .thenRejected({ code: 'MeasureChangedUnit', measure: 'sales', measuredIn: 'orders', decimals: 0 })
  })
  test('keeps the unit of its measure', () => {
    story
      .given(planned, baselined)
      .when({ type: 'CaptureBaseline', data: { ...baseline, measuredIn: 'minorUnits' } })
      .thenRejected({ code: 'MeasureChangedUnit', measure: 'sales', measuredIn: 'orders', decimals: 0 })
  })
  test('is no longer captured when one measures', () => {
    story
      .given(...collecting)
      .when({ type: 'CaptureBaseline', data: baseline })
      .thenRejected({ code: 'IllegalTransition', from: 'collecting', command: 'CaptureBaseline' })
  })
})

describe('a follow-up', () => {
  const from = '2026-05-06T09:00:00.000Z'
  const to = '2026-07-06T09:00:00.000Z'
  const dueAt = '2026-06-06T09:00:00.000Z'
  const data = { ...study, at: '2026-04-07T01:00:00.000Z', offeringId, dueAt }
  const history = [scheduled, planned, completed]

  test.each([
    ['a month', from],
    ['two months', dueAt],
    ['nearly three months', '2026-07-06T08:59:59.999Z'],
  ])('is due %s after the end', (_when, due) => {
    story
      .given(...history)
      .when({ type: 'ScheduleFollowUp', data: { ...data, dueAt: due } })
      .then(
        happened.FollowUpScheduled({ ...data, level: 3, dueAt: due, endedAt: session.end, zone, from, to }),
      )
  })
  test.each([
    ['before a month', '2026-05-06T08:59:59.999Z'],
    ['when the three months are over, and nobody could answer any more', to],
  ])('is not due %s', (_when, due) => {
    story
      .given(...history)
      .when({ type: 'ScheduleFollowUp', data: { ...data, dueAt: due } })
      .thenRejected({ code: 'FollowUpOutsideWindow', from, to })
  })
  test('counts its months in the zone, from the last day of a month to the last day of a shorter one', () => {
    const endedAt = '2026-01-31T01:00:00.000Z'
    story
      .given(happened.EvaluationStudyPlanned({ ...plan, endedAt }))
      .when({ type: 'ScheduleFollowUp', data: { ...study, dueAt: later } })
      .thenRejected({
        code: 'FollowUpOutsideWindow',
        from: '2026-02-28T01:00:00.000Z',
        to: '2026-04-30T01:00:00.000Z',
      })
  })
  test('is not scheduled at a level nobody looks at', () => {
    story
      .given(scheduled, happened.EvaluationStudyPlanned({ ...plan, levels: [1, 2] }), completed)
      .when({ type: 'ScheduleFollowUp', data })
      .thenRejected({ code: 'LevelNotPlanned', level: 3 })
  })
  test('of results is due three to twelve months after the end', () => {
    const [first, last] = ['2026-07-06T09:00:00.000Z', '2027-04-06T09:00:00.000Z']
    const ofResults = { ...data, level: 4 as const }
    const half = '2026-10-06T09:00:00.000Z'
    story
      .given(...history)
      .when({ type: 'ScheduleFollowUp', data: { ...ofResults, dueAt: half } })
      .then(
        happened.FollowUpScheduled({
          ...ofResults,
          dueAt: half,
          endedAt: session.end,
          zone,
          from: first,
          to: last,
        }),
      )
    for (const due of [dueAt, last])
      story
        .given(...history)
        .when({ type: 'ScheduleFollowUp', data: { ...ofResults, dueAt: due } })
        .thenRejected({ code: 'FollowUpOutsideWindow', from: first, to: last })
  })
  test('has a window that never moves back as the end moves on', () => {
    const day = 86_400_000
    const windowOf = (endedAt: string) => ({
      from: monthsAfter(endedAt, 1, zone),
      to: monthsAfter(endedAt, 3, zone),
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 90 * 24 }), (from, hours) => {
        const start = Date.parse('2024-01-01T00:00:00.000Z') + from * day
        const [earlier, later] = [start, start + hours * 3_600_000].map((at) =>
          windowOf(new Date(at).toISOString()),
        )
        expect(earlier && later && earlier.from <= later.from && earlier.to <= later.to).toBe(true)
      }),
    )
  })
  test('waits for the training to end', () => {
    story
      .given(scheduled, planned)
      .when({ type: 'ScheduleFollowUp', data })
      .thenRejected({ code: 'TrainingNotEnded', programId, offeringId })
  })
})

describe('an outcome', () => {
  test('is recorded', () => {
    story.given(planned, baselined).when({ type: 'RecordOutcome', data: outcome }).then(measured)
  })
  test('is recorded once for a unit, a measure and a period', () => {
    story
      .given(...collecting)
      .when({ type: 'RecordOutcome', data: { ...outcome, value: 1 } })
      .thenRejected({ code: 'OutcomeAlreadyRecorded', measure: 'sales', unitId: 'shop-1' })
  })
  test('keeps the unit of its measure', () => {
    story
      .given(planned, baselined)
      .when({ type: 'RecordOutcome', data: { ...outcome, measuredIn: 'minorUnits' } })
      .thenRejected({ code: 'MeasureChangedUnit', measure: 'sales', measuredIn: 'orders', decimals: 0 })
  })
  test('may have decimals, and keeps them', () => {
    const exact = { ...outcome, value: 1_794_342, decimals: 3 }
    story.given(planned).when({ type: 'RecordOutcome', data: exact }).then(happened.OutcomeRecorded(exact))
    story
      .given(planned, happened.OutcomeRecorded(exact))
      .when({ type: 'RecordOutcome', data: { ...exact, unitId: 'shop-2', decimals: 2 } })
      .thenRejected({ code: 'MeasureChangedUnit', measure: 'sales', measuredIn: 'orders', decimals: 3 })
  })
  test('before training is of a period that was over when training began', () => {
    const before = { ...outcome, when: 'before' as const }
    const ended = (to: string) => ({ ...before, period: { from: '2026-03-01', to } })
    story
      .given(scheduled, planned)
      .when({ type: 'RecordOutcome', data: ended('2026-04-07') })
      .thenRejected({ code: 'BaselineAfterTraining', started: session.start })
    story
      .given(scheduled, planned)
      .when({ type: 'RecordOutcome', data: ended('2026-04-06') })
      .then(happened.OutcomeRecorded(ended('2026-04-06')))
  })
})

describe('a benefit', () => {
  const estimate = {
    at: later,
    evaluationId,
    measure: 'sales',
    amount: { minor: 5_000_000, currency: 'CNY' },
    attribution: 10_000,
    confidence: 8000,
    estimatedBy: 'bo',
  }
  const recorded = happened.BenefitEstimateRecorded({ ...estimate, programId })
  const declaration = { at: later, evaluationId, measure: 'sales', statement: '' }
  const declared = happened.IntangibleDeclared({ ...declaration, programId })

  test('is estimated', () => {
    story.given(planned).when({ type: 'RecordBenefitEstimate', data: estimate }).then(recorded)
  })
  test('is not more than wholly due to training', () => {
    story
      .given(planned)
      .when({ type: 'RecordBenefitEstimate', data: { ...estimate, attribution: 10_001 } })
      .thenRejected({ code: 'AttributionAboveOne', attribution: 10_001 })
  })
  test('is not due to training and to everything else by more than all of it', () => {
    story
      .given(planned)
      .when({ type: 'RecordBenefitEstimate', data: { ...estimate, attribution: 7000, otherFactors: 3001 } })
      .thenRejected({ code: 'AttributionAboveOne', attribution: 10_001 })
    const all = { ...estimate, attribution: 7000, otherFactors: 3000 }
    story
      .given(planned)
      .when({ type: 'RecordBenefitEstimate', data: all })
      .then(happened.BenefitEstimateRecorded({ ...all, programId }))
  })
  test('of a program is that of its first year', () => {
    const over = (to: string) => ({ ...estimate, period: { from: '2026-05-01', to } })
    story
      .given(planned)
      .when({ type: 'RecordBenefitEstimate', data: over('2027-05-02') })
      .thenRejected({ code: 'BenefitBeyondFirstYear', from: '2026-05-01', to: '2027-05-02' })
    story
      .given(planned)
      .when({ type: 'RecordBenefitEstimate', data: over('2027-05-01') })
      .then(happened.BenefitEstimateRecorded({ ...over('2027-05-01'), programId }))
  })
  test('may be declared to have no price', () => {
    story.given(planned).when({ type: 'DeclareIntangible', data: declaration }).then(declared)
  })
  test('is declared so once', () => {
    story.given(planned, declared).when({ type: 'DeclareIntangible', data: declaration }).thenNothing()
  })
  test('has no price when it was declared to have none', () => {
    story
      .given(planned, declared)
      .when({ type: 'RecordBenefitEstimate', data: estimate })
      .thenRejected({ code: 'IntangibleMonetized', measure: 'sales' })
  })
  test('is not declared to have none when it has one', () => {
    story
      .given(planned, recorded)
      .when({ type: 'DeclareIntangible', data: declaration })
      .thenRejected({ code: 'IntangibleMonetized', measure: 'sales' })
  })
})

describe('what training contributed', () => {
  const toldAs = (result: object) => ({
    ...finding,
    level: 4,
    figures: [
      {
        figure: 'effect',
        metric: 'M43',
        options: {},
        of: {},
        level: 4,
        result: { status: 'ok', value: 7, n: 4, unit: 'scale', ...result },
      },
    ] as never,
  })
  const interval = { low: 1, high: 13, confidence: 0.95, method: 'welch' }

  test('is stated with its interval', () => {
    const data = toldAs({ interval })
    story
      .given(...collecting, isolated('control'))
      .when({ type: 'RecordFinding', data })
      .then(happened.FindingRecorded({ ...data, programId }))
  })
  test('is not stated without', () => {
    for (const method of ['control', 'trend'] as const)
      story
        .given(...collecting, isolated(method))
        .when({ type: 'RecordFinding', data: toldAs({}) })
        .thenRejected({ code: 'ContributionWithoutInterval', figures: ['effect'] })
  })
  test('by estimate has none', () => {
    const data = toldAs({})
    story
      .given(...collecting, isolated('estimate'))
      .when({ type: 'RecordFinding', data })
      .then(happened.FindingRecorded({ ...data, programId }))
  })
  test('is missed in a finding that cites no figure', () => {
    const ledger = createLedger(training)
    ledger.append([...collecting, isolated('control')])
    const data = { ...finding, level: 4 }
    expect(ledger.execute({ type: 'RecordFinding', data, metadata: { commandId: 'c-1' } })).toMatchObject({
      advisories: [{ code: 'ContributionUnstated', level: 4 }],
    })
  })
})

describe('a finding', () => {
  const behaviour = (...sources: string[]) => ({ ...finding, level: 3, sources })
  const atLevel = (level: number) => ({ ...finding, level })

  test('is recorded with its sources', () => {
    story
      .given(...collecting)
      .when({ type: 'RecordFinding', data: finding })
      .then(found())
  })
  test('needs something to be found in', () => {
    story
      .given(planned)
      .when({ type: 'RecordFinding', data: finding })
      .thenRejected({ code: 'IllegalTransition', from: 'planned', command: 'RecordFinding' })
  })
  test('is recorded once', () => {
    story
      .given(...analysed)
      .when({ type: 'RecordFinding', data: finding })
      .thenRejected({ code: 'IllegalTransition', from: 'recorded', command: 'RecordFinding' })
  })
  test('is at a level that was planned', () => {
    story
      .given(happened.EvaluationStudyPlanned({ ...plan, levels: [1, 2] }), measured)
      .when({ type: 'RecordFinding', data: behaviour('supervisor', 'peer') })
      .thenRejected({ code: 'LevelNotPlanned', level: 3 })
  })
  test.each([[['self']], [['supervisor']], [['self', 'peer']]])(
    'about behaviour is not made on the word of %j',
    (sources) => {
      story
        .given(...collecting)
        .when({ type: 'RecordFinding', data: behaviour(...sources) })
        .thenRejected({ code: 'EvidenceInsufficient', have: sources, need: ['supervisor', 'another'] })
    },
  )
  test('about behaviour is made on the word of the supervisor and one source more', () => {
    const data = behaviour('supervisor', 'performanceData')
    story
      .given(...collecting)
      .when({ type: 'RecordFinding', data })
      .then(happened.FindingRecorded({ ...data, programId }))
  })
  test('about results needs a way to tell training from everything else', () => {
    story
      .given(...collecting)
      .when({ type: 'RecordFinding', data: atLevel(4) })
      .thenRejected({ code: 'IsolationMissing', level: 4 })
  })
  test('about results may be made without isolation where that was chosen and said', () => {
    story
      .given(...collecting, isolated('none'))
      .when({ type: 'RecordFinding', data: atLevel(4) })
      .then(found(4))
  })
  test('about a return may not', () => {
    story
      .given(...collecting, isolated('none'))
      .when({ type: 'RecordFinding', data: atLevel(5) })
      .thenRejected({ code: 'IsolationMissing', level: 5 })
  })
  test('is about enough people that nobody is pointed at', () => {
    story
      .given(...collecting)
      .when({ type: 'RecordFinding', data: { ...finding, people: 2 } })
      .thenRejected({ code: 'BelowMinimumGroup', have: 2, need: 3 })
  })
})

describe('an improvement', () => {
  const done = { at: later, evaluationId, improvementId: 'i-1' }
  const completion = happened.ImprovementCompleted({ ...done, programId })

  test('is proposed for a finding', () => {
    story
      .given(...analysed)
      .when({ type: 'ProposeImprovement', data: improvement })
      .then(proposed)
  })
  test('has somebody who sees to it', () => {
    const { owner, ...unowned } = improvement
    story
      .given(...analysed)
      .when({ type: 'ProposeImprovement', data: unowned })
      .thenRejected({ code: 'ImprovementUnowned', improvementId: 'i-1' })
  })
  test('answers to a finding that was made', () => {
    story
      .given(...analysed)
      .when({ type: 'ProposeImprovement', data: { ...improvement, findingId: 'f-2' } })
      .thenRejected({ code: 'Unknown', what: 'finding', id: 'f-2' })
  })
  test('is proposed once', () => {
    story
      .given(...analysed, proposed)
      .when({ type: 'ProposeImprovement', data: improvement })
      .thenRejected({ code: 'IllegalTransition', from: 'open', command: 'ProposeImprovement' })
  })
  test('is completed', () => {
    story
      .given(...analysed, proposed)
      .when({ type: 'CompleteImprovement', data: done })
      .then(completion)
  })
  test('is dismissed with a reason', () => {
    const data = { ...done, reason: 'no budget' }
    story
      .given(...analysed, proposed)
      .when({ type: 'DismissImprovement', data })
      .then(happened.ImprovementDismissed({ ...data, programId }))
  })
  test('is not dismissed once done', () => {
    story
      .given(...analysed, proposed, completion)
      .when({ type: 'DismissImprovement', data: { ...done, reason: 'no budget' } })
      .thenRejected({ code: 'IllegalTransition', from: 'completed', command: 'DismissImprovement' })
  })
  test('is not completed before it was proposed', () => {
    story
      .given(...analysed)
      .when({ type: 'CompleteImprovement', data: done })
      .thenRejected({ code: 'Unknown', what: 'improvement', id: 'i-1' })
  })
  test('is done before the evaluation is closed', () => {
    const close = { at: later, evaluationId }
    story
      .given(...analysed, proposed, reported)
      .when({ type: 'CloseEvaluation', data: close })
      .thenRejected({ code: 'OpenImprovements', improvementIds: ['i-1'] })
    story
      .given(...analysed, proposed, completion, reported)
      .when({ type: 'CloseEvaluation', data: close })
      .then(happened.EvaluationClosed({ ...close, programId }))
  })
})

describe('the report', () => {
  const roi = [
    {
      figure: 'roi',
      metric: 'M83',
      options: {},
      of: {},
      level: 5,
      result: { status: 'ok' as const, value: 1.2, n: 9, unit: 'ratio' },
    },
  ]
  const restatement = { ...report, calculatorVersion: '1.0.1', reason: 'two answers were invalid' }

  test('is published with the digest of what it says', () => {
    story
      .given(...analysed)
      .when({ type: 'PublishEvaluationReport', data: report })
      .then(reported)
  })
  test.each<[string, object]>([
    ['no number at all', { value: Number.NaN }],
    ['an endless one', { value: Number.POSITIVE_INFINITY }],
    ['a function', { value: 1, how: () => 1 }],
    ['a big integer', { notes: [{ code: 'Sum', of: 1n }] }],
    ['a field nobody declared', { mean: 3 }],
    ['an interval upside down', { interval: { low: 2, high: 1, confidence: 0.95, method: 't' } }],
    ['a table in a note', { notes: [{ code: 'Means', of: { a: 1 } }] }],
    ['a variant without end', { variant: Object.fromEntries([...Array(21)].map((_, at) => [`v${at}`, at])) }],
  ])('does not store %s', (_what, wrong) => {
    const [sound] = figures
    const result = { ...sound?.result, ...wrong }
    const wanted = { ...report, figures: [{ ...sound, result }] }
    const { schema } = evaluationCommands.PublishEvaluationReport
    expect(schema.safeParse(report).success).toBe(true)
    expect(schema.safeParse(wanted).success).toBe(false)
  })
  test('waits for findings', () => {
    story
      .given(...collecting)
      .when({ type: 'PublishEvaluationReport', data: report })
      .thenRejected({ code: 'IllegalTransition', from: 'collecting', command: 'PublishEvaluationReport' })
  })
  test('claims no level without findings below', () => {
    story
      .given(...collecting, found(1), found(3, 'f-3'))
      .when({ type: 'PublishEvaluationReport', data: report })
      .thenRejected({ code: 'LowerLevelMissing', level: 2 })
  })
  test('prints no return without findings at every level below', () => {
    story
      .given(...analysed, isolated('estimate'))
      .when({ type: 'PublishEvaluationReport', data: { ...report, figures: roi } })
      .thenRejected({ code: 'LowerLevelMissing', level: 2 })
  })
  test('says which costs nobody posted', () => {
    const all = [1, 2, 3, 4, 5].map((level) => found(level, `f-${level}`))
    const [sound] = roi
    const notes = [{ code: 'CostCategoryMissing', category: 'participantTime' }]
    const loaded = [
      {
        ...sound,
        figure: 'roi',
        metric: 'M83',
        options: {},
        of: {},
        level: 5,
        result: { ...sound?.result, notes },
      },
    ]
    const ledger = createLedger(training)
    ledger.append([...collecting, isolated('control'), ...all])
    const verdict = ledger.execute({
      type: 'PublishEvaluationReport',
      data: { ...report, figures: loaded },
      metadata: { commandId: 'c-1' },
    } as never)
    expect(verdict).toMatchObject({
      advisories: [{ code: 'CostCategoryMissing', categories: ['participantTime'] }],
    })
  })
  test('prints no return that was not isolated', () => {
    story
      .given(...analysed)
      .when({ type: 'PublishEvaluationReport', data: { ...report, figures: roi } })
      .thenRejected({ code: 'IsolationMissing', level: 5 })
  })
  test('is published once', () => {
    story
      .given(...analysed, reported)
      .when({ type: 'PublishEvaluationReport', data: report })
      .thenRejected({ code: 'ReportFrozen', digest })
  })
  test('rests on what was known: nothing is added under it', () => {
    story
      .given(...analysed, reported)
      .when({ type: 'RecordOutcome', data: { ...outcome, unitId: 'shop-2' } })
      .thenRejected({ code: 'ReportFrozen', digest })
  })
  test('is restated openly, naming what it replaces', () => {
    story
      .given(...analysed, reported)
      .when({ type: 'RestateEvaluationReport', data: restatement })
      .then(
        happened.EvaluationReportRestated({
          ...restatement,
          programId,
          replaces: digest,
          digest: digestOf({ figures, calculatorVersion: '1.0.1' }),
        }),
      )
  })
  test('is not restated when it says the same', () => {
    story
      .given(...analysed, reported)
      .when({ type: 'RestateEvaluationReport', data: { ...report, reason: 'again' } })
      .thenNothing()
  })
  test('is not restated with a return that no findings below it bear', () => {
    const isolation = isolated('control')
    story
      .given(planned, isolation, measured, found(1), reported)
      .when({
        type: 'RestateEvaluationReport',
        data: {
          ...restatement,
          figures: [
            {
              figure: 'roi',
              metric: 'M83',
              options: {},
              of: {},
              level: 5,
              result: { status: 'ok', value: 40, n: 1, unit: 'percent' },
            },
          ],
        },
      })
      .thenRejected({ code: 'LowerLevelMissing', level: 2 })
  })
  test('is not restated before it was published', () => {
    story
      .given(...analysed)
      .when({ type: 'RestateEvaluationReport', data: restatement })
      .thenRejected({ code: 'IllegalTransition', from: 'analysed', command: 'RestateEvaluationReport' })
  })
})

import { assemble, type CatalogEvent, catalogEvents, learningHistory, lotteryRanking } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  asked,
  at,
  enrolled,
  happened,
  monday,
  offeringId,
  open,
  request,
  schedule,
  scheduled,
  seat,
  training,
  waitlisted,
} from './an-offering.ts'

const story = scenario(training)
const one = (learnerId: string) => ({ at, offeringId, learnerId })
type Terms = Parameters<typeof happened.EnrolmentTermsSet>[0]
const plain: Terms = { at, offeringId, waitlist: 'firstCome', quotas: [], lateWithdrawal: 'recorded' }
const terms = (more: Partial<Terms>) => happened.EnrolmentTermsSet({ ...plain, ...more })
const opened = (more: Partial<Terms> = {}) => [scheduled, terms(more), open[1]] as const
const ask = (learnerId: string, more: object = {}) => ({
  type: 'RequestEnrolment' as const,
  data: { ...request(learnerId), ...more },
})
const approve = (learnerId: string, more: object = {}) => ({
  type: 'ApproveEnrolment' as const,
  data: { ...one(learnerId), ...more },
})
const askedAs = (learnerId: string, more: object) =>
  happened.EnrolmentRequested({ ...request(learnerId), ...more, approval: 'automatic', basis: {} })

describe('the terms on which seats are given', () => {
  test('are said before enrolment opens, and stay', () => {
    story.given(scheduled).when({ type: 'SetEnrolmentTerms', data: plain }).then(terms({}))
    story
      .given(...open)
      .when({ type: 'SetEnrolmentTerms', data: plain })
      .thenRejected({ code: 'IllegalTransition', from: 'enrolling', command: 'SetEnrolmentTerms' })
  })
  test('may keep no waitlist: who finds no seat is told so, and nothing is written', () => {
    const full = [...opened({ waitlist: 'none' }), ...enrolled('ada'), ...enrolled('bob')] as const
    const refusal = { code: 'SeatsExhausted', offeringId, capacity: 2 }
    story
      .given(...full)
      .when(ask('cyd'))
      .thenRejected(refusal)
    story
      .given(...full, asked('cyd'))
      .when(approve('cyd'))
      .thenRejected(refusal)
  })
  test('may hold seats back from a segment, who then waits while others are seated', () => {
    const sales = { department: 'sales' }
    const quota = { segment: sales, max: 1 }
    const first = [askedAs('ada', sales), happened.LearnerEnrolled(seat('ada'))] as const
    story
      .given(...opened({ quotas: [quota] }), ...first, askedAs('bob', sales))
      .when(approve('bob'))
      .then(waitlisted('bob', 1)[1])
    story
      .given(...opened({ quotas: [quota] }), ...first, askedAs('bob', { department: 'production' }))
      .when(approve('bob'))
      .then(happened.LearnerEnrolled(seat('bob')))
    story
      .given(...opened({ quotas: [quota], waitlist: 'none' }), ...first)
      .when(ask('bob', sales))
      .thenRejected({ code: 'QuotaExhausted', offeringId, ...quota })
  })
  test('may stop people from leaving late', () => {
    const late = schedule.withdrawalDeadline
    const leave = { type: 'WithdrawEnrolment' as const, data: { ...one('ada'), at: late } }
    story
      .given(...opened({ lateWithdrawal: 'refused' }), ...enrolled('ada'))
      .when(leave)
      .thenRejected({ code: 'WithdrawalDeadlinePassed', deadline: late })
    story
      .given(
        ...opened({ lateWithdrawal: 'refused' }),
        ...enrolled('ada'),
        ...enrolled('bob'),
        ...waitlisted('cyd', 1),
      )
      .when({ ...leave, data: { ...leave.data, learnerId: 'cyd' } })
      .then(happened.LearnerWithdrew({ ...one('cyd'), at: late, from: 'waitlisted', late: false }))
  })
})

describe('the waitlist', () => {
  const wait = (learnerId: string, priority: number) =>
    [
      askedAs(learnerId, { priority }),
      happened.LearnerWaitlisted({ ...waitlisted(learnerId, 1)[1].data }),
    ] as const
  const leave = { type: 'WithdrawEnrolment' as const, data: one('ada') }
  const left = happened.LearnerWithdrew({ ...one('ada'), from: 'enrolled', late: false })
  test('by priority moves up whoever matters most, and among equals who came first', () => {
    const full = [...opened({ waitlist: 'priority' }), ...enrolled('ada'), ...enrolled('bob')] as const
    story
      .given(...full, ...wait('cyd', 1), ...wait('dee', 5), ...wait('eve', 5))
      .when(leave)
      .then(left, happened.LearnerPromoted(seat('dee')))
    story
      .given(...full, ...wait('cyd', 1), ...wait('dee', 5), askedAs('eve', { priority: 3 }))
      .when(approve('eve'))
      .then(waitlisted('eve', 2)[1])
  })
  test('by quota passes over whoever is held back', () => {
    const sales = { department: 'sales' }
    const quotas = [{ segment: sales, max: 1 }]
    story
      .given(
        ...opened({ quotas }),
        ...[askedAs('bob', sales), happened.LearnerEnrolled(seat('bob'))],
        ...enrolled('ada'),
        ...[askedAs('cyd', sales), waitlisted('cyd', 1)[1], ...waitlisted('dee', 2)],
      )
      .when(leave)
      .then(left, happened.LearnerPromoted(seat('dee')))
  })
})

describe('a lottery', () => {
  const closed = happened.EnrolmentWindowClosed({ at, offeringId })
  const draw = { type: 'DrawLottery' as const, data: { at, offeringId, seed: 'beacon-4711' } }
  const waiting = [...waitlisted('ada', 1), ...waitlisted('bob', 2), ...waitlisted('cyd', 3)] as const
  const ranking = lotteryRanking({ seed: 'beacon-4711', offeringId, learners: ['ada', 'bob', 'cyd'] })
  test('gives nobody a seat before lots are drawn', () => {
    story
      .given(...opened({ waitlist: 'lottery' }), asked('ada'))
      .when(approve('ada'))
      .then(waitlisted('ada', 1)[1])
  })
  test('records its draw, so that anybody can draw again, and seats the first', () => {
    const [first = '', second = ''] = ranking
    story
      .given(...opened({ waitlist: 'lottery' }), ...waiting, closed)
      .when(draw)
      .then(
        happened.LotteryDrawn({ ...draw.data, ranking: [...ranking] }),
        happened.LearnerPromoted(seat(first)),
        happened.LearnerPromoted(seat(second)),
      )
  })
  test('goes on in the order drawn, and late comers stand behind', () => {
    const [first = '', second = '', third = ''] = ranking
    story
      .given(
        ...[...opened({ waitlist: 'lottery' }), ...waiting, closed],
        happened.LotteryDrawn({ ...draw.data, ranking: [...ranking] }),
        ...[happened.LearnerPromoted(seat(first)), happened.LearnerPromoted(seat(second))],
        ...waitlisted('dee', 2),
      )
      .when({ type: 'WithdrawEnrolment', data: one(first) })
      .then(
        happened.LearnerWithdrew({ ...one(first), from: 'enrolled', late: false }),
        happened.LearnerPromoted(seat(third)),
      )
  })
  test('is drawn once, when nobody can ask any more', () => {
    story
      .given(...opened({ waitlist: 'lottery' }), ...waiting)
      .when(draw)
      .thenRejected({ code: 'IllegalTransition', from: 'enrolling', command: 'DrawLottery' })
    story
      .given(...opened({ waitlist: 'lottery' }), closed, happened.LotteryDrawn({ ...draw.data, ranking: [] }))
      .when(draw)
      .thenRejected({ code: 'IllegalTransition', from: 'drawn', command: 'DrawLottery' })
    story
      .given(...opened({ waitlist: 'lottery' }))
      .when({ ...draw, data: { ...draw.data, at: schedule.enrolmentCloses } })
      .then(happened.LotteryDrawn({ ...draw.data, at: schedule.enrolmentCloses, ranking: [] }))
  })
  test('needs terms that say so', () => {
    story
      .given(...opened(), closed)
      .when(draw)
      .thenRejected({ code: 'NotALottery', offeringId, waitlist: 'firstCome' })
  })
  test('favours nobody: over many seeds everybody comes first about as often', () => {
    const learners = ['ada', 'bob', 'cyd', 'dee']
    const firsts = new Map<string, number>()
    for (let seed = 0; seed < 800; seed++) {
      const [first = ''] = lotteryRanking({ seed: `seed-${seed}`, offeringId, learners })
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
    }
    for (const learner of learners) expect(Math.abs((firsts.get(learner) ?? 0) - 200)).toBeLessThan(50)
  })
})

describe('what comes first', () => {
  const courses = { at, offeringId, courses: ['basics'], competencies: [] }
  const stages = { at, offeringId, stages: [{ stage: 'culture', courses: ['our-values', 'our-history'] }] }
  const needs = [
    scheduled,
    happened.PrerequisitesSet(courses),
    happened.StagePrerequisitesSet(stages),
    open[1],
  ] as const
  test('is said before enrolment opens', () => {
    story
      .given(scheduled)
      .when({ type: 'SetPrerequisites', data: courses })
      .then(happened.PrerequisitesSet(courses))
    story
      .given(scheduled)
      .when({ type: 'SetStagePrerequisites', data: stages })
      .then(happened.StagePrerequisitesSet(stages))
    for (const [type, data] of Object.entries({ SetPrerequisites: courses, SetStagePrerequisites: stages }))
      story
        .given(...open)
        .when({ type, data } as never)
        .thenRejected({ code: 'IllegalTransition', from: 'enrolling', command: type })
  })
  const did = (courseId: string) =>
    happened.EnrolmentCompleted({
      ...{ at, offeringId: `o-${courseId}`, learnerId: 'ada', courseId, courseVersion: 1 },
      ...{ outcome: 'completed', attendedMinutes: 60, scheduledMinutes: 60 },
    })
  const culture = [did('our-values'), did('our-history')] as const
  test('is completed before one asks', () => {
    story
      .given(...needs, ...culture)
      .when(ask('ada'))
      .thenRejected({ code: 'PrerequisiteNotMet', learnerId: 'ada', missing: ['basics'] })
    story
      .given(...needs, ...culture, did('basics'))
      .when(ask('ada'))
      .then(asked('ada'))
  })
  test('counts from the version on that the course asks for', () => {
    const versions = [{ courseId: 'basics', fromVersion: 2 }]
    const asks = [scheduled, happened.PrerequisitesSet({ ...courses, versions }), open[1]] as const
    story
      .given(...asks, did('basics'))
      .when(ask('ada'))
      .thenRejected({ code: 'PrerequisiteNotMet', learnerId: 'ada', missing: ['basics'] })
    story
      .given(...asks, happened.EnrolmentCompleted({ ...did('basics').data, courseVersion: 2 }))
      .when(ask('ada'))
      .then(asked('ada'))
  })
  test('counts where another course counts as it on the day it was completed, or takes its place', () => {
    const equals = (more: object = {}) =>
      catalogEvents.make.EquivalenceDeclared({
        ...{ at, courseId: 'intro', countsAsId: 'basics', effectiveFrom: '2026-01-01', ...more },
      })
    const missing = { code: 'PrerequisiteNotMet', learnerId: 'ada', missing: ['basics'] } as const
    const tells = (...more: readonly CatalogEvent[]) =>
      story.given(...needs, ...culture, did('intro'), ...more).when(ask('ada'))
    tells().thenRejected(missing)
    tells(equals()).then(asked('ada'))
    tells(equals({ until: '2026-02-28' })).thenRejected(missing)
    tells(equals({ courseId: 'basics', countsAsId: 'intro' })).thenRejected(missing)
    tells(catalogEvents.make.CourseRetired({ at, courseId: 'basics', successorId: 'intro' })).then(
      asked('ada'),
    )
    const here = { completedCourses: ['intro'] }
    story
      .given(...needs, ...culture, equals())
      .when(ask('ada', here))
      .then(happened.EnrolmentRequested({ ...asked('ada').data, basis: here }))
  })
  test('may be some of several courses', () => {
    const alternatives = [{ atLeast: 2, courseIds: ['basics', 'intro', 'tour'] }]
    const set = { ...courses, courses: [], alternatives }
    const asks = [scheduled, happened.PrerequisitesSet(set), open[1], did('intro')] as const
    story.given(scheduled).when({ type: 'SetPrerequisites', data: set }).then(happened.PrerequisitesSet(set))
    story
      .given(scheduled)
      .when({
        type: 'SetPrerequisites',
        data: { ...set, alternatives: [{ atLeast: 2, courseIds: ['tour'] }] },
      })
      .thenRejected({ code: 'AlternativesTooFew', atLeast: 2, of: ['tour'] })
    story
      .given(...asks)
      .when(ask('ada'))
      .thenRejected({
        code: 'AlternativesNotMet',
        ...{ learnerId: 'ada', atLeast: 2, have: 1, of: ['basics', 'intro', 'tour'] },
      })
    story
      .given(...asks, did('tour'))
      .when(ask('ada'))
      .then(asked('ada'))
  })
  test('counts once among several, whatever it counts as', () => {
    const either = {
      ...courses,
      courses: [],
      alternatives: [{ atLeast: 2, courseIds: ['basics', 'intro', 'more'] }],
    }
    const asks = [scheduled, happened.PrerequisitesSet(either), open[1]] as const
    const counts = (countsAsId: string) =>
      catalogEvents.make.EquivalenceDeclared({
        ...{ at, courseId: 'both', countsAsId, effectiveFrom: '2026-01-01' },
      })
    const equals = [counts('basics'), counts('intro')]
    story
      .given(...asks, ...equals, did('both'))
      .when(ask('ada'))
      .thenRejected({
        ...{ code: 'AlternativesNotMet', learnerId: 'ada', atLeast: 2, have: 1 },
        of: ['basics', 'intro', 'more'],
      })
    story
      .given(...asks, ...equals, did('both'), did('basics'))
      .when(ask('ada'))
      .then(asked('ada'))
    const succeeded = catalogEvents.make.CourseRetired({ at, courseId: 'basics', successorId: 'intro' })
    story
      .given(...asks, did('intro'), succeeded)
      .when(ask('ada'))
      .thenRejected({
        ...{ code: 'AlternativesNotMet', learnerId: 'ada', atLeast: 2, have: 1 },
        of: ['basics', 'intro', 'more'],
      })
  })
  test('counts wherever it was completed, and what was counted is recorded', () => {
    const completedCourses = ['basics']
    story
      .given(...needs, ...culture)
      .when(ask('ada', { completedCourses }))
      .then(happened.EnrolmentRequested({ ...asked('ada').data, basis: { completedCourses } }))
  })
  test('may be a level of a competency, which the competence record tells', () => {
    const asking = { frameworkId: 'f-1', competency: 'asking', level: 3 }
    const able = [
      scheduled,
      happened.PrerequisitesSet({ ...courses, courses: [], competencies: [asking] }),
      open[1],
    ] as const
    for (const competencies of [[], [{ ...asking, level: 2 }], [{ ...asking, frameworkId: 'f-2' }]])
      story
        .given(...able)
        .when(ask('ada', { competencies }))
        .thenRejected({ code: 'PrerequisiteNotMet', learnerId: 'ada', missing: ['asking'] })
    const competencies = [{ ...asking, level: 4 }]
    story
      .given(...able)
      .when(ask('ada', { competencies }))
      .then(happened.EnrolmentRequested({ ...asked('ada').data, basis: { competencies } }))
  })
  test('holds for the stages of a curriculum, in their order', () => {
    story
      .given(...needs, did('basics'), did('our-values'))
      .when(ask('ada'))
      .thenRejected({
        code: 'StagePrerequisiteNotMet',
        learnerId: 'ada',
        stage: 'culture',
        missing: ['our-history'],
      })
  })
  test('counts no longer when a correction took it back', () => {
    const { data } = did('basics')
    const taken = happened.CompletionReassessed({
      ...{ at, offeringId: data.offeringId, learnerId: 'ada', courseId: 'basics', courseVersion: 1 },
      ...{ closedAt: at, from: 'completed', to: 'failed', unmet: ['attendance'], assessment: 'none' },
      ...{ attendedMinutes: 0, scheduledMinutes: 60 },
    })
    story
      .given(...needs, ...culture, did('basics'), taken)
      .when(ask('ada'))
      .thenRejected({ code: 'PrerequisiteNotMet', learnerId: 'ada', missing: ['basics'] })
  })
  test('a course taken again next year is a new attempt: the first stays on record', () => {
    const again = { ...did('basics').data, offeringId: 'o-basics-2027' }
    story.given(did('basics'), happened.EnrolmentCompleted(again)).thenKnown(learningHistory, 'ada', {
      completedAt: { basics: { 'o-basics': { version: 1, at }, 'o-basics-2027': { version: 1, at } } },
    })
  })
})

describe('a year of training', () => {
  const limited = (annualLimits: object) =>
    scenario(assemble(training.modules, { delivery: { annualLimits } }, { trusted: true }))
  const elsewhere = (year: number, price = 300_00) =>
    happened.LearnerEnrolled({
      ...seat('ada'),
      offeringId: `o-${year}`,
      price: { minor: price, currency: 'CNY' },
      sessions: [
        { sessionId: `s-${year}`, start: `${year}-05-04T01:00:00.000Z`, end: `${year}-05-04T09:00:00.000Z` },
      ],
    })
  const refusal = { code: 'AnnualLimitExceeded', learnerId: 'ada', year: '2026' }
  test('has room for so many classes, so many minutes, so much money', () => {
    limited({ count: 1 })
      .given(...open, elsewhere(2026))
      .when(ask('ada'))
      .thenRejected({ ...refusal, what: 'count', limit: 1, would: 2 })
    limited({ minutes: 1000 })
      .given(...open, elsewhere(2026))
      .when(ask('ada'))
      .thenRejected({ ...refusal, what: 'hours', limit: 1000, would: 960 + 480 })
    const price = { minor: 200_00, currency: 'CNY' }
    limited({ cost: { minor: 499_99, currency: 'CNY' } })
      .given(...opened({ price }), elsewhere(2026))
      .when(ask('ada'))
      .thenRejected({ ...refusal, what: 'cost', limit: 499_99, would: 500_00 })
  })
  test('begins anew in January', () => {
    limited({ count: 1 })
      .given(...open, elsewhere(2025))
      .when(ask('ada'))
      .then(asked('ada'))
  })
  test('counts a place in line, so that nobody who moves up goes beyond it', () => {
    const waits = happened.LearnerWaitlisted({
      ...waitlisted('ada', 1)[1].data,
      offeringId: 'o-2',
      sessions: elsewhere(2026).data.sessions,
    })
    limited({ count: 1 })
      .given(...open, waits, asked('ada'))
      .when(approve('ada'))
      .thenRejected({ ...refusal, what: 'count', limit: 1, would: 2 })
  })
  test('ends the places in line that are too many once more was assigned, the last one first', () => {
    const waits = (offeringId: string, ...more: readonly object[]) => [
      happened.EnrolmentRequested({ ...asked('ada').data, offeringId, ...Object.assign({}, ...more) }),
      happened.LearnerWaitlisted({
        ...{ ...waitlisted('ada', 1)[1].data, offeringId },
        sessions: [{ ...(elsewhere(2026).data.sessions[0] as object), sessionId: offeringId } as never],
      }),
    ]
    const leaves = (id: string) =>
      happened.LearnerWithdrew({ at, offeringId: id, learnerId: 'ada', from: 'waitlisted', late: false })
    const assigned = happened.EnrolmentRequested({ ...asked('ada').data, source: 'assigned' })
    const enrolled = happened.LearnerEnrolled(seat('ada'))
    limited({ count: 2 })
      .given(...open, ...waits('o-2'), ...waits('o-3'), assigned)
      .when(approve('ada'))
      .then(enrolled, leaves('o-3'))
    limited({ count: 1 })
      .given(...open, ...waits('o-2'), ...waits('o-3', { source: 'assigned' }), assigned)
      .when(approve('ada'))
      .then(enrolled, leaves('o-2'))
    limited({})
      .given(...open, ...waits('o-2'), assigned)
      .when(approve('ada'))
      .then(enrolled)
  })
  test('never stops what was assigned to somebody', () => {
    limited({ count: 1 })
      .given(...open, elsewhere(2026))
      .when(ask('ada', { source: 'assigned' }))
      .then(happened.EnrolmentRequested({ ...asked('ada').data, source: 'assigned' }))
  })
})

describe('approval', () => {
  const requested = happened.EnrolmentRequested({ ...request('ada'), approval: 'required', basis: {} })
  test('is by somebody, and not by the learner', () => {
    for (const data of [{}, { approvedBy: 'ada' }])
      story
        .given(...open, requested)
        .when(approve('ada', data))
        .thenRejected({ code: 'ApprovalRequired', learnerId: 'ada' })
    story
      .given(...open, requested)
      .when(approve('ada', { approvedBy: 'boss' }))
      .then(happened.LearnerEnrolled({ ...seat('ada'), approvedBy: 'boss' }))
  })
})

describe('waiting for two classes at the same hours', () => {
  test('is refused: moving up in one, they would be in two places', () => {
    const waits = happened.LearnerWaitlisted({ ...waitlisted('cyd', 1)[1].data, offeringId: 'o-2' })
    story
      .given(...open, ...enrolled('ada'), ...enrolled('bob'), waits, asked('cyd'))
      .when(approve('cyd'))
      .thenRejected({ code: 'ScheduleConflict', learnerId: 'cyd', with: 'o-2' })
  })
})

describe('pre-work', () => {
  const prework = { materials: ['Reader · 预习资料'], daysBefore: 7 }
  test('goes out some days before the class, to whoever has a seat', () => {
    const send = { type: 'SendPrework' as const, data: { ...one('ada'), at: '2026-03-30T01:00:00.000Z' } }
    story
      .given(...opened({ prework }), ...enrolled('ada'))
      .whenHappened(happened.LearnerEnrolled(seat('ada')))
      .thenDeadlines({ dueAt: '2026-03-30T01:00:00.000Z', command: send })
    story
      .given(...opened({ prework }), ...enrolled('ada'))
      .when(send)
      .then(happened.PreworkSent({ ...send.data, materials: prework.materials }))
    story
      .given(...opened(), ...enrolled('ada'))
      .when(send)
      .thenRejected({ code: 'Unknown', what: 'prework', id: offeringId })
  })
  test('does not go out to who left meanwhile', () => {
    const left = happened.LearnerWithdrew({ ...one('ada'), from: 'enrolled', late: false })
    story
      .given(...opened({ prework }), ...enrolled('ada'), left)
      .when({ type: 'SendPrework', data: one('ada') })
      .thenNothing()
    story
      .given(...opened({ prework }), asked('ada'))
      .when({ type: 'SendPrework', data: one('ada') })
      .thenRejected({ code: 'IllegalTransition', from: 'requested', command: 'SendPrework' })
  })
  test('goes out at once to who moves up late', () => {
    const late = { ...seat('ada'), at: '2026-04-04T01:00:00.000Z' }
    story
      .given(...opened({ prework }), ...enrolled('ada'))
      .whenHappened(happened.LearnerPromoted(late))
      .thenDeadlines({
        dueAt: late.at,
        command: { type: 'SendPrework', data: { ...one('ada'), at: late.at } },
      })
  })
  test('is acknowledged by who got it, once', () => {
    const sent = happened.PreworkSent({ ...one('ada'), materials: prework.materials })
    const acknowledge = { type: 'AcknowledgePrework' as const, data: one('ada') }
    const got = [...opened({ prework }), ...enrolled('ada'), sent] as const
    story
      .given(...opened({ prework }), ...enrolled('ada'))
      .when(acknowledge)
      .thenRejected({ code: 'IllegalTransition', from: 'notSent', command: 'AcknowledgePrework' })
    story
      .given(...got)
      .when(acknowledge)
      .then(happened.PreworkAcknowledged(one('ada')))
    story
      .given(...got, happened.PreworkAcknowledged(one('ada')))
      .when(acknowledge)
      .thenNothing()
    story
      .given(...got)
      .when({ type: 'SendPrework', data: { ...one('ada'), at: monday.start } })
      .thenNothing()
  })
})

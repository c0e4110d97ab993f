import { assemble, catalog, delivery, evaluation, resources } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  about,
  ada,
  came,
  completed,
  delivered,
  evaluationId,
  happened,
  inWindow,
  later,
  offeringId,
  open,
  opened,
  opinion,
  plan,
  planned,
  programId,
  questions,
  scheduled,
  session,
  submitted,
  training,
  window,
  zone,
} from './a-study.ts'

const story = scenario(training)
const version = (instrumentId: string) => ({ instrumentId, version: 1 })
const asking = (instruments: object, levels = [1, 2, 3]) =>
  happened.EvaluationStudyPlanned({ ...plan, levels, instruments })
const asked = { programId, offeringId, anonymity: 'confidential', k: 3, channel: 'online' }
/** The questions of one purpose, for a week after the class. */
const opens = (purpose: 'reaction' | 'posttest', instrumentId: string) => ({
  type: 'OpenAdministration',
  data: {
    at: completed.data.at,
    administrationId: `e-1.o-1.${purpose}`,
    ...version(instrumentId),
    purpose,
    ...asked,
    window: { opens: completed.data.at, closes: '2026-04-14T01:00:00.000Z' },
    zone: completed.data.zone,
    evaluationId,
  },
})
const invite = (at: string, administrationId: string, learnerId: string) => ({
  type: 'InviteRespondent',
  data: { at, administrationId, respondentId: learnerId, learnerId, role: 'self' },
})

describe('when a class is over', () => {
  test('those who came are asked what they thought, for seven days', () => {
    const administrationId = 'e-1.o-1.reaction'
    const { at } = completed.data
    story
      .given(scheduled, asking({ reaction: version('smile') }), came('ada'), came('bo', 0), came('cy'))
      .whenHappened(completed)
      .thenCommands(
        opens('reaction', 'smile'),
        invite(at, administrationId, 'ada'),
        invite(at, administrationId, 'cy'),
      )
  })
  test('behaviour is looked at two months after the end', () => {
    story
      .given(scheduled, asking({ followUp: version('conduct') }))
      .whenHappened(completed)
      .thenCommands({
        type: 'ScheduleFollowUp',
        data: {
          at: completed.data.at,
          evaluationId,
          programId,
          level: 3,
          offeringId,
          dueAt: '2026-06-06T09:00:00.000Z',
        },
      })
  })
  test('nobody is asked anything where no study names an instrument', () => {
    story.given(scheduled, asking({}), came('ada')).whenHappened(completed).thenCommands()
  })
  test('nobody is asked anything for a study that is closed', () => {
    const closed = happened.EvaluationClosed({ at: plan.at, evaluationId, programId })
    story
      .given(scheduled, asking({ reaction: version('smile') }), closed, came('ada'))
      .whenHappened(completed)
      .thenCommands()
  })
})

const corrected = (at: string, minutes = 480) =>
  delivered.AttendanceCorrected({
    ...{ at, offeringId, learnerId: 'dee', sessionId: 'monday', minutes, on: '2026-04-06' },
    ...{
      status: minutes > 0 ? 'present' : 'absent',
      method: 'rollCall',
      correctedBy: 'lin',
      reason: 'A list',
    },
  })

describe('who was there after all', () => {
  const asking = happened.AdministrationOpened({ ...open, items: questions, evaluationId })
  const invited = happened.RespondentInvited({
    ...{ ...ada, respondentId: 'dee', learnerId: 'dee' },
    ...{ ...about, role: 'self' },
  })
  const at = '2026-03-08T01:00:00.000Z'
  test('is asked what the others are being asked, once', () => {
    story
      .given(scheduled, came('dee', 0), asking)
      .whenHappened(corrected(at))
      .thenCommands(invite(at, 'a-1', 'dee'))
    story.given(scheduled, came('dee', 0), asking, invited).whenHappened(corrected(at)).thenCommands()
    story.given(scheduled, came('dee'), asking).whenHappened(corrected(at, 0)).thenCommands()
  })
  test('and so is whose attendance is taken only then', () => {
    const late = came('dee')
    story
      .given(scheduled, asking)
      .whenHappened({ ...late, data: { ...late.data, at } })
      .thenCommands(invite(at, 'a-1', 'dee'))
    story.given(scheduled).whenHappened(late).thenCommands()
    const away = came('dee', 0)
    story
      .given(scheduled, asking)
      .whenHappened({ ...away, data: { ...away.data, at } })
      .thenCommands()
  })
  test('and not when it is over, nor what a host asks by itself', () => {
    const extended = happened.WindowExtended({
      ...{ at: inWindow, administrationId: 'a-1', closes: '2026-03-12T00:00:00.000Z' },
      ...about,
    })
    const closed = happened.AdministrationClosed({
      ...{ at: window.closes, administrationId: 'a-1', invited: 0, responded: 0, evaluationId },
      ...about,
    })
    const past = [scheduled, came('dee', 0)]
    story
      .given(...past, opened)
      .whenHappened(corrected(at))
      .thenCommands()
    story
      .given(...past, asking)
      .whenHappened(corrected(window.closes))
      .thenCommands()
    story
      .given(...past, asking, extended)
      .whenHappened(corrected(window.closes))
      .thenCommands(invite(window.closes, 'a-1', 'dee'))
    story
      .given(...past, asking, closed)
      .whenHappened(corrected(at))
      .thenCommands()
  })
})

describe('when the follow-up was scheduled', () => {
  const dueAt = '2026-06-06T09:00:00.000Z'
  const to = '2026-07-06T09:00:00.000Z'
  const followUp = happened.FollowUpScheduled({
    at: completed.data.at,
    evaluationId,
    programId,
    level: 3,
    offeringId,
    endedAt: session.end,
    zone,
    from: '2026-05-06T09:00:00.000Z',
    to,
    dueAt,
  })

  test('it opens on the day, until three months after the end', () => {
    const administrationId = 'e-1.o-1.followUp'
    story
      .given(asking({ followUp: version('conduct') }), came('ada'))
      .whenHappened(followUp)
      .thenDeadlines({
        dueAt,
        command: {
          type: 'OpenAdministration',
          data: {
            at: dueAt,
            administrationId,
            ...version('conduct'),
            purpose: 'followUp',
            ...asked,
            window: { opens: dueAt, closes: to },
            evaluationId,
          },
        },
      })
  })
  test('those who came are asked when it opens, as the register stands by then', () => {
    const administrationId = 'e-1.o-1.followUp'
    const opensLater = (more: object = {}) =>
      happened.AdministrationOpened({
        ...{ ...open, at: dueAt, administrationId, purpose: 'followUp', evaluationId, items: questions },
        ...{ window: { opens: dueAt, closes: to }, ...more },
      })
    const given = story.given(followUp, came('ada'), came('bo', 0), came('dee'), corrected(dueAt, 0))
    given.whenHappened(opensLater()).thenCommands(invite(dueAt, administrationId, 'ada'))
    given.whenHappened(opensLater({ administrationId: 'by-hand' })).thenCommands()
  })
  test('nothing opens where no instrument is named', () => {
    story.given(planned, came('ada')).whenHappened(followUp).thenDeadlines()
  })
})

describe('when a class is over and there is more to look at', () => {
  test('those who came sit the test of it', () => {
    const administrationId = 'e-1.o-1.posttest'
    const { at } = completed.data
    story
      .given(scheduled, asking({ posttest: version('quiz') }), came('ada'))
      .whenHappened(completed)
      .thenCommands(opens('posttest', 'quiz'), invite(at, administrationId, 'ada'))
  })
  test('results are looked at half a year later', () => {
    story
      .given(scheduled, asking({}, [1, 2, 3, 4]))
      .whenHappened(completed)
      .thenCommands({
        type: 'ScheduleFollowUp',
        data: {
          at: completed.data.at,
          evaluationId,
          programId,
          level: 4,
          offeringId,
          dueAt: '2026-10-06T09:00:00.000Z',
        },
      })
  })
  test('nothing more is looked at once the report is out', () => {
    const reported = happened.EvaluationReportPublished({
      at: plan.at,
      evaluationId,
      programId,
      figures: [
        {
          figure: 'one',
          metric: 'M35',
          options: {},
          of: {},
          level: 1,
          result: { status: 'undefined', reason: { code: 'NoVariance' } },
        },
      ],
      calculatorVersion: '1',
      digest: `sha256:${'0'.repeat(64)}`,
    })
    story
      .given(scheduled, asking({ followUp: version('conduct') }, [1, 2, 3, 4]), reported)
      .whenHappened(completed)
      .thenCommands()
  })
})

describe('questions that were asked for a study', () => {
  const administrationId = 'a-1'
  const forTheStudy = happened.AdministrationOpened({ ...open, items: questions, evaluationId })
  const closing = (dueAt: string, ifItCloses: string) => ({
    dueAt,
    command: { type: 'CloseAdministration', data: { at: dueAt, administrationId, ifItCloses } },
  })

  test('close with their window', () => {
    story.given().whenHappened(forTheStudy).thenDeadlines(closing(window.closes, window.closes))
  })
  test('close when no late answer is taken any more', () => {
    const lateUntil = '2026-03-12T00:00:00.000Z'
    story
      .given()
      .whenHappened(happened.AdministrationOpened({ ...forTheStudy.data, lateUntil }))
      .thenDeadlines(closing(lateUntil, window.closes))
  })
  test('close later when their window was extended', () => {
    const closes = '2026-03-20T00:00:00.000Z'
    story
      .given(forTheStudy)
      .whenHappened(happened.WindowExtended({ at: inWindow, administrationId, ...about, closes }))
      .thenDeadlines(closing(closes, closes))
  })
  test('are closed by the host where no study asked for them', () => {
    story.given().whenHappened(opened).thenDeadlines()
  })
})

describe('what falls short', () => {
  const ownerId = 'ops-lin'
  const owned = happened.EvaluationStudyPlanned({ ...plan, ownerId })
  const at = '2026-03-10T01:00:00.000Z'
  const trained = delivered.OfferingScheduled({
    ...scheduled.data,
    sessions: [{ ...session, trainerIds: ['zhou'] }],
  })
  const closed = (purpose: 'reaction' | 'posttest', responded: number) =>
    happened.AdministrationClosed({
      ...about,
      at,
      administrationId: 'a-1',
      purpose,
      invited: responded,
      responded,
      evaluationId,
    })
  const says = (learnerId: string, answers: Record<string, number>, purpose: 'reaction' | 'posttest') =>
    happened.ResponseSubmitted({
      ...ada,
      ...about,
      purpose,
      respondentId: learnerId,
      learnerId,
      version: 1,
      role: 'self',
      answers: Object.entries(answers).map(([itemId, value]) => ({ itemId, value })),
    })
  const toBeImproved = (
    [of, why]: [string, string],
    level: number,
    people: number,
    target: { kind: string; ref: string },
  ) => {
    const findingId = `a-1.${of}.${why}`
    return [
      {
        type: 'RecordFinding',
        data: { at, evaluationId, findingId, level, sources: [level === 1 ? 'survey' : 'test'], people },
      },
      {
        type: 'ProposeImprovement',
        data: {
          at,
          evaluationId,
          improvementId: findingId,
          findingId,
          target,
          owner: ownerId,
          due: '2026-04-09',
        },
      },
    ]
  }
  const asked = happened.AdministrationOpened({ ...open, k: 3, items: questions, evaluationId })
  const three = (answers: Record<string, number>) =>
    ['ada', 'bo', 'cy'].map((one) => says(one, answers, 'reaction'))

  test('of a reaction is the trainer’s, the course’s or the organisation’s to improve', () => {
    story
      .given(trained, owned, asked, ...three({ clear: 5, remark: 3 }))
      .whenHappened(closed('reaction', 3))
      .thenCommands(...toBeImproved(['trainer', 'low'], 1, 3, { kind: 'trainer', ref: 'zhou' }))
    story
      .given(trained, owned, asked, ...three({ clear: 3, remark: 4 }))
      .whenHappened(closed('reaction', 3))
      .thenCommands(...toBeImproved(['content', 'low'], 1, 3, { kind: 'course', ref: 'selling' }))
    story
      .given(scheduled, owned, asked, ...three({ clear: 5, remark: 3 }))
      .whenHappened(closed('reaction', 3))
      .thenCommands(...toBeImproved(['trainer', 'low'], 1, 3, { kind: 'organisation', ref: 'trainer' }))
  })
  test('of fewer people than was promised is not said, although more handed something in', () => {
    const [first, second, third] = ['ada', 'bo', 'cy']
    story
      .given(
        trained,
        owned,
        asked,
        ...[first, second].map((one) => says(one ?? '', { clear: 5, remark: 1 }, 'reaction')),
        says(third ?? '', { clear: 5 }, 'reaction'),
      )
      .whenHappened(closed('reaction', 3))
      .thenCommands()
    story
      .given(
        trained,
        owned,
        happened.AdministrationOpened({ ...open, k: 5, items: questions, evaluationId }),
        ...three({ clear: 5, remark: 1 }),
      )
      .whenHappened(closed('reaction', 3))
      .thenCommands()
  })
  test('is what answers say that count: not those that were found invalid', () => {
    const invalid = (learnerId: string) =>
      happened.ResponseInvalidated({
        ...ada,
        ...about,
        respondentId: learnerId,
        learnerId,
        reason: 'A guess',
      })
    const four = [...three({ clear: 5, remark: 5 }), says('di', { clear: 1, remark: 1 }, 'reaction')]
    story
      .given(trained, owned, asked, ...four, says('ed', { clear: 1, remark: 1 }, 'reaction'))
      .whenHappened(closed('reaction', 5))
      .thenCommands(
        ...toBeImproved(['content', 'low'], 1, 5, { kind: 'course', ref: 'selling' }),
        ...toBeImproved(['trainer', 'low'], 1, 5, { kind: 'trainer', ref: 'zhou' }),
      )
    story
      .given(trained, owned, asked, ...four, invalid('di'))
      .whenHappened(closed('reaction', 3))
      .thenCommands()
    story
      .given(trained, owned, asked, ...three({ clear: 1, remark: 1 }), invalid('cy'))
      .whenHappened(closed('reaction', 2))
      .thenCommands()
  })
  test('turns a question that was put the other way round', () => {
    const [first] = questions
    const reversed = happened.AdministrationOpened({
      ...open,
      items: [{ ...(first as (typeof questions)[number]), reverse: true }],
      evaluationId,
    })
    story
      .given(trained, owned, reversed, ...three({ clear: 1 }))
      .whenHappened(closed('reaction', 3))
      .thenCommands()
  })
  test('is nothing where all is well, too few answered, nobody owns it, or the report is out', () => {
    const low = three({ clear: 1, remark: 1 })
    for (const history of [
      [trained, owned, asked, ...three({ clear: 5, remark: 5 })],
      [trained, owned, asked, ...low.slice(1)],
      [trained, planned, asked, ...low],
    ])
      story
        .given(...history)
        .whenHappened(closed('reaction', 3))
        .thenCommands()
  })
  test('of a test is a question that is too easy, too hard, or tells nobody apart', () => {
    const keyed = (itemId: string) => ({ ...opinion(itemId), key: 1 })
    const test_ = happened.AdministrationOpened({
      ...open,
      purpose: 'posttest',
      items: ['easy', 'hard', 'good', 'fine', 'fair', 'odd'].map(keyed),
      evaluationId,
    })
    const sat = Array.from({ length: 40 }, (_, person) => {
      const able = person < 20
      const right = (is: boolean) => (is ? 1 : 2)
      return says(
        `p-${person}`,
        {
          easy: right(person !== 0),
          hard: right(person < 5),
          good: right(able),
          fine: right(able),
          fair: right(person < 26),
          odd: right(!able),
        },
        'posttest',
      )
    })
    const instrumentIsTarget = { kind: 'instrument', ref: 'reaction' }
    story
      .given(owned, test_, ...sat)
      .whenHappened(closed('posttest', 40))
      .thenCommands(
        ...toBeImproved(['easy', 'tooEasy'], 2, 40, instrumentIsTarget),
        ...toBeImproved(['hard', 'tooHard'], 2, 40, instrumentIsTarget),
        ...toBeImproved(['odd', 'tellsNobodyApart'], 2, 40, instrumentIsTarget),
      )
    story
      .given(owned, test_, ...sat.slice(0, 29))
      .whenHappened(closed('posttest', 29))
      .thenCommands()
  })
})

test('when the report is out, each course and each trainer still to be improved is', () => {
  const improving = (improvementId: string, kind: string, action: string) =>
    happened.ImprovementProposed({
      at: plan.at,
      evaluationId,
      programId,
      improvementId,
      findingId: 'f-1',
      target: { kind, ref: 'selling' },
      owner: 'bo',
      due: '2026-09-01',
      action,
    })
  const reported = happened.EvaluationReportPublished({
    at: later,
    evaluationId,
    programId,
    figures: [
      {
        figure: 'one',
        metric: 'M35',
        options: {},
        of: {},
        level: 1,
        result: { status: 'undefined', reason: { code: 'NoVariance' } },
      },
    ],
    calculatorVersion: '1',
    digest: `sha256:${'0'.repeat(64)}`,
  })
  const revise = (improvementId: string, reason: string) => ({
    type: 'ReviseCourse',
    data: { at: later, courseId: 'selling', reason, improvementId },
  })
  scenario(assemble([catalog, resources, delivery, evaluation], {}, { trusted: true }))
    .given(
      planned,
      improving('i-1', 'course', 'More cases'),
      improving('i-2', 'course', ''),
      improving('i-3', 'organisation', 'A larger room'),
      improving('i-5', 'trainer', 'Watch a colleague'),
      improving('i-4', 'course', 'Shorter'),
      happened.ImprovementCompleted({ at: plan.at, evaluationId, programId, improvementId: 'i-4' }),
    )
    .whenHappened(reported)
    .thenCommands(revise('i-1', 'More cases'), revise('i-2', 'i-2'), {
      type: 'DevelopTrainer',
      data: {
        at: later,
        resourceId: 'selling',
        developmentId: 'e-1.i-5',
        activity: 'coaching',
        aim: 'Watch a colleague',
        due: '2026-09-01',
        improvementId: 'i-5',
      },
    })
})

describe('an answer that completion waits for', () => {
  const seat = delivered.LearnerEnrolled({
    at: plan.at,
    offeringId,
    learnerId: 'ada',
    courseId: 'selling',
    courseVersion: 1,
    programId,
    sessions: [],
    scheduledMinutes: 480,
    completionRule: { require: 'all', of: [{ kind: 'responseSubmitted', instrumentId: 'reaction' }] },
  })
  const record = {
    type: 'RecordResponse',
    data: { at: inWindow, offeringId, learnerId: 'ada', instrumentId: 'reaction' },
  }
  const redeemed = happened.InvitationRedeemed({ ...ada, ...about, role: 'self' })
  const completed = delivered.EnrolmentCompleted({
    at: plan.at,
    offeringId,
    learnerId: 'ada',
    courseId: 'selling',
    courseVersion: 1,
    programId,
    outcome: 'completed',
    attendedMinutes: 480,
    scheduledMinutes: 480,
  })

  test('counts when the learner gives it, or takes part where answers are anonymous', () => {
    story.given(seat).whenHappened(submitted).thenCommands(record)
    story.given(seat).whenHappened(redeemed).thenCommands(record)
  })
  test('counts for nothing when another gives it, nothing waits for it, or all is over', () => {
    const boss = happened.ResponseSubmitted({ ...submitted.data, respondentId: 'bo', role: 'supervisor' })
    story.given(seat).whenHappened(boss).thenCommands()
    story.given().whenHappened(submitted).thenCommands()
    story.given(seat, completed).whenHappened(submitted).thenCommands()
  })
  test('leads nowhere when it is anonymous', () => {
    const { respondentId, learnerId, role, ...said } = submitted.data
    story
      .given(seat)
      .whenHappened(happened.ResponseSubmitted({ ...said, responseId: '7f3e2a91c04d5b68' }))
      .thenCommands()
  })
})

describe('a test that completion waits for', () => {
  const choice = { itemId: 'q', scale: { min: 1, max: 4 }, key: 2, reverse: false, required: true }
  const marked = { itemId: 'pitch', scale: { min: 0, max: 10 }, maxScore: 10, reverse: false, required: true }
  const asks = (items: object[], purpose = 'posttest') =>
    happened.AdministrationOpened({ ...open, purpose, items } as never)
  const seat = (mastery = 700) =>
    delivered.LearnerEnrolled({
      at: plan.at,
      offeringId,
      learnerId: 'ada',
      courseId: 'selling',
      courseVersion: 1,
      programId,
      sessions: [],
      scheduledMinutes: 480,
      completionRule: { require: 'all', of: [{ kind: 'result', instrumentId: 'reaction', mastery }] },
    })
  const sat = (more: object = {}) =>
    happened.ResponseSubmitted({ ...submitted.data, purpose: 'posttest', scaled: 800, ...more } as never)
  const record = (attempt: number) => ({
    type: 'RecordResult',
    data: { at: inWindow, offeringId, learnerId: 'ada', instrumentId: 'reaction', attempt, scaled: 800 },
  })
  const failed = delivered.ResultRecorded({
    at: plan.at,
    offeringId,
    learnerId: 'ada',
    instrumentId: 'reaction',
    attempt: 1,
    scaled: 400,
  })

  test('counts as an attempt, and as the next one where it was tried before', () => {
    story
      .given(asks([choice]), seat())
      .whenHappened(sat())
      .thenCommands(record(1))
    story
      .given(asks([choice]), seat(), failed)
      .whenHappened(sat())
      .thenCommands(record(2))
  })
  test('counts for nothing before the class, too late, or where nothing waits for it', () => {
    story
      .given(asks([choice], 'pretest'), seat())
      .whenHappened(sat({ purpose: 'pretest' }))
      .thenCommands()
    story
      .given(asks([choice]), seat())
      .whenHappened(sat({ late: true }))
      .thenCommands()
    story
      .given(asks([choice]))
      .whenHappened(sat())
      .thenCommands()
  })
  test('is marked by an examiner where its answers have no key: nobody marks their own', () => {
    const practical = asks([marked])
    story.given(practical, seat()).whenHappened(sat()).thenCommands()
    story
      .given(practical, seat())
      .whenHappened(sat({ respondentId: 'bo', role: 'examiner' }))
      .thenCommands(record(1))
    story
      .given(practical, seat())
      .whenHappened(sat({ respondentId: 'bo', role: 'peer' }))
      .thenCommands()
  })
})

describe('who has not answered', () => {
  const administrationId = 'a-1'
  const forTheStudy = happened.AdministrationOpened({ ...open, items: questions, evaluationId })
  const inviting = (learnerId: string, at: string = open.at) =>
    happened.RespondentInvited({
      ...about,
      at,
      administrationId,
      respondentId: learnerId,
      learnerId,
      role: 'self',
    })
  const remind = (learnerId: string, dueAt: string, ifItCloses: string) => ({
    dueAt,
    command: {
      type: 'SendReminder',
      data: { at: dueAt, administrationId, respondentId: learnerId, learnerId, ifItCloses },
    },
  })

  test('is reminded two days before the questions close', () => {
    story
      .given(forTheStudy)
      .whenHappened(inviting('ada'))
      .thenDeadlines(remind('ada', '2026-03-07T00:00:00.000Z', window.closes))
  })
  test('is not reminded where that day has gone by, or the host asks', () => {
    story.given(forTheStudy).whenHappened(inviting('ada', '2026-03-08T00:00:00.000Z')).thenDeadlines()
    story.given(opened).whenHappened(inviting('ada')).thenDeadlines()
  })
  test('is not reminded where an organisation reminds nobody', () => {
    scenario(
      assemble(
        [catalog, resources, delivery, evaluation],
        { evaluation: { reminderDaysBefore: 0 } },
        { trusted: true },
      ),
    )
      .given(forTheStudy)
      .whenHappened(inviting('ada'))
      .thenDeadlines()
  })
  test('is reminded later where there is more time, and only who is silent', () => {
    const closes = '2026-03-20T00:00:00.000Z'
    const extended = happened.WindowExtended({ at: inWindow, administrationId, ...about, closes })
    story
      .given(forTheStudy, inviting('ada'), inviting('bo'), submitted)
      .whenHappened(extended)
      .thenDeadlines(remind('bo', '2026-03-18T00:00:00.000Z', closes), {
        dueAt: closes,
        command: {
          type: 'CloseAdministration',
          data: { at: closes, administrationId, ifItCloses: closes },
        },
      })
    const { role, ...tookPart } = inviting('bo').data
    story
      .given(forTheStudy, inviting('bo'), happened.InvitationRedeemed({ ...tookPart, role }))
      .whenHappened(extended)
      .thenDeadlines({
        dueAt: closes,
        command: {
          type: 'CloseAdministration',
          data: { at: closes, administrationId, ifItCloses: closes },
        },
      })
  })
})

import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  about,
  ada,
  administrationId,
  answers,
  at,
  came,
  completed,
  happened,
  invited,
  inWindow,
  later,
  offeringId,
  open,
  opened,
  published,
  questions,
  submitted,
  training,
  window,
} from './a-study.ts'

const story = scenario(training)
const openedAs = (more: object) => happened.AdministrationOpened({ ...open, items: questions, ...more })

describe('a window', () => {
  const data = { at: inWindow, administrationId, closes: '2026-03-12T00:00:00.000Z' }
  const extended = happened.WindowExtended({ ...data, ...about })

  test('is extended', () => {
    story.given(opened).when({ type: 'ExtendWindow', data }).then(extended)
  })
  test('takes answers until its new end', () => {
    story
      .given(opened, extended, invited)
      .when({ type: 'SubmitResponse', data: { ...ada, at: window.closes, answers } })
      .then(happened.ResponseSubmitted({ ...submitted.data, at: window.closes }))
  })
  test('is extended to the same end without anything happening', () => {
    story.given(opened, extended).when({ type: 'ExtendWindow', data }).thenNothing()
  })
  test.each([
    ['is never shortened', { ...data, closes: '2026-03-08T00:00:00.000Z' }],
    ['does not end before it was extended', { ...data, at: '2026-03-13T00:00:00.000Z' }],
  ])('%s', (_what, refused) => {
    story
      .given(opened)
      .when({ type: 'ExtendWindow', data: refused })
      .thenRejected({ code: 'WindowShortened', closes: window.closes })
  })
  test('of nothing is not extended', () => {
    story
      .given()
      .when({ type: 'ExtendWindow', data })
      .thenRejected({ code: 'Unknown', what: 'administration', id: administrationId })
  })
  test('may take late answers, which are marked', () => {
    const late = openedAs({ lateUntil: '2026-03-11T00:00:00.000Z' })
    story
      .given(late, invited)
      .when({ type: 'SubmitResponse', data: { ...ada, at: window.closes, answers } })
      .then(happened.ResponseSubmitted({ ...submitted.data, at: window.closes, late: true }))
    story
      .given(late, invited)
      .when({ type: 'SubmitResponse', data: { ...ada, at: '2026-03-11T00:00:00.000Z', answers } })
      .thenRejected({ code: 'WindowClosed', ...window })
  })
  test('takes no late answers before its end', () => {
    story
      .given(published)
      .when({ type: 'OpenAdministration', data: { ...open, lateUntil: inWindow } })
      .thenRejected({ code: 'WindowShortened', closes: window.closes })
  })
  test('is closed by its deadline only if it was not extended meanwhile', () => {
    const onTime = { at: window.closes, administrationId, ifItCloses: window.closes }
    story.given(opened, extended).when({ type: 'CloseAdministration', data: onTime }).thenNothing()
    story
      .given(opened)
      .when({ type: 'CloseAdministration', data: onTime })
      .then(
        happened.AdministrationClosed({
          at: window.closes,
          administrationId,
          ...about,
          invited: 0,
          responded: 0,
        }),
      )
  })
})

describe('the promise to those who answer', () => {
  const data = { at: inWindow, administrationId, anonymity: 'anonymous' as const, k: 5 }
  const changed = happened.AnonymityChanged({ ...data, ...about })

  test('may change while nobody has answered', () => {
    story.given(opened, invited).when({ type: 'ChangeAnonymity', data }).then(changed)
  })
  test('is the same again without anything happening, whoever has answered', () => {
    story
      .given(opened, invited, submitted)
      .when({ type: 'ChangeAnonymity', data: { ...data, anonymity: 'confidential' } })
      .thenNothing()
  })
  test('holds from the first answer on', () => {
    story
      .given(opened, invited, submitted)
      .when({ type: 'ChangeAnonymity', data })
      .thenRejected({ code: 'AnonymityLocked', anonymity: 'confidential', answers: 1 })
  })
  test('holds from the first who took part on', () => {
    story
      .given(
        openedAs({ anonymity: 'anonymous' }),
        invited,
        happened.InvitationRedeemed({ ...ada, ...about, role: 'self' }),
      )
      .when({ type: 'ChangeAnonymity', data: { ...data, anonymity: 'identified' } })
      .thenRejected({ code: 'AnonymityLocked', anonymity: 'anonymous', answers: 1 })
  })
  test('is not given for questions that are over', () => {
    const closed = happened.AdministrationClosed({ at, administrationId, ...about, invited: 0, responded: 0 })
    story
      .given(opened, closed)
      .when({ type: 'ChangeAnonymity', data })
      .thenRejected({ code: 'IllegalTransition', from: 'closed', command: 'ChangeAnonymity' })
  })
})

describe('who was not in class', () => {
  test('is not asked what they thought of it', () => {
    for (const history of [[opened], [opened, came('ada', 0)]])
      story
        .given(...history)
        .when({ type: 'InviteRespondent', data: ada })
        .thenRejected({ code: 'RespondentAbsent', learnerId: 'ada', offeringId })
  })
  test('is not asked about by others either', () => {
    story
      .given(opened)
      .when({ type: 'InviteRespondent', data: { ...ada, respondentId: 'bo', role: 'supervisor' } })
      .thenRejected({ code: 'RespondentAbsent', learnerId: 'ada', offeringId })
  })
  test('may sit the test before it', () => {
    story
      .given(openedAs({ purpose: 'pretest' }))
      .when({ type: 'InviteRespondent', data: ada })
      .then(happened.RespondentInvited({ ...ada, ...about, purpose: 'pretest', role: 'self' }))
  })
  test('is asked during the class unless they are known to be away', () => {
    const pulse = openedAs({ purpose: 'pulse', channel: 'qr' })
    story
      .given(pulse)
      .when({ type: 'InviteRespondent', data: ada })
      .then(happened.RespondentInvited({ ...ada, ...about, purpose: 'pulse', role: 'self' }))
    story
      .given(pulse, came('ada', 0))
      .when({ type: 'InviteRespondent', data: ada })
      .thenRejected({ code: 'RespondentAbsent', learnerId: 'ada', offeringId })
  })
})

describe('a reminder', () => {
  test('goes to who has not answered', () => {
    story
      .given(opened, invited)
      .when({ type: 'SendReminder', data: ada })
      .then(happened.ReminderSent({ ...ada, ...about }))
  })
  test('does not go to who has', () => {
    story.given(opened, invited, submitted).when({ type: 'SendReminder', data: ada }).thenNothing()
  })
  test('does not go to who was never asked', () => {
    story
      .given(opened)
      .when({ type: 'SendReminder', data: ada })
      .thenRejected({ code: 'NotInvited', respondentId: 'ada', learnerId: 'ada' })
  })
  test('that was set for an end that was moved does not go out', () => {
    const data = { ...ada, ifItCloses: '2026-03-08T00:00:00.000Z' }
    story.given(opened, invited).when({ type: 'SendReminder', data }).thenNothing()
    story
      .given(opened, invited)
      .when({ type: 'SendReminder', data: { ...ada, ifItCloses: window.closes } })
      .then(happened.ReminderSent({ ...ada, ...about }))
  })
  test('does not go out when the window is over', () => {
    story
      .given(opened, invited)
      .when({ type: 'SendReminder', data: { ...ada, at: window.closes } })
      .thenRejected({ code: 'WindowClosed', ...window })
  })
})

test('who leaves off in the middle has answered in part', () => {
  const part = [{ itemId: 'remark', value: 2 }]
  story
    .given(opened, invited)
    .when({ type: 'SubmitResponse', data: { ...ada, answers: part, brokenOff: true } })
    .then(happened.ResponseSubmitted({ ...submitted.data, answers: part }))
})

describe('behaviour is asked about one to three months after the end', () => {
  const from = '2026-05-06T09:00:00.000Z'
  const to = '2026-07-06T09:00:00.000Z'
  const followUp = { ...open, at: later, purpose: 'followUp' as const }
  const outside = { code: 'FollowUpOutsideWindow', from, to } as const
  const within = { opens: from, closes: to }

  test.each([
    ['not sooner', { opens: '2026-05-06T08:59:59.999Z', closes: to }],
    ['not later', { opens: from, closes: '2026-07-06T09:00:00.001Z' }],
  ])('%s', (_what, window) => {
    story
      .given(published, completed)
      .when({ type: 'OpenAdministration', data: { ...followUp, window } })
      .thenRejected(outside)
  })
  test('and the window is not extended beyond', () => {
    const window = { opens: from, closes: '2026-07-02T00:00:00.000Z' }
    const asked = happened.AdministrationOpened({ ...followUp, window, within, items: questions })
    story
      .given(published, completed)
      .when({ type: 'OpenAdministration', data: { ...followUp, window } })
      .then(asked)
    const extend = (closes: string) =>
      ({ type: 'ExtendWindow', data: { at: later, administrationId, closes } }) as const
    story.given(asked).when(extend('2026-07-06T09:00:00.001Z')).thenRejected(outside)
    story
      .given(asked)
      .when(extend(to))
      .then(happened.WindowExtended({ ...about, ...extend(to).data, purpose: 'followUp' }))
  })
  test('where the end is known: of training nobody told of, the host knows', () => {
    const window = { opens: '2027-01-01T00:00:00.000Z', closes: '2027-02-01T00:00:00.000Z' }
    story
      .given(published)
      .when({ type: 'OpenAdministration', data: { ...followUp, window } })
      .then(happened.AdministrationOpened({ ...followUp, window, items: questions }))
  })
})

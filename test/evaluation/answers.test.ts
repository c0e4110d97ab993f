import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  about,
  ada,
  administrationId,
  agreement,
  answers,
  at,
  came,
  happened,
  instrument,
  instrumentId,
  invited,
  inWindow,
  open,
  opened,
  opinion,
  published,
  questions,
  submitted,
  training,
  window,
} from './a-study.ts'

const story = scenario(training)

describe('an instrument', () => {
  test('is published as it was written', () => {
    story.given().when({ type: 'PublishInstrumentVersion', data: instrument }).then(published)
  })
  test('gets a new version, and keeps the old', () => {
    const data = { ...instrument, version: 2 }
    story
      .given(published)
      .when({ type: 'PublishInstrumentVersion', data })
      .then(happened.InstrumentVersionPublished(data))
  })
  test('never changes once published', () => {
    story
      .given(published)
      .when({ type: 'PublishInstrumentVersion', data: { ...instrument, title: 'Another' } })
      .thenRejected({ code: 'VersionImmutable', instrumentId, version: 1, latest: 1 })
  })
  test('has a right answer only on its scale', () => {
    story
      .given()
      .when({
        type: 'PublishInstrumentVersion',
        data: { ...instrument, items: [{ ...opinion('q'), key: 6 }] },
      })
      .thenRejected({ code: 'InvalidCommand', issues: [{ path: ['data', 'items', 0], code: 'RuleBroken' }] })
  })
  test('has marks one by one along the scale of an examiner', () => {
    story
      .given()
      .when({
        type: 'PublishInstrumentVersion',
        data: { ...instrument, items: [{ ...opinion('q'), maxScore: 10 }] },
      })
      .thenRejected({ code: 'InvalidCommand', issues: [{ path: ['data', 'items', 0], code: 'RuleBroken' }] })
  })
})

describe('an administration', () => {
  test('asks the questions of one version, written into it', () => {
    story.given(published).when({ type: 'OpenAdministration', data: open }).then(opened)
  })
  test('needs a version that was published', () => {
    story
      .given(published)
      .when({ type: 'OpenAdministration', data: { ...open, version: 2 } })
      .thenRejected({ code: 'Unknown', what: 'instrumentVersion', id: 'reaction/2' })
  })
  test('is opened once', () => {
    story
      .given(published, opened)
      .when({ type: 'OpenAdministration', data: open })
      .thenRejected({ code: 'IllegalTransition', from: 'open', command: 'OpenAdministration' })
  })
  test('is not opened when its window is over', () => {
    story
      .given(published)
      .when({ type: 'OpenAdministration', data: { ...open, at: window.closes } })
      .thenRejected({ code: 'WindowClosed', ...window })
  })
  test('tells at its close how many were asked and how many answered', () => {
    story
      .given(opened, invited, submitted)
      .when({ type: 'CloseAdministration', data: { at: inWindow, administrationId } })
      .then(
        happened.AdministrationClosed({ at: inWindow, administrationId, ...about, invited: 1, responded: 1 }),
      )
  })
  test('is closed once', () => {
    const closed = happened.AdministrationClosed({ at, administrationId, ...about, invited: 0, responded: 0 })
    story
      .given(opened, closed)
      .when({ type: 'CloseAdministration', data: { at: inWindow, administrationId } })
      .thenRejected({ code: 'IllegalTransition', from: 'closed', command: 'CloseAdministration' })
  })
})

describe('a respondent', () => {
  const bo = { ...ada, respondentId: 'bo' }

  test('is asked about themself', () => {
    story.given(opened, came('ada')).when({ type: 'InviteRespondent', data: ada }).then(invited)
  })
  test('is asked once', () => {
    story.given(opened, came('ada'), invited).when({ type: 'InviteRespondent', data: ada }).thenNothing()
  })
  test('may be asked about another', () => {
    story
      .given(opened, came('ada'))
      .when({ type: 'InviteRespondent', data: { ...bo, role: 'supervisor' } })
      .then(happened.RespondentInvited({ ...bo, ...about, role: 'supervisor' }))
  })
  test('is not their own supervisor', () => {
    story
      .given(opened)
      .when({ type: 'InviteRespondent', data: { ...ada, role: 'supervisor' } })
      .thenRejected({ code: 'RaterIsSubject', respondentId: 'ada', role: 'supervisor' })
  })
  test('does not observe themself', () => {
    story
      .given(happened.AdministrationOpened({ ...open, purpose: 'observation', items: questions }))
      .when({ type: 'InviteRespondent', data: ada })
      .thenRejected({ code: 'RaterIsSubject', respondentId: 'ada', role: 'self' })
  })
  test('does not answer as another', () => {
    story
      .given(opened)
      .when({ type: 'InviteRespondent', data: bo })
      .thenRejected({ code: 'RaterIsNotSubject', respondentId: 'bo', learnerId: 'ada' })
  })
  test('is not asked when the window is over', () => {
    story
      .given(opened)
      .when({ type: 'InviteRespondent', data: { ...ada, at: window.closes } })
      .thenRejected({ code: 'WindowClosed', ...window })
  })
  test('is not asked by nobody', () => {
    story
      .given()
      .when({ type: 'InviteRespondent', data: ada })
      .thenRejected({ code: 'Unknown', what: 'administration', id: administrationId })
  })
})

describe('an answer', () => {
  const asked = [opened, invited]
  const submit = (given: readonly { itemId: string; value: number }[], when = inWindow) => ({
    type: 'SubmitResponse' as const,
    data: { ...ada, at: when, answers: [...given] },
  })

  test('is kept as it was given', () => {
    story
      .given(...asked)
      .when(submit(answers))
      .then(submitted)
  })
  test('is only taken from who was asked', () => {
    story
      .given(opened)
      .when(submit(answers))
      .thenRejected({ code: 'NotInvited', respondentId: 'ada', learnerId: 'ada' })
  })
  test.each([
    ['before the window opens', at],
    ['the moment it closes', window.closes],
  ])('is not taken %s', (_when, instant) => {
    story
      .given(...asked)
      .when(submit(answers, instant))
      .thenRejected({ code: 'WindowClosed', ...window })
  })
  test('is taken the moment the window opens', () => {
    story
      .given(...asked)
      .when(submit(answers, window.opens))
      .then({ ...submitted, data: { ...submitted.data, at: window.opens } })
  })
  test('is not taken after the administration was closed', () => {
    const closed = happened.AdministrationClosed({ at, administrationId, ...about, invited: 1, responded: 0 })
    story
      .given(...asked, closed)
      .when(submit(answers))
      .thenRejected({ code: 'WindowClosed', ...window })
  })
  test('is given once', () => {
    story
      .given(...asked, submitted)
      .when(submit(answers))
      .thenRejected({ code: 'AlreadySubmitted', respondentId: 'ada', learnerId: 'ada' })
  })
  test('is to a question that was asked', () => {
    story
      .given(...asked)
      .when(submit([{ itemId: 'other', value: 1 }]))
      .thenRejected({ code: 'Unknown', what: 'item', id: 'other' })
  })
  test.each([0, 6])('is on the scale: %i is not', (value) => {
    story
      .given(...asked)
      .when(submit([{ itemId: 'clear', value }]))
      .thenRejected({ code: 'AnswerOffScale', item: 'clear', value, ...agreement })
  })
  test('leaves out nothing that is required', () => {
    story
      .given(...asked)
      .when(submit([{ itemId: 'remark', value: 3 }]))
      .thenRejected({ code: 'RequiredItemMissing', items: ['clear'] })
  })
  test('does not count any more once it was found invalid', () => {
    const data = { ...ada, reason: 'straight line' }
    story
      .given(...asked, submitted)
      .when({ type: 'InvalidateResponse', data })
      .then(happened.ResponseInvalidated({ ...data, ...about }))
  })
  test('is not invalid before it was given', () => {
    story
      .given(...asked)
      .when({ type: 'InvalidateResponse', data: { ...ada, reason: 'straight line' } })
      .thenRejected({ code: 'IllegalTransition', from: 'invited', command: 'InvalidateResponse' })
  })
  test('is not given anew after it was found invalid', () => {
    story
      .given(...asked, submitted, happened.ResponseInvalidated({ ...ada, ...about, reason: 'x' }))
      .when(submit(answers))
      .thenRejected({ code: 'AlreadySubmitted', respondentId: 'ada', learnerId: 'ada' })
  })
})

describe('a test', () => {
  const { partial, ...whole } = submitted.data
  const right = { ...opinion('right'), key: 3, maxScore: 2, required: false }
  const plain = { ...opinion('plain'), key: 1, required: false }
  const marked = { ...opinion('marked'), scale: { min: 0, max: 3 }, maxScore: 3, required: false }
  const test_ = happened.AdministrationOpened({ ...open, items: [right, plain, marked, opinion('opinion')] })

  test.each([
    ['everything right', { right: 3, plain: 1, marked: 3 }, 1000],
    ['a wrong answer', { right: 2, plain: 1, marked: 3 }, 667],
    ['one of three marks', { right: 3, plain: 1, marked: 1 }, 667],
    ['a question left out', { right: 3, marked: 3 }, 833],
    ['nothing right', { right: 1, plain: 2, marked: 0 }, 0],
  ])('scores %s in thousandths', (_what, given, scaled) => {
    const all = [...Object.entries(given), ['opinion', 5] as const].map(([itemId, value]) => ({
      itemId,
      value,
    }))
    story
      .given(test_, invited)
      .when({ type: 'SubmitResponse', data: { ...ada, answers: all } })
      .then(
        happened.ResponseSubmitted({
          ...whole,
          answers: all,
          scaled,
          ...(all.length < 4 ? { partial: true as const } : {}),
        }),
      )
  })
})

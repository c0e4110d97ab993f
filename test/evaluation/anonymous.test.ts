/** Anonymous answers: that somebody answered, and what was answered, cannot be brought together again. */
import fc from 'fast-check'
import { type AnyEvent, anonymousBatch, createLedger, isAccepted, isRejected } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  about,
  ada,
  administrationId,
  answers,
  came,
  happened,
  instrument,
  invited,
  inWindow,
  open,
  questions,
  training,
  window,
} from './a-study.ts'

const story = scenario(training)
const opened = happened.AdministrationOpened({ ...open, anonymity: 'anonymous', items: questions })
const redeemed = happened.InvitationRedeemed({ ...ada, ...about, role: 'self' })
const responseId = '7f3e2a91c04d5b68'
const given = { at: inWindow, administrationId, responseId, answers }
const content = happened.ResponseSubmitted({
  at: '2026-03-03T00:00:00.000Z',
  administrationId,
  responseId,
  ...about,
  version: 1,
  answers,
  partial: true,
})

describe('an anonymous answer', () => {
  test('has one half with a name', () => {
    story.given(opened, invited).when({ type: 'RedeemInvitation', data: ada }).then(redeemed)
  })
  test('and one with a random key and a day', () => {
    story
      .given(opened, invited, redeemed)
      .when({ type: 'SubmitAnonymousResponse', data: given })
      .then(content)
  })
  test('is given once under a key, and a person takes part once', () => {
    story
      .given(opened, invited, redeemed, content)
      .when({ type: 'SubmitAnonymousResponse', data: given })
      .thenRejected({
        code: 'IllegalTransition',
        from: 'submitted',
        command: 'SubmitAnonymousResponse',
      })
    story
      .given(opened, invited, redeemed)
      .when({ type: 'RedeemInvitation', data: ada })
      .thenRejected({ code: 'AlreadySubmitted', respondentId: 'ada', learnerId: 'ada' })
  })
  test('needs somebody who took part', () => {
    story
      .given(opened, invited)
      .when({ type: 'SubmitAnonymousResponse', data: given })
      .thenRejected({ code: 'MoreAnswersThanRespondents', redeemed: 0 })
  })
  test('needs an invitation', () => {
    story
      .given(opened)
      .when({ type: 'RedeemInvitation', data: ada })
      .thenRejected({ code: 'NotInvited', respondentId: 'ada', learnerId: 'ada' })
  })
  test('counts its first day and its last whole, for its hour is not known', () => {
    const dayOf = (at: string) => ({ type: 'SubmitAnonymousResponse' as const, data: { ...given, at } })
    const history = [opened, invited, redeemed]
    story
      .given(...history)
      .when(dayOf('2026-03-08T23:59:00.000Z'))
      .then(happened.ResponseSubmitted({ ...content.data, at: '2026-03-08T00:00:00.000Z' }))
    for (const at of ['2026-03-01T23:00:00.000Z', '2026-03-09T08:00:00.000Z'])
      story
        .given(...history)
        .when(dayOf(at))
        .thenRejected({ code: 'WindowClosed', ...window })
  })
  test('is not taken under a name, nor a named one under a key', () => {
    story
      .given(opened, invited)
      .when({ type: 'SubmitResponse', data: { ...ada, answers } })
      .thenRejected({ code: 'AnonymityMismatch', anonymity: 'anonymous' })
    const confidential = happened.AdministrationOpened({ ...open, items: questions })
    story
      .given(confidential, invited)
      .when({ type: 'RedeemInvitation', data: ada })
      .thenRejected({ code: 'AnonymityMismatch', anonymity: 'confidential' })
    story
      .given(confidential, invited)
      .when({ type: 'SubmitAnonymousResponse', data: given })
      .thenRejected({ code: 'AnonymityMismatch', anonymity: 'confidential' })
  })
  test('takes no counter for a key', () => {
    story
      .given(opened)
      .when({ type: 'SubmitAnonymousResponse', data: { ...given, responseId: '17' } })
      .thenRejected({
        code: 'InvalidCommand',
        issues: [{ path: ['data', 'responseId'], code: 'TooSmall', limit: 16 }],
      })
  })
  test('is taken on the days of its zone, the first and the last of them whole', () => {
    const local = happened.AdministrationOpened({
      ...opened.data,
      zone: 'Asia/Shanghai',
      window: { opens: '2026-03-03T16:00:00.000Z', closes: '2026-03-05T16:00:00.000Z' },
    } as never)
    const onDay = (day: string) =>
      story
        .given(local, invited, redeemed)
        .when({ type: 'SubmitAnonymousResponse', data: { ...given, at: `${day}T00:00:00.000Z` } })
    const closed = { code: 'WindowClosed' as const, ...local.data.window }
    onDay('2026-03-03').thenRejected(closed)
    for (const day of ['2026-03-04', '2026-03-05'])
      onDay(day).then(happened.ResponseSubmitted({ ...content.data, at: `${day}T00:00:00.000Z` } as never))
    onDay('2026-03-06').thenRejected(closed)
    const batch = anonymousBatch([{ ...given, at: '2026-03-03T16:30:00.000Z' } as never], {
      zone: 'Asia/Shanghai',
    })
    expect(batch[0]?.data.at).toBe('2026-03-04T00:00:00.000Z')
  })
  test('may be coded by its themes without anybody knowing whose it was', () => {
    const asked = happened.AdministrationOpened({
      ...opened.data,
      items: [...opened.data.items, { itemId: 'advice', kind: 'text', required: false }],
    } as never)
    const wrote = happened.ResponseSubmitted({
      ...content.data,
      answers: [...content.data.answers, { itemId: 'advice', kind: 'text', text: 'Cold rooms.' }],
    } as never)
    const data = { at: inWindow, administrationId, responseId, itemId: 'advice', themes: ['rooms'] }
    story
      .given(asked, invited, redeemed, wrote)
      .when({ type: 'CodeAnonymousAnswer', data })
      .then(happened.AnswerCoded({ ...data, ...about }))
    story
      .given(asked)
      .when({ type: 'CodeAnonymousAnswer', data })
      .thenRejected({ code: 'IllegalTransition', from: 'none', command: 'CodeAnonymousAnswer' })
  })
  test('may be found invalid without anybody knowing whose it was', () => {
    const data = { at: inWindow, administrationId, responseId, reason: 'a joke' }
    story
      .given(opened, invited, redeemed, content)
      .when({ type: 'InvalidateAnonymousResponse', data })
      .then(happened.ResponseInvalidated({ ...data, ...about }))
    story
      .given(opened)
      .when({ type: 'InvalidateAnonymousResponse', data })
      .thenRejected({ code: 'IllegalTransition', from: 'none', command: 'InvalidateAnonymousResponse' })
  })
})

const people = ['ada', 'bo', 'cy', 'di', 'ed', 'fay']
const key = (of: number) => `${of}`.repeat(16)
const actor = (id: string) => ({ id, role: 'learner' })

/** A class answers, in this order; who says what is `said`. Everything a careless host can put beside it is put. */
const aClassThatAnswers = (order: readonly string[], said: Readonly<Record<string, number>>) => {
  const ledger = createLedger(training)
  let asked = 0
  const must = (type: string, data: object, metadata: object = {}) => {
    asked++
    const command = { type, data, metadata: { commandId: `c-${asked}`, ...metadata } }
    const verdict = ledger.execute(command as never)
    expect(isRejected(verdict) ? verdict.left : undefined).toBeUndefined()
  }
  ledger.append(people.map((one) => came(one)))
  must('PublishInstrumentVersion', instrument)
  must('OpenAdministration', { ...open, anonymity: 'anonymous' })
  for (const one of people)
    must('InviteRespondent', { ...ada, at: inWindow, respondentId: one, learnerId: one })
  for (const [minute, one] of order.entries())
    must(
      'RedeemInvitation',
      { ...ada, at: `2026-03-03T01:0${minute}:00.000Z`, respondentId: one, learnerId: one },
      { commandId: `${one}-takes-part`, actor: actor(one), correlationId: one },
    )
  const batch = anonymousBatch(
    order.map((one, minute) => ({
      at: `2026-03-03T01:0${minute}:00.000Z`,
      administrationId,
      responseId: key(said[one] ?? 0),
      answers: [{ itemId: 'clear', value: 1 + ((said[one] ?? 0) % 5) }],
    })),
  )
  for (const [minute, command] of batch.entries()) {
    const one = order[minute] ?? ''
    const metadata = { ...command.metadata, actor: actor(one), correlationId: one, causationId: one }
    expect(isAccepted(ledger.execute({ ...command, metadata } as never))).toBe(true)
  }
  return ledger.events() as readonly AnyEvent[]
}

describe('what was said', () => {
  const permutation = fc.shuffledSubarray(people, { minLength: people.length })
  const contentOf = (events: readonly AnyEvent[]) => events.filter(({ type }) => type === 'ResponseSubmitted')

  test('is stored the same, to the last byte of its metadata, whoever said which of it and in whichever order', () => {
    const assigned = (to: readonly string[]) => Object.fromEntries(to.map((one, at) => [one, at + 1]))
    const reference = JSON.stringify(contentOf(aClassThatAnswers(people, assigned(people))))
    fc.assert(
      fc.property(permutation, permutation, (order, whoSaysWhat) => {
        const events = contentOf(aClassThatAnswers(order, assigned(whoSaysWhat)))
        expect(JSON.stringify(events)).toBe(reference)
      }),
      { numRuns: 40 },
    )
  })
  test('shares nothing with the fact that somebody took part: no person, command, correlation, cause or hour', () => {
    const events = aClassThatAnswers(people, { ada: 1, bo: 2, cy: 3, di: 4, ed: 5, fay: 6 })
    const said = contentOf(events)
    expect(said).toHaveLength(people.length)
    for (const event of said) {
      const text = JSON.stringify(event)
      for (const one of people) expect(text).not.toContain(`"${one}"`)
      expect(Object.keys(event.metadata ?? {}).sort()).toEqual([
        'commandFingerprint',
        'commandId',
        'eventId',
        'schemaVersion',
      ])
      expect(event.data.at).toBe('2026-03-03T00:00:00.000Z')
      expect(training.tagsOf(event as never).filter((tag) => /person|learner|respondent/.test(tag))).toEqual(
        [],
      )
    }
    const redeeming = events.filter(({ type }) => type === 'InvitationRedeemed')
    const commands = new Set(redeeming.map(({ metadata }) => metadata?.commandId))
    expect(said.some(({ metadata }) => commands.has(metadata?.commandId))).toBe(false)
  })
})

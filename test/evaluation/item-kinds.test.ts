/** Questions that are not answered on a scale. */
import {
  assemble,
  catalog,
  createLedger,
  delivery,
  evaluation,
  isAccepted,
  redacted,
  resources,
} from 'training-ops'
import { readSurvey, responsesFromRows } from 'training-ops/interop'
import { describe, expect, test } from 'vitest'

const at = '2026-03-01T01:00:00.000Z'
const topics = ['safety', 'sales', 'talk']
const items = [
  { itemId: 'useful', scale: { min: 1, max: 5 }, required: false },
  { itemId: 'room-light', scale: { min: 1, max: 5 }, matrix: 'room', required: false },
  { itemId: 'format', kind: 'choice', options: ['onsite', 'online'], required: false },
  { itemId: 'topics', kind: 'choices', options: topics, most: 2, required: false },
  { itemId: 'order', kind: 'ranking', options: topics, required: false },
  { itemId: 'advice', kind: 'text', required: false },
  { itemId: 'years', kind: 'number', unit: 'years', decimals: 1, min: 0, max: 60, required: false },
]
const training = assemble([catalog, resources, delivery, evaluation], {}, { trusted: true })

const opened = () => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object) => {
    const verdict = ledger.execute({ type, data, metadata: { commandId: `c-${++asked}` } } as never)
    return isAccepted(verdict) ? verdict.right.map(({ type }) => type) : verdict.left
  }
  ask('PublishInstrumentVersion', { at, instrumentId: 'i', version: 1, title: 'Needs', items })
  const window = { opens: at, closes: '2026-03-09T00:00:00.000Z' }
  ask('OpenAdministration', {
    at,
    administrationId: 'a',
    instrumentId: 'i',
    version: 1,
    purpose: 'needs',
    window,
    anonymity: 'identified',
  })
  ask('InviteRespondent', { at, administrationId: 'a', respondentId: 'ada', learnerId: 'ada' })
  const submit = (...answers: readonly object[]) =>
    ask('SubmitResponse', {
      at,
      administrationId: 'a',
      respondentId: 'ada',
      learnerId: 'ada',
      answers,
      brokenOff: false,
    })
  return { ledger, ask, submit }
}

describe('a question', () => {
  test('may be answered with an option, several, an order, words and a number', () => {
    const { submit } = opened()
    const answers = [
      { itemId: 'useful', value: 5 },
      { itemId: 'format', kind: 'choice', option: 'online' },
      { itemId: 'topics', kind: 'choices', options: [] },
      { itemId: 'order', kind: 'ranking', options: ['talk', 'safety'] },
      { itemId: 'advice', kind: 'text', text: 'More cases.' },
      { itemId: 'years', kind: 'number', number: 35, decimals: 1 },
    ]
    expect(submit(...answers)).toEqual(['ResponseSubmitted'])
  })
  test.each([
    [
      { itemId: 'useful', kind: 'choice', option: 'online' },
      { code: 'AnswerOfAnotherKind', asked: 'scale', kind: 'choice' },
    ],
    [
      { itemId: 'format', value: 1 },
      { code: 'AnswerOfAnotherKind', asked: 'choice', kind: 'scale' },
    ],
    [{ itemId: 'format', kind: 'choice', option: 'by post' }, { code: 'InvalidCommand' }],
    [
      { itemId: 'format', kind: 'choice', option: 'by-post' },
      { code: 'OptionUnknown', option: 'by-post' },
    ],
    [
      { itemId: 'topics', kind: 'choices', options: topics },
      { code: 'TooManyOptions', chosen: 3, most: 2 },
    ],
    [
      { itemId: 'order', kind: 'ranking', options: ['safety', 'cooking'] },
      { code: 'OptionUnknown', option: 'cooking' },
    ],
    [{ itemId: 'order', kind: 'ranking', options: ['safety', 'safety'] }, { code: 'InvalidCommand' }],
    [
      { itemId: 'years', kind: 'number', number: 700 },
      { code: 'AnswerOffScale', value: 700, max: 60 },
    ],
    [
      { itemId: 'years', kind: 'number', number: 355, decimals: 2 },
      { code: 'AnswerOfAnotherKind', asked: '1 decimals' },
    ],
    [
      { itemId: 'lunch', kind: 'text', text: 'x' },
      { code: 'Unknown', id: 'lunch' },
    ],
  ])('takes no answer that does not fit it: %j', (answer, rejection) => {
    expect(opened().submit(answer)).toMatchObject(rejection)
  })
})

describe('what somebody wrote is read for its themes', () => {
  const coding = { at, administrationId: 'a', respondentId: 'ada', learnerId: 'ada' }
  const written = [
    { itemId: 'advice', kind: 'text', text: 'The rooms are cold.' },
    { itemId: 'format', kind: 'choice', option: 'online' },
  ]
  test('and the last coding stands; the same again changes nothing', () => {
    const { ask, submit } = opened()
    submit(...written)
    const code = (...themes: string[]) => ask('CodeAnswer', { ...coding, itemId: 'advice', themes })
    expect(code('rooms')).toEqual(['AnswerCoded'])
    expect(code('rooms')).toEqual([])
    expect(code('rooms', 'heating')).toEqual(['AnswerCoded'])
    expect(code('rooms', 'rooms')).toMatchObject({ code: 'InvalidCommand' })
  })
  test.each([
    ['format', { code: 'AnswerOfAnotherKind', item: 'format', kind: 'text', asked: 'choice' }],
    ['lunch', { code: 'Unknown', what: 'item', id: 'lunch' }],
  ])('only where words are asked for, and not %s', (itemId, rejection) => {
    const { ask, submit } = opened()
    submit(...written)
    expect(ask('CodeAnswer', { ...coding, itemId, themes: ['rooms'] })).toMatchObject(rejection)
  })
  test('only where something was written', () => {
    const { ask, submit } = opened()
    expect(ask('CodeAnswer', { ...coding, itemId: 'advice', themes: [] })).toMatchObject({
      code: 'IllegalTransition',
    })
    submit({ itemId: 'useful', value: 5 })
    expect(ask('CodeAnswer', { ...coding, itemId: 'advice', themes: [] })).toMatchObject({
      code: 'RequiredItemMissing',
      items: ['advice'],
    })
  })
})

describe('a question that the survey jumped over', () => {
  const submitWith = (more: object) => {
    const ledger = createLedger(training)
    let asked = 0
    const ask = (type: string, data: object) => {
      const verdict = ledger.execute({ type, data, metadata: { commandId: `c-${++asked}` } } as never)
      return isAccepted(verdict) ? verdict.right.map(({ data }) => data) : verdict.left
    }
    const two = ['clear', 'useful'].map((itemId) => ({ itemId, scale: { min: 1, max: 5 } }))
    ask('PublishInstrumentVersion', { at, instrumentId: 'i', version: 1, title: 'Needs', items: two })
    const window = { opens: at, closes: '2026-03-09T00:00:00.000Z' }
    const who = { at, administrationId: 'a', respondentId: 'ada', learnerId: 'ada' }
    const of = { instrumentId: 'i', version: 1, purpose: 'needs', window, anonymity: 'identified' }
    ask('OpenAdministration', { at, administrationId: 'a', ...of })
    ask('InviteRespondent', who)
    return ask('SubmitResponse', { ...who, answers: [{ itemId: 'clear', value: 5 }], ...more })
  }
  test('is not missing, though it is required, and the answer is whole', () => {
    expect(submitWith({ notAsked: ['useful'] })).toMatchObject([{ notAsked: ['useful'] }])
    expect(submitWith({ notAsked: ['useful'] })).not.toMatchObject([{ partial: true }])
    expect(submitWith({})).toMatchObject({ code: 'RequiredItemMissing', items: ['useful'] })
    expect(submitWith({ brokenOff: true })).toMatchObject([{ partial: true }])
  })
  test('is one of the instrument, and cannot be answered', () => {
    expect(submitWith({ notAsked: ['clear', 'useful'] })).toMatchObject({
      code: 'AnsweredThoughNotAsked',
      items: ['clear'],
    })
    expect(submitWith({ notAsked: ['useful', 'lunch'] })).toMatchObject({ code: 'Unknown', id: 'lunch' })
  })
})

test('what somebody wrote goes when it is asked to go, and every other answer stays', () => {
  const { ledger, submit } = opened()
  submit(
    { itemId: 'advice', kind: 'text', text: 'Ask Ada.' },
    { itemId: 'format', kind: 'choice', option: 'online' },
  )
  const event = ledger.events().find(({ type }) => type === 'ResponseSubmitted')
  const gone = redacted(training, event as never)
  expect(JSON.stringify(gone)).not.toContain('Ask Ada.')
  expect(JSON.stringify(gone)).toContain('online')
})

test('rows of an export with answers of every kind are read and accepted', () => {
  const rows = [
    {
      t: '2026-03-03 09:05',
      who: 'ada',
      有用: '5分',
      灯光: '4',
      形式: '线上',
      主题: '安全┋沟通',
      排序: '沟通→安全',
      建议: '多些案例\n谢谢',
      年限: '3.5',
    },
  ]
  const options = { 安全: 'safety', 销售: 'sales', 沟通: 'talk' }
  const layout = {
    submittedAt: 't',
    respondent: 'who',
    questions: {
      有用: 'useful',
      灯光: 'room-light',
      形式: { itemId: 'format', kind: 'choice', options: { 线上: 'online', 线下: 'onsite' } },
      主题: { itemId: 'topics', kind: 'choices', options },
      排序: { itemId: 'order', kind: 'ranking', options, separator: '→' },
      建议: { itemId: 'advice', kind: 'text' },
      年限: { itemId: 'years', kind: 'number' },
    },
  } as const
  const { ledger } = opened()
  const { commands, bad } = responsesFromRows(rows, { administrationId: 'a', zone: 'Asia/Shanghai', layout })
  expect(bad).toEqual([])
  expect(commands.map((command) => isAccepted(ledger.execute(command)))).toEqual([true])
  expect(readSurvey(rows, layout).responses[0]?.answers).toHaveLength(7)
})

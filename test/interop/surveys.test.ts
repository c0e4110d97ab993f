import {
  assemble,
  catalog,
  createLedger,
  delivery,
  evaluation,
  isAccepted,
  resources,
  turnout,
} from 'training-ops'
import { anonymousResponsesFromRows, fiveSteps, responsesFromRows, surveyColumns } from 'training-ops/interop'
import { describe, expect, test } from 'vitest'

const zone = 'Asia/Shanghai'
const administrationId = 'a-1'
const questions = { '1、课程内容': 'content', '2、讲师水平': 'trainer' }
const layout = {
  ...surveyColumns.wenjuanxing,
  respondent: '工号',
  questions,
  values: fiveSteps,
}
const row = (more: Record<string, string> = {}) => ({
  序号: '1',
  提交答卷时间: '2026/3/3 9:05:30',
  工号: 'p017',
  '1、课程内容': '非常满意',
  '2、讲师水平': '4',
  ...more,
})
const reading = { administrationId, layout, zone }

describe('a row of a survey tool', () => {
  test('is an answer of who gave their number, words and numbers alike', () => {
    const { commands, bad } = responsesFromRows([row()], reading)
    expect(bad).toEqual([])
    expect(commands).toEqual([
      {
        type: 'SubmitResponse',
        data: {
          at: '2026-03-03T01:05:30.000Z',
          administrationId,
          respondentId: 'p017',
          learnerId: 'p017',
          answers: [
            { itemId: 'content', value: 5 },
            { itemId: 'trainer', value: 4 },
          ],
          brokenOff: false,
          notAsked: [],
        },
        metadata: { commandId: 'a-1.p017.imported' },
      },
    ])
  })
  test.each([
    ['wenjuanxing', '提交答卷时间', '(跳过)'],
    ['tencentSurvey', '结束答题时间', '-'],
    ['rainClassroom', '提交时间', '未作答'],
  ] as const)('of %s may leave a question out', (tool, column, blank) => {
    const cells = { [column]: '2026-03-03 09:05', 工号: 'p017', '1、课程内容': blank, '2、讲师水平': '' }
    const of = { ...layout, ...surveyColumns[tool] }
    const { commands, bad } = responsesFromRows([cells], { ...reading, layout: of })
    expect(bad).toEqual([])
    expect(commands[0]?.data.answers).toEqual([])
  })
  test.each([
    ['a time that is none', { 提交答卷时间: '昨天' }, '提交答卷时间', 'NotATime'],
    ['a day that is none', { 提交答卷时间: '2026/2/30 9:00' }, '提交答卷时间', 'NotATime'],
    ['an answer nobody declared', { '2、讲师水平': '还行' }, '2、讲师水平', 'NotAnAnswer'],
    ['half an answer', { '2、讲师水平': '4.5' }, '2、讲师水平', 'NotAnAnswer'],
    ['a name every object has', { '2、讲师水平': 'constructor' }, '2、讲师水平', 'NotAnAnswer'],
    ['nobody', { 工号: ' ' }, '工号', 'NoRespondent'],
  ])('with %s is left out, and said to be', (_what, wrong, column, code) => {
    const { commands, bad } = responsesFromRows([row({ 工号: 'p001' }), row(wrong)], reading)
    expect(commands.map(({ data }) => data.respondentId)).toEqual(['p001'])
    expect(bad).toMatchObject([{ row: 2, column, code }])
  })
  test('without a column is left out', () => {
    const { 提交答卷时间: _, ...cells } = row()
    expect(responsesFromRows([cells], reading).bad).toEqual([
      { row: 1, column: '提交答卷时间', code: 'MissingColumn' },
    ])
  })
  test('counts once for one respondent', () => {
    const { commands, bad } = responsesFromRows([row(), row()], reading)
    expect(commands).toHaveLength(1)
    expect(bad).toEqual([{ row: 2, column: '工号', code: 'RespondentTwice', cell: 'p017' }])
  })
})

test('an anonymous survey is imported as one batch, which keeps neither order nor hour', () => {
  const training = assemble([catalog, resources, delivery, evaluation], {}, { trusted: true })
  const ledger = createLedger(training)
  const must = (command: object) => expect(isAccepted(ledger.execute(command as never))).toBe(true)
  const ask = (type: string, data: object, commandId: string) => must({ type, data, metadata: { commandId } })
  const at = '2026-03-01T01:00:00.000Z'
  const items = Object.values(questions).map((itemId) => ({ itemId, scale: { min: 1, max: 5 } }))
  ask('PublishInstrumentVersion', { at, instrumentId: 'i', version: 1, title: 'Needs', items }, 'c-1')
  ask(
    'OpenAdministration',
    {
      at,
      administrationId,
      instrumentId: 'i',
      version: 1,
      purpose: 'needs',
      window: { opens: at, closes: '2026-03-09T00:00:00.000Z' },
      anonymity: 'anonymous',
    },
    'c-2',
  )
  for (const one of ['ada', 'bo']) {
    const who = { at, administrationId, respondentId: one, learnerId: one }
    ask('InviteRespondent', who, `invite-${one}`)
    ask('RedeemInvitation', who, `redeem-${one}`)
  }
  const keys = ['f3b1c09a77e24d51', '07cc2ab94e1f8a36']
  const { respondent, ...anonymous } = layout
  const rows = [row(), row({ 提交答卷时间: '2026/3/3 9:06:00', '2、讲师水平': '满意' })]
  const read = anonymousResponsesFromRows(rows, {
    ...reading,
    layout: anonymous,
    keyOf: (at) => keys[at - 1] ?? '',
  })
  expect(read.bad).toEqual([])
  for (const command of read.commands) must(command)
  const said = ledger.events().filter(({ type }) => type === 'ResponseSubmitted')
  expect(said.map(({ data }) => data)).toMatchObject([
    { responseId: keys[1], at: '2026-03-03T00:00:00.000Z' },
    { responseId: keys[0], at: '2026-03-03T00:00:00.000Z' },
  ])
  expect(ledger.project(turnout)[administrationId]).toMatchObject({ redeemed: 2, answered: 2 })
})

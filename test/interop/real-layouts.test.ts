/** The forms that exports of survey tools really come in, and what people do to them in a spreadsheet. */
import { parse } from 'csv-parse/sync'
import { csv, guessLayout, readSurvey, type SurveyLayout, surveyColumns } from 'training-ops/interop'
import { describe, expect, test } from 'vitest'
import { before, choice, samples, scale } from './survey-samples.ts'

const zone = 'Asia/Shanghai'

describe.each(Object.entries(samples))('%s', (_, { tool, sheet, layout, answers, leftOut = [] }) => {
  test('is read whole: the time, the respondent, each answer, and the rows that are none', () => {
    const whole = { zone, ...surveyColumns[tool], questions: {}, ...layout } as SurveyLayout
    const read = readSurvey(sheet, whole)
    expect(read.bad).toEqual([])
    expect(read.leftOut).toEqual(leftOut)
    const one = read.responses.find(({ respondent }) => respondent === '017')
    const byMinute = one?.at.slice(0, 16)
    expect([byMinute, one?.answers]).toEqual(['2026-03-03T01:05', answers])
  })
  test('is recognised, and what is proposed reads every row of it', () => {
    const guessed = guessLayout(sheet, { zone })
    expect(guessed.tool).toBe(tool)
    const { bad, responses } = readSurvey(sheet, guessed.layout)
    expect(bad).toEqual([])
    expect(responses.map(({ at }) => at.slice(0, 16))).toContain('2026-03-03T01:05')
  })
})

describe('what people do to a sheet', () => {
  const columns = ['时间', '工号', '评分'] as const
  const layout: SurveyLayout = {
    submittedAt: '时间',
    zone,
    respondent: '工号',
    questions: { 评分: 'rating' },
  }
  const read = (cells: readonly (readonly unknown[])[], more: Partial<SurveyLayout> = {}) =>
    readSurvey(cells, { ...layout, ...more })
  const answer = ['2026/3/3 9:05', 'p1', '5']
  test('empty columns at the end, and rows shorter or longer than the headings', () => {
    const { responses, bad } = read([
      [...columns, '', '', null],
      [...answer, '', null],
      [...answer.with(1, 'p2'), 'x', 'y', 'z', 'note'],
    ])
    expect(bad).toEqual([])
    expect(responses).toHaveLength(2)
  })
  test('two columns with one heading: each has a number, and without it neither is taken', () => {
    const sheet = [
      [...columns, '评分'],
      [...answer, '3'],
    ]
    expect(read(sheet).bad).toEqual([{ row: 1, column: '评分', code: 'ColumnTwice' }])
    const both = read(sheet, { questions: { '评分 (1)': 'rating', '评分 (2)': 'room' } })
    expect(both.responses[0]?.answers).toEqual([scale(5), scale(3, 'room')])
  })
  test('sums below, and empty rows between', () => {
    const { responses, bad, leftOut } = read([columns, answer, ['', '', ''], ['平均分', '', '4.6']])
    expect(responses).toHaveLength(1)
    expect(leftOut).toEqual([{ row: 2, because: 'emptyRow' }])
    expect(bad.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 NotATime',
      '3 NotAnAnswer',
      '3 NoRespondent',
    ])
  })
  test('dates of Europe in the sheet of a tool whose dates are American', () => {
    const dated = (...days: readonly string[]) =>
      read([columns, ...days.map((day, at) => [`${day} 9:05`, `p${at}`, '5'])], {
        dateOrder: 'monthFirst',
      }).responses.map(({ at }) => at.slice(0, 10))
    expect(dated('03/04/2026', '13/04/2026')).toEqual(['2026-04-03', '2026-04-13'])
    expect(dated('03/04/2026')).toEqual(['2026-03-04'])
    expect(dated('3.4.2026')).toEqual(['2026-04-03'])
  })
  test('a span is no answer on a scale, and neither is a name with a number', () => {
    for (const cell of ['5 - 10 hours', '1-3次', '2 - 2次', '4.5', '5 5', '95%'])
      expect(read([columns, answer.with(2, cell)]).bad, cell).toMatchObject([{ code: 'NotAnAnswer', cell }])
  })
  test('numbers with their unit, with a comma, and as a spreadsheet reckons them', () => {
    const number = (cell: unknown, more: object = {}) =>
      read([columns, answer.with(2, cell as string)], {
        questions: { 评分: { itemId: 'n', kind: 'number', ...more } },
      }).responses[0]?.answers[0]
    const half = { itemId: 'n', kind: 'number', number: 35, decimals: 1 }
    expect(number('3.5小时', { units: ['小时', 'h'] })).toEqual(half)
    expect(number('3.5 H', { units: ['小时', 'h'] })).toEqual(half)
    expect(number('3,5', { decimalMark: ',' })).toEqual(half)
    expect(number(3.5000000000000004)).toEqual(half)
    expect(number('1.234,5', { decimalMark: ',' })).toMatchObject({ number: 12345, decimals: 1 })
    expect(number('3,5')).toBeUndefined()
    expect(number('3.5 days', { units: ['h'] })).toBeUndefined()
  })
  test('an id that a spreadsheet kept as text, made a fraction of, or cut', () => {
    const who = (id: unknown) => {
      const { responses, bad } = read([columns, answer.with(1, id as string)])
      return responses[0]?.respondent ?? bad[0]?.code
    }
    expect(["'000123", '="000123"', '18.0', 18, 'E5', '1E'].map(who)).toEqual([
      '000123',
      '000123',
      '18',
      '18',
      'E5',
      '1E',
    ])
    expect(['1.10101E+17', '1.1E17', 1.1e17].map(who)).toEqual(['NotAnId', 'NotAnId', 'NotAnId'])
    const written = csv([[...columns], ['2026/3/3 9:05', { id: '000123' }, '5']], { byteOrderMark: false })
    expect(read(parse(written) as string[][]).responses[0]?.respondent).toBe('000123')
  })
  test('codes behind the words, and lists in the notation of JSON', () => {
    const value = (cell: string) =>
      read([columns, answer.with(2, cell)], { values: { Agree: 4, A5: 5 } }).responses[0]?.answers[0]
    expect(['Agree [A4]', 'agree (4)', 'Strongly agree [A5]'].map(value)).toEqual([
      scale(4),
      scale(4),
      scale(5),
    ])
    const listed = read([columns, answer.with(2, '["安全","沟通"]')], {
      questions: { 评分: { itemId: 'topics', kind: 'choices', options: choice.options } },
    })
    expect(listed.responses[0]?.answers[0]).toMatchObject({ options: ['safety', 'talk'] })
  })
  test('words of one’s own are kept where an item takes them, and told where none does', () => {
    const words = (other?: { readonly option: string; readonly textItem?: string }) =>
      read([columns, answer.with(2, '其他〖焊接〗')], {
        questions: { 评分: { ...choice, ...(other === undefined ? {} : { other }) } },
      }).responses[0]
    expect(words()).toMatchObject({ answers: [{ option: 'other' }], wordsLeft: ['topics'] })
    expect(words({ option: 'other', textItem: 'own' })).toMatchObject({
      answers: [{ option: 'other' }, { itemId: 'own', kind: 'text', text: '焊接' }],
      wordsLeft: [],
    })
    const twice = read([columns, answer], {
      questions: {
        评分: { ...choice, other: { option: 'other', textItem: 'x' } },
        时间: { itemId: 'x', kind: 'text' },
      },
    })
    expect(twice.bad.map(({ code }) => code)).toEqual(['ItemTwice', 'ItemTwice'])
  })
})

test('a proposal tells scales, choices, rankings, numbers with a unit, options in columns and words apart', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({
    ...before,
    来自IP: '10.0.0.1',
    工号: `p${at}`,
    部门: ['A.生产', 'B.销售', 'C.研发'][at % 3],
    满意度: ['非常满意', '满意', '一般'][at % 3],
    '第4题(讲师)': 1 + (at % 5),
    '第4题(教室)': 1 + ((at + 2) % 5),
    主题: at % 3 ? '安全┋沟通' : '其他〖焊接〗',
    建议: `建议${at}`,
    学习时间: `${(at % 7) + 1}小时`,
    '第8题(安全)': at % 2,
    '第8题(沟通)': (at + 1) % 2,
    '第9题(安全)': 1 + (at % 2),
    '第9题(沟通)': 2 - (at % 2),
    排序: '沟通→安全',
    年龄: String(20 + at),
  }))
  const { layout, sure } = guessLayout(rows, { zone })
  const kinds = Object.fromEntries(
    Object.entries(layout.questions).map(([heading, one]) => [
      heading,
      typeof one === 'string' ? 'scale' : (one.kind ?? 'scale'),
    ]),
  )
  expect(kinds).toEqual({
    部门: 'choice',
    满意度: 'scale',
    '第4题(讲师)': 'scale',
    '第4题(教室)': 'scale',
    主题: 'choices',
    建议: 'text',
    学习时间: 'number',
    '第8题(安全)': 'option',
    '第8题(沟通)': 'option',
    '第9题(安全)': 'rank',
    '第9题(沟通)': 'rank',
    排序: 'ranking',
    年龄: 'number',
  })
  expect(sure).toBeGreaterThan(0.9)
  const { bad, responses } = readSurvey(rows, layout)
  expect([bad.length, responses.length]).toEqual([0, 40])
  expect(responses[0]?.answers).toContainEqual({ itemId: 'q5-other', kind: 'text', text: '焊接' })
})

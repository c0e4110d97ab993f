/** Outcomes that a review of the readers found wrong. */
import {
  csv,
  fromScorm,
  guessLayout,
  hoursByPerson,
  openBadge,
  readSurvey,
  responsesFromRows,
  xapiIssues,
} from 'training-ops/interop'
import { describe, expect, test } from 'vitest'

describe('a package of SCORM', () => {
  const reading = {
    ...{ at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1', learnerId: 'ada', module: 'unit-2' },
    test: { instrumentId: 'unit-test', attempt: 1 },
  }
  test.each([
    [{ completion_status: 'completed', 'score.scaled': '0.6666666666666666' }, 667],
    [{ 'core.lesson_status': 'passed', 'core.score.raw': '.5' }, 5],
    [{ cmi: { completion_status: 'completed', score: { scaled: 0.9 } } }, 900],
    [{ cmi: { core: { lesson_status: 'passed', score: { raw: '85' } } } }, 850],
  ])('keeps its score, however it is written: %j', (cmi, scaled) => {
    const { commands, ignored } = fromScorm(cmi, reading)
    expect(ignored).toEqual([])
    expect(commands.map(({ type, data }) => [type, 'scaled' in data ? data.scaled : undefined])).toEqual([
      ['RecordModuleDone', undefined],
      ['RecordResult', scaled],
    ])
  })
})

const layout = {
  zone: 'Asia/Shanghai',
  submittedAt: '时间',
  respondent: '工号',
  questions: { 满意: 'clear' },
}
const at = '2026/3/3 9:05'
const read = (row: object, more: object = {}) =>
  readSurvey([{ 时间: at, 工号: 'p1', ...row }], { ...layout, ...more })

describe('a cell of a survey', () => {
  test.each([
    ['满意: -3', -3],
    ['\u22123', -3],
    ['Very good - 5', 5],
    ['非常满意：5', 5],
    ['4/5', 4],
  ])('%s is %i', (cell, value) => {
    expect(read({ 满意: cell }).responses[0]?.answers).toEqual([{ itemId: 'clear', value }])
  })
  test.each(['--3', '5/3', '2 out of 1'])('%s is no answer', (cell) => {
    expect(read({ 满意: cell }).bad).toMatchObject([{ code: 'NotAnAnswer' }])
  })
  test.each(['(空)', '-2'])('a coding of no answer is nobody: %s', (who) => {
    const { bad, responses } = read({ 工号: who, 满意: '5' }, { blanks: ['(空)', -2] })
    expect([bad.map(({ code }) => code), responses]).toEqual([['NoRespondent'], []])
  })
  test.each(['2026/3/3 09:05:75', '2026/3/3 中午 5:05'])('%s is no time', (time) => {
    expect(read({ 时间: time, 满意: '5' }).bad).toMatchObject([{ code: 'NotATime' }])
  })
})

test('a cell that hides a formula behind a control character is text', () => {
  expect(csv([['\u0000=1']], { byteOrderMark: false })).toBe("'=1\r\n")
})

const codesOf = (row: object, more: object = {}) => read(row, more).bad.map(({ code }) => code)

describe('a row of a survey', () => {
  const both = { 满意: '5', '满意 ': '1' }
  test('of two columns whose headings are one when they are compared, neither is taken unasked', () => {
    expect(read(both).bad).toEqual([{ row: 1, column: '满意', code: 'ColumnTwice' }])
    const named = read(both, { questions: { '满意 (1)': 'clear', '满意 (2)': 'room' } })
    expect(named.responses[0]?.answers).toEqual([
      { itemId: 'clear', value: 5 },
      { itemId: 'room', value: 1 },
    ])
    expect(codesOf({ 满意: '5' })).toEqual([])
  })
  const ranking = { 满意: { itemId: 'order', kind: 'ranking', options: { 安全: 'safety', 沟通: 'talk' } } }
  test('with an order that has an option twice is told', () => {
    expect(codesOf({ 满意: '安全→沟通→安全' }, { questions: ranking })).toEqual(['NotAnOption'])
    expect(codesOf({ 满意: '安全→沟通' }, { questions: ranking })).toEqual([])
  })
  test.each(['-3.0', ' －3 ', '( 跳过 )', '（跳过）', '(跳过)'])('was not asked: %s', (cell) => {
    const { responses } = read({ 满意: cell }, { skipped: ['(跳过)', -3] })
    expect(responses[0]).toMatchObject({ answers: [], notAsked: ['clear'] })
  })
  test.each(['上午 9:05 PM', '晚上 12:30', '晚上 1:30', '早上 12:30'])('has no time: %s', (time) => {
    expect(codesOf({ 时间: `2026/3/3 ${time}`, 满意: '5' })).toEqual(['NotATime'])
  })
  test.each([
    ['上午 9:05 AM', '01:05'],
    ['晚上 7:05', '11:05'],
    ['晚上 19:05', '11:05'],
  ])('has one time: %s', (time, utc) => {
    expect(read({ 时间: `2026/3/3 ${time}`, 满意: '5' }).responses[0]?.at).toBe(`2026-03-03T${utc}:00.000Z`)
  })
  test('has options in one cell that are found in a time that grows with the cell', () => {
    const options = Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`选项${at}，${'说明'.repeat(40)}`, `o${at}`]),
    )
    const questions = { 满意: { itemId: 'topics', kind: 'choices', options } }
    const cell = Array.from({ length: 98 }, (_, at) => `${'某'.repeat(180)}${at}`).join('，')
    const start = performance.now()
    expect(codesOf({ 满意: cell }, { questions })).toEqual(['NotAnOption'])
    expect(codesOf({ 满意: '〖'.repeat(200_000) }, { questions })).toEqual(['NotAnOption'])
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('two spellings of one person', () => {
  const rows = [
    { 时间: '2026/3/3 9:05', 工号: 'P1', 满意: '1' },
    { 时间: '2026/3/3 9:06', 工号: 'p1', 满意: '2' },
    { 时间: '2026/3/3 9:07', 工号: 'p2', 满意: '3' },
  ]
  const taken = (twice: 'first' | 'last' | 'none') => {
    const { commands, bad } = responsesFromRows(rows, {
      ...{ administrationId: 'a', zone: layout.zone, layout: { ...layout, twice } },
      respondentIdOf: (who) => who.toLowerCase(),
    })
    return [commands.flatMap(({ data }) => data.answers), bad.map(({ row, code }) => `${row} ${code}`)]
  }
  const value = (...values: readonly number[]) => values.map((one) => ({ itemId: 'clear', value: one }))
  test('count once, as the layout says', () => {
    expect(taken('first')).toEqual([value(1, 3), ['2 RespondentTwice']])
    expect(taken('last')).toEqual([value(2, 3), ['1 RespondentTwice']])
    expect(taken('none')).toEqual([value(3), ['1 RespondentTwice', '2 RespondentTwice']])
  })
})

test('a cell that only says that it is a date is told, and guessed as nothing', () => {
  const said = new Proxy(new Date(0), {})
  const rows = [{ 时间: said, 工号: 'p1', 满意: said }]
  expect(readSurvey(rows, layout).bad.map(({ code }) => code)).toEqual(['NotATime', 'NotAnAnswer'])
  expect(guessLayout(rows, { zone: 'UTC' }).unclear).toContainEqual({ what: 'time' })
})

describe('a sheet that a spreadsheet has opened', () => {
  const days = (...cells: readonly unknown[]) =>
    readSurvey(
      cells.map((cell) => ({ 时间: cell, 工号: 'p1', 满意: '5' })),
      { ...layout, zone: 'UTC', respondent: undefined, dateOrder: 'monthFirst' } as never,
    )
  const date = (day: string) => new Date(`${day}T09:00:00.000Z`)
  test('and turned some of its days into months does not date an answer by them', () => {
    const { responses, bad } = days(date('2026-11-03'), '13/11/2026 09:00', 46_327.3)
    expect(responses.map(({ at }) => at)).toEqual(['2026-11-13T09:00:00.000Z'])
    expect(bad.map(({ row, code }) => [row, code])).toEqual([
      [1, 'NoDateOrder'],
      [3, 'NoDateOrder'],
    ])
  })
  test('and turned rightly keeps its days', () => {
    expect(days(date('2026-11-03'), '13/11/2026 09:00', date('2026-11-14')).bad).toEqual([])
    expect(days(date('2026-11-03'), date('2026-11-04')).bad).toEqual([])
  })
})

describe('words in brackets behind an option', () => {
  const other = { option: 'other', textItem: 'words' }
  const options = { 安全: 'safety', 其他: 'other', A4: 'four' }
  const choice = (more: object, cell: string) =>
    read({ 满意: cell }, { questions: { 满意: { itemId: 'q', kind: 'choice', options, ...more } } })
  test('are kept, and make no other option of it', () => {
    for (const cell of ['其他(焊接)', '其他（安全）'])
      expect(choice({ other }, cell).responses[0]?.answers).toMatchObject([
        { option: 'other' },
        { itemId: 'words', text: cell.replace('（', '(').replace('）', ')') },
      ])
    expect(choice({}, '安全(高级)').bad).toMatchObject([{ code: 'NotAnOption' }])
    expect(choice({ other }, '〖x〗').responses[0]?.answers[1]).toMatchObject({ text: 'x' })
  })
  test.each(['安全 [A2]', '安全（5分）', '安全 (5)'])('may be its code: %s', (cell) => {
    expect(choice({}, cell).responses[0]?.answers).toMatchObject([{ option: 'safety' }])
  })
})

test('zeros behind a number are no decimals: LimeSurvey writes ten', () => {
  const questions = { 满意: { itemId: 'hours', kind: 'number' } }
  const answers = [{ itemId: 'hours', kind: 'number', number: 15, decimals: 1 }]
  expect(read({ 满意: '1.5000000000' }, { questions }).responses[0]?.answers).toEqual(answers)
})

describe('a guess', () => {
  const guessed = (cells: readonly unknown[]) =>
    guessLayout(
      cells.map((cell, at) => ({ 提交时间: at_(at), 学号: `s${at}`, 作答时长: '00:03', 满意: cell })),
      { zone: 'UTC' },
    )
  const at_ = (at: number) => `2026-11-${10 + at} 09:00`
  const times = (cells: readonly unknown[]) => Array.from({ length: 12 }, (_, at) => cells[at % cells.length])
  test.each([
    [['很同意', '不一定', '很不同意'], { 很同意: 5, 不一定: 3, 很不同意: 1 }],
    [['非常重要', '一般', '不重要'], { 非常重要: 5, 一般: 3, 不重要: 2 }],
  ])('knows the steps %j', (cells, values) => {
    expect(guessed(times(cells)).layout.questions).toEqual({ 满意: { itemId: 'q1', values } })
  })
  test('of a scale with a column for those who cannot say is a scale', () => {
    const { questions } = guessed(times(['Agree', 'N/A', 'Disagree'])).layout
    expect(questions).toEqual({ 满意: { itemId: 'q1', blanks: ['N/A'], values: { Agree: 4, Disagree: 2 } } })
  })
  test('of several letters in one cell is a choice of several, to be looked at', () => {
    const { layout: proposed, unclear } = guessed(times(['AB', 'A', 'BD']))
    expect(proposed.questions).toMatchObject({ 满意: { kind: 'choices', separator: '' } })
    expect(unclear).toContainEqual({ what: 'question', column: '满意' })
  })
  test('of 雨课堂 leaves out who has not handed it in', () => {
    const rows = times(['很满意', '满意']).map((cell, at) => ({
      ...{ 提交时间: at === 3 ? '' : at_(at), 学号: `s${at}`, 状态: at === 3 ? '未提交' : '已提交' },
      满意: at === 3 ? '' : cell,
    }))
    const { responses, bad, leftOut } = readSurvey(rows, guessLayout(rows, { zone: 'UTC' }).layout)
    expect([responses.length, bad, leftOut]).toEqual([11, [], [{ row: 4, because: 'unfinished' }]])
  })
})

test('a badge revoked before it began is valid for no time', () => {
  const validFrom = '2026-05-01T00:00:00.000Z'
  const revoked = { serial: 'S', awardedDate: '2026-03-01', status: 'revoked' }
  const iri = 'https://x.example/1'
  const words = {
    ...{ id: iri, issuer: { id: iri, name: 'E' }, subject: iri },
    achievement: { id: iri, name: 'F', description: 'd', criteria: 'c' },
  }
  const badge = openBadge({ ...revoked, validFrom, revokedAt: '2026-04-01T00:00:00.000Z' }, words)
  expect(badge).toMatchObject({ validFrom, validUntil: validFrom })
})

test('hours are of months, quarters or years, and of nothing else', () => {
  const asked = { by: 'week', zone: 'UTC' } as never
  expect(() => hoursByPerson({ enrolments: {} }, asked)).toThrow('hoursByPerson needs')
})

test('a SHA-2 digest has the length of one', () => {
  const attachment = { usageType: 'https://x.example/u', display: {}, contentType: 'text/plain', length: 1 }
  const issues = (sha2: string) =>
    xapiIssues({
      actor: { mbox: 'mailto:ada@example.com' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { id: 'https://x.example/a' },
      attachments: [{ ...attachment, sha2 }],
    }).length
  expect([56, 57, 64, 96, 127, 128].map((long) => issues('a'.repeat(long)))).toEqual([0, 1, 0, 0, 1, 0])
})

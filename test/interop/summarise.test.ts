/** The analyst's door: a spreadsheet and a mapping in, figures and a page out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import {
  type ColumnMeaning,
  guessMapping,
  inputOf,
  type SummaryMapping,
  type SurveySheet,
  summarise,
  summaryCharts,
  summaryDocument,
} from 'training-ops/interop'
import {
  cronbachAlpha,
  differenceInDifferences,
  effectSize,
  type MetricResult,
  meanGain,
  topTwoBox,
} from 'training-ops/metrics'
import { en, toHtml, toMarkdown, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { readAnswers } from '../../examples/analyse-a-survey/read-file.ts'

const scale = { is: 'scale', min: 1, max: 5 } as const
const column = (...cells: readonly unknown[]) => cells.map((cell) => ({ Q: cell })) as SurveySheet
const one = (meaning: ColumnMeaning, rows: SurveySheet, more: Partial<SummaryMapping> = {}) =>
  summarise(rows, { columns: { Q: meaning }, ...more })
const told = (result: MetricResult | undefined) => (result?.status === 'ok' ? result.value : result?.status)
const sample = 'examples/analyse-a-survey/sample'
const mapping = JSON.parse(readFileSync(`${sample}/map.json`, 'utf8')) as SummaryMapping

describe('a cell', () => {
  test('that is blank is missing and never 0, and one that does not fit is told', () => {
    const { figures, unread } = one(scale, column('5', '', null, '4', '  ', 4, '5分', '6', 'x', '３', '99'), {
      blanks: [99],
    })
    expect(figures.map(({ result }) => result)).toMatchObject([
      { n: 5, value: 4.2 },
      { n: 5, value: 0.8 },
    ])
    expect(unread).toEqual([
      { row: 8, column: 'Q', cell: '6' },
      { row: 9, column: 'Q', cell: 'x' },
    ])
  })
  test('of a reversed question is turned', () => {
    const rows = column(1, 1, 2, 5, 3)
    expect(one({ ...scale, reversed: true }, rows).figures.map(({ result }) => told(result))).toEqual([
      3.6, 0.6,
    ])
  })
  test('of a score is percent, a fraction or points, as the mapping says', () => {
    const gains = (
      written: (ColumnMeaning & { is: 'score' })['written'],
      before: readonly unknown[],
      after: readonly unknown[],
    ) =>
      summarise(before.map((cell, at) => ({ A: cell, B: after[at] })) as SurveySheet, {
        columns: {
          A: { is: 'score', test: 't', when: 'before', written },
          B: { is: 'score', test: 't', when: 'after', written },
        },
      }).figures.find(({ metric }) => metric === 'M40')?.result
    const percents = gains(
      'percent',
      ['40', '50%', 60, '70', '', '45'],
      ['60', '60', '90%', '80', '90', '60'],
    )
    expect(percents).toMatchObject({ n: 5, value: 17 })
    expect(gains('fraction', [0.4, 0.5, 0.6, 0.7, 0.45], [0.6, '60%', 0.9, 0.8, 0.6])).toMatchObject({
      value: 17,
    })
    expect(gains({ pointsOutOf: 20 }, [8, 10, 12, 14, 9], [12, 12, 18, 16, 12])).toMatchObject({ value: 17 })
  })
  test('of money has decimals and may bear its currency', () => {
    const rows = [
      { C: '1,000.50', B: '¥3,001.50' },
      { C: 'CNY 0', B: '' },
    ] as SurveySheet
    const columns = { C: { is: 'cost', currency: 'CNY' }, B: { is: 'benefit', currency: 'CNY' } } as const
    expect(summarise(rows, { columns }).figures.map(({ metric, result }) => [metric, told(result)])).toEqual([
      ['M82', 3],
      ['M83', 200],
    ])
    const mixed = summarise(rows, { columns: { ...columns, B: { is: 'benefit', currency: 'EUR' } } })
    expect(mixed.figures.map(({ result }) => result.status)).toEqual(['undefined', 'undefined'])
  })
})

describe('a figure', () => {
  test('says which columns it is made of, and why; what cannot be made says what it needs', () => {
    const { figures, notApplicable, missing } = summarise(column(1, 2, 3, 4, 5), {
      columns: { Q: scale, Gone: { is: 'number' } },
    })
    expect(figures.map(({ metric, columns, because }) => [metric, columns, because])).toEqual([
      ['M31', ['Q'], 'scale'],
      ['M32', ['Q'], 'scale'],
    ])
    expect(notApplicable).toContainEqual({ metric: 'M43', needs: 'scores' })
    expect(notApplicable).toContainEqual({ metric: 'M39', needs: 'number' })
    expect(missing).toEqual(['Gone'])
  })
  test('of fewer than k people is hidden, and one of fewer than twice k who said the same', () => {
    expect(one(scale, column(5, 4, 3, 2)).figures.map(({ result }) => result.status)).toEqual([
      'suppressed',
      'suppressed',
    ])
    expect(one(scale, column(5, 5, 5, 5, 5)).figures.map(({ result }) => result.status)).toEqual([
      'suppressed',
      'suppressed',
    ])
    expect(told(one(scale, column(5, 4), { k: 1 }).figures[0]?.result)).toBe(4.5)
    const number = one({ is: 'number', unit: 'h' }, column('2 h', '2h', '2.0', 2, 2))
    expect(number.figures[0]?.result.status).toBe('suppressed')
  })
  test('of a small group is hidden, and so is one that would give it away', () => {
    const rows = Array.from({ length: 23 }, (_, at) => ({
      Q: 1 + (at % 5),
      G: at < 3 ? 'a' : at < 13 ? 'b' : 'c',
    }))
    const { figures } = summarise(rows, { columns: { Q: scale, G: { is: 'group' } } })
    const groups = figures.filter(({ group }) => group !== undefined)
    expect(groups.map(({ group, result }) => [group, result.status])).toEqual([
      ['a', 'suppressed'],
      ['b', 'suppressed'],
      ['c', 'ok'],
    ])
  })
  test('counts a person once', () => {
    const rows = [1, 2, 3, 4, 5, 5].map((answer, at) => ({ Q: answer, Who: at === 5 ? 1 : at + 1 }))
    const { rows: read, leftOut } = summarise(rows, { columns: { Q: scale, Who: { is: 'person' } } })
    expect([read, leftOut]).toEqual([5, [{ row: 6, because: 'personTwice' }]])
  })
  test('is that of the calculator', async () => {
    const rows = await readAnswers(`${sample}/answers.csv`)
    const { figures } = summarise(rows, mapping)
    const of = (metric: string, heading: string) =>
      figures.find((figure) => figure.metric === metric && figure.columns.includes(heading))?.result
    const bare = (rows as readonly (readonly string[])[]).map((row) =>
      row.map((cell) => cell.replace(/[%h]$/, '').trim()),
    )
    const { before, after, clear } = inputOf(bare, { before: 'Pre-test', after: 'Post-test', clear: 'Clear' })
    expect(of('M40', 'Pre-test')).toEqual(meanGain({ before, after }))
    expect(of('M43', 'Pre-test')).toEqual(effectSize({ before, after }))
    expect(of('M32', 'Clear')).toEqual(
      topTwoBox({ answers: clear, scale: { min: 1, max: 5 }, sampled: true }),
    )
    const { scores } = inputOf(bare, { scores: ['Clear', 'Useful', 'Confusing'] })
    const turned = scores.map(([one = null, other = null, last = null]) => [
      one,
      other,
      last === null ? null : 6 - last,
    ])
    expect(of('M35', 'Clear')).toEqual(cronbachAlpha({ scores: turned }))
  })
})

test('500 rows are a page with a dozen figures and pictures, in both languages', async () => {
  const rows = await readAnswers(`${sample}/answers.csv`)
  const summary = summarise(rows, mapping)
  expect(summary.rows).toBe(500)
  expect(summary.figures.filter(({ result }) => result.status === 'ok').length).toBeGreaterThan(12)
  expect(summaryCharts(summary).map(({ categories }) => categories.length)).toEqual([4, 5, 5, 5, 5, 1, 3, 1])
  for (const [language, words] of [
    [en, ['What 500 rows tell', 'Satisfied (top answers)']],
    [zhCN, ['500 行数据说明了什么', '满意率（高分档）']],
  ] as const) {
    const page = toHtml(summaryDocument(summary), { language, zone: 'UTC', drawChart: () => '<svg></svg>' })
    for (const word of words) expect(page).toContain(word)
    expect(page.match(/<svg>/g)).toHaveLength(8)
    expect(toMarkdown(summaryDocument(summary), { language, zone: 'UTC' })).not.toMatch(
      /analysis\.|undefined/,
    )
  }
})

test('a mapping that is proposed reads its sheet, and finds what the hand-made one says', async () => {
  const rows = await readAnswers(`${sample}/answers.csv`)
  const { mapping: guessed } = guessMapping(rows)
  const kinds = (one: SummaryMapping) =>
    Object.fromEntries(Object.entries(one.columns).map(([heading, { is }]) => [heading, is]))
  expect(kinds(guessed)).toEqual(kinds(mapping))
  expect(summarise(rows, guessed).unread).toEqual([])
})

test('a file that Excel saved in Chinese, with semicolons, is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'))
  const file = join(folder, 'answers.csv')
  writeFileSync(file, iconv.encode('部门;课程满意度\r\n销售;非常满意\r\n研发;"比较\n满意"\r\n', 'gb18030'))
  expect(await readAnswers(file)).toEqual([
    ['部门', '课程满意度'],
    ['销售', '非常满意'],
    ['研发', '比较\n满意'],
  ])
  rmSync(folder, { recursive: true })
})

test('a title above the headings is found, and 150,000 rows are summed up', () => {
  const titled = [
    ['Survey of March', ''],
    ['Timestamp', 'Clear'],
    ...[5, 4, 3, 2, 1, 5].map((clear) => ['3/14/2026 9:05:00', clear]),
  ]
  const guessed = guessMapping(titled)
  expect(guessed.mapping.headings).toEqual({ rows: 2, naming: [2] })
  expect(told(summarise(titled, guessed.mapping).figures[0]?.result)).toBeCloseTo(20 / 6, 12)
  const many = Array.from({ length: 150_000 }, (_, at) => ({ Q: 1 + (at % 5), G: 'all' }))
  const { figures } = summarise(many, { columns: { Q: scale, G: { is: 'group' } } })
  expect(figures.map(({ result }) => told(result))).toEqual([3, 0.4, 0.4])
})

test('rows into a calculator tell the cell that is no number', () => {
  expect(() => inputOf(column('5', 'x'), { answers: 'Q' })).toThrow(
    'training-ops: inputOf needs a number in row 2 of "Q", got "x"',
  )
  expect(() => inputOf(column('5'), { answers: 'R' })).toThrow(
    'training-ops: inputOf needs a column "R", got none in row 1',
  )
  const flag = { column: 'Q', is: 'flag' } as const
  expect(inputOf(column('是', 'No', ''), { flag, both: [flag, { column: 'Q', is: 'text' }] })).toEqual({
    flag: [true, false, null],
    both: [
      [true, '是'],
      [false, 'No'],
      [null, null],
    ],
  })
  expect(() => inputOf(column('maybe'), { flag })).toThrow(
    'training-ops: inputOf needs a flag in row 1 of "Q", got "maybe"',
  )
  expect(inputOf(column('5', ''), { records: { minutes: 'Q' } })).toEqual({
    records: [{ minutes: 5 }, { minutes: null }],
  })
})

describe('those who were trained beside those who were not', () => {
  const trained = [12, 14, 11, 15, 13, 16]
  const others = [11, 12, 10, 12, 11, 13]
  const rows = [...trained, ...others].map((after, at) => ({
    Arm: at < 6 ? '培训组' : 'Control',
    Team: `team ${at % 6 < 3 ? 'a' : 'b'} of ${at < 6 ? 'arm 1' : 'arm 0'}`,
    Before: `${10 + (at % 3)}`,
    After: after,
  }))
  const measure = { is: 'measure', of: 'cases a day' } as const
  const columns = {
    Before: { ...measure, when: 'before' },
    After: { ...measure, when: 'after' },
  } as const
  const units = (treated: readonly number[], from: number) =>
    treated.map((after, at) => ({ before: 10 + ((from + at) % 3), after }))
  const armed = (arm: ColumnMeaning, more: SummaryMapping['columns'] = {}, sheet: SurveySheet = rows) =>
    summarise(sheet, { columns: { Arm: arm, ...columns, ...more } })

  test('are compared as the calculators do', () => {
    const { figures } = armed({ is: 'arm', assigned: 'units' })
    const of = (metric: string) => figures.find((one) => one.metric === metric)?.result
    const arms = { treated: units(trained, 0), control: units(others, 0) }
    expect(of('M72')).toEqual(differenceInDifferences({ ...arms, assigned: 'units' }))
    expect(of('M72b')).toMatchObject({ value: 2, n: 12, interval: {} })
    expect(of('M43b')).toMatchObject({ status: 'ok', n: 12, interval: {} })
    expect(of('M40')).toMatchObject({ n: 6, value: 2.5 })
    expect(figures.find(({ metric }) => metric === 'M72')).toMatchObject({
      because: 'arms',
      of: 'cases a day',
      columns: ['Before', 'After'],
    })
  })
  test('have no interval until it is known what was assigned, and one by team where teams were', () => {
    const intervalOf = (more: SummaryMapping['columns']) => {
      const result = armed({ is: 'arm' }, more).figures.find(({ metric }) => metric === 'M72')?.result
      return result?.status === 'ok' && result.interval?.method
    }
    expect(intervalOf({})).toBeUndefined()
    expect(intervalOf({ Team: { is: 'team' } })).toBe('clustered')
  })
  test('are not told of where either arm is too few', () => {
    const { figures } = armed({ is: 'arm' }, {}, rows.slice(0, 10))
    expect(figures.filter(({ because }) => because === 'arms').map(({ result }) => result.status)).toEqual(
      Array(3).fill('suppressed'),
    )
  })
  test('are found by what the column says', () => {
    expect(guessMapping(rows).mapping.columns).toMatchObject({
      Arm: { is: 'arm' },
      Team: { is: 'group' },
    })
  })
})

describe('counts of rows that are of many', () => {
  const columns = {
    Asked: { is: 'count', of: 'invited' },
    Came: { is: 'count', of: 'answered' },
    Sat: { is: 'count', of: 'assessed' },
    Passed: { is: 'count', of: 'passed' },
  } as const
  const rows = [
    { Asked: '1,200', Came: '600', Sat: '20', Passed: '15' },
    { Asked: '800', Came: '', Sat: 20, Passed: 13 },
  ] as SurveySheet
  test('are shares of their sums, where a row has both', () => {
    const { figures } = summarise(rows, { columns })
    expect(figures.map(({ metric, result }) => [metric, told(result)])).toEqual([
      ['M30', 0.5],
      ['M46', 0.7],
    ])
  })
  test('that are more than the whole, or of few, or of everybody in a small group are no share', () => {
    const passed = (of: number, count: number) =>
      summarise([{ Sat: of, Passed: count }], { columns: { Sat: columns.Sat, Passed: columns.Passed } })
        .figures[0]?.result
    expect(passed(20, 21)).toMatchObject({ reason: { code: 'ScaleMismatch' } })
    expect(passed(4, 2)?.status).toBe('suppressed')
    expect(passed(8, 8)?.status).toBe('suppressed')
    expect(passed(8, 0)?.status).toBe('suppressed')
    expect(passed(8, 7)?.status).toBe('ok')
  })
})

test('a sheet as Europe writes it is read: commas before decimals, euros, ids with zeros, a reversed question', () => {
  const rows = Array.from({ length: 20 }, (_, at) => ({
    'Employee ID': `${at + 1}`.padStart(5, '0'),
    'I felt lost (R)': 1 + (at % 5),
    Pre: `0,${40 + at}`,
    Post: `0,${60 + at}`,
    'Defects before': 10 + (at % 4),
    'Defects after': 7 + (at % 3),
    'Savings (EUR)': `€ ${1 + (at % 3)}.250,50`,
    'Cost (EUR)': '125,00 €',
  }))
  const { mapping: guessed } = guessMapping(rows)
  expect(guessed.columns).toEqual({
    'Employee ID': { is: 'person' },
    'I felt lost (R)': { is: 'scale', min: 1, max: 5, reversed: true },
    Pre: { is: 'score', test: 'test', when: 'before', written: 'fraction', decimalMark: ',' },
    Post: { is: 'score', test: 'test', when: 'after', written: 'fraction', decimalMark: ',' },
    'Defects before': { is: 'measure', of: 'Defects', when: 'before' },
    'Defects after': { is: 'measure', of: 'Defects', when: 'after' },
    'Savings (EUR)': { is: 'benefit', currency: 'EUR', decimalMark: ',' },
    'Cost (EUR)': { is: 'cost', currency: 'EUR', decimalMark: ',' },
  })
  const { figures, unread } = summarise(rows, guessed)
  expect(unread).toEqual([])
  expect(told(figures.find(({ of, metric }) => of === 'test' && metric === 'M40')?.result)).toBeCloseTo(20, 9)
})

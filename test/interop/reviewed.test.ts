/** Outcomes that a review of the readers found wrong. */
import { csv, fromScorm, readSurvey } from 'training-ops/interop'
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

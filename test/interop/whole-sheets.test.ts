/** A layout is proposed for whole sheets of each tool, and reads every row that is an answer. */
import { guessLayout, readSurvey, type SurveyQuestion } from 'training-ops/interop'
import { expect, test } from 'vitest'
import { sheets } from './whole-sheets.ts'

const kindOf = (question: string | SurveyQuestion) =>
  typeof question === 'string' ? 'scale' : (question.kind ?? 'scale')
const outcomes = (name: string) => {
  const { sheet, zone = 'Asia/Shanghai' } = sheets[name] ?? { sheet: [] }
  const { tool, layout, sure } = guessLayout(sheet, { zone })
  const { responses, bad, leftOut } = readSurvey(sheet, layout)
  expect(bad).toEqual([])
  const items = new Map(
    Object.values(layout.questions).map((one) => [typeof one === 'string' ? one : one.itemId, kindOf(one)]),
  )
  return [
    `${tool} ${sure > 0.85 ? 'sure' : 'unsure'}, by ${layout.respondent}`,
    `${responses.length} read, ${leftOut.length} left out, the first ${responses[0]?.at}`,
    [...items.values()].join(' '),
  ]
}

const expected: Readonly<Record<string, readonly string[]>> = {
  'wjx text': [
    'wenjuanxing sure, by 1、您的工号',
    '30 read, 0 left out, the first 2026-03-01T01:00:05.000Z',
    'choice scale scale scale choices ranking text number',
  ],
  'wjx number': [
    'wenjuanxing sure, by 1、您的工号',
    '30 read, 0 left out, the first 2026-03-01T01:00:05.000Z',
    'scale scale scale scale option rank text',
  ],
  'wjx other order, duration': [
    'wenjuanxing sure, by undefined',
    '20 read, 0 left out, the first 2026-03-01T02:00:00.000Z',
    'text scale',
  ],
  tencent: [
    'tencentSurvey sure, by 1.您的工号',
    '30 read, 0 left out, the first 2026-03-01T02:00:12.000Z',
    'scale choices scale scale text',
  ],
  'tencent options': [
    'tencentSurvey sure, by 1.工号',
    '20 read, 0 left out, the first 2026-03-01T02:00:12.000Z',
    'option scale',
  ],
  rain: [
    'rainClassroom sure, by 学号',
    '20 read, 0 left out, the first 2026-03-01T02:00:12.000Z',
    'choice choices text',
  ],
  rain2: [
    'rainClassroom sure, by 学号',
    '20 read, 0 left out, the first 2026-03-01T02:00:00.000Z',
    'scale text',
  ],
  'google us': [
    'googleForms sure, by Email Address',
    '30 read, 0 left out, the first 2026-03-01T14:00:05.000Z',
    'scale scale scale choices text',
  ],
  'google cn': [
    'googleForms sure, by 工号',
    '30 read, 0 left out, the first 2026-02-28T17:00:05.000Z',
    'scale choices text',
  ],
  'google csv zone': [
    'googleForms sure, by 用户名',
    '20 read, 0 left out, the first 2026-02-28T17:00:05.000Z',
    'scale choices',
  ],
  'ms forms en': [
    'microsoftForms sure, by Email',
    '30 read, 0 left out, the first 2026-03-01T02:00:05.000Z',
    'scale choices ranking scale text',
  ],
  'ms forms cn': [
    'microsoftForms sure, by 您的工号',
    '30 read, 0 left out, the first 2026-02-26T17:12:00.000Z',
    'scale choices',
  ],
  sm: [
    'surveyMonkey sure, by Email Address',
    '30 read, 0 left out, the first 2026-03-01T14:00:05.000Z',
    'scale option text scale scale number text',
  ],
  'sm lower': [
    'surveyMonkey sure, by undefined',
    '10 read, 0 left out, the first 2026-03-01T02:00:05.000Z',
    'choice option',
  ],
  qualtrics: [
    'qualtrics sure, by ExternalReference',
    '20 read, 10 left out, the first 2026-03-01T02:00:06.000Z',
    'scale scale scale choices text text rank scale',
  ],
  'lime codes': [
    'limeSurvey sure, by token',
    '26 read, 4 left out, the first 2026-03-01T02:00:05.000Z',
    'choice scale scale option text text place number',
  ],
  'lime labels': [
    'limeSurvey sure, by Access code',
    '26 read, 4 left out, the first 2026-03-01T02:00:05.000Z',
    'scale scale scale option text text',
  ],
  'lime code+label': [
    'limeSurvey sure, by undefined',
    '20 read, 0 left out, the first 2026-03-01T02:00:05.000Z',
    'scale scale scale',
  ],
  'moodle feedback': [
    'moodleFeedback sure, by ID number',
    '20 read, 0 left out, the first 2026-03-03T01:00:00.000Z',
    'choice text choices',
  ],
  'moodle feedback anon': [
    'moodleFeedback sure, by undefined',
    '20 read, 0 left out, the first 2026-03-03T01:00:00.000Z',
    'scale text',
  ],
  'moodle quiz': [
    'moodleQuiz sure, by ID number',
    '20 read, 1 left out, the first 2026-03-03T02:00:00.000Z',
    'number number',
  ],
  'moodle quiz cn': [
    'moodleQuiz sure, by 学号',
    '20 read, 1 left out, the first 2026-03-03T02:00:00.000Z',
    'number',
  ],
  typeform: [
    'typeform sure, by badge',
    '10 read, 10 left out, the first 2026-03-01T10:00:05.000Z',
    'scale option text scale text',
  ],
  'typeform old': [
    'typeform sure, by undefined',
    '20 read, 0 left out, the first 2026-03-01T10:00:05.000Z',
    'scale scale option',
  ],
  'generic merged': [
    'undefined unsure, by 工号',
    '20 read, 0 left out, the first 2026-03-01T02:00:00.000Z',
    'scale scale scale text',
  ],
}

test.each(Object.keys(sheets))('%s', (name) => {
  expect(outcomes(name)).toEqual(expected[name])
})

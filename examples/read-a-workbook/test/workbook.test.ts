import { guessLayout, readSurvey, type SurveySheet, surveyColumns } from 'training-ops/interop'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { workbookRows } from '../workbook.ts'

const zone = 'Asia/Shanghai'
const text = (value: string) => ({ value, type: String })
const number = (value: number) => ({ value, type: Number })
const date = (value: string) => ({ value: new Date(value), type: Date, format: 'yyyy-mm-dd hh:mm:ss' })
const sheet = [
  ['ID', '开始时间', '完成时间', '电子邮件', '名称', '您的工号', '课程内容', '主题', '学时'].map(text),
  [
    number(1),
    date('2026-03-03T09:01:00Z'),
    date('2026-03-03T09:05:12Z'),
    text('anonymous'),
    null,
    number(17),
    number(5),
    text('安全;沟通;'),
    number(3.5),
  ],
  [
    number(2),
    date('2026-03-03T23:58:00Z'),
    date('2026-03-03T23:59:30Z'),
    text('anonymous'),
    null,
    number(18),
    text('４'),
    null,
    null,
  ],
]

test('a real workbook is read: date cells, numbers, blanks and Chinese', async () => {
  const bytes = await writeExcelFile(sheet).toBuffer()
  expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK')
  const rows = (await workbookRows(bytes)) as SurveySheet
  expect(guessLayout(rows, { zone }).tool).toBe('microsoftForms')
  const { responses, bad } = readSurvey(rows, {
    ...surveyColumns.microsoftForms,
    zone,
    respondent: '您的工号',
    respondentDigits: 6,
    questions: {
      课程内容: 'content',
      主题: { itemId: 'topics', kind: 'choices', options: { 安全: 'safety', 沟通: 'talk' } },
      学时: { itemId: 'hours', kind: 'number' },
    },
  })
  expect(bad).toEqual([])
  expect(
    responses.map(({ at, respondent, answers }) => ({ at: at.slice(0, 16), respondent, answers })),
  ).toEqual([
    {
      at: '2026-03-03T01:05',
      respondent: '000017',
      answers: [
        { itemId: 'content', value: 5 },
        { itemId: 'topics', kind: 'choices', options: ['safety', 'talk'] },
        { itemId: 'hours', kind: 'number', number: 35, decimals: 1 },
      ],
    },
    { at: '2026-03-03T15:59', respondent: '000018', answers: [{ itemId: 'content', value: 4 }] },
  ])
})

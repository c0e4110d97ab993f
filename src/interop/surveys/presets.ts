/** The columns that survey tools give their own facts, and the words that stand for numbers. */
import type { SurveyLayout } from './layout.ts'

/** A layout but for what the author of a survey names: the questions, and the column of the respondent's number. */
export type SurveyColumns = Omit<SurveyLayout, 'questions'>

const monthFirst = { dateOrder: 'monthFirst' } as const

/**
 * The columns of each survey tool: 问卷星 (Wenjuanxing: its text, number and .xls sheets), 腾讯问卷 (Tencent Survey), 雨课堂
 * (Rain Classroom), Google Forms (dates as English, US, or Chinese sheets write them), Microsoft Forms, SurveyMonkey,
 * Qualtrics, LimeSurvey, Moodle's feedback and quiz, Typeform. Questions and the respondent's column are yours to name.
 * `dateOrder` is as in the United States where a tool follows its user's language: set it to `dayFirst` for Europe.
 *
 * @example
 * ```ts
 * import { surveyColumns } from 'training-ops/interop'
 * surveyColumns.wenjuanxing.submittedAt[0] // => '提交答卷时间'
 * surveyColumns.qualtrics.headings // => { rows: 3, naming: [1] }
 * ```
 */
export const surveyColumns = {
  wenjuanxing: { submittedAt: ['提交答卷时间', '提交时间'], blanks: ['(空)', -2], skipped: ['(跳过)', -3] },
  tencentSurvey: { submittedAt: '结束答题时间', blanks: ['-'] },
  rainClassroom: {
    submittedAt: ['提交时间', '答题时间', '交卷时间'],
    blanks: ['未作答', '未填写', '未提交'],
    leaveOut: [
      { column: ['提交状态', '作答状态', '状态'], is: ['未提交', '未作答', '未参与'], because: 'unfinished' },
      { column: '提交时间', is: ['', '未提交', '未作答', '-', '--'], because: 'unfinished' },
    ],
  },
  googleForms: { submittedAt: ['Timestamp', '时间戳记', '时间戳'], ...monthFirst },
  microsoftForms: { submittedAt: ['Completion time', '完成时间'], ...monthFirst },
  surveyMonkey: {
    submittedAt: ['End Date', 'date_modified'],
    ...monthFirst,
    headings: { rows: 2, naming: [1, 2] },
  },
  qualtrics: {
    submittedAt: ['RecordedDate', 'EndDate'],
    blanks: [-99],
    headings: { rows: 3, naming: [1] },
    leaveOut: [
      {
        column: 'Status',
        is: ['Survey Preview', 1, 'Survey Preview Spam', 9, 'Offline Survey Preview', 17],
        because: 'preview',
      },
      { column: 'DistributionChannel', is: ['preview'], because: 'preview' },
      { column: 'Status', is: ['Survey Test', 2, 'Spam', 8, 'Imported Spam', 12], because: 'test' },
      { column: 'Finished', is: [false, 0], because: 'unfinished' },
    ],
  },
  limeSurvey: {
    submittedAt: ['submitdate', 'Date submitted', 'submitdate. Date submitted', '提交日期'],
    blanks: ['N/A'],
    values: { A1: 1, A2: 2, A3: 3, A4: 4, A5: 5 },
    leaveOut: [
      {
        column: ['submitdate', 'Date submitted', 'submitdate. Date submitted', '提交日期'],
        is: [''],
        because: 'unfinished',
      },
    ],
  },
  moodleFeedback: { submittedAt: ['Date', '日期'], dateOrder: 'dayFirst' },
  moodleQuiz: {
    submittedAt: ['Completed', 'Completed on', '完成', '完成于', '完成时间'],
    dateOrder: 'dayFirst',
    blanks: ['-'],
    leaveOut: [
      {
        column: ['Last name', 'Surname', 'First name', '姓', '姓氏', '名'],
        is: ['Overall average', '总平均分', '总平均'],
        because: 'summary',
      },
      {
        column: ['State', 'Status', '状态'],
        is: ['In progress', 'Never submitted', 'Overdue', 'Abandoned', '进行中', '从未提交'],
        because: 'unfinished',
      },
    ],
  },
  typeform: {
    submittedAt: ['Submit Date (UTC)', 'Submitted At'],
    zone: 'UTC',
    leaveOut: [
      { column: 'Response Type', is: ['partial', 'started'], because: 'unfinished' },
      { column: 'Submit Date (UTC)', is: [''], because: 'unfinished' },
    ],
  },
} as const satisfies Readonly<Record<string, SurveyColumns>>

export type SurveyTool = keyof typeof surveyColumns

/**
 * Words of Chinese questionnaires as steps from 1 to 5: how satisfied, whether they agree, how important, how fitting, how willing. A questionnaire says 非常满意 and 比较满意, or 很满意 and 满意: where
 * yours has other steps, give your own `values` with the question.
 *
 * @example
 * ```ts
 * import { fiveSteps } from 'training-ops/interop'
 * fiveSteps['非常满意'] // => 5
 * ```
 */
export const fiveSteps: Readonly<Record<string, number>> = /* @__PURE__ */ Object.fromEntries([
  ...['满意', '同意', '重要', '符合', '愿意'].flatMap((word): readonly (readonly [string, number])[] => [
    [`非常不${word}`, 1],
    [`很不${word}`, 1],
    [`不${word}`, 2],
    [`比较不${word}`, 2],
    [word, 4],
    [`比较${word}`, 4],
    [`很${word}`, 5],
    [`非常${word}`, 5],
  ]),
  ...[
    ['完全不同意', 1] as const,
    ['一般', 3] as const,
    ['中立', 3] as const,
    ['不确定', 3] as const,
    ['不一定', 3] as const,
    ['完全同意', 5] as const,
  ],
])

/**
 * The steps of English questionnaires from 1 to 5, as SurveyMonkey, Qualtrics and the others offer them.
 *
 * @example
 * ```ts
 * import { fiveStepsEnglish } from 'training-ops/interop'
 * fiveStepsEnglish['Strongly agree'] // => 5
 * ```
 */
export const fiveStepsEnglish: Readonly<Record<string, number>> = {
  'Strongly disagree': 1,
  Disagree: 2,
  'Neither agree nor disagree': 3,
  Neutral: 3,
  Agree: 4,
  'Strongly agree': 5,
  'Very dissatisfied': 1,
  Dissatisfied: 2,
  'Neither satisfied nor dissatisfied': 3,
  Satisfied: 4,
  'Very satisfied': 5,
}

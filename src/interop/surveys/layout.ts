/** Where an export of a survey tool keeps what: the columns of a row, by their headings. */
export type SurveyLayout = {
  /** The heading of the time of submission. */
  readonly submittedAt: string
  /** The heading of the respondent's own number: 工号, 学号. None where answers are anonymous. */
  readonly respondent?: string
  /** The heading of each question, and the item it is. */
  readonly questions: Readonly<Record<string, string>>
  /** What a text stands for, on every question: `{ 非常满意: 5 }`. Numbers stand for themselves. */
  readonly values?: Readonly<Record<string, number>>
  /** Texts that stand for no answer, beside the empty one. */
  readonly blanks?: readonly string[]
}

type Columns = Pick<SurveyLayout, 'submittedAt' | 'blanks'>

/**
 * The headings the survey tools give their own columns: 问卷星 (Wenjuanxing), 腾讯问卷 (Tencent Survey) and 雨课堂 (Rain
 * Classroom). Questions, and the column of the respondent's number, have the headings their author gave them.
 *
 * @example
 * ```ts
 * import { surveyColumns } from 'training-ops/interop'
 * surveyColumns.wenjuanxing.submittedAt // => '提交答卷时间'
 * ```
 */
export const surveyColumns: Readonly<Record<'wenjuanxing' | 'tencentSurvey' | 'rainClassroom', Columns>> = {
  wenjuanxing: { submittedAt: '提交答卷时间', blanks: ['(跳过)', '(空)'] },
  tencentSurvey: { submittedAt: '结束答题时间', blanks: ['-'] },
  rainClassroom: { submittedAt: '提交时间', blanks: ['未作答'] },
}

/**
 * The five steps of satisfaction and of agreement in Chinese questionnaires, as 1 to 5.
 *
 * @example
 * ```ts
 * import { fiveSteps } from 'training-ops/interop'
 * fiveSteps['非常满意'] // => 5
 * ```
 */
export const fiveSteps: Readonly<Record<string, number>> = {
  非常不满意: 1,
  不满意: 2,
  一般: 3,
  满意: 4,
  非常满意: 5,
  非常不同意: 1,
  不同意: 2,
  中立: 3,
  同意: 4,
  非常同意: 5,
}

/** The rows of a survey as commands: what is read here is accepted by the decision, or it is told why not. */

import {
  type AnonymousAnswer,
  anonymousBatch,
  type GivenAnswer,
  type InstrumentItem,
  theAnswersFit,
} from '../../evaluation/index.ts'
import { responseKey } from '../../evaluation/shapes.ts'
import type { Command } from '../../kernel/index.ts'
import { derivedId, personId } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import type { SurveyLayout } from './layout.ts'
import {
  type BadCell,
  type ReadSurvey,
  readSurvey,
  type SurveyResponse,
  type SurveySheet,
  textItemOf,
} from './read.ts'

/** A row that is taken in: what a survey tool's export says of one respondent. */
export type SubmittedRow = {
  readonly at: string
  readonly administrationId: string
  readonly respondentId: string
  readonly learnerId: string
  readonly answers: SurveyResponse['answers']
  readonly brokenOff: boolean
  readonly notAsked: readonly string[]
}

export type SurveyCommands<C> = Pick<ReadSurvey, 'bad' | 'leftOut'> & { readonly commands: readonly C[] }

/** Reading the rows of a survey that asks each respondent about themself. */
export type SurveyReading = {
  readonly administrationId: string
  readonly layout: SurveyLayout
  /** The zone of the administration, by whose days anonymous answers are dated; and of the tool's times, where the layout says none. */
  readonly zone: string
  /** The items of the administration's instrument. With them an answer off its scale is told here, by its cell. */
  readonly items?: readonly InstrumentItem[]
}

/** The heading of an item's column. */
const columnOf = ({ questions }: SurveyLayout, itemId: string): string =>
  Object.entries(questions).find(([, question]) =>
    typeof question === 'string'
      ? question === itemId
      : question.itemId === itemId || textItemOf(question) === itemId,
  )?.[0] ?? ''

/** Answers that the items do not allow, by the same rules as the decision's, and questions that are none of them. */
const misfitsOf = (
  { row, answers, notAsked }: SurveyResponse,
  { layout, items }: Pick<SurveyReading, 'layout' | 'items'>,
): readonly BadCell[] => {
  if (items === undefined) return []
  const misfits = answers.flatMap((answer): BadCell[] => {
    const refused = theAnswersFit(items, { answers: [answer], brokenOff: true })
    if (refused === false) return []
    const column = columnOf(layout, answer.itemId)
    const code = refused.code === 'Unknown' ? 'NotAnItem' : 'AnswerDoesNotFit'
    return [{ row, column, code, cell: shortly(answer) }]
  })
  const unknown = notAsked.filter((one) => !items.some(({ itemId }) => itemId === one))
  return [
    ...misfits,
    ...unknown.map((one): BadCell => ({ row, column: columnOf(layout, one), code: 'NotAnItem' })),
  ]
}

/** An answer as it can be told beside its cell; what somebody wrote is not repeated. */
const shortly = (answer: GivenAnswer): string => {
  if ('value' in answer) return String(answer.value)
  if ('option' in answer) return answer.option
  if ('options' in answer) return answer.options.join(', ').slice(0, 200)
  return 'number' in answer ? String(answer.number / 10 ** answer.decimals) : answer.itemId
}

const readWith = (rows: SurveySheet, reading: SurveyReading): ReadSurvey => {
  const { layout, zone } = reading
  const { responses, bad, leftOut } = readSurvey(rows, { zone, ...layout })
  const misfits = responses.map((response) => misfitsOf(response, reading))
  return {
    responses: responses.filter((_, at) => misfits[at]?.length === 0),
    bad: [...bad, ...misfits.flat()],
    leftOut,
  }
}

const isBrokenOff = ({ leftEmpty }: SurveyResponse): boolean => leftEmpty.length > 0

/**
 * The rows of a survey tool's export as `SubmitResponse` commands, read as `readSurvey` reads them. `respondentIdOf`
 * finds the id of whoever the respondent's cell names, where that is a number, a mail address or a hash of one.
 * Importing a file twice changes nothing: the id of a command is made of the administration and the respondent. A row
 * with questions left empty is an answer that was broken off: what is there counts. Questions the survey jumped over are
 * `notAsked`.
 *
 * Result: a command for each row that could be read, each cell that could not (with its row, column and reason), and
 * the rows left out on purpose. Was the respondent invited, and is the window open: that is the decision's to say.
 *
 * @example
 * ```ts
 * import { fiveSteps, responsesFromRows, surveyColumns } from 'training-ops/interop'
 * const { commands, bad } = responsesFromRows(
 *   [
 *     { 提交答卷时间: '2026/3/3 9:05:00', 工号: 'p017', '1、讲师水平': '非常满意' },
 *     { 提交答卷时间: '2026/3/3 9:06:00', 工号: 'p018', '1、讲师水平': '还行' },
 *   ],
 *   {
 *     administrationId: 'a-1',
 *     zone: 'Asia/Shanghai',
 *     layout: { ...surveyColumns.wenjuanxing, respondent: '工号', questions: { '1、讲师水平': 'trainer' }, values: fiveSteps },
 *   },
 * )
 * commands.map(({ data }) => data.at) // => ['2026-03-03T01:05:00.000Z']
 * bad // => [{ row: 2, column: '1、讲师水平', code: 'NotAnAnswer', cell: '还行' }]
 * ```
 */
export const responsesFromRows = (
  rows: SurveySheet,
  reading: SurveyReading & { readonly respondentIdOf?: (respondent: string) => string | undefined },
): SurveyCommands<Command<'SubmitResponse', SubmittedRow>> =>
  needing('responsesFromRows', 'a reading with administrationId, zone and layout', () => {
    const { administrationId, layout, respondentIdOf = (respondent: string) => respondent } = reading
    const { responses, bad, leftOut } = readWith(rows, reading)
    const faults: BadCell[] = []
    const taken = new Set<string>()
    const commands = responses.flatMap((response) => {
      const { row, at, respondent = '', answers } = response
      const fault = (code: BadCell['code']) => {
        const cell = respondent === '' ? {} : { cell: respondent }
        faults.push({ row, column: layout.respondent ?? '', code, ...cell })
        return []
      }
      if (respondent === '') return fault('NoRespondent')
      const respondentId = respondentIdOf(respondent)
      if (respondentId === undefined) return fault('UnknownRespondent')
      if (!personId.safeParse(respondentId).success) return fault('NotAnId')
      if (taken.has(respondentId)) return fault('RespondentTwice')
      taken.add(respondentId)
      const data = { at, administrationId, respondentId, learnerId: respondentId, answers }
      return [
        {
          type: 'SubmitResponse' as const,
          data: { ...data, brokenOff: isBrokenOff(response), notAsked: response.notAsked },
          metadata: { commandId: derivedId(administrationId, respondentId, 'imported') },
        },
      ]
    })
    return { commands, bad: [...bad, ...faults].sort((a, b) => a.row - b.row), leftOut }
  })

/**
 * The same of an anonymous survey, as the commands of one `anonymousBatch`: give each row a random key (`keyOf`, at least
 * 16 characters, from your own source of chance; the tool's serial number 序号 tells who came first). Redeem as many
 * invitations before. The day of an answer is the local day of the reading's `zone`, which is the administration's; its hour is not kept.
 *
 * @example
 * ```ts
 * import { anonymousResponsesFromRows, surveyColumns } from 'training-ops/interop'
 * const keys = ['f3b1c09a77e24d51', '07cc2ab94e1f8a36']
 * const { commands } = anonymousResponsesFromRows(
 *   [
 *     { 提交答卷时间: '2026-03-03 09:05:00', Q1: '5' },
 *     { 提交答卷时间: '2026-03-03 09:06:00', Q1: '2' },
 *   ],
 *   {
 *     administrationId: 'a-1',
 *     zone: 'Asia/Shanghai',
 *     layout: { ...surveyColumns.wenjuanxing, questions: { Q1: 'clear' } },
 *     keyOf: (row) => keys[row - 1] ?? '',
 *   },
 * )
 * commands.map(({ metadata }) => metadata.commandId) // => ['a-1.07cc2ab94e1f8a36', 'a-1.f3b1c09a77e24d51']
 * ```
 */
export const anonymousResponsesFromRows = (
  rows: SurveySheet,
  reading: SurveyReading & { readonly keyOf: (row: number) => string },
): SurveyCommands<Command<'SubmitAnonymousResponse'>> =>
  needing('anonymousResponsesFromRows', 'a reading with administrationId, zone, layout and keyOf', () => {
    const { administrationId, zone, keyOf } = reading
    const { responses, bad, leftOut } = readWith(rows, reading)
    const keyed = responses.map((response) => ({ response, responseId: keyOf(response.row) }))
    const keys = new Map<string, number>()
    for (const { responseId } of keyed) keys.set(responseId, (keys.get(responseId) ?? 0) + 1)
    const isKey = (key: string) => responseKey.safeParse(key).success && keys.get(key) === 1
    const answers = keyed
      .filter(({ responseId }) => isKey(responseId))
      .map(
        ({ response, responseId }): AnonymousAnswer => ({
          at: response.at,
          administrationId,
          responseId,
          answers: response.answers,
          brokenOff: isBrokenOff(response),
          notAsked: response.notAsked,
        }),
      )
    const faults = keyed
      .filter(({ responseId }) => !isKey(responseId))
      .map(({ response: { row } }): BadCell => ({ row, column: '', code: 'NoKey' }))
    return {
      commands: anonymousBatch(answers, { zone }),
      bad: [...bad, ...faults].sort((a, b) => a.row - b.row),
      leftOut,
    }
  })

/** The rows of a survey as commands: what is read here is accepted by the decision, or it is told why not. */

import {
  type AnonymousAnswer,
  anonymousBatch,
  type GivenAnswer,
  type InstrumentItem,
  theAnswersFit,
} from '../../evaluation/index.ts'
import { items as itemsOf, responseKey } from '../../evaluation/shapes.ts'
import type { Command } from '../../kernel/index.ts'
import { derivedId, personId } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import type { SurveyLayout } from './layout.ts'
import {
  type BadCell,
  byRow,
  onceEach,
  type ReadSurvey,
  readRows,
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
  readonly answers: SurveyResponse['answers'][number][]
  readonly brokenOff: boolean
  readonly notAsked: string[]
}

export type SurveyCommands<C> = Pick<ReadSurvey, 'bad' | 'leftOut'> & { readonly commands: readonly C[] }

/** Reading the rows of a survey that asks each respondent about themself. */
export type SurveyReading = {
  readonly administrationId: string
  readonly layout: SurveyLayout
  /** The zone of the administration, by whose days anonymous answers are dated; and of the tool's times, where the layout says none. */
  readonly zone: string
  /**
   * The items of the administration's instrument. With them an answer off its scale is told here, by its cell, and a required
   * item that the layout does not name.
   */
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
  response: SurveyResponse,
  layout: SurveyLayout,
  items: readonly InstrumentItem[] | undefined,
): readonly BadCell[] => {
  if (items === undefined) return []
  const { row, answers, notAsked } = response
  const misfits = answers.flatMap((answer): BadCell[] => {
    const refused = theAnswersFit(items, { answers: [answer], brokenOff: true })
    if (refused === false) return []
    const column = columnOf(layout, answer.itemId)
    const code = refused.code === 'Unknown' ? 'NotAnItem' : 'AnswerDoesNotFit'
    return [{ row, column, code, cell: shortly(answer) }]
  })
  const unknown = notAsked.filter((one) => !items.some(({ itemId }) => itemId === one))
  const told = [
    ...misfits,
    ...unknown.map((one): BadCell => ({ row, column: columnOf(layout, one), code: 'NotAnItem' })),
  ]
  if (told.length > 0) return told
  // A question that no column answers was not left empty by this person: the layout does not name it.
  const refused = theAnswersFit(items, { answers, brokenOff: isBrokenOff(response), notAsked })
  if (refused === false) return []
  const missing = 'items' in refused ? { cell: refused.items.join(', ').slice(0, 200) } : {}
  return [{ row, column: '', code: 'RequiredItemMissing', ...missing }]
}

/** An answer as it can be told beside its cell; what somebody wrote is not repeated. */
const shortly = (answer: GivenAnswer): string => {
  if ('value' in answer) return String(answer.value)
  if ('option' in answer) return answer.option
  if ('options' in answer) return answer.options.join(', ').slice(0, 200)
  return 'number' in answer ? String(answer.number / 10 ** answer.decimals) : answer.itemId
}

/** The responses that the items allow. `whoseOf` says whose one is, or why it is nobody's. */
const readWith = (
  rows: SurveySheet,
  reading: SurveyReading,
  whoseOf: (response: SurveyResponse) => string | BadCell | undefined,
): ReadSurvey & { readonly whose: ReadonlyMap<SurveyResponse, string> } => {
  const { layout, zone } = reading
  // Fields that an item leaves out are as in the instrument: it is required, and a number has no decimals.
  const items = reading.items === undefined ? undefined : itemsOf.parse(reading.items)
  const { responses, bad, leftOut } = readRows(rows, { zone, ...layout })
  const whose = new Map<SurveyResponse, string>()
  const faults = responses.map((response): readonly BadCell[] => {
    const who = whoseOf(response)
    if (typeof who === 'object') return [who]
    if (who !== undefined) whose.set(response, who)
    return misfitsOf(response, layout, items)
  })
  const fitting = responses.filter((_, at) => faults[at]?.length === 0)
  const read = { responses: fitting, bad: byRow([...bad, ...faults.flat()]), leftOut }
  return { ...onceEach(read, layout, (response) => whose.get(response)), whose }
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
  needing(
    'responsesFromRows',
    'a reading with administrationId, zone and layout, and items as declared',
    () => {
      const { administrationId, layout, respondentIdOf = (respondent: string) => respondent } = reading
      const whoseOf = ({ row, respondent = '' }: SurveyResponse): string | BadCell => {
        const fault = (code: BadCell['code']): BadCell => {
          const cell = respondent === '' ? {} : { cell: respondent }
          return { row, column: layout.respondent ?? '', code, ...cell }
        }
        if (respondent === '') return fault('NoRespondent')
        const respondentId = respondentIdOf(respondent)
        if (respondentId === undefined) return fault('UnknownRespondent')
        return personId.safeParse(respondentId).success ? respondentId : fault('NotAnId')
      }
      const { responses, bad, leftOut, whose } = readWith(rows, reading, whoseOf)
      const commands = responses.map((response) => {
        const { at, answers, notAsked } = response
        const respondentId = whose.get(response) as string
        const data = { at, administrationId, respondentId, learnerId: respondentId, answers: [...answers] }
        return {
          type: 'SubmitResponse' as const,
          data: { ...data, brokenOff: isBrokenOff(response), notAsked: [...notAsked] },
          metadata: { commandId: derivedId(administrationId, respondentId, 'imported') },
        }
      })
      return { commands, bad, leftOut }
    },
  )

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
  needing(
    'anonymousResponsesFromRows',
    'a reading with administrationId, zone, layout and keyOf, and items as declared',
    () => {
      const { administrationId, zone, keyOf } = reading
      const { responses, bad, leftOut } = readWith(rows, reading, ({ respondent }) => respondent)
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
        bad: byRow([...bad, ...faults]),
        leftOut,
      }
    },
  )

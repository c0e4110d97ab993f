/** Answers that are told option by option, or as a number: how many people chose what. */

import type { Purpose } from '../../evaluation/events.ts'
import {
  type MetricEntry,
  type MetricResult,
  meanNumber,
  meanNumberEntry,
  meanRanks,
  meanRanksEntry,
  optionShares,
  optionSharesEntry,
  suppressed,
  tellsOnPeople,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { derivedId, given } from '../../vocabulary/index.ts'
import { type CountedResponse, type KirkpatrickFigure, studyFigure, whoGave } from '../kirkpatrick/figure.ts'
import { isOpinion, type Questionnaire, questionnairesOf } from './questionnaires.ts'

/** The answer of one person: options, those put first in front, or a number. */
type Answer = readonly string[] | number
export type PersonsAnswer = { readonly response: CountedResponse; readonly answer: Answer }

/** A question and what each person answered to it, the last time they were asked. */
export type AnsweredQuestion = {
  readonly itemId: string
  /** Its parts that are told one by one: options, themes, steps of a scale. One without a name, of a number. */
  readonly parts: readonly (string | undefined)[]
  readonly unit?: string
  readonly given: readonly PersonsAnswer[]
  /** Answers of people who gave another later. */
  readonly earlier: readonly PersonsAnswer[]
  /** The answer to this part, as a number: the same number for people who said the same. */
  readonly compared: (answer: Answer, part: string | undefined) => number
  readonly measure: (answers: readonly Answer[]) => Readonly<Record<string, MetricResult>>
  readonly entry: MetricEntry
}

export const listed = (answer: Answer): readonly string[] => (typeof answer === 'number' ? [] : answer)

/** Each person once, with what they said last. */
const eachOnce = (
  responses: readonly CountedResponse[],
  answerIn: (response: CountedResponse) => Answer | undefined,
): Pick<AnsweredQuestion, 'given' | 'earlier'> => {
  const who = whoGave(responses)
  const last = new Map<string, PersonsAnswer>()
  const earlier: PersonsAnswer[] = []
  for (const [at, response] of responses.entries()) {
    const answer = answerIn(response)
    if (answer === undefined) continue
    const person = who[at] as string
    const known = last.get(person)
    const isLater = known === undefined || response.at >= known.response.at
    if (isLater) last.set(person, { response, answer })
    if (known !== undefined) earlier.push(isLater ? known : { response, answer })
  }
  return { given: [...last.values()], earlier }
}

/** Where one option was chosen, or put first, all options are told of the same answer. */
const byFirst =
  (options: readonly string[]): AnsweredQuestion['compared'] =>
  (answer) =>
    options.indexOf(listed(answer)[0] ?? '')

/** Where several may be chosen, each option is a question of its own: chosen or not. */
export const byEach: AnsweredQuestion['compared'] = (answer, part = '') =>
  listed(answer).includes(part) ? 1 : 0

const sharesOf =
  (options: readonly string[], counted: 'chosen' | 'first' = 'chosen'): AnsweredQuestion['measure'] =>
  (answers) =>
    optionShares({ answers: answers.map(listed), options, counted, sampled: true })

/** Themes that fewer people raised than may be told of are told together. */
export const otherThemes = 'otherThemes'

const byThemes = (
  k: number,
  { given, earlier }: Pick<AnsweredQuestion, 'given' | 'earlier'>,
): Pick<AnsweredQuestion, 'parts' | 'given' | 'earlier' | 'measure'> => {
  const raised = new Map<string, number>()
  for (const { answer } of given)
    for (const theme of listed(answer)) raised.set(theme, (raised.get(theme) ?? 0) + 1)
  const often = [...raised].filter(([, people]) => people >= k).map(([theme]) => theme)
  const withOtherThemes = ({ response, answer }: PersonsAnswer): PersonsAnswer => ({
    response,
    answer: [...new Set(listed(answer).map((theme) => (often.includes(theme) ? theme : otherThemes)))],
  })
  const parts = [...often.sort(), ...(often.length < raised.size ? [otherThemes] : [])]
  const all = given.map(withOtherThemes)
  const others = all.filter(({ answer }) => listed(answer).includes(otherThemes)).length
  return {
    parts,
    given: all,
    earlier: earlier.map(withOtherThemes),
    measure: (answers) => ({
      ...sharesOf(parts)(answers),
      ...(others > 0 && others < k ? { [otherThemes]: suppressed(answers.length, k) } : {}),
    }),
  }
}

/** The questions of a questionnaire whose answers are told part by part: those with options, words or numbers, and matrices. */
export const answeredQuestionsOf = ({
  k,
  items,
  unscaled,
  responses,
}: Questionnaire): readonly AnsweredQuestion[] => {
  const rows = items.filter((item) => item.matrix !== undefined && isOpinion(item))
  return [
    ...unscaled.map((item): AnsweredQuestion => {
      const { itemId } = item
      if (item.kind === 'number') {
        const measure: AnsweredQuestion['measure'] = (answers) => ({
          '': meanNumber({ answers: answers.map(Number), sampled: true }),
        })
        const once = eachOnce(responses, ({ numbers }) => numbers[itemId])
        const of = { itemId, parts: [undefined], unit: item.unit, ...once }
        return { ...of, compared: Number, measure, entry: meanNumberEntry }
      }
      const once = eachOnce(responses, ({ chosen }) => chosen[itemId])
      if (item.kind === 'text') {
        return { itemId, ...byThemes(k, once), compared: byEach, entry: optionSharesEntry }
      }
      const parts = item.options
      const compared = item.kind === 'choices' ? byEach : byFirst(parts)
      const measure = sharesOf(parts, item.kind === 'ranking' ? 'first' : 'chosen')
      return { itemId, parts, ...once, compared, measure, entry: optionSharesEntry }
    }),
    ...rows.map(({ itemId, scale: { min, max } }): AnsweredQuestion => {
      const parts = Array.from({ length: max - min + 1 }, (_, step) => String(min + step))
      const once = eachOnce(responses, ({ values }) =>
        values[itemId] === undefined ? undefined : [String(values[itemId])],
      )
      return {
        itemId,
        parts,
        ...once,
        compared: byFirst(parts),
        measure: sharesOf(parts),
        entry: optionSharesEntry,
      }
    }),
  ]
}

/** Whether a figure of these people would tell what one of them said. */
export const tellsOn = (
  { compared }: Pick<AnsweredQuestion, 'compared'>,
  given: readonly PersonsAnswer[],
  part: string | undefined,
  k: number,
): boolean => tellsOnPeople({ n: given.length, range: rangeOf({ compared }, given, part) }, k)

export const rangeOf = (
  { compared }: Pick<AnsweredQuestion, 'compared'>,
  given: readonly PersonsAnswer[],
  part: string | undefined,
): readonly [number, number] => {
  const all = given.map(({ answer }) => compared(answer, part))
  return [Math.min(...all), Math.max(...all)]
}

/** Of a matrix all answers are told elsewhere, by its means: taking the last ones from them leaves the earlier ones. */
const earlierWouldBeTold = (question: AnsweredQuestion, part: string | undefined, k: number): boolean => {
  const people = new Set(question.earlier.map(({ response }) => response.respondentId)).size
  const range = rangeOf(question, question.earlier, part)
  return tellsOnPeople({ n: people, range }, k)
}

/** The level the answers are evidence at; the purpose, where the same questions are asked for others too. */
type AskedFor = { readonly level: KirkpatrickFigure['level']; readonly purpose?: Purpose }
const opinions: AskedFor = { level: 1 }

const placesOf = (
  { name, k, unscaled }: Questionnaire,
  { itemId, given }: AnsweredQuestion,
  askedFor: AskedFor,
): readonly KirkpatrickFigure[] => {
  const item = unscaled.find((one) => one.itemId === itemId)
  if (item?.kind !== 'ranking') return []
  const answers = given.map(({ answer }) => listed(answer))
  const ranks = meanRanks({ answers, options: item.options, sampled: true })
  const compared: AnsweredQuestion['compared'] = (answer, part = '') => listed(answer).indexOf(part)
  const ranked = (option: string) => given.filter(({ answer }) => listed(answer).includes(option))
  // the places of a ranking add up: one that is hidden could be reckoned from the others
  const isHidden = item.options.some((option) => tellsOn({ compared }, ranked(option), option, k))
  return item.options.flatMap((option) => {
    const result = ranks[option]
    return result === undefined
      ? []
      : [
          figureUnder(
            meanRanksEntry,
            name,
            { item: itemId, option },
            isHidden ? suppressed(given.length, k) : result,
            askedFor,
          ),
        ]
  })
}

const figureUnder = (
  entry: MetricEntry,
  instrument: string,
  of: { readonly item: string; readonly option?: string; readonly measuredIn?: string },
  result: MetricResult,
  { level, purpose }: AskedFor,
): KirkpatrickFigure => {
  const { item, option } = of
  const name = [instrument, purpose, item, option].filter((part) => part !== undefined)
  const figure = studyFigure(entry, { level, of: { instrument, ...given({ purpose }), ...of }, name }, result)
  return figure.figure.length <= 128 ? figure : { ...figure, figure: derivedId(figure.figure) }
}

/** Shares per option and means of numbers, each person counted once; the means of places beside the shares of a ranking. */
export const answerFiguresOf = (
  questionnaire: Questionnaire,
  askedFor: AskedFor = opinions,
): readonly KirkpatrickFigure[] => {
  const { name, k, items } = questionnaire
  return answeredQuestionsOf(questionnaire).flatMap((question) => {
    const { itemId, parts, unit, given: answered, entry } = question
    const results = question.measure(answered.map(({ answer }) => answer))
    const isOfMatrix = items.some((item) => item.itemId === itemId)
    return [
      ...parts.map((part) => {
        const isHidden =
          tellsOn(question, answered, part, k) || (isOfMatrix && earlierWouldBeTold(question, part, k))
        const of = {
          item: itemId,
          ...given({ option: part, measuredIn: unit }),
        }
        const result = results[part ?? ''] as MetricResult
        return figureUnder(entry, name, of, isHidden ? suppressed(answered.length, k) : result, askedFor)
      }),
      ...placesOf(questionnaire, question, askedFor),
    ]
  })
}

/**
 * The choices of people, question by question (选项占比): for each option of a choice, of a choice of several, of a ranking, of a row
 * of a matrix, and for each theme that was read in open answers, the share of people who chose it, with its interval; and the
 * mean of each number asked for. Of reactions, pulses and needs surveys, and, each purpose apart (`of.purpose`), of tests, follow-ups
 * and observations, which count the people they are about. Each person counts once, with what was said last. Nothing is told of fewer
 * than `k` people, nor where fewer than `k` answered about others.
 *
 * @example
 * ```ts
 * import { answerFigures, kirkpatrickOfAdministration } from 'training-ops'
 * answerFigures(kirkpatrickOfAdministration.initial()) // => []
 * ```
 */
export const answerFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => [
  ...questionnairesOf(program, ['reaction', 'pulse', 'needs']).flatMap((one) => answerFiguresOf(one)),
  ...apart.flatMap((askedFor) =>
    questionnairesOf(program, [askedFor.purpose]).flatMap((one) => figuresOfPeople(one, askedFor)),
  ),
]

/** The choices in tests, follow-ups and observations; their questions on scales are told as scores and changes. */
export const choicesAboutPeople = (program: KirkpatrickState): readonly KirkpatrickFigure[] =>
  apart.flatMap((askedFor) =>
    questionnairesOf(program, [askedFor.purpose])
      .filter(({ unscaled }) => unscaled.length > 0)
      .flatMap((one) => figuresOfPeople({ ...one, items: [] }, askedFor)),
  )

/** Tests, follow-ups and observations ask the same questions more than once: each purpose is told apart. */
const apart = [
  { purpose: 'pretest', level: 2 },
  { purpose: 'posttest', level: 2 },
  { purpose: 'delayedTest', level: 2 },
  { purpose: 'followUp', level: 3 },
  { purpose: 'observation', level: 3 },
] as const

/** Of the people the answers are about, each once. The answers are also opinions of those who gave them: of too few, nothing is told. */
const figuresOfPeople = (questionnaire: Questionnaire, askedFor: AskedFor): readonly KirkpatrickFigure[] => {
  const { k, responses } = questionnaire
  const gave = new Set(whoGave(responses)).size
  const about = responses.map((one) => ({
    ...one,
    ...given({ respondentId: one.learnerId ?? one.respondentId }),
  }))
  const figures = answerFiguresOf({ ...questionnaire, responses: about }, askedFor)
  return gave >= k ? figures : figures.map((one) => ({ ...one, result: suppressed(gave, k) }))
}

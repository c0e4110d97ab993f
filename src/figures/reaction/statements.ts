/** The figures of reactions as statements about answers, for the audit of everything that is released together. */
import type { Item } from '../../evaluation/events.ts'
import {
  type AuditedAnswer,
  type AuditedQuestion,
  boxesOf,
  intentSharesEntry,
  itemDistributionEntry,
  meanNumberEntry,
  meanRanksEntry,
  netPromoterScoreEntry,
  optionSharesEntry,
  type Statement,
  subscaleScoresEntry,
  topTwoBoxEntry,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { type CountedResponse, type KirkpatrickFigure, minimumGroupSizeOf } from '../kirkpatrick/figure.ts'
import { type AnsweredQuestion, answeredQuestionsOf, byEach, listed, type PersonsAnswer } from './answers.ts'
import { agreement, byScale, isOpinion, type Questionnaire, questionnairesOf } from './questionnaires.ts'

/** Answers under their ids, and the questions they answer. */
export type AnswerRegister = {
  readonly answers: Map<string, AuditedAnswer>
  readonly questions: Record<string, AuditedQuestion>
}

type Scale = { readonly min: number; readonly max: number }

const ratedId = ({ key }: CountedResponse, itemId: string): string => `${key} ${itemId}`
const choiceId = ({ key }: CountedResponse, itemId: string, part: string | undefined): string =>
  `${key} ${itemId}:${part ?? ''}`
const placeId = ({ key }: CountedResponse, itemId: string, option: string): string =>
  `${key} ${itemId}#${option}`

const satisfiedSteps = (scale: Scale): readonly number[] =>
  Array.from({ length: boxesOf(scale) }, (_, step) => scale.max - step)

/** The share of satisfied answers to a question. */
export const satisfiedIn = (item: Item, responses: readonly CountedResponse[]): Statement => ({
  answers: responses
    .filter((response) => agreement(item, response) !== null)
    .map((response) => ratedId(response, item.itemId)),
  tells: satisfiedSteps(item.scale),
})

/** The share of an option or a theme, or the mean of a number, which its interval tells more of. */
export const choiceIn = (
  { itemId, parts, compared, entry }: AnsweredQuestion,
  part: string | undefined,
  given: readonly PersonsAnswer[],
): Statement => {
  const isNumber = entry.id === meanNumberEntry.id
  const isAlone = compared === byEach
  return {
    answers: given.map(({ response }) => choiceId(response, itemId, isAlone ? part : undefined)),
    tells: isNumber ? 'distribution' : isAlone ? [1] : [parts.indexOf(part)],
  }
}

/** Every answer to a reaction or a pulse, as the audit names it. */
export const registerReactions = (
  program: KirkpatrickState,
  { answers, questions }: AnswerRegister,
): void => {
  const add = (id: string, response: CountedResponse, question: string, value: number) =>
    answers.set(id, {
      id,
      person: response.respondentId ?? response.key,
      question,
      value,
      k: minimumGroupSizeOf(program, response.administrationId),
    })
  for (const questionnaire of questionnairesOf(program)) {
    const { name, items, unscaled, responses } = questionnaire
    for (const item of items.filter(isOpinion)) {
      const question = `${name}:${item.itemId}`
      questions[question] = { lowest: item.scale.min, highest: item.scale.max, steps: 'whole' }
      for (const response of responses) {
        const value = agreement(item, response)
        if (value !== null) add(ratedId(response, item.itemId), response, question, value)
      }
    }
    for (const asked of answeredQuestionsOf(questionnaire)) {
      if (items.some(({ itemId }) => itemId === asked.itemId)) continue
      const isAlone = asked.compared === byEach
      const isNumber = asked.entry.id === meanNumberEntry.id
      for (const part of isAlone ? asked.parts : [undefined]) {
        const question = [name, asked.itemId, ...(part === undefined ? [] : [part])].join(':')
        questions[question] = isNumber
          ? { lowest: -1e12, highest: 1e12 }
          : isAlone
            ? { lowest: 0, highest: 1, steps: 'whole' }
            : { lowest: -1, highest: asked.parts.length - 1, steps: 'named' }
        for (const { response, answer } of asked.given)
          add(choiceId(response, asked.itemId, part), response, question, asked.compared(answer, part))
      }
      const item = unscaled.find(({ itemId }) => itemId === asked.itemId)
      for (const option of item?.kind === 'ranking' ? item.options : []) {
        const question = `${name}:${asked.itemId}#${option}`
        questions[question] = { lowest: 0, highest: asked.parts.length - 1, steps: 'whole' }
        for (const { response, answer } of asked.given) {
          const place = listed(answer).indexOf(option)
          if (place >= 0) add(placeId(response, asked.itemId, option), response, question, place)
        }
      }
    }
  }
}

const ratedStatements = (
  { items, responses }: Questionnaire,
  { metric, of }: KirkpatrickFigure,
): readonly Statement[] => {
  const scaled = byScale(items.filter(isOpinion)).find(
    ({ scale }) => scale.min === of.min && scale.max === of.max,
  )
  if (scaled === undefined) return []
  const { scale } = scaled
  const columns = scaled.items.filter(({ itemId, subscale }) =>
    of.item === undefined ? of.subscale === undefined || of.subscale === subscale : of.item === itemId,
  )
  const rows = responses.map((response) =>
    columns.flatMap((item) => (agreement(item, response) === null ? [] : [ratedId(response, item.itemId)])),
  )
  if (metric !== subscaleScoresEntry.id) {
    const isShare = metric === topTwoBoxEntry.id || metric === intentSharesEntry.id
    return [{ answers: rows.flat(), tells: isShare ? satisfiedSteps(scale) : 'distribution' }]
  }
  // a score weighs an answer by how many its person gave: it is taken to tell the sum of each such group
  return [...new Set(rows.map(({ length }) => length))]
    .filter((length) => length > 0 && length * 2 >= columns.length)
    .map((length) => ({ answers: rows.filter((row) => row.length === length).flat(), tells: 'sum' }))
}

const choiceStatements = (
  questionnaire: Questionnaire,
  { metric, of }: KirkpatrickFigure,
): readonly Statement[] => {
  const asked = answeredQuestionsOf(questionnaire).find(({ itemId }) => itemId === of.item)
  if (asked === undefined) return []
  const { itemId, given } = asked
  const option = of.option === undefined ? undefined : String(of.option)
  const item = questionnaire.items.find((one) => one.itemId === itemId)
  if (item !== undefined) {
    const step = Number(option)
    const tells = [item.reverse ? item.scale.min + item.scale.max - step : step]
    return [{ answers: given.map(({ response }) => ratedId(response, itemId)), tells }]
  }
  if (metric !== meanRanksEntry.id) return [choiceIn(asked, option, given)]
  const ranked = given.filter(({ answer }) => listed(answer).includes(option ?? ''))
  const answers = ranked.map(({ response }) => placeId(response, itemId, option ?? ''))
  return [{ answers, tells: 'distribution' }]
}

const rated: readonly string[] = [
  topTwoBoxEntry,
  itemDistributionEntry,
  netPromoterScoreEntry,
  intentSharesEntry,
  subscaleScoresEntry,
].map(({ id }) => id)
const chosen: readonly string[] = [optionSharesEntry, meanNumberEntry, meanRanksEntry].map(({ id }) => id)

/** The sums and counts that a figure of reactions tells; none of one that tells no such thing. */
export const reactionStatements = (program: KirkpatrickState) => {
  const byName = new Map(questionnairesOf(program).map((one) => [one.name, one]))
  return (figure: KirkpatrickFigure): readonly Statement[] => {
    const questionnaire = byName.get(String(figure.of.instrument))
    if (questionnaire === undefined) return []
    if (rated.includes(figure.metric)) return ratedStatements(questionnaire, figure)
    return chosen.includes(figure.metric) ? choiceStatements(questionnaire, figure) : []
  }
}

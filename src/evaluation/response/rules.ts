import { Unknown } from '../../kernel/index.ts'
import { evaluationRejections } from '../rejections.ts'
import type { GivenAnswer, InstrumentItem } from '../shapes.ts'
import type { WrittenAnswersState } from './written.ts'

const {
  AnswerOffScale,
  AnswerOfAnotherKind,
  OptionUnknown,
  AnsweredThoughNotAsked,
  RaterIsNotSubject,
  RaterIsSubject,
  RequiredItemMissing,
  TooManyOptions,
} = evaluationRejections

const kindOf = ({ kind = 'scale' }: InstrumentItem | GivenAnswer) => kind

const within = (
  { itemId }: GivenAnswer,
  value: number,
  {
    min = Number.MIN_SAFE_INTEGER,
    max = Number.MAX_SAFE_INTEGER,
  }: { min?: number | undefined; max?: number | undefined },
) => (value < min || value > max) && AnswerOffScale({ item: itemId, value, min, max })

const optionsAreKnown = ({ itemId }: GivenAnswer, chosen: readonly string[], options: readonly string[]) => {
  const unknown = chosen.find((option) => !options.includes(option))
  return unknown !== undefined && OptionUnknown({ item: itemId, option: unknown, options })
}

/** Each kind of question has answers of its own. */
const fits = (item: InstrumentItem, answer: GivenAnswer) => {
  if (kindOf(item) !== kindOf(answer))
    return AnswerOfAnotherKind({ item: answer.itemId, kind: kindOf(answer), asked: kindOf(item) })
  if ('scale' in item) return 'value' in answer && within(answer, answer.value, item.scale)
  if (item.kind === 'number' && answer.kind === 'number') {
    const value = answer.number / 10 ** answer.decimals
    return answer.decimals > item.decimals
      ? AnswerOfAnotherKind({
          item: answer.itemId,
          kind: `${answer.decimals} decimals`,
          asked: `${item.decimals} decimals`,
        })
      : within(answer, value, item)
  }
  if ('options' in item && 'option' in answer) return optionsAreKnown(answer, [answer.option], item.options)
  if ('options' in item && 'options' in answer)
    return (
      optionsAreKnown(answer, answer.options, item.options) ||
      ('most' in item &&
        item.most !== undefined &&
        answer.options.length > item.most &&
        TooManyOptions({ item: answer.itemId, chosen: answer.options.length, most: item.most }))
    )
  return false
}

const everyAnswerFitsItsItem = (items: readonly InstrumentItem[], answers: readonly GivenAnswer[]) => {
  for (const answer of answers) {
    const item = items.find(({ itemId }) => itemId === answer.itemId)
    const refused = item === undefined ? Unknown({ what: 'item', id: answer.itemId }) : fits(item, answer)
    if (refused !== false) return refused
  }
  return false
}

type GivenAnswers = {
  readonly answers: readonly GivenAnswer[]
  readonly brokenOff: boolean
  readonly notAsked?: readonly string[]
}

/** A question that was not shown is one of the instrument, and is not answered. */
const whatWasNotAskedIsNotAnswered = (
  items: readonly InstrumentItem[],
  { answers, notAsked = [] }: GivenAnswers,
) => {
  const unknown = notAsked.find((one) => !items.some(({ itemId }) => itemId === one))
  if (unknown !== undefined) return Unknown({ what: 'item', id: unknown })
  const both = answers.flatMap(({ itemId }) => (notAsked.includes(itemId) ? [itemId] : []))
  return both.length > 0 && AnsweredThoughNotAsked({ items: both })
}

/** A person who leaves off in the middle is not asked to go on; a person who hands in answers what must be answered. */
const nothingRequiredIsLeftOut = (
  items: readonly InstrumentItem[],
  { answers, brokenOff, notAsked = [] }: GivenAnswers,
) => {
  if (brokenOff) return false
  const given = new Set([...answers.map(({ itemId }) => itemId), ...notAsked])
  const missing = items.filter(({ required, itemId }) => required && !given.has(itemId))
  return missing.length > 0 && RequiredItemMissing({ items: missing.map(({ itemId }) => itemId) })
}

/**
 * Whether answers fit the items of an instrument: each is to an item, of its kind and within its bounds, and unless the
 * respondent broke off none that is required and was asked is missing. The rejection that is in the way, or `false`.
 *
 * @example
 * ```ts
 * import { theAnswersFit } from 'training-ops'
 * const items = [{ itemId: 'useful', required: true, reverse: false, scale: { min: 1, max: 5 } }]
 * theAnswersFit(items, { answers: [{ itemId: 'useful', value: 5 }], brokenOff: false }) // => false
 * theAnswersFit(items, { answers: [{ itemId: 'useful', value: 6 }], brokenOff: false }) // => { code: 'AnswerOffScale', item: 'useful', value: 6, min: 1, max: 5 }
 * ```
 */
export const theAnswersFit = (items: readonly InstrumentItem[], command: GivenAnswers) =>
  everyAnswerFitsItsItem(items, command.answers) ||
  whatWasNotAskedIsNotAnswered(items, command) ||
  nothingRequiredIsLeftOut(items, command)

/** Only words are read for their themes, and only those somebody wrote. */
export const somethingWasWritten = (
  items: readonly InstrumentItem[],
  { themesOf }: WrittenAnswersState,
  itemId: string,
) => {
  const item = items.find((one) => one.itemId === itemId)
  if (item === undefined) return Unknown({ what: 'item', id: itemId })
  if (kindOf(item) !== 'text') return AnswerOfAnotherKind({ item: itemId, kind: 'text', asked: kindOf(item) })
  return themesOf[itemId] === undefined && RequiredItemMissing({ items: [itemId] })
}

/** Only an answer about oneself is given by the learner; an observation is always somebody else's. */
export const theRaterIsWhoTheyShouldBe = (
  { respondentId, learnerId, role }: { respondentId: string; learnerId: string; role: string },
  purpose: string,
) => {
  const same = respondentId === (learnerId as string)
  if (same && (role !== 'self' || purpose === 'observation')) return RaterIsSubject({ respondentId, role })
  return !same && role === 'self' && RaterIsNotSubject({ respondentId, learnerId })
}

import { Unknown } from '../../kernel/index.ts'
import { evaluationRejections } from '../rejections.ts'
import type { GivenAnswer, Item } from '../shapes.ts'

const { AnswerOffScale, RaterIsNotSubject, RaterIsSubject, RequiredItemMissing } = evaluationRejections

const everyAnswerIsToAnItem = (items: readonly Item[], answers: readonly GivenAnswer[]) => {
  const stray = answers.find(({ itemId }) => !items.some((item) => item.itemId === itemId))
  return stray !== undefined && Unknown({ what: 'item', id: stray.itemId })
}

const everyAnswerIsOnItsScale = (items: readonly Item[], answers: readonly GivenAnswer[]) => {
  for (const { itemId, value } of answers) {
    const scale = items.find((item) => item.itemId === itemId)?.scale
    if (scale !== undefined && (value < scale.min || value > scale.max))
      return AnswerOffScale({ item: itemId, value, min: scale.min, max: scale.max })
  }
  return false
}

/** Who leaves off in the middle is not asked to go on; who hands in answers what must be answered. */
const nothingRequiredIsLeftOut = (
  items: readonly Item[],
  { answers, brokenOff }: { readonly answers: readonly GivenAnswer[]; readonly brokenOff: boolean },
) => {
  if (brokenOff) return false
  const given = new Set(answers.map(({ itemId }) => itemId))
  const missing = items.filter(({ required, itemId }) => required && !given.has(itemId))
  return missing.length > 0 && RequiredItemMissing({ items: missing.map(({ itemId }) => itemId) })
}

/** Every answer is to a question, on its scale, and no answer that is required is missing. */
export const theAnswersFit = (
  items: readonly Item[],
  command: { readonly answers: readonly GivenAnswer[]; readonly brokenOff: boolean },
) =>
  everyAnswerIsToAnItem(items, command.answers) ||
  everyAnswerIsOnItsScale(items, command.answers) ||
  nothingRequiredIsLeftOut(items, command)

/** Only an answer about oneself is given by the learner; an observation is always somebody else's. */
export const theRaterIsWhoTheyShouldBe = (
  { respondentId, learnerId, role }: { respondentId: string; learnerId: string; role: string },
  purpose: string,
) => {
  const same = respondentId === (learnerId as string)
  if (same && (role !== 'self' || purpose === 'observation')) return RaterIsSubject({ respondentId, role })
  return !same && role === 'self' && RaterIsNotSubject({ respondentId, learnerId })
}

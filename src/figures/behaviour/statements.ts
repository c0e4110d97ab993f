/** The figures of behaviour as statements about what each rating says, for the audit of everything that is released together. */
import {
  applicationRateEntry,
  behaviourAdoptionEntry,
  behaviourChangeEntry,
  type MetricEntry,
  type Statement,
  scrapLearningEntry,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { type KirkpatrickFigure, strictestGroupSizeOf } from '../kirkpatrick/figure.ts'
import type { AnswerRegister } from '../reaction/statements.ts'
import { isLookedAt, ratingsIn } from './behaviour.ts'

/** Each rating under an id, as an answer of the learner and of the rater: neither may be told on. */
export const behaviourStatements = (program: KirkpatrickState, { answers, questions }: AnswerRegister) => {
  const ratings = ratingsIn(program)
  const k = strictestGroupSizeOf(program, isLookedAt)
  return ({ metric, of, options }: KirkpatrickFigure): readonly Statement[] => {
    const is = ({ id }: MetricEntry) => id === metric
    const adoptedFrom = Number(options.adoptedFrom)
    const isChange = is(behaviourChangeEntry)
    const found = isChange
      ? ratings.moved()
      : is(behaviourAdoptionEntry)
        ? ratings.adopted(String(of.role), adoptedFrom)
        : is(applicationRateEntry) || is(scrapLearningEntry)
          ? ratings.applied(adoptedFrom)
          : []
    if (found.length === 0) return []
    const name = isChange
      ? 'change'
      : is(behaviourAdoptionEntry)
        ? `adopted:${of.role}:${adoptedFrom}`
        : `applied:${adoptedFrom}`
    return (['learner', 'rater'] as const).map((whose) => {
      const question = `${name} ${whose}`
      questions[question] = isChange
        ? { lowest: -1000, highest: 1000 }
        : { lowest: 0, highest: 1, steps: 'whole' }
      return {
        answers: found.map(({ rating: { key, learnerId, respondentId }, value }) => {
          const id = `${key} ${question}`
          answers.set(id, {
            id,
            person: whose === 'learner' ? learnerId : (respondentId ?? key),
            question,
            value,
            k,
          })
          return id
        }),
        tells: isChange ? 'distribution' : [1],
      }
    })
  }
}

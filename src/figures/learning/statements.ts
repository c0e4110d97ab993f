/** The figures of learning as statements about what each person gained, for the audit of everything that is released together. */
import {
  classNormalisedGainEntry,
  effectSizeEntry,
  meanGainEntry,
  normalisedChangeEntry,
  pairedTEntry,
  retentionEntry,
  type Statement,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { type KirkpatrickFigure, strictestGroupSizeOf } from '../kirkpatrick/figure.ts'
import type { AnswerRegister } from '../reaction/statements.ts'
import { isTest, lastScores } from './learning.ts'
import { subscaleScoresOf } from './tests.ts'

type Gain = { readonly key: string; readonly person: string; readonly value: number }

const gained = [
  meanGainEntry,
  effectSizeEntry,
  classNormalisedGainEntry,
  normalisedChangeEntry,
  pairedTEntry,
].map(({ id }): string => id)

/** Everybody who was there both times, and what lies between. */
const gainsOf = (program: KirkpatrickState): ReadonlyMap<string, readonly Gain[]> => {
  const between = (from: 'pretest' | 'posttest', to: 'posttest' | 'delayedTest'): readonly Gain[] => {
    const [before, after] = [lastScores(program, from), lastScores(program, to)]
    return [...before].flatMap(([person, { scaled, key }]) => {
      const later = after.get(person)
      return later === undefined ? [] : [{ key: `${key} ${later.key}`, person, value: later.scaled - scaled }]
    })
  }
  return new Map([
    ['gain', between('pretest', 'posttest')],
    ['retention', between('posttest', 'delayedTest')],
    ...subscaleScoresOf(program).map(({ subscale, learners, keys, before, after }) => {
      const gains = learners.flatMap((person, at): Gain[] => {
        const [from, to] = [before[at] ?? null, after[at] ?? null]
        return from === null || to === null ? [] : [{ key: `${keys[at]}`, person, value: to - from }]
      })
      return [`gain:${subscale}`, gains] as const
    }),
  ])
}

/** Each gain under an id; and the statement that a figure makes of them: it is taken to tell every gain there was. */
export const learningStatements = (program: KirkpatrickState, { answers, questions }: AnswerRegister) => {
  const gains = gainsOf(program)
  const k = strictestGroupSizeOf(program, isTest)
  for (const [question, all] of gains) {
    questions[question] = { lowest: -1000, highest: 1000 }
    for (const { key, person, value } of all)
      answers.set(`${key} ${question}`, { id: `${key} ${question}`, person, question, value, k })
  }
  return ({ metric, of }: KirkpatrickFigure): readonly Statement[] => {
    const name =
      metric === retentionEntry.id ? 'retention' : of.subscale === undefined ? 'gain' : `gain:${of.subscale}`
    return gained.includes(metric) || metric === retentionEntry.id
      ? [{ answers: (gains.get(name) ?? []).map(({ key }) => `${key} ${name}`), tells: 'distribution' }]
      : []
  }
}

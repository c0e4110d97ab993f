import type { Item } from '../../evaluation/events.ts'
import { cronbachAlpha, responseRate, subscaleScores, topTwoBox } from '../../metrics/index.ts'
import { countedResponses, type KirkpatrickFigure, toldOf } from './figure.ts'
import type { GivenResponse, KirkpatrickState } from './state.ts'

/** All that was answered to one version of an instrument, by whichever class. */
type Questionnaire = {
  readonly name: string
  readonly items: readonly Item[]
  readonly k: number
  /** Who answered had been asked, in whichever order one learnt of it. */
  readonly invited: number
  readonly responses: readonly GivenResponse[]
}

const questionnairesOf = (program: KirkpatrickState): readonly Questionnaire[] => {
  const responses = countedResponses(program)
  const byVersion = new Map<string, { items: readonly Item[]; k: number; administrations: Set<string> }>()
  for (const [administrationId, { instrumentId, version, purpose, items, k }] of Object.entries(
    program.asked,
  )) {
    if (purpose !== 'reaction') continue
    const name = `${instrumentId}/${version}`
    const known = byVersion.get(name)
    if (known === undefined) byVersion.set(name, { items, k, administrations: new Set([administrationId]) })
    else {
      known.k = Math.max(known.k, k)
      known.administrations.add(administrationId)
    }
  }
  return [...byVersion].map(([name, { items, k, administrations }]) => ({
    name,
    items,
    k,
    invited: Object.values({ ...program.responses, ...program.invited }).filter((one) =>
      administrations.has(one.administrationId),
    ).length,
    responses: responses.filter((one) => administrations.has(one.administrationId)),
  }))
}

/** The answer as agreement: a question put the other way round is turned. */
const agreement = ({ itemId, scale, reverse }: Item, { values }: GivenResponse): number | null => {
  const value = values[itemId]
  if (value === undefined) return null
  return reverse ? scale.min + scale.max - value : value
}

const isOpinion = ({ key, maxScore }: Item): boolean => key === undefined && maxScore === undefined

const rated = ({ name, items, k, responses }: Questionnaire): readonly KirkpatrickFigure[] => {
  const opinions = items.filter(isOpinion)
  const scales = new Map(opinions.map(({ scale }) => [`${scale.min} to ${scale.max}`, scale]))
  return [...scales.values()].flatMap((scale) => {
    const ofScale = opinions.filter((item) => item.scale.min === scale.min && item.scale.max === scale.max)
    const rows = responses.map((response) => ofScale.map((item) => agreement(item, response)))
    const named = [...new Set(ofScale.flatMap(({ subscale }) => (subscale === undefined ? [] : [subscale])))]
    const columnsOf = (subscale: string) =>
      ofScale.flatMap((item, column) => (item.subscale === subscale ? [column] : []))
    const scores = subscaleScores({
      answers: rows,
      subscales: Object.fromEntries(named.map((subscale) => [subscale, columnsOf(subscale)])),
      scale,
    })
    const ofItems = ofScale.map(({ itemId, subscale }, column): KirkpatrickFigure => {
      const answers = rows.map((row) => row[column] ?? null)
      const people = answers.filter((answer) => answer !== null).length
      return {
        figure: `topTwoBox:${name}:${itemId}`,
        calculator: 'topTwoBox',
        level: 1,
        of: {
          instrument: name,
          item: itemId,
          min: scale.min,
          max: scale.max,
          ...(subscale === undefined ? {} : { subscale }),
        },
        result: toldOf(k, people, topTwoBox({ answers, scale, sampled: false })),
      }
    })
    const ofSubscales = named.flatMap((subscale): KirkpatrickFigure[] => {
      const columns = columnsOf(subscale)
      const of = { instrument: name, subscale, min: scale.min, max: scale.max }
      const where = `${name}:${subscale}:${scale.min}-${scale.max}`
      const score = scores[subscale]
      const figures: KirkpatrickFigure[] = []
      if (score !== undefined)
        figures.push({
          figure: `subscaleScores:${where}`,
          calculator: 'subscaleScores',
          level: 1,
          of,
          result: score.status === 'ok' ? toldOf(k, score.n, score) : score,
        })
      if (columns.length > 1) {
        const scored = rows.map((row) => columns.map((column) => row[column] ?? null))
        figures.push({
          figure: `cronbachAlpha:${where}`,
          calculator: 'cronbachAlpha',
          level: 1,
          of,
          result: toldOf(k, responses.length, cronbachAlpha({ scores: scored })),
        })
      }
      return figures
    })
    const ofAll: KirkpatrickFigure = {
      figure: `topTwoBox:${name}:${scale.min}-${scale.max}`,
      calculator: 'topTwoBox',
      level: 1,
      of: { instrument: name, min: scale.min, max: scale.max },
      result: toldOf(k, responses.length, topTwoBox({ answers: rows.flat(), scale, sampled: false })),
    }
    return [ofAll, ...ofItems, ...ofSubscales]
  })
}

const cameBack = ({ name, items, invited, responses }: Questionnaire): KirkpatrickFigure => ({
  figure: `responseRate:${name}`,
  calculator: 'responseRate',
  level: 1,
  of: { instrument: name },
  result: responseRate({
    eligible: invited,
    valid: responses.filter(({ values }) => Object.keys(values).length * 2 >= items.length).length,
  }),
})

/** Level 1 (反应层): what those who came thought of it. */
export const reactionFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] =>
  questionnairesOf(program).flatMap((questionnaire) => [cameBack(questionnaire), ...rated(questionnaire)])

/** The quality of a test and of its questions: how hard each question was, and whether it named the able apart. */
import type { Item } from '../../evaluation/events.ts'
import {
  itemDifficulty,
  itemDifficultyEntry,
  itemDiscrimination,
  itemDiscriminationEntry,
  type MetricEntry,
  type MetricResult,
  meanGain,
  meanGainEntry,
  suppressed,
  testReliability,
  testReliabilityEntry,
} from '../../metrics/index.ts'
import type { GivenResponse, KirkpatrickState } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import {
  type CountedResponse,
  countedResponses,
  type KirkpatrickFigure,
  minimumGroupSizeOf,
  studyFigure,
  suppressBelow,
  suppressBelowPeople,
  suppressGainsBelow,
} from '../kirkpatrick/figure.ts'

/** Scores come in thousandths of the best possible. */
export const inThousandths = { measuredIn: 'thousandths' }

const worth = ({ key, maxScore }: Item): number => maxScore ?? (key === undefined ? 0 : 1)

const points = (item: Item, { values }: GivenResponse): number | null => {
  const value = values[item.itemId]
  if (value === undefined) return null
  if (item.key !== undefined) return value === item.key ? worth(item) : 0
  return value - item.scale.min
}

type Sat = {
  readonly name: string
  readonly items: readonly Item[]
  readonly k: number
  readonly responses: GivenResponse[]
}

/** Every test after the training, by version of its instrument: the one that decides is the one that is analysed. */
const testsOf = (program: KirkpatrickState): readonly Sat[] => {
  const tests = new Map<string, Sat>()
  for (const response of countedResponses(program)) {
    const asked = program.asked[response.administrationId]
    if (asked === undefined || response.purpose !== 'posttest') continue
    const name = `${asked.instrumentId}/${asked.version}`
    const items = asked.items.filter((item) => worth(item) > 0)
    const k = minimumGroupSizeOf(program, response.administrationId)
    const known = tests.get(name) ?? { name, items, k, responses: [] }
    known.responses.push(response)
    tests.set(name, { ...known, k: Math.max(known.k, k) })
  }
  return [...tests.values()].filter(({ items }) => items.length > 1)
}

/** A question left out earns nothing, as it earned nothing in the score. */
export const testFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] =>
  testsOf(program).flatMap(({ name, items, k, responses }) => {
    const answers = responses.map((response) => items.map((item) => points(item, response)))
    const who = responses.map(
      ({ learnerId, respondentId }, at) => learnerId ?? respondentId ?? `anonymous ${at}`,
    )
    const rows = answers.map((row) => row.map((earned) => earned ?? 0))
    const figure = (entry: MetricEntry, result: MetricResult, item?: Item): KirkpatrickFigure =>
      studyFigure(
        entry,
        {
          level: 2,
          of: { instrument: name, ...given({ item: item?.itemId }) },
          name: [name, ...(item ? [item.itemId] : [])],
        },
        suppressBelowPeople(k, new Set(who).size, result),
      )
    return [
      figure(testReliabilityEntry, testReliability({ scores: rows })),
      ...items.flatMap((item, column) => {
        const scores = answers.map((row) => row[column] ?? null)
        const answered = scores.map((score) => [score])
        const earned = scores.map((score) => [score ?? 0])
        const named = (entry: MetricEntry, result: MetricResult) =>
          figure(entry, suppressBelow(k, answered, suppressBelow(k, earned, result, who), who), item)
        return [
          named(itemDifficultyEntry, itemDifficulty({ scores, max: worth(item), notReached: 'wrong' })),
          named(itemDiscriminationEntry, itemDiscrimination({ scores: rows, item: column })),
        ]
      }),
    ]
  })

/** Share of the points of a part of the test, in thousandths. */
const scoreOn = (items: readonly Item[], response: GivenResponse): number =>
  (items.reduce((sum, item) => sum + (points(item, response) ?? 0), 0) * 1000) /
  items.reduce((sum, item) => sum + worth(item), 0)

/** The scores of each learner before and after, in each part of what was tested. */
export const subscaleScoresOf = (program: KirkpatrickState) => {
  const last = { pretest: new Map<string, CountedResponse>(), posttest: new Map<string, CountedResponse>() }
  for (const response of countedResponses(program)) {
    const { purpose, learnerId, at } = response
    if ((purpose !== 'pretest' && purpose !== 'posttest') || learnerId === undefined) continue
    const known = last[purpose].get(learnerId)
    if (known === undefined || known.at <= at) last[purpose].set(learnerId, response)
  }
  const itemsOf = ({ administrationId }: GivenResponse) =>
    (program.asked[administrationId]?.items ?? []).filter((item) => worth(item) > 0)
  const learners = [...last.pretest.keys()].filter((learner) => last.posttest.has(learner)).sort()
  const parts = new Set(
    [...last.posttest.values()].flatMap((response) =>
      itemsOf(response).flatMap(({ subscale }) => subscale ?? []),
    ),
  )
  if (parts.size < 2 || learners.length === 0) return []
  return [...parts].sort().map((subscale) => {
    const partOf = (response: GivenResponse | undefined): number | null => {
      if (response === undefined) return null
      const items = itemsOf(response).filter((item) => item.subscale === subscale)
      return items.length === 0 ? null : scoreOn(items, response)
    }
    const before = learners.map((learner) => partOf(last.pretest.get(learner)))
    const after = learners.map((learner) => partOf(last.posttest.get(learner)))
    const keys = learners.map((one) => `${last.pretest.get(one)?.key} ${last.posttest.get(one)?.key}`)
    return { subscale, learners, keys, before, after }
  })
}

/** The gain in each part of what was tested: knowledge, skill, or a test's own parts. */
export const subscaleGains = (program: KirkpatrickState, k: number): readonly KirkpatrickFigure[] => {
  const gains = subscaleScoresOf(program).map(({ subscale, before, after }) => {
    const pairs = before.filter((score, at) => score !== null && after[at] !== null).length
    return { subscale, pairs, named: suppressGainsBelow(k, before, after, meanGain({ before, after })) }
  })
  // The gain of the whole test less that of its other parts is that of a part.
  const isOneHidden = gains.some(({ named }) => named.status === 'suppressed')
  return gains.map(({ subscale, pairs, named }) =>
    studyFigure(
      meanGainEntry,
      { level: 2, of: { subscale, ...inThousandths }, name: [subscale] },
      named.status === 'ok' && isOneHidden ? suppressed(pairs, k) : named,
    ),
  )
}

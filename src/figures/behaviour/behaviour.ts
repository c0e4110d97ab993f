import {
  agreementTable,
  applicationRate,
  applicationRateEntry,
  behaviourAdoption,
  behaviourAdoptionEntry,
  behaviourChange,
  behaviourChangeEntry,
  followUpCompletion,
  followUpCompletionEntry,
  type MetricEntry,
  type MetricResult,
  raterReliability,
  raterReliabilityEntry,
  requiredDrivers,
  requiredDriversIndex,
  requiredDriversIndexEntry,
  scrapLearning,
  scrapLearningEntry,
  selfSupervisorBias,
  selfSupervisorBiasEntry,
  weightedKappa,
  weightedKappaEntry,
} from '../../metrics/index.ts'
import type { GivenResponse, KirkpatrickState } from '../../records/study/evidence.ts'
import { dayIn } from '../../vocabulary/index.ts'
import {
  countedResponses,
  type KirkpatrickFigure,
  strictestGroupSizeOf,
  studyFigure,
  suppressBelow,
  suppressBelowPeople,
  whoGave,
} from '../kirkpatrick/figure.ts'
import { agreement, byScale, isOpinion } from '../reaction/questionnaires.ts'

export type AdoptionRule = {
  /** From which part of the scale on a behaviour counts as adopted, in thousandths: 750 is 4 of 1 to 5. */
  readonly adoptedFrom: number
  /** The day the figures are taken, `YYYY-MM-DD`: how many follow-ups came in is told only as of a day. */
  readonly asOf?: string
}

/** A rating of somebody, by somebody. */
type Rating = GivenResponse & { readonly learnerId: string; readonly role: string }

export const isLookedAt = (purpose: string): boolean => purpose === 'followUp' || purpose === 'observation'

const isRating = <One extends GivenResponse>(response: One): response is One & Rating =>
  isLookedAt(response.purpose) && response.learnerId !== undefined && response.role !== undefined

const latestOfEach = <One extends Rating>(ratings: readonly One[]): ReadonlyMap<string, One> => {
  const latest = new Map<string, One>()
  for (const rating of ratings) {
    const known = latest.get(rating.learnerId)
    if (known === undefined || known.at <= rating.at) latest.set(rating.learnerId, rating)
  }
  return latest
}

const behavioursOf = (program: KirkpatrickState, { administrationId }: GivenResponse) =>
  (program.asked[administrationId]?.items ?? []).filter(
    (item) => isOpinion(item) && !requiredDrivers.some((driver) => driver === item.subscale),
  )

type Steps = { readonly reached: number; readonly possible: number }

/** How many steps up its scale each behaviour was rated; of those that were rated. */
const steps = (program: KirkpatrickState, rating: GivenResponse): readonly Steps[] =>
  behavioursOf(program, rating).flatMap((item) => {
    const value = agreement(item, rating)
    const { min, max } = item.scale
    return value === null ? [] : [{ reached: value - min, possible: max - min }]
  })

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** Of fewer people than either is told nothing: those who said it, and those it was said of. */
const fewer = (ratings: readonly (Rating | undefined)[]): number => {
  const known = ratings.filter((rating) => rating !== undefined)
  const people = (of: (rating: Rating) => string | undefined) => new Set(known.map(of)).size
  return Math.min(
    people(({ respondentId }) => respondentId),
    people(({ learnerId }) => learnerId),
  )
}

const figure = (
  entry: MetricEntry,
  result: MetricResult,
  more: Partial<Pick<KirkpatrickFigure, 'of' | 'options'>> & { readonly name?: readonly string[] } = {},
): KirkpatrickFigure => studyFigure(entry, { level: 3, ...more }, result)

/** When the training a rating is about was over. */
const endOf = (program: KirkpatrickState, { administrationId }: { administrationId: string }) => {
  const offeringId = program.asked[administrationId]?.offeringId
  const ends = Object.values(program.ends).sort((a, b) => (a.at < b.at ? -1 : 1))
  return offeringId === undefined ? ends[0] : program.ends[offeringId]
}

/** The last rating before and the last after, by one and the same rater where somebody rated both times: a supervisor first. */
const sameRater = <One extends Rating>(
  before: readonly One[],
  after: readonly One[],
): { readonly before?: One | undefined; readonly after?: One | undefined } => {
  const twice = before.filter((one) => after.some(({ respondentId }) => respondentId === one.respondentId))
  const first = twice.findLast(({ role }) => role === 'supervisor') ?? twice.at(-1)
  return first === undefined
    ? { before: before.at(-1), after: after.at(-1) }
    : { before: first, after: after.findLast(({ respondentId }) => respondentId === first.respondentId) }
}

/** The last rating of each learner before the end of the training and after it, on the same scale. */
const seenTwice = <One extends Rating>(program: KirkpatrickState, ratings: readonly One[]) => {
  const isAfter = (rating: Rating): boolean => {
    const end = endOf(program, rating)
    return end === undefined || rating.at >= end.at
  }
  const ofLearner = new Map<string, One[]>()
  for (const rating of [...ratings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
    ofLearner.set(rating.learnerId, [...(ofLearner.get(rating.learnerId) ?? []), rating])
  return [...ofLearner.values()].map((all) =>
    sameRater(
      all.filter((one) => !isAfter(one)),
      all.filter(isAfter),
    ),
  )
}

const ratedIn = (program: KirkpatrickState, rating: Rating | undefined) =>
  rating === undefined
    ? null
    : mean(behavioursOf(program, rating).flatMap((item) => agreement(item, rating) ?? []))

/** The people rated both before the end of the training and after it, and how far they moved. */
const change = (
  program: KirkpatrickState,
  ratings: readonly Rating[],
  k: number,
): readonly KirkpatrickFigure[] => {
  const seen = seenTwice(program, ratings)
  const rated = (rating: Rating | undefined) => ratedIn(program, rating)
  const versionOf = ({ administrationId }: Rating) => {
    const asked = program.asked[administrationId]
    return asked === undefined ? '' : `${asked.instrumentId}/${asked.version}`
  }
  const learners = seen.map(({ before, after }) => ({
    before: rated(before),
    after: rated(after),
    raterBefore: before?.respondentId ?? '-',
    raterAfter: after?.respondentId ?? '-',
    ...(before === undefined || after === undefined
      ? {}
      : { instrumentBefore: versionOf(before), instrumentAfter: versionOf(after) }),
  }))
  if (!learners.some(({ before }) => before !== null)) return []
  const result = behaviourChange({ learners })
  const both = seen.filter(
    ({ before, after }) =>
      before !== undefined && after !== undefined && rated(before) !== null && rated(after) !== null,
  )
  const people = Math.min(fewer(both.map(({ before }) => before)), fewer(both.map(({ after }) => after)))
  return [figure(behaviourChangeEntry, suppressBelowPeople(k, people, result))]
}

/** The required drivers at the workplace: the first question of each driver, whoever was asked. */
const drivers = (program: KirkpatrickState, responses: readonly GivenResponse[], k: number) => {
  const asked = Object.values(program.asked).filter(({ purpose }) => isLookedAt(purpose))
  const items = asked.flatMap((one) => one.items.filter(isOpinion))
  return byScale(items).flatMap(({ scale, items }): KirkpatrickFigure[] => {
    const itemOf = (driver: string) => items.find(({ subscale }) => subscale === driver)
    const found = requiredDrivers.flatMap((driver) => itemOf(driver) ?? [])
    if (found.length < requiredDrivers.length) return []
    const rows = responses.map((response) => found.map((item) => agreement(item, response)))
    const answered = rows.filter((row) => row.some((value) => value !== null))
    const who = whoGave(responses).filter((_, at) => rows[at]?.some((value) => value !== null))
    const result = requiredDriversIndex({
      scale,
      responses: answered.map(([reinforce = null, encourage = null, reward = null, monitor = null]) => ({
        reinforce,
        encourage,
        reward,
        monitor,
      })),
    })
    return [figure(requiredDriversIndexEntry, suppressBelow(k, answered, result, who), { of: { ...scale } })]
  })
}

/** Whether people and their supervisors see the same, behaviour by behaviour. */
const agreed = (
  program: KirkpatrickState,
  self: ReadonlyMap<string, Rating>,
  supervisor: ReadonlyMap<string, Rating>,
  k: number,
): readonly KirkpatrickFigure[] => {
  const both = [...self.keys()].filter((learnerId) => supervisor.has(learnerId))
  if (both.length === 0) return []
  const items = both.flatMap((learnerId) => behavioursOf(program, self.get(learnerId) as Rating))
  return byScale([...new Map(items.map((item) => [item.itemId, item])).values()]).flatMap(
    ({ scale, items }) => {
      const pairs = both.flatMap((learnerId) =>
        items.map((item) => ({
          self: agreement(item, self.get(learnerId) as Rating),
          supervisor: agreement(item, supervisor.get(learnerId) as Rating),
        })),
      )
      const rated = both.filter((_, at) =>
        pairs
          .slice(at * items.length, (at + 1) * items.length)
          .some((pair) => pair.self !== null && pair.supervisor !== null),
      )
      const people = Math.min(
        fewer(rated.map((learnerId) => self.get(learnerId))),
        fewer(rated.map((learnerId) => supervisor.get(learnerId))),
      )
      const [first, second] = [pairs.map((pair) => pair.self), pairs.map((pair) => pair.supervisor)]
      const of = { of: { ...scale }, name: [`${scale.min}-${scale.max}`] }
      const told = (entry: MetricEntry, result: MetricResult) =>
        figure(entry, suppressBelowPeople(k, people, result), of)
      const ratings = pairs.map((pair) => [pair.self, pair.supervisor])
      return [
        told(selfSupervisorBiasEntry, selfSupervisorBias({ self: first, supervisor: second, scale })),
        told(weightedKappaEntry, weightedKappa({ table: agreementTable({ first, second, scale }) })),
        told(raterReliabilityEntry, raterReliability({ ratings })),
      ]
    },
  )
}

/** Of those who were to be followed up, who was, while it could still tell something. */
const cameBackInTime = (
  program: KirkpatrickState,
  asOf: string | undefined,
  k: number,
): readonly KirkpatrickFigure[] => {
  const invited = Object.entries(program.invited).filter(([, { purpose }]) => purpose === 'followUp')
  if (asOf === undefined || invited.length === 0) return []
  const followUps = invited.flatMap(([key, invitation]) => {
    const end = endOf(program, invitation)
    const submitted = program.invalidated[key] === undefined ? program.responses[key]?.at : undefined
    return end === undefined
      ? []
      : [
          {
            endedOn: dayIn(end.at, end.zone),
            submittedOn: submitted === undefined ? null : dayIn(submitted, end.zone),
          },
        ]
  })
  const people = new Set(invited.map(([, { respondentId }]) => respondentId)).size
  return [
    figure(followUpCompletionEntry, suppressBelowPeople(k, people, followUpCompletion({ asOf, followUps })), {
      of: { asOf },
    }),
  ]
}

const isThere = ({ reached, possible }: Steps, adoptedFrom: number): boolean =>
  possible > 0 && reached * 1000 >= adoptedFrom * possible
const hasAdopted = (program: KirkpatrickState, rating: Rating, adoptedFrom: number): boolean =>
  isThere(
    steps(program, rating).reduce(
      (all, one) => ({ reached: all.reached + one.reached, possible: all.possible + one.possible }),
      { reached: 0, possible: 0 },
    ),
    adoptedFrom,
  )
const hasApplied = (program: KirkpatrickState, rating: Rating, adoptedFrom: number): boolean =>
  steps(program, rating).some((one) => isThere(one, adoptedFrom))

/** The ratings that the figures rest on, with what each says: for the audit of everything that is released together. */
export const ratingsIn = (program: KirkpatrickState) => {
  const ratings = countedResponses(program).filter(isRating)
  const latestBy = (role: string) => [
    ...latestOfEach(ratings.filter((rating) => rating.role === role)).values(),
  ]
  return {
    adopted: (role: string, adoptedFrom: number) =>
      latestBy(role).map((rating) => ({ rating, value: Number(hasAdopted(program, rating, adoptedFrom)) })),
    applied: (adoptedFrom: number) =>
      latestBy('self')
        .filter(({ purpose }) => purpose === 'followUp')
        .map((rating) => ({ rating, value: Number(hasApplied(program, rating, adoptedFrom)) })),
    moved: () =>
      seenTwice(program, ratings).flatMap(({ before, after }) => {
        const [from, to] = [ratedIn(program, before), ratedIn(program, after)]
        return before === undefined || after === undefined || from === null || to === null
          ? []
          : [{ rating: { ...after, key: `${before.key} ${after.key}` }, value: to - from }]
      }),
  }
}

/** Level 3 (行为层): who does it on the job, by who was asked; a learner's last rating of each role counts. */
export const behaviourFigures = (
  program: KirkpatrickState,
  { adoptedFrom, asOf }: AdoptionRule,
): readonly KirkpatrickFigure[] => {
  const invited = [
    ...Object.values(program.responses).filter(isRating),
    ...Object.values(program.invited).filter(({ purpose }) => isLookedAt(purpose)),
  ]
  const counted = countedResponses(program)
  const ratings = counted.filter(isRating)
  const k = strictestGroupSizeOf(program, isLookedAt)
  const options = { options: { adoptedFrom } }
  const roles = [...new Set(invited.map(({ role }) => role))].sort()
  const latestBy = (role: string) => latestOfEach(ratings.filter((rating) => rating.role === role))
  const adopted = roles.map((role) => {
    const latest = [...latestBy(role).values()]
    const eligible = new Set(invited.filter((one) => one.role === role).map(({ learnerId }) => learnerId))
    const result = behaviourAdoption({
      adopted: latest.filter((rating) => hasAdopted(program, rating, adoptedFrom)).length,
      observed: latest.length,
      eligible: eligible.size,
    })
    return figure(behaviourAdoptionEntry, suppressBelowPeople(k, fewer(latest), result), {
      ...options,
      of: { role },
      name: [role],
    })
  })
  const followedUp = [...latestBy('self').values()].filter(({ purpose }) => purpose === 'followUp')
  const trained = new Set(
    invited
      .filter(({ purpose, role }) => purpose === 'followUp' && role === 'self')
      .map(({ learnerId }) => learnerId),
  )
  const application = {
    applied: followedUp.filter((rating) => hasApplied(program, rating, adoptedFrom)).length,
    followedUp: followedUp.length,
    trained: trained.size,
  }
  return [
    ...adopted,
    ...(followedUp.length === 0
      ? []
      : [
          figure(
            applicationRateEntry,
            suppressBelowPeople(k, fewer(followedUp), applicationRate(application)),
            {
              ...options,
              of: { role: 'self' },
            },
          ),
          figure(scrapLearningEntry, suppressBelowPeople(k, fewer(followedUp), scrapLearning(application)), {
            ...options,
            of: { role: 'self' },
          }),
        ]),
    ...change(program, ratings, k),
    ...agreed(program, latestBy('self'), latestBy('supervisor'), k),
    ...drivers(
      program,
      counted.filter(({ purpose }) => isLookedAt(purpose)),
      k,
    ),
    ...cameBackInTime(program, asOf, k),
  ]
}

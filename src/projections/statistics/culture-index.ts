import {
  knowledgeSharing,
  type MetricResult,
  repeatParticipation,
  selfInitiatedShare,
} from '../../metrics/index.ts'
import { attendancesIn, sliceOf, type TrainingQuestion, within } from './question.ts'

/** Learning, sharing, growing: three figures beside each other, never added up. */
export type CultureIndex = {
  /** 爱学习: of the requests for a seat, those that learners made themselves (M23). */
  readonly selfInitiated: MetricResult
  /** 愿分享: knowledge-sharing sessions held for each hundred people. */
  readonly sharing: MetricResult
  /** 共成长: of those who came to a class, those who came to another one too. */
  readonly repeat: MetricResult
}

/**
 * How far learning is wanted and not merely done (学习文化指数), in a period.
 *
 * Formulas: requests with source `self` / requests; sessions held of classes of kind `knowledgeSharing` / headcount × 100;
 * people who attended at least a minute in two classes or more / people who did in one.
 *
 * When to use: year against year, each figure by itself.
 * When not: as one number. Weights between the three would be nobody's finding.
 *
 * Source: no published standard; defined here, after row 7.6 of the capabilities.
 */
export const cultureIndex = (question: TrainingQuestion): CultureIndex => {
  const slice = sliceOf(question)
  const asked = slice.attempts.filter(({ askedInPeriod }) => askedInPeriod)
  const shared = Object.values(question.classes)
    .filter(({ kind }) => kind === 'knowledgeSharing')
    .flatMap(({ sessions }) => Object.values(sessions))
    .filter(({ day, heldMinutes }) => heldMinutes !== undefined && within(question.period, day)).length
  const classes = new Map<string, Set<unknown>>()
  for (const { learnerId, of } of attendancesIn(slice)) {
    const own = classes.get(learnerId)
    if (own === undefined) classes.set(learnerId, new Set([of]))
    else own.add(of)
  }
  const again = [...classes.values()].filter(({ size }) => size > 1).length
  return {
    selfInitiated: selfInitiatedShare({
      selfInitiated: asked.filter(({ attempt }) => attempt.source === 'self').length,
      enrolments: asked.length,
    }),
    sharing: knowledgeSharing({ sessions: shared, headcount: slice.headcount }),
    repeat: repeatParticipation({ returned: again, participants: classes.size }),
  }
}

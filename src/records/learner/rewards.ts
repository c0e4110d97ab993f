import type { CultureEvent } from '../../culture/events.ts'
import { projections } from '../../kernel/index.ts'

export type RewardLine = {
  at: string
  kind:
    | 'earned'
    | 'reversed'
    | 'redeemed'
    | 'expired'
    | 'credit'
    | 'creditReversed'
    | 'capReached'
    | 'carriedForward'
  /** Above 0 earned, below 0 spent, lost or taken back; 0 in a line of credit. */
  points: number
  creditHundredths: number
  /** The reason of the line: `completion`, `teaching`, the reward it was spent on, why it was taken back. */
  what: string
}

export type RewardRecord = {
  lines: RewardLine[]
  points: number
  /** Credit in hundredths, by the calendar year. */
  credit: Record<string, number>
  recognitions: { at: string; title: string }[]
}

const line = (
  state: RewardRecord,
  {
    points = 0,
    creditHundredths = 0,
    ...given
  }: Pick<RewardLine, 'at' | 'kind' | 'what'> & Partial<RewardLine>,
): void => {
  state.points += points
  state.lines.push({ ...given, points, creditHundredths })
}

/** The points and credit that a person earned, spent, lost and gave back, line by line (积分与学分对账单); its points are the sum of its lines. */
export const rewardRecord = projections<CultureEvent>()({
  name: 'rewardRecord',
  by: ['learnerId'],
  initial: (): RewardRecord => ({ lines: [], points: 0, credit: {}, recognitions: [] }),
  on: {
    PointsEarned: (state, { at, source, points }) =>
      line(state, { at, kind: 'earned', what: source, points }),
    PointsReversed: (state, { at, cause, points }) =>
      line(state, { at, kind: 'reversed', what: cause, points: 0 - points }),
    CreditReversed: (state, { at, cause, creditHundredths, year }) => {
      state.credit[year] = (state.credit[year] ?? 0) - creditHundredths
      line(state, { at, kind: 'creditReversed', what: cause, creditHundredths: 0 - creditHundredths })
    },
    PointsRedeemed: (state, { at, reward, points }) =>
      line(state, { at, kind: 'redeemed', what: reward, points: -points }),
    PointsExpired: (state, { at, earnedUpTo, points }) =>
      line(state, { at, kind: 'expired', what: earnedUpTo, points: -points }),
    CreditEarned: (state, { at, source, creditHundredths, year }) => {
      state.credit[year] = (state.credit[year] ?? 0) + creditHundredths
      line(state, { at, kind: 'credit', what: source, creditHundredths })
    },
    CreditCapReached: (state, { at, source }) => line(state, { at, kind: 'capReached', what: source }),
    BalanceCarriedForward: (state, { at, year }) =>
      line(state, { at, kind: 'carriedForward', what: String(year) }),
    RecognitionAwarded: ({ recognitions }, { at, title }) => {
      recognitions.push({ at, title })
    },
  },
  shardBy: 'learnerId',
  /** One half has never heard of the person. */
  merge: (a, b) => (a.lines.length === 0 && a.recognitions.length === 0 ? b : a),
})

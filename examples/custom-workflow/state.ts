import { projections } from 'training-ops'
import type { MentoringEvent } from './events.ts'

const projection = projections<MentoringEvent>()

export type PairState = {
  status: 'none' | 'asked' | 'matched' | 'closed' | 'lapsed'
  menteeId: string
  mentorId: string
  meetings: number
}

/** Where a pair stands. */
export const pair = projection({
  name: 'pair',
  by: ['pairId'],
  initial: (): PairState => ({ status: 'none', menteeId: '', mentorId: '', meetings: 0 }),
  on: {
    MentorAsked: (pair, { menteeId }) => {
      pair.status = 'asked'
      pair.menteeId = menteeId
    },
    PairMatched: (pair, { mentorId }) => {
      pair.status = 'matched'
      pair.mentorId = mentorId
    },
    PairMet: (pair) => {
      pair.meetings++
    },
    PairClosed: (pair) => {
      pair.status = 'closed'
    },
    PairLapsed: (pair) => {
      pair.status = 'lapsed'
    },
  },
})

type Open = { open: number }
const counted = {
  PairMatched: (pairs: Open) => {
    pairs.open++
  },
  PairClosed: (pairs: Open) => {
    pairs.open--
  },
  PairLapsed: (pairs: Open) => {
    pairs.open--
  },
}

/** How many pairs are open just now: of a mentor, and of a mentee. */
export const openPairsOfMentor = projection({
  name: 'openPairsOfMentor',
  by: ['mentorId'],
  initial: (): Open => ({ open: 0 }),
  on: counted,
})
export const openPairsOfMentee = projection({
  name: 'openPairsOfMentee',
  by: ['menteeId'],
  initial: (): Open => ({ open: 0 }),
  on: counted,
})

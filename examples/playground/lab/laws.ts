/** The sentences that have to hold in every life of the mentoring pairs. Change one, or add one. */
import { type Look, universe } from 'training-ops/testing'
import { openPairsOfMentee, openPairsOfMentor, pair } from '../../custom-workflow/state.ts'

export const world = universe(
  {
    pairId: ['p-1', 'p-2', 'p-3', 'p-4'],
    menteeId: ['ada', 'bob', 'dee'],
    mentorId: ['bob', 'cyd'],
    topic: ['selling'],
  },
  { days: ['2026-03-02', '2026-03-20', '2026-04-20'] },
)

export const always = {
  'a mentor has two mentees at most · 一名导师至多带两人': (look: Look) =>
    Object.values(look(openPairsOfMentor)).every(({ open }) => open >= 0 && open <= 2),
  'a mentee has one mentor at most · 一名学员至多一位导师': (look: Look) =>
    Object.values(look(openPairsOfMentee)).every(({ open }) => open >= 0 && open <= 1),
  'nobody mentors themselves · 不得自己带自己': (look: Look) =>
    Object.values(look(pair)).every(({ menteeId, mentorId }) => mentorId === '' || mentorId !== menteeId),
}

export const until = {
  'a pair that ended · 已结束的结对': {
    of: pair,
    is: ({ status }: { readonly status: string }) => ['closed', 'lapsed'].includes(status),
  },
}

import { projections } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import type { EvaluationEvent } from '../events.ts'
import type { Anonymity, InstrumentItem, Purpose } from '../shapes.ts'
import { type AdministrationStatus, administrationMoves } from './status.ts'

const projection = projections<EvaluationEvent>()

export type AdministrationState = {
  status: AdministrationStatus
  asked: {
    instrumentId: string
    version: number
    purpose: Purpose
    programId?: string
    offeringId?: string
  }
  items: readonly InstrumentItem[]
  window: { opens: string; closes: string }
  within?: { opens: string; closes: string }
  lateUntil?: string
  /** The zone whose days an anonymous answer is dated by. */
  zone: string
  anonymity: Anonymity
  k: number
  evaluationId?: string
}

/** The questions, the subject, the window, and the promise to those who answer. */
export const administration = projection({
  name: 'administration',
  by: ['administrationId'],
  initial: (): AdministrationState => ({
    status: 'unknown',
    asked: { instrumentId: '', version: 0, purpose: 'reaction' },
    items: [],
    window: { opens: '', closes: '' },
    zone: 'UTC',
    anonymity: 'identified',
    k: 1,
  }),
  on: [
    administrationMoves,
    {
      AdministrationOpened: (administration, opened) => {
        const { instrumentId, version, purpose, programId, offeringId, within, lateUntil, evaluationId } =
          opened
        administration.asked = {
          instrumentId,
          version,
          purpose,
          ...given({ programId, offeringId }),
        }
        administration.items = opened.items
        administration.window = opened.window
        administration.zone = opened.zone ?? 'UTC'
        administration.anonymity = opened.anonymity
        administration.k = opened.k
        if (within !== undefined) administration.within = within
        if (lateUntil !== undefined) administration.lateUntil = lateUntil
        if (evaluationId !== undefined) administration.evaluationId = evaluationId
      },
      AnonymityChanged: (administration, { anonymity, k }) => {
        administration.anonymity = anonymity
        administration.k = k
      },
      WindowExtended: (administration, { closes }) => {
        administration.window = { ...administration.window, closes }
      },
    },
  ],
})

/** How many were asked, how many took part where answers are anonymous, and how many answers came in and count. */
export const turnout = projection({
  name: 'turnout',
  by: ['administrationId'],
  initial: () => ({ invited: 0, redeemed: 0, answered: 0, responded: 0 }),
  on: {
    RespondentInvited: (turnout) => {
      turnout.invited++
    },
    InvitationRedeemed: (turnout) => {
      turnout.redeemed++
    },
    ResponseSubmitted: (turnout) => {
      turnout.answered++
      turnout.responded++
    },
    ResponseInvalidated: (turnout) => {
      turnout.responded--
    },
  },
})

export type AskedOfClass = { open: Record<string, { closes: string; invited: string[] }> }

/** The administrations of a study for the people who came to a class, their window, and who was invited. */
export const askedOfClass = projection({
  name: 'askedOfClass',
  by: ['offeringId'],
  initial: (): AskedOfClass => ({ open: {} }),
  on: {
    AdministrationOpened: ({ open }, { administrationId, purpose, window: { closes }, evaluationId }) => {
      const isAfterClass = purpose === 'reaction' || purpose === 'posttest' || purpose === 'followUp'
      if (isAfterClass && evaluationId !== undefined) open[administrationId] = { closes, invited: [] }
    },
    WindowExtended: ({ open }, { administrationId, closes }) => {
      const asked = open[administrationId]
      if (asked !== undefined) asked.closes = closes
    },
    RespondentInvited: ({ open }, { administrationId, learnerId, role }) => {
      if (role === 'self') open[administrationId]?.invited.push(learnerId)
    },
    AdministrationClosed: ({ open }, { administrationId }) => {
      delete open[administrationId]
    },
  },
})

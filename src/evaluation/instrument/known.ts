import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'
import type { Item, Purpose } from '../shapes.ts'

const projection = projections<EvaluationEvent>()

export type InstrumentState = { latest: number; itemsOf: Record<number, readonly Item[]> }

/** The versions of an instrument, each as it was asked. */
export const instrument = projection({
  name: 'instrument',
  by: ['instrumentId'],
  initial: (): InstrumentState => ({ latest: 0, itemsOf: {} }),
  on: {
    InstrumentVersionPublished: (instrument, { version, items }) => {
      instrument.latest = version
      instrument.itemsOf[version] = items
    },
  },
})

export type AdministrationState = {
  status: 'unknown' | 'open' | 'closed'
  asked: {
    instrumentId: string
    version: number
    purpose: Purpose
    programId?: string
    offeringId?: string
  }
  items: readonly Item[]
  window: { opens: string; closes: string }
}

/** What is asked, about what, and until when. */
export const administration = projection({
  name: 'administration',
  by: ['administrationId'],
  initial: (): AdministrationState => ({
    status: 'unknown',
    asked: { instrumentId: '', version: 0, purpose: 'reaction' },
    items: [],
    window: { opens: '', closes: '' },
  }),
  on: {
    AdministrationOpened: (administration, opened) => {
      const { instrumentId, version, purpose, programId, offeringId } = opened
      administration.status = 'open'
      administration.asked = {
        instrumentId,
        version,
        purpose,
        ...(programId === undefined ? {} : { programId }),
        ...(offeringId === undefined ? {} : { offeringId }),
      }
      administration.items = opened.items
      administration.window = opened.window
    },
    AdministrationClosed: (administration) => {
      administration.status = 'closed'
    },
  },
})

/** How many were asked, and how many answers count. */
export const turnout = projection({
  name: 'turnout',
  by: ['administrationId'],
  initial: () => ({ invited: 0, responded: 0 }),
  on: {
    RespondentInvited: (turnout) => {
      turnout.invited++
    },
    ResponseSubmitted: (turnout) => {
      turnout.responded++
    },
    ResponseInvalidated: (turnout) => {
      turnout.responded--
    },
  },
})

export type ResponseState = { status: 'none' | 'invited' | 'submitted' | 'invalidated'; role: string }

/** One respondent's answer about one learner. */
export const response = projection({
  name: 'response',
  by: ['administrationId', 'respondentId', 'learnerId'],
  initial: (): ResponseState => ({ status: 'none', role: '' }),
  on: {
    RespondentInvited: (response, { role }) => {
      response.status = 'invited'
      response.role = role
    },
    ResponseSubmitted: (response) => {
      response.status = 'submitted'
    },
    ResponseInvalidated: (response) => {
      response.status = 'invalidated'
    },
  },
})

import { Unknown } from '../../kernel/index.ts'
import { evaluationRejections } from '../rejections.ts'
import type { Anonymity } from '../shapes.ts'
import type { AdministrationState } from './state.ts'

const { AnonymityMismatch, WindowClosed } = evaluationRejections

export const mustBeKnown = ({ status }: AdministrationState, administrationId: string) =>
  status === 'unknown' && Unknown({ what: 'administration', id: administrationId })

export const withinTheWindow = ({ status, window, lateUntil }: AdministrationState, at: string) =>
  (status === 'closed' || at < window.opens || at >= latest(window.closes, lateUntil)) && WindowClosed(window)

/** Of an anonymous answer the day is known and not the hour: the first and the last day count whole. */
export const onADayOfTheWindow = ({ status, window, lateUntil }: AdministrationState, at: string) =>
  (status === 'closed' ||
    at.slice(0, 10) < window.opens.slice(0, 10) ||
    at >= latest(window.closes, lateUntil)) &&
  WindowClosed(window)

export const beforeTheWindowCloses = ({ status, window }: AdministrationState, at: string) =>
  (status === 'closed' || at >= window.closes) && WindowClosed(window)

/** The promise decides how people answer: under one's name, or under a key. */
export const asWasPromised = ({ anonymity }: AdministrationState, ...promised: readonly Anonymity[]) =>
  !promised.includes(anonymity) && AnonymityMismatch({ anonymity })

const latest = (closes: string, lateUntil: string | undefined): string =>
  lateUntil !== undefined && lateUntil > closes ? lateUntil : closes

/** The same for every event about an administration: what it is about, and with which questions. */
export const aboutOf = ({ asked: { version, ...about } }: AdministrationState) => about

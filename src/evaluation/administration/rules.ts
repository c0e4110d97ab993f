import { Unknown } from '../../kernel/index.ts'
import { dayIn } from '../../vocabulary/index.ts'
import { evaluationRejections } from '../rejections.ts'
import type { Anonymity } from '../shapes.ts'
import type { AdministrationState } from './state.ts'

const { AnonymityMismatch, WindowClosed } = evaluationRejections

export const mustBeKnown = ({ status }: AdministrationState, administrationId: string) =>
  status === 'unknown' && Unknown({ what: 'administration', id: administrationId })

export const withinTheWindow = ({ status, window, lateUntil }: AdministrationState, at: string) =>
  (status === 'closed' || at < window.opens || at >= latest(window.closes, lateUntil)) && WindowClosed(window)

/** The last local day on which answers are taken that are taken before `closes`. */
const lastDayBefore = (closes: string, zone: string): string =>
  dayIn(new Date(Date.parse(closes) - 1).toISOString(), zone)

/** Of an anonymous answer the local day is known and not the hour: the first and the last day count whole. */
export const onADayOfTheWindow = ({ status, window, lateUntil, zone }: AdministrationState, at: string) =>
  status !== 'unknown' &&
  (status === 'closed' ||
    at.slice(0, 10) < dayIn(window.opens, zone) ||
    at.slice(0, 10) > lastDayBefore(latest(window.closes, lateUntil), zone)) &&
  WindowClosed(window)

/** An anonymous answer is late from the day after the last on. */
export const isLateByDay = ({ window, zone }: AdministrationState, at: string): boolean =>
  at.slice(0, 10) > lastDayBefore(window.closes, zone)

export const beforeTheWindowCloses = ({ status, window }: AdministrationState, at: string) =>
  (status === 'closed' || at >= window.closes) && WindowClosed(window)

/** The promise decides how people answer: under one's name, or under a key. */
export const asWasPromised = ({ anonymity }: AdministrationState, ...promised: readonly Anonymity[]) =>
  !promised.includes(anonymity) && AnonymityMismatch({ anonymity })

const latest = (closes: string, lateUntil: string | undefined): string =>
  lateUntil !== undefined && lateUntil > closes ? lateUntil : closes

/** The same for every event about an administration: what it is about, and with which questions. */
export const aboutOf = ({ asked: { version, ...about } }: AdministrationState) => about

import { mistake } from '../kernel/index.ts'
import type { OfferingRecord, OfferingRecords, SessionRecord } from '../records/index.ts'
import { withoutControls } from '../reports/host-text.ts'
import { derivedId } from '../vocabulary/index.ts'
import { needing } from './foreign.ts'

const mostOctets = 75

/**
 * `\`, `;`, `,` and line ends are written with a backslash (RFC 5545, 3.3.11). Control characters and marks of direction are left
 * out: a title turns no line of a calendar around.
 */
const escaped = (text: string): string =>
  withoutControls(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

/** The octets of a character in UTF-8. */
const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)

/** No line is longer than 75 octets, and no character is cut in two: what goes on begins with a space. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > mostOctets) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/** `2026-04-06T01:00:00.000Z` → `20260406T010000Z`: seconds are as fine as calendars go. */
const utc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`

const statusOf = ({ status }: OfferingRecord, session: SessionRecord): string => {
  if (session.status === 'cancelled') return 'CANCELLED'
  return ['confirmed', 'running', 'completed'].includes(status) ? 'CONFIRMED' : 'TENTATIVE'
}

/** Somebody a calendar names: by a mail address, with the name a reader sees. */
export type CalendarPerson = { readonly mail: string; readonly name?: string }

/** Somebody who is invited, and what they have answered. */
export type Invited = CalendarPerson & {
  readonly answer?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
}

export type ICalendarOptions = {
  /** The name of the calendar. */
  readonly name?: string
  /** Names for ids a reader knows otherwise: `{ hall: 'Hall 2 · 二号厅' }`. Ids nobody names are told as they are. */
  readonly names?: Readonly<Record<string, string>>
  /** Your own domain, `learn.example.com`: with it the id of an entry is unique in the world. `training-ops` unless said. */
  readonly domain?: string
  /** How often a feed is to be asked again, in hours from 1 to 168. */
  readonly refreshHours?: number
  /**
   * An invitation, or the cancelling of one, by mail (RFC 5546), instead of a calendar to subscribe to. An invitation holds
   * the sessions that stand. A cancelling holds those that were called off, for everybody, and those that stand for the people
   * who are no longer invited (`uninvitedFrom`): they are taken off their calendars, and for the others nothing changes.
   */
  readonly invitation?: {
    readonly method: 'REQUEST' | 'CANCEL'
    readonly organizer: CalendarPerson
    /** The people invited to a session of an offering. */
    readonly attendeesOf: (offeringId: string, sessionId: string) => readonly Invited[]
    /** The people who were invited to a session and are not any more: they withdrew, or were moved to another class. */
    readonly uninvitedFrom?: (offeringId: string, sessionId: string) => readonly CalendarPerson[]
    /**
     * How often somebody was invited to a session or taken off it so far. It counts into SEQUENCE, so that each message about the
     * invited is newer than the last (RFC 5546, 2.1.4). Unless given, taking somebody off is one change after the invitation; to
     * invite them again needs the count.
     */
    readonly changesOf?: (offeringId: string, sessionId: string) => number
  }
}

/** A parameter's value: in quotes, and without what quotes cannot hold. */
const parameter = (text: string): string => `"${withoutControls(text).replace(/["\p{Cc}]/gu, ' ')}"`

const person = (property: string, { mail, name }: CalendarPerson): string => {
  if (!/^[^\s\p{C}@<>",;:\\]+@[^\s\p{C}@<>",;:\\]+$/u.test(mail) || mail.length > 254)
    throw mistake('toICalendar', 'mail addresses', JSON.stringify(mail))
  return `${property}${name === undefined ? '' : `;CN=${parameter(name)}`}:mailto:${mail}`
}

const invitedAs = ({ answer = 'NEEDS-ACTION', ...who }: Invited): string =>
  person(`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};RSVP=TRUE`, who)

/**
 * The sessions of offerings as a calendar to subscribe to or import (日历订阅), or as invitations: Feishu, DingTalk, Outlook
 * and all others read it. RFC 5545: a UID is made of the offering, the session and your domain, and stays for ever;
 * SEQUENCE and DTSTAMP count and date every change of what the entry shows; a session that was called off is
 * `CANCELLED`, so that it leaves calendars that hold it. Times are instants in UTC, which need no VTIMEZONE: each reader
 * sees them in their own zone. Throws where an address is no mail address or `refreshHours` is out of range.
 *
 * @example
 * ```ts
 * import { toICalendar } from 'training-ops/interop'
 * toICalendar({}).split('\r\n') // => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//training-ops//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'END:VCALENDAR', '']
 * ```
 */
export const toICalendar = (offerings: OfferingRecords, options: ICalendarOptions = {}): string =>
  needing('toICalendar', 'records of offerings and options as declared', () => {
    const { name, names = {}, domain = 'training-ops', refreshHours, invitation } = options
    if (
      refreshHours !== undefined &&
      !(Number.isInteger(refreshHours) && refreshHours >= 1 && refreshHours <= 168)
    )
      throw mistake('toICalendar', 'refreshHours from 1 to 168', String(refreshHours))
    const named = (id: string) => escaped(Object.hasOwn(names, id) ? (names[id] as string) : id)
    /** The people an entry is sent to; nobody of a session that the message is not about. */
    const addressed = (
      offeringId: string,
      sessionId: string,
      { status }: SessionRecord,
    ): readonly Invited[] | undefined => {
      if (invitation === undefined) return []
      const { method, attendeesOf, uninvitedFrom = () => [] } = invitation
      const isOff = status === 'cancelled'
      if (method === 'CANCEL' && !isOff) {
        const gone = uninvitedFrom(offeringId, sessionId)
        return gone.length === 0 ? undefined : gone
      }
      return (method === 'CANCEL') === isOff ? attendeesOf(offeringId, sessionId) : undefined
    }
    /** Where only some are taken back the entry says no status: for the others it stands (RFC 5546, 3.2.5). */
    const statusLine = (offering: OfferingRecord, session: SessionRecord): readonly string[] =>
      invitation?.method === 'CANCEL' && session.status !== 'cancelled'
        ? []
        : [`STATUS:${statusOf(offering, session)}`]
    const changes = (offeringId: string, sessionId: string, { status }: SessionRecord): number => {
      if (invitation === undefined) return 0
      const { method, changesOf } = invitation
      const count =
        changesOf?.(offeringId, sessionId) ?? (method === 'CANCEL' && status !== 'cancelled' ? 1 : 0)
      if (Number.isSafeInteger(count) && count >= 0) return count
      throw mistake('toICalendar', 'changesOf as a whole number from 0', String(count))
    }
    const entries = Object.entries(offerings).flatMap(([offeringId, offering]) =>
      Object.entries(offering.calendar)
        .map(([sessionId, session]) => ({
          sessionId,
          session,
          to: addressed(offeringId, sessionId, session),
        }))
        .filter(({ to }) => to !== undefined)
        .map(({ sessionId, session, to = [] }) => [
          'BEGIN:VEVENT',
          `UID:${escaped(`${derivedId(offeringId, sessionId)}@${domain}`)}`,
          `DTSTAMP:${utc(session.changedAt)}`,
          `LAST-MODIFIED:${utc(session.changedAt)}`,
          `SEQUENCE:${session.revision + changes(offeringId, sessionId, session)}`,
          ...statusLine(offering, session),
          `DTSTART:${utc(session.start)}`,
          `DTEND:${utc(session.end)}`,
          `SUMMARY:${escaped(offering.title)}`,
          ...(session.venueId === undefined ? [] : [`LOCATION:${named(session.venueId)}`]),
          ...(session.trainerIds.length === 0
            ? []
            : [`DESCRIPTION:${session.trainerIds.map(named).join('\\, ')}`]),
          ...(invitation === undefined
            ? []
            : [person('ORGANIZER', invitation.organizer), ...to.map(invitedAs)]),
          'END:VEVENT',
        ]),
    )
    const refresh = refreshHours === undefined ? [] : [`PT${refreshHours}H`]
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//training-ops//EN',
      'CALSCALE:GREGORIAN',
      `METHOD:${invitation?.method ?? 'PUBLISH'}`,
      ...(name === undefined ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`]),
      ...refresh.flatMap((often) => [`REFRESH-INTERVAL;VALUE=DURATION:${often}`, `X-PUBLISHED-TTL:${often}`]),
      ...entries.flat(),
      'END:VCALENDAR',
    ]
    return `${lines.map(folded).join('\r\n')}\r\n`
  })

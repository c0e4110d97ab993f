import type { OfferingOnBoard } from '../projections/index.ts'

const utf8 = new TextEncoder()
const mostOctets = 75

/** `\`, `;`, `,` and line ends are written with a backslash (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** No line is longer than 75 octets, and no character is cut in two: what goes on begins with a space. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = utf8.encode(character).length
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

const statusOf = (offering: OfferingOnBoard, session: OfferingOnBoard['calendar'][string]): string => {
  if (session.status === 'cancelled') return 'CANCELLED'
  return ['confirmed', 'running', 'completed'].includes(offering.stage) ? 'CONFIRMED' : 'TENTATIVE'
}

export type ICalendarOptions = {
  /** What the calendar is called. */
  readonly name?: string
  /** Names for ids a reader knows otherwise: `{ hall: 'Hall 2 · 二号厅' }`. Ids nobody names are told as they are. */
  readonly names?: Readonly<Record<string, string>>
}

/**
 * The sessions of offerings as a calendar to subscribe to or import (日历订阅): Feishu, DingTalk, Outlook and all others
 * read it. RFC 5545: UID is the session's id and stays; SEQUENCE counts its changes, being called off included; times
 * are instants in UTC; a session that was called off is `CANCELLED`, so that it leaves calendars that hold it.
 *
 * @example
 * ```ts
 * import { toICalendar } from 'training-ops/interop'
 * toICalendar({}).split('\r\n') // => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//training-ops//EN', 'END:VCALENDAR', '']
 * ```
 */
export const toICalendar = (
  board: Readonly<Record<string, OfferingOnBoard>>,
  { name, names = {} }: ICalendarOptions = {},
): string => {
  const named = (id: string) => escaped(Object.hasOwn(names, id) ? (names[id] as string) : id)
  const sessions = Object.values(board).flatMap((offering) =>
    Object.entries(offering.calendar).map(([sessionId, session]) => [
      'BEGIN:VEVENT',
      `UID:${escaped(sessionId)}`,
      `DTSTAMP:${utc(session.changedAt)}`,
      `SEQUENCE:${session.sequence}`,
      `STATUS:${statusOf(offering, session)}`,
      `DTSTART:${utc(session.start)}`,
      `DTEND:${utc(session.end)}`,
      `SUMMARY:${escaped(offering.title)}`,
      ...(session.venueId === undefined ? [] : [`LOCATION:${named(session.venueId)}`]),
      ...(session.trainerIds.length === 0
        ? []
        : [`DESCRIPTION:${session.trainerIds.map(named).join('\\, ')}`]),
      'END:VEVENT',
    ]),
  )
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//training-ops//EN',
    ...(name === undefined ? [] : [`X-WR-CALNAME:${escaped(name)}`]),
    ...sessions.flat(),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

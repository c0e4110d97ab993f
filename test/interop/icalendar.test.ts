/** The calendar of classes, read by ical.js, which is no kin of ours. */
import ICAL from 'ical.js'
import { deliveryEvents, offeringRecord, project } from 'training-ops'
import { csv, toICalendar } from 'training-ops/interop'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, test } from 'vitest'
import { at, confirmed, monday, offeringId, schedule, tuesday } from '../delivery/an-offering.ts'

const happened = deliveryEvents.make
const title =
  '顾问式销售，第一期；与客户交谈的艺术：倾听、提问、确认、总结 🎓 with commas, semicolons; and a \\ backslash'
const scheduled = happened.OfferingScheduled({
  ...schedule,
  title,
  sessions: [{ ...monday, venueId: 'hall', trainerIds: ['zhou', 'mei'] }, tuesday],
})
const moved = happened.SessionRescheduled({
  at: '2026-04-02T08:30:00.000Z',
  offeringId,
  ...tuesday,
  start: '2026-04-08T01:00:00.000Z',
  end: '2026-04-08T09:00:00.000Z',
  was: { start: tuesday.start, end: tuesday.end },
  sequence: 1,
})
const off = happened.OfferingCancelled({ at: '2026-04-03T01:00:00.000Z', offeringId, cause: 'other' })

const calendarOf = (events: readonly { readonly type: string; readonly data: object }[]) =>
  toICalendar(project(offeringRecord, events as never), {
    name: '培训日历',
    names: { hall: 'Hall 2, 二号厅' },
    domain: 'learn.example.com',
  })
const readBack = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry))

describe('a calendar of classes', () => {
  const text = calendarOf([scheduled, confirmed])
  test('says what another reader reads: title, place, hours', () => {
    const [first] = readBack(text)
    expect(first?.summary).toBe(title)
    expect(first?.location).toBe('Hall 2, 二号厅')
    expect(first?.description).toBe('zhou, mei')
    expect(first?.startDate.toJSDate().toISOString()).toBe(monday.start)
    expect(first?.endDate.toJSDate().toISOString()).toBe(monday.end)
    expect(first?.startDate.zone.tzid).toBe('UTC')
  })
  test('has no line longer than 75 octets, ends lines with CRLF and cuts no character in two', () => {
    const lines = text.split('\r\n')
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('\r\n')).toBe(true)
  })
  test('keeps the id of a session, and counts its changes', () => {
    const told = (events: Parameters<typeof calendarOf>[0]) =>
      readBack(calendarOf(events)).map((one) => [
        one.uid,
        one.sequence,
        one.component.getFirstPropertyValue('status'),
      ])
    const [one, other] = [monday, tuesday].map(
      ({ sessionId }) => `${offeringId}.${sessionId}@learn.example.com`,
    )
    expect(told([scheduled])).toEqual([
      [one, 0, 'TENTATIVE'],
      [other, 0, 'TENTATIVE'],
    ])
    expect(told([scheduled, confirmed, moved])).toEqual([
      [one, 1, 'CONFIRMED'],
      [other, 2, 'CONFIRMED'],
    ])
    expect(told([scheduled, moved, off])).toEqual([
      [one, 1, 'CANCELLED'],
      [other, 2, 'CANCELLED'],
    ])
  })
  test('gives the sessions of two classes two ids, also where the classes call them the same', () => {
    const again = happened.OfferingScheduled({ ...schedule, offeringId: 'o-2', title, sessions: [monday] })
    const uids = readBack(calendarOf([scheduled, again])).map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(3)
  })
  test('counts and dates every change of what it shows: the trainer too', () => {
    const given = happened.TrainerAssigned({
      at: '2026-03-25T01:00:00.000Z',
      offeringId,
      trainerId: 'lin',
      sessionIds: [tuesday.sessionId],
    })
    const [, second] = readBack(calendarOf([scheduled, given]))
    expect(second?.sequence).toBe(1)
    expect(second?.description).toBe('lin')
    const stamp = second?.component.getFirstPropertyValue('dtstamp') as ICAL.Time
    expect(stamp.toJSDate().toISOString()).toBe('2026-03-25T01:00:00.000Z')
  })
  test('is stamped with when the session was changed last', () => {
    const [first, second] = readBack(calendarOf([scheduled, moved])).map((one) =>
      (one.component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().toISOString(),
    )
    expect([first, second]).toEqual([at, '2026-04-02T08:30:00.000Z'])
  })
})

describe('an invitation', () => {
  const invite = (method: 'REQUEST' | 'CANCEL', events: readonly object[], mail = 'ada@example.com') =>
    toICalendar(project(offeringRecord, events as never), {
      domain: 'learn.example.com',
      refreshHours: 12,
      invitation: {
        method,
        organizer: { mail: 'training@example.com', name: 'Training "HQ"' },
        attendeesOf: () => [{ mail, name: 'Ada; Lovelace' }],
      },
    })
  test('names who asks and who is asked, and asks for an answer', () => {
    const text = invite('REQUEST', [scheduled, confirmed])
    const calendar = new ICAL.Component(ICAL.parse(text))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT12H')
    const [first] = readBack(text)
    expect(first?.organizer).toBe('mailto:training@example.com')
    const [attendee] = first?.attendees ?? []
    expect(attendee?.getParameter('cn')).toBe('Ada; Lovelace')
    expect(attendee?.getParameter('rsvp')).toBe('TRUE')
  })
  test('is taken back for those who left, and stands for the others', () => {
    const text = toICalendar(project(offeringRecord, [scheduled, confirmed]), {
      invitation: {
        method: 'CANCEL',
        organizer: { mail: 'training@example.com' },
        attendeesOf: () => [{ mail: 'ada@example.com' }],
        uninvitedFrom: (_, sessionId) => (sessionId === monday.sessionId ? [{ mail: 'bo@example.com' }] : []),
      },
    })
    const entries = readBack(text)
    expect(entries.map(({ uid }) => uid)).toEqual([`${offeringId}.${monday.sessionId}@training-ops`])
    expect(entries[0]?.attendees.map((one) => one.getFirstValue())).toEqual(['mailto:bo@example.com'])
    expect(entries[0]?.component.getFirstPropertyValue('status')).toBeNull()
  })
  test('is newer than the one before, whoever is taken off it and invited again', () => {
    const bo = { mail: 'bo@example.com' }
    const sent = (method: 'REQUEST' | 'CANCEL', events: readonly object[], changes?: number) => {
      const text = toICalendar(project(offeringRecord, events as never), {
        invitation: {
          method,
          organizer: { mail: 'training@example.com' },
          attendeesOf: () => [bo],
          uninvitedFrom: () => [bo],
          ...(changes === undefined ? {} : { changesOf: () => changes }),
        },
      })
      const [, byKin] = convertIcsCalendar(undefined, text).events ?? []
      const [, second] = readBack(text)
      expect([second?.sequence, second?.attendees.length]).toEqual([
        byKin?.sequence ?? 0,
        byKin?.attendees?.length,
      ])
      return second?.sequence
    }
    expect([sent('REQUEST', [scheduled]), sent('CANCEL', [scheduled])]).toEqual([0, 1])
    expect([
      sent('REQUEST', [scheduled], 1),
      sent('CANCEL', [scheduled], 2),
      sent('REQUEST', [scheduled], 3),
      sent('REQUEST', [scheduled, moved], 3),
      sent('CANCEL', [scheduled, moved, off], 3),
    ]).toEqual([1, 2, 3, 4, 5])
    expect(() => sent('REQUEST', [scheduled], -1)).toThrow('toICalendar needs changesOf as a whole number')
  })
  test.each(['a\u202e@b.c', 'a\u0000@b.c', 'a;x@b.c', 'a,b@c.d', `${'a'.repeat(251)}@b.c`, 'a@b@c'])(
    'goes to no address that is none: %j',
    (mail) => {
      expect(() => invite('REQUEST', [scheduled], mail)).toThrow('toICalendar needs mail addresses')
    },
  )
  test('is taken back for what was called off, and for nothing else', () => {
    expect(readBack(invite('CANCEL', [scheduled, confirmed]))).toHaveLength(0)
    expect(readBack(invite('CANCEL', [scheduled, off]))).toHaveLength(2)
    expect(readBack(invite('REQUEST', [scheduled, off]))).toHaveLength(0)
    expect(() => invite('REQUEST', [scheduled], 'ada')).toThrow('toICalendar needs mail addresses, got "ada"')
  })
})

test('a second reader reads the same', () => {
  const read = convertIcsCalendar(undefined, calendarOf([scheduled, confirmed, moved]))
  const shortly = read.events?.map(({ uid, summary, start, sequence, status }) => [
    uid,
    summary,
    start.date.toISOString(),
    sequence,
    status,
  ])
  expect(shortly).toEqual([
    [`${offeringId}.${monday.sessionId}@learn.example.com`, title, monday.start, 1, 'CONFIRMED'],
    [
      `${offeringId}.${tuesday.sessionId}@learn.example.com`,
      title,
      '2026-04-08T01:00:00.000Z',
      2,
      'CONFIRMED',
    ],
  ])
})

test('a title turns nothing around, and holds no control character, in calendars and in sheets', () => {
  const hostile = 'Safety \u202egnp.exe\u2066 \u0007course\u2028two'
  const text = calendarOf([happened.OfferingScheduled({ ...schedule, title: hostile, sessions: [monday] })])
  expect(readBack(text)[0]?.summary).toBe('Safety gnp.exe course\ntwo')
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028]/)
  expect(csv([[hostile, '\u202e=1']], { byteOrderMark: false })).toBe(
    "Safety gnp.exe course\u2028two,'=1\r\n",
  )
})

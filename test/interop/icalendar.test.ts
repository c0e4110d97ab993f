/** The calendar of classes, read by ical.js, which is no kin of ours. */
import ICAL from 'ical.js'
import { deliveryEvents, offeringBoard, project } from 'training-ops'
import { toICalendar } from 'training-ops/interop'
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
  toICalendar(project(offeringBoard, events as never), {
    name: '培训日历',
    names: { hall: 'Hall 2, 二号厅' },
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
    expect(told([scheduled])).toEqual([
      [monday.sessionId, 0, 'TENTATIVE'],
      [tuesday.sessionId, 0, 'TENTATIVE'],
    ])
    expect(told([scheduled, confirmed, moved])).toEqual([
      [monday.sessionId, 0, 'CONFIRMED'],
      [tuesday.sessionId, 1, 'CONFIRMED'],
    ])
    expect(told([scheduled, moved, off])).toEqual([
      [monday.sessionId, 1, 'CANCELLED'],
      [tuesday.sessionId, 2, 'CANCELLED'],
    ])
  })
  test('is stamped with when the session was changed last', () => {
    const [first, second] = readBack(calendarOf([scheduled, moved])).map((one) =>
      (one.component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().toISOString(),
    )
    expect([first, second]).toEqual([at, '2026-04-02T08:30:00.000Z'])
  })
})

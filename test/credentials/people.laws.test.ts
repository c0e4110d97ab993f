/** The same facts about a person, told otherwise, are the same obligations: pieces, order, and looking back. */
import * as fc from 'fast-check'
import { dayIn, type Employee, obligations } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { asOf, completedOn, required } from './a-workforce.ts'

const dayOf = (n: number): string => dayIn(new Date(Date.UTC(2025, 0, 1 + n, 4)).toISOString(), 'UTC')
const departments = ['plant', 'lab', 'sales']

type Spell = { readonly since: string; readonly until?: string }
/** Days in order, and what held between them. */
const spells = (most: number): fc.Arbitrary<readonly (Spell & { readonly what: string })[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: most }),
      fc.array(fc.constantFrom(...departments), { minLength: most, maxLength: most }),
    )
    .map(([days, what]) =>
      days
        .sort((a, b) => a - b)
        .map((day, at, all) => ({
          since: dayOf(day),
          ...(at + 1 < all.length ? { until: dayOf((all[at + 1] as number) - 1) } : {}),
          what: what[at] as string,
        })),
    )

const people = fc
  .record({ where: spells(4), roles: spells(3), away: spells(3), work: spells(4) })
  .map(({ where, roles, away, work }): Employee => {
    // every second piece of an employment is an absence from the organisation
    const employed = work.filter((_, at) => at % 2 === 0)
    const { since: hiredOn, until: leftOn } = employed.at(-1) as Spell
    return {
      learnerId: 'ada',
      hiredOn,
      ...(leftOn === undefined ? {} : { leftOn }),
      employedBefore: employed
        .slice(0, -1)
        .map(({ since, until }) => ({ hiredOn: since, leftOn: until as string })),
      segment: { department: where.at(-1)?.what as string },
      segments: where.map(({ what, ...span }) => ({ ...span, segment: { department: what } })),
      roles: roles.map(({ what, ...span }) => ({ ...span, role: what })),
      leaves: away.filter((_, at) => at % 2 === 1),
    }
  })

const triggers = [
  { on: 'hired' as const, dueWithinDays: 30 },
  { on: 'roleAssigned' as const, dueWithinDays: 14 },
  { on: 'fixedDate' as const, due: '2025-12-31' },
]
const recurrences = [
  { kind: 'once' as const },
  { kind: 'rolling' as const, months: 6, keepsDueDayWithinDays: 30 },
  { kind: 'calendarWindow' as const, opens: '01-01', closes: '03-31', everyYears: 1 },
]
const lives = fc
  .record({
    trigger: fc.constantFrom(...triggers),
    recurrence: fc.constantFrom(...recurrences),
    segments: fc.subarray(departments, { maxLength: 2 }),
    roles: fc.subarray(departments, { maxLength: 2 }),
    startsAnewAfterDays: fc.constantFrom(undefined, 0, 100),
    done: fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { maxLength: 3 }),
  })
  .map(({ trigger, recurrence, segments, roles, startsAnewAfterDays, done }) => [
    required({
      effectiveFrom: '2025-01-01',
      trigger,
      recurrence,
      audience: { segments: segments.map((department) => ({ department })), roles },
      ...(startsAnewAfterDays === undefined ? {} : { startsAnewAfterDays }),
    }),
    ...done.map((day) => completedOn(dayOf(day), `o-${day}`)),
  ])
const someDay = fc.integer({ min: 0, max: 760 }).map(dayOf)

const holds = (law: (life: ReturnType<typeof required>[], day: string, person: Employee) => void) =>
  fc.assert(
    fc.property(lives, someDay, people, (life, day, person) => law(life as never, day, person)),
    { numRuns: 150 },
  )
const asked = (life: readonly never[], day: string, person: Employee) =>
  obligations({ workforce: [person], ...asOf(life, day) })

const before = (day: string): string =>
  dayOf(Math.round((Date.parse(day) - Date.UTC(2025, 0, 1)) / 864e5) - 1)
/** Each span as two that touch, in the opposite order. */
const inPieces = <S extends Spell>(spans: readonly S[] = []): readonly S[] =>
  spans
    .flatMap((span) => {
      const middle = dayOf(Math.round((Date.parse(span.since) - Date.UTC(2025, 0, 1)) / 864e5) + 40)
      return span.until !== undefined && span.until < middle
        ? [span]
        : [
            { ...span, until: before(middle) },
            { ...span, since: middle },
          ]
    })
    .reverse()

describe('the obligations of a person', () => {
  test('are the same when where they were, their roles and their leaves are told in pieces, in any order', () => {
    holds((life, day, person) => {
      const pieces = {
        ...person,
        segments: inPieces(person.segments),
        roles: inPieces(person.roles),
        leaves: inPieces(person.leaves),
      }
      expect(asked(life as never, day, pieces)).toEqual(asked(life as never, day, person))
    })
  })
  test('are the same when an employment is told in pieces: a new contract on the next day is no new hire', () => {
    holds((life, day, person) => {
      const { hiredOn, leftOn } = person
      const [last, first] = inPieces([{ since: hiredOn, ...(leftOn === undefined ? {} : { until: leftOn }) }])
      if (last === undefined || first === undefined) return
      const pieces = {
        ...person,
        hiredOn: last.since,
        employedBefore: [
          { hiredOn: first.since, leftOn: first.until as string },
          ...(person.employedBefore ?? []),
        ],
      }
      expect(asked(life as never, day, pieces)).toEqual(asked(life as never, day, person))
    })
  })
  test('of a day in an earlier employment are what they were on that day', () => {
    holds((life, day, person) => {
      const all = [...(person.employedBefore ?? []), { hiredOn: person.hiredOn, leftOn: person.leftOn }]
      const at = all.findIndex(
        ({ hiredOn, leftOn }) => hiredOn <= day && (leftOn === undefined || day <= leftOn),
      )
      const { leftOn: _, ...rest } = person
      const then =
        at < 0
          ? undefined
          : { ...rest, ...all[at], employedBefore: all.slice(0, at) as Employee['employedBefore'] }
      expect(asked(life as never, day, person)).toEqual(
        then === undefined ? [] : asked(life as never, day, then as Employee),
      )
    })
  })
  test('are not asked for on leave, nor due on a day of a leave that is over', () => {
    holds((life, day, person) => {
      const [one] = asked(life as never, day, person)
      if (one === undefined) return
      const leaves = person.leaves ?? []
      expect(leaves.some(({ since, until = day }) => since <= day && day <= until)).toBe(false)
      if (one.state === 'current' || one.state === 'expiringSoon') return
      const due = one.due as string
      const over = leaves.filter(({ until }) => until !== undefined && until < day)
      expect(over.some(({ since, until = '' }) => since <= due && due <= until)).toBe(false)
    })
  })
  test('do not change when the last place is told by `segment` alone', () => {
    holds((life, day, person) => {
      const segments = person.segments ?? []
      if (segments.length < 2) return
      expect(asked(life as never, day, { ...person, segments: segments.slice(0, -1) })).toEqual(
        asked(life as never, day, person),
      )
    })
  })
})

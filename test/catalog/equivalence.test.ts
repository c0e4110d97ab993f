/** Which course counts as which, which take the place of another, and which of several come first. */
import {
  assemble,
  catalog,
  catalogEvents,
  countsAs,
  courseEquivalents,
  courseRecord,
  courseToTake,
  project,
  recommendedPath,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const story = scenario(assemble([catalog], {}, { trusted: true }))
const happened = catalogEvents.make
const at = '2026-03-01T01:00:00.000Z'
const drafted = (courseId: string) => happened.CourseDrafted({ at, courseId, title: courseId })
const there = [drafted('fire-zh'), drafted('fire-en')] as const
const pair = { at, courseId: 'fire-zh', countsAsId: 'fire-en' }
const window = { ...pair, effectiveFrom: '2026-01-01' }
const declared = happened.EquivalenceDeclared(window)
const reason = 'The law changed'
const published = (courseId: string, more: object = {}) =>
  happened.CourseVersionPublished({
    ...{ at, courseId, version: 1, title: courseId, modality: 'classroom', totalMinutes: 60, grants: {} },
    modules: [{ activity: 'theory', minutes: 60 }],
    completionRule: { require: 'all', of: [] },
    prerequisiteIds: [],
    ...more,
  })

describe('a course counts as another', () => {
  const declare = (more: object = {}) => ({
    type: 'DeclareEquivalence' as const,
    data: { ...window, ...more },
  })
  test('where somebody says so, of two courses that are there', () => {
    story
      .given(...there)
      .when(declare())
      .then(declared)
    story
      .given(...there, declared)
      .when(declare())
      .then()
    story.given(there[0]).when(declare()).thenRejected({ code: 'Unknown', what: 'course', id: 'fire-en' })
    story
      .given(...there)
      .when(declare({ countsAsId: 'fire-zh' }))
      .thenRejected({ code: 'CourseCountsAsItself', courseId: 'fire-zh' })
    story
      .given(...there)
      .when(declare({ until: '2025-12-31' }))
      .thenRejected({ code: 'ValidityInverted', validFrom: '2026-01-01', validUntil: '2025-12-31' })
  })
  test('once at a time: again only after it ended', () => {
    const again = { effectiveFrom: '2026-07-01' }
    story
      .given(...there, declared)
      .when(declare(again))
      .thenRejected({ code: 'EquivalenceOverlaps', from: '2026-01-01' })
    const ended = happened.EquivalenceEnded({ ...pair, until: '2026-06-30', reason })
    story
      .given(...there, declared, ended)
      .when(declare(again))
      .then(happened.EquivalenceDeclared({ ...window, ...again }))
  })
  test('until it ends, and an end that is later than the one there is changes nothing', () => {
    const end = (until: string) => ({ type: 'EndEquivalence' as const, data: { ...pair, until, reason } })
    const ended = happened.EquivalenceEnded(end('2026-06-30').data)
    story.given(declared).when(end('2026-06-30')).then(ended)
    story.given(declared, ended).when(end('2026-08-31')).then()
    story
      .given()
      .when(end('2026-06-30'))
      .thenRejected({ code: 'Unknown', what: 'equivalence', id: 'fire-zh fire-en' })
  })
  test('from the first day to the last, both included, that way only, and no further', () => {
    const known = project(courseEquivalents, [
      happened.EquivalenceDeclared({ ...window, until: '2026-12-31' }),
      happened.EquivalenceEnded({ ...pair, until: '2026-06-30', reason }),
      happened.EquivalenceDeclared({ ...window, courseId: 'fire-en', countsAsId: 'safety' }),
    ])
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01']
    expect(days.map((day) => countsAs(known, 'fire-zh', 'fire-en', day))).toEqual([false, true, true, false])
    expect(countsAs(known, 'fire-en', 'fire-zh', '2026-03-01')).toBe(false)
    expect(countsAs(known, 'fire-zh', 'safety', '2026-03-01')).toBe(false)
  })
  test('an end is the last day that counts, also where it was declared several times', () => {
    const known = project(courseEquivalents, [
      happened.EquivalenceDeclared({ ...window, until: '2026-06-30' }),
      happened.EquivalenceDeclared({ ...window, effectiveFrom: '2026-08-01' }),
      happened.EquivalenceEnded({ ...pair, until: '2026-05-01', reason }),
    ])
    const days = ['2026-05-01', '2026-05-02', '2026-06-30', '2026-08-01']
    expect(days.map((day) => countsAs(known, 'fire-zh', 'fire-en', day))).toEqual([true, false, false, false])
  })
})

describe('a retired course', () => {
  const retire = (more: object = {}) => ({
    type: 'RetireCourse' as const,
    data: { at, courseId: 'fire-en', ...more },
  })
  const retired = happened.CourseRetired({ at, courseId: 'fire-en', successorId: 'fire-zh' })
  test('has a successor that can take its place', () => {
    story
      .given(...there)
      .when(retire({ successorId: 'fire-zh' }))
      .then(retired)
    story
      .given(there[1])
      .when(retire({ successorId: 'fire-zh' }))
      .thenRejected({ code: 'Unknown', what: 'course', id: 'fire-zh' })
    for (const [successorId, ...more] of [
      ['fire-en'],
      ['fire-zh', happened.CourseRetired({ at, courseId: 'fire-zh' })],
    ] as const)
      story
        .given(...there, ...more)
        .when(retire({ successorId }))
        .thenRejected({ code: 'SuccessorRetired', successorId })
  })
  test('is taken no more, and its successor counts as it; it counts itself until the last day to finish it', () => {
    const known = project(courseEquivalents, [
      happened.CourseRetired({ at, courseId: 'fire', successorId: 'fire-en', finishBy: '2026-06-30' }),
      retired,
      happened.CourseRetired({ at, courseId: 'fax' }),
    ])
    expect(['fire', 'fire-en', 'fire-zh', 'fax'].map((one) => courseToTake(known, one))).toEqual([
      'fire-zh',
      'fire-zh',
      'fire-zh',
      undefined,
    ])
    expect(countsAs(known, 'fire-zh', 'fire', '2027-01-01')).toBe(true)
    expect(['2026-06-30', '2026-07-01'].map((day) => countsAs(known, 'fire', 'fire', day))).toEqual([
      true,
      false,
    ])
  })
  test('is recommended to nobody: its successor is', () => {
    const courses = project(courseRecord, [
      published('fire-en'),
      published('fire-zh'),
      published('fax'),
      retired,
      happened.CourseRetired({ at, courseId: 'fax' }),
    ])
    expect(recommendedPath(() => ['fire-en', 'fax'], { courses, completed: [], wanted: [] })).toEqual({
      courseIds: ['fire-zh'],
      leftOut: [{ courseId: 'fax', because: 'notOffered' }],
    })
  })
})

describe('some of several courses', () => {
  const choice = (atLeast: number, ...courseIds: string[]) => ({
    prerequisiteAlternatives: [{ atLeast, courseIds }],
  })
  const publish = (courseId: string, more: object) => {
    const { totalMinutes: _, ...data } = published(courseId, more).data
    return { type: 'PublishCourseVersion' as const, data }
  }
  const all = [...there, drafted('drill'), published('fire-zh'), published('fire-en')] as const
  test('come before a course, and no more of them than there are', () => {
    const either = choice(1, 'fire-zh', 'fire-en')
    story
      .given(...all)
      .when(publish('drill', either))
      .then(published('drill', either))
    story
      .given(...all)
      .when(publish('drill', choice(3, 'fire-zh', 'fire-en')))
      .thenRejected({ code: 'AlternativesTooFew', atLeast: 3, of: ['fire-zh', 'fire-en'] })
    story
      .given(...all)
      .when(publish('drill', choice(1, 'fire-zh', 'water')))
      .thenRejected({ code: 'Unknown', what: 'course', id: 'water' })
  })
  test('may lead back to it, as long as enough of them do not', () => {
    const waits = happened.CourseVersionPublished({
      ...published('fire-en').data,
      version: 2,
      prerequisiteIds: ['drill'],
    } as never)
    const before = [...all, published('drill'), waits] as const
    const next = (more: object) => publish('drill', { ...more, version: 2 })
    story
      .given(...before)
      .when(next(choice(1, 'fire-zh', 'fire-en')))
      .then(published('drill', { ...choice(1, 'fire-zh', 'fire-en'), version: 2 }))
    story
      .given(...before)
      .when(next(choice(2, 'fire-zh', 'fire-en')))
      .thenRejected({ code: 'PrerequisiteCycle', path: ['drill', 'fire-en', 'drill'] })
  })
  test('are recommended as far as they are still missing', () => {
    const courses = project(courseRecord, [...all, published('drill', choice(1, 'fire-zh', 'fire-en'))])
    const path = (...completed: string[]) =>
      recommendedPath(() => ['drill'], { courses, completed, wanted: [] }).courseIds
    expect(path()).toEqual(['fire-zh', 'drill'])
    expect(path('fire-en')).toEqual(['drill'])
  })
  test('are recommended to nobody who completed what counts as one of them', () => {
    const courses = project(courseRecord, [...all, published('drill', { prerequisiteIds: ['fire-en'] })])
    const known = project(courseEquivalents, [declared])
    const asked = { courses, completed: ['fire-zh'], wanted: [] }
    expect(recommendedPath(() => ['drill'], asked).courseIds).toEqual(['fire-en', 'drill'])
    expect(
      recommendedPath(() => ['drill'], { ...asked, equivalents: { known, on: '2026-03-01' } }).courseIds,
    ).toEqual(['drill'])
  })
})

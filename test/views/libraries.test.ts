/** The libraries of an organisation, how much use is made of them, and paths through them. */
import {
  casesIn,
  catalogEvents,
  courseRecord,
  coursesIn,
  deliveryEvents,
  figureOf,
  pathByGaps,
  project,
  recommendedPath,
  resourceEvents,
  resourceRecord,
  reuseFigure,
  trainersIn,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { recordsOf } from '../records/records-of.ts'

const taught = catalogEvents.make
const known = resourceEvents.make
const held = deliveryEvents.make
const at = '2026-03-01T01:00:00.000Z'

const published = (courseId: string, more: object = {}) =>
  taught.CourseVersionPublished({
    at,
    courseId,
    version: 1,
    title: `On ${courseId}`,
    modules: [
      { activity: 'theory', minutes: 60 },
      { activity: 'practice', minutes: 60 },
      { activity: 'theory', minutes: 60 },
    ],
    prerequisiteIds: [],
    completionRule: { require: 'all', of: [] },
    grants: {},
    modality: 'classroom',
    totalMinutes: 180,
    ...more,
  })
const selling = { competencies: [{ frameworkId: 'f', competency: 'selling', level: 3 }] }
const courses = [
  taught.CourseDrafted({ at, courseId: 'asking', title: 'Asking' }),
  published('asking'),
  published('selling', { prerequisiteIds: ['asking'], grants: selling, modality: 'virtualReality' }),
  taught.CourseRevisionStarted({ at, courseId: 'selling', from: 1, reason: 'Dated' }),
  published('pitching', { grants: selling, totalMinutes: 240 }),
  published('faxing'),
  taught.CourseRetired({ at, courseId: 'faxing' }),
  published('closing', { prerequisiteIds: ['faxing'] }),
  taught.CourseDrafted({ at, courseId: 'dreaming', title: 'Dreaming' }),
  taught.CaseAdded({ at, courseId: 'selling', caseId: 'tender', title: 'A lost tender', industry: 'energy' }),
  taught.CaseAdded({ at, courseId: 'selling', caseId: 'fax', title: 'Sold by fax' }),
  taught.CaseAdded({ at, courseId: 'asking', caseId: 'why', title: 'Five whys' }),
  taught.CaseWithdrawn({ at, courseId: 'selling', caseId: 'fax', reason: 'Dated' }),
]
const registered = (resourceId: string, kind: 'trainer' | 'expert' | 'venue') =>
  known.ResourceRegistered({ at, resourceId, kind, title: resourceId, bufferMinutes: 0 })
const qualified = (resourceId: string, courseIds: string[], validUntil?: string) =>
  known.TrainerQualified({
    at,
    resourceId,
    courseIds,
    level: 'senior',
    ...(validUntil === undefined ? {} : { validUntil }),
  })
const june = '2026-06-01T00:00:00.000Z'
const people = [
  registered('dana', 'trainer'),
  known.TrainerNominated({ at, resourceId: 'dana', nominatedBy: 'ada' }),
  qualified('dana', ['selling', 'asking']),
  known.QualificationWithdrawn({ at, resourceId: 'dana', courseIds: ['asking'], reason: 'x' }),
  known.TrainerAppointed({ at, resourceId: 'dana', appointedBy: 'tang' }),
  registered('xu', 'expert'),
  qualified('xu', ['selling'], june),
  registered('mei', 'trainer'),
  qualified('mei', ['selling']),
  known.ResourceSuspended({ at, resourceId: 'mei', reason: 'x' }),
  registered('hall', 'venue'),
]
const library = project(courseRecord, courses)
const pool = project(resourceRecord, people)

describe('the catalog', () => {
  const ids = (found: readonly { readonly courseId: string }[]) => found.map(({ courseId }) => courseId)
  test('offers what is published, also while it is revised, and nothing drafted or retired', () => {
    expect(ids(coursesIn(library))).toEqual(['asking', 'closing', 'pitching', 'selling'])
    expect(library.asking).toMatchObject({ activities: ['theory', 'practice'], version: 1 })
  })
  test('is searched by modality, by activity, and by what completing shows', () => {
    expect(ids(coursesIn(library, { modality: 'virtualReality' }))).toEqual(['selling'])
    expect(ids(coursesIn(library, { activity: 'caseDiscussion' }))).toEqual([])
    const competency = { frameworkId: 'f', competency: 'selling' }
    expect(ids(coursesIn(library, { competency }))).toEqual(['pitching', 'selling'])
    expect(ids(coursesIn(library, { competency: { ...competency, level: 4 } }))).toEqual([])
  })
  test('holds the cases in use, by industry and by course', () => {
    expect(casesIn(library).map(({ caseId }) => caseId)).toEqual(['why', 'tender'])
    expect(casesIn(library, { industry: 'energy' }).map(({ caseId }) => caseId)).toEqual(['tender'])
    expect(casesIn(library, { courseId: 'asking' }).map(({ caseId }) => caseId)).toEqual(['why'])
  })
  test('says of trainers where they stand and what they may teach as of a day', () => {
    const may = trainersIn(pool, { asOf: '2026-05-31T00:00:00.000Z' })
    expect(may).toEqual([
      {
        resourceId: 'dana',
        title: 'dana',
        kind: 'trainer',
        status: 'active',
        teaches: { selling: 'senior' },
      },
      {
        resourceId: 'xu',
        title: 'xu',
        kind: 'expert',
        status: 'qualified',
        teaches: { selling: 'senior' },
      },
      {
        resourceId: 'mei',
        title: 'mei',
        kind: 'trainer',
        status: 'suspended',
        teaches: { selling: 'senior' },
      },
    ])
    const [, xu] = trainersIn(pool, { asOf: june })
    expect(xu).toMatchObject({ status: 'registered', teaches: {} })
  })
  test('finds who may teach a course then', () => {
    const who = (asOf: string) =>
      trainersIn(pool, { asOf, courseId: 'selling' }).map(({ resourceId }) => resourceId)
    expect(who('2026-05-31T00:00:00.000Z')).toEqual(['dana', 'xu'])
    expect(who(june)).toEqual(['dana'])
  })
})

describe('a recommended path', () => {
  const wanted = [{ frameworkId: 'f', competency: 'selling', level: 3 }]
  test('puts prerequisites in front, and takes nothing twice', () => {
    const model = () => ['selling', 'asking', 'selling']
    expect(recommendedPath(model, { courses: library, completed: [], wanted })).toEqual({
      courseIds: ['asking', 'selling'],
      leftOut: [],
    })
  })
  test('leaves out what is not offered, done, or rests on what is not offered, and says why', () => {
    const model = () => ['juggling', 'asking', 'closing', 'selling']
    expect(recommendedPath(model, { courses: library, completed: ['asking'], wanted })).toEqual({
      courseIds: ['selling'],
      leftOut: [
        { courseId: 'juggling', because: 'notOffered' },
        { courseId: 'asking', because: 'completed' },
        { courseId: 'closing', because: 'prerequisiteNotOffered' },
      ],
    })
  })
  test('by gaps takes the shortest course that shows what is wanted', () => {
    const request = { courses: library, completed: [], wanted }
    expect(recommendedPath(pathByGaps, request).courseIds).toEqual(['asking', 'selling'])
    const unheard = [{ frameworkId: 'f', competency: 'flying', level: 1 }]
    expect(recommendedPath(pathByGaps, { ...request, wanted: unheard }).courseIds).toEqual([])
  })
})

describe('reuse', () => {
  const completed = (offeringId: string, endedAt: string) =>
    held.OfferingCompleted({
      at: endedAt,
      offeringId,
      courseId: 'selling',
      courseVersion: 1,
      endedAt,
      zone: 'UTC',
      enrolled: 1,
    })
  const attempt = (learnerId: string) => ({
    at: '2026-04-10T00:00:00.000Z',
    offeringId: 'o-1',
    learnerId,
    courseId: 'selling',
    courseVersion: 1,
    scheduledMinutes: 180,
    attendedMinutes: 180,
  })
  const came = (learnerId: string) =>
    held.AttendanceRecorded({
      ...{ at: '2026-04-07T09:00:00.000Z', offeringId: 'o-1', learnerId, sessionId: 's' },
      ...{ minutes: 180, status: 'present', method: 'rollCall', on: '2026-04-07' },
    })
  const log = [
    published('selling'),
    published('asking', { at: '2027-02-01T00:00:00.000Z' }),
    completed('o-1', '2026-04-07T09:00:00.000Z'),
    completed('o-2', '2026-05-07T09:00:00.000Z'),
    completed('o-3', '2027-01-07T09:00:00.000Z'),
    came('ada'),
    came('bob'),
    held.EnrolmentCompleted({ ...attempt('ada'), outcome: 'completed' }),
    held.EnrolmentFailed({ ...attempt('bob'), unmet: ['result'], assessment: 'failed' }),
  ]
  const year = { from: '2026-01-01', to: '2027-01-01' }
  test('is classes held for each version there was, and minutes attended for each there were', () => {
    const asked = { courses: project(courseRecord, log), ...recordsOf(log), period: year }
    expect(figureOf(reuseFigure, asked)).toMatchObject({ value: 2, n: 1 })
    expect(figureOf(reuseFigure, asked, { by: 'minutes' })).toMatchObject({ value: 2, n: 180 })
  })
  test('has no answer where nothing was published', () => {
    const asked = { courses: {}, offerings: {}, enrolments: {}, period: year }
    expect(figureOf(reuseFigure, asked)).toMatchObject({ status: 'undefined' })
  })
})

import { assemble, catalog, catalogEvents } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'

const story = scenario(assemble([catalog], {}, { trusted: true }))
const happened = catalogEvents.make
const at = '2026-03-01T01:00:00.000Z'
const courseId = 'selling'
const rule = { code: 'IllegalTransition' } as const

const drafted = happened.CourseDrafted({ at, courseId, title: 'Consultative selling · 顾问式销售' })
const content = {
  title: 'Consultative selling',
  modules: [
    { activity: 'theory', minutes: 90 },
    { activity: 'caseDiscussion', minutes: 150 },
  ],
  prerequisiteIds: [] as string[],
  completionRule: { require: 'all' as const, of: [{ kind: 'attendance' as const, atLeast: 8000 }] },
  grants: { certificate: { validityMonths: 24 }, points: 20 },
  modality: 'classroom',
}
const published = (version: number, course = courseId, prerequisiteIds: string[] = []) =>
  happened.CourseVersionPublished({
    at,
    courseId: course,
    version,
    ...content,
    prerequisiteIds,
    totalMinutes: 240,
  })
const retired = happened.CourseRetired({ at, courseId })

describe('publishing a version of a course', () => {
  const publish = (more: object = {}) => ({
    type: 'PublishCourseVersion' as const,
    data: { at, courseId, version: 1, ...content, ...more },
  })
  test('makes it teachable, as long as its modules together', () => {
    story.given(drafted).when(publish()).then(published(1))
    story
      .given(drafted, published(1))
      .when(publish({ version: 2, totalMinutes: 240 }))
      .then(published(2))
  })
  test('needs a course that was drafted and is not retired', () => {
    story.given().when(publish()).thenRejected({ code: 'Unknown', what: 'course', id: courseId })
    story
      .given(drafted, retired)
      .when(publish())
      .thenRejected({ ...rule, from: 'retired', command: 'PublishCourseVersion' })
  })
  test('never changes what was published', () => {
    story
      .given(drafted, published(1))
      .when(publish({ title: 'Another title' }))
      .thenRejected({ code: 'VersionImmutable', courseId, version: 1 })
  })
  test('counts versions one by one', () => {
    story
      .given(drafted, published(1))
      .when(publish({ version: 3 }))
      .thenRejected({ code: 'VersionOutOfOrder', version: 3, next: 2 })
  })
  test('refuses a total that is not the sum of the modules', () => {
    story
      .given(drafted)
      .when(publish({ totalMinutes: 300 }))
      .thenRejected({ code: 'DurationMismatch', modules: 240, total: 300 })
  })
  test('refuses a completion rule that cannot be met or asks for one thing twice', () => {
    const of = [{ kind: 'attendance', atLeast: 8000 }]
    story
      .given(drafted)
      .when(publish({ completionRule: { require: 'atLeast', count: 2, of } }))
      .thenRejected({ code: 'CompletionRuleInvalid', because: 'countAboveCriteria' })
    story
      .given(drafted)
      .when(
        publish({ completionRule: { require: 'any', of: [...of, { kind: 'attendance', atLeast: 9000 }] } }),
      )
      .thenRejected({ code: 'CompletionRuleInvalid', because: 'criterionTwice' })
    const result = (instrumentId: string) => ({ kind: 'result' as const, instrumentId, mastery: 800 })
    const twoTests = { require: 'all' as const, of: [result('theory'), result('practice')] }
    story
      .given(drafted)
      .when(publish({ completionRule: twoTests }))
      .then(
        happened.CourseVersionPublished({
          at,
          courseId,
          version: 1,
          ...content,
          completionRule: twoTests,
          totalMinutes: 240,
        }),
      )
  })
  test('knows the courses it asks for', () => {
    story
      .given(drafted, published(1, 'listening'))
      .when(publish({ prerequisiteIds: ['listening'] }))
      .then(published(1, courseId, ['listening']))
    story
      .given(drafted)
      .when(publish({ prerequisiteIds: ['listening'] }))
      .thenRejected({ code: 'Unknown', what: 'course', id: 'listening' })
  })
  test('refuses to ask for itself, at once or around any number of corners', () => {
    story
      .given(drafted)
      .when(publish({ prerequisiteIds: [courseId] }))
      .thenRejected({ code: 'PrerequisiteCycle', path: [courseId, courseId] })
    story
      .given(
        drafted,
        published(1),
        published(1, 'listening', [courseId]),
        published(1, 'asking'),
        published(2, 'asking', ['listening']),
      )
      .when(publish({ version: 2, prerequisiteIds: ['asking'] }))
      .thenRejected({ code: 'PrerequisiteCycle', path: [courseId, 'asking', 'listening', courseId] })
  })
  test('asks for a version of a course it asks for, and for one that was published', () => {
    const from = (courseId: string, fromVersion: number) => ({
      prerequisiteIds: ['listening'],
      prerequisiteVersions: [{ courseId, fromVersion }],
    })
    story
      .given(drafted, published(1, 'listening'))
      .when(publish(from('listening', 1)))
      .then(
        happened.CourseVersionPublished({
          at,
          courseId,
          version: 1,
          ...content,
          ...from('listening', 1),
          totalMinutes: 240,
        }),
      )
    story
      .given(drafted, published(1, 'listening'))
      .when(publish(from('listening', 2)))
      .thenRejected({ code: 'Unknown', what: 'courseVersion', id: 'listening 2' })
    story
      .given(drafted, published(1, 'listening'), published(1, 'asking'))
      .when(publish(from('asking', 1)))
      .thenRejected({ code: 'Unknown', what: 'prerequisite', id: 'asking' })
  })
  test('says which competencies it asks for and shows, in stages, and over how many classes it lives', () => {
    const more = {
      modules: [{ activity: 'teamBuilding', minutes: 240, stage: 'culture' }],
      modality: 'virtualReality',
      prerequisiteCompetencies: [{ frameworkId: 'f', competency: 'asking', level: 2 }],
      grants: {
        competencies: [{ frameworkId: 'f', competency: 'selling', level: 3, validityMonths: 24 }],
      },
      designLife: { offerings: 12 },
    }
    story
      .given(drafted)
      .when(publish(more))
      .then(
        happened.CourseVersionPublished({
          at,
          courseId,
          version: 1,
          ...content,
          ...more,
          totalMinutes: 240,
        }),
      )
  })
  test('lets a prerequisite go that an earlier version asked for', () => {
    story
      .given(drafted, published(1), published(1, 'listening', [courseId]), published(2, 'listening', []))
      .when(publish({ version: 2, prerequisiteIds: ['listening'] }))
      .then(published(2, courseId, ['listening']))
  })
})

describe('the life of a course', () => {
  const reason = 'Learners found the cases dated'
  test('begins with a draft, once', () => {
    const draft = { type: 'DraftCourse' as const, data: { at, courseId, title: drafted.data.title } }
    story.given().when(draft).then(drafted)
    story
      .given(drafted)
      .when(draft)
      .thenRejected({ ...rule, from: 'drafted', command: 'DraftCourse' })
  })
  test('is revised from the version that is published', () => {
    const revise = { type: 'ReviseCourse' as const, data: { at, courseId, reason, improvementId: 'i-1' } }
    const revising = happened.CourseRevisionStarted({ ...revise.data, from: 2 })
    story.given(drafted, published(1), published(2)).when(revise).then(revising)
    story
      .given(drafted)
      .when(revise)
      .thenRejected({ ...rule, from: 'drafted', command: 'ReviseCourse' })
    story
      .given(drafted, published(1), published(2), revising)
      .when(revise)
      .thenRejected({ ...rule, from: 'revising', command: 'ReviseCourse' })
  })
  test('gathers cases, each once', () => {
    const add = {
      type: 'AddCase' as const,
      data: { at, courseId, caseId: 'lost-tender', title: 'A lost tender' },
    }
    const added = happened.CaseAdded(add.data)
    story.given(drafted).when(add).then(added)
    story.given(drafted, added).when(add).thenRejected({ code: 'DuplicateCase', caseId: 'lost-tender' })
    story.given().when(add).thenRejected({ code: 'Unknown', what: 'course', id: courseId })
  })
  test('is revised by somebody, in answer to an improvement', () => {
    const revise = {
      type: 'ReviseCourse' as const,
      data: { at, courseId, reason, authorId: 'li', improvementId: 'i-1' },
    }
    story
      .given(drafted, published(1))
      .when(revise)
      .then(happened.CourseRevisionStarted({ ...revise.data, from: 1 }))
  })
  test('takes a case out of use that is out of date, once', () => {
    const added = happened.CaseAdded({
      at,
      courseId,
      caseId: 'fax',
      title: 'Sold by fax',
      industry: 'retail',
    })
    const withdraw = {
      type: 'WithdrawCase' as const,
      data: { at, courseId, caseId: 'fax', reason: 'Nobody faxes' },
    }
    const withdrawn = happened.CaseWithdrawn(withdraw.data)
    story.given(drafted, added).when(withdraw).then(withdrawn)
    story
      .given(drafted, added, withdrawn)
      .when(withdraw)
      .thenRejected({ ...rule, from: 'outOfUse', command: 'WithdrawCase' })
    story.given(drafted).when(withdraw).thenRejected({ code: 'Unknown', what: 'case', id: 'fax' })
    story
      .given(drafted, added, retired)
      .when(withdraw)
      .thenRejected({ ...rule, from: 'retired', command: 'WithdrawCase' })
    story.given().when(withdraw).thenRejected({ code: 'Unknown', what: 'course', id: courseId })
  })
  test('ends in retirement, once', () => {
    const retire = { type: 'RetireCourse' as const, data: { at, courseId } }
    story.given(drafted, published(1)).when(retire).then(retired)
    story
      .given(drafted, retired)
      .when(retire)
      .thenRejected({ ...rule, from: 'retired', command: 'RetireCourse' })
  })
})

/** A published version never changes and nothing asks for itself: under plausible lives, and when two publish at once. */
import { assemble, type CatalogEvent, catalog, course, prerequisites } from 'training-ops'
import { type Look, lawsOf, races, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const training = assemble([catalog], {}, { trusted: true })
const attendance = { kind: 'attendance', atLeast: 8000 }
const world = universe({
  courseId: ['asking', 'selling', 'leading'],
  caseId: 2,
  improvementId: 1,
  ownerId: ['li'],
  authorId: ['li'],
  version: [1, 2, 3],
  title: ['A title'],
  modules: [[{ activity: 'theory', minutes: 60 }]],
  totalMinutes: [60, 90],
  completionRule: [
    { require: 'all', of: [attendance] },
    { require: 'any', of: [attendance] },
    { require: 'all', of: [attendance, { ...attendance, atLeast: 9000 }] },
  ],
  grants: [{}],
  modality: ['classroom'],
  prerequisiteIds: [[], ['asking'], ['selling'], ['leading', 'asking']],
  prerequisiteVersions: [[], [], [{ courseId: 'asking', fromVersion: 1 }]],
  prerequisiteCompetencies: [[]],
  designLife: [{ offerings: 4 }],
  prerequisiteAlternatives: [
    [],
    [],
    [{ atLeast: 1, courseIds: ['asking', 'leading'] }],
    [{ atLeast: 3, courseIds: ['selling', 'leading'] }],
  ],
  countsAsId: ['asking', 'selling'],
  successorId: ['asking', 'selling', 'leading'],
  effectiveFrom: ['2026-01-01', '2026-06-01'],
  until: ['2026-03-31', '2025-12-31'],
  finishBy: ['2026-06-30'],
})
const lives = stories(training, {
  in: world,
  upTo: 40,
  often: {
    PublishCourseVersion: 12,
    DeclareEquivalence: 0.6,
    EndEquivalence: 0.3,
    ReviseCourse: 0.3,
    AddCase: 0.3,
    WithdrawCase: 0.3,
    RetireCourse: 0.1,
  },
})

/** Following prerequisites from any course never leads back to it. */
const nothingAsksForItself = (look: Look) => {
  const { of } = look(prerequisites) as { of: Record<string, readonly string[]> }
  const leadsTo = (from: string, to: string, seen: readonly string[] = []): boolean =>
    (of[from] ?? []).some(
      (next) => next === to || (!seen.includes(next) && leadsTo(next, to, [...seen, next])),
    )
  return !Object.keys(of).some((courseId) => leadsTo(courseId, courseId))
}

const laws = lawsOf(training, {
  lives,
  runs: 12,
  always: { 'no course asks for itself, around any corner': nothingAsksForItself },
  settled: {
    'versions of a course are published once each, one by one': (_, events) => {
      const last = new Map<string, number>()
      return (events as readonly CatalogEvent[]).every((event) => {
        if (event.type !== 'CourseVersionPublished') return true
        const { courseId, version } = event.data
        const next = (last.get(courseId) ?? 0) + 1
        last.set(courseId, version)
        return version === next
      })
    },
  },
  until: { 'a course that is retired': { of: course, is: ({ status }) => status === 'retired' } },
})

describe('the catalog keeps its laws', () => {
  for (const { name, check } of laws) test(name, check)
})

test('its lives reach every event and every refusal', () => {
  reach(lives, training, { runs: 800, seed: 3 }).mustBeWhole()
})

test('two publications that would close a circle together are not both appended', () => {
  const at = '2026-03-01T01:00:00.000Z'
  const draft = (courseId: string) => ({ type: 'DraftCourse', data: { at, courseId, title: courseId } })
  const publish = (courseId: string, version: number, prerequisiteIds: readonly string[]) => ({
    type: 'PublishCourseVersion',
    data: {
      at,
      courseId,
      version,
      title: courseId,
      modules: [{ activity: 'theory', minutes: 60 }],
      prerequisiteIds,
      completionRule: { require: 'all', of: [attendance] },
      modality: 'classroom',
    },
  })
  const { mustHold, without } = races(training, {
    given: [draft('asking'), draft('selling'), publish('asking', 1, []), publish('selling', 1, [])],
    racing: [publish('asking', 2, ['selling']), publish('selling', 2, ['asking'])],
    always: { 'no course asks for itself': nothingAsksForItself },
  })
  mustHold()
  expect(without.lost.length).toBeGreaterThan(0)
})

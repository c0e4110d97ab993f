/** The libraries' records fold and merge exactly, on lives in which courses and resources come and go. */
import { assemble, catalog, courseRecord, resourceRecord, resources } from 'training-ops'
import { lawsOfProjection, stories, universe } from 'training-ops/testing'
import { describe, test } from 'vitest'

const lives = stories(assemble([catalog, resources], {}, { trusted: true }), {
  in: universe({
    courseId: 2,
    caseId: 2,
    resourceId: 2,
    personId: ['p-1'],
    version: [1, 2],
    modules: [[{ activity: 'theory', minutes: 60 }]],
    totalMinutes: [60],
    prerequisiteIds: [[]],
    prerequisiteVersions: [[]],
    prerequisiteCompetencies: [[]],
    completionRule: [{ require: 'all', of: [] }],
    grants: [{}],
    'RegisterResource.kind': ['trainer', 'provider'],
    'ScreenProvider.scale': [{ min: 0, max: 10 }],
    criteria: [[{ criterion: 'content', weight: 10_000, score: 8 }]],
    'RateResource.scale': [{ min: 1, max: 5 }],
    'RateResource.rating': [2, 4],
    ratedBy: ['ada', 'bob'],
  }),
  upTo: 40,
})

describe.each([courseRecord, resourceRecord].map((view) => [view.name, view] as const))(
  '%s',
  (_name, view) => {
    for (const { name, check } of lawsOfProjection(view as never, { lives: lives as never, runs: 8 }))
      test(name, check)
  },
)

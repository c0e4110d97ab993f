import type { CatalogEvent } from '../../catalog/events.ts'
import { type DataOf, eachOf, intent, policies, projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import type { DeliveryEvent } from '../events.ts'

const policy = policies<DeliveryEvent>()

type Prerequisites = Pick<
  DataOf<CatalogEvent, 'CourseVersionPublished'>,
  'prerequisiteIds' | 'prerequisiteVersions' | 'prerequisiteAlternatives' | 'prerequisiteCompetencies'
>

/** The prerequisites of each version of a course. */
const prerequisitesOfVersion = projections<CatalogEvent>()({
  name: 'prerequisitesOfVersion',
  by: ['courseId'],
  initial: (): { of: Record<string, Prerequisites> } => ({ of: {} }),
  on: {
    CourseVersionPublished: (state, published) => {
      const { version, prerequisiteIds, prerequisiteVersions, prerequisiteCompetencies } = published
      const { prerequisiteAlternatives } = published
      state.of[version] = {
        prerequisiteIds,
        prerequisiteVersions,
        prerequisiteAlternatives,
        prerequisiteCompetencies,
      }
    },
  },
})

type Stage = { readonly stage: string; readonly courseIds: readonly string[] }

/** The stages of a program that have to be taken in order; none where any order will do. */
const curriculum = projections<PlanningEvent>()({
  name: 'curriculum',
  by: ['programId'],
  initial: (): { stages: readonly Stage[] } => ({ stages: [] }),
  on: {
    CurriculumDesigned: (curriculum, { stages, progression }) => {
      curriculum.stages = progression === 'sequential' ? stages : []
    },
  },
})

/** The prerequisites of the course version hold for everybody who wants a seat in a class of it. */
export const whatTheCourseAsksForComesFirst = policy({
  name: 'whatTheCourseAsksForComesFirst',
  when: 'OfferingScheduled',
  reads: { prerequisitesOfVersion },
  react: ({ at, offeringId, courseVersion }, { prerequisitesOfVersion }) => {
    const asked = prerequisitesOfVersion.of[courseVersion]
    const courses = asked?.prerequisiteIds ?? []
    const versions = asked?.prerequisiteVersions
    const competencies = asked?.prerequisiteCompetencies ?? []
    const alternatives = asked?.prerequisiteAlternatives
    if (courses.length + competencies.length + (alternatives ?? []).length === 0) return []
    return [
      intent(commands.SetPrerequisites, {
        at,
        offeringId,
        courses,
        ...given({ versions, alternatives }),
        competencies,
      }),
    ]
  },
})

const ifAny = (programId: string | undefined): readonly string[] =>
  programId === undefined ? [] : [programId]

/** Where a program's stages are taken in their order, those before the course's own come first. */
export const stagesAreTakenInTheirOrder = policy({
  name: 'stagesAreTakenInTheirOrder',
  when: 'OfferingScheduled',
  reads: { curricula: eachOf(curriculum, 'programId', ifAny) },
  react: ({ at, offeringId, courseId, programId }, { curricula }) => {
    const stages = programId === undefined ? [] : (curricula[programId]?.stages ?? [])
    const own = stages.findIndex(({ courseIds }) => courseIds.includes(courseId))
    const before = stages.slice(0, Math.max(0, own))
    return before.length === 0
      ? []
      : [
          intent(commands.SetStagePrerequisites, {
            at,
            offeringId,
            stages: before.map(({ stage, courseIds }) => ({ stage, courses: [...courseIds] })),
          }),
        ]
  },
})

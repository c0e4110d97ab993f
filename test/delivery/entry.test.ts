/** What comes first is read off the catalog and the curriculum when a class is scheduled. */
import { assemble, catalogEvents, lifecycle, planningEvents } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import { at, happened, offeringId, schedule, scheduled } from './an-offering.ts'

const story = scenario(assemble(lifecycle, {}, { trusted: true }))
const version = (number: number, prerequisiteIds: readonly string[], more: object = {}) =>
  catalogEvents.make.CourseVersionPublished({
    ...{
      at,
      courseId: 'selling',
      version: number,
      title: 'Selling',
      modality: 'classroom',
      totalMinutes: 60,
    },
    modules: [{ activity: 'theory', minutes: 60 }],
    prerequisiteIds: [...prerequisiteIds],
    completionRule: { require: 'all', of: [] },
    grants: {},
    ...more,
  } as Parameters<typeof catalogEvents.make.CourseVersionPublished>[0])
const designed = (...stages: readonly (readonly string[])[]) =>
  planningEvents.make.CurriculumDesigned({
    ...{ at, programId: 'p-1' },
    stages: stages.map((courseIds, stage) => ({ stage: `stage-${stage}`, courseIds: [...courseIds] })),
    courseIds: stages.flat(),
    progression: 'sequential',
  } as Parameters<typeof planningEvents.make.CurriculumDesigned>[0])
const tasks = (type: string, data: object) => ({ type, data: { at, offeringId, ...data } })

describe('scheduling a class', () => {
  test('asks for what its version of the course asks for', () => {
    story
      .given(version(1, ['basics']), version(2, ['advanced']))
      .whenHappened(scheduled)
      .thenCommands(tasks('SetPrerequisites', { courses: ['basics'], competencies: [] }))
    const versions = [{ courseId: 'basics', fromVersion: 3 }]
    const competencies = [{ frameworkId: 'f-1', competency: 'asking', level: 2 }]
    story
      .given(
        version(1, ['basics'], {
          prerequisiteVersions: versions,
          prerequisiteCompetencies: competencies,
        }),
      )
      .whenHappened(scheduled)
      .thenCommands(tasks('SetPrerequisites', { courses: ['basics'], versions, competencies }))
    story.given(version(1, [])).whenHappened(scheduled).thenCommands()
  })
  test('asks for the stages of its program that come before its own, in their order', () => {
    story
      .given(designed(['values', 'history'], ['policies'], ['selling', 'coaching'], ['leading']))
      .whenHappened(scheduled)
      .thenCommands(
        tasks('SetStagePrerequisites', {
          stages: [
            { stage: 'stage-0', courses: ['values', 'history'] },
            { stage: 'stage-1', courses: ['policies'] },
          ],
        }),
      )
    for (const curriculum of [designed(['selling'], ['leading']), designed(['leading'])])
      story.given(curriculum).whenHappened(scheduled).thenCommands()
  })
  test('asks for no stage where a program is taken in any order', () => {
    const inAnyOrder = designed(['values'], ['selling']).data
    story
      .given(planningEvents.make.CurriculumDesigned({ ...inAnyOrder, progression: 'open' }))
      .whenHappened(scheduled)
      .thenCommands()
  })
  test('outside a program asks for no stage', () => {
    const { programId: _, ...alone } = schedule
    story
      .given(designed(['values'], ['selling']))
      .whenHappened(happened.OfferingScheduled(alone))
      .thenCommands()
  })
})

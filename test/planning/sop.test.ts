import { planningEvents, sop } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { expect, test } from 'vitest'
import { training } from './a-plan.ts'

const story = scenario(training)
const happened = planningEvents.make
const here = { at: '2026-01-10T01:00:00.000Z', sopId: 'classroom' }
const task = {
  task: 'book-tea',
  artefact: 'refreshments',
  department: 'administration',
  role: 'administration',
  offset: -3,
}
const procedure = {
  ...here,
  title: '培训项目执行SOP',
  kind: 'course',
  tasks: [task],
  forms: {
    enrolment: { approval: 'required' as const, opensDaysBefore: 21, closesDaysBefore: 3 },
    materials: [{ item: 'manual', quantity: 1, per: 'learner' as const, department: 'operations' }],
    evaluation: { instruments: [{ purpose: 'reaction' as const, instrumentId: 'reaction', version: 1 }] },
  },
}
const publish = (version: number) => ({ type: 'PublishSopVersion', data: { ...procedure, version } }) as const
const published = (version: number) =>
  happened.SopVersionPublished({
    ...procedure,
    version,
    tasks: [{ ...task, anchor: 'start', neededFor: 'delivery' }],
    forms: {
      ...procedure.forms,
      materials: procedure.forms.materials.map((material) => ({ ...material, daysBefore: 1 })),
    },
  })
const retire = { type: 'RetireSop', data: { ...here, reason: 'We do it online now.' } } as const
const retired = happened.SopRetired(retire.data)

test('a procedure is published version by version, and a published version never changes', () => {
  story.given().when(publish(1)).then(published(1))
  story.given(published(1)).when(publish(2)).then(published(2))
  story
    .given(published(1))
    .when(publish(1))
    .thenRejected({ code: 'VersionImmutable', sopId: 'classroom', version: 1 })
  story.given(published(1)).when(publish(3)).thenRejected({ code: 'VersionOutOfOrder', version: 3, next: 2 })
})

test('a procedure that is retired is followed no more', () => {
  story.given(published(1)).when(retire).then(retired)
  const illegal = (command: string) => ({ code: 'IllegalTransition', from: 'retired', command })
  story.given(published(1), retired).when(publish(2)).thenRejected(illegal('PublishSopVersion'))
  story.given(published(1), retired).when(retire).thenRejected(illegal('RetireSop'))
  story.given().when(retire).thenRejected({ code: 'Unknown', what: 'sop', id: 'classroom' })
})

test('a procedure says its tasks and the three forms: enrolment, materials, evaluation', () => {
  const { data } = published(1)
  expect(training.project(sop, [published(1)]).classroom).toEqual({
    status: 'published',
    version: 1,
    procedure: { title: data.title, kind: data.kind, tasks: data.tasks, forms: data.forms },
  })
})

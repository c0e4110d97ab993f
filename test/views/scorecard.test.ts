import {
  evaluationEvents,
  improvementsAsOf,
  kirkpatrick,
  kirkpatrickScorecard,
  project,
  reactionBySegment,
  studyRecord,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { everything, found, reaction, say } from '../figures/a-program.ts'
import { expectToMerge } from '../records/merging.ts'

const happened = evaluationEvents.make
const programOf = (events: Parameters<typeof project>[1]) =>
  project(kirkpatrick, events)['p-1'] ?? kirkpatrick.initial()
const cardOf = (events: Parameters<typeof project>[1]) =>
  kirkpatrickScorecard(programOf(events), { studies: Object.values(project(studyRecord, events)) })

describe('the scorecard', () => {
  test('has all five levels, and what was put in', () => {
    const card = cardOf(everything)
    expect(card.levels.map(({ level, evidence }) => [level, evidence])).toEqual([
      [1, 'some'],
      [2, 'some'],
      [3, 'some'],
      [4, 'some'],
      [5, 'some'],
    ])
    expect(card.levels[0]).toMatchObject({ findingIds: ['f-1'], openImprovementIds: [] })
  })
  test('shows an improvement as open until it is settled', () => {
    const card = cardOf(found.slice(0, -1))
    expect(card.levels[0]?.openImprovementIds).toEqual(['i-1'])
  })
  test('tells every figure with its n, or why there is none: never a bare 0', () => {
    for (const { figures } of kirkpatrickScorecard(programOf(everything)).levels)
      for (const { result } of figures)
        if (result.status === 'ok') expect(result.n).toBeGreaterThan(0)
        else expect('value' in result).toBe(false)
  })
})

describe('satisfaction by part', () => {
  const departments: Record<string, string> = { ada: 'sales', bo: 'sales', cy: 'legal', dee: 'it', eve: 'it' }
  const events = [
    ...reaction,
    ...say('react', 'reaction', 'dee', { useful: 4, clear: 5 }),
    ...say('react', 'reaction', 'eve', { useful: 4 }),
  ]
  const table = reactionBySegment(programOf(events), ({ learnerId = '' }) => departments[learnerId])
  const of = (question: string) =>
    table.cells
      .filter((cell) => cell.question === `reaction-form/1:${question}`)
      .map(({ segment, n, result }) => [segment, n, result.status])

  test('hides small parts question by question, and a second one where the first could be reckoned', () => {
    // k is 2. useful: legal alone is too few; it or sales goes with it. clear: it and legal are one each.
    expect(of('useful')).toEqual([
      ['it', 2, 'suppressed'],
      ['legal', 1, 'suppressed'],
      ['sales', 2, 'ok'],
    ])
    expect(of('clear')).toEqual([
      ['it', 1, 'suppressed'],
      ['legal', 1, 'suppressed'],
      ['sales', 2, 'ok'],
    ])
    expect(table.cells.find(({ segment }) => segment === 'it')?.result).toMatchObject({
      because: 'protectsAnother',
    })
    expect(table.totals.every(({ result }) => result.status === 'ok')).toBe(true)
  })
  test('is by class where nobody says otherwise', () => {
    expect(reactionBySegment(programOf(reaction)).cells).toEqual([])
  })
})

describe('the backlog of improvements', () => {
  const improvement = (improvementId: string, due: string) =>
    happened.ImprovementProposed({
      at: '2026-03-01T00:00:00.000Z',
      evaluationId: 'e-1',
      programId: 'p-1',
      improvementId,
      findingId: 'f-1',
      target: { kind: 'course', ref: 'selling' },
      owner: 'boss',
      due,
      action: '',
    })
  const settled = (improvementId: string) => ({
    at: '2026-04-01T00:00:00.000Z',
    evaluationId: 'e-1',
    programId: 'p-1',
    improvementId,
  })
  const events = [
    ...found,
    improvement('i-2', '2026-05-01'),
    improvement('i-3', '2026-04-01'),
    improvement('i-4', '2026-04-01'),
    happened.ImprovementDismissed({ ...settled('i-4'), reason: 'too dear' }),
  ]
  test('lists what is open by its day, what is overdue, and what is settled', () => {
    const list = improvementsAsOf(project(studyRecord, events), '2026-04-15')
    expect(list.map(({ improvementId, status, level }) => [improvementId, status, level])).toEqual([
      ['i-3', 'overdue', 1],
      ['i-2', 'open', 1],
      ['i-4', 'dismissed', 1],
      ['i-1', 'completed', 1],
    ])
  })
  test('is not overdue on its day', () => {
    const [first] = improvementsAsOf(project(studyRecord, events), '2026-04-01')
    expect(first).toMatchObject({ improvementId: 'i-3', status: 'open' })
  })
  test('merges', () => {
    expectToMerge(studyRecord, events)
  })
})

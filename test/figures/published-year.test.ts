import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AnyEvent,
  asPublished,
  digestOf,
  evaluationInputs,
  kirkpatrick,
  kirkpatrickFigures,
  project,
  recomputeReport,
} from 'training-ops'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureRule } from '../../examples/a-year-of-training/publish.ts'
import { started } from '../examples/start.ts'

const folder = mkdtempSync(join(tmpdir(), 'published-year-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const log = join(folder, 'whole', 'events.jsonl')

describe('what was published of the year', () => {
  let events: readonly AnyEvent[]
  beforeAll(async () => {
    expect((await started('--out', join(folder, 'whole'))).status).toBe(0)
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
    events = lines.map((line) => JSON.parse(line) as AnyEvent)
  })

  test('is found again from the log, figures and digest of the inputs', () => {
    const published = events.find(({ type }) => type === 'EvaluationReportPublished')
    const { programId, figures, inputsDigest } = (published?.data ?? {}) as Record<string, unknown>
    const program = project(kirkpatrick, events)[programId as string] ?? kirkpatrick.initial()
    expect(asPublished(kirkpatrickFigures(program, figureRule))).toEqual(figures)
    expect(digestOf(evaluationInputs(program))).toBe(inputsDigest)
    expect(recomputeReport(published?.data, program, figureRule)).toMatchObject({ holds: true, changed: [] })
  })

  test('is not published again by the year that goes on from its own finished log', async () => {
    const again = join(folder, 'again')
    expect((await started('--events', log, '--out', again, '--language', 'en')).status).toBe(0)
    expect(
      readFileSync(join(again, 'events.jsonl'), 'utf8').match(/EvaluationReportPublished/g),
    ).toHaveLength(1)
  })
})

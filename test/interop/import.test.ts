import { fromXapi, type RecognisedActivity } from 'training-ops/interop'
import { describe, expect, it } from 'vitest'

const quiz = 'https://learn.example.com/quiz/7'
const unit = 'https://learn.example.com/units/2'
const activities: Readonly<Record<string, RecognisedActivity>> = {
  [quiz]: { kind: 'instrument', offeringId: 'o-1', instrumentId: 'quiz', attempt: 2 },
  [unit]: { kind: 'module', offeringId: 'o-1', module: 'unit-2' },
}
const reading = {
  learnerIdOf: ({ account }: Readonly<Record<string, unknown>>) =>
    (account as { name: string } | undefined)?.name,
  activityOf: (iri: string) => activities[iri],
  receivedAt: '2026-03-01T01:00:00.000Z',
}
const id = '0b1c1f6a-2d43-4a5e-9d0b-0f8f0d6c1a11'
const statement = {
  id,
  actor: { account: { homePage: 'https://hr.example.com', name: 'ada' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/scored' },
  object: { id: quiz },
  result: { score: { scaled: 0.8564 } },
  timestamp: '2026-03-02T09:30:00+08:00',
}
const done = { ...statement, verb: { id: 'http://adlnet.gov/expapi/verbs/completed' }, object: { id: unit } }
const attempt = { offeringId: 'o-1', learnerId: 'ada' }
const metadata = { commandId: `xapi:${id}` }

describe('an imported statement', () => {
  it('with a score is a result in thousandths, under the id of the statement', () => {
    expect(fromXapi(statement, reading)).toEqual({
      status: 'command',
      command: {
        type: 'RecordResult',
        data: { at: '2026-03-02T01:30:00.000Z', ...attempt, instrumentId: 'quiz', attempt: 2, scaled: 856 },
        metadata,
      },
    })
  })
  it('of a module that was done records it', () => {
    const { timestamp: _, ...undated } = done
    expect(fromXapi(undated, reading)).toEqual({
      status: 'command',
      command: {
        type: 'RecordModuleDone',
        data: { at: reading.receivedAt, ...attempt, module: 'unit-2' },
        metadata,
      },
    })
    expect(fromXapi({ ...done, result: { completion: false } }, reading)).toEqual({
      status: 'ignored',
      because: 'notDone',
    })
  })
  it('is left alone where nobody knows who or what it is about', () => {
    const because = (value: object) => {
      const read = fromXapi({ ...statement, ...value }, reading)
      return read.status === 'ignored' && read.because
    }
    expect(because({ actor: { mbox: 'mailto:a@b.c' } })).toBe('unknownLearner')
    expect(because({ object: { id: 'https://elsewhere.example.com' } })).toBe('unknownActivity')
    expect(because({ object: { objectType: 'Agent', mbox: 'mailto:a@b.c' } })).toBe('unknownActivity')
    expect(because({ result: {} })).toBe('noScore')
  })
  it('that breaks the specification is answered with what is wrong', () => {
    const read = fromXapi({ ...statement, verb: {} }, reading)
    expect(read.status === 'invalid' && read.issues).toEqual([{ path: ['verb', 'id'], code: 'MissingKey' }])
  })
  it('says its time in any way ISO 8601 allows', () => {
    const timeOf = (timestamp: string) => {
      const read = fromXapi({ ...statement, timestamp }, reading)
      return read.status === 'command' && read.command.data.at
    }
    for (const same of [
      '2026-03-02T01:30:00Z',
      '2026-03-02 01:30:00',
      '2026-03-02T09:30:00,000+0800',
      '2026-03-02T09:30:00+08',
    ])
      expect(timeOf(same), same).toBe('2026-03-02T01:30:00.000Z')
  })
})

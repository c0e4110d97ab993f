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
  it('by verbs of cmi5 is done, waived, or not', () => {
    const readOf = (verb: string, result?: object) =>
      fromXapi({ ...done, verb: { id: verb }, ...(result === undefined ? {} : { result }) }, reading)
    const adl = (verb: string) => `http://adlnet.gov/expapi/verbs/${verb}`
    const cmi5 = (verb: string) => `https://w3id.org/xapi/adl/verbs/${verb}`
    const reason = { 'https://w3id.org/xapi/cmi5/result/extensions/reason': 'Tested Out' }
    expect(readOf(cmi5('satisfied'))).toMatchObject({
      status: 'command',
      command: { type: 'RecordModuleDone' },
    })
    expect(readOf(cmi5('waived'), { success: true, completion: true, extensions: reason })).toMatchObject({
      status: 'command',
      waived: { reason: 'Tested Out' },
    })
    expect(readOf(cmi5('abandoned'), { completion: true })).toEqual({ status: 'ignored', because: 'notDone' })
    expect(readOf(adl('failed'), { success: false })).toEqual({ status: 'ignored', because: 'notDone' })
    expect(readOf(adl('passed'), { success: false })).toEqual({ status: 'ignored', because: 'contradictory' })
    expect(readOf(adl('failed'), { success: true })).toEqual({ status: 'ignored', because: 'contradictory' })
  })
  it('that voids another names the command of that one', () => {
    const object = { objectType: 'StatementRef', id: id.toUpperCase() }
    expect(
      fromXapi({ ...done, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object }, reading),
    ).toEqual({
      status: 'voids',
      statementId: id,
      commandId: `xapi:${id}`,
    })
  })
  it('is imported once, in whatever case its id is written, and without an id as well', () => {
    const commandIdOf = (value: object) => {
      const read = fromXapi(value, reading)
      return read.status === 'command' && read.command.metadata.commandId
    }
    expect(commandIdOf({ ...done, id: id.toUpperCase() })).toBe(commandIdOf(done))
    const { id: _, ...nameless } = done
    expect(commandIdOf(nameless)).toBe(commandIdOf({ ...nameless }))
    expect(commandIdOf(nameless)).toMatch(/^xapi:[0-9a-f]{64}$/)
  })
  it('has a leap second, and no time outside of what is recorded', () => {
    const read = (timestamp: string) => fromXapi({ ...done, timestamp }, reading)
    expect(read('2016-12-31T23:59:60Z')).toMatchObject({
      command: { data: { at: '2016-12-31T23:59:59.999Z' } },
    })
    expect(read('0001-01-01T00:00:00Z')).toEqual({ status: 'ignored', because: 'noTime' })
  })
})

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { deliveryEvents } from 'training-ops'
import { clrRecord, fromScorm, hashedIdentity, openBadge, tableCsv, toXapi } from 'training-ops/interop'
import { describe, expect, it, test } from 'vitest'

const at = '2026-03-01T01:00:00.000Z'
const issuer = { id: 'https://example.com', name: 'Example Corp' }
const words = {
  id: 'https://learn.example.com/credentials/S-1',
  issuer,
  subject: 'did:example:ada',
  achievement: {
    id: 'https://learn.example.com/courses/fire',
    name: 'Fire',
    description: 'd',
    criteria: 'c',
  },
}
const certificate = { serial: 'S-1', validFrom: at, awardedDate: '2026-03-01' }

describe('a badge', () => {
  it('of a revoked certificate is valid no longer than until it was revoked', () => {
    const revokedAt = '2026-04-01T00:00:00.000Z'
    const status = { id: 'https://learn.example.com/status/1#7', type: 'BitstringStatusListEntry' }
    const badge = (more: object) =>
      openBadge({ ...certificate, status: 'revoked', ...more }, { ...words, status })
    expect(badge({ revokedAt, validUntil: '2027-03-01T01:00:00.000Z' })).toMatchObject({
      validUntil: revokedAt,
      credentialStatus: status,
    })
    expect(badge({}).validUntil).toBe(at)
    expect(openBadge({ ...certificate, status: 'valid' }, words)).not.toHaveProperty('validUntil')
  })
  it('names its achievement in other frameworks, and what was reached', () => {
    const url = 'http://data.europa.eu/esco/skill/1'
    const badge = openBadge(certificate, {
      ...words,
      alignments: [{ framework: 'ESCO', url, name: 'fire safety', code: 'S1' }],
      results: [{ id: 'https://x.example/r', name: 'Test', type: 'Percent', value: '92' }],
    })
    expect(badge.credentialSubject.achievement.alignment).toMatchObject([
      { targetUrl: url, targetCode: 'S1' },
    ])
    expect(badge.credentialSubject.result).toMatchObject([
      { resultDescription: 'https://x.example/r', value: '92' },
    ])
  })
  it('may be for a mail address that nobody can read off it', () => {
    const subject = hashedIdentity('ada@example.com', 'deadsea-7f31')
    const badge = openBadge(certificate, { ...words, subject })
    expect(badge.credentialSubject).not.toHaveProperty('id')
    expect(JSON.stringify(badge)).not.toContain('ada@example.com')
    expect(badge.credentialSubject.identifier).toEqual([subject])
    expect(() => hashedIdentity('ada@example.com', 'x')).toThrow(
      'hashedIdentity needs a salt of 8 characters',
    )
  })
  it('goes with others into one learner record', () => {
    const badge = openBadge(certificate, words)
    const of = { id: 'https://x.example/r', issuer, subject: words.subject, name: 'Record', validFrom: at }
    expect(clrRecord([badge, badge], of).credentialSubject.verifiableCredential).toEqual([badge, badge])
    expect(() => clrRecord([], of)).toThrow('clrRecord needs at least one badge')
    expect(() => clrRecord([badge], { ...of, id: 'record' })).toThrow('clrRecord needs id as an IRI')
  })
})

describe('what a SCORM package left', () => {
  const reading = {
    at,
    offeringId: 'o-1',
    learnerId: 'ada',
    module: 'unit-2',
    test: { instrumentId: 'quiz', attempt: 1 },
  }
  const shortly = (cmi: unknown) => {
    const { commands, ignored } = fromScorm(cmi, reading)
    return [...commands.map(({ type, data }) => `${type} ${data.scaled ?? data.module}`), ...ignored]
  }
  test.each([
    [
      '1.2 passed',
      { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85' },
      ['RecordModuleDone unit-2', 'RecordResult 850'],
    ],
    [
      '1.2 out of 20',
      { 'core.lesson_status': 'completed', 'core.score.raw': 15, 'core.score.max': 20 },
      ['RecordModuleDone unit-2', 'RecordResult 750'],
    ],
    [
      '1.2 failed',
      { 'core.lesson_status': 'failed', 'core.score.raw': '40' },
      ['RecordResult 400', 'notDone'],
    ],
    ['1.2 looked at', { 'core.lesson_status': 'browsed' }, ['notDone', 'noScore']],
    [
      '2004 done',
      { completion_status: 'completed', success_status: 'failed', 'score.scaled': '0.4' },
      ['RecordModuleDone unit-2', 'RecordResult 400'],
    ],
    [
      '2004 passed, completion not told',
      { completion_status: 'unknown', success_status: 'passed' },
      ['RecordModuleDone unit-2', 'noScore'],
    ],
    [
      '2004 with a raw score alone',
      { completion_status: 'incomplete', 'score.raw': '8', 'score.max': '10' },
      ['notDone', 'noScore'],
    ],
    ['no data', 'passed', ['notScormData']],
  ])('%s', (_what, cmi, commands) => {
    expect(shortly(cmi)).toEqual(commands)
  })
  it('is read once, and never throws', () => {
    const cmi = { completion_status: 'completed', 'score.scaled': 0.5 }
    const idsAt = (at: string) =>
      fromScorm(cmi, { ...reading, at }).commands.map((one) => one.metadata.commandId)
    expect(new Set(idsAt(at)).size).toBe(2)
    expect(idsAt('2026-05-01T00:00:00.000Z')).toEqual(idsAt(at))
    fc.assert(fc.property(fc.anything(), (value) => void fromScorm(value, reading)))
  })
})

describe('an id in a spreadsheet', () => {
  const cellOf = (id: string, options: object = {}) =>
    tableCsv({ columns: ['id'], rows: [[{ id }]] }, { byteOrderMark: false, ...options })
      .replace('id\r\n', '')
      .trimEnd()
  it.each(['000123', '110101199003071234', '3-4', '1E5', 'MAR1', '1/2', 'TRUE', '2026-03'])(
    '%s stays text',
    (id) => {
      expect(cellOf(id)).toBe(`"=""${id}"""`)
      expect(cellOf(id, { ids: 'plain' })).toBe(id.startsWith('-') ? `'${id}` : id)
    },
  )
  it.each(['ada', 'e088', '12345', 'o-1', 'fire-1'])('%s is written as it is', (id) => {
    expect(cellOf(id)).toBe(id)
  })
  it('runs as no formula, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        const [, [cell]] = parse(tableCsv({ columns: ['id'], rows: [[{ id }]] }, { byteOrderMark: false }), {
          relax_column_count: true,
          skip_empty_lines: false,
        }) as [[string], [string]]
        const asText = `="${id.replaceAll('"', '""')}"`
        expect(cell === asText || cell === id || cell === `'${id}`).toBe(true)
        if (cell !== asText) expect(cell).not.toMatch(/^[=+\-@]/)
      }),
    )
  })
})

test('who passed the test and came too little has failed, and nobody is told of a success', () => {
  const failed = deliveryEvents.make.EnrolmentFailed({
    at,
    offeringId: 'o',
    learnerId: 'ada',
    courseId: 'c',
    courseVersion: 1,
    unmet: ['attendance'],
    assessment: 'passed',
    attendedMinutes: 90,
    scheduledMinutes: 480,
  })
  const statement = toXapi(failed, {
    homePage: 'https://hr.example.com',
    base: 'https://l.example.com',
    version: '2.0.0',
  })
  expect(statement?.version).toBe('2.0.0')
  expect(statement?.result).toEqual({ completion: false, duration: 'PT90M' })
})

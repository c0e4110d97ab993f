/** What is wrong with a command is said so that somebody can mend it. */
import { assemble, catalogEvents, isRejected, lifecycle, type Module } from 'training-ops'
import { en, explainRejection, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const training = assemble(lifecycle, {}, { trusted: true })
const modules: readonly Module[] = lifecycle
const commands = modules.flatMap(({ decisions }) => decisions.map(({ command }) => command))

const explained = (type: string, data: unknown, language = en): string => {
  const verdict = training.decide({ type, data, metadata: { commandId: 'c-1' } } as never, [])
  if (!isRejected(verdict)) throw new Error(`${type} was accepted`)
  return verdict.left.code === 'InvalidCommand' ? explainRejection(verdict.left, language) : ''
}

const ofOffering = { at: '2026-03-01T09:00:00.000Z', offeringId: 'o-1' }

describe('an invalid command', () => {
  test.each([
    [
      'an instant without milliseconds',
      'OpenEnrolment',
      { ...ofOffering, at: '2026-03-01T09:00:00Z' },
      'instant in UTC with milliseconds, such as 2026-03-01T09:00:00.000Z',
    ],
    [
      'an id with a space',
      'OpenEnrolment',
      { ...ofOffering, offeringId: 'o 1' },
      'an id of 1 to 128 characters, without spaces',
    ],
    ['a missing field', 'OpenEnrolment', { at: ofOffering.at }, 'data.offeringId: missing (expected: text)'],
    [
      'a list of allowed values',
      'RequestEnrolment',
      { ...ofOffering, learnerId: 'ada', source: 'boss' },
      'assigned | manager | self',
    ],
    [
      'the kinds of a criterion',
      'PublishCourseVersion',
      { completionRule: { require: 'some', of: [] } },
      'data.completionRule.require: not one of the allowed values (all | any | atLeast)',
    ],
    [
      'the variant that fits best',
      'RecordInteraction',
      { ...ofOffering, sessionId: 's', kind: 'question', observed: { count: 'many' } },
      'data.observed.count: wrong type (expected: a number)',
    ],
  ])('tells %s', (_, type, data, words) => {
    expect(explained(type, data)).toContain(words)
  })

  test('tells the nearest command', () => {
    expect(explained('RequestEnrollment', {})).toBe('type: no such command. The nearest is RequestEnrolment.')
    expect(explained('requestenrolment', {}, zhCN)).toContain('最接近的是 RequestEnrolment')
    expect(explained('BrewCoffee', {})).toBe('type: no such command.')
    expect(explained('x'.repeat(10_000), {})).toBe('type: no such command.')
  })

  test.each([en, zhCN])('says nothing in a machine’s words, whatever is wrong ($tag)', (language) => {
    const wrong = [
      '',
      ' ',
      'a b',
      'a\u0000',
      3,
      -1,
      1e300,
      0.5,
      null,
      true,
      [],
      [null],
      [{}],
      {},
      { kind: 'none' },
    ]
    const odd = commands.flatMap(({ type, schema }) =>
      Object.keys(schema.shape).flatMap((field) =>
        wrong
          .map((value) => explained(type as string, { [field]: value }, language))
          .filter((words) => /regex|undefined|\(\)|（）|datetime|invalid_|\[object/.test(words)),
      ),
    )
    expect(odd.slice(0, 3)).toEqual([])
  })

  test('is advised against where attendance below 1 % is asked for', () => {
    const published = (atLeast: number) =>
      training.decide(
        {
          type: 'PublishCourseVersion',
          data: {
            at: ofOffering.at,
            courseId: 'selling',
            version: 1,
            title: 'Selling',
            modules: [{ activity: 'theory', minutes: 60 }],
            modality: 'classroom',
            completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast }] },
          },
          metadata: { commandId: 'c-2' },
        },
        [catalogEvents.make.CourseDrafted({ at: ofOffering.at, courseId: 'selling', title: 'Selling' })],
      )
    expect(published(80)).toMatchObject({ advisories: [{ code: 'AttendanceShareTiny', atLeast: 80 }] })
    expect(published(8000)).not.toHaveProperty('advisories')
  })
})

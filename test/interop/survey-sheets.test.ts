import fc from 'fast-check'
import {
  assemble,
  catalog,
  createLedger,
  delivery,
  evaluation,
  type InstrumentItem,
  isAccepted,
  resources,
} from 'training-ops'
import {
  anonymousResponsesFromRows,
  guessLayout,
  readSurvey,
  responsesFromRows,
  type SurveyLayout,
  type SurveyQuestion,
  type SurveySheet,
  surveyColumns,
  surveyTime,
} from 'training-ops/interop'
import { describe, expect, test } from 'vitest'
import { hostileRow, randomFrom } from './hostile-rows.ts'
import { samples } from './survey-samples.ts'

const zone = 'Asia/Shanghai'

describe('a time is read as tools and spreadsheets write it', () => {
  test.each([
    ['2026-07-29T12:52:41.378Z', {}, '2026-07-29T12:52:41.378Z'],
    ['2023-01-26T13:39:50+01:00', {}, '2023-01-26T12:39:50.000Z'],
    ['2026-08-17 20:55:32 UTC', {}, '2026-08-17T20:55:32.000Z'],
    ['2026/03/03 9:05:12 PM GMT+8', { zone: 'UTC' }, '2026-03-03T13:05:12.000Z'],
    ['03/05/2026 09:05:12 AM', { order: 'monthFirst' }, '2026-03-05T01:05:12.000Z'],
    ['03/05/2026 09:05:12 AM', { order: 'dayFirst' }, '2026-05-03T01:05:12.000Z'],
    ['7/27/26 19:17:10', {}, '2026-07-27T11:17:10.000Z'],
    ['03-Mar-2026 09:05:00', {}, '2026-03-03T01:05:00.000Z'],
    ['Tuesday, 3 March 2026, 9:05 AM', {}, '2026-03-03T01:05:00.000Z'],
    ['Mar 3, 2026 9:05 AM', {}, '2026-03-03T01:05:00.000Z'],
    ['2026/3/3 下午 1:05:00', {}, '2026-03-03T05:05:00.000Z'],
    ['2026年3月3日 星期二 9:05', {}, '2026-03-03T01:05:00.000Z'],
    ['2026/3/3 12:05:00 AM', {}, '2026-03-02T16:05:00.000Z'],
    ['２０２６/３/３ ９:05', {}, '2026-03-03T01:05:00.000Z'],
    ['46230.80358796296', {}, '2026-07-27T11:17:10.000Z'],
    [46230.80358796296, {}, '2026-07-27T11:17:10.000Z'],
    [new Date('2026-03-03T09:05:00.000Z'), {}, '2026-03-03T01:05:00.000Z'],
    ['2026-03-03', {}, '2026-03-02T16:00:00.000Z'],
    ['1980-01-01 00:00:00', {}, 'NotATime'],
    ['2026/2/30 9:05', {}, 'NotATime'],
    ['13:05', {}, 'NotATime'],
    [new Date(Number.NaN), {}, 'NotATime'],
    [Number.NaN, {}, 'NotATime'],
    [Number.POSITIVE_INFINITY, {}, 'NotATime'],
    ['3/4/2026 9:05', {}, 'NoDateOrder'],
  ] as const)('%s', (cell, form, instant) => {
    expect(surveyTime(cell, { zone, ...form })).toBe(instant)
  })
})

describe('a row', () => {
  const layout: SurveyLayout = {
    submittedAt: 't',
    zone,
    respondent: 'who',
    questions: { a: 'a', b: { itemId: 'b', values: { yes: 1, no: 0 } }, n: { itemId: 'n', kind: 'number' } },
    values: { yes: 5 },
    blanks: [99],
    skipped: [-3],
  }
  const row = { t: '2026-03-03 09:05', who: 'p1', a: 'yes', b: 'yes', n: '3.50' }
  test('has values of its own for each question', () => {
    expect(readSurvey([row], layout).responses[0]?.answers).toEqual([
      { itemId: 'a', value: 5 },
      { itemId: 'b', value: 1 },
      { itemId: 'n', kind: 'number', number: 35, decimals: 1 },
    ])
  })
  test('says what was left empty and what was not asked', () => {
    const { responses } = readSurvey([{ ...row, a: 99, b: '-3' }], layout)
    expect(responses).toMatchObject([{ leftEmpty: ['a'], notAsked: ['b'] }])
  })
  test.each(['first', 'last', 'none'] as const)(
    'of one respondent twice counts by the time of submission: %s',
    (twice) => {
      const later = { ...row, t: '2026-03-03 10:00', a: '2' }
      const { responses, bad } = readSurvey([later, row], { ...layout, twice })
      expect(responses.map(({ row }) => row)).toEqual({ first: [2], last: [1], none: [] }[twice])
      expect(bad.map(({ code }) => code)).toEqual(
        twice === 'none' ? ['RespondentTwice', 'RespondentTwice'] : ['RespondentTwice'],
      )
    },
  )
  test('takes the order of its date from the row that shows it', () => {
    const dated = (t: string, who: string) => ({ ...row, t, who })
    const read = (...rows: readonly object[]) => readSurvey(rows as SurveySheet, layout)
    expect(read(dated('3/4/2026 9:05', 'p1')).bad).toMatchObject([
      { code: 'NoDateOrder', cell: '3/4/2026 9:05' },
    ])
    expect(read(dated('3/4/2026 9:05', 'p1'), dated('3/14/2026 9:05', 'p2')).responses[0]?.at).toBe(
      '2026-03-04T01:05:00.000Z',
    )
  })
  test('names the number of a respondent with the zeros a spreadsheet took', () => {
    expect(
      readSurvey([{ ...row, who: 17 }], { ...layout, respondentDigits: 6 }).responses[0]?.respondent,
    ).toBe('000017')
  })
})

describe('a sheet that cannot be taken whole says so', () => {
  const layout = { submittedAt: 't', respondent: 'who' }
  const row = { t: '2026-03-03 09:05', who: 'p1', A: '1', B: '2' }
  const codesOf = (questions: SurveyLayout['questions'], more: object = {}) =>
    responsesFromRows([{ ...row, ...more }], {
      administrationId: 'a',
      zone,
      layout: { ...layout, questions },
    }).bad.map(({ column, code }) => `${column}: ${code}`)
  const rank = (option: string) => ({ itemId: 'r', kind: 'rank', option }) as const
  test.each([
    ['two columns of one item', { A: 'a', B: 'a' }, {}, ['A: ItemTwice', 'B: ItemTwice']],
    ['two options at one place', { A: rank('x'), B: rank('y') }, { B: '1' }, ['B: NotAnAnswer']],
    [
      'words nobody could store',
      { A: { itemId: 'a', kind: 'text' } },
      { A: 'x'.repeat(4001) },
      ['A: TooLong'],
    ],
    ['a respondent with a space in it', { A: 'a' }, { who: 'Li Lei' }, ['who: NotAnId']],
  ] as const)('%s', (_, questions, more, codes) => {
    expect(codesOf(questions, more)).toEqual(codes)
  })
  test('a key that is given twice, or can be guessed', () => {
    const rows = [row, { ...row, who: 'p2' }]
    const read = (keyOf: (row: number) => string) =>
      anonymousResponsesFromRows(rows, {
        administrationId: 'a',
        zone,
        layout: { submittedAt: 't', questions: { A: 'a' } },
        keyOf,
      }).bad.map(({ code }) => code)
    expect(read(() => 'f3b1c09a77e24d51')).toEqual(['NoKey', 'NoKey'])
    expect(read(String)).toEqual(['NoKey', 'NoKey'])
  })
  test('an anonymous answer is of the day of the administration’s zone, and not of the tool’s', () => {
    const { commands } = anonymousResponsesFromRows([{ t: '2026-03-03 23:30', A: '1' }], {
      administrationId: 'a',
      zone,
      layout: { zone: 'UTC', submittedAt: 't', questions: { A: 'a' } },
      keyOf: () => 'f3b1c09a77e24d51',
    })
    expect(commands).toMatchObject([{ data: { at: '2026-03-04T00:00:00.000Z' } }])
  })
})

test('an answer off its scale, or to no item of the instrument, is told by its cell', () => {
  const layout = { submittedAt: 't', respondent: 'who', questions: { A: 'a', B: 'b' } }
  const item = { itemId: 'a', scale: { min: 1, max: 5 }, reverse: false, required: true }
  const rows = [
    { t: '2026-03-03 09:05', who: 'p1', A: '6', B: '' },
    { t: '2026-03-03 09:05', who: 'p2', A: '5', B: '1' },
    { t: '2026-03-03 09:05', who: 'p3', A: '5', B: '' },
  ]
  const { commands, bad } = responsesFromRows(rows, { administrationId: 'a-1', zone, layout, items: [item] })
  expect(commands.map(({ data }) => data.respondentId)).toEqual(['p3'])
  expect(bad).toEqual([
    { row: 1, column: 'A', code: 'AnswerDoesNotFit', cell: '6' },
    { row: 2, column: 'B', code: 'NotAnItem', cell: '1' },
  ])
})

/** Whatever a reader of files or an attacker may hand over in a cell. */
const anyCell = fc.oneof(
  fc.constantFrom('', '5', '非常满意', '2026/3/3 9:05', 'a┋b', '\u202e5', '__proto__', 'x'.repeat(30_000)),
  fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true }),
)
const trap = new Proxy(
  {},
  {
    get: () => {
      throw new Error('trap')
    },
    ownKeys: () => {
      throw new Error('trap')
    },
  },
)
const anyRow = fc.oneof(
  fc.dictionary(fc.constantFrom('t', 'who', 'A', 'B', '__proto__'), anyCell),
  fc.array(anyCell, { maxLength: 5 }),
  fc.constantFrom(trap, null, undefined, 7, {
    get t() {
      throw new Error('trap')
    },
  }),
)

test('of 770 hostile rows none throws and none is lost (`scripts/fuzz-surveys.ts` reads 100,000)', () => {
  const random = randomFrom(7)
  for (const columns of Object.values(surveyColumns)) {
    const layout: SurveyLayout = {
      ...columns,
      submittedAt: 't',
      respondent: 'who',
      headings: { rows: 1, naming: [1] },
      questions: { A: 'a', B: { itemId: 'b', kind: 'choices', options: { 安全: 'safety' } } },
    }
    const rows = Array.from({ length: 70 }, () => hostileRow(random)) as unknown as SurveySheet
    const { responses, bad, leftOut } = readSurvey(rows, layout)
    const told = new Set([...responses, ...bad, ...leftOut].map(({ row }) => row))
    expect(told.has(0) ? 70 : told.size).toBe(Array.isArray(rows[0]) && !told.has(0) ? 69 : 70)
    responsesFromRows(rows, { administrationId: 'a', zone, layout })
    guessLayout(rows, { zone })
  }
})

test('a layout that is none is a mistake of the program, and is named', () => {
  for (const none of [undefined, null, {}, { submittedAt: 't' }, { submittedAt: 7, questions: { A: 7 } }])
    expect(() => readSurvey([], none as never)).toThrow('training-ops: readSurvey needs a layout')
})

test('no row throws and none is lost, whatever it holds', () => {
  const layout: SurveyLayout = {
    submittedAt: 't',
    respondent: 'who',
    zone,
    questions: { A: 'a', B: { itemId: 'b', kind: 'choices', options: { a: 'a', b: 'b' } } },
  }
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
      const { responses, bad, leftOut } = readSurvey(rows as SurveySheet, layout)
      const told = new Set([...responses, ...bad, ...leftOut].map(({ row }) => row))
      const answers = Array.isArray(rows[0]) ? rows.length - 1 : rows.length
      expect(told.size).toBe(Math.max(0, answers))
      expect(() => guessLayout(rows as SurveySheet, { zone })).not.toThrow()
    }),
  )
  for (const none of [
    { length: 1e9 },
    null,
    'rows',
    new Array(2_000_000),
    new Proxy([1], {
      get: () => {
        throw new Error('trap')
      },
    }),
  ])
    expect(readSurvey(none as never, layout).bad).toEqual([{ row: 0, column: '', code: 'NotASheet' }])
})

const at = '2026-01-01T00:00:00.000Z'
/** The items that a layout asks. */
const itemsOf = ({ questions }: SurveyLayout): readonly InstrumentItem[] => {
  const asked = Object.values(questions).flatMap((one): readonly SurveyQuestion[] => {
    if (typeof one === 'string') return [{ itemId: one }]
    const words = 'other' in one ? one.other?.textItem : undefined
    return words === undefined ? [one] : [one, { itemId: words, kind: 'text' }]
  })
  const once = new Map(asked.map((one) => [one.itemId, one]))
  return Array.from(once.values(), (one): InstrumentItem => {
    const { itemId } = one
    const required = false
    const kind =
      one.kind === 'option' ? 'choices' : one.kind === 'rank' || one.kind === 'place' ? 'ranking' : one.kind
    if (kind === 'text') return { itemId, kind, required }
    if (kind === 'number') return { itemId, kind, unit: 'years', decimals: 2, required }
    if (kind === undefined || kind === 'scale')
      return { itemId, scale: { min: 1, max: 5 }, reverse: false, required }
    const listed = 'options' in one ? Object.values(one.options) : []
    const options = [
      ...new Set([...listed, ...asked.flatMap((each) => ('option' in each ? [each.option] : []))]),
    ]
    return { itemId, kind, options: [...options, 'another'], required }
  })
}
const training = assemble([catalog, resources, delivery, evaluation], {}, { trusted: true })
const asking = (items: readonly InstrumentItem[], respondents: readonly string[]) => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object) =>
    isAccepted(ledger.execute({ type, data, metadata: { commandId: `c-${++asked}` } } as never))
  ask('PublishInstrumentVersion', { at, instrumentId: 'i', version: 1, title: 'Needs', items })
  const window = { opens: at, closes: '2027-01-01T00:00:00.000Z' }
  const of = { instrumentId: 'i', version: 1, purpose: 'needs', window, anonymity: 'identified' }
  ask('OpenAdministration', { at, administrationId: 'a', ...of })
  for (const one of respondents)
    ask('InviteRespondent', { at, administrationId: 'a', respondentId: one, learnerId: one })
  return ledger
}
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '5',
      5,
      '5分',
      '非常满意',
      '安全┋沟通',
      'Safety;Talk',
      '(跳过)',
      -3,
      '3.25',
      'A5',
    ),
  },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('x'.repeat(4001), '\ud800', '\u0007 bell', '9', '0', true, new Date(0)),
)

test('what is read of any tool’s sheet, SubmitResponse accepts: with whatever stands in its cells', () => {
  let accepted = 0
  for (const { tool, sheet, layout } of Object.values(samples)) {
    const whole = { zone, ...surveyColumns[tool], questions: {}, ...layout } as SurveyLayout
    const items = itemsOf(whole)
    fc.assert(
      fc.property(fc.array(cell, { minLength: 8, maxLength: 8 }), (cells) => {
        let next = 0
        const fresh = (value: unknown) => (++next % 3 === 2 ? (cells[next % 8] ?? value) : value)
        const isOpen = (heading: unknown) => Object.hasOwn(whole.questions, String(heading))
        const rows = sheet.map((row, at) =>
          Array.isArray(row)
            ? at < (whole.headings?.rows ?? 1)
              ? row
              : row.map((value, column) => (column > 3 ? fresh(value) : value))
            : Object.fromEntries(
                Object.entries(row).map(([heading, value]) => [
                  heading,
                  isOpen(heading) ? fresh(value) : value,
                ]),
              ),
        ) as SurveySheet
        const { commands, bad, leftOut } = responsesFromRows(rows, {
          administrationId: 'a',
          zone,
          layout: whole,
          items,
        })
        const ledger = asking(
          items,
          commands.map(({ data }) => data.respondentId),
        )
        for (const command of commands) {
          const verdict = ledger.execute(command)
          expect([tool, verdict]).toMatchObject([tool, { _tag: 'Right' }])
          accepted++
        }
        expect(commands.length + bad.length + leftOut.length).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  }
  expect(accepted).toBeGreaterThan(10)
})

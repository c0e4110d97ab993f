/** What people chose, option by option: shares of people, means of numbers, themes of what they wrote. */
import fc from 'fast-check'
import {
  type AnyEvent,
  answerFigures,
  evaluationEvents,
  type InstrumentItem,
  kirkpatrick,
  kirkpatrickFigures,
  kirkpatrickOfAdministration,
  project,
  reactionBySegment,
  studyRecord,
} from 'training-ops'
import { en, evaluationReport, toMarkdown, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const { make } = evaluationEvents
const at = '2026-03-01T00:00:00.000Z'
const options = ['safety', 'sales', 'talk']
const row = (itemId: string): InstrumentItem => ({
  itemId,
  matrix: 'room',
  scale: { min: 1, max: 3 },
  reverse: false,
  required: false,
})
const items: InstrumentItem[] = [
  { itemId: 'format', kind: 'choice', options: ['online', 'onsite'], required: false },
  { itemId: 'topics', kind: 'choices', options, required: false },
  { itemId: 'order', kind: 'ranking', options, required: false },
  { itemId: 'advice', kind: 'text', required: false },
  { itemId: 'years', kind: 'number', unit: 'years', decimals: 1, required: false },
  row('light'),
]
type Said = {
  readonly format?: string | undefined
  readonly topics?: readonly string[] | undefined
  readonly order?: readonly string[] | undefined
  readonly themes?: readonly string[] | undefined
  readonly years?: number | undefined
  readonly light?: number | undefined
  readonly segment?: string | undefined
}
type Purpose = 'reaction' | 'needs' | 'pretest' | 'posttest' | 'observation'
const opened = (k: number, purpose: Purpose = 'reaction', administrationId = 'a') =>
  make.AdministrationOpened({
    at,
    administrationId,
    instrumentId: 'i',
    version: 1,
    items,
    purpose,
    programId: 'p-1',
    window: { opens: at, closes: '2026-12-01T00:00:00.000Z' },
    anonymity: 'confidential',
    k,
    channel: 'online',
  })
const said = (respondentId: string, one: Said, administrationId = 'a', on = at): AnyEvent[] => {
  const about = { at: on, administrationId, respondentId, learnerId: respondentId, programId: 'p-1' }
  const { format, topics, order, themes, years, light } = one
  const of = { ...about, instrumentId: 'i', purpose: 'reaction' as const }
  const answers = [
    ...(format === undefined ? [] : [{ itemId: 'format', kind: 'choice' as const, option: format }]),
    ...(topics === undefined ? [] : [{ itemId: 'topics', kind: 'choices' as const, options: [...topics] }]),
    ...(order === undefined ? [] : [{ itemId: 'order', kind: 'ranking' as const, options: [...order] }]),
    ...(themes === undefined ? [] : [{ itemId: 'advice', kind: 'text' as const, text: 'my own words' }]),
    ...(years === undefined
      ? []
      : [{ itemId: 'years', kind: 'number' as const, number: years, decimals: 1 }]),
    ...(light === undefined ? [] : [{ itemId: 'light', value: light }]),
  ]
  return [
    make.ResponseSubmitted({ ...of, version: 1, role: 'self', answers }),
    ...(themes === undefined ? [] : [make.AnswerCoded({ ...of, itemId: 'advice', themes: [...themes] })]),
  ]
}
const programOf = (events: readonly AnyEvent[]) =>
  project(kirkpatrick, events)['p-1'] ?? kirkpatrick.initial()
const people = (many: number, of: (at: number) => Said) =>
  Array.from({ length: many }, (_, at) => said(`p${at}`, of(at))).flat()
const figuresOf = (events: readonly AnyEvent[]) =>
  Object.fromEntries(answerFigures(programOf(events)).map(({ figure, result }) => [figure, result]))

const eight = (at: number): Said => ({
  format: at < 6 ? 'online' : 'onsite',
  topics: at % 2 === 0 ? ['safety', 'talk'] : ['sales'],
  order: at < 5 ? ['talk', 'sales', 'safety'] : ['sales', 'talk', 'safety'],
  themes: at < 4 ? ['rooms'] : at === 4 ? ['food'] : [],
  years: 10 * (at + 1),
  light: 1 + (at % 3),
})

describe('the answers of eight people', () => {
  const figures = figuresOf([opened(3), ...people(8, eight)])
  test.each([
    ['M38:i/1:format:online', 0.75],
    ['M38:i/1:format:onsite', 0.25],
    ['M38:i/1:topics:safety', 0.5],
    ['M38:i/1:order:talk', 0.625],
    ['M38:i/1:order:safety', 0],
    ['M38:i/1:advice:rooms', 0.5],
    ['M38:i/1:light:1', 0.375],
    ['M39:i/1:years', 4.5],
    ['M38b:i/1:order:talk', 1.375],
  ])('%s is %d, of all eight, with its interval', (figure, value) => {
    expect(figures[figure]).toMatchObject({ status: 'ok', value, n: 8, interval: { confidence: 0.95 } })
  })
  test('give the interval of Wilson', () => {
    expect(figures['M38:i/1:format:online']).toMatchObject({ interval: { method: 'wilson' } })
  })
  test('of a theme that fewer than k raised are told as one of the others, and not where those are few', () => {
    expect(figures['M38:i/1:advice:food']).toBeUndefined()
    expect(figures['M38:i/1:advice:otherThemes']).toMatchObject({ status: 'suppressed' })
  })
  test('of a needs survey are told too, and of no program', () => {
    const events = [opened(3, 'needs'), ...people(8, eight)]
    const survey = project(kirkpatrickOfAdministration, events).a ?? kirkpatrickOfAdministration.initial()
    expect(answerFigures(survey)[0]).toMatchObject({ of: { item: 'format' }, result: { status: 'ok', n: 8 } })
    expect(kirkpatrickFigures(programOf(events)).some(({ metric }) => metric === 'M38')).toBe(false)
  })
})

describe('a question with options', () => {
  const answered = (about: string, by: string, option: string, purpose: Purpose, administrationId: string) =>
    make.ResponseSubmitted({
      at,
      administrationId,
      respondentId: by,
      learnerId: about,
      programId: 'p-1',
      instrumentId: 'i',
      version: 1,
      purpose,
      role: about === by ? 'self' : 'supervisor',
      answers: [{ itemId: 'format', kind: 'choice', option }],
    })
  const told = (events: readonly AnyEvent[]) =>
    answerFigures(programOf(events))
      .filter(({ of }) => of.option === 'online')
      .map(({ figure, level, result }) => [
        figure,
        level,
        result.status === 'ok' ? [result.value, result.n] : result.status,
      ])
  test('of a test is told before and after apart', () => {
    const who = ['p0', 'p1', 'p2', 'p3']
    const events = [
      opened(3, 'pretest', 'pre'),
      opened(3, 'posttest', 'post'),
      ...who.map((one, at) => answered(one, one, at < 1 ? 'online' : 'onsite', 'pretest', 'pre')),
      ...who.map((one, at) => answered(one, one, at < 3 ? 'online' : 'onsite', 'posttest', 'post')),
    ]
    expect(told(events)).toEqual([
      ['M38:i/1:pretest:format:online', 2, [0.25, 4]],
      ['M38:i/1:posttest:format:online', 2, [0.75, 4]],
    ])
  })
  test('of an observation counts the people observed, and is not told where few observed', () => {
    const observed = (observers: number) => [
      opened(3, 'observation', 'o'),
      ...Array.from({ length: 8 }, (_, at) =>
        answered(`p${at}`, `s${at % observers}`, at < 2 ? 'online' : 'onsite', 'observation', 'o'),
      ),
    ]
    expect(told(observed(4))).toEqual([['M38:i/1:observation:format:online', 3, [0.25, 8]]])
    expect(told(observed(2))).toEqual([['M38:i/1:observation:format:online', 3, 'suppressed']])
  })
})

test('who answers in two classes counts once, with what they said last', () => {
  const later = '2026-04-01T00:00:00.000Z'
  const twice = said('p0', { format: 'onsite' }, 'b', later)
  const figures = figuresOf([opened(1), opened(1, 'reaction', 'b'), ...people(4, eight), ...twice])
  expect(figures['M38:i/1:format:online']).toMatchObject({ value: 0.75, n: 4 })
})
test('the rows of a matrix are withheld where its mean, told of all answers, would give the earlier one away', () => {
  const later = '2026-04-01T00:00:00.000Z'
  const both = [opened(3), opened(3, 'reaction', 'b'), ...people(8, eight)]
  const figures = figuresOf([...both, ...said('p0', { light: 3 }, 'b', later)])
  expect(figures['M38:i/1:light:1']).toMatchObject({ status: 'suppressed' })
  expect(figures['M38:i/1:format:online']).toMatchObject({ status: 'ok' })
})

test('the report tells them in both languages, and nothing that somebody wrote', () => {
  const study = make.EvaluationStudyPlanned({
    at,
    evaluationId: 'e',
    programId: 'p-1',
    zone: 'UTC',
    levels: [1],
    instruments: {},
    k: 3,
  })
  const events = [study, opened(3), ...people(8, eight)]
  const record = project(studyRecord, events).e ?? studyRecord.initial()
  const report = evaluationReport({
    program: { programId: 'p-1', title: 'Selling' },
    record,
    figures: kirkpatrickFigures(programOf(events)),
  })
  const read = (language: typeof en) => toMarkdown(report, { language, zone: 'UTC' })
  expect(read(en)).toMatch(/format, online \| 75\.0% \(n = 8/)
  expect(read(en)).toMatch(/Share per option: people who chose it ÷ people who answered the question/)
  expect(read(zhCN as never)).toMatch(/选项占比/)
  expect(read(en) + read(zhCN as never)).not.toContain('my own words')
})

const anyOf = <Value>(...values: Value[]) => fc.constantFrom<Value | undefined>(undefined, ...values)
const person: fc.Arbitrary<Said> = fc.record({
  format: anyOf('online', 'onsite'),
  topics: fc.option(fc.subarray(options), { nil: undefined }),
  themes: fc.option(fc.subarray(['rooms', 'food']), { nil: undefined }),
  years: anyOf(10, 20),
  segment: anyOf('north', 'south'),
})

test('no part that is told, nor what is left of the whole without the parts told, is of fewer than k people or all alike', () => {
  const surveys = fc.record({ k: fc.integer({ min: 2, max: 4 }), all: fc.array(person, { maxLength: 14 }) })
  let told = 0
  fc.assert(
    fc.property(surveys, ({ k, all }) => {
      const program = programOf([opened(k), ...all.flatMap((one, at) => said(`p${at}`, one))])
      const segmentOf = ({ respondentId = '' }) => all[Number(respondentId.slice(1))]?.segment
      const { cells, totals } = reactionBySegment(program, segmentOf)
      /** What somebody said to a question of the table, none where they did not. */
      const saidTo = (one: Said, question: string): string | undefined => {
        const [, item = '', option = ''] = question.split(':')
        if (item === 'format') return one.format
        if (item === 'years') return one.years?.toString()
        const chosen = item === 'topics' ? one.topics : one.themes
        const isChosen =
          option === 'otherThemes'
            ? chosen?.some((theme) => !cells.some(({ question }) => question.endsWith(`:${theme}`)))
            : chosen?.includes(option)
        return chosen === undefined ? undefined : String(isChosen)
      }
      const isSafe = (question: string, who: readonly Said[]) => {
        const answers = who.flatMap((one) => saidTo(one, question) ?? [])
        const [n, kinds] = [answers.length, new Set(answers).size]
        expect([question, n === 0 || n >= k]).toEqual([question, true])
        if (n > 0 && n < 2 * k) expect([question, kinds > 1]).toEqual([question, true])
      }
      for (const { question, result } of totals) {
        const shown = cells.filter((cell) => cell.question === question && cell.result.status === 'ok')
        const segments = shown.map(({ segment }) => segment)
        for (const segment of segments)
          isSafe(
            question,
            all.filter((one) => one.segment === segment),
          )
        if (result.status !== 'ok') continue
        told++
        isSafe(question, all)
        isSafe(
          question,
          all.filter((one) => !segments.includes(one.segment ?? '')),
        )
      }
      for (const { figure, result } of answerFigures(program))
        if (result.status === 'ok') isSafe(figure.slice(figure.indexOf(':') + 1), all)
    }),
    { numRuns: 150 },
  )
  expect(told).toBeGreaterThan(100)
})

test('choices in tests and observations are told in the evaluation report, each purpose apart, in both languages', () => {
  const about = (purpose: Purpose) =>
    people(8, eight).map((event) => ({
      ...event,
      data: {
        ...event.data,
        purpose,
        administrationId: purpose,
        ...(purpose === 'observation'
          ? { role: 'supervisor', respondentId: `boss-${event.data.respondentId}` }
          : {}),
      },
    }))
  const events = (['posttest', 'observation'] as const).flatMap((purpose) => [
    opened(3, purpose, purpose),
    ...about(purpose),
  ])
  const figures = kirkpatrickFigures(programOf(events))
  const shares = figures.filter(({ metric, of }) => metric === 'M38' && of.item === 'format')
  expect(
    shares.map(({ level, of, result }) => [
      level,
      of.purpose,
      of.option,
      result.status === 'ok' && result.value,
    ]),
  ).toEqual([
    [2, 'posttest', 'online', 0.75],
    [2, 'posttest', 'onsite', 0.25],
    [3, 'observation', 'online', 0.75],
    [3, 'observation', 'onsite', 0.25],
  ])
  const record = studyRecord.initial()
  const document = evaluationReport({
    program: { title: 'Selling' },
    record: { ...record, levels: [1, 2, 3] },
    figures,
  })
  const page = (language: typeof en) => toMarkdown(document, { language, zone: 'UTC' })
  expect(page(en)).toMatch(/test after, format, online[^\n]*75\.0/)
  expect(page(en)).toMatch(/observation, format, online[^\n]*75\.0/)
  expect(page(zhCN)).toMatch(/训后测试、format、online[^\n]*75\.0/)
})

/** Programs others evaluated and published, evaluated again through commands and events. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  asPublished,
  assemble,
  catalog,
  contribution,
  createLedger,
  delivery,
  evaluation,
  isRejected,
  kirkpatrick,
  kirkpatrickFigures,
  resources,
  studyRecord,
} from 'training-ops'
import { type MetricResult, tTestOf } from 'training-ops/metrics'
import { describe, expect, test } from 'vitest'

const folder = process.env.TRAINING_OPS_DATA
const rowsOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(join(folder ?? '', file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))

const training = assemble([catalog, resources, delivery, evaluation], {}, { trusted: true })

/** A ledger that takes nothing but what is accepted. */
const asking = () => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object) => {
    asked++
    const verdict = ledger.execute({ type, data, metadata: { commandId: `c-${asked}` } } as never)
    if (isRejected(verdict)) throw new Error(`${type}: ${JSON.stringify(verdict.left)}`)
    return verdict
  }
  return { ledger, ask }
}

const figuresOf = (ledger: ReturnType<typeof asking>['ledger'], programId: string) =>
  kirkpatrickFigures(ledger.project(kirkpatrick)[programId] ?? kirkpatrick.initial())

const numberOf = (result: MetricResult | undefined): number =>
  result?.status === 'ok' ? result.value : Number.NaN
const standardErrorOf = (result: MetricResult | undefined): number =>
  (result === undefined ? undefined : tTestOf(result))?.standardError ?? Number.NaN

describe.skipIf(folder === undefined)('published programs (skipped without TRAINING_OPS_DATA)', () => {
  test('the National Supported Work program raised earnings in 1978 by 1,794 dollars, with either standard error', () => {
    const { ledger, ask } = asking()
    const [evaluationId, programId] = ['nsw-evaluation', 'nsw']
    ask('PlanEvaluationStudy', {
      at: '1975-01-02T00:00:00.000Z',
      evaluationId,
      programId,
      zone: 'America/New_York',
      levels: [1, 2, 3, 4],
      endedAt: '1977-06-30T00:00:00.000Z',
    })
    ask('ChooseIsolation', { at: '1975-01-02T00:00:00.000Z', evaluationId, method: 'control' })
    const people = rowsOf('nsw-dehejia-wahba/nsw_dehejia_wahba_1999_445.csv')
    people.forEach(([treat, ...cells], person) => {
      for (const [year, when, cell] of [
        [1975, 'before', cells[7]],
        [1978, 'after', cells[8]],
      ] as const)
        ask('RecordOutcome', {
          at: '1979-06-01T00:00:00.000Z',
          evaluationId,
          programId,
          measure: 'earnings',
          measuredIn: 'USD',
          decimals: 5,
          period: { from: `${year}-01-01`, to: `${year + 1}-01-01` },
          group: treat === '1' ? 'treated' : 'control',
          when,
          unitId: `person-${person}`,
          value: Math.round(Number(cell) * 1e5),
        })
    })
    const told = contribution(ledger.project(kirkpatrick)[programId] ?? kirkpatrick.initial(), 'earnings')
    ask('RecordFinding', {
      at: '1979-07-01T00:00:00.000Z',
      evaluationId,
      findingId: 'f-earnings',
      level: 4,
      sources: ['performanceData', 'control'],
      people: people.length,
      statement: 'Those who were offered the programme earned more than those who were not.',
      figures: told,
    })
    const finding = ledger.project(studyRecord)[evaluationId]?.findings['f-earnings']
    const cited = new Map(finding?.figures?.map(({ figure, result }) => [figure, result as MetricResult]))
    const welch = cited.get('M72b:earnings')
    const pooled = cited.get('M72b:earnings:pooled')
    expect(numberOf(welch).toFixed(3)).toBe('1794.342')
    expect(standardErrorOf(pooled).toFixed(3)).toBe('632.853')
    expect(standardErrorOf(welch).toFixed(3)).toBe('670.997')
    expect(pooled).toMatchObject({
      n: 445,
      variant: { standardError: 'pooled' },
      interval: { method: 'pooled' },
    })
    expect(pooled?.status === 'ok' && pooled.interval?.low.toFixed(2)).toBe('550.57')
    expect(pooled?.status === 'ok' && pooled.interval?.high.toFixed(2)).toBe('3038.11')
    expect(welch).toMatchObject({ variant: { standardError: 'welch' }, interval: { method: 'welch' } })
    expect(numberOf(cited.get('M72:earnings')).toFixed(3)).toBe('1529.196')
  })

  test('raising the minimum wage did not cost jobs in fast food: 2.75 more, whichever shops one takes', () => {
    const { ledger, ask } = asking()
    const [evaluationId, programId] = ['minimum-wage-evaluation', 'minimum-wage']
    ask('PlanEvaluationStudy', {
      at: '1991-12-01T00:00:00.000Z',
      evaluationId,
      programId,
      zone: 'America/New_York',
      levels: [1, 2, 3, 4],
      endedAt: '1992-04-01T00:00:00.000Z',
    })
    ask('ChooseIsolation', { at: '1991-12-01T00:00:00.000Z', evaluationId, method: 'control' })
    const seen = new Map<string, number>()
    for (const [, state = '', year = '', employment = ''] of rowsOf('card-krueger/njmin.csv')) {
      const shop = seen.get(`${state} ${year}`) ?? 0
      seen.set(`${state} ${year}`, shop + 1)
      if (employment === '') continue
      ask('RecordOutcome', {
        at: '1993-01-02T00:00:00.000Z',
        evaluationId,
        programId,
        measure: 'fullTimeEquivalents',
        measuredIn: 'people',
        decimals: 2,
        period:
          year === '1991'
            ? { from: '1992-02-01', to: '1992-03-01' }
            : { from: '1992-11-01', to: '1992-12-01' },
        group: state === 'New Jersey' ? 'treated' : 'control',
        when: year === '1991' ? 'before' : 'after',
        unitId: `${state.replace(' ', '-')}-${shop}`,
        value: Math.round(Number(employment) * 100),
      })
    }
    const told = new Map(figuresOf(ledger, programId).map(({ figure, result }) => [figure, result]))
    const balanced = told.get('M72:fullTimeEquivalents')
    const available = told.get('M72:fullTimeEquivalents:available')
    expect(numberOf(balanced).toFixed(4)).toBe('2.7500')
    expect(standardErrorOf(balanced).toFixed(4)).toBe('1.3423')
    expect(numberOf(available).toFixed(4)).toBe('2.7536')
    expect(balanced).toMatchObject({ n: 384 })
    expect(
      contribution(ledger.project(kirkpatrick)[programId] ?? kirkpatrick.initial(), 'fullTimeEquivalents')
        .length,
    ).toBe(4)
  })

  test('5,820 people at Gazi University answered 28 questions', () => {
    const { ledger, ask } = asking()
    const programId = 'gazi'
    const items = Array.from({ length: 28 }, (_, item) => ({
      itemId: `Q${item + 1}`,
      subscale: item < 12 ? 'content' : 'trainer',
      scale: { min: 1, max: 5 },
    }))
    const window = { opens: '2013-01-01T00:00:00.000Z', closes: '2013-02-01T00:00:00.000Z' }
    ask('PublishInstrumentVersion', {
      at: '2012-12-01T00:00:00.000Z',
      instrumentId: 'turkiye',
      version: 1,
      title: 'Turkiye student evaluation',
      items,
    })
    ask('OpenAdministration', {
      at: '2012-12-01T00:00:00.000Z',
      administrationId: 'a-1',
      instrumentId: 'turkiye',
      version: 1,
      purpose: 'reaction',
      programId,
      window,
      anonymity: 'confidential',
    })
    const rows = rowsOf('turkiye-eval/turkiye-student-evaluation_generic.csv')
    rows.forEach((cells, student) => {
      const who = { administrationId: 'a-1', respondentId: `s-${student}`, learnerId: `s-${student}` }
      ask('InviteRespondent', { at: window.opens, ...who })
      ask('SubmitResponse', {
        at: window.opens,
        ...who,
        answers: items.map(({ itemId }, item) => ({ itemId, value: Number(cells[5 + item]) })),
      })
    })
    const told = figuresOf(ledger, programId)
    const resultOf = (name: string) => told.find(({ figure }) => figure === name)?.result
    expect(resultOf('M30:turkiye/1')).toMatchObject({ value: 1, n: 5820 })
    expect(numberOf(resultOf('M33:turkiye/1:1-5')).toFixed(5)).toBe('3.18616')
    expect(numberOf(resultOf('M31:turkiye/1:Q1')).toFixed(5)).toBe('2.92990')
    expect(numberOf(resultOf('M32:turkiye/1:1-5')).toFixed(5)).toBe('0.44170')
    expect(numberOf(resultOf('M35:turkiye/1:1-5')).toFixed(5)).toBe('0.99196')
    expect(numberOf(resultOf('M37b:turkiye/1:1-5'))).toBeGreaterThan(0.3)
    expect(asPublished(told).length).toBe(told.length)
  })
})

/** The rows that are read, against the decision: random instruments, layouts that fit them and layouts that do not. */
import fc from 'fast-check'
import { assemble, catalog, createLedger, delivery, evaluation, resources } from 'training-ops'
import {
  anonymousResponsesFromRows,
  responsesFromRows,
  type SurveyLayout,
  type SurveyQuestion,
} from 'training-ops/interop'
import { expect, test } from 'vitest'

const at = '2026-01-01T00:00:00.000Z'
const zone = 'Asia/Shanghai'
const training = assemble([catalog, resources, delivery, evaluation], {}, { trusted: true })

const itemIds = ['a', 'b', 'c', 'd', 'e'] as const
const optionIds = ['x', 'y', 'z'] as const
const kinds = fc.oneof(
  fc.record({
    scale: fc.constantFrom({ min: 1, max: 5 }, { min: 0, max: 10 }, { min: -2, max: 2 }),
    key: fc.constantFrom(undefined, 1),
  }),
  fc.constantFrom<object>(
    { kind: 'choice', options: optionIds },
    { kind: 'choices', options: optionIds, most: 1 },
    { kind: 'choices', options: ['x', 'y'] },
    { kind: 'ranking', options: optionIds },
    { kind: 'text' },
    { kind: 'number', unit: 'hours', decimals: 1, min: 0, max: 40 },
    { kind: 'number', unit: 'hours' },
  ),
)
const instrument = fc
  .array(fc.record({ kind: kinds, required: fc.boolean() }), { minLength: 1, maxLength: itemIds.length })
  .map((some) => some.map(({ kind, required }, nth) => ({ itemId: itemIds[nth], required, ...kind })))

const options = fc.constantFrom<Readonly<Record<string, string>>>(
  { 安全: 'x', 沟通: 'y', 'Safety, at work': 'z' },
  { 安全: 'x', 沟通: 'x' },
  { 安全: 'not one', 沟通: 'w' },
)
const itemId = fc.constantFrom(...itemIds, 'f', 'no id', '')
const questionAs = fc.oneof(
  fc.record({ values: fc.constantFrom(undefined, { 满意: 4 }, { 满意: 4.5, 安全: Number.NaN }) }),
  fc.record({ kind: fc.constantFrom('choice', 'choices', 'ranking'), options }),
  fc.record({
    kind: fc.constant('choice'),
    options,
    other: fc.constantFrom(
      { option: 'z', textItem: 'e' },
      { option: 'no id' },
      { option: 'x', textItem: '' },
    ),
  }),
  fc.record({
    kind: fc.constantFrom('option', 'rank'),
    option: fc.constantFrom(...optionIds, 'w', 'not one'),
  }),
  fc.constantFrom({ kind: 'text' }, { kind: 'number' }, { kind: 'number', units: ['小时'] }),
)
const headings = ['A', 'B', 'C', 'D', 'E'] as const
/** A layout that names the items with questions of their own kind, or of any other. */
const layoutFor = (
  items: readonly { readonly itemId?: string | undefined; readonly kind?: string | undefined }[],
) =>
  fc
    .record({
      questions: fc.array(
        fc.record({
          of: fc.option(itemId, { freq: 1 }),
          as: questionAs,
          fits: fc.constantFrom(true, true, true, true, false),
        }),
        { minLength: 1, maxLength: headings.length },
      ),
      twice: fc.constantFrom('first', 'last', 'none'),
    })
    .map(
      ({ questions, twice }): SurveyLayout => ({
        submittedAt: 't',
        zone,
        respondent: 'who',
        twice: twice as 'first',
        blanks: ['(空)', -2],
        skipped: ['(跳过)', -3],
        questions: Object.fromEntries(
          questions.map(({ of, as, fits }, nth) => {
            const item = items[nth]
            const own: object =
              item?.kind === undefined
                ? {}
                : ['text', 'number'].includes(item.kind)
                  ? { kind: item.kind }
                  : { kind: item.kind, options: { 安全: 'x', 沟通: 'y' } }
            return [
              headings[nth],
              { itemId: of ?? item?.itemId ?? 'a', ...(fits ? own : as) } as SurveyQuestion,
            ]
          }),
        ),
      }),
    )
const plausible = fc.constantFrom<unknown>(
  '',
  '',
  '5',
  4,
  '满意',
  '安全',
  '沟通',
  '(跳过)',
  '( 跳过 )',
  -3,
  '-3.0',
  '(空)',
)
const odd = fc.constantFrom<unknown>(
  ...[
    '安全┋沟通',
    '沟通→安全→沟通',
    'Safety, at work',
    '3.5',
    '3.55小时',
    '1e3',
    9e15,
    1e308,
    '999999999999',
  ],
  ...['\u0007', '\u0000', '\ud800', 'x'.repeat(4001), '其他〖焊接〗', true, null, new Date(0)],
)
const cell = fc.oneof({ weight: 4, arbitrary: plausible }, odd)
const rowsOf = fc.array(
  fc.record({
    t: fc.constantFrom('2026-03-03 09:05', '2026-03-03 09:06', '2026/3/3 下午 1:05', 46_084.5, '3 March'),
    who: fc.constantFrom('p1', 'P1', 'p2', 'p3', '_', 'no one', ''),
    A: cell,
    B: cell,
    C: cell,
    D: cell,
    E: cell,
  }),
  { minLength: 1, maxLength: 4 },
)
const survey = instrument.chain((items) =>
  fc.record({ items: fc.constant(items), layout: layoutFor(items), rows: rowsOf }),
)

const askingOf = (
  items: readonly object[],
  anonymity: 'identified' | 'anonymous',
  respondents: readonly string[],
) => {
  const ledger = createLedger(training)
  const { PublishInstrumentVersion, OpenAdministration, InviteRespondent, RedeemInvitation } =
    training.command
  const about = { at, administrationId: 'a' }
  const version = { instrumentId: 'i', version: 1 }
  const window = { opens: at, closes: '2027-01-01T00:00:00.000Z' }
  const opening = { ...about, ...version, purpose: 'needs' as const, window, anonymity }
  const asked = [
    PublishInstrumentVersion(
      { at, ...version, title: 'Needs', items: items as never },
      { commandId: 'published' },
    ),
    OpenAdministration(opening, { commandId: 'opened' }),
    ...respondents.flatMap((one) => {
      const who = { ...about, respondentId: one, learnerId: one }
      const invited = InviteRespondent(who, { commandId: `${one}-invited` })
      const redeemed = RedeemInvitation(who, { commandId: `${one}-redeemed` })
      return anonymity === 'anonymous' ? [invited, redeemed] : [invited]
    }),
  ]
  for (const command of asked) expect(ledger.execute(command), command.type).toMatchObject({ _tag: 'Right' })
  return ledger
}
const verdictsOf = (ledger: ReturnType<typeof askingOf>, commands: readonly unknown[]) =>
  commands.map((command) => JSON.parse(JSON.stringify(ledger.execute(command as never))))

test('what is read with the items of the instrument, the decision accepts; every other row is told', () => {
  let taken = 0
  let told = 0
  fc.assert(
    fc.property(survey, ({ items, layout, rows }) => {
      const respondentIdOf = (who: string) => who.toLowerCase()
      const reading = { administrationId: 'a', zone, layout, items: items as never }
      const { commands, bad, leftOut } = responsesFromRows(rows, { ...reading, respondentIdOf })
      const ledger = askingOf(items, 'identified', ['p1', 'p2', 'p3', '_'])
      for (const verdict of verdictsOf(ledger, commands)) expect(verdict).toMatchObject({ _tag: 'Right' })
      expect(new Set([...bad, ...leftOut].map(({ row }) => row)).size + commands.length).toBe(rows.length)
      taken += commands.length
      told += bad.length
    }),
    { numRuns: 150 },
  )
  expect([taken > 20, told > 20]).toEqual([true, true])
})

test('and of an anonymous survey the same', () => {
  fc.assert(
    fc.property(survey, ({ items, layout: { respondent: _, ...layout }, rows }) => {
      const keyOf = (row: number) => `0123456789abcde${row}`
      const reading = { administrationId: 'a', zone, layout, items: items as never, keyOf }
      const { commands } = anonymousResponsesFromRows(rows, reading)
      const ledger = askingOf(items, 'anonymous', ['p1', 'p2', 'p3', 'p4'])
      for (const verdict of verdictsOf(ledger, commands)) expect(verdict).toMatchObject({ _tag: 'Right' })
    }),
    { numRuns: 50 },
  )
})

test('without the items, what is read has the form of a command at least', () => {
  fc.assert(
    fc.property(survey, ({ items, layout, rows }) => {
      const { commands } = responsesFromRows(rows, { administrationId: 'a', zone, layout })
      const ledger = askingOf(items, 'identified', [])
      for (const { left } of verdictsOf(ledger, commands))
        expect(left).not.toMatchObject({ code: 'InvalidCommand' })
    }),
    { numRuns: 100 },
  )
})

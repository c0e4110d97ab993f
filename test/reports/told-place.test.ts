/** A renderer that is given what is no document says where. */
import {
  type Document,
  en,
  htmlOf,
  markdownOf,
  phrase,
  spellOut,
  toHtml,
  toMarkdown,
} from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../interop/hostile-rows.ts'
import { mutated } from '../interop/hostile-values.ts'

const spelling = { language: en, zone: 'Asia/Shanghai' }
const document: Document = {
  title: phrase('value.yes'),
  blocks: [{ kind: 'paragraph', text: phrase('value.no') }],
  sections: [
    {
      heading: phrase('value.yes'),
      blocks: [
        { kind: 'bullets', items: [phrase('value.yes')] },
        {
          kind: 'table',
          columns: [{ head: phrase('value.yes'), align: 'end' }],
          rows: [
            ['text'],
            [5],
            [{ money: { minor: 5, currency: 'CNY' } }],
            [{ day: '2026-03-01' }],
            [{ list: ['a'] }],
          ],
        },
        { kind: 'facts', facts: [[phrase('value.yes'), { share: 0.5 }]] },
      ],
    },
  ],
}

describe('the place of a mistake', () => {
  const broken = (change: (one: { sections: { blocks: Record<string, unknown>[] }[] }) => void) => {
    const one = structuredClone(document)
    change(one as never)
    return () => toHtml(Object.freeze(one), spelling)
  }
  test.each<[string, Parameters<typeof broken>[0]]>([
    [
      'document.sections[0].blocks[0].items',
      (one) => Object.assign(one.sections[0]?.blocks[0] ?? {}, { items: null }),
    ],
    [
      'document.sections[0].blocks[1].rows[1]',
      (one) => Object.assign(one.sections[0]?.blocks[1] ?? {}, { rows: [['a'], null] }),
    ],
    ['document.sections[0]', (one) => Object.assign(one.sections[0] ?? {}, { blocks: 7 })],
    [
      'document.sections[0].blocks[2].facts[0]',
      (one) => Object.assign(one.sections[0]?.blocks[2] ?? {}, { facts: [null] }),
    ],
  ])('is told: %s', (place, change) => {
    expect(broken(change)).toThrow(`got another value at ${place}`)
  })
  test('is told of options, of a zone, and of a spelled document', () => {
    expect(() => toHtml(document, null as never)).toThrow('training-ops: toHtml needs')
    expect(() => toMarkdown(document, { ...spelling, zone: 'Mars/X' })).not.toThrow(/^Invalid/)
    expect(() => markdownOf({ title: [] } as never)).toThrow(
      'training-ops: markdownOf needs a spelled document',
    )
    expect(() => htmlOf(null as never)).toThrow('training-ops: htmlOf needs a spelled document')
  })
})

test('a report with anything in it is written, or the mistake is told by the name of the function', () => {
  const random = randomFrom(21)
  const spelled = spellOut(document, spelling)
  const calls: readonly [(...args: never[]) => unknown, readonly unknown[]][] = [
    [toHtml, [document, spelling]],
    [toMarkdown, [document, spelling]],
    [htmlOf, [spelled]],
    [markdownOf, [spelled]],
  ]
  for (const [call, args] of calls)
    for (let times = 0; times < 150; times++) {
      const { args: hostile, how } = mutated(random, args)
      try {
        Reflect.apply(call, undefined, hostile)
      } catch (thrown) {
        expect((thrown as Error).message, how).toMatch(/^training-ops: /)
      }
    }
})

import { type Document, en, phrase, toMarkdown, zhCN } from 'training-ops/reports'
import { expect, test } from 'vitest'

const report: Document = {
  title: phrase('status.program', { program: 'Selling · 销售' }),
  blocks: [{ kind: 'facts', facts: [[phrase('status.owner'), 'ops-lin']] }],
  sections: [],
}
const zone = 'Asia/Shanghai'
const names = (text: string, tag: string) =>
  text === 'ops-lin' ? '林*岚' : (text.split(' · ')[tag === 'en' ? 0 : 1] ?? text)

test('a host says how its own words are shown: names for ids, titles in the reader’s language', () => {
  expect(toMarkdown(report, { language: en, zone, names })).toContain('# Selling\n')
  expect(toMarkdown(report, { language: zhCN, zone, names })).toContain('# 销售\n')
})

test('what a host shows instead is made harmless all the same', () => {
  expect(toMarkdown(report, { language: en, zone, names })).toContain('**Owner**: 林\\*岚')
})

test('a host’s words stand as they are when nothing is said', () => {
  expect(toMarkdown(report, { language: en, zone })).toContain('Selling · 销售')
})

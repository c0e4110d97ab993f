import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { lifecycle, type Module } from 'training-ops'
import { explainRejection, locales } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/reports/words/en.ts'
import { zhCN } from '../../src/reports/words/zh-CN.ts'

const gapsOf = (words: string): string[] =>
  [...words.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap as string).sort()
const source = globSync('src/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const modules: readonly Module[] = lifecycle
const codes = modules.flatMap(({ rejections }) => Object.keys(rejections))

describe('the words a person reads', () => {
  test('exist in both languages, with the same gaps', () => {
    expect(Object.keys(zhCN).sort()).toEqual(Object.keys(en).sort())
    const differing = Object.keys(en).filter(
      (key) => String(gapsOf(en[key as keyof typeof en])) !== String(gapsOf(zhCN[key as keyof typeof en])),
    )
    expect(differing).toEqual([])
  })

  test.each(codes.map((code) => [code]))('explain the rejection %s', (code) => {
    expect(Object.keys(en)).toContain(`rejection.${code}`)
  })

  test('name in every gap of a rejection a field that the rejection carries', () => {
    const unfilled = codes.flatMap((code) => {
      const declared = new RegExp(`\\b${code}: carrying<\\{([\\s\\S]*?)\\}>\\(\\)`).exec(source)?.[1] ?? ''
      const fields = [...declared.matchAll(/(?:readonly )?(\w+)(\?)?:/g)].filter(
        ([, , optional]) => optional === undefined,
      )
      const gaps = gapsOf(en[`rejection.${code}` as keyof typeof en] ?? '')
      return gaps
        .filter((gap) => !fields.some(([, field]) => field === gap))
        .map((gap) => `${code}: {${gap}}`)
    })
    expect(unfilled).toEqual([])
  })

  test('are wanted somewhere: no key is left over', () => {
    const built =
      /^(?:reason|origin|isolation|variant|variantValue|evaluation\.level|rejection|issue|term|unit|role|advisory|note|metric)\./
    expect(Object.keys(en).filter((key) => !built.test(key) && !source.includes(`'${key}'`))).toEqual([])
  })

  test.each(locales.map((locale) => [locale]))('tell a host’s own rejection by its code in %s', (locale) => {
    expect(explainRejection({ code: 'MentorAsleep', mentorId: 'bob' }, locale)).toBe(
      'MentorAsleep {"mentorId":"bob"}',
    )
  })
})

import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { lifecycle, type Module } from 'training-ops'
import { en, explainAdvisory, explainRejection, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { rejectionCodeFields } from '../../src/reports/rejection-code-fields.ts'

const english: Readonly<Record<string, string>> = en.words
const chinese: Readonly<Record<string, string>> = zhCN.words

const gapsOf = (words: string): string[] =>
  [...words.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap as string).sort()
/** The gaps by which words of one or of several are chosen. */
const countsOf = (words: string): string[] =>
  [...words.matchAll(/\{(\w+):[^{|}]*\|[^{|}]*\}/g)].map(([, gap]) => gap as string)
const source = globSync('src/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const modules: readonly Module[] = lifecycle
const codes = modules.flatMap(({ rejections }) => Object.keys(rejections))
const commands = modules.flatMap(({ decisions }) => decisions.map(({ command }) => command.type))
const rooms = globSync(
  'src/{needs,planning,catalog,resources,delivery,evaluation,credentials,culture}/**/*.ts',
)
  .map((file) => readFileSync(file, 'utf8').replace(/^ *\*.*$/gm, ''))
  .join('\n')
const found = (pattern: RegExp, text = rooms): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, one]) => one as string)),
]
const wordless = (prefix: string, all: readonly string[]) =>
  all.filter((one) => !Object.hasOwn(english, `${prefix}.${one}`))

describe('the words a person reads', () => {
  test('exist in both languages, with the same gaps; of days and periods each tells the parts it needs', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort())
    const differing = Object.keys(english).filter(
      (key) =>
        !/^date\.|\.tenThousands$/.test(key) &&
        String(gapsOf(english[key] ?? '')) !== String(gapsOf(chinese[key] ?? '')),
    )
    expect(differing).toEqual([])
  })

  test('count in English as English does: one person is, two people are', () => {
    expect(explainRejection({ code: 'MinimumNotReached', have: 1, need: 8 }, en)).toBe(
      '1 person is enrolled; the minimum is 8.',
    )
    const nouns =
      'people|participants|items|programs|providers|trainers|pieces|rows|figures|hours|minutes|seats|answers|teams|courses|claims'
    const uncounted = new RegExp(`\\{(?!respondentId)\\w+\\} (${nouns})\\b`)
    expect(
      Object.entries(english).filter(([key, words]) => !key.startsWith('unit.') && uncounted.test(words)),
    ).toEqual([])
    // A word that is chosen by a gap is chosen by one that is there.
    const strange = Object.entries(english).filter(([, words]) =>
      countsOf(words).some((gap) => !gapsOf(words).includes(gap)),
    )
    expect(strange).toEqual([])
  })

  test.each(codes.map((code) => [code]))('explain the rejection %s', (code) => {
    expect(Object.keys(english)).toContain(`rejection.${code}`)
  })

  test('name in every gap of a rejection a field that the rejection carries', () => {
    const unfilled = codes.flatMap((code) => {
      const declared = new RegExp(`\\b${code}: payload<\\{([\\s\\S]*?)\\}>\\(\\)`).exec(source)?.[1] ?? ''
      const fields = [...declared.matchAll(/(?:readonly )?(\w+)(\?)?:/g)].filter(
        ([, , optional]) => optional === undefined,
      )
      const gaps = ['', '.none', '.absent'].flatMap((kind) =>
        gapsOf(english[`rejection.${code}${kind}`] ?? ''),
      )
      return gaps
        .filter((gap) => !fields.some(([, field]) => field === gap))
        .map((gap) => `${code}: {${gap}}`)
    })
    expect(unfilled).toEqual([])
  })

  test('are wanted somewhere: no key is left over', () => {
    const built =
      /^(?:evaluation\.level|advisory|column|command|criterion|form|input|isolation|issue|metric|note|origin|outcome|per|quantity|reading|reason|rejection|role|source|subject|term|unit|variant|variantValue|profile|stage|development)\./
    expect(Object.keys(english).filter((key) => !built.test(key) && !source.includes(`'${key}'`))).toEqual([])
  })

  test.each([en, zhCN])('tell a host’s own rejection by its code in $tag', (language) => {
    expect(explainRejection({ code: 'MentorAsleep', mentorId: 'bob' }, language)).toBe(
      'MentorAsleep {"mentorId":"bob"}',
    )
  })

  test('name every command of the library, as something that is done', () => {
    expect(commands.length).toBeGreaterThan(90)
    expect(wordless('command', commands)).toEqual([])
  })

  test('tell every advisory of every room, with what it carries', () => {
    const advice = found(/\bcode: '(\w+)'/g)
    expect(advice).toContain('AnalysisLevelMissing')
    expect(wordless('advisory', advice)).toEqual([])
    const told = Object.keys(english).filter((key) => key.startsWith('advisory.'))
    expect(told.filter((key) => !advice.includes(key.slice('advisory.'.length)))).toEqual([])
    const unfilled = advice.flatMap((code) => {
      const carried = rooms
        .split(`code: '${code}'`)
        .slice(1)
        .map((after) => after.split('}')[0] ?? '')
      const gaps = gapsOf(english[`advisory.${code}`] ?? '')
      return gaps.filter((gap) => !carried.every((data) => new RegExp(`\\b${gap}\\b`).test(data)))
    })
    expect(unfilled).toEqual([])
  })

  test('name everything that may turn out not to exist', () => {
    const subjects = found(/Unknown\(\{\s*what: '(\w+)'/g)
    expect(subjects.length).toBeGreaterThan(15)
    expect(wordless('subject', subjects)).toEqual([])
  })

  test('name every state that a subject of any room can be in', () => {
    const unions = found(/(?:\bstatus:|type \w+(?:Status|Stage) =)((?:\s*\|?\s*'\w+')+)/g)
    const asked = found(/onlyFrom\((\s*\w+[^,]*\?[^,]*),/g)
    const states = [...unions, ...asked].flatMap((union) => found(/'(\w+)'/g, union))
    expect(states).toContain('invalidated')
    const figures = ['ok', 'undefined', 'suppressed']
    expect(wordless('term', states).filter((state) => !figures.includes(state))).toEqual([])
  })

  test('name every caution and every divisor of the calculators', () => {
    const metrics = globSync('src/metrics/**/*.ts').map((file) => readFileSync(file, 'utf8'))
    const reasons = Object.keys(english).filter((key) => key.startsWith('reason.'))
    const notes = metrics
      .flatMap((text) => found(/\bcode: '(\w+)'/g, text))
      .filter((code) => !reasons.includes(`reason.${code}`))
    expect(notes).toContain('TTest')
    expect(wordless('note', notes)).toEqual([])
    const quantities = metrics.flatMap((text) => found(/\bwhat: '([^']+)'/g, text))
    expect(quantities).toContain('workforce')
    expect(wordless('quantity', quantities)).toEqual([])
  })

  test('are looked up only for fields that a rejection carries', () => {
    const strangers = Object.entries(rejectionCodeFields).flatMap(([code, fields]) => {
      const declared = new RegExp(`\\b${code}: payload<\\{([\\s\\S]*?)\\}>\\(\\)`).exec(source)?.[1] ?? ''
      return Object.keys(fields).filter((field) => !new RegExp(`\\b${field}\\??:`).test(declared))
    })
    expect(strangers).toEqual([])
  })
})

test('an advisory is told in words, and a host’s own with its data', () => {
  const missing = { code: 'CostCategoryMissing', categories: ['needsAnalysis', 'travel'] }
  expect(explainAdvisory(missing, en)).toBe(
    'Nothing was posted for needs analysis, travel: the return looks better than it is.',
  )
  expect(explainAdvisory({ code: 'SlotsHeld', slotIds: ['test'] }, zhCN)).toContain('test')
  expect(explainAdvisory({ code: 'MentorAsleep', mentorId: 'bob' }, en)).toBe(
    'MentorAsleep {"mentorId":"bob"}',
  )
})

describe('a refusal in words', () => {
  test('tells an id as it is, also when it reads like a word of the catalog', () => {
    expect(
      explainRejection({ code: 'NotEmployed', learnerId: 'test', on: '2026-01-01', when: 'afterExit' }, zhCN),
    ).toBe('test 在 2026-01-01 不在职（离职后）。')
    expect(explainRejection({ code: 'SelfApproval', approvedBy: 'finance' }, zhCN)).toContain('finance')
  })

  test('names the command and the state in the reader’s language', () => {
    const refused = { code: 'IllegalTransition', from: 'completed', command: 'ScheduleOffering' }
    expect(explainRejection(refused, zhCN)).toBe('当前状态为“已完成”，不能安排班次。')
    expect(explainRejection(refused, en)).toBe(
      'It is not possible now to schedule an offering: the state is “completed”.',
    )
    expect(explainRejection({ ...refused, from: 'none' }, zhCN)).toBe('没有相应的记录，不能安排班次。')
  })

  test('says so in a sentence of its own where there is nothing to list', () => {
    expect(explainRejection({ code: 'EvidenceMissing', needId: 'n-1', evidenceIds: [] }, en)).toBe(
      'Need n-1 cites no evidence.',
    )
    expect(explainRejection({ code: 'LineWithoutNeed', lineId: 'l-1', needs: [] }, zhCN)).toBe(
      '计划项目 l-1 没有对应的需求。',
    )
    const unranked = [
      { needId: 'n-1', status: 'identified' },
      { needId: 'n-2', status: 'dismissed' },
    ]
    expect(explainRejection({ code: 'LineWithoutNeed', lineId: 'l-1', needs: unranked }, en)).toBe(
      'Line l-1 rests on needs without a place in the order: n-1 (identified), n-2 (dismissed).',
    )
  })

  test('tells an instant as day and time, in the zone of the reader', () => {
    const refused = { code: 'EnrolmentWindowClosed', closed: '2025-05-09T08:00:00.000Z' }
    expect(explainRejection(refused, en)).toBe('Enrolment closed at 2025-05-09 08:00 (UTC).')
    expect(explainRejection({ ...refused, closed: '2025-13-32T00:00:00Z' }, en)).toContain('2025-13-32T')
    expect(() => explainRejection(refused, en, 'Atlantis')).toThrow(/^training-ops: explainRejection needs /)
    expect(explainRejection(refused, zhCN, 'Asia/Shanghai')).toBe(
      '报名已于 2025-05-09 16:00 (Asia/Shanghai) 截止。',
    )
  })
})

import { join } from 'node:path'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'
import { deliveryEvents, onboardingProgram } from 'training-ops'
import { toXapi, xapiIssues } from 'training-ops/interop'
import {
  codeWord,
  type Datum,
  type Document,
  en,
  explainAdvisory,
  explainIssue,
  explainRejection,
  type Language,
  phrase,
  toHtml,
  toMarkdown,
  withWords,
  zhCN,
} from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const zone = 'Asia/Shanghai'
const report: Document = {
  title: phrase('needs.subject'),
  blocks: [
    {
      kind: 'facts',
      facts: [
        [phrase('status.owner'), codeWord('term', 'noShow')],
        [phrase('needs.period'), codeWord('term', 'halfDay')],
      ],
    },
  ],
  sections: [],
}
/** What every renderer and explainer says in a language. */
const everywhere = (language: Language) =>
  [
    toMarkdown(report, { language, zone }),
    toHtml(report, { language, zone }),
    explainRejection({ code: 'IllegalTransition', from: 'noShow', command: 'CloseNap' }, language),
    explainRejection({ code: 'MentorAsleep', mentorId: 'bob' }, language),
    explainAdvisory({ code: 'NapAdvised', minutes: 20 }, language),
    explainIssue({ path: ['data'], code: 'TooMany', limit: 3 }, language),
  ] as const

describe('a host', () => {
  test('overrides a term, and names its own codes, in every renderer and explainer', () => {
    const ours = withWords(en, {
      words: {
        'term.noShow': 'did not come',
        'term.halfDay': 'half a day',
        'command.CloseNap': 'end the nap',
        'rejection.MentorAsleep': '{mentorId} is asleep.',
        'advisory.NapAdvised': 'Sleep for {minutes} minutes.',
        'issue.TooMany': '{where}: {limit} at most.',
      },
    })
    const [markdown, html, refused, own, advised, issue] = everywhere(ours)
    for (const page of [markdown, html]) expect(page).toMatch(/did not come[\s\S]*half a day/)
    expect(refused).toBe('It is not possible now to end the nap: the state is “did not come”.')
    expect([own, advised, issue]).toEqual(['bob is asleep.', 'Sleep for 20 minutes.', 'data: 3 at most.'])
    expect(everywhere(en)[0]).toContain('no-show')
  })

  test('names the stages of onboarding and the verbs of xAPI in the third language as well', () => {
    const german = withWords(en, {
      tag: 'de',
      words: { 'onboarding.culture': 'Unternehmenskultur', 'verb.registered': 'angemeldet' },
    })
    const commands = onboardingProgram({
      at: '2026-01-05T01:00:00.000Z',
      programId: 'welcome',
      zone: 'Europe/Berlin',
      proposedBy: 'lin',
      language: german,
      courses: { culture: ['c'], policies: ['c'], jobSkills: ['c'], careerDevelopment: ['c'] },
      due: '2026-12-31',
      competency: { frameworkId: 'f', competency: 'service', requiredLevel: 2 },
      accountableId: 'mei',
      responsibleIds: ['lin'],
    })
    const titles = commands.flatMap(({ type, data }) =>
      type === 'PlanMilestone' ? [(data as { readonly title: string }).title] : [],
    )
    expect(titles).toEqual([
      'Unternehmenskultur',
      'Policies and processes',
      'Job skills',
      'Career development',
    ])
    const enrolled = deliveryEvents.make.LearnerEnrolled({
      at: '2026-01-05T01:00:00.000Z',
      offeringId: 'o-1',
      learnerId: 'ada',
      courseId: 'c',
      courseVersion: 1,
      sessions: [],
      completionRule: { require: 'all', of: [] },
      scheduledMinutes: 60,
    })
    const addresses = { homePage: 'https://hr.example.com', base: 'https://l.example.com' }
    expect(toXapi(enrolled, { ...addresses, languages: [german, zhCN] })?.verb.display).toEqual({
      de: 'angemeldet',
      'zh-CN': '报名了',
    })
    expect(xapiIssues(toXapi(enrolled, addresses))).toEqual([])
  })

  test('brings a third language in one object; what it does not say falls back, key by key', () => {
    const german = withWords(en, {
      tag: 'de-x-rtl',
      direction: 'rtl',
      words: { 'needs.subject': 'Thema', 'term.noShow': 'nicht erschienen' },
    })
    const [markdown, html] = everywhere(german)
    expect(markdown).toBe('# Thema\n\n- **Owner**: nicht erschienen\n- **Period**: halfDay\n')
    expect(html).toContain('<html lang="de-x-rtl" dir="rtl">')
    expect(everywhere(withWords(zhCN, german))[0]).toContain('Owner')
  })

  test('is told by the compiler of a key that is none', () => {
    // @ts-expect-error the key is needs.title
    withWords(en, { words: { 'needs.titel': 'Bedarf' } })
  })
})

describe('days, periods and money', () => {
  const told = (language: Language, datum: Datum) =>
    toMarkdown(
      { title: phrase('evaluation.statement', { statement: datum }), blocks: [], sections: [] },
      { language, zone },
    )
      .slice(2)
      .trim()
  const year: Datum = { period: { from: '2025-01-01', to: '2026-01-01' } }
  const quarter: Datum = { period: { from: '2024-12-01', to: '2025-03-01' } }
  const week: Datum = { period: { from: '2025-03-03', to: '2025-03-10' } }
  const oneDay: Datum = { period: { from: '2025-03-03', to: '2025-03-04' } }

  test.each([
    [year, '1 January to 31 December 2025', '2025年1月1日—12月31日'],
    [quarter, '1 December 2024 to 28 February 2025', '2024年12月1日—2025年2月28日'],
    [week, '3 to 9 March 2025', '2025年3月3日—9日'],
    [oneDay, '3 March 2025', '2025年3月3日'],
    [{ day: '2025-03-03' }, '3 March 2025', '2025年3月3日'],
    [{ day: '2025-03-03T17:00:00.000Z' }, '4 March 2025', '2025年3月4日'],
    [{ money: { minor: 92_600_000, currency: 'CNY' } }, 'CNY 926,000', '¥926,000'],
    [{ money: { minor: -150, currency: 'CNY' } }, '−CNY 1.50', '−¥1.50'],
    [{ money: { minor: 1500, currency: 'JPY' } }, 'JPY 1,500', 'JPY 1,500'],
  ] as const)('%j', (datum, english, chinese) => {
    expect(told(en, datum)).toBe(english)
    expect(told(zhCN, datum)).toBe(chinese)
  })

  test('say what is missing, and not that a part of a person answered', () => {
    const few = (have: number): Datum => ({
      figure: { status: 'undefined', reason: { code: 'TooFewObservations', have, need: 5 } },
    })
    expect(told(zhCN, few(0))).toBe('暂无数据')
    expect(told(zhCN, few(3.81))).toBe('无法计算：最小期望频数 3.81，低于 5，不作检验')
    expect(told(en, few(2))).toBe('not measurable: too few observations (have 2, need 5)')
  })
})

describe('a language', () => {
  test('is asked for where a caller names none', () => {
    expect(() => toMarkdown(report, { zone } as never)).toThrow(
      'training-ops: a report needs a language object, such as en of training-ops/reports, got undefined',
    )
    expect(() => explainRejection({ code: 'NotEmployed' }, 'en' as never)).toThrow('got "en"')
  })

  test.each(['en', 'zh-CN'])('has each word of %s in one room', async (tag) => {
    const files = globSync(`src/reports/languages/${tag}/*.ts`, { cwd: root, absolute: true })
    const rooms = files.filter((file) => !/(index|words)\.ts$/.test(file))
    expect(rooms.length).toBeGreaterThan(15)
    const keys = await Promise.all(
      rooms.map(async (file) =>
        Object.values(await import(file)).flatMap((words) => Object.keys(words as object)),
      ),
    )
    const all = keys.flat()
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
  })

  test.each([
    ['en', '\\p{Script=Han}'],
    ['zhCN', 'nobody was reached|Training coverage|no-show'],
  ])('%s is bundled without the other', async (name, strange) => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { ${name}, toMarkdown } from 'training-ops/reports'; console.log(toMarkdown({ blocks: [] }, { language: ${name} }))`,
        resolveDir: root,
      },
      bundle: true,
      write: false,
      format: 'esm',
      charset: 'utf8',
      minify: true,
      conditions: ['@training-ops/source'],
    })
    const [file] = outputFiles
    expect(file?.text.length).toBeGreaterThan(20_000)
    expect(file?.text.match(new RegExp(strange, 'u'))).toBeNull()
  })
})

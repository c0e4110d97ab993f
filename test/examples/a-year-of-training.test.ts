import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonical } from 'training-ops'
import type { SpelledDocument } from 'training-ops/reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, started } from './start.ts'

const folder = mkdtempSync(join(tmpdir(), 'a-year-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), 'utf8')
/** The events of a log, whatever order their keys were written in. */
const eventsOf = (...path: readonly string[]) => linesOf(...path).map((line) => canonical(JSON.parse(line)))
const linesOf = (...path: readonly string[]) =>
  read(...path)
    .trimEnd()
    .split('\n')

describe('a year of training', () => {
  let ended: Ended
  beforeAll(async () => {
    ended = await started('--out', join(folder, 'whole'))
  })

  test('goes through, refusals and all', () => {
    expect(ended.said).not.toContain('bad lines')
    expect(ended.status).toBe(0)
    const refused = linesOf('whole', 'refused.jsonl').map((line) => JSON.parse(line) as { code: string })
    const deliberate = [
      'BudgetExceeded',
      'DuplicateInvoice',
      'EvidenceInsufficient',
      'EvidenceMissing',
      'FollowUpOutsideWindow',
      'ImprovementUnowned',
      'InsufficientPoints',
      'LineWithoutNeed',
      'MinimumNotReached',
      'NeedNotTrainable',
      'NotAuthorized',
      'NotEmployed',
      'ObjectiveNotMeasurable',
      'ScheduleConflict',
      'SelfApproval',
      'SelfAsSupervisor',
    ]
    expect(deliberate.filter((code) => !refused.some((one) => one.code === code))).toEqual([])
    expect(refused.filter(({ code }) => code === 'NotAuthorized')).toHaveLength(1)
  })

  test.each(['en', 'zh-CN'])('is told in %s: needs, status, evaluation on all five levels', (locale) => {
    expect(read('whole', `needs-report-na-2025.${locale}.md`)).toContain('sha256:')
    const title = locale === 'en' ? 'Consultative selling' : '顾问式销售'
    expect(read('whole', `program-status.${locale}.md`)).toContain(`## ${title}\n`)
    const report = read('whole', `evaluation-report-selling-evaluation.${locale}.md`)
    expect(report.match(/^## /gm)?.length).toBe(10) // nine of evidence, and the appendix
    expect(report).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/)
  })

  // The first screen is all that stands before the evidence: headline, verdict, requests, targets, and what comes under them.
  const answerOf = (report: string, locale: string): string => {
    const told = JSON.parse(read('whole', `${report}.${locale}.json`)) as SpelledDocument
    const texts = (value: unknown): readonly string[] => {
      if (typeof value !== 'object' || value === null) return []
      const isRuns = Array.isArray(value) && value.every((one) => typeof one?.text === 'string')
      if (isRuns) return [value.map(({ text }) => text).join('')]
      return Object.values(value).flatMap(texts)
    }
    const sections = told.sections.filter(({ part }) => part === 'answer')
    return sections
      .flatMap(({ blocks }) => blocks.map((block) => texts(block).join(' ')))
      .join('\n')
      .replace(/[\u00a0\u202f]/g, ' ')
  }
  test.each([
    [
      'Did the selling course work?',
      'evaluation-report-selling-evaluation',
      /Verdict: change and continue/,
      /结论.*改进后继续/,
    ],
    [
      'Was it worth its money?',
      'evaluation-report-selling-evaluation',
      /−56\.2% .* to .*22\.8%/,
      /-?−?56\.2%.*22\.8%/,
    ],
    [
      'Which decision is asked of me, for how much?',
      'executive-summary',
      /approve Training plan 2026 .*CNY 520,000/,
      /2026.*520,000/,
    ],
    [
      'How much of the budget is spent?',
      'executive-summary',
      /Spent CNY 588,000 of CNY 926,000/,
      /58\.8 万元.*92\.6 万元|92\.6 万元.*58\.8 万元/,
    ],
    [
      'Which need comes first?',
      'needs-report-na-2025',
      /first of all: Safety refresher with a test/,
      /首先|首要|最迫切/,
    ],
    ['What will next year cost?', 'annual-plan-plan-2026', /it asks for CNY 520,000/, /申请经费 52 万元/],
    ['Who is not current?', 'who-is-current', /Overdue: 127 people/, /127 人/],
    ['What has to be done this week?', 'operations-board', /Due by 14 September 2025: 3/, /9月14日.*3/],
    [
      'Whom do we pay whom nobody has screened?',
      'provider-scorecard',
      /Without a screening that recommends them: CNY 202,000/,
      /20\.2 万元/,
    ],
    [
      'Are we better than last year?',
      'annual-statistics',
      /Training coverage .*71\.9%.* better/,
      /71\.9%.*(改善|向好|提升)/,
    ],
    [
      'Where are people least satisfied?',
      'satisfaction-managers-2025',
      /Lowest: sales, “announced in time”: 45\.5%/,
      /45\.5%/,
    ],
    [
      'Which trainer do learners rate lowest?',
      'trainer-scorecard',
      /lowest: Mei \(external\) 3\.94 \/ 5/,
      /3\.94/,
    ],
  ])('a manager asks: %s', (_, report, english, chinese) => {
    expect(answerOf(report, 'en')).toMatch(english)
    expect(answerOf(report, 'zh-CN')).toMatch(chinese)
  })

  test.each(['en', 'zh-CN'])(
    'has every report in %s, as Markdown and as a page with its pictures',
    (locale) => {
      const files = readdirSync(join(folder, 'whole'))
      const wanted = [
        'needs-report-na-2025',
        'program-status',
        'evaluation-report-selling-evaluation',
        'executive-summary',
        'trainer-scorecard',
        'provider-scorecard',
      ]
      expect(files.filter((name) => /^transcript-.*\.html$/.test(name)).length).toBe(2)
      for (const name of wanted) {
        expect(files).toContain(`${name}.${locale}.md`)
        const page = read('whole', `${name}.${locale}.html`)
        if (name !== 'executive-summary') expect(page).toMatch(/<svg/)
        const shown = page.replace(/<style>.*?<\/style>/s, '').replaceAll('class="undefined"', '')
        expect(shown).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/)
      }
    },
  )

  test('ends with one line to open: an index of the reports with the answer of each', () => {
    expect(ended.said.trimEnd()).toMatch(/Open .*index\.html$/)
    const index = read('whole', 'index.html')
    expect(index).toContain('<a href="who-is-current.en.html">Who is current</a>')
    expect(index).toContain('3 项目标中达成 1 项；')
    const pages = readdirSync(join(folder, 'whole')).filter((name) => /\.(en|zh-CN)\.html$/.test(name))
    expect(pages.filter((name) => !index.includes(`href="${name}"`))).toEqual([])
  })

  test('is told to each reader in one language, and of people by name', () => {
    const reports = (locale: string) =>
      readdirSync(join(folder, 'whole'))
        .filter((name) => name.endsWith(`.${locale}.md`))
        .map((name) => read('whole', name))
        .join('\n')
    expect(reports('en').match(/.*\p{Script=Han}.*/gu)).toBeNull()
    expect(reports('zh-CN').match(/.*[A-Za-z’]+ [A-Za-z’]+ [A-Za-z’]+.*/g)).toBeNull()
    const ids = /\b(?:ops|admin|trainer|finance|need|hr-head|sales-head|production-head)-[a-z]+\b/g
    expect(
      `${reports('en')}${reports('zh-CN')}`.match(ids)?.filter((id) => id !== 'training-ops'),
    ).toBeUndefined()
  })

  test('sets the managers’ classes up by a written procedure, and no task of it is left undone', () => {
    const events = linesOf('whole', 'events.jsonl').map((line) => JSON.parse(line))
    const ofType = (type: string) => events.filter((one) => one.type === type).map(({ data }) => data)
    expect(ofType('SopVersionPublished').map(({ sopId }) => sopId)).toEqual(['sop-camp'])
    const planned = ofType('TaskPlanned').filter(({ sopId }) => sopId === 'sop-camp')
    expect(new Set(planned.map(({ offeringId }) => offeringId)).size).toBe(3)
    expect(planned.length).toBe(12)
    const done = new Set(ofType('TaskCompleted').map(({ taskId }) => taskId))
    expect(planned.filter(({ taskId }) => !done.has(taskId))).toEqual([])
  })

  test('finds what its figures say, about as many people as they were asked', () => {
    type Result = { readonly status: string; readonly value: number; readonly n: number }
    const events = linesOf('whole', 'events.jsonl').map((line) => JSON.parse(line))
    const ofType = (type: string) => events.filter((one) => one.type === type).map(({ data }) => data)
    const [report] = ofType('EvaluationReportPublished')
    const figure = (start: string): Result =>
      report.figures.find((one: { figure: string }) => one.figure.startsWith(start)).result
    const [trained, teams] = [figure('M46').n, figure('M72')]
    const bySupervisors = report.figures.find(({ figure }: { figure: string }) =>
      /^M60.*supervisor/.test(figure),
    ).result as Result
    const findings = ofType('FindingRecorded')
    const found: Record<string, { readonly people: number; readonly statement: string }> = Object.fromEntries(
      findings.filter((one) => one.figures === undefined).map((one) => [one.level, one]),
    )
    const contributed = findings.flatMap((one) => one.figures ?? []) as readonly {
      readonly figure: string
      readonly result: { readonly interval?: unknown; readonly variant?: { readonly standardError?: string } }
    }[]
    expect(contributed.map(({ result }) => result.variant?.standardError).sort()).toEqual([
      'pooled',
      'welch',
      'welch',
    ])
    expect(contributed.every(({ result }) => result.interval !== undefined)).toBe(true)
    const people = {
      1: figure('M32:reaction/1:relevant').n,
      2: trained,
      3: bySupervisors.n,
      4: trained,
      5: trained,
    }
    expect(Object.fromEntries(Object.entries(found).map(([level, one]) => [level, one.people]))).toEqual(
      people,
    )
    expect(found[4]?.statement).toContain(`Of ${teams.n} teams`)
    expect(figure('M60').value).toBeGreaterThan(bySupervisors.value)
    expect(figure('M60').value).toBeLessThan(0.5)
    expect(teams.value).toBeGreaterThan(0)
    expect(found[5]?.statement).toContain('did not earn back')
    expect(figure('M82').value).toBeLessThan(1)
  })

  test('is counted right by the page that describes it', () => {
    const page = readFileSync('examples/a-year-of-training/README.md', 'utf8').replace(/\s+/g, ' ')
    const types = linesOf('whole', 'events.jsonl').map((line) => (JSON.parse(line) as { type: string }).type)
    const count = (type: string) => types.filter((one) => one === type).length
    expect(page).toContain(`${count('ProgramProposed')} programs, ${count('OfferingScheduled')} classes`)
  })

  /** The beginning of the year: what holds of it after a stop holds of any. */
  const [first, upTo] = [600, 1200]
  const begun = async (name: string, from: number, to: number, ...more: readonly string[]) => {
    writeFileSync(
      join(folder, `${name}.jsonl`),
      `${linesOf('whole', 'commands.jsonl').slice(from, to).join('\n')}\n`,
    )
    const commands = ['--commands', join(folder, `${name}.jsonl`), ...more]
    await started(...commands, '--out', join(folder, name), '--log-only')
    return eventsOf(name, 'events.jsonl')
  }

  test('resumed from the log of its first part ends with the same events', async () => {
    await begun('first', 0, first)
    const second = await begun('second', first, upTo, '--events', join(folder, 'first', 'events.jsonl'))
    expect(second.length).toBeGreaterThan(upTo)
    expect(second).toEqual(eventsOf('whole', 'events.jsonl').slice(0, second.length))
  })

  test('executed again on its own log appends nothing', async () => {
    const again = await begun('again', 0, upTo, '--events', join(folder, 'second', 'events.jsonl'))
    expect(again).toEqual(eventsOf('second', 'events.jsonl'))
  })
})

describe('lines that are no commands', () => {
  test('are named with number, path and reason; the rest goes on; the exit status says so', async () => {
    const good = (offeringId: string) => ({
      type: 'OpenEnrolment',
      data: { at: '2026-01-05T01:00:00.000Z', offeringId },
      metadata: { commandId: `c-${offeringId}` },
    })
    const lines = [
      '{ not json',
      JSON.stringify({ ...good('o'), type: 'OpenTheDoor' }),
      JSON.stringify({ ...good('o'), data: { at: '2026-01-05T01:00:00.000Z' } }),
      '{"type":"OpenEnrolment","data":{"at":"2026-01-05T01:00:00.000Z","offeringId":"o","__proto__":{"admin":true}},"metadata":{"commandId":"c"}}',
      '',
      JSON.stringify(good('o-1')),
      'null',
    ]
    writeFileSync(join(folder, 'bad.jsonl'), `\uFEFF${lines.join('\r\n')}`)
    const { status, said } = await started(
      '--commands',
      join(folder, 'bad.jsonl'),
      '--out',
      join(folder, 'bad'),
    )
    expect(status).toBe(1)
    expect(said).toContain('5 bad lines')
    expect(said).toMatch(/line 1 {2}· {2}/)
    expect(said).toContain('line 2  type  type: no such command.')
    expect(said).toContain('line 3  data.offeringId  data.offeringId: missing')
    expect(said).toContain('line 4  data  data: unknown fields: __proto__.')
    expect(said).toContain('line 6  OpenEnrolment  Unknown  There is no offering o-1.')
    expect(said).toMatch(/line 7 {2}· {2}/)
  })

  test('an event that was read already is named and left out', async () => {
    const [first = ''] = linesOf('whole', 'events.jsonl')
    writeFileSync(join(folder, 'twice.jsonl'), `${first}\n${first}\n`)
    writeFileSync(join(folder, 'none.jsonl'), '')
    const files = ['--events', join(folder, 'twice.jsonl'), '--commands', join(folder, 'none.jsonl')]
    const { status, said } = await started(...files, '--out', join(folder, 'once'))
    expect(said).toContain('line 2  metadata.eventId  metadata.eventId: this id occurs twice.')
    expect(status).toBe(1)
    expect(linesOf('once', 'events.jsonl')).toHaveLength(1)
  })

  test.each(['--commands', '--events'])(
    'a file for %s that is not there is named in one sentence',
    async (option) => {
      const { status, said } = await started(option, '/nonexistent', '--out', join(folder, 'nothing'))
      expect(said.trim()).toBe(`${option} /nonexistent cannot be read (ENOENT).`)
      expect(status).toBe(2)
    },
    30_000,
  )

  test('and an instant that is none does not stop the rest', async () => {
    const ask = (at: string, commandId: string) =>
      JSON.stringify({ type: 'OpenEnrolment', data: { at, offeringId: 'o' }, metadata: { commandId } })
    writeFileSync(
      join(folder, 'when.jsonl'),
      [ask('2026-01-05T99Z', 'c-1'), ask('2026-01-05T01:00:00.000Z', 'c-2')].join('\n'),
    )
    const { status, said } = await started(
      '--commands',
      join(folder, 'when.jsonl'),
      '--out',
      join(folder, 'when'),
    )
    expect(status).toBe(1)
    expect(said).toContain('line 1  data.at  data.at: expected an instant in UTC with milliseconds')
    expect(said).toContain('line 2  OpenEnrolment  Unknown')
  })

  test('--help tells the options', async () => {
    const { status, said } = await started('--help')
    expect(status).toBe(0)
    expect(said).toContain('--language L')
  })

  test('and options that are none are answered with the usage', async () => {
    const { status, said } = await started('--language', 'fr')
    expect(status).toBe(2)
    expect(said).toContain('--language takes en or zh-CN, got fr')
  })
})

import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDay } from '../../examples/import-hr-records/dates.ts'
import { countsOf, figuresOfAccepted, figuresOfSource } from '../../examples/import-hr-records/figures.ts'
import { type Imported, importRecords } from '../../examples/import-hr-records/import.ts'
import { rejectionsByCause } from '../../examples/import-hr-records/print.ts'
import { type Records, readRecords } from '../../examples/import-hr-records/records.ts'
import { start } from '../../examples/import-hr-records/start.ts'

const sample = 'examples/import-hr-records/sample'

describe('a day as the files write it', () => {
  test.each([
    ['9/21/2022', '2022-09-21'],
    ['30-08-1965', '1965-08-30'],
    ['02-03-2023', '2023-03-02'],
    ['2/3/2023', '2023-02-03'],
  ])('%s is %s', (written, day) => {
    expect(readDay(written)).toBe(day)
  })
  test.each(['30/08/1965', '2/30/2023', '2023-02-03', '', '1/1/23'])('%s is none', (written) => {
    expect(readDay(written)).toBeUndefined()
  })
})

describe('three trainings', () => {
  const records = readRecords(sample)
  const { accepted, rejections, ledger } = importRecords(records)

  test('are read past byte order mark, quotes, padding and two ways to write a day', () => {
    expect(records.bad).toEqual([])
    expect(countsOf(records.trainings)).toEqual({
      trainings: 3,
      days: 6,
      costMinor: 68_786,
      outcomes: { Incomplete: 0, Completed: 1, Passed: 1, Failed: 1 },
    })
    expect(records.trainings[0]?.location).toBe('Port Greg, East')
    expect(records.employees.get('2')).toEqual({
      employeeId: '2',
      hiredOn: '2019-09-20',
      leftOn: '2022-12-31',
      department: 'Production',
      position: 'Technician',
    })
    expect(records.surveyed).toBe(2)
  })
  test('are refused by the rule of delivery after the exit and before the hire', () => {
    expect(accepted.map(({ line }) => line)).toEqual([2])
    expect(rejections).toEqual([
      {
        line: 3,
        employeeId: '2',
        rejection: {
          code: 'NotEmployed',
          learnerId: '2',
          on: '2023-03-02',
          when: 'afterExit',
          hiredOn: '2019-09-20',
          leftOn: '2022-12-31',
        },
        words: expect.stringContaining('2023-03-02'),
      },
      {
        line: 4,
        employeeId: '3',
        rejection: {
          code: 'NotEmployed',
          learnerId: '3',
          on: '2023-07-31',
          when: 'beforeHire',
          hiredOn: '2023-08-01',
        },
        words: expect.stringContaining('2023-07-31'),
      },
    ])
  })
  test('leave a log in which the classes of the refused are cancelled and the other is closed after the days of grace', () => {
    const ended = ledger
      .events()
      .filter(({ type }) => /^(Enrolment(Completed|Failed)|OfferingCancelled)$/.test(type))
    expect(ended.map(({ type, data }) => [type, 'offeringId' in data ? data.offeringId : ''])).toEqual([
      ['OfferingCancelled', 'line-3'],
      ['EnrolmentCompleted', 'line-2'],
      ['OfferingCancelled', 'line-4'],
    ])
  })
})

describe('rows that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-hr-'))
  beforeAll(() => {
    cpSync(sample, folder, { recursive: true })
    const file = join(folder, 'training_and_development_data.csv')
    const row = '1,3/1/2023,Leadership Development,Internal,Passed,Port Greg,Dana Lee,2,510.83'
    writeFileSync(
      file,
      [
        readFileSync(file, 'utf8').trimEnd(),
        row.replace('3/1/2023', '13/1/2023'),
        row.replace('1,', '404,'),
        row.replace('Passed', 'Excellent'),
        row.replace(',2,', ',two,'),
        row.replace('510.83', '510.835'),
        '1,3/1/2023',
        row.replace('3/1/2023', '3/9/2023'),
        '',
      ].join('\n'),
    )
  })

  test('are told with file, line and column, and the rest goes on', () => {
    const records = readRecords(folder)
    expect(records.bad.map(({ line, column }) => [line, column])).toEqual([
      [5, 'TrainingDate'],
      [6, 'EmployeeID'],
      [7, 'TrainingOutcome'],
      [8, 'TrainingDurationDays'],
      [9, 'TrainingCost'],
      [10, '·'],
    ])
    expect(records.trainings.map(({ line }) => line)).toEqual([2, 3, 4, 11])
  })
  test('swallow no other where a quote is out of place', () => {
    const quoted = mkdtempSync(join(tmpdir(), 'import-hr-'))
    cpSync(sample, quoted, { recursive: true })
    const file = join(quoted, 'training_and_development_data.csv')
    const rows = ['"Leader"x', 'Fine', '"never closed', 'Fine too'].map(
      (program) => `1,3/1/2023,${program},Internal,Passed,Port Greg,Dana Lee,2,510.83\r\n`,
    )
    writeFileSync(file, readFileSync(file, 'utf8') + rows.join(''))
    const records = readRecords(quoted)
    expect(records.bad.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'invalid closing quote'],
      [7, 'quote not closed'],
    ])
    expect(records.trainings.map(({ line }) => line)).toEqual([2, 3, 4, 6, 8])
  })
  test('include people whose id is none, and the trainings that name them', () => {
    const strange = mkdtempSync(join(tmpdir(), 'import-hr-'))
    cpSync(sample, strange, { recursive: true })
    const staff = join(strange, 'employee_data.csv')
    const taught = join(strange, 'training_and_development_data.csv')
    const ids = ['__proto__', '1 2', '']
    const row = ',3/1/2023,Selling,Internal,Passed,Port Greg,Dana Lee,2,510.83\r\n'
    writeFileSync(
      staff,
      readFileSync(staff, 'utf8') + ids.map((id) => `${id},X,9/20/2019,,T,Sales\r\n`).join(''),
    )
    writeFileSync(taught, readFileSync(taught, 'utf8') + ids.map((id) => id + row).join(''))
    const records = readRecords(strange)
    expect(records.bad.map(({ line, column }) => [line, column])).toEqual(
      [5, 6, 7, 5, 6, 7].map((line) => [line, 'EmployeeID']),
    )
    expect(records.trainings).toHaveLength(3)
  })
  test('are said by the exit status too, beside the report of the rest in both languages', async () => {
    const [rejections, reports] = [join(folder, 'rejections.jsonl'), join(folder, 'reports')]
    const run = async (...args: readonly string[]) => {
      const said: string[] = []
      const says = { log: () => undefined, error: (line: string) => said.push(line) }
      const written = ['--rejections', rejections, '--reports', reports]
      return { status: await start([...args, ...written], says as never), said: said.join('\n') }
    }
    const bad = await run(folder)
    expect(bad.status).toBe(1)
    expect(bad.said).toContain('training_and_development_data.csv:5: TrainingDate: "13/1/2023" is not a day')
    expect(readFileSync(rejections, 'utf8').trimEnd().split('\n')).toHaveLength(2)
    expect((await run(sample)).status).toBe(0)
    expect((await run(join(folder, 'nowhere'))).status).toBe(2)
    expect((await run('--help')).status).toBe(0)
    for (const tag of ['en', 'zh-CN']) {
      const page = readFileSync(join(reports, `annual-statistics.${tag}.html`), 'utf8')
      expect(page).toContain(`<html lang="${tag}">`)
      expect(page.replace(/<style>.*?<\/style>/s, '').replaceAll('class="undefined"', '')).not.toMatch(
        /NaN|Infinity|undefined|\{\w+\}/,
      )
    }
    // of three trainings one was accepted: one person was employed on its day, and came
    expect(readFileSync(join(reports, 'annual-statistics.en.md'), 'utf8')).toContain('100.0% (n = 1)')
  })
})

const { TRAINING_OPS_DATA: data } = process.env
const real = data === undefined ? undefined : join(data, 'kaggle-hr')
const isThere = real !== undefined && existsSync(real)

describe.skipIf(!isThere)(
  `a year of a company of 3,000${isThere ? '' : ' (skipped: TRAINING_OPS_DATA is not set)'}`,
  () => {
    let records: Records
    let imported: Imported
    beforeAll(() => {
      records = readRecords(real as string)
      imported = importRecords(records)
    })

    test('is read whole', () => {
      expect(records.bad).toEqual([])
      expect(countsOf(records.trainings)).toEqual({
        trainings: 3000,
        days: 8927,
        costMinor: 167_588_609,
        outcomes: { Incomplete: 775, Completed: 770, Passed: 739, Failed: 716 },
      })
      expect(records.employees.size).toBe(3000)
      expect(records.surveyed).toBe(3000)
    })
    test('holds 1,029 trainings after the exit and 288 before the hire', () => {
      expect([...rejectionsByCause(imported.rejections)].sort()).toEqual([
        ['NotEmployed afterExit', 1029],
        ['NotEmployed beforeHire', 288],
      ])
      expect(imported.accepted).toHaveLength(3000 - 1029 - 288)
      expect(imported.bad).toEqual([])
    })
    test('ends each accepted attempt as its row says', () => {
      const { outcomes } = countsOf(imported.accepted)
      const ended = new Map<string, number>()
      for (const { type, data } of imported.ledger.events()) {
        const how =
          type === 'EnrolmentCompleted'
            ? data.outcome
            : type === 'EnrolmentFailed'
              ? data.unmet[0]
              : undefined
        if (how !== undefined) ended.set(how, (ended.get(how) ?? 0) + 1)
      }
      expect(Object.fromEntries(ended)).toEqual({
        completed: outcomes.Completed,
        passed: outcomes.Passed,
        result: outcomes.Failed,
        attendance: outcomes.Incomplete,
      })
    })
    test('is measured with n, of the whole source and of what was accepted', () => {
      const source = figuresOfSource(records)
      expect(source.coverage).toMatchObject({ status: 'ok', value: 1, n: 3000 })
      expect(source.costPerLearner).toMatchObject({ value: 167_588_609 / 3000, n: 3000 })
      const accepted = figuresOfAccepted(records, imported)
      expect(accepted.costPerLearner).toMatchObject({ status: 'ok', n: 1683 })
      const completed = accepted.programs.reduce(
        (sum, { completion }) =>
          sum + (completion.status === 'ok' ? Math.round(completion.value * completion.n) : 0),
        0,
      )
      const { Completed, Passed } = countsOf(imported.accepted).outcomes
      expect(completed).toBe(Completed + Passed)
    })
  },
)

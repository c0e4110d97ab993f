/** What the three files say, read strictly: a row that says it badly is reported and left out. */
import { join } from 'node:path'
import { learnerId } from 'training-ops'
import { readDay } from './dates.ts'
import { type BadRow, type Row, readTable } from './read-table.ts'

export const trainingFile = 'training_and_development_data.csv'
export const outcomes = ['Incomplete', 'Completed', 'Passed', 'Failed'] as const
export type SourceOutcome = (typeof outcomes)[number]

export type Employee = {
  readonly employeeId: string
  readonly hiredOn: string
  readonly leftOn?: string
  readonly department: string
  readonly position: string
}

export type Training = {
  readonly line: number
  readonly employeeId: string
  readonly on: string
  readonly program: string
  readonly outcome: SourceOutcome
  readonly location: string
  readonly trainer: string
  readonly days: number
  /** In hundredths of the currency the file does not name. */
  readonly costMinor: number
}

export type Records = {
  readonly employees: ReadonlyMap<string, Employee>
  readonly trainings: readonly Training[]
  /** Answers to the engagement survey. */
  readonly surveyed: number
  readonly bad: readonly BadRow[]
}

type Wrong = { readonly column: string; readonly reason: string }
const isWrong = (value: object): value is Wrong => 'reason' in value

export const readRecords = (folder: string): Records => {
  const bad: BadRow[] = []
  const read = <Value extends object>(
    name: string,
    columns: readonly string[],
    of: (row: Row) => Value | Wrong,
  ) => {
    const { file, rows, bad: unreadable } = readTable(join(folder, name), columns)
    const wrong = [...unreadable]
    const values = rows.flatMap((row) => {
      const value = of(row)
      if (!isWrong(value)) return [value]
      wrong.push({ file, line: row.line, ...value })
      return []
    })
    bad.push(...wrong.sort((a, b) => a.line - b.line))
    return values
  }

  const employees = new Map<string, Employee>()
  const staff = ['EmployeeID', 'StartDate', 'ExitDate', 'DepartmentType', 'Title']
  read('employee_data.csv', staff, (row) => {
    const employee = employeeOf(row)
    if (isWrong(employee)) return employee
    if (employees.has(employee.employeeId)) return { column: 'EmployeeID', reason: 'named twice' }
    employees.set(employee.employeeId, employee)
    return employee
  })
  const columns = [
    'EmployeeID',
    'TrainingDate',
    'TrainingProgramName',
    'TrainingOutcome',
    'Location',
    'Trainer',
  ]
  const trainings = read(trainingFile, [...columns, 'TrainingDurationDays', 'TrainingCost'], (row) =>
    trainingOf(row, employees),
  )
  const answers = read(
    'employee_engagement_survey_data.csv',
    ['EmployeeID', 'SurveyDate', 'EngagementScore'],
    answerOf,
  )
  return { employees, trainings, surveyed: answers.length, bad }
}

const employeeOf = (row: Row): Employee | Wrong => {
  const employeeId = row.text('EmployeeID')
  const hiredOn = readDay(row.text('StartDate'))
  const leftOn = readDay(row.text('ExitDate'))
  if (!learnerId.safeParse(employeeId).success) return notA('id', row, 'EmployeeID')
  if (hiredOn === undefined) return notA('day', row, 'StartDate')
  if (leftOn === undefined && row.text('ExitDate') !== '') return notA('day', row, 'ExitDate')
  return {
    employeeId,
    hiredOn,
    ...(leftOn === undefined ? {} : { leftOn }),
    department: row.text('DepartmentType'),
    position: row.text('Title'),
  }
}

const trainingOf = (row: Row, employees: ReadonlyMap<string, Employee>): Training | Wrong => {
  const employeeId = row.text('EmployeeID')
  const on = readDay(row.text('TrainingDate'))
  const program = row.text('TrainingProgramName')
  const outcome = outcomes.find((one) => one === row.text('TrainingOutcome'))
  const days = /^[1-9]\d{0,2}$/.test(row.text('TrainingDurationDays'))
  const cost = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(row.text('TrainingCost'))
  if (!employees.has(employeeId))
    return { column: 'EmployeeID', reason: `${employeeId} is not on the staff list` }
  if (on === undefined) return notA('day', row, 'TrainingDate')
  if (!/[\p{L}\p{N}]/u.test(program) || program.length > 200) return notA('name', row, 'TrainingProgramName')
  if (outcome === undefined) return notA(outcomes.join(' or '), row, 'TrainingOutcome')
  if (!days) return notA('whole number of days', row, 'TrainingDurationDays')
  if (cost === null) return notA('price', row, 'TrainingCost')
  return {
    line: row.line,
    employeeId,
    on,
    program,
    outcome,
    location: row.text('Location'),
    trainer: row.text('Trainer'),
    days: Number(row.text('TrainingDurationDays')),
    costMinor: Number(cost[1]) * 100 + Number((cost[2] ?? '').padEnd(2, '0')),
  }
}

const answerOf = (row: Row): { readonly on: string } | Wrong => {
  const on = readDay(row.text('SurveyDate'))
  if (on === undefined) return notA('day', row, 'SurveyDate')
  return /^[1-5]$/.test(row.text('EngagementScore'))
    ? { on }
    : notA('score of 1 to 5', row, 'EngagementScore')
}

const notA = (what: string, row: Row, column: string): Wrong => ({
  column,
  reason: `${JSON.stringify(row.text(column))} is not a ${what}`,
})

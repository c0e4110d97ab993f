/** What is looked at while the year runs: the plan, the week, who is current, and how satisfied each part was. */
import {
  boardOf,
  budgetByCurrencyOf,
  enrolmentRecord,
  kirkpatrick,
  learnerRecord,
  obligations,
  offeringRecord,
  operationsBoard,
  planRecord,
  planVsActualIn,
  programRecord,
  project,
  reactionBySegment,
  requirement,
  whoIsCurrent,
} from 'training-ops'
import {
  annualPlanReport,
  operationsBoardReport,
  type ProgramOnPlan,
  satisfactionReport,
  whoIsCurrentReport,
} from 'training-ops/reports'
import type { YearLedger } from '../run.ts'
import { company } from '../script/company.ts'
import { shanghai } from '../script/line.ts'
import { type Named, needTitles, zone } from './log.ts'
import { departmentWord, employees } from './statistics.ts'

/** Programs with their classes, as a plan shows them. */
export const programsOnPlan = (ledger: YearLedger): readonly ProgramOnPlan[] => {
  const board = Object.values(
    boardOf({ offerings: ledger.project(offeringRecord), enrolments: ledger.project(enrolmentRecord) }),
  )
  return Object.entries(ledger.project(programRecord)).map(([programId, program]) => ({
    programId,
    program,
    classes: board.filter(({ course, status }) => course.programId === programId && status !== 'cancelled'),
  }))
}

export const plans = (ledger: YearLedger): readonly Named[] =>
  Object.entries(ledger.project(planRecord)).map(([planId, plan]) => [
    `annual-plan-${planId}`,
    annualPlanReport({
      plan,
      money: budgetByCurrencyOf(plan),
      programs: programsOnPlan(ledger),
      actual: planVsActualIn(
        {
          plans: { [planId]: plan },
          programs: ledger.project(programRecord),
          offerings: ledger.project(offeringRecord),
          enrolments: ledger.project(enrolmentRecord),
        },
        { planId, on: '2025-12-31' },
      ),
      needs: needTitles(ledger),
    }),
  ])

/** The week in which the most was going on. */
const week = { on: '2025-09-08', until: '2025-09-14' }

export const board = (ledger: YearLedger): readonly Named[] => {
  const asOf = shanghai(week.on, '08:00')
  const events = ledger.events()
  const programs = project(programRecord, events, { asOf })
  const offerings = boardOf({
    offerings: project(offeringRecord, events, { asOf }),
    enrolments: project(enrolmentRecord, events, { asOf }),
  })
  if (Object.keys(offerings).length === 0) return []
  const titles = Object.fromEntries([
    ...Object.entries(programs).map(([id, { title }]) => [id, title || id]),
    ...Object.entries(offerings).map(([id, { title }]) => [id, title || id]),
  ])
  const items = operationsBoard({ ...week, programs, offerings })
  return [['operations-board', operationsBoardReport({ ...week, items, titles })]]
}

export const current = (ledger: YearLedger): readonly Named[] => {
  const requirements = ledger.project(requirement)
  if (Object.keys(requirements).length === 0) return []
  const on = '2025-12-31'
  const departments = new Map(company().map(({ id, department }) => [id, departmentWord(department)]))
  const view = whoIsCurrent({
    obligations: obligations({
      workforce: employees(),
      requirements,
      records: ledger.project(learnerRecord),
      asOf: shanghai(on, '18:00'),
      zone,
    }),
    today: on,
    departmentOf: (learnerId) => departments.get(learnerId) ?? 'unknown',
  })
  const titles = Object.entries(requirements).map(([id, { versions }]) => [id, versions.at(-1)?.title ?? id])
  return [['who-is-current', whoIsCurrentReport({ on, view, requirements: Object.fromEntries(titles) })]]
}

/** By department, of programs whose learners answered under their names; small departments are withheld. */
export const satisfaction = (ledger: YearLedger): readonly Named[] => {
  const departments = new Map(company().map(({ id, department }) => [id, departmentWord(department)]))
  const programs = ledger.project(programRecord)
  return Object.entries(ledger.project(kirkpatrick)).flatMap(([programId, state]) => {
    const table = reactionBySegment(state, ({ learnerId }) => departments.get(learnerId ?? ''))
    if (table.totals.length === 0 || programId !== 'managers-2025') return []
    const report = satisfactionReport({ title: programs[programId]?.title ?? programId, table })
    return [[`satisfaction-${programId}`, report] as const]
  })
}

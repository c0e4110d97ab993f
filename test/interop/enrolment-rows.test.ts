/** Rows of enrolments: what asking directly rejects, importing rejects, with one answer each. */
import { assemble, catalog, createLedger, delivery, isAccepted, isRejected, resources } from 'training-ops'
import { type EnrolmentReading, enrolmentsFromRows } from 'training-ops/interop'
import { expect, test } from 'vitest'
import { at, open } from '../delivery/an-offering.ts'

const training = assemble([catalog, resources, delivery], {}, { trusted: true })
const reading: EnrolmentReading = {
  ...{ importId: 'hr-1', at, source: 'assigned', offeringId: 'o-1' },
  columns: { learnerId: '工号', department: '部门', hiredOn: '入职日期', priority: '优先级' },
}
const people = [
  { 工号: 'ada', 部门: 'sales', 入职日期: '2020-03-01', 优先级: 5 },
  { 工号: 'bo', 入职日期: '2027-03-01' },
  { 工号: 'ada' },
  { 工号: 'cy' },
  { 工号: 'dee' },
]

test('each row is answered as asking directly answers it, and importing again asks nothing twice', () => {
  const { commands, bad } = enrolmentsFromRows(people, reading)
  expect(bad).toEqual([])
  const imported = createLedger(training, { events: open as never })
  const [verdict] = commands.map((command) => imported.execute(command))
  const answered = verdict !== undefined && isAccepted(verdict) ? verdict.right.at(-1)?.data : verdict
  const direct = createLedger(training, { events: open as never })
  const asked = people.map(
    ({ 工号: learnerId, 部门: department, 入职日期: hiredOn, 优先级: priority }, nth) => {
      const employment = hiredOn === undefined ? {} : { employment: { hiredOn } }
      const data = {
        ...{ at, offeringId: 'o-1', source: 'assigned', learnerId, ...employment },
        ...(department && { department }),
        ...(priority && { priority }),
      }
      const metadata = { commandId: `c-${nth}` }
      const [own, seated] = direct.executeWithPolicies({ type: 'RequestEnrolment', data, metadata } as never)
      if (own !== undefined && isRejected(own.verdict))
        return { learnerId, answer: 'refused', because: own.verdict.left.code }
      const types = seated !== undefined && isAccepted(seated.verdict) ? seated.verdict.right : []
      return { learnerId, answer: types[0]?.type === 'LearnerEnrolled' ? 'enrolled' : 'waitlisted' }
    },
  )
  expect(answered).toMatchObject({ answers: asked })
  expect(asked.map(({ answer }) => answer)).toEqual([
    ...['enrolled', 'refused', 'refused', 'enrolled', 'waitlisted'],
  ])
  const size = imported.events().length
  for (const command of enrolmentsFromRows(people, reading).commands) imported.execute(command)
  expect(imported.events().length).toBe(size)
})

test('each class has its own command, and each thousand of its people', () => {
  const rows = Array.from({ length: 2001 }, (_, nth) => ({
    class: nth % 2000 === 0 ? 'o-2' : 'o-1',
    id: `l-${nth}`,
  }))
  const { commands } = enrolmentsFromRows(rows, {
    ...{ ...reading, columns: { learnerId: 'id', offeringId: 'class' } },
  })
  expect(
    commands.map(({ data, metadata }) => [data.offeringId, data.learners.length, metadata.commandId]),
  ).toEqual([
    ['o-2', 2, 'hr-1.o-2.0'],
    ['o-1', 1000, 'hr-1.o-1.0'],
    ['o-1', 999, 'hr-1.o-1.1'],
  ])
})

test('a cell that cannot be read is told by its row and column, and whatever comes is no failure', () => {
  const thrower = {
    get 工号(): string {
      throw new Error('hostile')
    },
  }
  const rows = [{ 工号: '' }, { 工号: 'bo', 优先级: 'high' }, null, 'text', thrower, { 工号: 'cy' }]
  const { commands, bad } = enrolmentsFromRows(rows as never, reading)
  expect(bad).toEqual([
    { row: 1, column: '工号', code: 'Missing' },
    { row: 2, column: '优先级', code: 'Unreadable', cell: 'high' },
    ...[3, 4, 5].map((row) => ({ row, column: '工号', code: 'Missing' })),
  ])
  expect(commands.flatMap(({ data }) => data.learners)).toEqual([{ learnerId: 'cy' }])
  expect(() => enrolmentsFromRows(null as never, reading)).toThrow(
    'training-ops: enrolmentsFromRows needs rows',
  )
})

test('a day is read in any form that a spreadsheet gives it', () => {
  const days = [new Date('2020-03-01T00:00:00.000Z'), '2020/3/1', '2020年3月1日', 43_891, '2020-03-01']
  const rows = days.map((入职日期, nth) => ({ 工号: `p${nth}`, 入职日期 }))
  const { commands, bad } = enrolmentsFromRows([...rows, { 工号: 'old', 入职日期: '1985-03-01' }], reading)
  expect(bad).toEqual([])
  const hired = commands.flatMap(({ data }) => data.learners.map(({ employment }) => employment?.hiredOn))
  expect(hired).toEqual([...days.map(() => '2020-03-01'), '1985-03-01'])
  expect(enrolmentsFromRows([{ 工号: 'p', 入职日期: '3/4/2020' }], reading).bad).toMatchObject([
    { column: '入职日期', code: 'Unreadable', cell: '3/4/2020' },
  ])
})

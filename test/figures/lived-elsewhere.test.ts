/** The history of another system counts in the figures of its year. */
import {
  assemble,
  completionFigure,
  createLedger,
  enrolmentRecord,
  figureOf,
  lifecycle,
  noShowFigure,
  offeringRecord,
} from 'training-ops'
import { importHistory } from 'training-ops/interop'
import { expect, test } from 'vitest'

const rows = [
  { who: 'ada', day: '2024-06-03', how: 'completed' },
  { who: 'bo', day: '2024-06-03', how: 'failed' },
  { who: 'cy', day: '2024-07-01', how: 'noShow' },
  { who: 'di', day: '2023-07-01', how: 'completed' },
].map((row) => ({ ...row, course: 'safety' }))
const training = assemble(lifecycle, {}, { trusted: true })

test.each(['2024', '2023'])('completion and no-shows of %s are those of its rows', (year) => {
  const ledger = createLedger(training)
  const { commands, refused } = importHistory(rows, {
    ...{ importId: 'lms', at: '2025-01-02T00:00:00.000Z', zone: 'Asia/Shanghai' },
    columns: { learnerId: 'who', courseId: 'course', endedAt: 'day', ended: 'how' },
    endings: { completed: 'completed', failed: 'failed', noShow: 'noShow' },
  })
  expect(refused).toEqual([])
  for (const command of commands) ledger.execute(command)
  const question = {
    enrolments: ledger.project(enrolmentRecord),
    offerings: ledger.project(offeringRecord),
    workforce: rows.map(({ who }) => ({ learnerId: who, hiredOn: '2020-01-01', segment: {} })),
    period: { from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` },
    asOf: '2025-01-02T00:00:00.000Z',
    zone: 'Asia/Shanghai',
  }
  const [completed, absent, all] = year === '2024' ? [1, 1, 3] : [1, 0, 1]
  expect(figureOf(completionFigure, question)).toMatchObject({ value: completed / all, n: all })
  expect(figureOf(noShowFigure, question)).toMatchObject({ value: absent / all, n: all })
})

/** A table of 100,000 rows of another system is brought in, with rows that cannot be, and once more: nothing doubled. */
import { certificateRecord, enrolmentRecord, project, rewardRecord, transcriptsOf } from 'training-ops'
import { openDatabase } from '../database.ts'
import { importTable } from '../import-history.ts'
import { type E, startService } from '../service.ts'
import { open } from './a-run.ts'

const rows = Number(process.env.ROWS ?? 100_000)
const run = await open('history')
const database = await openDatabase(run.place)
const at = '2026-03-01T00:00:00.000Z'
const service = await startService(database, { now: () => at })
await database.pool.query(`CREATE TABLE legacy_records AS
  SELECT n AS nr, 'p-' || (n % 8000) AS employee, 'course-' || (n % 97) AS course, 'class-' || (n % 3001) || '-' || (n / 8000) AS class,
    CASE WHEN n % 1000 = 7 THEN 'last spring' ELSE to_char(timestamp '2016-01-04 09:00' + (n % 3600) * interval '1 day', 'YYYY-MM-DD HH24:MI') END AS finished,
    CASE n % 10 WHEN 8 THEN 'F' WHEN 9 THEN 'N' ELSE 'P' END AS outcome, 60 + n % 400 AS minutes, n % 101 AS score,
    CASE WHEN n % 3 = 0 AND n % 10 < 8 THEN 'S-' || CASE WHEN n % 3000 = 0 THEN 3 ELSE n END END AS serial
  FROM generate_series(1, ${rows}) AS n`)
const mapping = {
  importId: 'lms-2026',
  ...{ at, zone: 'Asia/Shanghai' },
  columns: {
    ...{
      learnerId: 'employee',
      courseId: 'course',
      offeringId: 'class',
      endedAt: 'finished',
      ended: 'outcome',
    },
    ...{ attendedMinutes: 'minutes', score: 'score', serial: 'serial' },
  },
  rowsPerCommand: Number(process.env.PER ?? 250),
  endings: { P: 'completed', F: 'failed', N: 'noShow' },
} as const

const brought = async () => {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const result = await importTable(database.pool, service, { table: 'legacy_records', key: 'nr', mapping })
  const { user, system } = process.cpuUsage(cpu)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { ...result, seconds, ofProcessor: Math.round((user + system) / 100_000) / 10 }
}
const first = await brought()
await service.round()
const followed = service.status()
const again = await brought()
await service.close()
const counted = await database.pool.query(
  'SELECT type, count(*)::int AS n FROM events GROUP BY type ORDER BY n DESC',
)
const { rows: planned } = await database.pool.query('SELECT count(*)::int AS n FROM host_deadlines')
await database.close()
const log = (await run.log()) as readonly E[]
const began = performance.now()
const transcripts = transcriptsOf({
  enrolments: project(enrolmentRecord, log),
  certificates: project(certificateRecord, log),
})
const looked = performance.now() - began
const enrolments = Object.values(transcripts).flatMap((one) => Object.keys(one.enrolments)).length
const reasons = new Map<string, number>()
for (const { column, code } of first.refused)
  reasons.set(`${code} in ${column}`, (reasons.get(`${code} in ${column}`) ?? 0) + 1)
const ofImport = log.filter(({ metadata }) => metadata?.importedAt === at).length
await run.tell({
  'rows in the table': first.rows,
  'taken in': first.imported,
  refused: first.refused.length,
  ...Object.fromEntries([...reasons].map(([reason, n]) => [`  ${reason}`, n])),
  'the first refused': JSON.stringify(first.refused[0]),
  'seconds, to the last answer': first.seconds,
  '  of them on the processor': first.ofProcessor,
  'seconds, all read once more': again.seconds,
  'events in the log': log.length,
  ...Object.fromEntries(counted.rows.map(({ type, n }) => [`  ${type}`, n])),
  'deadlines planned': planned[0].n,
  'transcripts of people': Object.keys(transcripts).length,
  'ms to fold them from the whole log': Math.round(looked),
})
run.must({
  'every row is in, or refused by row, column and reason': first.imported + first.refused.length === rows,
  'every enrolment is in a transcript': enrolments === first.imported,
  'asked again, nothing is in twice':
    log.length === counted.rows.reduce((sum, { n }) => sum + n, 0) && again.imported === first.imported,
  'every event says that it was imported': ofImport === log.length,
  'nobody earned a point, and nothing was asked of anybody':
    Object.keys(project(rewardRecord, log)).length === 0,
  'nothing was set aside': followed.setAside === 0,
  '100,000 rows take less than a minute': (first.seconds / rows) * 100_000 < 60,
})

/**
 * A host is killed between two commands of one policy: a class is cancelled, which frees three people one by one; the
 * database holds back one of the three, the host gets SIGKILL there, others go on, and it is started again. Everybody is
 * freed, once; and all of it, delivered again from the beginning, appends nothing. On a server only: it needs a second
 * connection.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { announce, open, post } from './a-run.ts'

const rounds = Number(process.env.ROUNDS ?? 12)
const run = await open('between')
if (run.embedded || run.place.schema === undefined) {
  console.log('between: skipped, TRAINING_OPS_PG names no server')
  process.exit(0)
}
const { schema } = run.place
const client = new pg.Client({
  connectionString: process.env.TRAINING_OPS_PG,
  options: `-c search_path=${schema}`,
})
await client.connect()
let service = await run.start()
await client.query(`
  CREATE TABLE held (offering text, after int);
  CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.type = 'EnrolmentCancelled' AND EXISTS (
      SELECT FROM held WHERE NEW.payload::json->'data'->>'offeringId' = offering AND after = (
        SELECT count(*) FROM events WHERE type = 'EnrolmentCancelled' AND payload::json->'data'->>'offeringId' = offering
      )
    ) THEN PERFORM pg_sleep(600); END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER hold BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION hold()`)

const at = '2026-03-01T02:00:00.000Z'
const ask = (type: string, data: object, commandId: string) =>
  post(service.at, { type, data: { at, ...data }, metadata: { commandId } })
const settled = async (): Promise<void> => {
  for (let quiet = 0; quiet < 3; await pause(200)) {
    const { seenTo, followedTo } = await run.standing(service.at)
    quiet = seenTo === followedTo ? quiet + 1 : 0
  }
}

const began = performance.now()
for (let round = 0; round < rounds; round++) {
  const [offeringId, other] = [`o-${round}`, `other-${round}`]
  const people = [0, 1, 2].map((one) => `l-${round}-${one}`)
  await announce(service.at, offeringId, 5)
  await announce(service.at, other, 5)
  for (const learnerId of people)
    await ask('RequestEnrolment', { offeringId, learnerId, source: 'self' }, `ask-${learnerId}`)
  await client.query('INSERT INTO held VALUES ($1, $2)', [offeringId, round % 3])
  const cancelled = ask('CancelOffering', { offeringId, cause: 'other' }, `cancel-${round}`).catch(() => {})
  let sleeping: readonly { readonly pid: number }[] = []
  while (sleeping.length === 0) {
    await pause(20)
    const found = await client.query(
      "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND application_name = $1",
      [`training-ops ${schema}`],
    )
    sleeping = found.rows
  }
  service.signal('SIGKILL')
  await service.ended
  await cancelled
  await client.query('DELETE FROM held')
  for (const { pid } of sleeping) await client.query('SELECT pg_terminate_backend($1)', [pid])
  service = await run.start()
  // The world has moved on: whoever was freed already asks elsewhere, at the same hours.
  await ask('RequestEnrolment', { offeringId: other, learnerId: people[0], source: 'self' }, `other-${round}`)
  await settled()
}
const log = await run.log()
const timesFreed = (learnerId: string) =>
  log.filter(({ type, data }) => type === 'EnrolmentCancelled' && data.learnerId === learnerId).length
const freed = Array.from({ length: rounds }, (_, round) =>
  [0, 1, 2].map((one) => timesFreed(`l-${round}-${one}`)),
).flat()
service.signal('SIGTERM')
await service.ended
await client.query('DELETE FROM host_checkpoints')
service = await run.start()
await settled()
const after = (await run.log()).length
service.signal('SIGTERM')
await service.ended
await client.end()

await run.tell({
  'kills between two commands': rounds,
  'people to be freed': freed.length,
  'freed once': freed.filter((times) => times === 1).length,
  lost: freed.filter((times) => times === 0).length,
  doubled: freed.filter((times) => times > 1).length,
  'events in the log': log.length,
  'appended when delivered again': after - log.length,
  seconds: Number(((performance.now() - began) / 1000).toFixed(1)),
})
run.must({
  'everybody is freed, once': freed.every((times) => times === 1),
  'delivered again, nothing is appended': after === log.length,
})

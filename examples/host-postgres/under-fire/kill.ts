/**
 * A service is killed 50 times (SIGKILL, its own process) while commands stream in, and started again each time. Whatever
 * it acknowledged is in the log, once; what followed by policy was carried out, once; and all commands, sent again, append
 * nothing.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { announce, open, post } from './a-run.ts'

const [kills, streams, most] = [Number(process.env.KILLS ?? 50), 4, 100_000]

const run = await open('kill')
let service = await run.start()
const acknowledged = new Map<string, readonly string[]>()
let [sent, unanswered, stopped] = [0, 0, false]

const command = (at: number) => ({
  type: 'RequestEnrolment',
  data: {
    ...{ at: '2026-03-01T02:00:00.000Z', offeringId: `o-${at % 20}`, learnerId: `l-${at}` },
    source: 'self',
  },
  metadata: { commandId: `ask-${at}` },
})

/** Sends one command until it is answered: by this life of the service, or by one after it. */
const insist = async (at: number): Promise<void> => {
  for (;;)
    try {
      const { status, body } = await post(service.at, command(at))
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
      acknowledged.set(
        `ask-${at}`,
        (body.events ?? []).map(({ type }) => type),
      )
      return
    } catch {
      unanswered++
      await pause(50)
    }
}
const stream = async (): Promise<void> => {
  while (!stopped && sent < most) await insist(sent++)
}

for (let at = 0; at < 20; at++) await announce(service.at, `o-${at}`, 40)
const began = performance.now()
const streaming = Promise.all(Array.from({ length: streams }, stream))
let downMs = 0
for (let kill = 1; kill <= kills; kill++) {
  // In the midst of it: some commands into each life, and a little more.
  for (const some = acknowledged.size + 5 + (kill % 20); acknowledged.size < some; ) await pause(1)
  await pause((kill * 7) % 30)
  service.signal('SIGKILL')
  await service.ended
  const down = performance.now()
  service = await run.start()
  downMs += performance.now() - down
}
stopped = true
await streaming
const seconds = (performance.now() - began) / 1000

/** What the last crash cut off has followed when the service has gone through the whole log, and it grows no more. */
const settled = async (): Promise<void> => {
  for (let quiet = 0, before = -1; quiet < 4; await pause(300)) {
    const { seenTo, followedTo } = await run.standing(service.at)
    quiet = seenTo === before && followedTo === seenTo ? quiet + 1 : 0
    before = seenTo
  }
}
await settled()
const stop = async () => {
  service.signal('SIGTERM')
  await service.ended
}
const logNow = async () => {
  if (run.embedded) await stop()
  const log = await run.log()
  if (run.embedded) service = await run.start()
  return log
}
const log = await logNow()
const times = (type: string): ReadonlyMap<unknown, number> => {
  const counts = new Map<unknown, number>()
  for (const event of log)
    if (event.type === type) counts.set(event.data.learnerId, (counts.get(event.data.learnerId) ?? 0) + 1)
  return counts
}
const [requested, enrolled, waitlisted] = ['EnrolmentRequested', 'LearnerEnrolled', 'LearnerWaitlisted'].map(
  times,
) as [ReadonlyMap<unknown, number>, ReadonlyMap<unknown, number>, ReadonlyMap<unknown, number>]
const learners = [...acknowledged.keys()].map((id) => id.replace('ask-', 'l-'))
const answeredAt = (learner: unknown) => (enrolled.get(learner) ?? 0) + (waitlisted.get(learner) ?? 0)
const ids = log.map(({ metadata }) => metadata?.eventId)

let resent = 0
for (let at = 0; at < sent; at += 50)
  await Promise.all(
    Array.from({ length: Math.min(50, sent - at) }, async (_, more) => {
      const { body } = await post(service.at, command(at + more))
      if (body.resent) resent++
    }),
  )
await settled()
const after = (await logNow()).length
await stop()

await run.tell({
  kills,
  'commands sent': sent,
  acknowledged: acknowledged.size,
  'sent again for want of an answer': unanswered,
  'events in the log': log.length,
  'of them twice': ids.length - new Set(ids).size,
  'resent afterwards, told so': resent,
  'appended by resending': after - log.length,
  seconds: Number(seconds.toFixed(1)),
  'ms from start to first answer': Math.round(downMs / kills),
})
run.must({
  'every acknowledged command is there exactly once': learners.every(
    (learner) => requested.get(learner) === 1,
  ),
  'nothing is there that was not asked': requested.size === acknowledged.size,
  'what follows followed exactly once': learners.every((learner) => answeredAt(learner) === 1),
  'no event is there twice': new Set(ids).size === ids.length,
  'resending appends nothing': after === log.length && resent === sent,
})

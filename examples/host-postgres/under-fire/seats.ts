/**
 * 2,000 people ask for 40 seats at once, over 8 connections to two services on one database. Every one has to be answered,
 * 40 of them with a seat and 1,960 with a place in line, and nobody lost or doubled.
 */
import { Agent, request } from 'node:http'
import { type Asked, announce, open } from './a-run.ts'

const [people, seats, connections, services] = [Number(process.env.PEOPLE ?? 2000), 40, 8, 2]

const run = await open('seats')
const processes = await Promise.all(Array.from({ length: run.embedded ? 1 : services }, run.start))
await announce(processes[0]?.at ?? '', 'o-1', seats)

const agents = Array.from({ length: connections }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
const took: number[] = []
let askedAgain = 0
/** Told that the service is busy, or cut off, one asks again: the command has its id. */
const insist = async (learnerId: string, at: number): Promise<Asked> => {
  for (;;) {
    const answer = await ask(learnerId, at).catch(() => undefined)
    if (answer !== undefined && answer.status !== 503) return answer
    askedAgain++
  }
}
const ask = (learnerId: string, at: number): Promise<Asked> => {
  const began = performance.now()
  const body = JSON.stringify({
    type: 'RequestEnrolment',
    data: { at: '2026-03-01T02:00:00.000Z', offeringId: 'o-1', learnerId, source: 'self' },
    metadata: { commandId: `ask-${learnerId}` },
  })
  const { at: address = '' } = processes[at % processes.length] ?? {}
  return new Promise((resolve, reject) => {
    const asking = request(
      `${address}/commands`,
      {
        agent: agents[at % connections] as Agent,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => {
          took.push(performance.now() - began)
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) })
        })
      },
    )
    asking.setTimeout(500_000, () => asking.destroy(new Error('no answer')))
    asking.on('error', reject)
    asking.end(body)
  })
}

const began = performance.now()
const answers = await Promise.all(Array.from({ length: people }, (_, at) => insist(`l-${at}`, at)))
const seconds = (performance.now() - began) / 1000

const told = (type: string) =>
  answers.filter(({ body }) => body.followed?.some((one) => one.events?.some((event) => event.type === type)))
    .length
/** Who was cut off and asked again is told what they asked for, and finds in the view what came of it. */
const resent = answers.filter(({ body }) => body.resent).length
const { body } = await run.get(processes[0]?.at ?? '', '/views/enrolmentRecord')
const standing = Object.values(body.state as Record<string, { status: string }>)
const log = await run.log()
const count = (type: string) => log.filter((event) => event.type === type).length
const distinct = (type: string) =>
  new Set(log.filter((event) => event.type === type).map(({ data }) => data.learnerId)).size
for (const one of processes) one.signal('SIGTERM')
await Promise.all(processes.map(({ ended }) => ended))

took.sort((a, b) => a - b)
await run.tell({
  people,
  seats,
  connections,
  services: processes.length,
  'busy or cut off, and asked again': askedAgain,
  answered: answers.filter(({ status }) => status === 200).length,
  'told a seat': told('LearnerEnrolled'),
  'told a place in line': told('LearnerWaitlisted'),
  enrolled: count('LearnerEnrolled'),
  waitlisted: count('LearnerWaitlisted'),
  'enrolled, each once': distinct('LearnerEnrolled'),
  'waitlisted, each once': distinct('LearnerWaitlisted'),
  'in the view': standing.length,
  seconds: Number(seconds.toFixed(1)),
  'ms to an answer, half of them': Math.round(took[Math.floor(people / 2)] ?? 0),
  'ms to an answer, 99 in 100': Math.round(took[Math.floor(people * 0.99)] ?? 0),
  'commands a second': Math.round((2 * people) / seconds),
})
run.must({
  'everybody is answered':
    answers.every(({ status }) => status === 200) &&
    told('LearnerEnrolled') + told('LearnerWaitlisted') + resent === people,
  'the seats are filled and no more': count('LearnerEnrolled') === seats && told('LearnerEnrolled') <= seats,
  'the others wait': count('LearnerWaitlisted') === people - seats,
  'nobody is lost or doubled':
    count('EnrolmentRequested') === people &&
    distinct('EnrolmentRequested') === people &&
    distinct('LearnerEnrolled') + distinct('LearnerWaitlisted') === people,
  'the view says the same':
    standing.filter(({ status }) => status === 'enrolled').length === seats && standing.length === people,
})

/**
 * Hostile inputs to the core and over HTTP, so many of each: `CORE` (20,000 unless said), `HTTP` (5,000), by a seed (`SEED`). None may throw, end
 * the service, change anything it was refused for, or take longer than 100 ms. A slow answer is asked for again: this machine
 * may have been busy, and only what is slow four times is slow.
 */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createLedger } from 'training-ops'
import { openDatabase } from '../database.ts'
import { openStore, shapeOf } from '../store.ts'
import { training } from '../training.ts'
import { asSystem, type Process } from './a-process.ts'
import { open } from './a-run.ts'
import { aLog, diceOf, type Hostile, hostileInputs } from './hostile-inputs.ts'

const [core, overHttp, seed] = ['CORE', 'HTTP', 'SEED'].map((name, at) =>
  Number(process.env[name] ?? [20_000, 5000, 1][at]),
) as [number, number, number]
const [slowMs, newLedgerEvery] = [100, 20_000] as const

const faults = new Map<string, number>()
const fault = (what: string, how: string): void => {
  const told = `${what}, ${how}`.slice(0, 200)
  faults.set(told, (faults.get(told) ?? 0) + 1)
}
const counts: Record<string, number> = {}
const count = (what: string, by = 1): void => {
  counts[what] = (counts[what] ?? 0) + by
}
const slowest = { core: 0, http: 0 }

// The core: every function that takes what came from outside.
type Ledger = ReturnType<typeof createLedger<never, never, never>>
const afresh = () => createLedger(training, { events: aLog }) as never as Ledger
const entrances = (ledger: Ledger): Readonly<Record<string, (value: never) => unknown>> => ({
  receive: training.receive as never,
  execute: ledger.execute,
  decode: training.decode as never,
})
/** A programmer's mistake is told by a throw; what comes from outside is not one. */
const mayThrow: Readonly<Record<string, (value: never) => unknown>> = {
  boundaryOf: training.boundaryOf as never,
  createLedger: ((event: never) => createLedger(training, { events: [event] })) as never,
}

const cpuMs = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000
const tryCore = (ledger: Ledger, { kind, value, how }: Hostile, nth: number): void => {
  const names = kind === 'command' ? ['receive', 'execute'] : ['decode', 'receive']
  if (nth % 20 === 0) names.push(kind === 'command' ? 'boundaryOf' : 'createLedger')
  for (const name of names) {
    const enter = { ...entrances(ledger), ...mayThrow }[name] as (value: never) => unknown
    const before = ledger.events().length
    let [answer, appended, tookMs]: [unknown, number, number] = [undefined, 0, Number.POSITIVE_INFINITY]
    for (let tries = 0; tries < 4 && tookMs > slowMs; tries++) {
      const began = cpuMs()
      try {
        const given = enter(value as never)
        if (tries === 0) answer = given
      } catch (error) {
        const { message } = error as Error
        answer = undefined
        if (!(name in mayThrow && message.startsWith('training-ops:'))) fault(`${name} threw ${message}`, how)
      }
      tookMs = Math.min(tookMs, cpuMs() - began)
      if (tries === 0) appended = ledger.events().length - before
    }
    count('calls of the core')
    slowest.core = Math.max(slowest.core, tookMs)
    if (tookMs > slowMs) fault(`${name} took more than ${slowMs} ms`, how)
    const {
      _tag: tag,
      right,
      resent,
    } = (answer ?? {}) as {
      readonly _tag?: string
      readonly right?: unknown
      readonly resent?: true
    }
    // A command sent again is told its events, and appends none.
    const isNew = name === 'execute' && tag === 'Right' && resent !== true
    const told = isNew ? (right as readonly unknown[]).length : 0
    if (name === 'execute') count(tag === 'Right' ? 'accepted by the core' : 'refused by the core')
    if (appended !== told) fault(`${name} appended ${appended} and told of ${told}`, how)
  }
}

const untouched = () =>
  [Object, Array, Function, String, Number, Map, Set].map((one) =>
    Object.getOwnPropertyNames(one.prototype).join(),
  )
const before = JSON.stringify(untouched())
const began = performance.now()
const nextForCore = hostileInputs(diceOf(seed), { json: false })
for (let at = 0, ledger = afresh(); at < core; at++) {
  if (at > 0 && at % newLedgerEvery === 0) {
    // All that was accepted can be read again.
    createLedger(training, { events: ledger.events() })
    ledger = afresh()
    console.error(`core ${at}, ${((performance.now() - began) / 1000).toFixed(0)} s, faults ${faults.size}`)
  }
  tryCore(ledger, nextForCore(), at)
}
const coreSeconds = (performance.now() - began) / 1000
if (JSON.stringify(untouched()) !== before || 'polluted' in {})
  fault('a prototype was changed', 'in the core')

// Over HTTP: the same commands as bytes, and bytes, paths and headers that are wrong themselves.
const dice = diceOf(seed + 1)
const any = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T
const nextForHttp = hostileInputs(dice, { json: true })
const run = await open('hostile')
const database = await openDatabase(run.place)
const store = await openStore(database.pool, shapeOf(training))
const given = createLedger(training, { events: aLog }).events()
for (let from = 0; from < given.length; from += 200) {
  const block = given.slice(from, from + 200).map((event) => ({ event, tags: training.tagsOf(event) }))
  await store.append(block, { failIfEventsMatch: [], after: 0 })
}
await database.close()
const service: Process = await run.start()
/** What follows that log by policy, and its deadlines, all of them long due. */
const settled = async () => {
  for (let [quiet, before] = [0, '']; quiet < 4; await pause(300)) {
    const now = JSON.stringify(await run.standing(service.at))
    quiet = now === before ? quiet + 1 : 0
    before = now
  }
}
await settled()
let exits = 0
service.ended.then(() => exits++)
const port = Number(new URL(service.at).port)

type Request = { readonly path: string; readonly init: RequestInit; readonly how: string }
const json = { 'content-type': 'application/json' }
const asPerson = { 'x-actor-id': 'eve', 'x-actor-role': 'learner' }
const broken = (text: string): string | Uint8Array => {
  const at = Math.floor(dice() * text.length)
  return any([
    () => text.slice(0, at),
    () => `${text.slice(0, at)}\u0000${text.slice(at)}`,
    () => text.replace('{', '{"type":"OpenEnrolment","type":"X",'),
    () => '['.repeat(50_000),
    () => '{"a":'.repeat(20_000),
    () => `${text}${text}`,
    () => text.replaceAll('"', "'"),
    () => `{"type":"OpenEnrolment","data":{"at":1e999,"offeringId":${'9'.repeat(5000)}}}`,
    () => Uint8Array.from({ length: 500 }, () => Math.floor(dice() * 256)),
    () => '\ufeff'.concat(text),
  ])()
}
const paths = [
  ...[
    '/views/../../etc/passwd',
    '/views/%2e%2e%2fetc',
    '/views/__proto__',
    '/views/constructor',
    '/views/%00',
    '/views/%ff',
  ],
  ...[
    '/views/seatAllocation/subjects/__proto__',
    '/views/seatAllocation/subjects/%22%3E%3Cscript%3E',
    '/views/%E0%A4%A',
  ],
  ...[
    '/views/enrolmentRecord?limit=-1',
    '/views/enrolmentRecord?limit=1e9',
    '/views/enrolmentRecord?after=%00&limit=3',
  ],
  ...[
    '/views/enrolmentRecord?limit=1&limit=2',
    `/views/${'a'.repeat(7000)}`,
    '/views/seatAllocation?after=__proto__',
    '/commands',
    '//',
    '/%',
  ],
  ...[
    '/openapi.json/..',
    '/set-aside',
    '/views/enrolmentRecord/subjects/',
    '/views/enrolmentRecord/subjects/%F0%9F%98%80',
  ],
]
const headers = (): Record<string, string> =>
  any([
    () => ({}),
    () => ({ 'idempotency-key': any(['', ' ', 'policy:1', 'x'.repeat(2000), '__proto__', 'a,b']) }),
    () => ({ 'accept-language': any(['x'.repeat(5000), '*;q=9', 'zh;q=-1,,,;', `${'en,'.repeat(2000)}`]) }),
    () => ({ 'x-actor-role': any(['operations', 'system', '__proto__', 'a, b', '']) }),
    () => ({ 'x-actor-id': any(['', '__proto__', 'x'.repeat(300)]), 'x-actor-role': 'learner' }),
    () => ({ origin: any(['null', 'https://evil.example', 'x']) }),
    () => ({ authorization: any(['Bearer ', 'Basic x', `Bearer ${'x'.repeat(3000)}`]) }),
    () => ({
      'content-type': any([
        'text/plain',
        'application/json;charset=utf-16',
        'application/json/x',
        'a'.repeat(900),
      ]),
    }),
    () => ({ 'content-encoding': any(['gzip', 'br', 'x']) }),
    () => ({ 'last-event-id': any(['-1', '1e9', 'x'.repeat(900)]) }),
  ])()
const requestOf = (): Request => {
  const roll = dice()
  const who = dice() < 0.8 ? asSystem : asPerson
  if (roll < 0.1)
    return {
      path: any(paths),
      init: { method: any(['GET', 'PUT', 'DELETE', 'OPTIONS']), headers: { ...who, ...headers() } },
      how: 'a path',
    }
  const { value, how } = nextForHttp()
  const text = JSON.stringify(value) ?? 'undefined'
  const body = roll < 0.3 ? broken(text) : text
  const extra = roll < 0.45 ? headers() : {}
  return {
    path: '/commands',
    init: { method: 'POST', headers: { ...json, ...who, ...extra }, body: body as never },
    how,
  }
}

/** Bytes that are no request, each on a connection of its own. */
const rawBytes = (): string =>
  any([
    () => `GET /health HTTP/1.1\r\nhost: localhost\r\nhost: evil\r\n\r\n`,
    () => `POST /commands HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n{}`,
    () =>
      `POST /commands HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n`,
    () => `POST /commands HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nffffffffffff\r\n`,
    () => `GET ${'/x'.repeat(9000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
    () => `GET /health HTTP/9.9\r\n\r\n`,
    () => String.fromCharCode(...Array.from({ length: 200 }, () => Math.floor(dice() * 256))),
    () => `GET http://evil.example/health HTTP/1.1\r\nhost: evil.example\r\n\r\n`,
    () => `GET /health HTTP/1.1\r\nhost: localhost\r\nx: \0\r\n\r\n`,
  ])()
const sendRaw = (): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(rawBytes()))
    socket.on('data', () => {})
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    setTimeout(() => socket.destroy(), 200).unref()
  })

let [told, waited] = [0, 0]
const tryHttp = async (): Promise<void> => {
  if (dice() < 0.01) {
    count('bytes that are no request')
    return sendRaw()
  }
  const { path, init, how } = requestOf()
  let tookMs = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 4 && tookMs > slowMs; tries++) {
    if (tries === 1) waited++
    if (tries > 0) await pause(100 * 4 ** tries)
    const sent = performance.now()
    try {
      const answer = await fetch(service.at + path, { ...init, signal: AbortSignal.timeout(30_000) })
      if ((answer.headers.get('content-type') ?? '').startsWith('text/event-stream'))
        await answer.body?.cancel()
      else {
        const text = await answer.text()
        if (path === '/commands' && answer.status === 200) {
          const body = JSON.parse(text)
          if (!body.resent) told += body.events.length
        }
      }
      count(`${answer.status}`)
      if (answer.status >= 500) fault(`answered ${answer.status}`, how)
    } catch (error) {
      const { message, cause } = error as Error
      // A name or a value that no client may send.
      if (/header|ByteString|invalid/i.test(message)) return count('not sent by the client')
      fault(`no answer: ${message} ${(cause as Error | undefined)?.message ?? ''}`, how)
    }
    tookMs = Math.min(tookMs, performance.now() - sent)
  }
  slowest.http = Math.max(slowest.http, tookMs)
  if (tookMs > slowMs) fault(`took more than ${slowMs} ms over HTTP`, how)
}
const beganHttp = performance.now()
for (let at = 0; at < overHttp; at++) {
  await tryHttp()
  if (at % 10_000 === 0 && at > 0)
    console.error(
      `http ${at}, ${((performance.now() - beganHttp) / 1000).toFixed(0)} s, faults ${faults.size}`,
    )
}
const httpSeconds = (performance.now() - beganHttp) / 1000
const answered = await run.standing(service.at)
const alive = exits === 0
service.signal('SIGTERM')
await service.ended
const log = await run.log()
const own = log
  .slice(given.length)
  .filter(({ metadata }) => !String(metadata?.commandId).startsWith('policy:')).length

await run.tell({
  'inputs to the core': core,
  'inputs over HTTP': overHttp,
  ...counts,
  'events told over HTTP, and found in the log': `${told}, ${own}`,
  'slowest answer of the core, ms of processor': slowest.core.toFixed(1),
  'slowest answer over HTTP, ms': slowest.http.toFixed(1),
  'slow once and not again (a busy machine)': waited,
  'seconds, core and HTTP': `${coreSeconds.toFixed(0)}, ${httpSeconds.toFixed(0)}`,
})
for (const [what, times] of [...faults].sort((a, b) => b[1] - a[1]).slice(0, 40))
  console.log(`  ${times} × ${what}`)
run.must({
  'nothing threw, and no answer was slow': faults.size === 0,
  'the service has not ended, and answers': alive && answered.seenTo >= 0,
  'what was refused has changed nothing': own === told,
})

/** Nobody gets in: what the door looks at before a rule is asked, and what it answers. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import { largestBody, largestHeaders } from '../guards.ts'
import { systemKey } from '../under-fire/a-process.ts'
import { askersBy } from '../who-asks.ts'
import { anOffering, ask, get, inFolder, type Place, post, type Running, run } from './a-service.ts'

let place: Place
let database: Database
let running: Running
beforeAll(async () => {
  place = await inFolder()
  database = await place.open()
  running = await run(database, {
    hosts: ['training.example.com'],
    origins: ['https://portal.example.com'],
    mostSubscriptions: 2,
  })
})
afterAll(async () => {
  await running.stop()
  await database.close()
  await place.drop()
})

const nothing = { authorization: '' }
const learner = { 'x-actor-id': 'eve', 'x-actor-role': 'learner', ...nothing }

/** What fetch will not send: bytes as they are, and the first line of the answer. */
const raw = async (bytes: string | readonly string[]): Promise<string> => {
  const socket = connect(Number(new URL(running.at).port), '127.0.0.1')
  await once(socket, 'connect')
  for (const some of [bytes].flat()) socket.write(some)
  let told = ''
  socket.on('data', (chunk) => {
    told += chunk
  })
  socket.on('error', () => {})
  await Promise.race([once(socket, 'close'), new Promise((resolve) => setTimeout(resolve, 3000))])
  socket.destroy()
  return told
}
const rawPost = (headers: readonly string[], body: string) =>
  raw(
    [
      'POST /commands HTTP/1.1',
      ...headers,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )

describe('without an actor there is no answer', () => {
  const schedule = anOffering('o-1', 2)
  test.each([
    ['nobody', nothing],
    ['an id without a role', { ...nothing, 'x-actor-id': 'eve' }],
    ['a role without an id', { ...nothing, 'x-actor-role': 'operations' }],
    ['an empty role', { ...learner, 'x-actor-role': '' }],
    ['an empty id', { ...learner, 'x-actor-id': '' }],
    ['two roles', { ...learner, 'x-actor-role': 'learner, operations' }],
    ['two ids', { ...learner, 'x-actor-id': 'eve, adam' }],
    ['a wrong key', { authorization: `Bearer ${systemKey}x` }],
    ['the key in another scheme', { authorization: `Basic ${systemKey}` }],
    [
      'half an actor with the key of the system',
      { authorization: `Bearer ${systemKey}`, 'x-actor-id': 'eve' },
    ],
  ])('%s', async (_, headers) => {
    const answer = await post(running.at, schedule, headers)
    expect([answer.status, answer.body]).toEqual([401, { error: 'WhoAsks' }])
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    for (const path of [
      '/views/enrolmentRecord',
      '/views/enrolmentRecord/changes',
      '/views/enrolmentRecord/subjects/o-1%20ada',
      '/set-aside',
      '/x',
    ])
      expect((await get(running.at, path, headers)).status).toBe(401)
  })

  test('what was asked so has changed nothing', async () => {
    expect((await get(running.at, '/health', nothing)).body).toMatchObject({ seenTo: 0, setAside: 0 })
  })

  test('the key of the system asks as the system; a person beside it asks as the person', async () => {
    const key = { authorization: `Bearer ${systemKey}` }
    expect((await post(running.at, schedule, key)).status).toBe(200)
    const claimed = await post(running.at, ask('CancelOffering', { offeringId: 'o-1', cause: 'other' }), {
      ...learner,
      ...key,
    })
    expect([claimed.status, claimed.body.rejection]).toEqual([
      403,
      { code: 'NotAuthorized', role: 'learner' },
    ])
  })

  test('without a key of its own nobody asks as the system, and a short key is none', () => {
    const header = (given: Readonly<Record<string, string>>) => (name: string) => given[name]
    expect(askersBy({})(header({ authorization: 'Bearer undefined' }))).toBeUndefined()
    expect(askersBy({})(header({ authorization: 'Bearer ' }))).toBeUndefined()
    expect(() => askersBy({ system: 'short' })).toThrow('at least 16 characters, got 5')
  })

  test('where the proxy has a key, a person is believed only with it', () => {
    const whoAsks = askersBy({ proxy: 'the key of the proxy' })
    const told = { 'x-actor-id': 'ada', 'x-actor-role': 'learner' }
    const by = (headers: Readonly<Record<string, string>>) => whoAsks((name) => headers[name])
    expect(by(told)).toBeUndefined()
    expect(by({ ...told, 'x-proxy-key': 'another key of the proxy' })).toBeUndefined()
    expect(by({ ...told, 'x-proxy-key': 'the key of the proxy' })).toEqual({
      system: false,
      actor: { id: 'ada', role: 'learner' },
    })
  })

  test('two headers of one name are not one person', async () => {
    const body = JSON.stringify(ask('OpenEnrolment', { offeringId: 'o-1' }))
    const headers = ['host: localhost', 'content-type: application/json', 'x-actor-id: eve']
    const answer = await rawPost([...headers, 'x-actor-role: learner', 'x-actor-role: operations'], body)
    expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  })
})

describe('what may be read', () => {
  test.each([
    ['a class with the people in it', '/views/enrolmentRecord', learner, 403],
    ['one class of it', '/views/enrolmentRecord/subjects/o-1%20ada', learner, 403],
    ['it as it changes', '/views/enrolmentRecord/changes', learner, 403],
    ['the courses on offer', '/views/courseRecord', learner, 200],
    ['a class with its incidents', '/views/offeringRecord', learner, 403],
    ['the enrolment of another', '/views/enrolmentRecord/subjects/o-1%20ada', learner, 403],
    ['one’s own, of which there is none yet', '/views/enrolmentRecord/subjects/o-1%20eve', learner, 404],
    ['what was set aside', '/set-aside', learner, 403],
    ['a view there is not', '/views/nothing', learner, 403],
    [
      'every class, by who teaches some',
      '/views/enrolmentRecord',
      { ...learner, 'x-actor-role': 'trainer' },
      403,
    ],
    [
      'anything, by a role nobody named',
      '/views/offeringRecord',
      { ...learner, 'x-actor-role': 'guest' },
      403,
    ],
  ])('%s', async (_, path, headers, status) => {
    expect((await get(running.at, path, headers)).status).toBe(status)
  })

  test('subscriptions that are open at one time are counted', async () => {
    const ends = new AbortController()
    const open = () =>
      fetch(`${running.at}/views/seatAllocation/changes`, {
        headers: { authorization: `Bearer ${systemKey}` },
        signal: ends.signal,
      })
    expect([(await open()).status, (await open()).status, (await open()).status]).toEqual([200, 200, 503])
    ends.abort()
  })
})

describe('JSON only, from here only', () => {
  const command = ask('OpenEnrolment', { offeringId: 'o-1' }, 'open-1')
  test.each([
    ['text', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no type', { 'content-type': '' }, 415],
    ['packed', { 'content-encoding': 'gzip' }, 415],
    ['a page of a stranger', { origin: 'https://evil.example' }, 403],
    ['a page of nobody', { origin: 'null' }, 403],
    ['a page of ours', { origin: 'https://portal.example.com' }, 200],
    ['JSON in a named encoding', { 'content-type': 'application/json; charset=utf-8' }, 200],
  ])('%s', async (_, headers, status) => {
    expect((await post(running.at, command, headers as never)).status).toBe(status)
  })

  test('a browser that asks beforehand is told nothing that would let it go on', async () => {
    const response = await fetch(`${running.at}/commands`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(response.status).toBe(403)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test.each([
    ['a name of a stranger that leads here', 'evil.example', 421],
    ['its own name', 'training.example.com', 200],
    ['the machine', 'localhost:80', 200],
  ])('%s', async (_, host, status) => {
    const answer = await raw(`GET /health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  test('what it answers is not stored, sniffed or run', async () => {
    const { headers } = await get(running.at, '/views/offeringRecord')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'")
  })
})

describe('what is too large is refused, and nothing waits for ever', () => {
  test('a body', async () => {
    const large = ask('OpenEnrolment', { offeringId: 'x'.repeat(largestBody) })
    const answer = await post(running.at, large)
    expect([answer.status, answer.body]).toEqual([413, { error: 'TooLarge' }])
  })

  test.each([
    ['too large', 1, {}, 413],
    ['of nobody', 0.9, nothing, 401],
    ['of a stranger’s page', 0.9, { origin: 'https://evil.example' }, 403],
    ['of no JSON', 0.9, { 'content-type': 'text/plain' }, 415],
  ])(
    'a body %s, and whoever asks next on the same connection is answered',
    async (_, share, headers, status) => {
      const large = ask('OpenEnrolment', { offeringId: 'x'.repeat(largestBody * share) })
      const small = ask('OpenEnrolment', { offeringId: 'nowhere' })
      const told: number[] = []
      for (let times = 0; times < 15; times++) {
        told.push((await post(running.at, large, headers as never)).status)
        for (let next = 0; next < 2; next++) told.push((await post(running.at, small)).status)
      }
      expect(told).toEqual(told.map((_, at) => (at % 3 === 0 ? status : 409)))
    },
  )

  test('a body that does not say how large it is', async () => {
    const chunk = 'x'.repeat(64 * 1024)
    const chunks = Array.from({ length: 20 }, () => `${chunk.length.toString(16)}\r\n${chunk}\r\n`)
    const head = [
      'POST /commands HTTP/1.1',
      'host: localhost',
      `authorization: Bearer ${systemKey}`,
      'content-type: application/json',
      'transfer-encoding: chunked',
      '',
      '',
    ].join('\r\n')
    expect(await raw([head, ...chunks, '0\r\n\r\n'])).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('headers', async () => {
    const long = `x-long: ${'x'.repeat(largestHeaders)}`
    const answer = await raw(`GET /health HTTP/1.1\r\nhost: localhost\r\n${long}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  })

  test.each([
    '/views/%E0%A4%A',
    '/views/__proto__',
    '/views/seatAllocation/subjects/__proto__',
    '/views/seatAllocation/subjects/%00',
    '/views/../../etc/passwd',
    '/<script>alert(1)</script>',
  ])('%s is not found', async (path) => {
    const key = `authorization: Bearer ${systemKey}`
    const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n${key}\r\nconnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  })
})

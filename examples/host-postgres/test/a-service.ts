/** A service on a database of its own, and how one talks to it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../database.ts'
import type { DoorOptions } from '../http.ts'
import { type Door, listen } from '../listen.ts'
import { type Service, type ServiceOptions, startService } from '../service.ts'
import { asSystem, systemKey } from '../under-fire/a-process.ts'
import { askersBy, theSystem } from '../who-asks.ts'
import { dropSchema, ownSchema, url } from './a-database.ts'

export type Place = { readonly open: () => Promise<Database>; readonly drop: () => Promise<void> }

export const onServer = (): Place => {
  const schema = ownSchema()
  return {
    open: () => openDatabase({ ...(url === undefined ? {} : { url }), schema, folder: '' }),
    drop: () => dropSchema(schema),
  }
}

export const inFolder = async (): Promise<Place & { readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'training-ops-host-'))
  return {
    folder,
    open: () => openDatabase({ folder }),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

export type Running = {
  readonly database: Database
  readonly service: Service
  readonly at: string
  readonly stop: () => Promise<void>
}

export const run = async (
  database: Database,
  options: ServiceOptions & DoorOptions = {},
): Promise<Running> => {
  const service = await startService(database, { everyMs: 20, ...options })
  const door: Door = await listen(service, { whoAsks: askersBy({ system: systemKey }), ...options })
  return {
    database,
    service,
    at: `http://127.0.0.1:${door.port}`,
    stop: async () => {
      await door.close()
      await service.close()
    },
  }
}

type Answer = { readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> }

export const post = async (
  at: string,
  command: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const response = await fetch(`${at}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...asSystem, ...headers },
    body: typeof command === 'string' ? command : JSON.stringify(command),
    signal: AbortSignal.timeout(20_000),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as never }
}

export const get = async (
  at: string,
  path: string,
  headers: Readonly<Record<string, string>> = asSystem,
): Promise<Answer> => {
  const response = await fetch(`${at}${path}`, { headers, signal: AbortSignal.timeout(20_000) })
  return { status: response.status, headers: response.headers, body: (await response.json()) as never }
}

export type Told = { readonly id: number | undefined; readonly event: string; readonly data: unknown }

/** Server-sent events as they come, until the stream ends or nobody reads on. */
export async function* eventsOf(
  at: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): AsyncGenerator<Told> {
  const response = await fetch(`${at}${path}`, {
    headers: { ...asSystem, ...headers },
    signal: AbortSignal.timeout(20_000),
  })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1]
      const [id, data] = [field('id'), field('data')]
      if (data !== undefined)
        yield {
          id: id === undefined ? undefined : Number(id),
          event: field('event') ?? '',
          data: JSON.parse(data),
        }
    }
  }
}

export const instant = '2026-03-01T01:00:00.000Z'
let asked = 0
export const ask = (type: string, data: object, commandId = `c-${++asked}`) => ({
  type,
  data: { at: instant, ...data },
  // What is asked through the door is asked by whom the door says; beside it, by the system.
  metadata: { commandId, actor: theSystem.actor },
})

export const anOffering = (offeringId: string, seats: number, others: object = {}) =>
  ask('ScheduleOffering', {
    ...{ offeringId, courseId: 'selling', courseVersion: 1, title: 'Selling', modality: 'classroom' },
    sessions: [
      {
        sessionId: `${offeringId}-s`,
        start: '2026-04-06T01:00:00.000Z',
        end: '2026-04-06T09:00:00.000Z',
        zone: 'Asia/Shanghai',
      },
    ],
    capacity: { min: 1, max: seats },
    completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
    ...others,
  })

export const until = async <T>(look: () => Promise<T | undefined | false>, ms = 10_000): Promise<T> => {
  for (const end = Date.now() + ms; ; ) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error('it did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

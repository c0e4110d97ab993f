/** A database of its own for one script, services on it, and the figures at the end. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../database.ts'
import type { E } from '../service.ts'
import { openStore, shapeOf } from '../store.ts'
import { training } from '../training.ts'
import { asSystem, type Process, startProcess } from './a-process.ts'

export type Asked = {
  readonly status: number
  readonly body: {
    readonly resent?: true
    readonly events?: readonly { readonly type: string }[]
    readonly followed?: readonly { readonly events?: readonly { readonly type: string }[] }[]
  }
}

export type Event = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata?: E['metadata']
}

export const post = async (at: string, command: unknown): Promise<Asked> => {
  const response = await fetch(`${at}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...asSystem },
    body: JSON.stringify(command),
    signal: AbortSignal.timeout(60_000),
  })
  return { status: response.status, body: (await response.json()) as Asked['body'] }
}

export const open = async (name: string) => {
  const url = process.argv.includes('--embedded') ? undefined : process.env.TRAINING_OPS_PG || undefined
  const schema = `fire_${name}_${randomBytes(4).toString('hex')}`
  const folder = url === undefined ? await mkdtemp(join(tmpdir(), 'training-ops-fire-')) : ''
  const place = url === undefined ? { folder } : { url, schema }
  const end = async () => {
    if (url === undefined) return rm(folder, { recursive: true, force: true })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    await client.end()
  }
  return {
    embedded: url === undefined,
    place: { folder, ...place },
    start: (): Promise<Process> => startProcess(place),
    /** The whole log; on the embedded one only while no service runs. */
    log: async (): Promise<readonly Event[]> => {
      const database = await openDatabase({ folder, ...place })
      try {
        const store = await openStore(database.pool, shapeOf(training))
        return (await store.after(0, 1_000_000)) as unknown as readonly Event[]
      } finally {
        await database.close()
      }
    },
    get: async (at: string, path: string) => {
      const response = await fetch(`${at}${path}`, { headers: asSystem, signal: AbortSignal.timeout(60_000) })
      return {
        status: response.status,
        body: (await response.json()) as { state: unknown; position: number },
      }
    },
    standing: async (at: string) => {
      const response = await fetch(`${at}/health`, { signal: AbortSignal.timeout(60_000) })
      return (await response.json()) as { readonly seenTo: number; readonly followedTo: number }
    },
    tell: async (figures: Readonly<Record<string, unknown>>) => {
      await end()
      const where = url === undefined ? 'the embedded PostgreSQL' : 'PostgreSQL'
      console.log(
        `${name}, on ${where}; node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
      )
      for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure.padEnd(34)} ${value}`)
    },
    must: (sentences: Readonly<Record<string, boolean>>) => {
      for (const [sentence, holds] of Object.entries(sentences))
        console.log(`${holds ? 'ok  ' : 'FAIL'} ${sentence}`)
      if (Object.values(sentences).some((holds) => !holds)) process.exitCode = 1
    },
  }
}

/** A class of so many seats that takes people in. */
export const announce = async (at: string, offeringId: string, seats: number): Promise<void> => {
  const instant = '2026-03-01T01:00:00.000Z'
  const session = {
    sessionId: `${offeringId}-s`,
    start: '2026-04-06T01:00:00.000Z',
    end: '2026-04-06T09:00:00.000Z',
    zone: 'Asia/Shanghai',
  }
  const schedule = {
    ...{
      at: instant,
      offeringId,
      courseId: 'selling',
      courseVersion: 1,
      title: 'Selling',
      modality: 'classroom',
    },
    sessions: [session],
    capacity: { min: 1, max: seats },
    completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
  }
  for (const [type, data] of [
    ['ScheduleOffering', schedule],
    ['OpenEnrolment', { at: instant, offeringId }],
  ] as const) {
    const { status } = await post(at, { type, data, metadata: { commandId: `${type}-${offeringId}` } })
    if (status !== 200) throw new Error(`${type} was answered ${status}`)
  }
}

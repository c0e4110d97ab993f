/** The kit's suite for stores, on PostgreSQL and on the embedded one; the plain store and the followed one. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble, lifecycle } from 'training-ops'
import { followLog } from 'training-ops/host'
import { portsConformance, storeConformance } from 'training-ops/testing'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { openPorts } from '../ports.ts'
import { shapeOf } from '../store.ts'
import { dropSchema, ownSchema, url, whyNot } from './a-database.ts'

type Training = Parameters<Parameters<typeof storeConformance>[0]>[0]

const conforms = (open: () => Promise<Database>) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close(), 30_000)
  const empty = async () => {
    await database.pool.query('DROP TABLE IF EXISTS events CASCADE')
  }
  const tables = ['deadlines', 'set_aside', 'checkpoints', 'ballots'].map((name) => `host_${name}`)
  const opened = () => openPorts(database.pool, shapeOf(assemble(lifecycle, {}, { trusted: true })))
  const ports = portsConformance(
    async () => {
      await database.pool.query(`DROP TABLE IF EXISTS events, ${tables.join(', ')} CASCADE`)
      return opened()
    },
    { restart: opened, connect: opened },
  )
  test.each(ports.map(({ name, check }) => [name, check] as const))(
    'ports: %s',
    (_, check) => check(),
    60_000,
  )

  for (const kept of ['plain', 'followed'] as const) {
    let training: Training
    const reopened = async () => {
      const ports = await openPorts(database.pool, shapeOf(training))
      return followLog(training, ports, { from: 0, inMemory: kept === 'followed' })
    }
    const checks = storeConformance(
      async (given) => {
        training = given
        await empty()
        return reopened()
      },
      { restart: reopened },
    )
    test.each(checks.map(({ name, check }) => [name, check] as const))(
      `${kept}: %s`,
      (_, check) => check(),
      60_000,
    )
  }
}

describe(whyNot('a store on PostgreSQL conforms'), () => {
  describe.skipIf(url === undefined)('', () => {
    const schema = ownSchema()
    afterAll(() => dropSchema(schema))
    conforms(() => openDatabase({ ...(url === undefined ? {} : { url }), schema, folder: '' }))
  })
})

describe('a store on the embedded PostgreSQL conforms', () => {
  let folder: string
  afterAll(() => rm(folder, { recursive: true, force: true }))
  conforms(async () => {
    folder = await mkdtemp(join(tmpdir(), 'training-ops-host-'))
    return openDatabase({ folder })
  })
})

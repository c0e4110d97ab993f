/** Every wrong store is found out on a real PostgreSQL, and the right one is left in peace. */
import pg from 'pg'
import { storeConformance } from 'training-ops/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { dropSchema, ownSchema, url, whyNot } from './a-database.ts'
import { smallStore, tableOf, type Wrong, wrong } from './a-small-store.ts'

describe(whyNot('the suite for stores, on PostgreSQL'), () => {
  describe.skipIf(url === undefined)('', () => {
    const pool = new pg.Pool({ connectionString: url, max: 16 })
    const schemas: string[] = []
    afterAll(async () => {
      await pool.end()
      for (const schema of schemas) await dropSchema(schema)
    })
    const failed = async (mistake?: Wrong): Promise<readonly string[]> => {
      const checks = storeConformance(
        async (training) => {
          const schema = ownSchema()
          schemas.push(schema)
          await pool.query(tableOf(schema))
          return smallStore(pool, training, schema, mistake)
        },
        { restart: (store) => store, connect: (store) => store },
      )
      const names: string[] = []
      for (const { name, check } of checks)
        try {
          await check()
        } catch (error) {
          names.push(name)
          if (mistake === undefined) throw error
          if (names.length > 0) break
        }
      return names
    }
    test('leaves the right one in peace: one lock for all, taken before a position is drawn', async () => {
      expect(await failed()).toEqual([])
    })
    /** Some are wrong only where two meet in one moment, which a run may miss. */
    const foundOut = async (mistake: Wrong, runs = 5): Promise<readonly string[]> => {
      const found = await failed(mistake)
      return found.length > 0 || runs === 1 ? found : foundOut(mistake, runs - 1)
    }
    test.each(Object.entries(wrong))('finds out %s: %s', async (mistake) => {
      expect(await foundOut(mistake as Wrong)).toHaveLength(1)
    })
  })
})

/**
 * Reads years of another system's records from a table, page by page, and brings them in. Prints what came in and what did not, by
 * row, column and reason. The table and its columns are yours to name: here `legacy_records`.
 */
import type { Pool } from 'pg'
import { isRejected } from 'training-ops'
import {
  type HistoryCommand,
  type HistoryMapping,
  importHistory,
  type RefusedHistory,
  refusedHistory,
} from 'training-ops/interop'
import type { C, Service } from './service.ts'
import { theSystem } from './who-asks.ts'

export type Imported = {
  readonly rows: number
  readonly imported: number
  readonly refused: readonly RefusedHistory[]
}

const page = 5000

/**
 * Rows are numbered by a column of the table that rises, so that a page begins where the last one ended, and an import that was cut off
 * is begun again from the top: what is in the log is answered as before.
 */
export const importTable = async (
  pool: Pick<Pool, 'query'>,
  service: Pick<Service, 'execute'>,
  { table, key, mapping }: { readonly table: string; readonly key: string; readonly mapping: HistoryMapping },
): Promise<Imported> => {
  const ask = async (command: HistoryCommand) => {
    const [own] = await service.execute({
      ...command,
      metadata: { ...command.metadata, actor: theSystem.actor },
    } as C)
    if (own === undefined || isRejected(own.verdict))
      throw new Error(`host: an import was refused: ${JSON.stringify(own?.verdict)}`)
    const events = own.verdict.resent ? (own.verdict.earlier ?? []) : own.verdict.right
    const imported = events.flatMap(({ type, data }) =>
      type === 'HistoryImported' ? [(data as { imported: number }).imported] : [],
    )
    return { imported: imported.reduce((sum, one) => sum + one, 0), refused: refusedHistory(events, mapping) }
  }
  const refused: RefusedHistory[] = []
  let [rows, imported, after] = [0, 0, -1]
  for (;;) {
    const { rows: found } = await pool.query(
      `SELECT * FROM "${table}" WHERE "${key}" > $1 ORDER BY "${key}" LIMIT ${page}`,
      [after],
    )
    if (found.length === 0) return { rows, imported, refused }
    const read = importHistory(found, mapping)
    const nth = (one: RefusedHistory): RefusedHistory => ({
      ...one,
      row: Number(found[one.row - 1]?.[key] ?? one.row),
    })
    refused.push(...read.refused.map(nth))
    for (const answer of await inOrder(read.commands, ask)) {
      imported += answer.imported
      refused.push(...answer.refused.map(nth))
    }
    rows += found.length
    after = Number(found.at(-1)?.[key])
  }
}

/** Commands asked for at a time: the database writes one while the next is decided. Those on the same people take turns. */
const atOnce = 3

const inOrder = async <T, A>(all: readonly T[], ask: (one: T) => Promise<A>): Promise<readonly A[]> => {
  const answers: A[] = []
  const left = all.entries()
  const take = async () => {
    for (const [at, one] of left) answers[at] = await ask(one)
  }
  await Promise.all(Array.from({ length: atOnce }, take))
  return answers
}

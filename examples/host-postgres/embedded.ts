/** A PostgreSQL for a laptop: PGlite on a folder, served on a socket of this machine to one connection. */
import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

export type Embedded = { readonly port: number; readonly close: () => Promise<void> }

export const openEmbedded = async (folder: string): Promise<Embedded> => {
  await mkdir(folder, { recursive: true })
  const db = readyOnlyOnce(await PGlite.create(folder))
  // The pool asks for one connection at a time, and for the next while the last is still being closed.
  const socket = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 4 })
  const port = await new Promise<number>((resolve, reject) => {
    socket.addEventListener('listening', (told) =>
      resolve((told as CustomEvent<{ readonly port: number }>).detail.port),
    )
    socket.start().catch(reject)
  })
  const close = async () => {
    await socket.stop()
    await db.close()
  }
  return { port, close }
}

const [sync, errorResponse, readyForQuery] = [...Buffer.from('SEZ')]
const extended = new Set(Buffer.from('PBDECFH'))

/**
 * After an error in a message of the extended protocol PGlite says it is ready at once, and again at the Sync that
 * follows; the client takes the second for the end of its next query (electric-sql/pglite#958). PostgreSQL is silent
 * until the Sync, and so is what this gives.
 */
const readyOnlyOnce = (db: PGlite): PGlite => {
  const answer = db.execProtocolRawStream.bind(db)
  let failed = false
  db.execProtocolRawStream = async (message, options) => {
    const kind = message[0] as number
    if (kind === sync) failed = false
    if (failed && extended.has(kind)) return
    if (!extended.has(kind)) return answer(message, options)
    await answer(message, {
      ...options,
      onRawData: (told) => {
        const kept = messagesIn(told).filter((one) => one[0] !== readyForQuery)
        failed ||= kept.some((one) => one[0] === errorResponse)
        if (kept.length > 0) options?.onRawData?.(Buffer.concat(kept))
      },
    })
  }
  return db
}

/** One letter, four bytes of length that count themselves, and the rest. */
const messagesIn = (bytes: Uint8Array): readonly Uint8Array[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const messages: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += messages.at(-1)?.length ?? bytes.length)
    messages.push(
      bytes.subarray(at, at + 1 + (at + 5 <= bytes.length ? view.getUint32(at + 1) : bytes.length)),
    )
  return messages
}

/** A PostgreSQL for a laptop: PGlite on a folder. The client reaches it within this process; no port is opened. */
import { mkdir } from 'node:fs/promises'
import { Duplex } from 'node:stream'
import { PGlite } from '@electric-sql/pglite'
import { lockFolder } from './folder-lock.ts'

export type Embedded = {
  /** What a client writes to and reads from instead of a socket. */
  readonly connect: () => Duplex
  readonly close: () => Promise<void>
}

export const openEmbedded = async (folder: string): Promise<Embedded> => {
  const unlock = lockFolder(folder)
  try {
    await mkdir(folder, { recursive: true })
    const db = readyOnlyOnce(await PGlite.create(folder))
    const close = async () => {
      await db.close()
      unlock()
    }
    return { connect: connecting(db), close }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The first message of a connection has no letter: its length, the version of the protocol, and who connects. */
const startUp = 0x0003_0000
const [terminate] = Buffer.from('X')

/** What stands for a socket: whole messages go to the database one after the other, its answers come back. */
const connecting = (db: PGlite): (() => Duplex) => {
  let last: Duplex | undefined
  return () => {
    const incoming = messages()
    const answer = async (chunk: Buffer): Promise<void> => {
      for (const message of incoming(chunk)) {
        if (message[0] === terminate) return
        last = stream
        const onRawData = (bytes: Uint8Array) => {
          if (!stream.destroyed) stream.push(Buffer.from(bytes))
        }
        await db.runExclusive(() => db.execProtocolRawStream(message, { onRawData }))
      }
    }
    const stream = new Duplex({
      read: () => {},
      write: (chunk: Buffer, _, done) => {
        answer(chunk).then(() => done(), done)
      },
      final: (done) => {
        stream.push(null)
        done()
      },
      destroy: (error, done) => {
        // A transaction that its client left open: nobody else would end it.
        const isOpen = last === stream && !db.closed && db.isInTransaction()
        const ended = isOpen ? db.exec('ROLLBACK') : Promise.resolve()
        ended.then(() => done(error), done)
      },
    })
    const asSocket = {
      connect: () => setImmediate(() => stream.emit('connect')),
      setNoDelay: () => stream,
      setKeepAlive: () => stream,
      ref: () => stream,
      unref: () => stream,
    }
    return Object.assign(stream, asSocket)
  }
}

/** Whole messages of what comes in pieces. */
const messages = (): ((chunk: Buffer) => readonly Uint8Array[]) => {
  let waiting = Buffer.alloc(0)
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk])
    const whole: Uint8Array[] = []
    while (waiting.length >= 8 || (waiting.length >= 5 && waiting[0] !== 0)) {
      const isFirst = waiting.length >= 8 && waiting.readInt32BE(4) === startUp
      const length = isFirst ? waiting.readInt32BE(0) : 1 + waiting.readInt32BE(1)
      if (waiting.length < length) break
      whole.push(new Uint8Array(waiting.subarray(0, length)))
      waiting = waiting.subarray(length)
    }
    return whole
  }
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

/**
 * Who asks: a person whom the proxy in front has authenticated, or the system itself by a key of its own. Whoever is neither
 * gets no answer; nothing is ever taken for the system's because nobody said who asks.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Actor, systemRole } from 'training-ops'

/** The actor of every command; `system`: the host's own credential, which no proxy can give to a person. */
export type Asker = { readonly system: boolean; readonly actor: Actor }

/** What the host asks of itself. */
export const theSystem: Asker = { system: true, actor: { id: 'host', role: systemRole } }
export type WhoAsks = (header: (name: string) => string | undefined) => Asker | undefined

export type Keys = {
  /** `Authorization: Bearer …` with this key asks as the system. Without one nobody does. */
  readonly system?: string
  /** Where it is set, a person is believed only when the proxy sends it as `x-proxy-key`. */
  readonly proxy?: string
}

/** Shorter ones can be guessed. */
const shortestKey = 16
/** Two headers of one name come in as one, with a comma between. */
const anId = /^[^\s,\p{C}](?:[^,\p{C}]{0,198}[^\s,\p{C}])?$/u
const aRole = /^[a-z][\w-]{0,63}$/i

export const askersBy = (keys: Keys): WhoAsks => {
  for (const key of Object.values(keys))
    if (key !== undefined && key.length < shortestKey)
      throw new TypeError(`host: a key has at least ${shortestKey} characters, got ${key.length}`)
  return (header) => {
    const [id, role] = [header('x-actor-id'), header('x-actor-role')]
    if (id !== undefined || role !== undefined) {
      if (keys.proxy !== undefined && !isKey(keys.proxy, header('x-proxy-key'))) return undefined
      return anId.test(id ?? '') && aRole.test(role ?? '') && role !== systemRole
        ? { system: false, actor: { id: id as string, role: role as string } }
        : undefined
    }
    const [, key] = /^Bearer ([\x21-\x7e]+)$/i.exec(header('authorization') ?? '') ?? []
    return keys.system !== undefined && isKey(keys.system, key) ? theSystem : undefined
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isKey = (key: string, given: string | undefined): boolean =>
  given !== undefined && timingSafeEqual(digest(key), digest(given))

/** The key in a file, made when there is none; for a laptop, where nobody has set one. */
export const keyInFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomBytes(24).toString('base64url')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return key
}

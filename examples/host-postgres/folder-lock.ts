/**
 * One process a folder. The lock is a file beside it that names its holder: a second process is refused in plain words,
 * and a lock that a killed process left behind is taken over.
 */
import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

type Holder = {
  readonly id: string
  readonly pid: number
  readonly host: string
  /** When the process began, as its system tells it: a number that is given again names another process. */
  readonly began: string
}

/** A holder on another machine is believed to live while its lock is younger than this. */
const freshMs = 60_000
const refreshMs = 10_000

/** Takes the lock of a folder; answers with how to give it back. Throws where another process holds it. */
export const lockFolder = (folder: string): (() => void) => {
  const lock = `${folder}.lock`
  mkdirSync(dirname(lock), { recursive: true })
  const mine: Holder = { id: randomUUID(), pid: process.pid, host: hostname(), began: beganOf(process.pid) }
  const draft = `${lock}.${mine.id}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    while (!placed(draft, lock)) {
      const holder = read(lock)
      if (holder === undefined) continue // given back in the meantime
      if (isAlive(holder, lock))
        throw new Error(
          `the folder ${folder} is in use by process ${holder.pid} on ${holder.host}; stop it first, or choose another with --folder`,
        )
      takeAway(lock, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  const refresh = setInterval(() => {
    if (read(lock)?.id === mine.id) utimesSync(lock, new Date(), new Date())
  }, refreshMs)
  refresh.unref()
  return () => {
    clearInterval(refresh)
    if (read(lock)?.id === mine.id) rmSync(lock, { force: true })
  }
}

/** A link is made whole or not at all, so nobody reads half a lock. */
const placed = (draft: string, lock: string): boolean => {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Of two that find the same dead lock one moves it away; what is not the dead one's is put back. */
const takeAway = (lock: string, dead: Holder): void => {
  const away = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, away)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (read(away)?.id !== dead.id) placed(away, lock)
  rmSync(away, { force: true })
}

const read = (file: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${file} is no lock of this service: ${(error as Error).message}`)
  }
}

const isAlive = ({ pid, host, began }: Holder, lock: string): boolean => {
  if (host !== hostname())
    return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < freshMs
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return beganOf(pid) === began
}

/** Where the system tells it (Linux), else nothing: then the number of the process has to do. */
const beganOf = (pid: number): string => {
  try {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return told.slice(told.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

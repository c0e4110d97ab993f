/** The service as a process of its own, to be stopped in any way. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Process = {
  readonly at: string
  readonly signal: (signal: 'SIGTERM' | 'SIGKILL') => void
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
  readonly told: () => string
}

/** What these scripts and the tests ask with. */
export const systemKey = 'for-scripts-and-tests-only'
export const asSystem = { authorization: `Bearer ${systemKey}` }

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export type Place = { readonly url?: string; readonly schema?: string; readonly folder?: string }

export const startProcess = async ({ url, schema, folder }: Place): Promise<Process> => {
  const given = [
    ...['--port', '0'],
    ...(schema === undefined ? [] : ['--schema', schema]),
    ...(folder === undefined ? [] : ['--folder', folder]),
  ]
  const child = spawn(process.execPath, ['--import', 'tsx', here('../main.ts'), ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TRAINING_OPS_PG: url ?? '',
      TRAINING_OPS_SYSTEM_KEY: systemKey,
      TSX_TSCONFIG_PATH: here('../tsconfig.json'),
    },
  })
  running.add(child)
  let [told, isToldToEnd] = ['', false]
  const ended = once(child, 'exit').then(([code, signal]) => {
    running.delete(child)
    if (!isToldToEnd) console.error(`a service ended by itself with ${code ?? signal}:\n${told}`)
    return (code ?? signal) as number | string
  })
  const at = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the service did not start in three minutes:\n${told}`))
    }, 180_000)
    const hear = (chunk: Buffer) => {
      told += chunk
      const address = /http:\/\/[\d.:]+/.exec(told)?.[0]
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    ended.then((how) => {
      clearTimeout(late)
      reject(new Error(`the service ended with ${how} before it listened:\n${told}`))
    })
  })
  return {
    at,
    ended,
    told: () => told,
    signal: (signal) => {
      isToldToEnd = true
      child.kill(signal)
    },
  }
}

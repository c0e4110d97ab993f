/** The worker, asked as functions that answer later. */
import type { Reply, RequestName, Requests } from '../worker/protocol.ts'

type Waiting = {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly told: ((progress: number) => void) | undefined
}

const waiting = new Map<number, Waiting>()
let last = 0
let worker: Worker | undefined

const started = (): Worker => {
  if (worker !== undefined) return worker
  worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id)
    if (one === undefined) return
    if (data.progress !== undefined) {
      one.told?.(data.progress)
      return
    }
    waiting.delete(data.id)
    if (data.error === undefined) one.resolve(data.answer)
    else one.reject(new Error(data.error))
  })
  return worker
}

export const askWorker = <Name extends RequestName>(
  name: Name,
  ask: Requests[Name]['ask'],
  told?: (progress: number) => void,
): Promise<Requests[Name]['answer']> =>
  new Promise((resolve, reject) => {
    const id = ++last
    waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject, told })
    started().postMessage({ id, name, ask })
  })

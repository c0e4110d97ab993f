/** A year's log, split by shard key over two worker threads and merged to the same bytes as one. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import {
  assemble,
  createViews,
  digestOf,
  enrolmentRecord,
  isRight,
  lifecycle,
  mergeViews,
  offeringRecord,
  shardOf,
} from 'training-ops'
import { aYearOf } from './a-year.ts'
import { medianOf, tell } from './compare.ts'

const views = [enrolmentRecord, offeringRecord] as const

const rebuilt = async (files: readonly string[]) => {
  const training = assemble(lifecycle, {}, { trusted: true })
  const folding = createViews(...views)
  for (const file of files)
    for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 20 }) })) {
      const read = training.decode(JSON.parse(line))
      if (!isRight(read)) throw new Error(`bench: ${JSON.stringify(read.left)}`)
      folding.push(read.right)
    }
  return { enrolments: folding.view(enrolmentRecord), offerings: folding.view(offeringRecord) }
}
type Rebuilt = Awaited<ReturnType<typeof rebuilt>>

/** A worker that has loaded the library, as a host that rebuilds its views keeps them: what is timed is the rebuilding. */
const ready = (): Promise<Worker> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url))
    worker.once('message', () => resolve(worker))
    worker.on('error', reject)
  })

const given = (worker: Worker, files: readonly string[]): Promise<Rebuilt> =>
  new Promise((resolve) => {
    worker.once('message', resolve)
    worker.postMessage(files)
  })

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'))
  const files = ['one', 'other'].map((name) => join(folder, `${name}.jsonl`))
  const out = files.map((file) => createWriteStream(file))
  for (const event of aYearOf(20_000, 1)) {
    const stream = out[shardOf(enrolmentRecord, event, 2)]
    if (stream !== undefined && !stream.write(`${JSON.stringify(event)}\n`))
      await new Promise<void>((resolve) => stream.once('drain', () => resolve()))
  }
  await Promise.all(out.map((stream) => new Promise<void>((resolve) => stream.end(() => resolve()))))

  const workers = [await ready(), await ready()]
  const [two, one]: [number[], number[]] = [[], []]
  const bytes = new Set<string>()
  for (let round = -1; round < 5; round++)
    for (const [shares, times] of [
      [files.map((file) => [file]), two],
      [[files], one],
    ] as const) {
      const start = performance.now()
      const parts = await Promise.all(shares.map((share, at) => given(workers[at] as Worker, share)))
      const whole = parts.reduce((a, b) => ({
        enrolments: mergeViews(enrolmentRecord, a.enrolments, b.enrolments),
        offerings: mergeViews(offeringRecord, a.offerings, b.offerings),
      }))
      const time = performance.now() - start
      bytes.add(digestOf(whole))
      if (round >= 0) times.push(time)
    }
  for (const worker of workers) await worker.terminate()
  rmSync(folder, { recursive: true })
  if (bytes.size !== 1) throw new Error('bench: two workers and one disagree')
  tell({
    name: 'a log of 240,000 events rebuilt into two views: two workers / one',
    ratio: Number((medianOf(two) / medianOf(one)).toPrecision(3)),
    of: 'two worker threads, merged',
    to: 'one',
    goal: 0.56,
    measured: `${medianOf(two).toPrecision(3)} ms / ${medianOf(one).toPrecision(3)} ms, ${[...bytes][0]}`,
  })
}

if (isMainThread) await main()
else {
  parentPort?.on('message', async (files: readonly string[]) => parentPort?.postMessage(await rebuilt(files)))
  parentPort?.postMessage('ready')
}

/** How long until the first command is answered: each time a fresh process, against one that imports zod and nothing else. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { medianOf, tell } from './compare.ts'

const rounds = 11
/** Processor time of a fresh process for what stands in `program`, in milliseconds, step by step. */
const timesOf = (program: string): readonly number[] => {
  const script = `const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
    const times = [spent()]
    const step = () => times.push(spent())
    ${program}
    console.log(JSON.stringify(times.slice(1).map((time, at) => time - times[at])))`
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return JSON.parse(told) as readonly number[]
}

const session = `{ sessionId: 's-1', start: '2026-04-06T09:00:00.000Z', end: '2026-04-06T17:00:00.000Z', zone: 'Europe/Berlin' }`
const first = (library: string) => `
  const { assemble, createLedger, isAccepted, lifecycle } = await import(${JSON.stringify(library)})
  step()
  const training = assemble(lifecycle, {}, { trusted: true })
  step()
  const verdict = createLedger(training).execute({
    type: 'ScheduleOffering',
    data: {
      at: '2026-03-02T09:00:00.000Z', offeringId: 'o-1', courseId: 'k', courseVersion: 1, title: 'T', kind: 'course',
      modality: 'classroom', approval: 'automatic', capacity: { min: 1, max: 40 },
      completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] }, sessions: [${session}],
    },
    metadata: { commandId: 'c-1' },
  })
  if (!isAccepted(verdict)) throw new Error(JSON.stringify(verdict))
  step()`

/** Other builds to compare with, by file: `START=out/old.mjs`. */
const others = (process.env.START ?? '').split(',').filter((file) => file !== '')
const builds = ['dist/index.js', ...others]
const missing = builds.find((file) => !existsSync(file))
if (missing !== undefined) console.log(`start: not measured, there is no ${missing}; run npm run build first`)
else {
  const programs = builds.map((file) => first(pathToFileURL(resolve(file)).href))
  const zod = `await import(${JSON.stringify(import.meta.resolve?.('zod') ?? 'zod')}); step()`
  const zodTimes: number[] = []
  const times = builds.map((): (readonly number[])[] => [])
  for (let round = 0; round < rounds; round++) {
    zodTimes.push(timesOf(zod)[0] ?? Number.NaN)
    for (const [at, program] of programs.entries()) times[at]?.push(timesOf(program))
  }
  const whole = (all: readonly (readonly number[])[] = []) =>
    medianOf(all.map((steps) => steps.reduce((sum, step) => sum + step, 0)))
  const step = (all: readonly (readonly number[])[], at: number) =>
    medianOf(all.map((steps) => steps[at] ?? 0)).toFixed(0)
  for (const [at, file] of builds.entries()) {
    const all = times[at] ?? []
    tell({
      name: `import, assemble, first command (${file}) / importing zod`,
      ratio: Number((whole(all) / medianOf(zodTimes)).toPrecision(3)),
      of: `a fresh process, median of ${rounds}: ${step(all, 0)} + ${step(all, 1)} + ${step(all, 2)} ms`,
      to: 'a fresh process that imports zod',
      goal: at === 0 ? 4 : null,
      measured: `${whole(all).toFixed(0)} ms / ${medianOf(zodTimes).toFixed(0)} ms`,
    })
    if (at > 0)
      tell({
        name: `import, assemble, first command: dist/index.js / ${file}`,
        ratio: Number((whole(times[0]) / whole(all)).toPrecision(3)),
        of: 'dist/index.js',
        to: file,
        goal: 0.4,
        measured: `${whole(times[0]).toFixed(0)} ms / ${whole(all).toFixed(0)} ms`,
      })
  }
}

/** What `npm start` does: a year of training in a company of 1,200, from commands to reports. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLedger, type EventOf, type Issue, isLeft } from 'training-ops'
import { en, explainRejection, zhCN } from 'training-ops/reports'
import { jsonLines, type ReadLine } from './json-lines.ts'
import { type Options, readOptions, usage } from './options.ts'
import { publishing } from './publish.ts'
import { writeReports } from './reports.ts'
import { type Account, type BadLine, runYear, type YearLedger } from './run.ts'
import type { Line } from './script/line.ts'
import { year } from './script/year.ts'
import { type Training, training } from './training.ts'

export type Says = Pick<Console, 'log' | 'error'>

/** Goes through the year as the arguments say; answers the exit status. */
export const start = async (args: readonly string[], says: Says): Promise<number> => {
  const options = readOptions(args)
  if ('help' in options) {
    says.log(usage)
    return 0
  }
  if (!('wrong' in options)) return runFor(options, says)
  says.error(`${options.wrong}\n\n${usage}`)
  return 2
}

const runFor = async (options: Options, says: Says): Promise<number> => {
  const started = performance.now()
  const missing = await unreadable(options)
  if (missing !== undefined) {
    says.error(missing)
    return 2
  }
  await mkdir(options.out, { recursive: true })
  const badEvents: BadLine[] = []
  const ledger = createLedger(training, { events: await storedEvents(options.events, badEvents) })
  const before = ledger.events().length
  if (options.events !== undefined) says.log(`went on from ${options.events}: ${before} events`)

  const told = (month: string, { commands }: Account) =>
    says.log(
      `${month}  ${String(commands).padStart(6)} commands  ${String(ledger.events().length).padStart(6)} events`,
    )
  const account =
    options.commands === undefined
      ? await scriptedYear(ledger, options.out, told)
      : await runYear(ledger, jsonLines(options.commands), told)
  await writeLines(join(options.out, 'events.jsonl'), ledger.events())
  const reports = options.languages.length === 0 ? [] : await writeReports(ledger, options)
  await writeFile(
    join(options.out, 'refused.jsonl'),
    account.refused.map((one) => `${JSON.stringify(one)}\n`).join(''),
  )

  tell(account, [...badEvents, ...account.bad], options, says)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  says.log(
    `\n${account.commands} commands, ${account.followed} more by policy, ${ledger.events().length - before} events in ${seconds} s`,
  )
  says.log(
    reports.length === 0
      ? `events.jsonl and refused.jsonl are in ${options.out}.`
      : `${reports.length} reports, events.jsonl and refused.jsonl are in ${options.out}. Open ${join(options.out, 'index.html')}`,
  )
  return account.bad.length + badEvents.length > 0 ? 1 : 0
}

/** The first file named that cannot be read, in one sentence. */
const unreadable = async ({ commands, events }: Options): Promise<string | undefined> => {
  for (const [option, file] of Object.entries({ '--events': events, '--commands': commands }))
    if (file !== undefined)
      try {
        const handle = await open(file)
        const isFolder = (await handle.stat()).isDirectory()
        await handle.close()
        if (isFolder) return `${option} ${file} is a folder.`
      } catch (error) {
        return `${option} ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`
      }
}

/** The events of an earlier run; a line that is none is reported and left out. */
const storedEvents = async (
  file: string | undefined,
  bad: BadLine[],
): Promise<readonly EventOf<Training>[]> => {
  if (file === undefined) return []
  const events: EventOf<Training>[] = []
  const read = new Set<string>()
  for await (const line of jsonLines(file)) {
    if ('unreadable' in line) {
      bad.push({ line: line.number, path: '·', why: line.unreadable })
      continue
    }
    const decoded = training.decode(line.value)
    const issues = isLeft(decoded) ? decoded.left.issues : onceOnly(decoded.right, read)
    if (!isLeft(decoded) && issues.length === 0) events.push(decoded.right)
    else
      for (const issue of issues)
        bad.push({
          line: line.number,
          path: issue.path.join('.') || '·',
          why: explainRejection({ code: 'InvalidEvent', issues: [issue] }, en),
        })
  }
  return events
}

const onceOnly = ({ metadata }: EventOf<Training>, read: Set<string>): readonly Issue[] => {
  const eventId = metadata?.eventId ?? ''
  if (read.has(eventId)) return [{ path: ['metadata', 'eventId'], code: 'DuplicateId' }]
  read.add(eventId)
  return []
}

/** The example's own year; the commands are written down as well, to look at, change and run with --commands. */
const scriptedYear = async (
  ledger: YearLedger,
  out: string,
  told: (month: string, account: Account) => void,
): Promise<Account> => {
  const numbered = (lines: readonly Line[], from: number): readonly ReadLine[] =>
    lines.map((value, at) => ({ number: from + at, value }))
  const scripted = year()
  const account = await runYear(ledger, numbered(scripted, 1), told)
  const published = publishing(ledger)
  await runYear(ledger, numbered(published, scripted.length + 1), () => undefined, account)
  await writeLines(join(out, 'commands.jsonl'), [...scripted, ...published])
  return account
}

const writeLines = async (file: string, values: readonly unknown[]): Promise<void> => {
  const stream = createWriteStream(file)
  for (const value of values) if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
}

const shown = 12

const tell = ({ refused }: Account, bad: readonly BadLine[], { languages }: Options, says: Says): void => {
  if (bad.length > 0) {
    says.error(`\n${bad.length} bad lines, left out:`)
    for (const { line, path, why } of bad) says.error(`  line ${line}  ${path}  ${why}`)
  }
  if (refused.length === 0) return
  says.log(
    `\n${refused.length} commands were refused${refused.length > shown ? `; the first ${shown} (all in refused.jsonl)` : ''}:`,
  )
  const own = languages.length === 1 && languages[0] === zhCN ? 'zh-CN' : 'en'
  for (const one of refused.slice(0, shown))
    says.log(
      `  ${one.line === undefined ? 'by policy' : `line ${one.line}`}  ${one.command}  ${one.code}  ${one[own]}`,
    )
}

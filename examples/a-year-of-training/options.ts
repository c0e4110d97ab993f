import { parseArgs } from 'node:util'
import { en, type Language, zhCN } from 'training-ops/reports'

export type Options = {
  /** Commands to execute, one a line; the year of the script when none is named. */
  readonly commands?: string
  /** A log to go on from. */
  readonly events?: string
  readonly out: string
  /** Languages of the reports; of none, the log alone is written. */
  readonly languages: readonly Language[]
}

const languages: readonly Language[] = [en, zhCN]

export const usage = `npm start -- [--commands FILE] [--events FILE] [--out DIR] [--language en|zh-CN] [--log-only]

  --commands FILE  execute the commands of FILE (JSON Lines) instead of the example's own year
  --events FILE    go on from the log in FILE (an events.jsonl of an earlier run)
  --out DIR        where to write (default: out)
  --language L     write the reports in one language only (default: both)
  --log-only       write the log and the refusals, and no report
  --help           this`

export const readOptions = (
  args: readonly string[],
): Options | { readonly wrong: string } | { readonly help: true } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        commands: { type: 'string' },
        events: { type: 'string' },
        out: { type: 'string', default: 'out' },
        language: { type: 'string' },
        'log-only': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const { commands, events, out, language } = values
    if (values.help) return { help: true }
    const asked = languages.filter(({ tag }) => language === undefined || tag === language)
    if (asked.length === 0)
      return { wrong: `--language takes ${languages.map(({ tag }) => tag).join(' or ')}, got ${language}` }
    return {
      out,
      languages: values['log-only'] ? [] : asked,
      ...(commands === undefined ? {} : { commands }),
      ...(events === undefined ? {} : { events }),
    }
  } catch (error) {
    return { wrong: (error as Error).message }
  }
}
